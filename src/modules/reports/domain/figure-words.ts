import type { Message } from '../../../kernel/i18n.ts';
import type { Figure } from '../../figures/index.ts';
import { compareRate, compareRates, difference, percent } from './amount.ts';
import { fm } from './figure-messages.ts';
import type { FigureItem } from './material.ts';
import { dayWords, inBoth, quoted, type Sentence, sentence } from './sentence.ts';

type Rate = Extract<Figure, { kind: 'rate' }>;

const NOTHING: Message = { vi: '', en: '' };
const plain = (text: string): Message => ({ vi: text, en: text });

/** "21 buổi"; per cent stands without a space. */
export function measured(n: number, unitOfMeasure: string): Message {
  return unitOfMeasure === '%' ? inBoth(fm.percent, { n }) : inBoth(fm.measured, { n, unit: unitOfMeasure });
}

function rateWords({ numerator, denominator }: Rate): Message {
  const rounded = percent(numerator, denominator);
  return rounded === null ? fm.nothing_arose : inBoth(fm.rate, { percent: rounded, numerator, denominator });
}

/** What was said of a figure: "21 buổi", "95,2% (120/126)", "15/02/2024", "không có số liệu (lý do: …)". */
export function valueWords(value: Figure, unitOfMeasure: string): Message {
  switch (value.kind) {
    case 'number':
      return measured(value.number, unitOfMeasure);
    case 'rate':
      return rateWords(value);
    case 'date':
      return dayWords(value.on);
    case 'words':
      return plain(quoted(value.words));
    case 'no_data':
      return inBoth(fm.no_data, { reason: quoted(value.reason) });
  }
}

function shareWords(part: number, whole: number): number | Message {
  const rounded = percent(part, whole) ?? 0;
  return rounded === 0 ? fm.under : rounded;
}

function comparedNumbers(now: number, before: number, unitOfMeasure: string): Message {
  const moved = difference(now, before);
  if (moved === 0) return fm.same;
  const by = measured(Math.abs(moved), unitOfMeasure);
  if (before === 0) return inBoth(fm.up_from_none, { by, before: measured(before, unitOfMeasure) });
  return inBoth(moved > 0 ? fm.up : fm.down, { by, percent: shareWords(Math.abs(moved), before) });
}

/** Both rates are shown rounded, and so is what parts them: a reader who subtracts finds the same. */
function comparedRates(now: Rate, before: Rate): Message {
  const [a, b] = [percent(now.numerator, now.denominator), percent(before.numerator, before.denominator)];
  if (a === null) return NOTHING;
  if (b === null) return fm.last_nothing;
  const points = difference(a, b);
  if (points === 0 && compareRates(now, before) === 0) return fm.same;
  const told = { before: inBoth(fm.percent, { n: b }), points: Math.abs(points) };
  if (points === 0) return inBoth(fm.points_near, told);
  return inBoth(points > 0 ? fm.points_up : fm.points_down, told);
}

function comparedWords({ value, lastYear, unitOfMeasure }: FigureItem): Message {
  if (lastYear === null) return NOTHING;
  if (value?.kind !== 'number' && value?.kind !== 'rate') return NOTHING;
  if (lastYear.kind === 'no_data') return fm.last_no_data;
  if (value.kind === 'number' && lastYear.kind === 'number')
    return comparedNumbers(value.number, lastYear.number, unitOfMeasure);
  return value.kind === 'rate' && lastYear.kind === 'rate' ? comparedRates(value, lastYear) : NOTHING;
}

/** The value against the target: negative below it, 0 on it, positive above; `null` where nothing can be compared. */
function againstTarget({ value, target }: Pick<FigureItem, 'value' | 'target'>): number | null {
  if (target === null) return null;
  if (value?.kind === 'number') return Math.sign(difference(value.number, target));
  return value?.kind === 'rate' && value.denominator > 0 ? compareRate(value, target) : null;
}

