/**
 * The tree of an expression, as JSON: stored with a version, sent to the browser, evaluated by `forms_eval` in the database. A cell is
 * named by row and column, `r1.c4`; `r1.c4@same` is the same cell of the same period last year, `r1.c4@prev` of the period before.
 */
export type Expr =
  /** A decimal number of at most six places, as text: `12.5`. */
  | readonly ['n', string]
  | readonly ['c', string]
  | readonly ['neg' | 'abs' | 'not', Expr]
  /** True when it is unknown; itself never unknown. */
  | readonly ['missing', Expr]
  /** To 0–6 places, half away from zero. */
  | readonly ['round', Expr, number]
  | readonly ['and' | 'or', Expr, Expr]
  | readonly [Operator, Expr, Expr]
  /** Unknown when one of them is. */
  | readonly ['sum' | 'min' | 'max', ...Expr[]]
  /** Of those that are known; unknown when none is. */
  | readonly ['sum_known', ...Expr[]]
  | readonly ['if', Expr, Expr, Expr];

export type Operator = '+' | '-' | '*' | '/' | Comparison;
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Which period a reference means. */
export type Relation = 'this' | 'same' | 'prev';

const SUFFIX = { this: '', same: '@same', prev: '@prev' } as const;

/** The name of a cell in expressions and in the numbers they are evaluated over. */
export function cellName(key: string, relation: Relation = 'this'): string {
  return key + SUFFIX[relation];
}

/** The cell and period that a name means. */
export function relationOf(name: string): { readonly key: string; readonly relation: Relation } {
  const [key = '', suffix] = name.split('@');
  return { key, relation: suffix === 'same' || suffix === 'prev' ? suffix : 'this' };
}

/** The parts of an expression that are expressions. */
export function partsOf(expr: Expr): readonly Expr[] {
  return expr.slice(1).filter((part): part is Expr => Array.isArray(part));
}

/** The cells that a check is about: those it names, then those it is computed from. */
export function cellsOfCheck(check: { readonly cells: readonly string[]; readonly expr: Expr }): string[] {
  const read = cellsRead(check.expr).map((name) => relationOf(name).key);
  return [...new Set([...check.cells, ...read])];
}

/** Names of the cells an expression reads, each once, in order. */
export function cellsRead(expr: Expr): string[] {
  const names = new Set<string>();
  const visit = (one: Expr): void => {
    if (one[0] === 'c') names.add(one[1]);
    else for (const part of partsOf(one)) visit(part);
  };
  visit(expr);
  return [...names];
}
