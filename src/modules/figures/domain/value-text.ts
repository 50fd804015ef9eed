import { formatDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import { formatNumber, type Lang, messages, say, withoutDiacritics } from '../../../kernel/i18n.ts';
import { figureErrors } from '../errors.ts';
import type { Problem } from './check.ts';
import { type Figure, type FigureDefinition, percentOf } from './figure.ts';
import { kindWords } from './kind-words.ts';

const m = messages({
  no_data: { vi: 'không có số liệu', en: 'no data' },
  rate: { vi: '{parts} ({percent}%)', en: '{parts} ({percent}%)' },
});

/**
 * Who wrote a text. `people` write 1.234,5 and dd/mm/yyyy; `machine`, as files for other programs have it, writes 1234.5 and
 * yyyy-mm-dd. What cannot be mistaken is read from either.
 */
export type Hand = 'people' | 'machine';

const GROUPED = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
const COMMA = /^-?\d+(,\d+)?$/;
const POINT = /^-?\d+(\.\d+)?$/;

/** Reads a number; `undefined` when it is none. "1.234" is 1234 from people and 1.234 from a machine. */
export function readNumber(text: string, hand: Hand): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  if (GROUPED.test(bare) && (hand === 'people' || bare.includes(',')))
    return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (COMMA.test(bare)) return Number(bare.replace(',', '.'));
  return POINT.test(bare) ? Number(bare) : undefined;
}

const NO_DATA = /^(khong co so lieu|no data)\s*[:;,.-]*\s*/;

/** "không có số liệu: lý do", with or without diacritics; the reason as it was written. */
function readNoData(text: string): Figure | undefined {
  const bare = withoutDiacritics(text);
  const found = NO_DATA.exec(bare);
  if (!found) return undefined;
  // Without diacritics every letter is still one letter, so places are the same.
  return { kind: 'no_data', reason: text.normalize('NFC').slice(found[0].length).trim() };
}

export type Read = { readonly value: Figure | null } | { readonly problem: Problem };

/** Reads what was written for a figure. Nothing written is `null`: an empty cell, which says nothing. */
export function readValue(
  definition: Pick<FigureDefinition, 'numberKind'>,
  written: string,
  hand: Hand,
): Read {
  const text = written.normalize('NFC').trim();
  if (text === '') return { value: null };
  const noData = readNoData(text);
  if (noData) return { value: noData };
  const value = readShape(definition.numberKind, text, hand);
  if (value) return { value };
  const params = { wanted: kindWords[definition.numberKind] };
  return { problem: { error: figureErrors.wrong_shape, params } };
}

function readShape(kind: FigureDefinition['numberKind'], text: string, hand: Hand): Figure | undefined {
  if (kind === 'text') return { kind: 'words', words: text };
  if (kind === 'date') {
    const on = parseVietnameseDate(text);
    return on && { kind: 'date', on };
  }
  if (kind === 'rate') {
    const [first = '', second, ...more] = text.split('/');
    if (second === undefined || more.length > 0) return undefined;
    const [numerator, denominator] = [readNumber(first, hand), readNumber(second, hand)];
    if (numerator === undefined || denominator === undefined) return undefined;
    return { kind: 'rate', numerator, denominator };
  }
  const number = readNumber(text, hand);
  return number === undefined ? undefined : { kind: 'number', number };
}

/** What people read: 1.234,5 · 176/221 (79,638%) · 24/06/2024 · không có số liệu: lý do. */
export function showValue(lang: Lang, value: Figure): string {
  const percent = percentOf(value);
  const parts = typedValue(lang, value);
  return percent === null ? parts : say(lang, m.rate, { parts, percent: formatNumber(lang, round(percent)) });
}

const round = (percent: number): number => Math.round(percent * 100) / 100;

/** What a person would type for it: what a form shows again. */
export function typedValue(lang: Lang, value: Figure): string {
  switch (value.kind) {
    case 'number':
      return formatNumber(lang, value.number);
    case 'rate':
      return `${formatNumber(lang, value.numerator)}/${formatNumber(lang, value.denominator)}`;
    case 'date':
      return formatDate(value.on);
    case 'words':
      return value.words;
    case 'no_data':
      return `${say(lang, m.no_data)}: ${value.reason}`;
  }
}

/** What a machine reads: 1234.5 · 176/221 · 2024-06-24; `null` for no data, which has a field of its own. */
export function machineValue(value: Figure): string | null {
  switch (value.kind) {
    case 'number':
      return String(value.number);
    case 'rate':
      return `${value.numerator}/${value.denominator}`;
    case 'date':
      return value.on;
    case 'words':
      return value.words;
    case 'no_data':
      return null;
  }
}
