import type { CellInput, CellValue } from './compiled.ts';

/** What is wrong with what was typed; the words for each are in `cell-messages.ts`. */
export type CellWrong =
  | 'not_a_number'
  | 'negative'
  | 'not_whole'
  | 'too_fine'
  | 'too_large'
  | 'above_most'
  | 'not_a_date'
  | 'not_words'
  | 'too_long'
  | 'reason_missing'
  | 'reason_too_long';

export type ReadCell = { readonly value: CellValue | null } | { readonly wrong: CellWrong };

const LARGEST = 999_999_999_999.999;
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** `không có số liệu: chưa tổ chức`, `không có: …`, `no data: …`. */
const NO_DATA = /^(khong co so lieu|khong co|no data)\s*(?:[:,;.–-]\s*(.*))?$/s;

/**
 * Reads what a person typed or pasted into a cell, in the language of the page: `1.234,5` in Vietnamese, `1,234.5` in English. An
 * empty text takes the value back. Imports nothing that runs: the browser reads cells with it too.
 */
export function readCell(input: CellInput, typed: string, lang: 'vi' | 'en' = 'vi'): ReadCell {
  const text = typed.normalize('NFC').trim();
  if (text === '') return { value: null };
  const none = NO_DATA.exec(plain(text));
  // Words may well begin like this; there “no data” needs the colon and its reason.
  if (none && (input.type !== 'words' || none[2] !== undefined)) return noData(text, none[2]);
  switch (input.type) {
    case 'number':
      return readNumber(input, text, lang);
    case 'date': {
      const on = readDay(text);
      return on === undefined ? { wrong: 'not_a_date' } : { value: { kind: 'date', on } };
    }
    case 'words':
      return text.length > 2000 ? { wrong: 'too_long' } : { value: { kind: 'words', words: text } };
  }
}

function noData(text: string, folded: string | undefined): ReadCell {
  // Taking marks off changes the length of a text written in NFD only; this one is NFC.
  const reason = folded ? text.slice(text.length - folded.length).trim() : '';
  if (reason === '') return { wrong: 'reason_missing' };
  return reason.length > 300 ? { wrong: 'reason_too_long' } : { value: { kind: 'no_data', reason } };
}

/** A number as it is written in a language; `undefined` when it is none. */
export function parseNumber(text: string, lang: 'vi' | 'en'): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  const [group, point] = lang === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`);
  const simple = new RegExp(`^-?\\d+(\\${point}\\d+)?$`);
  if (grouped.test(bare)) return Number(bare.replaceAll(group, '').replace(point, '.'));
  if (simple.test(bare)) return Number(bare.replace(point, '.'));
  // `1.5` pasted into a Vietnamese page can only mean one and a half: groups have three digits.
  return /^-?\d+[.,](\d{1,2}|\d{4,})$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}

function readNumber(
  input: Extract<CellInput, { type: 'number' }>,
  text: string,
  lang: 'vi' | 'en',
): ReadCell {
  const number = parseNumber(text, lang);
  if (number === undefined || !Number.isFinite(number)) return { wrong: 'not_a_number' };
  const wrong = numberWrong(input, number);
  return wrong ? { wrong } : { value: { kind: 'number', number } };
}

/** What is wrong with a number for a cell. */
export function numberWrong(
  input: Extract<CellInput, { type: 'number' }>,
  number: number,
): CellWrong | undefined {
  if (number < 0) return 'negative';
  if (number > LARGEST) return 'too_large';
  const [, digits = ''] = String(number).split('.');
  if (digits.length > input.decimals) return input.decimals === 0 ? 'not_whole' : 'too_fine';
  return input.atMost !== null && number > input.atMost ? 'above_most' : undefined;
}

/** A day of 1900–2199, dd/mm/yyyy or yyyy-mm-dd, as yyyy-mm-dd. */
export function readDay(text: string): string | undefined {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [vietnamese?.[3], vietnamese?.[2], vietnamese?.[1]];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = at.getUTCDate() === Number(day) && at.getUTCMonth() === Number(month) - 1;
  return real && Number(year) >= 1900 && Number(year) <= 2199 ? at.toISOString().slice(0, 10) : undefined;
}
