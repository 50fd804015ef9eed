import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Arrival, measure, share } from './rollup-measures.ts';

const arrival: fc.Arbitrary<Arrival> = fc.option(fc.record({ isLate: fc.boolean() }));

it('expected is received and missing; received is on time and late', () => {
  fc.assert(
    fc.property(fc.array(arrival), (all) => {
      const { expected, received, onTime, late, missing } = measure(all);
      expect(expected).toBe(all.length);
      expect(received + missing).toBe(expected);
      expect(onTime + late).toBe(received);
    }),
  );
});

it('a share of nothing expected is none, not 0 and not 100', () => {
  expect(share(0, measure([]))).toBeNull();
  expect(share(1, measure([{ isLate: false }, null, null]))).toBe(33.3);
});
