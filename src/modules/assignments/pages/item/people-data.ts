import type { RequestContext } from '../../../../kernel/http/route.ts';
import { type NamedHolder, peopleOfUnits, type UnitPerson } from '../../../identity/index.ts';
import { mayHand, maySee } from '../../policy.ts';
import { answersFor } from '../../queries/answers.ts';
import { type Comment, commentsOf } from '../../queries/comments.ts';
import { followersOf } from '../../queries/followers.ts';
import type { Item } from '../../queries/item.ts';
import type { Reading } from '../reading.ts';

/** The people around one assignment, on the day that is read. */
export interface ItemPeople {
  /** Who answers for it. */
  readonly holder: NamedHolder;
  /** People of the unit to hand it to; `null` for who may not hand it on. */
  readonly staff: readonly UnitPerson[] | null;
  /** People who may be mentioned, from a list: of the units that do and accept the work, and those who oversee both. */
  readonly mentionable: readonly UnitPerson[];
  readonly comments: readonly Comment[];
  readonly followers: ReadonlySet<string>;
}

/** Roles that see work of the units under theirs. */
const OVERSEEING = ['leader', 'standing'] as const;

export async function itemPeople(context: RequestContext, reading: Reading, item: Item): Promise<ItemPeople> {
  const { db } = context;
  const { day, units } = reading;
  const [holder] = await answersFor(db, [item], day);
  if (!holder) throw new Error('effectiveHolders answers everyone asked');
  const isPast = day.asOf !== null;
  const above = item.lineage.slice(0, -1);
  const offices = units.tree
    .filter((unit) => above.includes(unit.lineage.at(-2) ?? ''))
    .map((unit) => unit.id);
  const [near, overseeing, comments, followers] = await Promise.all([
    isPast ? [] : peopleOfUnits(db, [item.unitId, item.acceptingUnitId], day.today),
    isPast ? [] : peopleOfUnits(db, [...above, ...offices], day.today, OVERSEEING),
    commentsOf(db, item.id, day),
    followersOf(db, item.id, holder.personId),
  ]);
  const isDropped = item.droppedVersion !== null;
  const mayHandOn = !isPast && !isDropped && mayHand(context.actor, { ...item, answeredBy: holder.personId });
  return {
    holder,
    staff: mayHandOn ? near.filter((one) => one.unitId === item.unitId) : null,
    mentionable: onceEach(
      [...near, ...overseeing].filter(
        (one) => one.personId !== context.actor.personId && seesItem(reading, item, one),
      ),
    ),
    comments,
    followers,
  };
}

function seesItem(reading: Reading, item: Item, person: UnitPerson): boolean {
  const { personId, fullName: name, postId, role, title, unitId, acting } = person;
  const unit = reading.units.byId.get(unitId);
  const post = {
    postId,
    role,
    title,
    unitId,
    unitName: unit?.name ?? '',
    lineage: unit?.lineage ?? [],
    acting,
    carries: reading.units.carried.get(unitId) ?? [],
  };
  return maySee({ personId, name, posts: [post], current: post, scopes: null }, item);
}

/** Each person under the first of their posts. */
function onceEach(people: readonly UnitPerson[]): UnitPerson[] {
  return [...Map.groupBy(people, (one) => one.personId).values()].flatMap((posts) => posts.slice(0, 1));
}
