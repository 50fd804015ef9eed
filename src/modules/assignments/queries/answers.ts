import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { effectiveHolders, type NamedHolder } from '../../identity/index.ts';
import type { StateDay } from '../domain/state.ts';

/** Work as far as it says who inside its unit was asked. */
export interface GivenWork {
  readonly unitId: string;
  readonly responsiblePersonId: string | null;
  readonly responsibleTitle: string | null;
}

/** Who answers for each piece of work on the day, in the same order; of a day of the past as it had been recorded then. */
export function answersFor(
  db: Db,
  work: readonly GivenWork[],
  day: Pick<StateDay, 'today' | 'asOf'>,
): Promise<NamedHolder[]> {
  const wanted = work.map((one) => ({
    unitId: one.unitId,
    personId: one.responsiblePersonId,
    title: one.responsibleTitle,
  }));
  return effectiveHolders(db, wanted, day.today, day.asOf);
}

/** The same for one piece, as it stands. */
export async function answerFor(db: Db, work: GivenWork, today: CalendarDate): Promise<NamedHolder> {
  const [holder] = await answersFor(db, [work], { today, asOf: null });
  if (!holder) throw new Error('effectiveHolders answers everyone asked');
  return holder;
}
