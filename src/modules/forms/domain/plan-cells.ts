import type { Message, MessageParams } from '../../../kernel/i18n.ts';
import type { FigureDefinition } from '../../figures/index.ts';
import type { CellInput, CompiledCell } from './compiled.ts';
import type { AskedPart, CellSpec, ColumnSpec, FigurePart, RowSpec } from './spec.ts';
import { sm } from './spec-messages.ts';

/** What a form needs to know of a figure. */
export type FigureFacts = Pick<FigureDefinition, 'id' | 'code' | 'numberKind' | 'decimals' | 'atMost'>;

/** Something wrong with a spec; `place` is a key: `c3`, `r2.c5`, `k1`. */
export interface SpecProblem {
  readonly place: string;
  readonly message: Message;
  readonly params: MessageParams;
}

export type Row = Pick<RowSpec, 'key' | 'figure' | 'cell'>;

/** A cell before formulas are read. */
export interface PlannedCell extends Omit<CompiledCell, 'expr'> {
  /** The formula as it was written. */
  readonly written: string | null;
  /** Said for this cell itself, not for its column or row. */
  readonly isOwn: boolean;
}

/** What one cell is, from the cell itself, its row or its column. */
export function planCell(
  row: Row,
  column: ColumnSpec & { readonly key: string },
  own: CellSpec | undefined,
  figures: ReadonlyMap<string, FigureFacts>,
  problems: SpecProblem[],
): PlannedCell {
  const key = `${row.key}.${column.key}`;
  const bare = {
    key,
    row: row.key,
    column: column.key,
    input: null,
    figure: null,
    written: null,
    isOwn: own !== undefined,
    decimals: 0,
    required: false,
  };
  const none: PlannedCell = { ...bare, kind: 'none' };
  const spec = own ?? row.cell ?? column.cell;
  if (!spec || spec.kind === 'none') return none;
  if (spec.kind === 'formula')
    return { ...bare, kind: 'formula', written: spec.expr, decimals: spec.decimals };
  if (spec.kind === 'free') {
    const { input, decimals, required } = spec;
    const taken: CellInput =
      input === 'number' ? { type: 'number', decimals, atMost: null } : { type: input };
    return { ...bare, kind: 'free', input: taken, decimals, required };
  }
  const code = spec.figure ?? row.figure;
  if (code === null) {
    // A row without a figure leaves the cells of its column empty; only a cell that was meant by itself is a mistake.
    if (own) problems.push({ place: key, message: sm.figureMissing, params: { cell: key } });
    return none;
  }
  const figure = figures.get(code);
  if (!figure) {
    problems.push({ place: key, message: sm.unknownFigure, params: { code } });
    return none;
  }
  const part = partOf(spec.part, figure, own !== undefined || spec.figure !== null, key, problems);
  if (part === undefined) return none;
  const decimals = part === 'percent' ? 2 : figure.decimals;
  const isEntered = spec.relation === 'this' && part !== 'percent';
  return {
    ...bare,
    kind: 'figure',
    input: isEntered ? inputOf(figure, part) : null,
    figure: { id: figure.id, code: figure.code, part, relation: spec.relation },
    decimals,
    required: isEntered,
  };
}

/** A column of values takes the numerator of a rate; columns of other parts are empty beside what is no rate. */
function partOf(
  part: AskedPart,
  figure: FigureFacts,
  isMeant: boolean,
  key: string,
  problems: SpecProblem[],
): FigurePart | undefined {
  if (part === 'shown') return figure.numberKind === 'rate' ? 'percent' : 'value';
  if (figure.numberKind === 'rate') return part === 'value' ? 'numerator' : part;
  if (part === 'value') return part;
  if (isMeant)
    problems.push({ place: key, message: sm.partOfNoRate, params: { code: figure.code, cell: key } });
  return undefined;
}

function inputOf(figure: FigureFacts, part: FigurePart): CellInput {
  if (figure.numberKind === 'date') return { type: 'date' };
  if (figure.numberKind === 'text') return { type: 'words' };
  // A bound is one of the whole value, in per cent for a rate.
  return { type: 'number', decimals: figure.decimals, atMost: part === 'value' ? figure.atMost : null };
}

/** What stands in a cell as far as formulas are concerned; a day counts as a number. */
export function holdsOf(
  cell: PlannedCell | undefined,
  figures: ReadonlyMap<string, FigureFacts>,
): 'number' | 'words' | 'nothing' {
  if (!cell || cell.kind === 'none') return 'nothing';
  if (cell.kind === 'free') return cell.input?.type === 'words' ? 'words' : 'number';
  if (cell.kind === 'figure')
    return figures.get(cell.figure?.code ?? '')?.numberKind === 'text' ? 'words' : 'number';
  return 'number';
}
