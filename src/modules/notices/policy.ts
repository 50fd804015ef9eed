import type { Actor, Rule } from '../../kernel/authz.ts';

/**
 * The units whose notices a person reads: those of the person's posts, and for the standing agency the committee it
 * serves, for which it confirms finished work.
 */
export function mailboxesOf(actor: Actor): string[] {
  const units = actor.posts.flatMap((post) => {
    const served = post.role === 'standing' ? post.lineage.at(-2) : undefined;
    return served === undefined ? [post.unitId] : [post.unitId, served];
  });
  return [...new Set(units)];
}

/** A notice is read by whoever holds a post in the unit it was sent to, or in the office that serves that unit. */
export const mayRead: Rule<{ readonly unitId: string }> = (actor, notice) =>
  mailboxesOf(actor).includes(notice.unitId);
