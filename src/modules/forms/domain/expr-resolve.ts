import { cellName, type Expr, type Relation } from './expr.ts';
import { ExprError, em } from './expr-messages.ts';
import type { Name, Source } from './expr-parse.ts';

/** What the names of an expression can mean. */
export interface Scope {
  /** Keys of the columns that hold cells, from the left; of the rows that are no groups, from the top. */
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** The row and column the expression is read for; `null` where there is none. */
  readonly row: string | null;
  readonly column: string | null;
  /** What stands in a cell: a number (a day counts as one), words, or nothing at all. */
  holds(key: string): 'number' | 'words' | 'nothing';
  /** The cell shows a value of another period already. */
  isOfOtherPeriod(key: string): boolean;
}

export type ExprType = 'number' | 'truth';

interface Typed {
  readonly type: ExprType;
  readonly expr: Expr;
}

/** Looks up the names of an expression and checks that numbers and comparisons stand where they belong. Throws `ExprError`. */
export function resolveExpr(source: Source, scope: Scope, wanted: ExprType): Expr {
  return new Resolver(scope, 'this').as(wanted, source);
}

class Resolver {
  readonly #scope: Scope;
  readonly #relation: Relation;

  constructor(scope: Scope, relation: Relation) {
    this.#scope = scope;
    this.#relation = relation;
  }

  as(wanted: ExprType, source: Source): Expr {
    const { type, expr } = this.#typed(source);
    if (type !== wanted)
      throw new ExprError(source.at, wanted === 'number' ? em.numberWanted : em.truthWanted);
    return expr;
  }

