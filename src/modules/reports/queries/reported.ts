import type { Db } from '../../../kernel/db/database.ts';
import type { Period } from '../../periods/index.ts';
import { reportsOf } from './reports.ts';

/** Units whose report of a period has been submitted and is not given back: nobody reminds them. */
export async function reportedUnits(db: Db, period: Period): Promise<ReadonlySet<string>> {
  const filter = { kinds: ['unit' as const], periodCodes: [period.code] };
  const reports = await reportsOf(db, filter, { today: period.toOn, asOf: null });
  const done = reports.filter(({ state }) => state === 'submitted' || state === 'accepted');
  return new Set(done.map((report) => report.unitId));
}
