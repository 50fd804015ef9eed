import type { Html } from '../../../../kernel/html.ts';
import { html } from '../../../../kernel/html.ts';
import type { Translate } from '../../../../kernel/i18n.ts';
import type { Option } from '../../../../ui/index.ts';
import {
  CELL_KINDS,
  type CellFields,
  type CellKind,
  cellFields,
  cellFrom,
} from '../../domain/cell-fields.ts';
import type { NamedFigure } from '../../domain/figure-by-name.ts';
import { CELL_RELATIONS, type CellRelation, type CellSpec } from '../../domain/spec.ts';
import { de } from '../../messages-design.ts';
import { readFigure } from './figure-field.ts';
import { digits, lineCell, lineFields } from './line-fields.ts';
import { isTicked, type Problems, type Shown, textIn, type Values } from './typed.ts';

const KIND_WORDS = {
  '': de.kind_none,
  'figure.value': de.kind_value,
  'figure.denominator': de.kind_denominator,
  'figure.percent': de.kind_percent,
  'figure.shown': de.kind_shown,
  'free.number': de.kind_number,
  'free.date': de.kind_date,
  'free.words': de.kind_words,
  formula: de.kind_formula,
} as const satisfies Record<CellKind, unknown>;

const PERIOD_WORDS = {
  this: de.period_this,
  previous: de.period_previous,
  same_last_year: de.period_same,
  cumulative: de.period_cumulative,
} as const satisfies Record<CellRelation, unknown>;

export function cellHeadings(t: Translate): string[] {
  return [t(de.kind), t(de.what), t(de.period), t(de.decimals), t(de.required)];
}

/** The fields that say what a cell is; a single cell may also say that nothing is entered where its column says something. */
export function cellCells(shown: Shown, t: Translate, at: string, isSingle: boolean): Html {
  const fields = lineFields(shown);
  const kinds: Option[] = CELL_KINDS.filter((kind) => kind !== '' || !isSingle).map((value) => ({
    value,
    text: t(KIND_WORDS[value]),
  }));
  const options = isSingle ? [{ value: 'none', text: t(de.kind_none) }, ...kinds] : kinds;
  const periods = CELL_RELATIONS.map((value) => ({ value, text: t(PERIOD_WORDS[value]) }));
  return html`${lineCell(t(de.kind), fields.choose(`${at}.kind`, t(de.kind), options), 'of-cell')}${lineCell(
    t(de.what),
    fields.text(`${at}.what`, t(de.what), { wide: true, figure: true }),
    'of-cell of-what',
  )}${lineCell(t(de.period), fields.choose(`${at}.period`, t(de.period), periods), 'of-cell of-period')}${lineCell(
    t(de.decimals),
    fields.choose(`${at}.decimals`, t(de.decimals), digits),
    'of-cell of-decimals',
  )}${lineCell(t(de.required), fields.tick(`${at}.required`, t(de.required)), 'of-cell of-required')}`;
}

export function cellValues(at: string, cell: CellSpec | undefined): Record<string, string> {
  const { kind, what, period, decimals, required } = cellFields(cell);
  return {
    [`${at}.kind`]: cell?.kind === 'none' ? 'none' : kind,
    [`${at}.what`]: what,
    [`${at}.period`]: period,
    [`${at}.decimals`]: decimals,
    ...(required ? { [`${at}.required`]: '1' } : {}),
  };
}

export function readCellSpec(
  values: Values,
  at: string,
  problems: Problems,
  figures: readonly NamedFigure[],
): CellSpec | undefined {
  const kind = textIn(values, `${at}.kind`);
  const what = kind.startsWith('figure.')
    ? (readFigure(values, `${at}.what`, problems, figures) ?? '')
    : textIn(values, `${at}.what`);
  const fields: CellFields = {
    kind,
    what,
    period: textIn(values, `${at}.period`),
    decimals: textIn(values, `${at}.decimals`),
    required: isTicked(values, `${at}.required`),
  };
  const cell = cellFrom(fields);
  if (!cell || !('wrong' in cell)) return cell;
  problems.add(`${at}.what`, cell.wrong);
  return undefined;
}
