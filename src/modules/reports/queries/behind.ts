import type { Actor } from '../../../kernel/authz.ts';
import { type CalendarDate, yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Period, periodsOf } from '../../periods/index.ts';
import type { UnitsOfDay } from '../../units/index.ts';
import type { ReportState } from '../domain/report.ts';
import { seesProgressOf } from '../policy-totals.ts';
import { owedReports } from './owed.ts';
import { endOfReading, type ReadDay, reportsOf } from './reports.ts';

export interface BehindWanted {
  readonly day: ReadDay;
  /** Periods that are due by this day, and those already due that still take reports. */
  readonly dueBy: CalendarDate;
  readonly units: UnitsOfDay;
}

/** A period that is nearly due, or due and not locked, with the units whose report has not come. */
export interface ReportsBehind {
  readonly period: Period;
  /** How many units owe a report. */
  readonly owed: number;
  readonly missing: readonly { readonly unitId: string; readonly state: ReportState }[];
}

const isIn = (state: ReportState): boolean => state === 'submitted' || state === 'accepted';

/**
 * Whose report is about to be missed, or has been, of the units whose progress the actor sees: the earliest due first. A number of
 * statements that grows with the periods that are due at the same time, never with the units.
 */
export async function reportsBehind(
  db: Db,
  actor: Actor,
  { day, dueBy, units }: BehindWanted,
): Promise<ReportsBehind[]> {
  const year = yearOf(day.today);
  const end = endOfReading(day.asOf);
  const all = [...(await periodsOf(db, year - 1, end)), ...(await periodsOf(db, year, end))];
  const near = all.filter(
    ({ fromOn, dueOn, lockOn }) => fromOn <= day.today && dueOn <= dueBy && lockOn >= day.today,
  );
  if (near.length === 0) return [];
  const owed = (await owedReports(db, near, day)).filter(
    ({ unitId, isRequest }) =>
      !isRequest && seesProgressOf(actor, { lineage: units.byId.get(unitId)?.lineage ?? [] }),
  );
  const codes = near.map(({ code }) => code);
  const found = await reportsOf(db, { kinds: ['unit'], periodCodes: codes }, day);
  const stateOf = new Map(found.map((one) => [`${one.periodCode} ${one.unitId}`, one.state]));
  return near
    .map((period): ReportsBehind => {
      const own = owed.filter((one) => one.period.code === period.code);
      const missing = own
        .map(({ unitId }) => ({ unitId, state: stateOf.get(`${period.code} ${unitId}`) ?? 'owed' }))
        .filter(({ state }) => !isIn(state));
      return { period, owed: own.length, missing };
    })
    .filter(({ missing }) => missing.length > 0)
    .sort((a, b) => (a.period.dueOn < b.period.dueOn ? -1 : 1));
}
