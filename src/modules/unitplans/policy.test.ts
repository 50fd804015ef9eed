import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryActor, arbitraryLineages } from '../../../test/support/arbitrary-tree.ts';
import { actorWith } from '../../../test/support/people.ts';
import type { Actor } from '../../kernel/authz.ts';
import { mayDraft, mayFollow, mayIssue, mayReadDraft, mayReturn, maySee } from './policy.ts';

const ROLES = ['admin', 'standing', 'leader', 'lead', 'member', 'front', 'council', 'superior'];

const world = arbitraryLineages().chain((lineages) =>
  fc.record({
    actor: arbitraryActor(lineages, ROLES),
    lineage: fc.constantFrom(...lineages),
    issuerLineage: fc.constantFrom(...lineages),
    isIssued: fc.boolean(),
  }),
);

const titled = (actor: Actor, title: string): Actor => ({
  ...actor,
  posts: actor.posts.map((post) => ({ ...post, title })),
});

const commune = ['district', 'commune'];
const plan = { lineage: commune, issuerLineage: ['district'], isIssued: false };

describe('rights over unit plans', () => {
  it('nobody writes, issues, follows or returns what they may not see, over random trees', () => {
    fc.assert(
      fc.property(world, ({ actor, ...subject }) => {
        for (const rule of [mayDraft, mayIssue, mayFollow, mayReturn, mayReadDraft])
          if (rule(actor, subject)) expect(maySee(actor, subject)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('only people of the unit write it, and nobody of the unit returns it', () => {
    fc.assert(
      fc.property(world, ({ actor, ...subject }) => {
        const isOfUnit = actor.posts.some((post) => post.unitId === subject.lineage.at(-1));
        if (mayDraft(actor, subject) || mayIssue(actor, subject)) expect(isOfUnit).toBe(true);
        if (mayReturn(actor, subject)) expect(isOfUnit).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('the head and deputies of the unit issue it, its staff do not', () => {
    const member = actorWith('member', commune);
    expect(mayIssue(titled(member, 'Chủ tịch UBND xã'), plan)).toBe(true);
    expect(mayIssue(titled(member, 'Phó Chủ tịch UBND xã'), plan)).toBe(true);
    expect(mayIssue(titled(member, 'Công chức Văn phòng - Thống kê'), plan)).toBe(false);
    expect(mayIssue(titled(actorWith('leader', ['district']), 'Chủ tịch UBND huyện'), plan)).toBe(false);
  });

  it('the standing agency follows and returns; another commune and the lead of an office see only what is issued', () => {
    const standing = actorWith('standing', ['district', 'office']);
    expect([mayFollow(standing, plan), mayReturn(standing, plan), mayReadDraft(standing, plan)]).toEqual([
      true,
      true,
      true,
    ]);
    for (const other of [
      actorWith('member', ['district', 'other']),
      actorWith('lead', ['district', 'legal']),
    ]) {
      expect(maySee(other, plan)).toBe(false);
      expect(maySee(other, { ...plan, isIssued: true })).toBe(true);
      expect(mayFollow(other, plan)).toBe(false);
    }
    expect(mayReturn(actorWith('superior', ['province']), plan)).toBe(false);
  });
});
