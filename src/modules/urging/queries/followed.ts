import type { Db } from '../../../kernel/db/database.ts';
import { type StateDay, stepsAfter } from '../../assignments/index.ts';
import type { Asks } from '../domain/candidate.ts';
import { type Followed, followedOf } from '../domain/followed.ts';

/** What was urged, and the last entry there was then. */
export interface UrgedSubject {
  readonly subjectId: string;
  readonly asks: Asks;
  readonly afterSeq: number;
}

/** What followed each of many, in the order given, in one statement. */
export async function followedSince(
  db: Db,
  urged: readonly UrgedSubject[],
  day: Pick<StateDay, 'asOf'>,
): Promise<Followed[]> {
  const earliest = new Map<string, number>();
  for (const { subjectId, afterSeq } of urged)
    earliest.set(subjectId, Math.min(afterSeq, earliest.get(subjectId) ?? afterSeq));
  const since = [...earliest].map(([assignmentId, seq]) => ({ assignmentId, seq }));
  const steps = Map.groupBy(await stepsAfter(db, since, day), (step) => step.assignmentId);
  return urged.map(({ subjectId, asks, afterSeq }) =>
    followedOf(
      asks,
      (steps.get(subjectId) ?? []).filter((step) => step.seq > afterSeq),
    ),
  );
}
