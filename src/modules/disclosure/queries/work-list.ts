import { type CalendarDate, dateOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { joinSql, sql } from '../../../kernel/db/sql.ts';
import { computeDeadline, currentCalendar, type WorkCalendar } from '../../calendar/index.ts';
import type { Section } from '../domain/declaration.ts';
import { freshExpression } from '../domain/freshness.ts';
import { type ItemState, type Moment, stateOf, type ThreeTests, threeTests } from '../domain/state.ts';
import { TODOS, type Urgency, urgencyOf } from '../domain/urgency.ts';
import { selectItems } from '../store/items.ts';
import { type CheckLine, checksOf } from './checks.ts';
import { soonUntil } from './item-detail.ts';
import { type KnownItem, knownItems } from './item-facts.ts';

export interface WorkLine extends KnownItem {
  readonly state: ItemState;
  readonly tests: ThreeTests;
  readonly urgency: Urgency;
}

export interface WorkListWanted {
  readonly unitId: string;
  readonly section?: Section | undefined;
  /** Events of this year; what stands always is in every year. */
  readonly year?: number | undefined;
  readonly day: CalendarDate;
  /** As recorded before this instant; `null`: now. */
  readonly asOf: Date | null;
}

/** Every item of a unit with what must be done with it, most urgent first. A constant number of statements. */
export async function workList(db: Db, wanted: WorkListWanted): Promise<WorkLine[]> {
  const { unitId, section, year, day, asOf } = wanted;
  const where = [sql`i.unit_id = ${unitId}`];
  if (section) where.push(sql`i.section = ${section}`);
  const [first, last] = year === undefined ? [] : [dateOf(year, 1, 1), dateOf(year, 12, 31)];
  if (first && last)
    where.push(sql`(i.occurrence = 'standing' or i.event_on between ${first}::date and ${last}::date)`);
  const items = await selectItems(db, joinSql(where, ' and '), asOf);
  if (items.length === 0) return [];
  const known = await knownItems(db, items, { day, asOf });
  const checks = Map.groupBy(
    await checksOf(db, { itemIds: items.map(({ id }) => id), onlyOpen: true, asOf }),
    ({ itemId }) => itemId,
  );
  const calendar = await currentCalendar(db);
  const moment = { today: day, soonUntil: await soonUntil(db, day) };
  const lines = known.map((one) => {
    const waiting = (checks.get(one.item.id) ?? []).map(({ dueOn }) => dueOn).sort();
    return judged(one, moment, calendar, waiting[0] ?? null);
  });
  const rank = ({ urgency }: WorkLine): number => TODOS.indexOf(urgency.todo);
  const dayOf = ({ urgency, item }: WorkLine): string => urgency.on ?? item.dueOn;
  return lines.sort((a, b) => {
    const byRank = rank(a) - rank(b);
    if (byRank !== 0) return byRank;
    const [x, y] = [dayOf(a), dayOf(b)];
    // What is done reads best with the latest first.
    return (x < y ? -1 : x > y ? 1 : 0) * (a.urgency.todo === 'done' ? -1 : 1);
  });
}

/** One item with what must be done with it. */
export async function lineOf(
  db: Db,
  detail: KnownItem & { readonly checks: readonly CheckLine[] },
  { day }: { readonly day: CalendarDate },
): Promise<WorkLine> {
  const waiting = detail.checks.flatMap(({ answer, dueOn }) => (answer === null ? [dueOn] : [])).sort();
  const moment = { today: day, soonUntil: await soonUntil(db, day) };
  return judged(detail, moment, await currentCalendar(db), waiting[0] ?? null);
}

function judged(
  one: KnownItem,
  moment: Moment,
  calendar: WorkCalendar,
  checkDueOn: CalendarDate | null,
): WorkLine {
  const { item, facts } = one;
  const state = stateOf(facts, moment);
  const stands = facts.version && !facts.version.isWithdrawn ? facts.version.on : null;
  const fresh = stands && freshExpression(item.terms.occasion, stands);
  const urgency = urgencyOf(
    {
      facts,
      state,
      checkDueOn,
      freshUntil: fresh ? computeDeadline(fresh, calendar).on : null,
      hanging: one.postings.map((posting) => ({ ...posting, kind: posting.place.kind })),
    },
    moment.today,
  );
  return { ...one, state, tests: threeTests(facts, moment), urgency };
}
