import { yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { plansWithWork, tasksPerUnit } from '../../assignments/index.ts';
import type { Period } from '../../periods/index.ts';
import { type Plan, planById } from '../../plans/index.ts';
import { unitsOnDays } from '../../units/index.ts';
import type { ReadDay } from './reports.ts';

/** What one unit has to report on for one period: what it was given in the plan that asks for the period. */
export interface OwedReport {
  readonly period: Period;
  readonly planId: string;
  readonly askerUnitId: string;
  readonly unitId: string;
  /** A body outside the executive: it may share a report. */
  readonly isRequest: boolean;
}

/**
 * The plan that asks for a period, while it is in force: the one that the period was made from, or else, for a half, a quarter … of a
 * year, that year's plan where it is reported on as often, and once a year in any case.
 */
export async function planOf(
  db: Db,
  period: Pick<Period, 'planId' | 'kind' | 'toOn'>,
  day: Pick<ReadDay, 'today'>,
): Promise<Plan | undefined> {
  const planId = period.planId ?? (await planOfYear(db, period));
  const plan = planId === null ? undefined : await planById(db, planId, day.today);
  if (!plan || !(plan.state === 'issued' || plan.state === 'closed')) return undefined;
  const asks = period.planId !== null || period.kind === 'year' || period.kind === plan.regularPeriod;
  return asks ? plan : undefined;
}

async function planOfYear(db: Db, { kind, toOn }: Pick<Period, 'kind' | 'toOn'>): Promise<string | null> {
  if (kind === 'window') return null;
  const plans = await plansWithWork(db);
  return plans.find((plan) => plan.year === yearOf(toOn) && !plan.isWithdrawn)?.id ?? null;
}

/**
 * Who owes a report: each unit with work in the plan that asks for the period, that stood at the period's end (or stands, while it
 * runs), but for the committee itself and for villages. Of a period that no plan asks for nobody owes anything.
 */
export async function owedReports(db: Db, periods: readonly Period[], day: ReadDay): Promise<OwedReport[]> {
  const out: OwedReport[] = [];
  for (const period of periods) {
    const plan = await planOf(db, period, day);
    if (!plan) continue;
    const given = await tasksPerUnit(db, plan.id, day);
    const on = period.toOn < day.today ? period.toOn : day.today;
    const placed = await unitsOnDays(
      db,
      given.map((one) => one.unitId),
      [on],
    );
    const kinds = new Map(placed.map((unit) => [unit.id, unit.kind]));
    for (const { unitId, isRequest } of given) {
      const kind = kinds.get(unitId);
      if (kind === undefined || kind === 'thon' || unitId === plan.unitId) continue;
      out.push({ period, planId: plan.id, askerUnitId: plan.unitId, unitId, isRequest });
    }
  }
  return out;
}
