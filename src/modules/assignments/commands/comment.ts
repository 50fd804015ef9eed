import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { actorsOf, type KnownActor } from '../../identity/index.ts';
import { mentionsIn, piecesOf } from '../domain/mentions.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents, workCommented } from '../events.ts';
import { assignmentLimits } from '../limits.ts';
import { m } from '../messages-people.ts';
import { mayComment, maySee } from '../policy.ts';
import { answerFor } from '../queries/answers.ts';
import { followersOf } from '../queries/followers.ts';
import { type PlacedWork, placedWork } from '../queries/placed-work.ts';

/** What is said, as typed: line breaks stay. */
export const commentWords = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
  .refine((text) => text !== '', { params: { message: m.words_missing }, abort: true })
  .refine((text) => text.length <= assignmentLimits.comment_length, {
    params: { message: m.words_too_long },
  });

export const commentInput = z.object({
  assignmentId: z.uuid(),
  words: commentWords,
  /** A person chosen beside the words, by user name; written after them unless they name the person already. */
  alsoMention: z.string().trim().toLowerCase().max(40).nullable().default(null),
});

/**
 * Says something about an assignment. People named with @user-name must be there and may see the work. Throws not_found,
 * forbidden, mention_unknown, mention_hidden, mentions_too_many.
 */
export async function comment(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof commentInput>,
): Promise<{ commentId: string }> {
  const { assignmentId, words: typed, alsoMention } = commentInput.parse(given);
  const { actor, now } = context;
  const today = vietnamDate(now);
  const work = await placedWork(tx, assignmentId, today);
  ensure(work && maySee(actor, work), assignmentErrors.not_found);
  ensure(mayComment(actor, work) && actor.personId !== null, kernelErrors.forbidden);
  const isNamed = alsoMention === null || alsoMention === '' || mentionsIn(typed).includes(alsoMention);
  const words = isNamed ? typed : `${typed} @${alsoMention}`;
  const mentioned = await mentionedPeople(tx, work, words, today);
  const commentId = newId();
  await tx.run(sql`
    insert into assignments_comment (id, assignment_id, recorded_at, person_id, person_name, unit_id, words)
    values (${commentId}, ${assignmentId}, ${now}, ${actor.personId}, ${actor.name}, ${actor.current?.unitId ?? null}, ${words})`);
  await tx.run(sql`
    insert into assignments_mention (comment_id, person_id, username, person_name)
    select ${commentId}::uuid, n.person_id, n.username, n.name
    from unnest(${mentioned.map((one) => one.personId)}::uuid[], ${mentioned.map((one) => one.username)}::text[],
      ${mentioned.map((one) => one.actor.name)}::text[]) as n (person_id, username, name)`);
  await audit(tx, context, assignmentEvents.commented, {
    subject: { type: 'assignment', id: assignmentId },
    after: { commentId, mentioned: mentioned.map((one) => one.personId) },
  });
  const mentionedIds = mentioned.map((one) => one.personId).filter((id) => id !== actor.personId);
  const followers = await followersToTell(tx, work, today);
  await workCommented.emit(context, tx, {
    assignmentId,
    unitId: work.unitId,
    by: actor.name,
    words: work.words,
    comment: withNames(words, mentioned),
    mentionedIds,
    followerIds: followers.filter((id) => id !== actor.personId && !mentionedIds.includes(id)),
  });
  return { commentId };
}

/** The words as people read them: names in place of user names. */
function withNames(words: string, mentioned: readonly KnownActor[]): string {
  const names = new Map(mentioned.map((one) => [one.username, one.actor.name]));
  const pieces = piecesOf(words, names);
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : `@${piece.name}`)).join('');
}

async function mentionedPeople(
  db: Db,
  work: PlacedWork,
  words: string,
  today: CalendarDate,
): Promise<KnownActor[]> {
  const usernames = mentionsIn(words);
  const limit = assignmentLimits.comment_mentions;
  ensure(usernames.length <= limit, assignmentErrors.mentions_too_many, { limit });
  if (usernames.length === 0) return [];
  const known = new Map((await actorsOf(db, { usernames }, today)).map((one) => [one.username, one]));
  return usernames.map((name) => {
    const person = known.get(name);
    ensure(person, assignmentErrors.mention_unknown, { name });
    ensure(maySee(person.actor, work), assignmentErrors.mention_hidden, { name });
    return person;
  });
}

/** Followers who may still see the work: people change posts. */
async function followersToTell(db: Db, work: PlacedWork, today: CalendarDate): Promise<string[]> {
  const { personId } = await answerFor(db, work, today);
  const personIds = [...(await followersOf(db, work.id, personId))];
  const actors = await actorsOf(db, { personIds }, today);
  return actors.filter((one) => maySee(one.actor, work)).map((one) => one.personId);
}

/** Takes back what the actor said: that it was said stays, the words are shown to nobody. Throws comment_not_found. */
export async function withdrawComment(
  context: CommandContext,
  tx: Tx,
  { commentId }: { readonly commentId: string },
): Promise<void> {
  const found = await tx.row(query({ assignmentId: 'uuid' } as const)`
    select c.assignment_id as "assignmentId" from assignments_comment c
    where c.id = ${commentId} and c.person_id = ${context.actor.personId}
      and not exists (select from assignments_comment_withdrawn w where w.comment_id = c.id)`);
  ensure(found, assignmentErrors.comment_not_found);
  await tx.run(sql`insert into assignments_comment_withdrawn (comment_id, withdrawn_at)
    values (${commentId}, ${context.now}) on conflict (comment_id) do nothing`);
  await audit(tx, context, assignmentEvents.comment_withdrawn, {
    subject: { type: 'assignment', id: found.assignmentId },
    before: { commentId },
  });
}
