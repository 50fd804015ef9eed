import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type NamedHolder, peopleOfUnits } from '../../identity/index.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents, workHanded } from '../events.ts';
import { assignmentLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { m as people } from '../messages-people.ts';
import { mayHand } from '../policy.ts';
import { answerFor, answersFor } from '../queries/answers.ts';
import { appendEntries, type LockedWork, lockWork, recordedAt } from '../store.ts';

export const handOnInput = z.object({
  work: z
    .array(
      z.object({
        assignmentId: z.uuid(),
        /** The revision the person saw; absent where nobody looked at a page. */
        revision: z.number().int().optional(),
      }),
    )
    .max(assignmentLimits.handed_at_once),
  /** A post of the unit (its holder, in that title), a title whoever holds it, or nobody in particular. */
  to: z.union([z.object({ postId: z.uuid() }), z.object({ title: z.string().max(200) })]).nullable(),
  note: z.string().trim().max(4000).default(''),
});

interface Target {
  readonly personId: string | null;
  readonly title: string | null;
  /** Name of the person. */
  readonly name: string | null;
}

/**
 * Gives assignments of one unit to somebody in it, all or none. Answers how many changed hands; those that are there
 * already stay as they are. Throws not_found, changed_meanwhile, several_units, forbidden, not_possible, not_in_unit,
 * handed_already, nothing_chosen.
 */
export async function handOn(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof handOnInput>,
): Promise<{ handed: number }> {
  const { work: chosen, to, note } = handOnInput.parse(given);
  const today = vietnamDate(context.now);
  const revisions = new Map(chosen.map((one) => [one.assignmentId, one.revision]));
  const work = await lockWork(context, tx, [...revisions.keys()]);
  const [first] = work;
  ensure(first, assignmentErrors.nothing_chosen);
  const { unitId } = first;
  ensure(
    work.every((one) => one.unitId === unitId),
    assignmentErrors.several_units,
  );
  const before = await answersFor(tx, work, { today, asOf: null });
  for (const [index, one] of work.entries()) {
    const revision = revisions.get(one.id);
    const answeredBy = before[index]?.personId ?? null;
    ensure(mayHand(context.actor, { ...one, answeredBy }), kernelErrors.forbidden);
    ensure(revision === undefined || revision === one.revision, assignmentErrors.changed_meanwhile);
    if (one.progress === 'accepted' || one.progress === 'not_applicable')
      throw new AppError(assignmentErrors.not_possible, { state: m[one.progress], action: people.do_hand });
  }
  const target = await targetOf(tx, unitId, to, today);
  const moved = work.flatMap((one, index) => {
    const stays = one.responsiblePersonId === target.personId && one.responsibleTitle === target.title;
    return stays ? [] : [{ one, from: fromOf(one, before[index]), at: recordedAt(context, one) }];
  });
  ensure(moved.length > 0, assignmentErrors.handed_already);
  await store(context, tx, moved, target, note);
  const answering = await answerFor(
    tx,
    { unitId, responsiblePersonId: target.personId, responsibleTitle: target.title },
    today,
  );
  const told = [target.personId, to === null ? null : answering.personId];
  await workHanded.emit(context, tx, {
    unitId,
    by: context.actor.name,
    toPersonIds: [...new Set(told)].filter((id) => id !== null && id !== context.actor.personId) as string[],
    work: moved.map(({ one }) => ({ assignmentId: one.id, words: one.words, dueOn: one.dueOn })),
    note,
  });
  return { handed: moved.length };
}

/** Who answered until now, where somebody had been asked; nobody where the work had only fallen to a leader. */
function fromOf(work: LockedWork, answered: NamedHolder | undefined) {
  const wasGiven = work.responsiblePersonId !== null || work.responsibleTitle !== null;
  return wasGiven && answered ? { personId: answered.personId, name: answered.name } : null;
}

async function targetOf(
  tx: Tx,
  unitId: string,
  to: z.output<typeof handOnInput>['to'],
  today: CalendarDate,
): Promise<Target> {
  if (to === null) return { personId: null, title: null, name: null };
  const people = await peopleOfUnits(tx, [unitId], today);
  if ('postId' in to) {
    const post = people.find((one) => one.postId === to.postId);
    ensure(post, assignmentErrors.not_in_unit);
    return { personId: post.personId, title: post.title, name: post.fullName };
  }
  const post = people.find((one) => one.title === to.title);
  ensure(post, assignmentErrors.not_in_unit);
  return { personId: null, title: post.title, name: null };
}

async function store(
  context: CommandContext,
  tx: Tx,
  moved: readonly {
    readonly one: LockedWork;
    readonly from: { readonly personId: string | null; readonly name: string | null } | null;
    readonly at: Date;
  }[],
  target: Target,
  note: string,
): Promise<void> {
  const happenedOn = vietnamDate(context.now);
  await appendEntries(
    context,
    tx,
    moved.map(({ one, from, at }) => ({
      assignmentId: one.id,
      kind: 'hand',
      happenedOn,
      recordedAt: at,
      note,
      details: {
        v: 1,
        fromPersonId: from?.personId ?? null,
        fromName: from?.name ?? null,
        toPersonId: target.personId,
        toTitle: target.title,
        toName: target.name,
      },
    })),
  );
  await tx.run(sql`update assignments_assignment a set responsible_person_id = ${target.personId}::uuid,
      responsible_title = ${target.title}, changed_at = h.at
    from unnest(${moved.map(({ one }) => one.id)}::uuid[], ${moved.map(({ at }) => at)}::timestamptz[]) as h (id, at)
    where a.id = h.id`);
  for (const { one } of moved)
    await audit(tx, context, assignmentEvents.handed, {
      subject: { type: 'assignment', id: one.id },
      before: { personId: one.responsiblePersonId, title: one.responsibleTitle },
      after: { personId: target.personId, title: target.title },
    });
}
