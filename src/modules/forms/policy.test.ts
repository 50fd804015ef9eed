import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorWith } from '../../../test/support/people.ts';
import { systemActor } from '../../kernel/authz.ts';
import { ROLES } from '../identity/index.ts';
import { mayComplete, mayDesign, mayDesignSome, mayLoadCatalog, maySeeSheet } from './policy.ts';

const [district, office, thanhTra, commune, other] = [
  'huyen',
  'noi-vu',
  'thanh-tra',
  'xa',
  'xa-khac',
] as const;
const form = { ownerUnitId: thanhTra, ownerLineage: [district, thanhTra] };
const ofCommune = { lineage: [district, commune], ownerUnitId: thanhTra };

describe('who may do what with forms', () => {
  it('an agency makes its own forms, and the standing agency those of its committee', () => {
    expect(mayDesign(actorWith('lead', [district, thanhTra]), form)).toBe(true);
    expect(mayDesign(actorWith('standing', [district, office]), form)).toBe(true);
    expect(mayDesign(actorWith('lead', [district, office]), form)).toBe(false);
    expect(mayDesign(actorWith('member', [district, thanhTra]), form)).toBe(false);
    expect(mayDesign(actorWith('standing', ['huyen-khac', office]), form)).toBe(false);
    expect(mayDesign(systemActor, form)).toBe(true);
  });

  it('a form whose agency has ended is left to nobody but the operator', () => {
    const ended = { ownerUnitId: thanhTra, ownerLineage: [] };
    expect(mayDesign(actorWith('standing', [district, office]), ended)).toBe(false);
    expect(mayDesign(systemActor, ended)).toBe(true);
  });

  it('a unit alone says that its sheet is complete', () => {
    expect(mayComplete(actorWith('member', [district, commune]), ofCommune)).toBe(true);
    expect(mayComplete(actorWith('standing', [district, office]), ofCommune)).toBe(false);
    expect(mayComplete(actorWith('superior', [district, commune]), ofCommune)).toBe(false);
  });

  it('a sheet is read by its unit, the agency of the form and who follows all, and by no other commune', () => {
    expect(maySeeSheet(actorWith('member', [district, commune]), ofCommune)).toBe(true);
    expect(maySeeSheet(actorWith('lead', [district, thanhTra]), ofCommune)).toBe(true);
    expect(maySeeSheet(actorWith('standing', [district, office]), ofCommune)).toBe(true);
    expect(maySeeSheet(actorWith('superior', ['tinh']), ofCommune)).toBe(true);
    expect(maySeeSheet(actorWith('member', [district, other]), ofCommune)).toBe(false);
  });

  it('whoever may design one form passes the outer door', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.constantFrom(district, office, thanhTra, commune),
        (role, unit) => {
          const actor = actorWith(role, unit === district ? [district] : [district, unit]);
          const own = { ownerUnitId: unit, ownerLineage: [district, unit] };
          if (role !== 'leader' && (mayDesign(actor, form) || mayDesign(actor, own)))
            expect(mayDesignSome(actor, null)).toBe(true);
        },
      ),
    );
    expect(mayLoadCatalog(actorWith('standing', [district, office]), null)).toBe(true);
    expect(mayLoadCatalog(actorWith('member', [district, commune]), null)).toBe(false);
  });
});
