import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appliesOf, type Counts, gravestFirst, levelOf, NOTHING, percentOf, sumOf } from './cell.ts';

/** Counts that can be: parts of what applies. */
const counts: fc.Arbitrary<Counts> = fc
  .record({
    accepted: fc.nat(50),
    claimed: fc.nat(50),
    overdue: fc.nat(50),
    rest: fc.nat(50),
    dueSoon: fc.nat(50),
    notApplicable: fc.nat(50),
  })
  .map(({ rest, dueSoon, ...one }) => ({
    ...one,
    dueSoon: Math.min(dueSoon, rest),
    total: one.accepted + one.claimed + one.overdue + rest + one.notApplicable,
  }));

const of = (changes: Partial<Counts>): Counts => ({ ...NOTHING, ...changes });

describe('the level of a cell', () => {
  it.each([
    ['nothing', of({ total: 3, notApplicable: 3 })],
    ['done', of({ total: 4, accepted: 4 })],
    ['clear', of({ total: 4, accepted: 3, claimed: 1 })],
    ['late', of({ total: 11, overdue: 1 })],
    ['many_late', of({ total: 10, overdue: 1 })],
  ] as const)('is %s', (level, one) => {
    expect(levelOf(one)).toBe(level);
  });

  it('counts what does not apply nowhere', () => {
    fc.assert(
      fc.property(counts, fc.nat(20), (one, more) => {
        const wider = { ...one, total: one.total + more, notApplicable: one.notApplicable + more };
        expect(levelOf(wider)).toBe(levelOf(one));
        expect(percentOf(wider)).toBe(percentOf(one));
      }),
    );
  });

  it('is grave exactly where something is overdue', () => {
    fc.assert(
      fc.property(counts, (one) => {
        expect(['late', 'many_late'].includes(levelOf(one))).toBe(one.overdue > 0);
      }),
    );
  });
});

describe('sums', () => {
  it('are the same however cells are put together', () => {
    fc.assert(
      fc.property(fc.array(counts), fc.array(counts), (a, b) => {
        expect(sumOf([sumOf(a), sumOf(b)])).toEqual(sumOf([...b, ...a]));
        expect(appliesOf(sumOf(a))).toBe(a.reduce((sum, one) => sum + appliesOf(one), 0));
      }),
    );
  });

  it('order the most overdue first, then the least accepted', () => {
    const [worst, slow, best] = [
      of({ total: 9, overdue: 3, accepted: 6 }),
      of({ total: 9, overdue: 1, accepted: 1 }),
      of({ total: 9, overdue: 1, accepted: 8 }),
    ];
    expect([best, slow, worst].sort(gravestFirst)).toEqual([worst, slow, best]);
  });
});
