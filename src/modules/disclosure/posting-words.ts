import { type CalendarDate, dayOf, monthOf, yearOf } from '../../kernel/dates.ts';
import type { Block, Run } from '../../kernel/paper/index.ts';
import type { Basis } from './domain/declaration.ts';

/** From when to when a sheet hangs. A day that is not known yet stays a gap to write in. */
export interface Hanging {
  readonly from: CalendarDate | null;
  /** The last day, whole; `open`: for as long as the content holds. */
  readonly until: CalendarDate | null | 'open';
}

/** Room for a hand to write in. */
export const GAP = '…………';
const DAY_GAP = '……/……/………';

/** `05/02/2024`, `24/6/2024`: as papers write a day inside a sentence. */
export function paperDay(day: CalendarDate | null): string {
  if (day === null) return DAY_GAP;
  const month = monthOf(day);
  return `${day.slice(8, 10)}/${month < 3 ? `0${month}` : month}/${yearOf(day)}`;
}

export function dateOnPaper(day: CalendarDate | null, today: CalendarDate) {
  return day === null
    ? { year: yearOf(today), month: null, day: null }
    : { year: yearOf(day), month: monthOf(day), day: dayOf(day) };
}

/** "từ ngày 05/02/2024 đến hết ngày 06/3/2024". */
export function hangingWords({ from, until }: Hanging): string {
  if (until === 'open') return `từ ngày ${paperDay(from)} cho đến khi có nội dung thay thế`;
  return `từ ngày ${paperDay(from)} đến hết ngày ${paperDay(until)}`;
}

/** "Điều 11 khoản 2 Luật 10/2022/QH15", in the order in which papers cite. */
export function basisWords({ document, article, clause, point }: Basis): string {
  const parts = [
    ...(point ? [`điểm ${point}`] : []),
    ...(clause ? [`khoản ${clause}`] : []),
    `Điều ${article}`,
    document,
  ];
  return `Căn cứ ${parts.join(' ')}`;
}

export const paragraph = (words: string | readonly Run[]): Block => ({ kind: 'paragraph', words });

/** "Nội dung: …" with its label in bold. */
export const labelled = (label: string, words: string): Block =>
  paragraph([{ text: `${label}: `, bold: true }, { text: words }]);
