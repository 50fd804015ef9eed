import type { Expr } from './expr.ts';

/** Where the cells of expressions stand in a workbook. */
export interface ExcelPlaces {
  /** `D8`, or `_danbiet!C5` on another sheet; `undefined` where the workbook does not have the cell. */
  at(name: string): string | undefined;
  /** The cell holds words. */
  isWords(name: string): boolean;
}

/** What Excel takes in one formula. */
const LONGEST = 8_000;
/** Excel takes 64; each level of ours can need three. */
const DEEPEST = 20;
/** Excel takes 255 arguments. */
const MOST_ARGUMENTS = 200;

class TooMuch extends Error {}

/**
 * The expression as an Excel formula without its `=`: a number or a truth, and an error where it is unknown. `undefined` where Excel
 * could not hold it; then only the server computes it.
 */
export function excelFormula(expr: Expr, places: ExcelPlaces): string | undefined {
  try {
    const text = write(expr, places, 0);
    return text.length > LONGEST ? undefined : text;
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}

/** The formula of a cell: empty where the value is unknown. */
export function excelCell(expr: Expr, places: ExcelPlaces): string | undefined {
  const formula = excelFormula(expr, places);
  return formula === undefined ? undefined : `IFERROR(${formula},"")`;
}

function write(expr: Expr, places: ExcelPlaces, depth: number): string {
  if (depth > DEEPEST) throw new TooMuch();
  const inner = (part: Expr): string => write(part, places, depth + 1);
  switch (expr[0]) {
    case 'n':
      return expr[1];
    case 'c':
      return cell(expr[1], places);
    case 'neg':
      return `-(${inner(expr[1])})`;
    case 'abs':
      return `ABS(${inner(expr[1])})`;
    case 'not':
      return `NOT(${inner(expr[1])})`;
    case 'missing':
      return `ISERROR(${inner(expr[1])})`;
    case 'round':
      return `ROUND(${inner(expr[1])},${expr[2]})`;
    case 'if':
      return `IF(${inner(expr[1])},${inner(expr[2])},${inner(expr[3])})`;
    case 'and': {
      // One false settles it, though the other be an error.
      const [a, b] = [inner(expr[1]), inner(expr[2])];
      return `IF(IFERROR(${a},TRUE),IF(IFERROR(${b},TRUE),AND(${a},${b}),FALSE),FALSE)`;
    }
    case 'or': {
      const [a, b] = [inner(expr[1]), inner(expr[2])];
      return `IF(IFERROR(${a},FALSE),TRUE,IF(IFERROR(${b},FALSE),TRUE,OR(${a},${b})))`;
    }
    case 'sum':
    case 'min':
    case 'max':
    case 'sum_known':
      return many(expr[0], expr.slice(1) as Expr[], places, inner);
    case '+':
    case '-':
      return `(${inner(expr[1])}${expr[0]}${inner(expr[2])})`;
    case '*':
    case '/':
      return `ROUND(${inner(expr[1])}${expr[0]}${inner(expr[2])},6)`;
    default:
      // Decimals of six places: what binary fractions add to them is rounded away.
      return `(ROUND(${inner(expr[1])},6)${expr[0]}ROUND(${inner(expr[2])},6))`;
  }
}

/** A cell that is empty, or says “no data”, is an error, as an unknown number. */
function cell(name: string, places: ExcelPlaces): string {
  const at = places.at(name);
  if (at === undefined) return 'NA()';
  if (places.isWords(name)) return `IF(OR(LEN(${at})=0,LEFT(LOWER(${at}),16)="không có số liệu"),NA(),1)`;
  return `IF(ISNUMBER(${at}),${at},NA())`;
}

type Many = 'sum' | 'min' | 'max' | 'sum_known';
const FUNCTION = { sum: 'SUM', sum_known: 'SUM', min: 'MIN', max: 'MAX' } as const;

function many(op: Many, items: readonly Expr[], places: ExcelPlaces, inner: (part: Expr) => string): string {
  const cells = items.map((item) =>
    item[0] === 'c' && !places.isWords(item[1]) ? places.at(item[1]) : undefined,
  );
  if (cells.every((at) => at !== undefined)) return ofCells(op, cells);
  const written = items.map(inner);
  if (op !== 'sum_known') return of(FUNCTION[op], written);
  const known = written.map((one) => `IFERROR(${one},0)`);
  return `IF(AND(${written.map((one) => `ISERROR(${one})`).join()}),NA(),${of('SUM', known)})`;
}

/** Cells are counted first: SUM would pass over an empty one as if it were 0. */
function ofCells(op: Many, cells: readonly string[]): string {
  const ranges = rangesOf(cells);
  const count = of('COUNT', ranges, 'SUM');
  const result = of(FUNCTION[op], ranges);
  return op === 'sum_known' ? `IF(${count}=0,NA(),${result})` : `IF(${count}=${cells.length},${result},NA())`;
}

/** A call, divided where it has more arguments than Excel takes. */
function of(name: string, args: readonly string[], over = name): string {
  if (args.length <= MOST_ARGUMENTS) return `${name}(${args.join()})`;
  const parts: string[] = [];
  for (let at = 0; at < args.length; at += MOST_ARGUMENTS)
    parts.push(`${name}(${args.slice(at, at + MOST_ARGUMENTS).join()})`);
  return `${over}(${parts.join()})`;
}

const ADDRESS = /^([A-Z]+)(\d+)$/;

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function follows(before: string, after: string): boolean {
  const [a, b] = [ADDRESS.exec(before), ADDRESS.exec(after)];
  if (!a || !b) return false;
  const [columns, rows] = [columnOf(b[1] ?? '') - columnOf(a[1] ?? ''), Number(b[2]) - Number(a[2])];
  return (columns === 1 && rows === 0) || (columns === 0 && rows === 1);
}

/** `D8,E8,F8` as `D8:F8`; a turn of direction begins another range. */
function rangesOf(cells: readonly string[]): string[] {
  const ranges: { from: string; to: string; isRow: boolean | undefined }[] = [];
  for (const at of cells) {
    const last = ranges.at(-1);
    const isRow = last && ADDRESS.exec(last.to)?.[2] === ADDRESS.exec(at)?.[2];
    if (last && follows(last.to, at) && (last.isRow === undefined || last.isRow === isRow)) {
      last.to = at;
      last.isRow = isRow;
    } else ranges.push({ from: at, to: at, isRow: undefined });
  }
  return ranges.map(({ from, to }) => (from === to ? from : `${from}:${to}`));
}
