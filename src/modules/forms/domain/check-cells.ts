import type { CellValue, CellValues, CompiledCheck, CompiledForm } from './compiled.ts';
import { type Decimal, fromNumber, ONE, toNumber } from './decimal.ts';
import { evaluate, type Numbers } from './evaluate.ts';
import { cellName, cellsRead, relationOf } from './expr.ts';

const DAY = 86_400_000;
/** Days are counted as a workbook counts them, so that formulas of a sheet say the same. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** What an expression reads of a value: a day is a number, words are 1 (only `missing` reads them), “no data” is unknown. */
export function decimalOf(value: CellValue | undefined): Decimal | null {
  switch (value?.kind) {
    case 'number':
      return fromNumber(value.number);
    case 'date':
      return fromNumber((Date.parse(`${value.on}T00:00:00Z`) - DAY_ZERO) / DAY);
    case 'words':
      return ONE;
    default:
      return null;
  }
}

/** What is evaluated of a form; a page that shows some of its cells sends those alone to the browser. */
export type EvaluatedForm = Pick<CompiledForm, 'cells' | 'checks'>;

/** The number of any cell, formulas included, in any of the three periods. */
export function numbersOf(form: EvaluatedForm, values: CellValues): Numbers {
  const formulas = new Map(form.cells.flatMap((cell) => (cell.expr ? [[cell.key, cell.expr] as const] : [])));
  const known = new Map<string, Decimal | null>();
  const read: Numbers = (name) => {
    const { key, relation } = relationOf(name);
    const formula = formulas.get(key);
    if (!formula) return decimalOf(values[name]);
    const before = known.get(name);
    if (before !== undefined) return before;
    // Names inside a formula of another period mean that period too.
    const number = evaluate(formula, (inner) =>
      read(relation === 'this' ? inner : cellName(relationOf(inner).key, relation)),
    );
    known.set(name, number);
    return number;
  };
  return read;
}

export interface Checked {
  /** Numbers of the cells with formulas, by key; `null`: not known. */
  readonly computed: Readonly<Record<string, number | null>>;
  /** Errors first. */
  readonly broken: readonly CompiledCheck[];
}

/** Computes the formulas and finds the checks that the cells break. What is not known breaks nothing. */
export function checkCells(form: EvaluatedForm, values: CellValues): Checked {
  const numbers = numbersOf(form, values);
  const computed: Record<string, number | null> = {};
  for (const { key, expr } of form.cells) {
    if (!expr) continue;
    const number = numbers(key);
    computed[key] = number === null ? null : toNumber(number);
  }
  const broken = form.checks.filter((check) => evaluate(check.expr, numbers) === 0n);
  const errors = broken.filter((check) => check.severity === 'error');
  return { computed, broken: [...errors, ...broken.filter((check) => check.severity === 'warning')] };
}

/** The numbers that the checks of a form read, as the database is given them. */
export function numbersForChecks(form: CompiledForm, values: CellValues): Record<string, number> {
  const numbers = numbersOf(form, values);
  const out: Record<string, number> = {};
  for (const name of new Set(form.checks.flatMap((check) => cellsRead(check.expr)))) {
    const number = numbers(name);
    if (number !== null) out[name] = toNumber(number);
  }
  return out;
}
