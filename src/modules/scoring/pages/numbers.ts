import type { Translate } from '../../../kernel/i18n.ts';
import { fixedNumber } from '../../../ui/index.ts';

/** Points are read with three decimals: places differ in the second and third. */
export const DECIMALS = 3;

export const fixed = (value: number | null | undefined, t: Translate): string =>
  value == null ? '–' : fixedNumber(value, DECIMALS, t);

/** A change with its sign, "+0,120". */
export const signed = (value: number | null, t: Translate): string =>
  value === null
    ? '–'
    : `${value > 0 ? '+' : value < 0 ? '−' : ''}${fixedNumber(Math.abs(value), DECIMALS, t)}`;
