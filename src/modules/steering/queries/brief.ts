import type { Actor } from '../../../kernel/authz.ts';
import { addDays, type CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { type Reading, readingOf } from '../../assignments/index.ts';
import { appliesOf, percentOf } from '../domain/cell.ts';
import { shortName } from '../domain/short-name.ts';
import type { BriefFacts } from '../events.ts';
import { steeringLimits } from '../limits.ts';
import { type HeatBoard, heatBoard, type TrendPoint } from './board.ts';
import { type Matters, mattersOf } from './matters.ts';

/** Everything that a brief is made of: what one person sees on the board, up to the end of a day. */
export interface Brief {
  readonly reading: Reading;
  readonly board: HeatBoard;
  readonly matters: Matters;
  readonly facts: BriefFacts;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

const shareOf = (point: TrendPoint | undefined): number | null =>
  point === undefined || point.total === 0 ? null : tenth((point.accepted / point.total) * 100);

/** The brief of a day for one person: what had been recorded by the end of the day before. `undefined` without a plan. */
export async function briefOf(
  db: Db,
  actor: Actor,
  { day, now }: { readonly day: CalendarDate; readonly now: Date },
): Promise<Brief | undefined> {
  const upTo = addDays(day, -1);
  const reading = await readingOf({ db, today: day, actor }, upTo);
  const board = await heatBoard(db, { reading, now });
  if (!board) return undefined;
  const matters = await mattersOf(db, actor, { reading, planId: board.plan.id });
  return { reading, board, matters, facts: factsOf(upTo, board, matters) };
}

function factsOf(upTo: CalendarDate, { all, rows, trend }: HeatBoard, matters: Matters): BriefFacts {
  const before = trend.length > 1 ? trend.at(-2) : undefined;
  const percent = percentOf(all);
  return {
    upTo,
    overdue: all.overdue,
    overdueBefore: before?.overdue ?? null,
    total: appliesOf(all),
    accepted: percent === null ? null : tenth(percent),
    acceptedBefore: shareOf(before),
    gravest: rows
      .filter((row) => row.all.overdue > 0)
      .slice(0, steeringLimits.lines_shown)
      .map((row) => ({ name: shortName(row.unit.name), overdue: row.all.overdue })),
    reports: matters.reports.slice(0, steeringLimits.lines_shown).map(({ period, missing }) => ({
      code: period.code,
      name: period.name,
      dueOn: period.dueOn,
      missing: missing.length,
    })),
    postingsSoon: matters.postings.soon.length,
    postingsLate: matters.postings.late,
    checks: matters.checks.length,
    findings: matters.findings.length,
    asks: matters.asks.length,
  };
}

/** Whoever wants the brief and was not told of this week yet. */
export async function readersToTell(db: Db, weekOn: CalendarDate): Promise<ReadonlySet<string>> {
  const rows = await db.rows(query({ personId: 'uuid' } as const)`
    select r.person_id as "personId" from steering_reader r
    where not exists (select from steering_brief b where b.person_id = r.person_id and b.week_on = ${weekOn}::date)`);
  return new Set(rows.map(({ personId }) => personId));
}

/** Whether a person wants the brief by email. */
export async function wantsBrief(db: Db, personId: string): Promise<boolean> {
  const row = await db.row(query({ personId: 'uuid' } as const)`
    select person_id as "personId" from steering_reader where person_id = ${personId}`);
  return row !== undefined;
}
