import { calendarDate } from '../../src/kernel/dates.ts';
import type { RawContent, RawRow } from '../../src/modules/disclosure/domain/content.ts';
import type { Declaration, Field } from '../../src/modules/disclosure/domain/declaration.ts';
import { takenColumns, takenFields } from '../../src/modules/disclosure/domain/read-content.ts';
import type { ValueKind } from '../../src/modules/disclosure/domain/read-value.ts';
import { type Terms, termsOn } from '../../src/modules/disclosure/domain/terms.ts';

/** Villages of a commune for tests of content. */
export const VILLAGES = [{ name: 'Thôn Đan Tràng' }, { name: 'Thôn Hoàng Cả' }, { name: 'Thôn An Đạm' }];

/** An obligation under its last regime. */
export function lastTerms(declaration: Declaration): Terms {
  const from = declaration.regimes.at(-1)?.from ?? calendarDate('2024-06-24');
  const terms = termsOn(declaration, from);
  if (!terms) throw new Error(`no regime of ${declaration.code} on ${from}`);
  return terms;
}

const RIGHT: Readonly<Record<ValueKind, string>> = {
  text: 'Nội dung đúng',
  long_text: 'Dòng một.\nDòng hai.',
  number: '1.234,5',
  amount: '1.250.000.000',
  percent: '95,2%',
  date: '24/06/2024',
  time: '8h30',
  phone: '0221 3830 101',
  email: 'ubnd@xa.example.vn',
  link: 'https://xa.example.vn/tai-lieu',
  file: 'van-ban.pdf',
  village: 'thon hoang ca',
};
/** What no reader of the kind takes; words of any kind are taken. */
export const WRONG: Readonly<Partial<Record<ValueKind, string>>> = {
  number: 'nhiều',
  amount: 'vài triệu',
  percent: 'gần hết',
  date: '31/02/2024',
  time: 'buổi sáng',
  phone: 'gọi xã',
  email: 'khong-co',
  link: 'trang của xã',
  village: 'Thôn Không Có',
};

/** Everything filled in as a person types it, with two lines in tables that take lines. */
export function rightRaw(terms: Pick<Terms, 'fields'>): RawContent {
  return Object.fromEntries(takenFields(terms).map((field) => [field.key, rightOf(field)]));
}

function rightOf(field: Field): string | readonly RawRow[] {
  if (field.kind !== 'table') return RIGHT[field.kind];
  const fixed = field.rows ?? [];
  const count = fixed.length + (field.open ? 2 : 0);
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(
      takenColumns(field).flatMap(({ key, kind }, index) =>
        index === 0 && at < fixed.length ? [] : [[key, RIGHT[kind]]],
      ),
    ),
  );
}
