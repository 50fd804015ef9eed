import { type CalendarDate, calendarDate } from '../../src/kernel/dates.ts';

/** What of a figure decides which number is plausible. */
export interface ExampleFigure {
  readonly code: string;
  readonly unitOfMeasure: string;
  readonly numberKind: 'count' | 'amount' | 'rate' | 'date' | 'text';
  readonly denominatorLabel: string | null;
  readonly atMost: number | null;
}

export type ExampleValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'rate'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'date'; readonly on: CalendarDate }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'no_data'; readonly reason: string };

/** Invented: the half-year before, entered in full, and the running one, as far as units have come by the example's day. */
export const exampleReporting = {
  lastYear: {
    code: '2023-H1',
    from: calendarDate('2023-01-01'),
    to: calendarDate('2023-06-30'),
    due: calendarDate('2023-07-04'),
    enteredOn: calendarDate('2023-06-28'),
  },
  running: { code: '2024-H1', enteredFrom: calendarDate('2024-06-12'), days: 12 },
} as const;

/** The same number from 0 to `below` for the same words, every time. */
function chosen(words: string, below: number): number {
  let hash = 2_166_136_261;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  // Mixed once more: the last letters alone would move the remainder little.
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % below;
}

/** How many of what it is asked a unit has entered by the example's day, in per cent. */
export function enteredShare(unitKey: string): number {
  const place = chosen(`${unitKey} share`, 20);
  if (place < 4) return 0;
  return place < 9 ? 60 : 100;
}

/** The day of the running period on which the unit entered the figure. */
export function enteredOn(unitKey: string, code: string): number {
  return chosen(`${unitKey} ${code} day`, exampleReporting.running.days);
}

const WHY_NOT = ['Chưa khảo sát trong kỳ', 'Đang chờ số liệu của các thôn', 'Không thuộc phạm vi của đơn vị'];

const AMONG: Readonly<Record<string, number>> = {
  lượt: 320,
  người: 60,
  'hồ sơ': 240,
  đơn: 12,
  vụ: 9,
  hộ: 140,
  buổi: 14,
  cuộc: 8,
  tin: 40,
  bài: 18,
  câu: 16,
  km: 24,
  'triệu đồng': 900,
};

/** How large the whole of a rate is. */
function wholeOf(label: string, unitKey: string, seed: string): number {
  if (label === 'Xã') return 1;
  if (label === 'Hộ' || label === 'Người') return 1400 + chosen(`${unitKey} households`, 1300);
  if (label.startsWith('Nội dung phải công khai')) return 14;
  return 4 + chosen(`${seed} whole`, 60);
}

/** The files of form II.06a, which must add up: what came in is what was settled and what is in hand. */
function filesOf(code: string, unitKey: string, periodCode: string): number | undefined {
  const n = (what: string, below: number): number => chosen(`${unitKey} ${periodCode} ${what}`, below);
  const received = { a: 120 + n('online', 400), b: 30 + n('by hand', 120), c: n('carried', 15) };
  const all = received.a + received.b + received.c;
  const [inHand, lateInHand, late] = [5 + n('in hand', 15), n('late in hand', 3), n('late', 5)];
  const settled = all - inHand - lateInHand - late;
  const onTime = Math.floor(settled / 5);
  const files: Readonly<Record<string, number>> = {
    'CT5.01a': received.a,
    'CT5.01b': received.b,
    'CT5.01c': received.c,
    'CT5.02a': settled - onTime,
    'CT5.02b': onTime,
    'CT5.02c': late,
    'CT5.03a': inHand,
    'CT5.03b': lateInHand,
  };
  return files[code];
}

/** What the unit says of a figure for a period. */
export function exampleValue(figure: ExampleFigure, unitKey: string, periodCode: string): ExampleValue {
  const seed = `${unitKey} ${figure.code} ${periodCode}`;
  const files = filesOf(figure.code, unitKey, periodCode);
  if (files !== undefined) return { kind: 'number', number: files };
  if (chosen(`${seed} missing`, 40) === 0)
    return { kind: 'no_data', reason: WHY_NOT[chosen(seed, WHY_NOT.length)] ?? '' };
  if (figure.numberKind === 'date')
    return { kind: 'date', on: calendarDate(`${periodCode.slice(0, 4)}-02-${10 + chosen(seed, 15)}`) };
  if (figure.numberKind === 'text')
    return { kind: 'words', words: 'Trang thông tin điện tử huyện, niêm yết tại trụ sở' };
  if (figure.numberKind === 'rate') {
    const whole = wholeOf(figure.denominatorLabel ?? '', unitKey, seed);
    const share = 70 + chosen(`${seed} share`, 31);
    return { kind: 'rate', numerator: Math.round((whole * share) / 100), denominator: whole };
  }
  const below = figure.atMost ?? AMONG[figure.unitOfMeasure] ?? 6;
  return { kind: 'number', number: chosen(seed, below + 1) };
}
