import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Actor,
  allOf,
  anyOf,
  holds,
  holdsAtTop,
  holdsForParentOf,
  holdsForTop,
  holdsIn,
  holdsOver,
  isSystem,
  type Placed,
  type Post,
  type Rule,
  systemActor,
} from './authz.ts';

const ROLES = ['admin', 'leader', 'member'] as const;

/** A random tree as parents by number: node 0 is the root, and each node's parent has a smaller number. */
const tree = fc
  .array(fc.nat(), { minLength: 0, maxLength: 25 })
  .map((picks) => [-1, ...picks.map((pick, index) => pick % (index + 1))]);

function lineageOf(parents: readonly number[], node: number): string[] {
  const parent = parents[node] ?? -1;
  return [...(parent < 0 ? [] : lineageOf(parents, parent)), `n${node}`];
}

/** By walking the tree downwards, which the rules never do. */
function under(parents: readonly number[], top: number): Set<number> {
  const found = new Set([top]);
  for (let node = 0; node < parents.length; node++) if (found.has(parents[node] ?? -1)) found.add(node);
  return found;
}

interface Held {
  readonly role: (typeof ROLES)[number];
  readonly node: number;
}

function actorWith(parents: readonly number[], held: readonly Held[]): Actor {
  const posts = held.map(({ role, node }): Post => {
    const lineage = lineageOf(parents, node);
    return {
      postId: '',
      role,
      title: '',
      unitId: `n${node}`,
      unitName: '',
      lineage,
      acting: false,
      carries: [],
    };
  });
  return { personId: 'p', name: '', posts, current: posts[0] ?? null, scopes: null };
}

const world = tree.chain((parents) => {
  const node = fc.nat({ max: parents.length - 1 });
  const held = fc.array(fc.record({ role: fc.constantFrom(...ROLES), node }), { maxLength: 4 });
  return fc.record({ parents: fc.constant(parents), held, subject: node });
});

/** What each rule means, said over the tree itself. */
const meanings: {
  rule: Rule<Placed>;
  means(parents: readonly number[], held: Held, subject: number): boolean;
}[] = [
  { rule: holds('leader', 'admin'), means: () => true },
  { rule: holdsIn('leader', 'admin'), means: (_, held, subject) => held.node === subject },
  {
    rule: holdsOver('leader', 'admin'),
    means: (parents, held, subject) => under(parents, held.node).has(subject),
  },
  { rule: holdsAtTop('leader', 'admin'), means: (_, held) => held.node === 0 },
  {
    rule: holdsForTop('leader', 'admin'),
    means: (parents, held) => held.node === 0 || parents[held.node] === 0,
  },
  {
    rule: holdsForParentOf('leader', 'admin'),
    means: (parents, held, subject) => under(parents, Math.max(parents[held.node] ?? 0, 0)).has(subject),
  },
];

describe('rules over random trees', () => {
  it('each means what its name says, for every set of posts', () => {
    fc.assert(
      fc.property(world, ({ parents, held, subject }) => {
        const actor = actorWith(parents, held);
        const placed = { lineage: lineageOf(parents, subject) };
        for (const { rule, means } of meanings)
          expect(rule(actor, placed)).toBe(
            held.some((one) => one.role !== 'member' && means(parents, one, subject)),
          );
      }),
      { numRuns: 500 },
    );
  });

  it('one more post never takes a right away, and no post gives none', () => {
    fc.assert(
      fc.property(world, ({ parents, held, subject }) => {
        const placed = { lineage: lineageOf(parents, subject) };
        for (const { rule } of meanings) {
          expect(rule(actorWith(parents, []), placed)).toBe(false);
          if (rule(actorWith(parents, held.slice(1)), placed))
            expect(rule(actorWith(parents, held), placed)).toBe(true);
        }
      }),
    );
  });

  it('a post whose unit carries a node on has the rights that a post of the same role in that node has', () => {
    fc.assert(
      fc.property(world, fc.nat(), fc.constantFrom(...ROLES), ({ parents, subject }, carried, role) => {
        const placed = { lineage: lineageOf(parents, subject) };
        const ended = carried % parents.length;
        const own = actorWith(parents, [{ role, node: 0 }]);
        const posts = own.posts.map((post) => ({ ...post, unitId: 'new', lineage: ['new'] }));
        const carrying = { ...own, posts: posts.map((post) => ({ ...post, carries: [`n${ended}`] })) };
        const inIt = { ...own, posts: posts.map((post) => ({ ...post, unitId: `n${ended}` })) };
        for (const rule of [holdsIn(role), holdsOver(role)])
          expect(rule(carrying, placed)).toBe(rule(inIt, placed));
        expect(holdsIn(role)(carrying, { lineage: [] })).toBe(false);
      }),
    );
  });

  it('any and all combine like or and and; of nothing, any refuses and all allows', () => {
    const said =
      (answer: boolean): Rule<null> =>
      () =>
        answer;
    fc.assert(
      fc.property(fc.array(fc.boolean()), (answers) => {
        expect(anyOf(...answers.map(said))(systemActor, null)).toBe(answers.includes(true));
        expect(allOf(...answers.map(said))(systemActor, null)).toBe(!answers.includes(false));
      }),
    );
  });

  it('somebody signed out is not the system, though neither holds a post', () => {
    expect(isSystem(systemActor, null)).toBe(true);
    expect(isSystem({ ...systemActor, personId: '' }, null)).toBe(false);
  });
});