function targetWords(figure: FigureItem): Message {
  const { value, target, direction, unitOfMeasure } = figure;
  const side = againstTarget(figure);
  if (target === null || side === null) return NOTHING;
  const told = { target: measured(target, value?.kind === 'rate' ? '%' : unitOfMeasure) };
  if (direction === 'down') return inBoth(side > 0 ? fm.ceiling_passed : fm.ceiling_kept, told);
  if (direction === 'none') return inBoth(fm.target, told);
  if (value?.kind === 'rate') return inBoth(side < 0 ? fm.rate_missed : fm.rate_met, told);
  const reached = value?.kind === 'number' ? percent(value.number, target) : null;
  return reached === null ? inBoth(fm.target, told) : inBoth(fm.reached, { ...told, percent: reached });
}

/** "Lũy kế" stands in the name, so that nobody reads a half-year number as one of the half year alone. */
export function figureName({ name, isCumulative }: Pick<FigureItem, 'name' | 'isCumulative'>): Message {
  return isCumulative ? inBoth(fm.cumulative, { name }) : plain(name);
}

/** The sentence of a figure, with the same period a year before and the target; none while nothing was said. */
export function figureSentence(figure: FigureItem): Sentence | null {
  const { value, code, unitOfMeasure, isLate } = figure;
  if (value === null) return null;
  return sentence(
    `figure:${code}`,
    fm.told,
    {
      name: figureName(figure),
      value: valueWords(value, unitOfMeasure),
      compared: comparedWords(figure),
      target: targetWords(figure),
      late: isLate ? fm.late : NOTHING,
    },
    [{ type: 'figure', code }],
  );
}

/** Whether the figure moved as is wished since a year before; `null` where nothing is wished or known. */
export function movementOf(figure: FigureItem): 'better' | 'worse' | 'same' | null {
  const { value, lastYear, direction, isLate } = figure;
  if (direction === 'none' || isLate) return null;
  let side: number | null = null;
  if (value?.kind === 'number' && lastYear?.kind === 'number')
    side = Math.sign(difference(value.number, lastYear.number));
  if (
    value?.kind === 'rate' &&
    lastYear?.kind === 'rate' &&
    value.denominator > 0 &&
    lastYear.denominator > 0
  )
    side = compareRates(value, lastYear);
  if (side === null) return null;
  if (side === 0) return 'same';
  return side > 0 === (direction === 'up') ? 'better' : 'worse';
}

/** Whether the target is met; `null` where there is none, or nothing to hold against it. */
export function targetMet(figure: FigureItem): boolean | null {
  const side = againstTarget(figure);
  if (side === null || figure.direction === 'none' || figure.isLate) return null;
  return figure.direction === 'up' ? side >= 0 : side <= 0;
}

/** The change since a year before as a table shows it: "+4 (23,5%)", "-1,5 điểm %"; empty where nothing can be compared. */
export function changeWords({ value, lastYear }: Pick<FigureItem, 'value' | 'lastYear'>): Message {
  if (value?.kind === 'number' && lastYear?.kind === 'number') {
    const moved = difference(value.number, lastYear.number);
    const signed = { n: Math.abs(moved), sign: moved < 0 ? '-' : moved > 0 ? '+' : '' };
    if (moved === 0 || lastYear.number === 0) return inBoth(fm.change, signed);
    return inBoth(fm.change_share, { ...signed, percent: shareWords(Math.abs(moved), lastYear.number) });
  }
  if (value?.kind !== 'rate' || lastYear?.kind !== 'rate') return NOTHING;
  const [a, b] = [
    percent(value.numerator, value.denominator),
    percent(lastYear.numerator, lastYear.denominator),
  ];
  if (a === null || b === null) return NOTHING;
  const points = difference(a, b);
  return inBoth(fm.change_points, { n: Math.abs(points), sign: points < 0 ? '-' : points > 0 ? '+' : '' });
}
