import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryActor, arbitraryLineages } from '../../../test/support/arbitrary-tree.ts';
import { actorWith } from '../../../test/support/people.ts';
import {
  mayAdopt,
  mayChangePractice,
  mayDraftTasks,
  mayGiveEffort,
  mayNameOwners,
  mayRecordPractice,
  mayTellEfforts,
  mayWriteCause,
} from './policy.ts';

const ROLES = ['admin', 'standing', 'leader', 'lead', 'member', 'front', 'council', 'superior'];

describe('rights over the thread from score to work', () => {
  it('readers alone, superior and council, write nothing', () => {
    for (const role of ['superior', 'council']) {
      const actor = actorWith(role, ['root', 'office']);
      const unit = { lineage: ['root', 'office'] };
      expect(mayNameOwners(actor, null)).toBe(false);
      expect(mayWriteCause(actor, { ownerUnitId: 'office' })).toBe(false);
      expect(mayGiveEffort(actor, unit) || mayTellEfforts(actor, null)).toBe(false);
      expect(mayRecordPractice(actor, null)).toBe(false);
      expect(mayChangePractice(actor, { byUnitId: 'office' })).toBe(false);
      expect(mayAdopt(actor, unit)).toBe(false);
      expect(mayDraftTasks(actor, null)).toBe(false);
    }
  });

  it('a part that nobody answers for has its cause written by the standing agency alone', () => {
    expect(mayWriteCause(actorWith('lead', ['root', 'office']), { ownerUnitId: null })).toBe(false);
    expect(mayWriteCause(actorWith('standing', ['root', 'office']), { ownerUnitId: null })).toBe(true);
  });

  it('over random trees: who may tell an effort for some unit passes the outer door, and nobody tells it for a unit of others', () => {
    fc.assert(
      fc.property(
        arbitraryLineages().chain((lineages) =>
          fc.record({ actor: arbitraryActor(lineages, ROLES), lineage: fc.constantFrom(...lineages) }),
        ),
        ({ actor, lineage }) => {
          if (!mayGiveEffort(actor, { lineage })) return;
          expect(mayTellEfforts(actor, null)).toBe(true);
          expect(actor.posts.some(({ unitId }) => unitId === lineage.at(-1))).toBe(true);
        },
      ),
    );
  });
});
