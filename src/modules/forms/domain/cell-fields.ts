import type { Message } from '../../../kernel/i18n.ts';
import { CELL_RELATIONS, type CellSpec } from './spec.ts';
import { sm } from './spec-messages.ts';

/** What a cell is, as a person chooses it in a form. */
export interface CellFields {
  /** Empty: nothing is entered. */
  readonly kind: string;
  /** The code of a figure, or a formula. */
  readonly what: string;
  readonly period: string;
  readonly decimals: string;
  readonly required: boolean;
}

/** The kinds in the order in which they are offered. */
export const CELL_KINDS = [
  '',
  'figure.value',
  'figure.denominator',
  'figure.percent',
  'figure.shown',
  'free.number',
  'free.date',
  'free.words',
  'formula',
] as const;
export type CellKind = (typeof CELL_KINDS)[number];

export function cellFields(cell: CellSpec | undefined): CellFields {
  const bare = { kind: '', what: '', period: 'this', decimals: '0', required: false };
  switch (cell?.kind) {
    case 'figure': {
      const part = cell.part === 'numerator' ? 'value' : cell.part;
      return { ...bare, kind: `figure.${part}`, what: cell.figure ?? '', period: cell.relation };
    }
    case 'free':
      return {
        ...bare,
        kind: `free.${cell.input}`,
        decimals: String(cell.decimals),
        required: cell.required,
      };
    case 'formula':
      return { ...bare, kind: 'formula', what: cell.expr, decimals: String(cell.decimals) };
    default:
      return bare;
  }
}

const CODE = /^[A-Z][A-Z0-9.]{1,19}[a-z]?$/;

/** `undefined`: the cell is as its column or row says, which is nothing where neither says anything. */
export function cellFrom(fields: CellFields): CellSpec | undefined | { readonly wrong: Message } {
  const { kind, required } = fields;
  const what = fields.what.trim();
  const decimals = Math.min(3, Math.max(0, Number(fields.decimals) || 0));
  if (kind === '') return undefined;
  if (kind === 'none') return { kind: 'none' };
  if (kind === 'formula') {
    if (what === '') return { wrong: sm.formulaMissing };
    return what.length > 2000
      ? { wrong: sm.formulaTooLong }
      : { kind: 'formula', expr: what.normalize('NFC'), decimals };
  }
  const [type, detail] = kind.split('.');
  if (type === 'free' && (detail === 'number' || detail === 'date' || detail === 'words'))
    return { kind: 'free', input: detail, decimals: detail === 'number' ? decimals : 0, required };
  if (type !== 'figure') return undefined;
  if (what !== '' && !CODE.test(what)) return { wrong: sm.codeWrong };
  const part = detail === 'denominator' || detail === 'percent' || detail === 'shown' ? detail : 'value';
  const relation = CELL_RELATIONS.find((one) => one === fields.period) ?? 'this';
  return { kind: 'figure', figure: what === '' ? null : what, part, relation };
}
