import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOTHING } from './cell.ts';
import { FEWEST_UNITS, medianCounts, medianOf } from './median.ts';

it('half of the numbers stand on each side of the median', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
      const median = medianOf(numbers) ?? Number.NaN;
      expect(numbers.filter((one) => one < median).length).toBeLessThanOrEqual(numbers.length / 2);
      expect(numbers.filter((one) => one > median).length).toBeLessThanOrEqual(numbers.length / 2);
    }),
  );
  expect(medianOf([])).toBeNull();
});

it('is kept back over few units, which it would give away', () => {
  const unit = { ...NOTHING, total: 10, accepted: 4, overdue: 2 };
  const few = Array.from({ length: FEWEST_UNITS - 1 }, () => unit);
  expect(medianCounts(few)).toEqual({ percent: null, overdue: null });
  expect(medianCounts([...few, unit])).toEqual({ percent: 40, overdue: 2 });
  expect(medianCounts([...few, NOTHING])).toEqual({ percent: null, overdue: null });
});
