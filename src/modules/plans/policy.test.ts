import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryActor, arbitraryLineages } from '../../../test/support/arbitrary-tree.ts';
import { systemActor } from '../../kernel/authz.ts';
import { PLAN_STATES } from './plan.ts';
import { draftScope, mayDraft, mayIssue, maySee, maySeeDraft } from './policy.ts';

const ROLES = ['admin', 'standing', 'leader', 'lead', 'member', 'front', 'council', 'superior'];

const situations = arbitraryLineages().chain((lineages) =>
  fc.record({
    actor: arbitraryActor(lineages, ROLES),
    lineage: fc.constantFrom(...lineages),
    state: fc.constantFrom(...PLAN_STATES),
  }),
);

describe('over random trees and posts', () => {
  it('only a standing agency of the unit or of one above drafts, and whoever drafts may issue and see', () => {
    fc.assert(
      fc.property(situations, ({ actor, lineage, state }) => {
        const plan = { lineage, state };
        const serves = actor.posts.some(
          (post) => post.role === 'standing' && lineage.includes(post.lineage.at(-2) ?? post.unitId),
        );
        expect(mayDraft(actor, plan)).toBe(serves);
        if (mayDraft(actor, plan)) expect(mayIssue(actor, plan)).toBe(true);
        if (mayIssue(actor, plan)) expect(maySee(actor, plan)).toBe(true);
      }),
    );
  });

  it('a leader issues for exactly the own unit', () => {
    fc.assert(
      fc.property(situations, ({ actor, lineage, state }) => {
        const leads = actor.posts.some((post) => post.role === 'leader' && post.unitId === lineage.at(-1));
        expect(mayIssue(actor, { lineage, state } as never)).toBe(leads || mayDraft(actor, { lineage }));
      }),
    );
  });

  it('a draft is never seen by lead agencies, carrying-out units, the Front, the Council or a superior', () => {
    fc.assert(
      fc.property(situations, ({ actor, lineage }) => {
        const posts = actor.posts.filter((post) => !['admin', 'standing', 'leader'].includes(post.role));
        expect(maySeeDraft({ ...actor, posts }, { lineage })).toBe(false);
        expect(maySee({ ...actor, posts }, { lineage, state: 'issued' })).toBe(true);
      }),
    );
  });

  it('the filter of lists is the same rule as that of single drafts', () => {
    fc.assert(
      fc.property(situations, ({ actor, lineage }) => {
        const scope = draftScope(actor);
        const inScope =
          scope.all ||
          scope.over.some((id) => lineage.includes(id)) ||
          scope.exactly.includes(lineage.at(-1) ?? '');
        expect(inScope).toBe(maySeeDraft(actor, { lineage }));
      }),
    );
  });
});

describe('at the edges', () => {
  it('the machine may do everything, and a visitor who has not signed in sees nothing', () => {
    const plan = { lineage: ['n0'], state: 'issued' } as const;
    expect([mayDraft(systemActor, plan), mayIssue(systemActor, plan), draftScope(systemActor).all]).toEqual([
      true,
      true,
      true,
    ]);
    expect(maySee({ ...systemActor, personId: '' }, plan)).toBe(false);
  });
});
