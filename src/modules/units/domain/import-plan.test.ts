import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histories, live } from '../../../../test/support/random-units.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { planImport } from './import-plan.ts';
import type { ImportRecord } from './import-record.ts';
import { sameFacts, withChanges } from './timeline.ts';
import type { Register, Succession } from './unit.ts';

const TODAY = calendarDate('2024-06-24');

function ground(register: Register, successions: readonly Succession[] = []) {
  return { register, successions, tiers: new Map([['xã', 0]]), contacts: new Map(), today: TODAY };
}

/** The register as lines of a file, one for each period. */
function linesOf(register: Register, successions: readonly Succession[]): ImportRecord[] {
  return [...register.values()].flatMap((unit) =>
    unit.versions.map(
      (version, index): ImportRecord => ({
        place: `${unit.key}.${index}`,
        places: {},
        unsaid: [],
        key: unit.key,
        code: version.code,
        name: version.name,
        shortNames: version.shortNames,
        kind: version.kind,
        tier: version.tier,
        parent: version.parentId === null ? null : (register.get(version.parentId)?.key ?? null),
        from: version.from,
        to: version.to,
        act: version.act,
        invented: false,
        note: null,
        source: null,
        contact: null,
        successors:
          index > 0
            ? []
            : successions
                .filter((one) => one.from === unit.id)
                .map(({ to, on, kind, act, status }) => ({
                  key: register.get(to)?.key ?? '',
                  on,
                  kind,
                  act,
                  status,
                })),
      }),
    ),
  );
}

let serial = 0;
const makeId = (): string => `new-${serial++}`;

describe('an import', () => {
  it('of what stands changes nothing', () => {
    fc.assert(
      fc.property(histories, (wishes) => {
        const { register, successions } = live(wishes).world;
        const plan = planImport(ground(register, successions), linesOf(register, successions), makeId);
        expect(plan.problems).toEqual([]);
        expect(plan.change).toEqual({ units: [], successions: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('of a whole register into an empty place builds the same register, in whatever order the lines stand', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (wishes, order) => {
        const { register, successions } = live(wishes).world;
        const lines = linesOf(register, successions)
          .map((line) => ({ line, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ line }) => line);
        const plan = planImport(ground(new Map()), lines, makeId);
        expect(plan.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
        const built = withChanges(new Map(), plan.change.units);
        const byKey = new Map([...built.values()].map((unit) => [unit.key, unit]));
        const keyOf = (id: string | null): string | null =>
          id === null ? null : (built.get(id)?.key ?? register.get(id)?.key ?? null);
        expect(byKey.size).toBe(register.size);
        for (const unit of register.values()) {
          const mine = byKey.get(unit.key);
          expect(mine?.versions.map((version) => [version.from, version.to])).toEqual(
            unit.versions.map((version) => [version.from, version.to]),
          );
          unit.versions.forEach((version, index) => {
            const other = mine?.versions[index];
            expect(other && keyOf(other.parentId)).toBe(keyOf(version.parentId));
            expect(other && sameFacts({ ...other, parentId: null }, { ...version, parentId: null })).toBe(
              true,
            );
          });
        }
        expect(plan.change.successions).toHaveLength(successions.length);
      }),
      { numRuns: 100 },
    );
  });
});
