import fc from 'fast-check';
import { addDays, calendarDate } from '../../src/kernel/dates.ts';
import type { Figure, NumberKind } from '../../src/modules/figures/index.ts';

/** Up to 12 digits before the point and 3 after it, as figures hold them. */
const number = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999_999 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, thousandths]) => Number(`${whole}.${String(thousandths).padStart(3, '0')}`));
const words = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .map((text) =>
    text
      .normalize('NFC')
      .replace(/[\u0000-\u001f\u007f]/g, ' ')
      .trim(),
  )
  .filter((text) => text !== '' && !/^(không có số liệu|khong co so lieu|no data)/i.test(text));

const said: Readonly<Record<NumberKind, fc.Arbitrary<Figure>>> = {
  count: fc.integer({ min: 0, max: 999_999_999_999 }).map((n) => ({ kind: 'number', number: n })),
  amount: number.map((n) => ({ kind: 'number', number: n })),
  rate: fc.tuple(number, number).map(([a, b]) => ({
    kind: 'rate',
    numerator: Math.min(a, b),
    denominator: Math.max(a, b),
  })),
  date: fc
    .integer({ min: 0, max: 80_000 })
    .map((days) => ({ kind: 'date', on: addDays(calendarDate('1950-01-01'), days) })),
  text: words.map((text) => ({ kind: 'words', words: text })),
};

/** Any value that a figure of this kind can have, “no data” included. */
export function arbitraryFigureOf(kind: NumberKind): fc.Arbitrary<Figure> {
  const noData = words.map((reason): Figure => ({ kind: 'no_data', reason }));
  return fc.oneof({ weight: 5, arbitrary: said[kind] }, { weight: 1, arbitrary: noData });
}
