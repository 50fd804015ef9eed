import type { CompiledCell, CompiledCheck, CompiledColumn, CompiledForm, CompiledRow } from './compiled.ts';
import type { Expr } from './expr.ts';
import { ExprError } from './expr-messages.ts';
import { FORMULA_WORDS, parseExpr, type Source } from './expr-parse.ts';
import { resolveExpr, type Scope, usesAlone } from './expr-resolve.ts';
import { headerOf } from './header.ts';
import { inlined } from './inline.ts';
import {
  type FigureFacts,
  holdsOf,
  type PlannedCell,
  planCell,
  type Row,
  type SpecProblem,
} from './plan-cells.ts';
import { type CheckSpec, type FormSpec, UNIT_ROW } from './spec.ts';
import { sm } from './spec-messages.ts';

export interface Compilation {
  /** Cells and checks with problems are left out of it. */
  readonly form: CompiledForm;
  readonly problems: readonly SpecProblem[];
}

const bareRow = { kind: 'row', level: 0, order: '', label: '', measure: '' } as const;

/** Makes a form ready. What is wrong with its spec is told with its place; a published version has no problems. */
export function compile(spec: FormSpec, definitions: readonly FigureFacts[]): Compilation {
  return new Compiler(spec, definitions).compile();
}

class Compiler {
  readonly #spec: FormSpec;
  readonly #figures: ReadonlyMap<string, FigureFacts>;
  readonly #problems: SpecProblem[] = [];
  readonly #cells = new Map<string, PlannedCell>();
  readonly #formulas = new Map<string, Expr>();
  #columns: readonly string[] = [];
  #rows: readonly string[] = [];

  constructor(spec: FormSpec, definitions: readonly FigureFacts[]) {
    this.#spec = spec;
    this.#figures = new Map(definitions.map((one) => [one.code, one]));
  }

