import { formatNumber, type Lang, type Message, messages, type Translate } from '../../../kernel/i18n.ts';

const m = messages({
  billions: { vi: '{n} tỷ đồng', en: '{n} billion đồng' },
  millions: { vi: '{n} triệu đồng', en: '{n} million đồng' },
  dong: { vi: '{n} đồng', en: '{n} đồng' },
  percent: { vi: '{n} %', en: '{n}%' },
});

const BILLION = 1_000_000_000;
const MILLION = 1_000_000;

/** Cuts to so many decimals as people say an amount: 3,2 tỷ; 12,5 tỷ; 124 tỷ. */
function spoken(value: number): number {
  const decimals = Math.abs(value) < 100 ? 1 : 0;
  return Number(value.toFixed(decimals));
}

/** An amount of đồng as people say it: “3,2 tỷ đồng”, “450 triệu đồng”, “950.000 đồng”. */
export function moneyWords(amount: number, t: Translate): string {
  const size = Math.abs(amount);
  const [message, unit]: [Message, number] =
    size >= BILLION ? [m.billions, BILLION] : size >= MILLION ? [m.millions, MILLION] : [m.dong, 1];
  const value = spoken(amount / unit);
  // 999,96 triệu is said as 1 tỷ.
  if (unit === MILLION && Math.abs(value) >= 1000) return t(m.billions, { n: value / 1000 });
  return t(message, { n: unit === 1 ? amount : value });
}

/** The exact number: “3.214.500.000”. */
export const moneyExact = (amount: number, lang: Lang): string => formatNumber(lang, amount);

/** Which part of the whole, in percent with at most one decimal; `null` where there is nothing to compare with. */
export function shareOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  return Math.round((part / whole) * 1000) / 10;
}

export const percentWords = (share: number, t: Translate): string => t(m.percent, { n: share });
