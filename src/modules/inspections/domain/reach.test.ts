import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeAsked, reaches } from './reach.ts';

const district = { kind: 'ubnd', lineage: ['d'] };
const office = { kind: 'phong', lineage: ['d', 'o'] };
const commune = { kind: 'ubnd', lineage: ['d', 'c'] };
const village = { kind: 'thon', lineage: ['d', 'c', 'v'] };
const front = { kind: 'mttq', lineage: ['d', 'f'] };
const otherVillage = ['d', 'c2', 'v2'];

describe('whom a unit inspects', () => {
  it('a committee everything under itself, an office or the Front what lies under its committee', () => {
    expect(reaches(district, commune.lineage)).toBe(true);
    expect(reaches(district, village.lineage)).toBe(true);
    expect(reaches(office, commune.lineage)).toBe(true);
    expect(reaches(office, otherVillage)).toBe(true);
    expect(reaches(front, office.lineage)).toBe(true);
    expect(reaches(commune, village.lineage)).toBe(true);
  });

  it('not itself, not its own committee, not another commune’s village, and a village nobody', () => {
    expect(reaches(office, office.lineage)).toBe(false);
    expect(reaches(office, district.lineage)).toBe(false);
    expect(reaches(commune, otherVillage)).toBe(false);
    expect(reaches(commune, office.lineage)).toBe(false);
    expect(reaches(village, ['d', 'c', 'v3'])).toBe(false);
  });

  it('nobody is reached by a unit that it reaches itself', () => {
    const unit = fc.record({
      kind: fc.constantFrom('ubnd', 'phong', 'thon', 'mttq'),
      lineage: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(fc.property(unit, (one) => !reaches(one, one.lineage)));
  });
});

describe('who has to put a finding right', () => {
  it('is the inspected unit, one below it, or the committee right above it within reach', () => {
    expect(mayBeAsked(office, commune.lineage, commune.lineage)).toBe(true);
    expect(mayBeAsked(office, commune.lineage, village.lineage)).toBe(true);
    expect(mayBeAsked(office, village.lineage, commune.lineage)).toBe(true);
  });

  it('is never a neighbour, nor the committee that inspects', () => {
    expect(mayBeAsked(office, commune.lineage, ['d', 'c2'])).toBe(false);
    expect(mayBeAsked(office, commune.lineage, district.lineage)).toBe(false);
    expect(mayBeAsked(commune, village.lineage, commune.lineage)).toBe(false);
  });
});
