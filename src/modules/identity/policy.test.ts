import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Actor,
  allOf,
  anyOf,
  holds,
  holdsForParentOf,
  holdsIn,
  holdsOver,
  type Post,
  systemActor,
} from '../../kernel/authz.ts';
import { ROLES, type Role, reachOf } from './domain/roles.ts';
import {
  administeredUnits,
  leadsUnit,
  mayAdminister,
  mayAdministerAll,
  mayGrant,
  mayKeepLeaves,
  mayManagePerson,
  mayManageSomePeople,
  maySeePerson,
} from './policy.ts';

/** A forest as the parent of each node, by index; a node's parent comes before it. */
const forest = fc
  .array(fc.option(fc.nat(), { freq: 8 }), { minLength: 1, maxLength: 30 })
  .map((wishes) => wishes.map((wish, index) => (wish === null || index === 0 ? null : wish % index)));

type Forest = readonly (number | null)[];

function lineageOf(trees: Forest, node: number): string[] {
  const parent = trees[node] ?? null;
  return [...(parent === null ? [] : lineageOf(trees, parent)), `u${node}`];
}

function postAt(trees: Forest, node: number, role: string): Post {
  return {
    postId: `p${node}${role}`,
    role,
    title: role,
    unitId: `u${node}`,
    unitName: `u${node}`,
    lineage: lineageOf(trees, node),
    acting: false,
    carries: [],
  };
}

function actorWith(posts: readonly Post[]): Actor {
  return { personId: 'someone', name: 'Ai đó', posts, current: posts[0] ?? null, scopes: null };
}

const role = fc.constantFrom(...ROLES);
const node = fc.nat();
const holdings = fc.array(fc.tuple(node, role), { maxLength: 4 });

/** A forest, an actor with posts in it, and further nodes. */
const world = fc
  .tuple(forest, holdings, fc.array(node, { minLength: 1, maxLength: 4 }))
  .map(([trees, held, nodes]) => ({
    trees,
    actor: actorWith(held.map(([at, as]) => postAt(trees, at % trees.length, as))),
    nodes: nodes.map((at) => at % trees.length),
  }));

/** Whether `above` is the node or an ancestor of it, walked parent by parent: another way than the rules go. */
function isAbove(trees: Forest, above: string, at: number): boolean {
  let step: number | null = at;
  while (step !== null) {
    if (`u${step}` === above) return true;
    step = trees[step] ?? null;
  }
  return false;
}

describe('who manages people', () => {
  it('is nobody outside their own tree: a managed person has every post in a node the administrator stands over', () => {
    fc.assert(
      fc.property(world, ({ trees, actor, nodes }) => {
        const person = { lineages: nodes.map((at) => lineageOf(trees, at)) };
        const adminAt = actor.posts.filter((post) => post.role === 'admin').map((post) => post.unitId);
        const overAll = adminAt.some((unit) => trees[Number(unit.slice(1))] === null);
        const over = (at: number): boolean => adminAt.some((unit) => isAbove(trees, unit, at));
        expect(mayManagePerson(actor, person)).toBe(overAll || nodes.every(over));
        expect(maySeePerson(actor, person)).toBe(overAll || nodes.some(over));
      }),
    );
  });

  it('is never someone without a post as administrator', () => {
    fc.assert(
      fc.property(world, ({ trees, actor, nodes }) => {
        const others = actorWith(actor.posts.filter((post) => post.role !== 'admin'));
        const person = { lineages: nodes.map((at) => lineageOf(trees, at)) };
        expect(mayManageSomePeople(others, null)).toBe(false);
        expect(mayAdministerAll(others, null)).toBe(false);
        expect(maySeePerson(others, person)).toBe(false);
        expect(mayManagePerson(others, person)).toBe(false);
      }),
    );
  });

  it('leaves a person without any post to the administrators of a root', () => {
    fc.assert(
      fc.property(world, ({ actor }) => {
        expect(mayManagePerson(actor, { lineages: [] })).toBe(mayAdministerAll(actor, null));
      }),
    );
  });

  it('includes the operator at the machine, and nobody who is signed out', () => {
    const signedOut: Actor = { personId: '', name: '', posts: [], current: null, scopes: null };
    expect(mayManagePerson(systemActor, { lineages: [] })).toBe(true);
    expect(mayManagePerson(signedOut, { lineages: [['u0']] })).toBe(false);
    expect(mayManageSomePeople(signedOut, null)).toBe(false);
  });

  it('sees in lists exactly the units it administers', () => {
    fc.assert(
      fc.property(world, ({ trees, actor, nodes: [at = 0] }) => {
        const units = administeredUnits(actor);
        const lineage = lineageOf(trees, at);
        const listed = units === null || lineage.some((id) => units.includes(id));
        expect(listed).toBe(mayAdminister(actor, { lineage }));
      }),
    );
  });
});

