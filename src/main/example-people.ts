import { exampleTalk } from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import type { Actor } from '../kernel/authz.ts';
import type { CalendarDate } from '../kernel/dates.ts';
import type { Tx } from '../kernel/db/database.ts';
import { type AssignedWork, comment, handOn } from '../modules/assignments/index.ts';
import { recordLeave } from '../modules/identity/index.ts';

/** Who takes part: the head of the commune and its clerk, and the standing agency. */
interface Cast {
  readonly head: Actor;
  readonly clerk: Actor;
  readonly standing: Actor;
}

/** Shares out some work of a commune, records a leave, and lets the standing agency ask about one piece. */
export async function talkAboutWork(
  tx: Tx,
  work: readonly AssignedWork[],
  { head, clerk, standing }: Cast,
  contextAt: (day: CalendarDate, actor: Actor) => CommandContext,
): Promise<void> {
  const { dueFrom, handed, leave, asked, answered } = exampleTalk;
  const shared = work.filter((one) => one.dueOn !== null && one.dueOn >= dueFrom).slice(0, handed.howMany);
  const [first] = shared;
  if (!first || clerk.current === null) return;
  const chosen = shared.map((one) => ({ assignmentId: one.id }));
  const to = { postId: clerk.current.postId };
  await handOn(contextAt(handed.on, head), tx, { work: chosen, to, note: handed.note });
  const { recordedOn, ...days } = leave;
  await recordLeave(contextAt(recordedOn, head), tx, {
    ...days,
    personId: head.personId ?? '',
    deputyId: clerk.personId,
  });
  for (const [actor, said] of [
    [standing, asked],
    [clerk, answered],
  ] as const)
    await comment(contextAt(said.on, actor), tx, { assignmentId: first.id, words: said.words });
}
