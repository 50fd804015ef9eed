import type { Message } from '../../../kernel/i18n.ts';
import type { Expr } from './expr.ts';
import type { CellRelation, ColumnRole, FigurePart, Severity } from './spec.ts';

/**
 * A form made ready from its spec and the definitions of its figures: plain JSON, the same for the server, the browser, .xlsx and
 * the database.
 */
export interface CompiledForm {
  /** Rows of heading cells from the top. */
  readonly header: readonly (readonly HeaderCell[])[];
  readonly columns: readonly CompiledColumn[];
  /** In a form whose rows are units: the one row `u`. */
  readonly rows: readonly CompiledRow[];
  readonly rowsAreUnits: boolean;
  /** Row by row, column by column; only columns with the role `cells`, only rows that are no group. */
  readonly cells: readonly CompiledCell[];
  /** One for each row where the check names columns alone. */
  readonly checks: readonly CompiledCheck[];
}

export interface HeaderCell {
  readonly label: string;
  /** Leaf columns it stands over. */
  readonly colspan: number;
  /** Heading rows it takes. */
  readonly rowspan: number;
  /** 0-based place of its first leaf column. */
  readonly at: number;
}

export interface CompiledColumn {
  readonly key: string;
  readonly label: string;
  readonly role: ColumnRole;
  /** What stands in the row of column numbers: `(3)`. */
  readonly number: string;
  /** Labels of the groups above and its own: `Đã giải quyết, Quá hạn`. */
  readonly path: readonly string[];
}

export interface CompiledRow {
  readonly key: string;
  readonly kind: 'row' | 'group';
  readonly level: number;
  readonly order: string;
  readonly label: string;
  readonly measure: string;
}

/** What may be entered in a cell. */
export type CellInput =
  | { readonly type: 'number'; readonly decimals: number; readonly atMost: number | null }
  | { readonly type: 'date' }
  | { readonly type: 'words' };

export interface CellFigure {
  readonly id: string;
  readonly code: string;
  readonly part: FigurePart;
  readonly relation: CellRelation;
}

export interface CompiledCell {
  /** `r2.c5`. */
  readonly key: string;
  readonly row: string;
  readonly column: string;
  readonly kind: 'figure' | 'free' | 'formula' | 'none';
  /** `null`: shown, not entered. */
  readonly input: CellInput | null;
  readonly figure: CellFigure | null;
  /** Of a formula: its tree over cells of this form, formulas not yet inlined. */
  readonly expr: Expr | null;
  /** Digits after the decimal comma when shown. */
  readonly decimals: number;
  /** A sheet is not complete while it is empty; every figure that is entered is. */
  readonly required: boolean;
}

export interface CompiledCheck {
  /** `k1`, or `k1@r2` where it is read row by row. */
  readonly key: string;
  /** The key in the spec. */
  readonly of: string;
  readonly severity: Severity;
  readonly message: Message;
  /** Over cells that are entered or shown: formulas are inlined. */
  readonly expr: Expr;
  /** The cells that it names, to be marked when it is broken. */
  readonly cells: readonly string[];
}

/** What a cell says. Nothing said is an absent cell, never 0. */
export type CellValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly on: string }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'no_data'; readonly reason: string };

/** Values by the name of a cell (`r1.c4`, `r1.c4@same`). */
export type CellValues = Readonly<Record<string, CellValue | undefined>>;
