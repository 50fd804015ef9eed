import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { joinSql, sql } from '../../../kernel/db/sql.ts';
import {
  addWorkingDays,
  computeDeadline,
  currentCalendar,
  type WorkCalendar,
  workingDaysBetween,
} from '../../calendar/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { freshExpression } from '../domain/freshness.ts';
import { type ItemState, type PlaceFacts, stateOf, type ThreeTests, threeTests } from '../domain/state.ts';
import type { Terms } from '../domain/terms.ts';
import { disclosureLimits } from '../limits.ts';
import { type Item, type ItemHead, selectItemHeads } from '../store/items.ts';
import { type KnownItem, knownItems } from './item-facts.ts';

export interface ComplianceWanted {
  /** `null`: all units. */
  readonly unitIds: readonly string[] | null;
  /** Today, or the day of the past that is read. */
  readonly day: CalendarDate;
  /** As recorded before this instant; `null`: now. */
  readonly asOf: Date | null;
  /** Due on or after, and on or before; what stands always is judged whenever it was due. */
  readonly dueFrom?: CalendarDate;
  readonly dueTo?: CalendarDate;
}

/** One item as the board judges it. */
export interface ComplianceFact {
  readonly item: Pick<
    Item,
    'id' | 'unitId' | 'code' | 'section' | 'dimension' | 'subDimension' | 'occurrence' | 'title' | 'dueOn'
  >;
  readonly isUnconfirmed: boolean;
  readonly state: ItemState;
  readonly tests: ThreeTests;
  readonly exception: {
    readonly kind: 'nil' | 'exempt';
    readonly reason: string;
    readonly by: string;
  } | null;
  /** Each place that counts, by village where it stands in one. */
  readonly places: readonly PlaceFacts[];
  readonly publishedOn: CalendarDate | null;
  /** Age of what stands, in working days. */
  readonly ageWorkingDays: number | null;
  /** Of content that stands always: the last day on which it counts as fresh. */
  readonly freshUntil: CalendarDate | null;
  readonly isStale: boolean;
  /** Citizens' words that were not answered. */
  readonly notSeen: number;
  readonly wrong: number;
}

/**
 * Every item of the units with what the board judges it by. A constant number of statements for any number of units and obligations. Items of
 * a unit that had ended before their event, and of which nothing was said, are left out.
 */
export async function complianceOf(db: Db, wanted: ComplianceWanted): Promise<ComplianceFact[]> {
  const { unitIds, day, asOf, dueFrom, dueTo } = wanted;
  const where = [sql`true`];
  if (unitIds) where.push(sql`i.unit_id = any(${unitIds}::uuid[])`);
  if (dueFrom) where.push(sql`(i.due_on >= ${dueFrom}::date or i.occurrence = 'standing')`);
  if (dueTo) where.push(sql`(i.due_on <= ${dueTo}::date or i.occurrence = 'standing')`);
  const items = await selectItemHeads(db, joinSql(where, ' and '), asOf, sql`order by i.due_on, i.id`);
  const units = await unitsOfDay(db, day);
  const { byId } = units;
  const known = await knownItems(db, items, { day, asOf, units });
  const calendar = await currentCalendar(db);
  const soonUntil = addWorkingDays(calendar, day, disclosureLimits.soon_working_days);
  const fresh = freshness(calendar);
  return known
    .filter(({ item, version, exception }) => version || exception || byId.has(item.unitId))
    .map((one) => factOf(one, { today: day, soonUntil }, calendar, fresh));
}

function factOf(
  { item, facts, version, exception }: KnownItem<ItemHead>,
  moment: { readonly today: CalendarDate; readonly soonUntil: CalendarDate },
  calendar: WorkCalendar,
  fresh: (terms: Terms, since: CalendarDate) => CalendarDate | null,
): ComplianceFact {
  const { id, unitId, code, section, dimension, subDimension, occurrence, title, dueOn } = item;
  const standing = version && version.kind !== 'withdraw' ? facts.version : null;
  const freshUntil = standing && fresh(item.terms, standing.on);
  return {
    item: { id, unitId, code, section, dimension, subDimension, occurrence, title, dueOn },
    isUnconfirmed: item.terms.regime.status === 'UNCONFIRMED',
    state: stateOf(facts, moment),
    tests: threeTests(facts, moment),
    exception: exception && { kind: exception.kind, reason: exception.reason, by: exception.personName },
    places: facts.places,
    publishedOn: standing?.on ?? null,
    ageWorkingDays: standing && Math.max(0, workingDaysBetween(calendar, standing.on, moment.today)),
    freshUntil,
    isStale: freshUntil !== null && freshUntil < moment.today,
    notSeen: facts.places.reduce((sum, { notSeen }) => sum + notSeen, 0),
    wrong: facts.saidWrong,
  };
}

/** Until when content of a day is fresh; each pair of refreshment and day is computed once. */
function freshness(calendar: WorkCalendar): (terms: Terms, since: CalendarDate) => CalendarDate | null {
  const known = new Map<string, CalendarDate>();
  return (terms, since) => {
    const expression = freshExpression(terms.occasion, since);
    if (!expression) return null;
    const key = `${expression.amount}${expression.unit} ${since}`;
    const on = known.get(key) ?? computeDeadline(expression, calendar).on;
    known.set(key, on);
    return on;
  };
}