  compile(): Compilation {
    const { rows: spec } = this.#spec;
    const header = headerOf(this.#spec.columns);
    const rowsAreUnits = spec.kind === 'units';
    const rows: readonly CompiledRow[] = rowsAreUnits ? [{ ...bareRow, key: UNIT_ROW }] : spec.rows;
    const holding = header.leaves.filter((column) => column.role === 'cells');
    this.#columns = holding.map((column) => column.key);
    this.#rows = rows.filter((row) => row.kind === 'row').map((row) => row.key);
    this.#checkKeys(header.leaves, rows);
    const filled: readonly Row[] = rowsAreUnits
      ? [{ key: UNIT_ROW, figure: null }]
      : spec.rows.filter((row) => row.kind === 'row');
    for (const row of filled)
      for (const { key, spec: column } of holding) {
        const own = this.#spec.cells[`${row.key}.${key}`];
        const cell = planCell(row, { ...column, key }, own, this.#figures, this.#problems);
        this.#cells.set(cell.key, cell);
      }
    for (const key of Object.keys(this.#spec.cells))
      if (!this.#cells.has(key)) this.#problem(key, sm.unknownCell, { cell: key });
    this.#checkFigures();
    this.#readFormulas();
    const checks = this.#spec.checks.flatMap((check) => this.#check(check));
    return {
      form: {
        header: header.rows,
        columns: header.leaves.map(({ key, label, role, number, path }) => ({
          key,
          label,
          role,
          number,
          path,
        })),
        rows: rows.map(({ key, kind, level, order, label, measure }) => ({
          key,
          kind,
          level,
          order,
          label,
          measure,
        })),
        rowsAreUnits,
        cells: [...this.#cells.values()].map((cell) => this.#finished(cell)),
        checks,
      },
      problems: this.#problems,
    };
  }

  #problem(place: string, message: SpecProblem['message'], params: SpecProblem['params'] = {}): void {
    this.#problems.push({ place, message, params });
  }

  #finished({ written: _, isOwn: __, ...cell }: PlannedCell): CompiledCell {
    const expr = this.#formulas.get(cell.key) ?? null;
    return cell.kind === 'formula' && expr === null ? { ...cell, kind: 'none', expr } : { ...cell, expr };
  }

  #checkKeys(columns: readonly CompiledColumn[], rows: readonly CompiledRow[]): void {
    const seen = new Set<string>();
    const own = [columns.map(({ key }) => key), rows.map(({ key }) => key)];
    for (const keys of own) {
      const here = new Set<string>();
      for (const key of keys) {
        if (here.has(key)) this.#problem(key, sm.keyTwice, { key });
        else if (seen.has(key)) this.#problem(key, sm.keyOfBoth, { key });
        if (FORMULA_WORDS.has(key)) this.#problem(key, sm.keyReserved, { key });
        here.add(key);
      }
      for (const key of here) seen.add(key);
    }
    const checks = new Set<string>();
    for (const { key } of this.#spec.checks) {
      if (checks.has(key)) this.#problem(key, sm.keyTwice, { key });
      checks.add(key);
    }
    if (this.#columns.length === 0) this.#problem('', sm.noCells);
  }

  /** Each figure is entered once, a rate in both its parts. */
  #checkFigures(): void {
    const entered = new Map<string, PlannedCell>();
    for (const cell of this.#cells.values()) {
      if (cell.kind !== 'figure' || cell.input === null || !cell.figure) continue;
      const { code, part } = cell.figure;
      const first = entered.get(`${code} ${part}`);
      if (first) this.#problem(cell.key, sm.figureTwice, { code, first: first.key, cell: cell.key });
      else entered.set(`${code} ${part}`, cell);
    }
    for (const { figure, key } of entered.values()) {
      const other =
        figure?.part === 'numerator' ? 'denominator' : figure?.part === 'denominator' ? 'numerator' : null;
      if (figure && other && !entered.has(`${figure.code} ${other}`))
        this.#problem(key, sm.rateHalf, { code: figure.code });
    }
    if (![...this.#cells.values()].some((cell) => cell.input !== null)) this.#problem('', sm.noInput);
    // The rate beside its two parts follows them while they are typed.
    for (const cell of this.#cells.values()) {
      if (cell.figure?.part !== 'percent' || cell.figure.relation !== 'this') continue;
      const numerator = entered.get(`${cell.figure.code} numerator`);
      const denominator = entered.get(`${cell.figure.code} denominator`);
      if (!numerator || !denominator) continue;
      this.#cells.set(cell.key, { ...cell, kind: 'formula' });
      this.#formulas.set(cell.key, ['/', ['*', ['c', numerator.key], ['n', '100']], ['c', denominator.key]]);
    }
  }

  #scope(row: string | null, column: string | null): Scope {
    return {
      columns: this.#columns,
      rows: this.#rows,
      row,
      column,
      holds: (key) => holdsOf(this.#cells.get(key), this.#figures),
      isOfOtherPeriod: (key) => !['this', undefined].includes(this.#cells.get(key)?.figure?.relation),
    };
  }

  #readFormulas(): void {
    const elsewhere = new Map<string, SpecProblem>();
    const somewhere = new Set<string>();
    for (const cell of this.#cells.values()) {
      const { key, written, isOwn } = cell;
      if (cell.kind !== 'formula' || written === null) continue;
      try {
        const scope = this.#scope(cell.row, cell.column);
        this.#formulas.set(key, resolveExpr(this.#parsed(written), scope, 'number'));
        somewhere.add(written);
      } catch (error) {
        if (!(error instanceof ExprError)) throw error;
        const { message, params } = error.problem;
        // A formula of a whole column skips the rows whose cells hold no number: a day, words.
        if (isOwn || !error.isElsewhere) this.#problem(key, message, params);
        else if (!elsewhere.has(written)) elsewhere.set(written, { place: key, message, params });
      }
    }
    for (const [written, problem] of elsewhere) if (!somewhere.has(written)) this.#problems.push(problem);
    for (const [key, expr] of this.#formulas) {
      // A circle is told once, and its cells compute nothing.
      if (!this.#tried(key, () => inlined(expr, this.#formulas, key))) this.#formulas.delete(key);
    }
  }

  #parsed(text: string): Source {
    const parsed = parseExpr(text);
    if (parsed.ok) return parsed.source;
    throw new ExprError(parsed.problem.at - 1, parsed.problem.message, parsed.problem.params);
  }

  #tried<T>(place: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ExprError)) throw error;
      this.#problem(place, error.problem.message, error.problem.params);
      return undefined;
    }
  }

  #check(check: CheckSpec): CompiledCheck[] {
    const source = this.#tried(check.key, () => this.#parsed(check.expr));
    if (!source) return [];
    const [byRow, byColumn] = [usesAlone(source, this.#columns), usesAlone(source, this.#rows)];
    if (byRow && byColumn) {
      this.#problem(check.key, sm.checkBothAlone, { key: check.key });
      return [];
    }
    if (!byRow && !byColumn) return this.#checkAt(check, source, null, null, true);
    const made = byRow
      ? this.#rows.flatMap((row) => this.#checkAt(check, source, row, null, false))
      : this.#columns.flatMap((column) => this.#checkAt(check, source, null, column, false));
    if (made.length > 0) return made;
    // Applied nowhere: the first place tells why.
    const told = byRow
      ? this.#checkAt(check, source, this.#rows[0] ?? null, null, true)
      : this.#checkAt(check, source, null, this.#columns[0] ?? null, true);
    if (told.length === 0 && !this.#problems.some((one) => one.place === check.key))
      this.#problem(check.key, sm.checkNowhere, { key: check.key });
    return told;
  }

  /** The check at one row or column; where it names a cell without a number it does not apply. */
  #checkAt(
    check: CheckSpec,
    source: Source,
    row: string | null,
    column: string | null,
    tell: boolean,
  ): CompiledCheck[] {
    const before = this.#problems.length;
    const made = this.#tried(check.key, () => {
      const expr = resolveExpr(source, this.#scope(row, column), 'truth');
      return { named: expr, expr: inlined(expr, this.#formulas, check.key) };
    });
    if (!tell) this.#problems.length = before;
    if (!made) return [];
    const at = row ?? column;
    const { key, severity, message } = check;
    return [
      {
        key: at === null ? key : `${key}@${at}`,
        of: key,
        severity,
        message,
        expr: made.expr,
        cells: cellsNamed(made.named),
      },
    ];
  }
}

function cellsNamed(expr: Expr): string[] {
  const found = new Set<string>();
  const visit = (one: Expr): void => {
    if (one[0] === 'c') found.add(one[1].split('@')[0] ?? '');
    else for (const part of one.slice(1)) if (Array.isArray(part)) visit(part as unknown as Expr);
  };
  visit(expr);
  return [...found];
}
