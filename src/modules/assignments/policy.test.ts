import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryActor, arbitraryLineages } from '../../../test/support/arbitrary-tree.ts';
import { actorWith } from '../../../test/support/people.ts';
import type { Actor } from '../../kernel/authz.ts';
import { leadsUnit } from '../identity/index.ts';
import { mayAccept, mayComment, mayHand, mayReport, maySee, scopeOf } from './policy.ts';

const withTitle = (actor: Actor, title: string): Actor => ({
  ...actor,
  posts: actor.posts.map((post) => ({ ...post, title })),
});

const ROLES = ['admin', 'standing', 'leader', 'lead', 'member', 'front', 'council', 'superior'];

const world = arbitraryLineages().chain((lineages) =>
  fc.record({
    lineages: fc.constant(lineages),
    actor: arbitraryActor(lineages, ROLES),
    doer: fc.constantFrom(...lineages),
    acceptor: fc.constantFrom(...lineages),
  }),
);

function inScopeOf(actor: Actor, lineage: readonly string[], acceptingLineage: readonly string[]): boolean {
  const scope = scopeOf(actor);
  return (
    scope.everything ||
    scope.under.some((id) => lineage.includes(id)) ||
    scope.own.includes(lineage.at(-1) ?? '') ||
    scope.accepting.includes(acceptingLineage.at(-1) ?? '')
  );
}

describe('rights over assignments, over random trees', () => {
  it('the list filter shows exactly what the single right allows', () => {
    fc.assert(
      fc.property(world, ({ actor, doer, acceptor }) => {
        const allowed = maySee(actor, { lineage: doer, acceptingLineage: acceptor });
        expect(inScopeOf(actor, doer, acceptor)).toBe(allowed);
      }),
      { numRuns: 2000 },
    );
  });

  it('nobody reports for a unit in which they hold no post', () => {
    fc.assert(
      fc.property(world, ({ actor, doer }) => {
        if (mayReport(actor, { lineage: doer }))
          expect(actor.posts.some((post) => post.unitId === doer.at(-1))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('nobody accepts or reports what they may not even see', () => {
    fc.assert(
      fc.property(world, ({ actor, doer, acceptor }) => {
        const subject = { lineage: doer, acceptingLineage: acceptor };
        if (mayAccept(actor, subject)) expect(maySee(actor, subject)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('a person whose posts are all in other units and none above sees nothing of a unit, unless they accept its work', () => {
    fc.assert(
      fc.property(world, ({ actor, doer, acceptor }) => {
        const oversees = actor.posts.some(
          (post) =>
            post.role === 'superior' ||
            (post.role === 'admin' && post.lineage.length === 1) ||
            doer.includes(post.unitId) ||
            doer.includes(post.lineage.at(-2) ?? post.unitId) ||
            acceptor.at(-1) === post.unitId,
        );
        if (!oversees) expect(maySee(actor, { lineage: doer, acceptingLineage: acceptor })).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('overseers (Front, Council, superior) never accept', () => {
    fc.assert(
      fc.property(world, ({ actor, doer, acceptor }) => {
        const onlyOverseer = actor.posts.every((post) =>
          ['front', 'council', 'superior', 'admin'].includes(post.role),
        );
        if (onlyOverseer) expect(mayAccept(actor, { lineage: doer, acceptingLineage: acceptor })).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('work of a unit’s own is accepted by those who lead it or the committee above, and by nobody of another unit', () => {
    fc.assert(
      fc.property(world, ({ actor, doer }) => {
        const own = { lineage: doer, acceptingLineage: doer, isOwn: true };
        if (!mayAccept(actor, own)) return;
        expect(maySee(actor, { ...own, isOwn: false }) || leadsUnit(actor, own)).toBe(true);
        expect(actor.posts.some((post) => doer.includes(post.unitId))).toBe(true);
      }),
      { numRuns: 2000 },
    );
    const lineage = ['district', 'commune'];
    const own = { lineage, acceptingLineage: lineage, isOwn: true };
    const chairman = withTitle(actorWith('member', lineage), 'Chủ tịch UBND xã');
    expect(mayAccept(chairman, own)).toBe(true);
    expect(mayAccept(chairman, { ...own, isOwn: false })).toBe(false);
    expect(mayAccept(withTitle(actorWith('member', lineage), 'Công chức Văn phòng'), own)).toBe(false);
    expect(mayAccept(actorWith('standing', ['district', 'office']), own)).toBe(false);
    expect(mayAccept(actorWith('leader', ['district']), own)).toBe(true);
  });

  it('nobody of the unit that does the work accepts it, whatever other post they hold', () => {
    fc.assert(
      fc.property(world, ({ actor, doer, acceptor }) => {
        if (actor.posts.some((post) => post.unitId === doer.at(-1)))
          expect(mayAccept(actor, { lineage: doer, acceptingLineage: acceptor })).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('nobody hands on work of a unit in which they hold no post, and staff only what they answer for', () => {
    fc.assert(
      fc.property(world, fc.boolean(), ({ actor, doer }, isTheirs) => {
        const work = { lineage: doer, answeredBy: isTheirs ? actor.personId : 'another' };
        if (mayHand(actor, work)) expect(mayReport(actor, work)).toBe(true);
        expect(mayHand(actor, { ...work, answeredBy: null })).toBe(mayReport(actor, work));
        if (isTheirs) expect(mayHand(actor, work)).toBe(mayReport(actor, work));
      }),
      { numRuns: 2000 },
    );
    const lineage = ['district', 'commune'];
    const others = { lineage, answeredBy: 'another' };
    const as = (title: string, place = lineage): Actor => withTitle(actorWith('member', place), title);
    expect(mayHand(as('Chủ tịch UBND xã'), others)).toBe(true);
    expect(mayHand(as('Phó Chủ tịch UBND xã'), others)).toBe(true);
    expect(mayHand(as('Công chức Văn phòng'), others)).toBe(false);
    expect(mayHand(as('Chủ tịch UBND xã', ['district', 'other']), others)).toBe(false);
    expect(mayHand(actorWith('leader', ['district']), others)).toBe(false);
  });

  it('whoever sees work may speak of it, but for those who are nothing but superiors', () => {
    fc.assert(
      fc.property(world, ({ actor, doer, acceptor }) => {
        const subject = { lineage: doer, acceptingLineage: acceptor };
        const onlyReads = actor.posts.every((post) => post.role === 'superior');
        expect(mayComment(actor, subject)).toBe(maySee(actor, subject) && !onlyReads);
      }),
      { numRuns: 2000 },
    );
  });
});
