import fc from 'fast-check';
import type { Actor, Post } from '../../src/kernel/authz.ts';

/** A random tree as lineages: node i hangs under an earlier node or is a root. Ids are `n0`, `n1`, … */
export function arbitraryLineages(most = 12): fc.Arbitrary<string[][]> {
  return fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: most }).map((choices) => {
    const lineages: string[][] = [];
    choices.forEach((choice, index) => {
      const parent = index === 0 || choice % 5 === 0 ? [] : (lineages[choice % index] ?? []);
      lineages.push([...parent, `n${index}`]);
    });
    return lineages;
  });
}

/** A signed-in person with up to three posts of the given roles in the tree. */
export function arbitraryActor(lineages: readonly string[][], roles: readonly string[]): fc.Arbitrary<Actor> {
  const post = fc
    .record({ role: fc.constantFrom(...roles), lineage: fc.constantFrom(...lineages), acting: fc.boolean() })
    .map(({ role, lineage, acting }): Post => {
      const unitId = lineage.at(-1) ?? '';
      return {
        postId: `${role} ${unitId}`,
        role,
        title: role,
        unitId,
        unitName: unitId,
        lineage,
        acting,
        carries: [],
      };
    });
  return fc
    .array(post, { maxLength: 3 })
    .map((posts) => ({ personId: 'someone', name: 'Ai đó', posts, current: posts[0] ?? null, scopes: null }));
}
