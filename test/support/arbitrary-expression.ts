import fc from 'fast-check';
import { addDays, calendarDate } from '../../src/kernel/dates.ts';
import {
  type DeadlineExpression,
  LARGEST_AMOUNT,
  PERIODS,
  PERIODS_A_YEAR,
  UNITS,
} from '../../src/modules/calendar/domain/expression.ts';

const date = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays(calendarDate('1900-01-01'), days));
const count = fc
  .constantFrom(...UNITS)
  .chain((unit) =>
    fc.record({ unit: fc.constant(unit), amount: fc.integer({ min: 1, max: LARGEST_AMOUNT[unit] }) }),
  );
const period = fc
  .constantFrom(...PERIODS)
  .chain((kind) =>
    fc.record({ period: fc.constant(kind), index: fc.integer({ min: 1, max: PERIODS_A_YEAR[kind] }) }),
  );
const v = fc.constant(1 as const);

/** Any valid deadline expression. */
export const arbitraryExpression: fc.Arbitrary<DeadlineExpression> = fc.oneof(
  fc
    .record({
      v,
      type: fc.constant('after' as const),
      bound: fc.constantFrom('max', 'min'),
      from: date,
      count,
    })
    .map(({ count: counted, ...rest }) => ({ ...rest, ...counted })),
  fc
    .record({ v, type: fc.constant('ahead' as const), event: date, count })
    .map(({ count: counted, ...rest }) => ({ ...rest, ...counted })),
  fc.record({ v, type: fc.constantFrom('before', 'by'), date }),
  fc
    .record({
      v,
      type: fc.constant('period_end' as const),
      year: fc.integer({ min: 1900, max: 2199 }),
      period,
    })
    .map(({ period: chosen, ...rest }) => ({ ...rest, ...chosen })),
);
