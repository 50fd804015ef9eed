import { type Message, messages } from '../../../kernel/i18n.ts';

/** The quarter of the places of a year in which a total lies, as the publisher names the four groups. */
export type Band = 'highest' | 'upper_middle' | 'lower_middle' | 'lowest';

export const BAND_NAMES: Readonly<Record<Band, Message>> = messages({
  highest: { vi: 'Nhóm đạt điểm cao nhất', en: 'Highest group' },
  upper_middle: { vi: 'Nhóm đạt điểm trung bình cao', en: 'Upper middle group' },
  lower_middle: { vi: 'Nhóm đạt điểm trung bình thấp', en: 'Lower middle group' },
  lowest: { vi: 'Nhóm đạt điểm thấp nhất', en: 'Lowest group' },
});

/** The value below which this share (0–1) of the values lies, linear between neighbours; `null` of nothing. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const below = sorted[low] ?? 0;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? below;
  return below + (above - below) * (place - low);
}

export interface BandLimits {
  readonly quarter: number;
  readonly middle: number;
  readonly threeQuarters: number;
}

/** Where the four groups of a year part: the 25th, 50th and 75th percentile of its places. */
export function bandLimits(values: readonly number[]): BandLimits | null {
  const quarter = percentile(values, 0.25);
  const middle = percentile(values, 0.5);
  const threeQuarters = percentile(values, 0.75);
  return quarter === null || middle === null || threeQuarters === null
    ? null
    : { quarter, middle, threeQuarters };
}

/** The group of one value. A published group, where one is known, goes before this. */
export function bandOf(value: number, limits: BandLimits): Band {
  if (value >= limits.threeQuarters) return 'highest';
  if (value >= limits.middle) return 'upper_middle';
  return value >= limits.quarter ? 'lower_middle' : 'lowest';
}
