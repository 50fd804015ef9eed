import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import { PLACE_KINDS, type RequiredPlace } from './declaration.ts';
import { broadcastsAsked, isProven, longestRun, type Proof } from './enough-proof.ts';

const NOTHING: Proof = { evidence: [], hasAddress: false, isShownHere: false, broadcasts: [] };
const FIRST = calendarDate('2024-06-01');
const speaker: RequiredPlace = {
  kind: 'loudspeaker',
  required: 'yes',
  lasts: { amount: 3, unit: 'd' },
  timesADay: 2,
};
const heard = (...days: readonly (readonly [number, number])[]): Proof => ({
  ...NOTHING,
  broadcasts: days.map(([after, times]) => ({ on: addDays(FIRST, after), times })),
});
const withFile = (kind: string): Proof => ({ ...NOTHING, evidence: [{ kind, hasFile: true }] });

describe('what is enough', () => {
  it('nothing recorded proves nothing, anywhere', () => {
    for (const kind of PLACE_KINDS) expect(isProven(kind, NOTHING, undefined)).toBe(false);
  });

  it('a photo or minutes prove what hangs; words without a picture or file prove nothing', () => {
    for (const kind of ['office_board', 'village_hall', 'community_point'] as const) {
      expect(isProven(kind, withFile('photo'), undefined)).toBe(true);
      expect(isProven(kind, withFile('minutes'), undefined)).toBe(true);
      expect(isProven(kind, { ...NOTHING, evidence: [{ kind: 'posting', hasFile: false }] }, undefined)).toBe(
        false,
      );
      expect(isProven(kind, { ...NOTHING, evidence: [{ kind: 'link', hasFile: false }] }, undefined)).toBe(
        false,
      );
    }
    for (const kind of ['photo', 'file', 'minutes'])
      expect(isProven('village_heads', withFile(kind), undefined)).toBe(true);
    expect(isProven('village_heads', { ...NOTHING, hasAddress: true }, undefined)).toBe(false);
    expect(isProven('meeting', withFile('photo'), undefined)).toBe(false);
    expect(isProven('meeting', withFile('minutes'), undefined)).toBe(true);
  });

  it('an entry on the web needs its address and a copy; the own portal proves itself', () => {
    expect(isProven('portal', { ...NOTHING, hasAddress: true }, undefined)).toBe(false);
    expect(isProven('portal', withFile('file'), undefined)).toBe(false);
    expect(isProven('media', { ...withFile('file'), hasAddress: true }, undefined)).toBe(true);
    expect(isProven('portal', { ...NOTHING, isShownHere: true }, undefined)).toBe(true);
    expect(isProven('media', { ...NOTHING, isShownHere: true }, undefined)).toBe(false);
  });

  it('a loudspeaker needs its days in a row, each with enough times', () => {
    expect(isProven('loudspeaker', heard([0, 2], [1, 2], [2, 2]), speaker)).toBe(true);
    expect(isProven('loudspeaker', heard([0, 2], [1, 1], [2, 2]), speaker)).toBe(false);
    expect(isProven('loudspeaker', heard([0, 2], [1, 2], [3, 2]), speaker)).toBe(false);
    expect(isProven('loudspeaker', heard([0, 1]), { ...speaker, lasts: 'once', timesADay: undefined })).toBe(
      true,
    );
    expect(broadcastsAsked(speaker)).toEqual({ days: 3, timesADay: 2 });
  });

  it('one more broadcast never makes a run shorter', () => {
    const days = fc.uniqueArray(fc.record({ after: fc.nat(20), times: fc.integer({ min: 0, max: 3 }) }), {
      selector: ({ after }) => after,
    });
    fc.assert(
      fc.property(days, fc.nat(20), (log, more) => {
        const before = log.map(({ after, times }) => [after, times] as const);
        const added = [...before.filter(([after]) => after !== more), [more, 3] as const];
        expect(longestRun(heard(...added).broadcasts, 2)).toBeGreaterThanOrEqual(
          longestRun(heard(...before).broadcasts, 2),
        );
      }),
    );
  });
});
