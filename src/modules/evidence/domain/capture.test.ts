import fc from 'fast-check';
import { expect, it } from 'vitest';
import { captureDoubt } from './capture.ts';

const at = (text: string): Date => new Date(text);

it('a time of the upload’s day and of the year before is believed', () => {
  expect(captureDoubt(at('2024-06-20T08:00:00Z'), at('2024-06-24T02:00:00Z'))).toBeNull();
  expect(captureDoubt(at('2023-07-01T08:00:00Z'), at('2024-06-24T02:00:00Z'))).toBeNull();
});

it('a clock that runs some minutes ahead is believed, one a day ahead is not', () => {
  expect(captureDoubt(at('2024-06-24T02:20:00Z'), at('2024-06-24T02:00:00Z'))).toBeNull();
  expect(captureDoubt(at('2024-06-25T02:00:00Z'), at('2024-06-24T02:00:00Z'))).toBe('future');
});

it('a picture of years before is doubtful', () => {
  expect(captureDoubt(at('2021-03-01T00:00:00Z'), at('2024-06-24T02:00:00Z'))).toBe('old');
});

it('the earlier the time, the more it is doubted as old and the less as of the future', () => {
  const instant = fc.date({ min: at('2010-01-01'), max: at('2040-01-01'), noInvalidDate: true });
  const rank = { future: 0, none: 1, old: 2 };
  fc.assert(
    fc.property(instant, instant, instant, (one, other, recorded) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      const doubt = (time: Date): number => rank[captureDoubt(time, recorded) ?? 'none'];
      expect(doubt(early)).toBeGreaterThanOrEqual(doubt(late));
    }),
  );
});
