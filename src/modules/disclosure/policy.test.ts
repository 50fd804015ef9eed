import { describe, expect, it } from 'vitest';
import { actorWith } from '../../../test/support/people.ts';
import { type Actor, systemActor } from '../../kernel/authz.ts';
import { mayExempt, mayPost, maySee, mayWrite, seenUnits } from './policy.ts';

const commune = { lineage: ['district', 'commune'] };
const hall = { ...commune, villageId: 'village' };
const board = { ...commune, villageId: null };

const clerk = actorWith('member', ['district', 'commune']);
const head = actorWith('member', ['district', 'commune', 'village']);
const neighbour = actorWith('member', ['district', 'other']);
const otherHead = actorWith('member', ['district', 'commune', 'west']);
const standing = actorWith('standing', ['district', 'office']);
const chairman = actorWith('leader', ['district']);
const ownChairman = actorWith('leader', ['district', 'commune']);
const front = actorWith('front', ['district', 'mttq']);
const council = actorWith('council', ['district', 'hdnd']);
const superior = actorWith('superior', ['province']);
const citizen: Actor = { personId: '', name: '', posts: [], current: null, scopes: null };

const yes = (rule: (actor: Actor) => boolean) => (actors: readonly Actor[]) => actors.map(rule);

describe('who may', () => {
  it('write for a unit: its own people', () => {
    const may = yes((actor) => mayWrite(actor, commune));
    expect(may([systemActor, clerk, ownChairman])).toEqual([true, true, true]);
    expect(may([head, neighbour, standing, chairman, front, council, superior, citizen])).toEqual(
      Array(8).fill(false),
    );
  });

  it('post: the unit’s people anywhere, a village’s people in their village', () => {
    expect([clerk, head].map((actor) => mayPost(actor, hall))).toEqual([true, true]);
    expect([clerk, head].map((actor) => mayPost(actor, board))).toEqual([true, false]);
    expect([otherHead, neighbour, standing, front, citizen].map((actor) => mayPost(actor, hall))).toEqual(
      Array(5).fill(false),
    );
  });

  it('exempt: the standing agency and leaders above, never for their own unit', () => {
    expect([systemActor, standing, chairman].map((actor) => mayExempt(actor, commune))).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      [clerk, ownChairman, head, front, council, superior].map((actor) => mayExempt(actor, commune)),
    ).toEqual(Array(6).fill(false));
    expect(mayExempt(chairman, { lineage: ['district'] })).toBe(false);
    // The commune's own office serves the commune: from there it would exempt itself.
    const ownOffice = actorWith('standing', ['district', 'commune', 'van-phong']);
    expect(mayExempt(ownOffice, commune)).toBe(false);
    expect(mayExempt(ownOffice, { lineage: ['district', 'commune', 'village'] })).toBe(true);
    expect(mayExempt(actorWith('standing', ['district', 'office']), { lineage: ['district'] })).toBe(true);
  });

  it('write nothing from a post in a unit that has ended, and still read what it said', () => {
    const ended = actorWith('leader', []);
    const post = { ...ended.posts[0], unitId: 'old', lineage: [] } as unknown as (typeof ended.posts)[number];
    const formerChairman = { ...ended, posts: [post], current: post };
    expect(mayWrite(formerChairman, { lineage: ['old'] })).toBe(false);
    expect(mayPost(formerChairman, { lineage: ['district', 'commune'], villageId: 'old' })).toBe(false);
    expect(maySee(formerChairman, { lineage: ['old'] })).toBe(true);
  });

  it('see: the unit, its villages, who oversees it, Front and Council of the tree, the superior; no neighbour', () => {
    const seers = [clerk, head, standing, chairman, ownChairman, front, council, superior];
    expect(seers.map((actor) => maySee(actor, commune))).toEqual(seers.map(() => true));
    expect([neighbour, citizen].map((actor) => maySee(actor, commune))).toEqual([false, false]);
  });

  it('a filter over units is the rule asked of each', () => {
    const tree = [
      ['district'],
      ['district', 'commune'],
      ['district', 'commune', 'village'],
      ['district', 'other'],
    ].map((lineage) => ({ id: lineage.at(-1) ?? '', lineage }));
    expect(seenUnits(superior, tree)).toBeNull();
    for (const actor of [clerk, head, neighbour, standing, front, citizen])
      expect(seenUnits(actor, tree)).toEqual(tree.filter((unit) => maySee(actor, unit)).map(({ id }) => id));
  });
});
