import type { CellValue } from './compiled.ts';

/** A value as it is written in a field: what `readCell` reads back. */
export function writtenCell(value: CellValue | null | undefined, lang: 'vi' | 'en' = 'vi'): string {
  switch (value?.kind) {
    case 'number':
      return writtenNumber(value.number, lang);
    case 'date':
      return value.on.split('-').reverse().join('/');
    case 'words':
      return value.words;
    case 'no_data':
      return `${lang === 'vi' ? 'không có số liệu' : 'no data'}: ${value.reason}`;
    default:
      return '';
  }
}

/** `1.234,5`; `decimals` rounds what was computed. */
export function writtenNumber(number: number, lang: 'vi' | 'en' = 'vi', decimals = 3): string {
  const locale = lang === 'vi' ? 'vi-VN' : 'en-GB';
  return new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(number);
}

/** The same thing said. */
export function sameValue(a: CellValue | null, b: CellValue | null): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: CellValue | null): readonly unknown[] {
  if (value === null) return [];
  if (value.kind === 'number') return ['number', value.number];
  if (value.kind === 'date') return ['date', value.on];
  return value.kind === 'words' ? ['words', value.words] : ['no_data', value.reason];
}
