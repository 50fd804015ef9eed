import type { Db } from '../../kernel/db/database.ts';
import type { Period } from './domain/period.ts';

/** Units that have done what a period asks of them: nobody reminds them. */
export type Reported = (db: Db, period: Period) => Promise<ReadonlySet<string>>;

const answers: Reported[] = [];

/** The room of reports says who has reported; until it does, every unit is reminded. */
export function registerReported(reported: Reported): void {
  if (!answers.includes(reported)) answers.push(reported);
}

/** Units that have reported, by every room that was asked to say so. */
export async function reportedUnits(db: Db, period: Period): Promise<ReadonlySet<string>> {
  const units = new Set<string>();
  for (const answer of answers) for (const unitId of await answer(db, period)) units.add(unitId);
  return units;
}
