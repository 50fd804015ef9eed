import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Period } from '../domain/period.ts';
import { type GrantedExtension, type GrantedReopening, type Window, windowOf } from '../domain/window.ts';
import { periodById, periodsByCodes } from './periods.ts';

/** The windows of some periods at one instant, for any unit. */
export interface Windows {
  readonly periods: readonly Period[];
  /** The period of a code; `undefined` when the tenant has none. */
  period(code: string): Period | undefined;
  /** The window of a unit; `undefined` when the tenant has no such period. */
  of(code: string, unitId: string): Window | undefined;
  /** The extension that the unit has, whether or not it has begun to matter. */
  extensionOf(code: string, unitId: string): GrantedExtension | null;
}

const extensionRow = { periodId: 'uuid', unitId: 'uuid', since: 'instant', untilOn: 'date' } as const;
const reopeningRow = {
  periodId: 'uuid',
  unitId: 'uuid?',
  since: 'instant',
  untilOn: 'date',
  endedAt: 'instant?',
  why: 'text',
} as const;

/**
 * Windows at `at` for any number of periods and units, in three statements. `asOf` reads what had been recorded before that
 * instant; what was granted after `at` itself never counts.
 */
export async function windowsAt(
  db: Db,
  codes: readonly string[],
  at: Date,
  asOf: Date | null = null,
): Promise<Windows> {
  return windowsOfPeriods(db, await periodsByCodes(db, codes, asOf), at);
}

/** The same for periods that were read already. */
export async function windowsOfPeriods(db: Db, periods: readonly Period[], at: Date): Promise<Windows> {
  const ids = periods.map((period) => period.id);
  const extensions = await db.rows(query(extensionRow)`
    select e.period_id as "periodId", e.unit_id as "unitId", a.answered_at as since, a.until_on as "untilOn"
    from periods_extension e join periods_extension_answer a on a.extension_id = e.id and a.outcome = 'approved'
    where e.period_id = any(${ids}::uuid[]) and a.answered_at <= ${at}::timestamptz
    order by a.until_on`);
  const reopenings = await db.rows(query(reopeningRow)`
    select r.period_id as "periodId", r.unit_id as "unitId", r.made_at as since, r.until_on as "untilOn",
      n.ended_at as "endedAt", r.reason as why
    from periods_reopening r left join periods_reopening_end n on n.reopening_id = r.id
    where r.period_id = any(${ids}::uuid[]) and r.made_at <= ${at}::timestamptz
      and (n.ended_at is null or n.ended_at > ${at}::timestamptz)
    order by r.until_on`);
  // The one that ends last stands last and wins: nobody loses a day by asking twice.
  const granted = new Map(extensions.map((one) => [`${one.periodId} ${one.unitId}`, one]));
  const reopened = new Map(reopenings.map((one) => [`${one.periodId} ${one.unitId ?? ''}`, one]));
  const byCode = new Map(periods.map((period) => [period.code, period]));
  const extensionOf = (code: string, unitId: string): GrantedExtension | null =>
    granted.get(`${byCode.get(code)?.id} ${unitId}`) ?? null;
  const reopeningOf = (periodId: string, unitId: string): GrantedReopening | null => {
    const [own, all] = [reopened.get(`${periodId} ${unitId}`), reopened.get(`${periodId} `)];
    if (!own || !all) return own ?? all ?? null;
    return own.untilOn > all.untilOn ? own : all;
  };
  return {
    periods,
    period: (code) => byCode.get(code),
    of(code, unitId) {
      const period = byCode.get(code);
      if (!period) return undefined;
      return windowOf(period, at, extensionOf(code, unitId), reopeningOf(period.id, unitId));
    },
    extensionOf,
  };
}

/** The window of one unit in one period; `undefined` when there is no such period. */
export async function windowFor(
  db: Db,
  periodId: string,
  unitId: string,
  now: Date,
): Promise<Window | undefined> {
  const period = await periodById(db, periodId);
  return period && (await windowsOfPeriods(db, [period], now)).of(period.code, unitId);
}
