import { addDays, type CalendarDate, yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import {
  type BoardCount,
  boardCounts,
  countsOnDays,
  type DayCount,
  groupOf,
  type PlanWithWork,
  plansWithWork,
  type Reading,
  type ResolvedScope,
} from '../../assignments/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import type { Unit } from '../../units/index.ts';
import { appliesOf, type Counts, gravestFirst, NOTHING, sumOf } from '../domain/cell.ts';
import { FEWEST_UNITS, type Median, medianCounts } from '../domain/median.ts';
import { weeksBefore } from '../domain/weeks.ts';

/** The eight contents in their order, then the general part of the plan. */
export const COLUMNS = [
  ...CONTENTS.filter((content) => content.number > 0),
  ...CONTENTS.filter((content) => content.number === 0),
];

export const ALL_GROUPS = 'tat-ca';

export interface UnitRow {
  readonly unit: Unit;
  /** One for each column. */
  readonly cells: readonly Counts[];
  readonly all: Counts;
  /** As it stood a week before; `null` where the unit had nothing then. */
  readonly weekBefore: DayCount | null;
}

/** Units of one tier and kind, which are read together: communes beside communes, offices beside offices. */
export interface Group {
  readonly key: string;
  readonly members: readonly Unit[];
}

/** What is counted of all shown units at the end of one day. */
export interface TrendPoint {
  readonly on: CalendarDate;
  readonly total: number;
  readonly accepted: number;
  readonly overdue: number;
}

export interface HeatBoard {
  readonly plan: PlanWithWork;
  readonly groups: readonly Group[];
  /** Key of the group that is shown, or `ALL_GROUPS`. */
  readonly chosen: string;
  /** The gravest first. */
  readonly rows: readonly UnitRow[];
  /** One for each column. */
  readonly totals: readonly Counts[];
  readonly all: Counts;
  /** Weeks before the day that is read, then that day itself. */
  readonly trend: readonly TrendPoint[];
  /** Beside a single unit: what stands in the middle of its kind, by column and over all; `null` elsewhere. */
  readonly median: { readonly cells: readonly Median[]; readonly all: Median } | null;
}

export interface BoardWanted {
  readonly reading: Reading;
  readonly planId?: string | undefined;
  readonly group?: string | undefined;
  readonly now: Date;
}

/** Next year's plan may be issued in December: a board stays with this year's until then. */
export async function planShown(
  db: Db,
  today: CalendarDate,
  wanted?: string,
): Promise<PlanWithWork | undefined> {
  const plans = await plansWithWork(db);
  const year = yearOf(today);
  return plans.find(({ id }) => id === wanted) ?? plans.find((plan) => plan.year <= year) ?? plans[0];
}

function groupsOf(units: readonly Unit[], counts: readonly BoardCount[]): Group[] {
  const work = new Map<string, number>();
  for (const { unitId, total } of counts) work.set(unitId, (work.get(unitId) ?? 0) + total);
  const sum = (members: readonly Unit[]): number =>
    members.reduce((all, { id }) => all + (work.get(id) ?? 0), 0);
  // The group with the most work is what a leader opens the board for.
  return [...Map.groupBy(units, groupOf)]
    .map(([key, members]) => ({ key, members }))
    .sort((a, b) => sum(b.members) - sum(a.members));
}

function cellsOf(counts: readonly BoardCount[]): Counts[] {
  return COLUMNS.map(({ number }) => counts.find(({ dimension }) => dimension === number) ?? NOTHING);
}

/**
 * Units by contents of one plan as a person sees them, with the weeks before. Two statements, one more beside a single unit, whatever
 * the number of units; `undefined` while no plan was issued.
 */
export async function heatBoard(db: Db, wanted: BoardWanted): Promise<HeatBoard | undefined> {
  const { reading, now } = wanted;
  const { day, scope, units } = reading;
  const plan = await planShown(db, day.today, wanted.planId);
  if (!plan) return undefined;
  const weeks = weeksBefore(day.today);
  const [counts, past] = await Promise.all([
    boardCounts(db, plan.id, scope, day),
    countsOnDays(db, plan.id, scope, weeks, now),
  ]);
  const byUnit = Map.groupBy(counts, ({ unitId }) => unitId);
  const doing = units.tree.filter(({ id }) => byUnit.has(id));
  const groups = groupsOf(doing, counts);
  const chosen =
    wanted.group === ALL_GROUPS ? undefined : (groups.find(({ key }) => key === wanted.group) ?? groups[0]);
  const weekBefore = new Map(
    past.filter(({ on }) => on === addDays(day.today, -7)).map((one) => [one.unitId, one]),
  );
  const rows = (chosen?.members ?? doing)
    .map((unit): UnitRow => {
      const own = byUnit.get(unit.id) ?? [];
      return {
        unit,
        cells: cellsOf(own),
        all: sumOf(own),
        weekBefore: weekBefore.get(unit.id) ?? null,
      };
    })
    .sort((a, b) => gravestFirst(a.all, b.all));
  const all = sumOf(rows.map((row) => row.all));
  return {
    plan,
    groups,
    chosen: chosen?.key ?? ALL_GROUPS,
    rows,
    totals: COLUMNS.map((_, at) => sumOf(rows.map(({ cells }) => cells[at] ?? NOTHING))),
    all,
    trend: [
      ...trendOf(weeks, past, new Set(rows.map(({ unit }) => unit.id))),
      { on: day.today, total: appliesOf(all), accepted: all.accepted, overdue: all.overdue },
    ],
    median: await medianBeside(db, plan.id, reading, rows),
  };
}

function trendOf(
  weeks: readonly CalendarDate[],
  past: readonly DayCount[],
  shown: ReadonlySet<string>,
): TrendPoint[] {
  const byDay = Map.groupBy(
    past.filter(({ unitId }) => shown.has(unitId)),
    ({ on }) => on,
  );
  return weeks.flatMap((on) => {
    const own = byDay.get(on);
    if (!own) return [];
    const sum = (of: (one: DayCount) => number): number => own.reduce((all, one) => all + of(one), 0);
    return [
      {
        on,
        total: sum(({ total }) => total),
        accepted: sum(({ accepted }) => accepted),
        overdue: sum(({ overdue }) => overdue),
      },
    ];
  });
}

/** What others of its kind have reached, for who sees one unit alone: no other unit can be read out of it. */
async function medianBeside(
  db: Db,
  planId: string,
  { day, units }: Reading,
  rows: readonly UnitRow[],
): Promise<HeatBoard['median']> {
  const only = rows[0]?.unit;
  if (rows.length !== 1 || !only) return null;
  const kind = units.tree.filter((unit) => groupOf(unit) === groupOf(only)).map(({ id }) => id);
  if (kind.length < FEWEST_UNITS) return null;
  const scope: ResolvedScope = { everything: false, unitIds: kind, acceptingIds: [], exceptIds: null };
  const counts = await boardCounts(db, planId, scope, day);
  const each = [...Map.groupBy(counts, ({ unitId }) => unitId).values()];
  return {
    cells: COLUMNS.map((_, at) => medianCounts(each.map((own) => cellsOf(own)[at] ?? NOTHING))),
    all: medianCounts(each.map(sumOf)),
  };
}
