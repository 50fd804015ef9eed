import { endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Evidence, evidenceOf } from '../../evidence/index.ts';
import type { StateDay } from '../domain/state.ts';
import { type Comment, commentsOf } from './comments.ts';
import { type Entry, entriesOf } from './item.ts';
import { evidenceSubject } from './lacking.ts';
import { type Remark, remarksOf } from './remarks.ts';

/** One thing that was recorded about an assignment, of whatever sort. */
export type HistoryLine = { readonly at: Date } & (
  | { readonly sort: 'evidence' | 'evidence_withdrawn'; readonly evidence: Evidence }
  | { readonly sort: 'entry'; readonly entry: Entry }
  | { readonly sort: 'comment'; readonly comment: Comment }
  | { readonly sort: 'remark'; readonly remark: Remark }
);

/** Of one moment: the work begins, evidence is added, what it proves is reported, people speak. */
const PLACE = { evidence: 1, evidence_withdrawn: 2, entry: 3, comment: 4, remark: 5 } as const;

function placeOf(line: HistoryLine): number {
  const begins = line.sort === 'entry' && ['issued', 'opened'].includes(line.entry.kind);
  return begins ? 0 : PLACE[line.sort];
}

/**
 * Everything recorded about an assignment, in the order it was recorded; without comments where those stand beside it. On a
 * day of the past what had been recorded by then, and entries recorded later that speak of a day up to it.
 */
export async function historyOf(
  db: Db,
  assignmentId: string,
  day: Pick<StateDay, 'asOf'>,
  { comments: withComments }: { readonly comments: boolean },
): Promise<HistoryLine[]> {
  const until = day.asOf === null ? null : endOfDay(day.asOf);
  const [entries, comments, evidence, remarks] = await Promise.all([
    entriesOf(db, assignmentId, day),
    withComments ? commentsOf(db, assignmentId, day) : [],
    evidenceOf(db, evidenceSubject(assignmentId), until),
    remarksOf(db, assignmentId, until),
  ]);
  const lines: HistoryLine[] = [
    ...evidence.map((one) => ({ at: one.recordedAt, sort: 'evidence' as const, evidence: one })),
    ...evidence.flatMap((one) =>
      one.withdrawn ? [{ at: one.withdrawn.at, sort: 'evidence_withdrawn' as const, evidence: one }] : [],
    ),
    ...entries.map((entry) => ({ at: entry.recordedAt, sort: 'entry' as const, entry })),
    ...comments.map((comment) => ({ at: comment.recordedAt, sort: 'comment' as const, comment })),
    ...remarks.map((remark) => ({ at: remark.at, sort: 'remark' as const, remark })),
  ];
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime() || placeOf(a) - placeOf(b));
}
