import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Post } from '../../kernel/authz.ts';
import { mayChangeUnits, mayPublishContact } from './policy.ts';

const ROLES = ['admin', 'standing', 'leader', 'lead', 'member', 'front', 'council', 'superior'];

/** Lineages of a random tree: unit n hangs under one of the units before it, or is a root. */
const trees = fc
  .array(fc.option(fc.nat(100)), { minLength: 1, maxLength: 25, size: 'max' })
  .map((parents) => {
    const lineages: string[][] = [];
    for (const [index, parent] of parents.entries()) {
      const above = parent === null || index === 0 ? [] : (lineages[parent % index] ?? []);
      lineages.push([...above, `u${index}`]);
    }
    return lineages;
  });

const cases = trees.chain((lineages) =>
  fc.record({
    lineages: fc.constant(lineages),
    posts: fc.array(fc.record({ at: fc.nat(lineages.length - 1), role: fc.constantFrom(...ROLES) }), {
      maxLength: 4,
    }),
    subject: fc.nat(lineages.length - 1),
  }),
);

function actorOf(lineages: string[][], posts: readonly { at: number; role: string }[]): Actor {
  const held = posts.map(
    ({ at, role }, index): Post => ({
      postId: `p${index}`,
      role,
      title: '',
      unitId: `u${at}`,
      unitName: '',
      lineage: lineages[at] ?? [],
      acting: false,
      carries: [],
    }),
  );
  return { personId: 'someone', name: '', posts: held, current: held[0] ?? null, scopes: null };
}

describe('rights over units', () => {
  it('let only an administrator of a whole tree change it', () => {
    fc.assert(
      fc.property(cases, ({ lineages, posts }) => {
        const isAdmin = posts.some(({ at, role }) => role === 'admin' && lineages[at]?.length === 1);
        expect(mayChangeUnits(actorOf(lineages, posts), null)).toBe(isAdmin);
      }),
    );
  });

  it('let a standing agency publish contacts in the tree of the committee it serves, and nowhere else', () => {
    fc.assert(
      fc.property(cases, ({ lineages, posts, subject }) => {
        const lineage = lineages[subject] ?? [];
        const mine = posts.some(({ at, role }) => {
          const own = lineages[at] ?? [];
          if (role === 'admin') return own.length === 1 || lineage.includes(`u${at}`);
          const served = own.length > 1 ? own[own.length - 2] : own[0];
          return role === 'standing' && served !== undefined && lineage.indexOf(served) >= 0;
        });
        expect(mayPublishContact(actorOf(lineages, posts), { lineage })).toBe(mine);
      }),
    );
  });

  it('give nothing to someone who holds no post', () => {
    const nobody: Actor = { personId: '', name: '', posts: [], current: null, scopes: null };
    expect(mayChangeUnits(nobody, null)).toBe(false);
    expect(mayPublishContact(nobody, { lineage: ['a'] })).toBe(false);
  });
});
