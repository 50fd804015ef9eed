import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { ProgressRecorded, WorkCommented, WorkHanded } from '../../assignments/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellPeople } from '../commands/tell-people.ts';
import { shortened } from '../domain/kind.ts';

/** One notice a person, however much was handed to them; one piece leads to itself, several to one's own work. */
async function onWorkHanded(context: CommandContext, tx: Tx, handed: WorkHanded): Promise<void> {
  const { unitId, by, work, note, toPersonIds } = handed;
  const [first, ...more] = work;
  if (!first) return;
  const days = work.flatMap((one) => (one.dueOn === null ? [] : [one.dueOn])).sort();
  const facts = {
    v: 1,
    by,
    words: shortened(first.words),
    count: work.length,
    firstDueOn: days[0] ?? null,
    note: shortened(note),
  } as const;
  const isOne = more.length === 0;
  // Whoever had it before is no longer asked.
  if (isOne) await settleNotices(context, tx, 'work_handed', first.assignmentId);
  await tellPeople(context, tx, {
    kind: 'work_handed',
    subject: isOne ? { type: 'assignment', id: first.assignmentId } : { type: 'unit', id: unitId },
    people: toPersonIds.map((personId) => ({
      personId,
      unitId,
      facts,
      link: isOne ? `/phan-viec/${first.assignmentId}` : '/viec-cua-toi?xem=giao-cho-toi',
    })),
  });
}

/** Work reported as done was what its hander asked for. */
async function onHandedWorkClaimed(context: CommandContext, tx: Tx, entry: ProgressRecorded): Promise<void> {
  if (entry.kind === 'claim') await settleNotices(context, tx, 'work_handed', entry.assignmentId);
}

/** Who is named is told so; the others who follow are told that something was said. */
async function onWorkCommented(context: CommandContext, tx: Tx, said: WorkCommented): Promise<void> {
  const { assignmentId, unitId, by } = said;
  const facts = { v: 1, by, words: shortened(said.words), comment: shortened(said.comment) } as const;
  const link = `/phan-viec/${assignmentId}#trao-doi`;
  for (const [kind, personIds] of [
    ['work_mentioned', said.mentionedIds],
    ['work_commented', said.followerIds],
  ] as const)
    await tellPeople(context, tx, {
      kind,
      subject: { type: 'assignment', id: assignmentId },
      people: personIds.map((personId) => ({ personId, unitId, facts, link })),
    });
}

/** What single persons are told: work handed to them, and what is said where they are named or follow. */
export const peopleHandlers = { onWorkHanded, onHandedWorkClaimed, onWorkCommented } as const;
