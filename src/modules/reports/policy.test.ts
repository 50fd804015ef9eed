import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorWith } from '../../../test/support/people.ts';
import { type Actor, systemActor } from '../../kernel/authz.ts';
import { mayAccept, mayApprove, mayReturn, maySee, mayWrite, type PlacedReport } from './policy.ts';

const DISTRICT = ['huyen'];
const OFFICE = ['huyen', 'noi-vu'];
const COMMUNE = ['huyen', 'xa-mot'];
const OTHER = ['huyen', 'xa-hai'];

const report = (parts: Partial<PlacedReport> = {}): PlacedReport => ({
  kind: 'unit',
  lineage: COMMUNE,
  askerLineage: DISTRICT,
  isSubmitted: false,
  ...parts,
});
const titled = (actor: Actor, title: string): Actor => ({
  ...actor,
  posts: actor.posts.map((post) => ({ ...post, title })),
});
const clerk = titled(actorWith('member', COMMUNE), 'Công chức Văn phòng - Thống kê');
const head = titled(actorWith('member', COMMUNE), 'Chủ tịch UBND xã');
const neighbour = actorWith('member', OTHER);
const standing = titled(actorWith('standing', OFFICE), 'Chuyên viên');
const leader = actorWith('leader', DISTRICT);
const superior = actorWith('superior', ['so-noi-vu']);
const lead = actorWith('lead', ['huyen', 'tai-chinh']);
const front = actorWith('front', ['huyen', 'mttq']);

describe('a unit’s report', () => {
  it('is written by its people, confirmed by whoever leads it, accepted by whoever asked', () => {
    const rules = [mayWrite, mayApprove, mayAccept, mayReturn] as const;
    const can = (actor: Actor) => rules.map((rule) => rule(actor, report()));
    expect(can(clerk)).toEqual([true, false, false, false]);
    expect(can(head)).toEqual([true, true, false, false]);
    expect(can(neighbour)).toEqual([false, false, false, false]);
    expect(can(standing)).toEqual([false, false, true, true]);
    expect(can(leader)).toEqual([false, false, true, true]);
    expect(can(superior)).toEqual([false, false, false, false]);
    expect(can(systemActor)).toEqual([true, true, true, true]);
  });

  it('is read as a draft by its unit and who receives it, as submitted by superiors and agencies too, never by neighbours', () => {
    const sees = (isSubmitted: boolean) =>
      [clerk, standing, leader, superior, lead, front, neighbour].map((actor) =>
        maySee(actor, report({ isSubmitted })),
      );
    expect(sees(false)).toEqual([true, true, true, false, false, false, false]);
    expect(sees(true)).toEqual([true, true, true, true, true, true, false]);
  });

  it('of the standing agency itself is accepted by the committee’s leaders, not by the agency', () => {
    const own = report({ lineage: OFFICE });
    expect([mayWrite(standing, own), mayAccept(standing, own), mayAccept(leader, own)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the committee’s report', () => {
  const common = report({ kind: 'district', lineage: DISTRICT });

  it('is written by its standing agency, confirmed by its leaders, accepted by nobody in the system', () => {
    expect([mayWrite(standing, common), mayApprove(standing, common)]).toEqual([true, false]);
    expect([mayWrite(leader, common), mayApprove(leader, common)]).toEqual([true, true]);
    expect([mayWrite(clerk, common), mayWrite(lead, common)]).toEqual([false, false]);
    expect([standing, leader, superior].map((actor) => mayAccept(actor, common))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is taken back by its leaders alone', () => {
    expect([leader, standing, superior].map((actor) => mayReturn(actor, common))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it('whoever may write, confirm, accept or return a report may also see it, whatever it is and wherever they are', () => {
  const place = fc.constantFrom(DISTRICT, OFFICE, COMMUNE, OTHER);
  const role = fc.constantFrom(
    'member',
    'lead',
    'leader',
    'standing',
    'front',
    'council',
    'superior',
    'admin',
  );
  const title = fc.constantFrom('Chủ tịch UBND xã', 'Trưởng phòng', 'Chuyên viên');
  fc.assert(
    fc.property(
      role,
      place,
      title,
      place,
      fc.constantFrom('unit', 'sector', 'district', 'review'),
      fc.boolean(),
      (as, at, called, of, kind, isSubmitted) => {
        const actor = titled(actorWith(as, at), called);
        const one = report({ kind, lineage: of, isSubmitted });
        const acts = [mayWrite, mayApprove, mayAccept, mayReturn].some((rule) => rule(actor, one));
        expect(!acts || maySee(actor, one)).toBe(true);
      },
    ),
  );
});

it('nobody accepts a report of their own unit', () => {
  for (const role of ['member', 'lead', 'leader', 'standing'])
    for (const at of [DISTRICT, OFFICE, COMMUNE])
      expect(mayAccept(actorWith(role, at), report({ lineage: at }))).toBe(false);
});
