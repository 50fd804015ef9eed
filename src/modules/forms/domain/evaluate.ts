import { type Decimal, divide, fromText, multiply, ONE, roundTo } from './decimal.ts';
import type { Expr, Operator } from './expr.ts';

/** The number of a cell by its name; `null`: not known. */
export type Numbers = (name: string) => Decimal | null;

/**
 * The value of an expression: true is 1, false 0, unknown `null`. `forms_eval` in the database says the same; a test holds both
 * equal over random expressions.
 */
export function evaluate(expr: Expr, numbers: Numbers): Decimal | null {
  switch (expr[0]) {
    case 'n':
      return fromText(expr[1]);
    case 'c':
      return numbers(expr[1]);
    case 'missing':
      return evaluate(expr[1], numbers) === null ? ONE : 0n;
    case 'if': {
      const condition = evaluate(expr[1], numbers);
      if (condition === null) return null;
      return evaluate(condition === ONE ? expr[2] : expr[3], numbers);
    }
    case 'and':
      return both(expr[1], expr[2], numbers, 0n);
    case 'or':
      return both(expr[1], expr[2], numbers, ONE);
    case 'sum':
    case 'min':
    case 'max':
    case 'sum_known':
      return ofMany(expr, numbers);
    default:
      return ofOne(expr, numbers);
  }
}

/** `and` is settled by one false, `or` by one true, whether or not the other is known. */
function both(left: Expr, right: Expr, numbers: Numbers, settles: Decimal): Decimal | null {
  const a = evaluate(left, numbers);
  if (a === settles) return settles;
  const b = evaluate(right, numbers);
  if (b === settles) return settles;
  return a === null || b === null ? null : ONE - settles;
}

type Many = Extract<Expr, readonly ['sum' | 'min' | 'max' | 'sum_known', ...Expr[]]>;

function ofMany([op, ...items]: Many, numbers: Numbers): Decimal | null {
  let result: Decimal | null = null;
  for (const item of items) {
    const a = evaluate(item, numbers);
    if (a === null) {
      if (op === 'sum_known') continue;
      return null;
    }
    if (result === null) result = a;
    else if (op === 'min') result = a < result ? a : result;
    else if (op === 'max') result = a > result ? a : result;
    else result += a;
  }
  return result;
}

type One = Extract<Expr, readonly ['neg' | 'abs' | 'not', Expr] | readonly ['round', Expr, number]>;
type Two = readonly [Operator, Expr, Expr];

function ofOne(expr: One | Two, numbers: Numbers): Decimal | null {
  const a = evaluate(expr[1], numbers);
  if (a === null) return null;
  switch (expr[0]) {
    case 'neg':
      return -a;
    case 'abs':
      return a < 0n ? -a : a;
    case 'not':
      return ONE - a;
    case 'round':
      return roundTo(a, expr[2]);
    default: {
      const b = evaluate(expr[2], numbers);
      return b === null ? null : ofTwo(expr[0], a, b);
    }
  }
}

function ofTwo(op: Operator, a: Decimal, b: Decimal): Decimal | null {
  const truth = (holds: boolean): Decimal => (holds ? ONE : 0n);
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return multiply(a, b);
    case '/':
      return divide(a, b);
    case '=':
      return truth(a === b);
    case '<>':
      return truth(a !== b);
    case '<':
      return truth(a < b);
    case '<=':
      return truth(a <= b);
    case '>':
      return truth(a > b);
    case '>=':
      return truth(a >= b);
  }
}
