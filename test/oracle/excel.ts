/**
 * Formulas of a workbook as Excel evaluates them, for the few functions that forms write. Independent of the writer: it reads the text.
 * An error (#N/A, #DIV/0!) is the value `ERROR`; numbers are binary, as in Excel.
 */
export const ERROR = Symbol('error');
export type ExcelValue = number | boolean | string | null | typeof ERROR;
export type Cells = Readonly<Record<string, number | string | undefined>>;

type Token = { kind: 'number' | 'text' | 'name' | 'sign' | 'end'; text: string };

function tokens(formula: string): Token[] {
  const found: Token[] = [];
  const pattern =
    /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|([A-Za-z_]+!?[A-Z]*\d*(?::[A-Z]+\d+)?)|(<=|>=|<>|[-+*/=<>(),&]))/y;
  while (pattern.lastIndex < formula.length) {
    const match = pattern.exec(formula);
    if (!match) throw new Error(`cannot read ${formula}`);
    const [, number, text, name, sign] = match;
    if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (text !== undefined) found.push({ kind: 'text', text: text.replaceAll('""', '"') });
    else if (name !== undefined) found.push({ kind: 'name', text: name });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return [...found, { kind: 'end', text: '' }];
}

/** A thing not evaluated yet: IF looks at one branch only. */
type Thunk = () => ExcelValue | readonly ExcelValue[];

export function evaluateExcel(formula: string, cells: Cells): ExcelValue {
  const all = tokens(formula);
  let next = 0;
  const peek = (): Token => all[next] ?? { kind: 'end', text: '' };
  const take = (): Token => all[next++] ?? { kind: 'end', text: '' };
  const isSign = (...signs: string[]): boolean => peek().kind === 'sign' && signs.includes(peek().text);
  const comparison = (): Thunk => chain(joined, ['=', '<>', '<', '<=', '>', '>=']);
  const joined = (): Thunk => chain(addition, ['&']);
  const addition = (): Thunk => chain(product, ['+', '-']);
  const product = (): Thunk => chain(signed, ['*', '/']);
  function chain(below: () => Thunk, signs: string[]): Thunk {
    let left = below();
    while (isSign(...signs)) {
      const op = take().text;
      const [a, b] = [left, below()];
      left = () => operate(op, scalar(a()), scalar(b()));
    }
    return left;
  }
  function signed(): Thunk {
    if (!isSign('-')) return primary();
    take();
    const of = signed();
    return () => operate('-', 0, scalar(of()));
  }
  function primary(): Thunk {
    const token = take();
    if (token.kind === 'number') return () => Number(token.text);
    if (token.kind === 'text') return () => token.text;
    if (token.text === '(') {
      const inner = comparison();
      take();
      return inner;
    }
    if (token.text === 'TRUE' || token.text === 'FALSE') return () => token.text === 'TRUE';
    if (!isSign('(')) return () => lookUp(token.text, cells);
    take();
    const args: Thunk[] = [];
    while (!isSign(')')) {
      args.push(comparison());
      if (isSign(',')) take();
    }
    take();
    return () => call(token.text, args);
  }
  const whole = comparison();
  if (peek().kind !== 'end') throw new Error(`unread: ${peek().text} in ${formula}`);
  return scalar(whole());
}

const scalar = (value: ExcelValue | readonly ExcelValue[]): ExcelValue =>
  Array.isArray(value) ? (value[0] ?? null) : (value as ExcelValue);

function lookUp(name: string, cells: Cells): ExcelValue | readonly ExcelValue[] {
  const range = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(name);
  if (!range) return cells[name] ?? null;
  const [, from = 'A', top, to = 'A', bottom] = range;
  const found: ExcelValue[] = [];
  for (let row = Number(top); row <= Number(bottom); row++)
    for (let column = from.charCodeAt(0); column <= to.charCodeAt(0); column++)
      found.push(cells[`${String.fromCharCode(column)}${row}`] ?? null);
  return found;
}

function operate(op: string, a: ExcelValue, b: ExcelValue): ExcelValue {
  if (a === ERROR || b === ERROR) return ERROR;
  if (op === '&') return `${a ?? ''}${b ?? ''}`;
  if (['+', '-', '*', '/'].includes(op)) {
    const [x, y] = [Number(a ?? 0), Number(b ?? 0)];
    if (Number.isNaN(x) || Number.isNaN(y) || a === '' || b === '') return ERROR;
    if (op === '/') return y === 0 ? ERROR : x / y;
    return op === '+' ? x + y : op === '-' ? x - y : x * y;
  }
  const [x, y] =
    typeof a === 'string' || typeof b === 'string' ? [String(a ?? ''), String(b ?? '')] : [a ?? 0, b ?? 0];
  if (op === '=') return x === y;
  if (op === '<>') return x !== y;
  if (op === '<') return x < y;
  if (op === '<=') return x <= y;
  return op === '>' ? x > y : x >= y;
}

/** Excel rounds the decimal that it shows, half away from zero. */
function round(x: number, places: number): number {
  const shown = Number(Math.abs(x).toPrecision(15));
  const shifted = Number(`${shown}e${places}`);
  const rounded = Number.isFinite(shifted) ? Number(`${Math.floor(shifted + 0.5)}e${-places}`) : shown;
  return x < 0 ? -rounded : rounded;
}

function call(name: string, args: readonly Thunk[]): ExcelValue {
  const value = (at: number): ExcelValue => scalar(args[at]?.() ?? null);
  switch (name) {
    case 'NA':
      return ERROR;
    case 'IF': {
      const condition = value(0);
      return condition === ERROR ? ERROR : value(condition ? 1 : 2);
    }
    case 'IFERROR':
      return value(0) === ERROR ? value(1) : value(0);
    case 'ISERROR':
      return value(0) === ERROR;
    case 'ISNUMBER':
      return typeof value(0) === 'number';
    case 'NOT':
      return value(0) === ERROR ? ERROR : !value(0);
    case 'ABS':
      return value(0) === ERROR ? ERROR : Math.abs(Number(value(0)));
    case 'ROUND':
      return value(0) === ERROR ? ERROR : round(Number(value(0)), Number(value(1)));
    case 'LEN':
      return String(value(0) ?? '').length;
    case 'LOWER':
      return String(value(0) ?? '').toLowerCase();
    case 'LEFT':
      return String(value(0) ?? '').slice(0, Number(value(1)));
    default:
      return overAll(
        name,
        args.flatMap((arg) => arg()),
      );
  }
}

function overAll(name: string, values: readonly ExcelValue[]): ExcelValue {
  const numbers = values.filter((one) => typeof one === 'number');
  if (name === 'COUNT') return numbers.length;
  if (values.includes(ERROR)) return ERROR;
  switch (name) {
    case 'SUM':
      return numbers.reduce((sum, one) => sum + one, 0);
    case 'MIN':
      return Math.min(...numbers);
    case 'MAX':
      return Math.max(...numbers);
    case 'AND':
      return values.every(Boolean);
    case 'OR':
      return values.some(Boolean);
    default:
      throw new Error(`no function ${name}`);
  }
}
