import type { Translate } from '../kernel/i18n.ts';
import { m } from './messages.ts';

/** The round values along an axis, from the first at or under `low` to the last at or over `high`. */
export function axisTicks(low: number, high: number, wanted = 4): number[] {
  const span = high - low || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(9)));
}

/** Where a value lies between `from` and `to`, 0–100, kept inside. */
export function share(value: number, from: number, to: number): number {
  if (to === from) return 50;
  return two(Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100)));
}

export function two(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A number with exactly so many decimals, so that the figures of a column stand under each other. */
export function fixedNumber(value: number, decimals: number, t: Translate): string {
  const [whole = '0', rest = ''] = Math.abs(value).toFixed(decimals).split('.');
  const minus = value < 0 && /[1-9]/.test(whole + rest) ? '−' : '';
  const grouped = t(m.number, { n: Number(whole) });
  return decimals === 0 ? minus + grouped : t(m.decimalNumber, { whole: minus + grouped, rest });
}