describe('recording leave', () => {
  const withTitle = (trees: Forest, at: number, title: string): Actor =>
    actorWith([{ ...postAt(trees, at, 'member'), title }]);

  it('is always open to oneself, and to those who lead or administer a place of the person alone', () => {
    fc.assert(
      fc.property(world, ({ trees, actor, nodes }) => {
        const lineages = nodes.map((at) => lineageOf(trees, at));
        expect(mayKeepLeaves(actor, { personId: 'someone', lineages })).toBe(true);
        const over = ['leader', 'admin'].flatMap((one) => actor.posts.filter((post) => post.role === one));
        const isOver = over.some((post) => nodes.some((at) => isAbove(trees, post.unitId, at)));
        const other = mayKeepLeaves(actor, { personId: 'other', lineages });
        expect(other).toBe(isOver || mayAdministerAll(actor, null));
      }),
    );
  });

  it('is open to the head of the person’s own unit and the head’s deputies, not to staff nor to another unit', () => {
    fc.assert(
      fc.property(world, node, ({ trees, nodes: [at = 0] }, elsewhere) => {
        const person = { personId: 'other', lineages: [lineageOf(trees, at)] };
        const here = { lineage: lineageOf(trees, at) };
        for (const title of ['Trưởng phòng', 'Phó Trưởng phòng']) {
          const other = elsewhere % trees.length;
          expect(mayKeepLeaves(withTitle(trees, other, title), person)).toBe(other === at);
          expect(leadsUnit(withTitle(trees, other, title), here)).toBe(other === at);
        }
        expect(mayKeepLeaves(withTitle(trees, at, 'Chuyên viên'), person)).toBe(false);
      }),
    );
  });
});

describe('granting posts', () => {
  it('gives nobody a reach that the granting administrator lacks', () => {
    fc.assert(
      fc.property(world, role, ({ trees, actor, nodes: [at = 0, ...others] }, granted) => {
        const lineage = lineageOf(trees, at);
        fc.pre(mayGrant(actor, { role: granted, lineage }));
        const holder = actorWith([postAt(trees, at, granted)]);
        for (const other of others) {
          const subject = { lineage: lineageOf(trees, other) };
          const reached =
            holdsOver(granted)(holder, subject) ||
            (reachOf(granted, lineage).length < lineage.length && holdsForParentOf(granted)(holder, subject));
          if (reached) expect(mayAdminister(actor, subject)).toBe(true);
        }
      }),
    );
  });

  it('lets only an administrator of the whole jurisdiction make a superior, who sees all of it', () => {
    fc.assert(
      fc.property(world, ({ trees, actor, nodes: [at = 0] }) => {
        const superior = { role: 'superior' as const, lineage: lineageOf(trees, at) };
        expect(mayGrant(actor, superior)).toBe(mayAdministerAll(actor, null));
      }),
    );
  });

  it('never lets an administrator below a root make one over a whole root', () => {
    fc.assert(
      fc.property(world, ({ trees, actor, nodes: [at = 0] }) => {
        const lineage = lineageOf(trees, at);
        fc.pre(lineage.length === 1 && !mayAdministerAll(actor, null));
        for (const granted of ROLES)
          expect(mayGrant(actor, { role: granted satisfies Role, lineage })).toBe(false);
      }),
    );
  });
});

describe('the kernel’s rules over a tree', () => {
  it('hold in a node only there, over it for it and all below, and for its parent one step wider', () => {
    fc.assert(
      fc.property(world, role, ({ trees, actor, nodes: [at = 0] }, asked) => {
        const subject = { lineage: lineageOf(trees, at) };
        const units = actor.posts
          .filter((post) => post.role === asked)
          .map((post) => Number(post.unitId.slice(1)));
        expect(holds(asked)(actor, null)).toBe(units.length > 0);
        expect(holdsIn(asked)(actor, subject)).toBe(units.includes(at));
        expect(holdsOver(asked)(actor, subject)).toBe(units.some((unit) => isAbove(trees, `u${unit}`, at)));
        expect(holdsForParentOf(asked)(actor, subject)).toBe(
          units.some((unit) => isAbove(trees, `u${trees[unit] ?? unit}`, at)),
        );
      }),
    );
  });

  it('imply each other from narrow to wide, and combine as any and all', () => {
    fc.assert(
      fc.property(world, role, role, ({ trees, actor, nodes: [at = 0] }, one, two) => {
        const subject = { lineage: lineageOf(trees, at) };
        const [inside, over, forParent] = [holdsIn(one), holdsOver(one), holdsForParentOf(one)];
        if (inside(actor, subject)) expect(over(actor, subject)).toBe(true);
        if (over(actor, subject)) expect(forParent(actor, subject)).toBe(true);
        const [a, b] = [holdsOver(one), holdsOver(two)];
        expect(anyOf(a, b)(actor, subject)).toBe(a(actor, subject) || b(actor, subject));
        expect(allOf(a, b)(actor, subject)).toBe(a(actor, subject) && b(actor, subject));
        expect(holdsOver(one, two)(actor, subject)).toBe(anyOf(a, b)(actor, subject));
      }),
    );
  });
});