  #number(source: Source | undefined): Expr {
    if (!source) throw new Error('the parser counts the parts of a call');
    return this.as('number', source);
  }

  #typed(source: Source): Typed {
    switch (source.kind) {
      case 'number':
        return { type: 'number', expr: ['n', source.text] };
      case 'name':
        return { type: 'number', expr: this.#cell(source, false) };
      case 'range':
        throw new ExprError(source.at, em.rangeAlone);
      case 'neg':
        return { type: 'number', expr: ['neg', this.as('number', source.of)] };
      case 'not':
        return { type: 'truth', expr: ['not', this.as('truth', source.of)] };
      case 'pair':
        return this.#pair(source);
      case 'call':
        return this.#call(source);
    }
  }

  #pair({ op, left, right }: Extract<Source, { kind: 'pair' }>): Typed {
    if (op === 'and' || op === 'or')
      return { type: 'truth', expr: [op, this.as('truth', left), this.as('truth', right)] };
    const [a, b] = [this.as('number', left), this.as('number', right)];
    if (op === '+') return { type: 'number', expr: ['sum', ...termsOf(a), ...termsOf(b)] };
    const type = op === '-' || op === '*' || op === '/' ? 'number' : 'truth';
    return { type, expr: [op, a, b] };
  }

  #call({ name, args, at }: Extract<Source, { kind: 'call' }>): Typed {
    const [first, second] = args;
    switch (name) {
      case 'sum':
      case 'sum_known':
      case 'min':
      case 'max':
        return { type: 'number', expr: [name, ...args.flatMap((arg) => this.#items(arg))] };
      case 'abs':
        return { type: 'number', expr: ['abs', this.#number(first)] };
      case 'round':
        return { type: 'number', expr: ['round', this.#number(first), placesOf(second)] };
      case 'missing':
        return { type: 'truth', expr: ['missing', this.#anything(first)] };
      case 'if':
        return this.#branches(args, at);
      case 'same_period':
      case 'previous':
        return { type: 'number', expr: this.#of(name === 'previous' ? 'prev' : 'same', first, at) };
      case 'change':
        return { type: 'number', expr: this.#change(first, at) };
      case 'jump':
        return { type: 'truth', expr: ['>', ['abs', this.#change(first, at)], this.#number(second)] };
    }
  }

  #branches([condition, yes, no]: readonly Source[], at: number): Typed {
    if (!condition || !yes || !no) throw new Error('the parser counts the parts of a call');
    const test = this.as('truth', condition);
    const [a, b] = [this.#typed(yes), this.#typed(no)];
    if (a.type !== b.type) throw new ExprError(at, em.sidesDiffer);
    return { type: a.type, expr: ['if', test, a.expr, b.expr] };
  }

  #of(relation: Relation, source: Source | undefined, at: number): Expr {
    if (this.#relation !== 'this') throw new ExprError(at, em.periodTwice);
    return new Resolver(this.#scope, relation).#number(source);
  }

  /** Per cent more or less than in the same period last year. */
  #change(source: Source | undefined, at: number): Expr {
    const [now, then] = [this.#number(source), this.#of('same', source, at)];
    return ['/', ['*', ['-', now, then], ['n', '100']], then];
  }

  #anything(source: Source | undefined): Expr {
    if (source?.kind === 'name') return this.#cell(source, true);
    return this.#number(source);
  }

  #items(source: Source): Expr[] {
    if (source.kind !== 'range') return [this.as('number', source)];
    const keys = this.#keysOf(source).filter((key) => this.#scope.holds(key) === 'number');
    if (keys.length === 0) throw new ExprError(source.at, em.rangeEmpty, { range: rangeText(source) });
    return keys.map((key): Expr => ['c', this.#named(key, source.at)]);
  }

  #keysOf({ from, to, at }: Extract<Source, { kind: 'range' }>): string[] {
    const { rows, columns, row, column } = this.#scope;
    const between = (all: readonly string[], a: string, b: string): readonly string[] => {
      const [start, end] = [all.indexOf(a), all.indexOf(b)];
      if (start < 0 || end < start) throw new ExprError(at, em.rangeEnds);
      return all.slice(start, end + 1);
    };
    if (from.second !== null && to.second !== null) {
      const across = between(columns, from.second, to.second);
      return between(rows, from.first, to.first).flatMap((r) => across.map((c) => `${r}.${c}`));
    }
    if (from.second !== null || to.second !== null) throw new ExprError(at, em.rangeEnds);
    if (columns.includes(from.first)) {
      if (row === null) throw new ExprError(at, em.needsRow, { name: from.first });
      return between(columns, from.first, to.first).map((c) => `${row}.${c}`);
    }
    if (!rows.includes(from.first)) throw new ExprError(from.at, em.unknownName, { name: from.first });
    if (column === null) throw new ExprError(at, em.needsColumn, { name: from.first });
    return between(rows, from.first, to.first).map((r) => `${r}.${column}`);
  }

  #cell(name: Name, orWords: boolean): Expr {
    const key = this.#keyOf(name);
    const holds = this.#scope.holds(key);
    if (holds !== 'number' && !orWords) throw new ExprError(name.at, em.noNumberThere, { cell: key });
    return ['c', this.#named(key, name.at)];
  }

  #keyOf({ first, second, at }: Name): string {
    const { rows, columns, row, column } = this.#scope;
    if (second !== null) {
      if (!rows.includes(first)) throw new ExprError(at, em.unknownName, { name: first });
      if (!columns.includes(second)) throw new ExprError(at, em.unknownName, { name: second });
      return `${first}.${second}`;
    }
    if (columns.includes(first)) {
      if (row === null) throw new ExprError(at, em.needsRow, { name: first });
      return `${row}.${first}`;
    }
    if (!rows.includes(first)) throw new ExprError(at, em.unknownName, { name: first });
    if (column === null) throw new ExprError(at, em.needsColumn, { name: first });
    return `${first}.${column}`;
  }

  #named(key: string, at: number): string {
    if (this.#relation !== 'this' && this.#scope.isOfOtherPeriod(key))
      throw new ExprError(at, em.noOtherPeriod, { cell: key });
    return cellName(key, this.#relation);
  }
}

/** `a + b + c` is one sum: the tree stays flat, however long the formula. */
function termsOf(expr: Expr): readonly Expr[] {
  return expr[0] === 'sum' ? (expr.slice(1) as Expr[]) : [expr];
}

function placesOf(source: Source | undefined): number {
  const places = source?.kind === 'number' ? Number(source.text) : Number.NaN;
  if (!Number.isInteger(places) || places < 0 || places > 6)
    throw new ExprError(source?.at ?? 0, em.placesWanted);
  return places;
}

function rangeText({ from, to }: Extract<Source, { kind: 'range' }>): string {
  const text = ({ first, second }: Name): string => (second === null ? first : `${first}.${second}`);
  return `${text(from)}:${text(to)}`;
}

/** Names of columns that an expression uses alone, so that it is read row by row; likewise rows. */
export function usesAlone(source: Source, keys: readonly string[]): boolean {
  switch (source.kind) {
    case 'name':
      return source.second === null && keys.includes(source.first);
    case 'range':
      return usesAlone(source.from, keys) || usesAlone(source.to, keys);
    case 'call':
      return source.args.some((arg) => usesAlone(arg, keys));
    case 'neg':
    case 'not':
      return usesAlone(source.of, keys);
    case 'pair':
      return usesAlone(source.left, keys) || usesAlone(source.right, keys);
    case 'number':
      return false;
  }
}
