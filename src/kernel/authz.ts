/**
 * Who may do what, as expressions that read aloud. A room's `policy.ts` composes these; nothing else decides rights.
 * Rights come from the roles of a person's posts and from where the post's node stands in the tree (its lineage, root
 * first, itself last).
 */
export interface Post {
  readonly postId: string;
  readonly role: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Ids of the nodes above the post's unit, root first, ending with the unit itself; empty once that unit has ended. */
  readonly lineage: readonly string[];
  readonly acting: boolean;
  /** Ids of ended units whose work the post's unit carries on: what they left open is its own. */
  readonly carries: readonly string[];
}

export interface Actor {
  /** `null` for the system itself: the command line and the loader of the example. */
  readonly personId: string | null;
  readonly name: string;
  readonly posts: readonly Post[];
  /** The post the person is acting from at the moment; the first one unless chosen. */
  readonly current: Post | null;
  /** Scopes of a personal API token; `null` in a browser session, where all rights of the posts hold. */
  readonly scopes: readonly string[] | null;
}

/** The operator at the machine: the command line, jobs, the example's loader. */
export const systemActor: Actor = {
  personId: null,
  name: 'Hệ thống',
  posts: [],
  current: null,
  scopes: null,
};

export type Rule<Subject> = (actor: Actor, subject: Subject) => boolean;

/** Anything with a place in the tree: ids from the root down to the node itself. */
export interface Placed {
  readonly lineage: readonly string[];
}

export const isSystem: Rule<unknown> = (actor) => actor.personId === null;

export function anyOf<S>(...rules: readonly Rule<S>[]): Rule<S> {
  return (actor, subject) => rules.some((rule) => rule(actor, subject));
}

export function allOf<S>(...rules: readonly Rule<S>[]): Rule<S> {
  return (actor, subject) => rules.every((rule) => rule(actor, subject));
}

/** Holds one of the roles anywhere. */
export function holds(...roles: readonly string[]): Rule<unknown> {
  return (actor) => actor.posts.some((post) => roles.includes(post.role));
}

/** The units for which a post acts: its own, and the ended ones whose work that unit carries on. */
export const unitsOfPost = ({ unitId, carries }: Pick<Post, 'unitId' | 'carries'>): readonly string[] => [
  unitId,
  ...carries,
];

/** Whether a post acts for a unit. */
export const actsFor = (post: Pick<Post, 'unitId' | 'carries'>, unitId: string | undefined): boolean =>
  unitId !== undefined && unitsOfPost(post).includes(unitId);

/** Holds one of the roles in exactly the subject's node, or where that node's work went. */
export function holdsIn(...roles: readonly string[]): Rule<Placed> {
  return (actor, subject) =>
    actor.posts.some((post) => roles.includes(post.role) && actsFor(post, subject.lineage.at(-1)));
}

/** Holds one of the roles in the subject's node or in a node above it. */
export function holdsOver(...roles: readonly string[]): Rule<Placed> {
  return (actor, subject) =>
    actor.posts.some(
      (post) => roles.includes(post.role) && unitsOfPost(post).some((id) => subject.lineage.includes(id)),
    );
}

/** Holds one of the roles in a root of the tree: answers for the whole jurisdiction. */
export function holdsAtTop(...roles: readonly string[]): Rule<unknown> {
  return (actor) => actor.posts.some((post) => roles.includes(post.role) && post.lineage.length === 1);
}

/** Holds one of the roles in a root of the tree, or in an office directly under one, which serves the root. */
export function holdsForTop(...roles: readonly string[]): Rule<unknown> {
  return (actor) =>
    actor.posts.some((post) => roles.includes(post.role) && [1, 2].includes(post.lineage.length));
}

/**
 * Holds one of the roles in a node that serves its parent (an office under the committee): the right covers the
 * parent's whole tree, as a standing agency acts for the committee it belongs to.
 */
export function holdsForParentOf(...roles: readonly string[]): Rule<Placed> {
  return (actor, subject) =>
    actor.posts.some((post) => {
      const parent = post.lineage.at(-2) ?? post.unitId;
      return roles.includes(post.role) && subject.lineage.includes(parent);
    });
}
