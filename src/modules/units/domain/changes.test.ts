import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyDay, histories, live, type Step } from '../../../../test/support/random-units.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import { violations } from './invariants.ts';
import { brokenSuccessions, predecessorsOn, successorsOn } from './succession.ts';
import { covers, lifeOf, versionOn } from './timeline.ts';
import { type FlatUnit, orderAsForest } from './tree.ts';
import type { Register } from './unit.ts';

function flatOn(register: Register, day: CalendarDate): FlatUnit[] {
  const out: FlatUnit[] = [];
  for (const unit of register.values()) {
    const version = versionOn(unit, day);
    if (!version) continue;
    const { from: validFrom, to: validTo } = lifeOf(unit);
    const { code, name, shortNames, kind, tier, parentId } = version;
    const { id, key, invented } = unit;
    out.push({ id, key, invented, code, name, shortNames, kind, tier, parentId, validFrom, validTo });
  }
  return out;
}

function stands(register: Register, id: string, day: CalendarDate): boolean {
  const unit = register.get(id);
  return unit !== undefined && versionOn(unit, day) !== undefined;
}

describe('any history of changes', () => {
  it('keeps each succession between a unit of the day before and one of the day', () => {
    fc.assert(
      fc.property(histories, (wishes) => {
        const { register, successions } = live(wishes).world;
        expect(brokenSuccessions(successions, (id, day) => stands(register, id, day))).toEqual([]);
      }),
    );
  });

  it('leaves a forest on every day: each unit once, under a parent that stands that day, never under itself', () => {
    fc.assert(
      fc.property(histories, (wishes) => {
        const { register } = live(wishes).world;
        for (const day of everyDay) {
          const flat = flatOn(register, day);
          const tree = orderAsForest(flat, new Map([['xã', 0]]));
          expect(new Set(tree.map((unit) => unit.id)).size).toBe(flat.length);
          expect(tree).toHaveLength(flat.length);
          const place = new Map(tree.map((unit, index) => [unit.id, index]));
          for (const unit of tree) {
            expect(unit.lineage.at(-1)).toBe(unit.id);
            expect(unit.lineage.at(-2) ?? null).toBe(unit.parentId);
            if (unit.parentId !== null)
              expect(place.get(unit.parentId)).toBeLessThan(place.get(unit.id) ?? -1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps one version of a unit on each day of its life and no code twice on a day', () => {
    fc.assert(
      fc.property(histories, (wishes) => {
        const { register } = live(wishes).world;
        expect(violations(register)).toEqual([]);
        for (const day of everyDay) {
          const codes = flatOn(register, day).flatMap((unit) => unit.code ?? []);
          expect(new Set(codes).size).toBe(codes.length);
          for (const unit of register.values())
            expect(unit.versions.filter((version) => covers(version, day))).toHaveLength(
              covers(lifeOf(unit), day) ? 1 : 0,
            );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never changes how a day before the change reads', () => {
    const read = (step: Step, side: 'before' | 'after', day: CalendarDate) =>
      flatOn(step[side].register, day).map(({ validTo: _, ...unit }) => unit);
    fc.assert(
      fc.property(histories, (wishes) => {
        for (const step of live(wishes).steps)
          for (const day of everyDay)
            if (day < step.from) expect(read(step, 'after', day)).toEqual(read(step, 'before', day));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the work of every unit reachable: on any later day someone carries it, unless the last one was closed', () => {
    fc.assert(
      fc.property(histories, (wishes) => {
        const { register, successions } = live(wishes).world;
        const standing = (id: string, day: CalendarDate): boolean => stands(register, id, day);
        for (const unit of register.values())
          for (const day of everyDay) {
            if (day < lifeOf(unit).from) continue;
            const carriers = successorsOn(unit.id, day, successions, standing);
            expect(carriers.length).toBeGreaterThan(0);
            if (standing(unit.id, day)) expect(carriers).toContain(unit.id);
            for (const carrier of carriers) {
              const ended = successions.some(
                (one) => one.from === carrier && one.on <= day && !standing(carrier, one.on),
              );
              expect(ended).toBe(false);
              if (carrier !== unit.id) expect(predecessorsOn(carrier, day, successions)).toContain(unit.id);
            }
          }
      }),
      { numRuns: 50 },
    );
  });

  it('adds up the same before and after mergers: every unit of a day is counted at exactly one carrier', () => {
    fc.assert(
      fc.property(histories, (wishes) => {
        const onlyMergers = wishes.filter((one) => !one.what.startsWith('split'));
        const { register, successions } = live(onlyMergers).world;
        const standing = (id: string, day: CalendarDate): boolean => stands(register, id, day);
        for (const unit of register.values())
          for (const day of everyDay)
            if (day >= lifeOf(unit).from)
              expect(successorsOn(unit.id, day, successions, standing)).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});
