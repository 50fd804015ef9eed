import { type Actor, anyOf, holdsAtTop, isSystem, type Rule, unitsOfPost } from '../../kernel/authz.ts';

/**
 * The units whose notices a person reads: those of the person's posts, and for the standing agency the committee it
 * serves, for which it confirms finished work.
 */
export function mailboxesOf(actor: Pick<Actor, 'posts'>): string[] {
  const units = actor.posts.flatMap((post) => {
    const served = post.role === 'standing' ? post.lineage.at(-2) : undefined;
    return served === undefined ? unitsOfPost(post) : [...unitsOfPost(post), served];
  });
  return [...new Set(units)];
}

/**
 * A notice to a person is read by that person alone; one to a unit by whoever holds a post there or in the office that
 * serves it.
 */
export const mayRead: Rule<{ readonly unitId: string; readonly personId: string | null }> = (
  actor,
  notice,
) =>
  notice.personId === null ? mailboxesOf(actor).includes(notice.unitId) : notice.personId === actor.personId;

/** Sees how emails leave and decides about those that failed: the administrator of the whole jurisdiction. */
export const mayRunMail: Rule<unknown> = anyOf<unknown>(isSystem, holdsAtTop('admin'));
