import fc from 'fast-check';
import type { Grid, GridCell } from '../../src/kernel/documents/index.ts';
import type { PersonalKind } from '../../src/modules/disclosure/index.ts';

/** A value as a sheet holds it: text, or a number with the format it shows. */
export type Datum = string | number | { readonly value: number; readonly text: string };
/** A datum with what the guard must say of it; `null` for what must not be flagged. */
export interface Labelled {
  readonly datum: Datum;
  readonly kind: PersonalKind | null;
}

export const grouped = (value: number): Datum => ({
  value,
  text: String(value).replace(/\B(?=(\d{3})+$)/g, '.'),
});

export function cellOf(datum: Datum, address = 'A1'): GridCell {
  if (typeof datum === 'string') return { text: datum, address, bold: false };
  if (typeof datum === 'number') return { text: String(datum), value: datum, address, bold: false };
  return { ...datum, address, bold: false };
}

export function gridOf(rows: readonly (readonly (Datum | null)[])[], name = 'Sheet1'): Grid {
  return {
    source: 'bang.xlsx',
    name,
    hidden: false,
    rows: rows.map((cells, row) =>
      cells.map((datum, column) =>
        datum === null || datum === ''
          ? undefined
          : cellOf(datum, `${String.fromCharCode(65 + column)}${row + 1}`),
      ),
    ),
  };
}

const PROVINCES = ['001', '002', '024', '033', '034', '036', '038', '040', '079', '092', '096'];
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

export const citizenId = fc
  .tuple(
    fc.constantFrom(...PROVINCES),
    fc.constantFrom('0', '1'),
    fc.integer({ min: 20, max: 99 }),
    digits(6),
  )
  .map(([province, sex, year, rest]) => `${province}${sex}${year}${rest}`);
export const youngCitizenId = fc
  .tuple(fc.constantFrom(...PROVINCES), fc.constantFrom('2', '3'), fc.integer({ min: 0, max: 24 }), digits(6))
  .map(([province, sex, year, rest]) => `${province}${sex}${String(year).padStart(2, '0')}${rest}`);
const cut = (text: string, sizes: readonly number[], sign: string): string => {
  let at = 0;
  return sizes
    .map((size) => {
      at += size;
      return text.slice(at - size, at);
    })
    .join(sign);
};
/** As people type it. */
export const writtenId = fc
  .tuple(fc.oneof(citizenId, youngCitizenId), fc.constantFrom(' ', '.', '-'), fc.constantFrom(0, 1, 2, 3))
  .map(([id, sign, way]) =>
    way === 0
      ? id
      : cut(
          id,
          [
            [3, 3, 3, 3],
            [4, 4, 4],
            [3, 9],
          ][way - 1] ?? [12],
          sign,
        ),
  );

export const mobile = fc
  .tuple(fc.constantFrom('091', '097', '098', '032', '038', '070', '077', '081', '056', '090'), digits(7))
  .map(([prefix, rest]) => prefix + rest);
export const writtenMobile = fc
  .tuple(mobile, fc.constantFrom('.', ' ', '-'), fc.integer({ min: 0, max: 4 }))
  .map(([number, sign, way]) => {
    if (way === 0) return number;
    if (way === 1) return cut(number, [4, 3, 3], sign);
    if (way === 2) return cut(number, [3, 3, 4], sign);
    if (way === 3) return `+84 ${cut(number.slice(1), [3, 3, 3], sign)}`;
    return cut(number, [3, 4, 3], sign);
  });

/** đồng, as budgets have them: round or not, up to hundreds of milliards, in every way offices write them. */
export const amount = fc
  .tuple(
    fc.integer({ min: 1, max: 999_999_999_999 }),
    fc.constantFrom(1, 1, 1000),
    fc.integer({ min: 0, max: 5 }),
  )
  .map(([number, round, way]): Datum => {
    const value = Math.max(1, Math.floor(number / round)) * round;
    const points = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
    if (way === 0) return value;
    if (way === 1) return { value, text: points };
    if (way === 2) return points;
    if (way === 3) return `${points} đồng`;
    if (way === 4) return points.replaceAll('.', ',');
    return points.replaceAll('.', ' ');
  });

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đào', 'Vũ', 'Hoàng'];
export const person = fc
  .tuple(
    fc.constantFrom(...SURNAMES),
    fc.constantFrom('Văn', 'Thị', 'Đức'),
    fc.constantFrom('An', 'Bình', 'Chi', 'Hải', 'Đào', 'Liệt', 'Mai'),
  )
  .map((parts) => parts.join(' '));
export const village = fc.constantFrom(
  'Thôn An Đỗ',
  'Thôn Văn Mạc',
  'Thôn 3',
  'TDP Bình Trì',
  'Tổ dân phố số 5',
);
export const day = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1940, max: 2024 }),
  )
  .map(([d, m, y]) => `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`);
/** Numbers that offices write everywhere and that are nobody's. */
export const officeText = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 4000 }), fc.constantFrom('QĐ-UBND', 'BC-UBND', 'NQ-HĐND', 'KH-UBND'))
    .map(([n, s]) => `Số ${n}/${s}`),
  day.map((d) => `Hưng Yên, ngày ${d}`),
  fc.integer({ min: 2010, max: 2026 }).map((y) => `Năm ${y}`),
  fc.integer({ min: 1, max: 9999 }).map((n) => `000.00.01.H31-240315-${String(n).padStart(4, '0')}`),
  fc.integer({ min: 1, max: 999 }).map((n) => `Thửa đất số ${n}, tờ bản đồ số 12, diện tích ${n},5 m2`),
  day.map((d) => `08 giờ 30 ngày ${d.replaceAll('/', '.')}`),
  fc.constantFrom(
    'Luật số 10/2022/QH15',
    'Mã số thuế 0900123456',
    'Mã chương 800-341',
    'ISO 9001:2015',
    'Điện thoại cơ quan: 0221.3830.123',
    'Email: ubndxaquanglang@hungyen.gov.vn',
  ),
);
