import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../test/support/random-units.ts';
import { begun } from './changes.ts';
import { violations } from './invariants.ts';
import { versionOn } from './timeline.ts';
import type { Register, UnitHistory } from './unit.ts';

const HORIZON = 8;
const UNITS = 5;

/** Histories without gaps whose parents and codes are anything at all. */
const anyRegister: fc.Arbitrary<Register> = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: HORIZON }),
      ends: fc.boolean(),
      pieces: fc.array(
        fc.record({
          days: fc.integer({ min: 1, max: 4 }),
          parent: fc.option(fc.nat(UNITS - 1), { freq: 3 }),
          code: fc.option(fc.constantFrom('1', '2'), { freq: 3 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: UNITS, maxLength: UNITS },
  )
  .map((units) => {
    const register = new Map<string, UnitHistory>();
    for (const [index, { start, ends, pieces }] of units.entries()) {
      let day = start;
      const versions = pieces.map(({ days, parent, code }, place) => {
        const from = dayOf(day);
        day += days;
        const isLast = place === pieces.length - 1;
        const unit = begun({
          id: `u${index}`,
          key: `u${index}`,
          versionId: `v${index}-${place}`,
          code,
          name: `u${index}`,
          shortNames: [],
          kind: 'ubnd',
          tier: 'xã',
          parentId: parent === null || parent === index ? null : `u${parent}`,
          from,
          to: isLast && !ends ? null : dayOf(day - 1),
          act: null,
          invented: false,
          note: null,
          source: null,
        });
        return { unit, version: unit.versions[0] };
      });
      const [first] = versions;
      if (first)
        register.set(first.unit.id, {
          ...first.unit,
          versions: versions.flatMap(({ version }) => (version ? [version] : [])),
        });
    }
    return register;
  });

/** What is wrong on one day, looked at day by day. */
function wrongOn(register: Register, n: number): Set<string> {
  const day = dayOf(n);
  const wrong = new Set<string>();
  const codes = new Set<string>();
  for (const unit of register.values()) {
    const version = versionOn(unit, day);
    if (!version) continue;
    if (version.code !== null) {
      if (codes.has(version.code)) wrong.add('code_twice');
      codes.add(version.code);
    }
    let above = version.parentId;
    for (let steps = 0; above !== null; steps++) {
      if (above === unit.id || steps > UNITS) {
        if (above === unit.id) wrong.add('cycle');
        break;
      }
      const parent = register.get(above);
      const there = parent && versionOn(parent, day);
      if (!there) {
        if (above === version.parentId) wrong.add('parent_not_standing');
        break;
      }
      above = there.parentId;
    }
  }
  return wrong;
}

describe('violations', () => {
  it('finds a wrong register exactly when some day, looked at alone, is wrong', () => {
    fc.assert(
      fc.property(anyRegister, (register) => {
        const found = violations(register).map((violation) => violation.kind);
        const byDay = new Set<string>();
        for (let n = 0; n <= HORIZON + 16; n++) for (const kind of wrongOn(register, n)) byDay.add(kind);
        expect(found.length > 0).toBe(byDay.size > 0);
        for (const kind of ['code_twice', 'parent_not_standing'])
          expect(found.includes(kind as 'code_twice')).toBe(byDay.has(kind));
        if (!byDay.has('parent_not_standing')) expect(found.includes('cycle')).toBe(byDay.has('cycle'));
      }),
      { numRuns: 2000 },
    );
  });

  it('looks only at what a change touches and still finds what the change broke', () => {
    fc.assert(
      fc.property(anyRegister, fc.nat(UNITS - 1), (register, n) => {
        const touched = new Set([`u${n}`]);
        const mine = violations(register, touched);
        const all = violations(register);
        const concerns = all.filter(
          (one) => one.unit.id === `u${n}` || ('parent' in one && one.parent.id === `u${n}`),
        );
        if (concerns.length > 0) expect(mine.length).toBeGreaterThan(0);
        if (all.length === 0) expect(mine).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
