import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryActor, arbitraryLineages } from '../../../test/support/arbitrary-tree.ts';
import { actorWith } from '../../../test/support/people.ts';
import { systemActor } from '../../kernel/authz.ts';
import { ROLES } from '../identity/index.ts';
import {
  mayDefine,
  mayDefineSome,
  mayEnterAsUnit,
  mayEnterForUnit,
  mayLoadCatalog,
  mayRemark,
  maySeeValue,
  seenUnits,
} from './policy.ts';

const DISTRICT = ['district'];
const OFFICE = ['district', 'office'];
const LEAD = ['district', 'lead'];
const COMMUNE = ['district', 'commune'];
const OTHER = ['district', 'other'];
const cell = { lineage: COMMUNE, ownerUnitId: 'lead' };

describe('entering', () => {
  it.each([
    ['member', COMMUNE, true, true],
    ['leader', COMMUNE, true, true],
    ['standing', OFFICE, false, true],
    ['lead', LEAD, false, true],
    ['lead', OFFICE, false, false],
    ['member', LEAD, false, false],
    ['member', OTHER, false, false],
    ['admin', COMMUNE, false, false],
    ['leader', DISTRICT, false, false],
    ['superior', COMMUNE, false, false],
    ['front', OFFICE, false, false],
  ] as const)('%s of %j: in the unit’s name %s, for it %s', (role, lineage, asUnit, forUnit) => {
    const actor = actorWith(role, lineage);
    expect(mayEnterAsUnit(actor, cell)).toBe(asUnit);
    expect(mayEnterForUnit(actor, cell)).toBe(forUnit);
  });
});

describe('over random trees and posts', () => {
  const scene = arbitraryLineages().chain((lineages) =>
    fc.record({
      lineages: fc.constant(lineages),
      actor: arbitraryActor(lineages, ROLES),
      unit: fc.constantFrom(...lineages),
      owner: fc.constantFrom(...lineages),
    }),
  );

  it('whoever may enter for a unit sees the value, and whoever says something beside it does', () => {
    fc.assert(
      fc.property(scene, ({ actor, unit, owner }) => {
        const here = { lineage: unit, ownerUnitId: owner.at(-1) ?? '' };
        if (mayEnterForUnit(actor, here) || mayRemark(actor, here))
          expect(maySeeValue(actor, here)).toBe(true);
        if (mayEnterAsUnit(actor, here)) expect(mayEnterForUnit(actor, here)).toBe(true);
      }),
    );
  });

  it('the units seen in a list are those whose values are seen one by one', () => {
    fc.assert(
      fc.property(scene, ({ lineages, actor, owner }) => {
        const ownerUnitId = owner.at(-1) ?? '';
        const tree = lineages.map((lineage) => ({ id: lineage.at(-1) ?? '', lineage }));
        const seen = seenUnits(actor, tree, ownerUnitId);
        for (const { id, lineage } of tree)
          expect(seen === null || seen.includes(id)).toBe(maySeeValue(actor, { lineage, ownerUnitId }));
      }),
    );
  });

  it('nobody without a post sees, enters or defines anything', () => {
    fc.assert(
      fc.property(scene, ({ unit, owner }) => {
        const nobody = { personId: 'x', name: 'Ai đó', posts: [], current: null, scopes: null };
        const here = { lineage: unit, ownerUnitId: owner.at(-1) ?? '' };
        expect(maySeeValue(nobody, here) || mayEnterForUnit(nobody, here)).toBe(false);
        expect(mayDefine(nobody, { ownerUnitId: here.ownerUnitId, ownerLineage: owner })).toBe(false);
      }),
    );
  });
});

describe('defining', () => {
  const figure = { ownerUnitId: 'lead', ownerLineage: LEAD };

  it.each([
    ['lead', LEAD, true],
    ['standing', OFFICE, true],
    ['lead', OFFICE, false],
    ['member', COMMUNE, false],
    ['leader', DISTRICT, false],
    ['admin', DISTRICT, false],
  ] as const)('%s of %j: %s', (role, lineage, expected) => {
    expect(mayDefine(actorWith(role, lineage), figure)).toBe(expected);
  });

  it('the standing agency of another committee may not, nor may a lead agency that has ended be changed by it', () => {
    expect(mayDefine(actorWith('standing', ['elsewhere', 'office']), figure)).toBe(false);
    expect(mayDefine(actorWith('standing', OFFICE), { ...figure, ownerLineage: [] })).toBe(false);
  });

  it('whoever may define some figure is let in, and the whole catalogue is for who answers for the whole', () => {
    expect(mayDefineSome(actorWith('lead', LEAD), null)).toBe(true);
    expect(mayDefineSome(actorWith('member', COMMUNE), null)).toBe(false);
    expect(mayLoadCatalog(actorWith('standing', OFFICE), null)).toBe(true);
    expect(mayLoadCatalog(actorWith('lead', LEAD), null)).toBe(false);
    expect(mayLoadCatalog(systemActor, null)).toBe(true);
  });
});
