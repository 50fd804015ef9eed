import { type CalendarDate, parseVietnameseDate, yearOf } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  type CountUnit,
  type DeadlineExpression,
  FIRST_YEAR,
  LARGEST_AMOUNT,
  LAST_YEAR,
  PERIODS_A_YEAR,
  type PeriodKind,
  UNITS,
} from './expression.ts';
import { expressionProblems, fill, joined } from './messages.ts';
import { formOfVietnamese } from './vietnamese-text.ts';

export type ExpressionProblemCode = Exclude<keyof typeof expressionProblems, 'FORMS'>;

export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  /** What is wrong, then every accepted form. */
  readonly message: Message;
}

export type ParsedExpression =
  | { readonly ok: true; readonly expression: DeadlineExpression }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** Leaves the parser from any depth; never leaves this file. */
class Unreadable extends Error {
  readonly problem: ExpressionProblem;

  constructor(code: ExpressionProblemCode, text: string, params: Readonly<Record<string, string>> = {}) {
    super(code);
    const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
    const said = fill(expressionProblems[code], { text: shown, ...params });
    this.problem = { code, message: joined([said, expressionProblems.FORMS], ' ') };
  }
}

const COUNTED = /^(min )?(-?\d[\d.,]*) ?([\p{L}_]+) (after|before) (.+)$/u;
const FIXED = /^(before|by|on) (.+)$/;
const PERIOD_END = /^end of (.+)$/;

const LONGEST_TEXT = 200;

/**
 * Reads the text form: "15wd after 2024-01-22", "min 20d after 30/05/2024", "before 2024-07-05", "end of Q2 2024"…
 * Case and spacing are free; dates are ISO or dd/mm/yyyy; Vietnamese wordings are read as the form they mean.
 * `docs/deadlines.md` lists the forms.
 */
export function parseExpression(text: string): ParsedExpression {
  try {
    return { ok: true, expression: read(text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

function read(text: string): DeadlineExpression {
  if (text === '') throw new Unreadable('EMPTY', text);
  if (text.length > LONGEST_TEXT) throw new Unreadable('UNKNOWN_FORM', text);
  const counted = COUNTED.exec(text);
  if (counted) return readCounted(text, counted);
  const fixed = FIXED.exec(text);
  if (fixed) return { v: 1, type: fixed[1] === 'before' ? 'before' : 'by', date: readDate(fixed[2]) };
  const period = PERIOD_END.exec(text);
  if (period) return readPeriod(period[1] ?? '');
  const form = formOfVietnamese(text);
  if (form !== undefined) return read(form);
  throw new Unreadable('UNKNOWN_FORM', text);
}

function readCounted(text: string, match: RegExpExecArray): DeadlineExpression {
  const unit = UNITS.find((known) => known === match[3]);
  if (!unit) throw new Unreadable('UNKNOWN_UNIT', match[3] ?? '');
  const amount = readAmount(match[2] ?? '', unit);
  const date = readDate(match[5]);
  if (match[4] === 'after')
    return { v: 1, type: 'after', bound: match[1] ? 'min' : 'max', amount, unit, from: date };
  // "5wd before" already means at least 5.
  if (match[1]) throw new Unreadable('UNKNOWN_FORM', text);
  return { v: 1, type: 'ahead', amount, unit, event: date };
}

function readAmount(text: string, unit: CountUnit): number {
  const largest = LARGEST_AMOUNT[unit];
  const amount = /^\d+$/.test(text) ? Number(text) : 0;
  if (amount < 1 || amount > largest) {
    throw new Unreadable('AMOUNT_OUT_OF_RANGE', text, { largest: String(largest) });
  }
  return amount;
}

function readDate(text = ''): CalendarDate {
  const date = parseVietnameseDate(text);
  if (!date) throw new Unreadable('NOT_A_DATE', text);
  checkYear(text, yearOf(date));
  return date;
}

function checkYear(text: string, year: number): void {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return;
  throw new Unreadable('YEAR_OUT_OF_RANGE', text, { first: String(FIRST_YEAR), last: String(LAST_YEAR) });
}

const PERIOD_LETTERS: Readonly<Record<string, PeriodKind>> = { q: 'quarter', h: 'half' };

function readPeriod(text: string): DeadlineExpression {
  const lettered = /^([qh])(\d) ?[ /-] ?(\d{4})$/.exec(text);
  if (lettered) return periodEnd(text, PERIOD_LETTERS[lettered[1] ?? ''], lettered[3], lettered[2]);
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) return periodEnd(text, 'month', month[1], month[2]);
  const vietnameseMonth = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (vietnameseMonth) return periodEnd(text, 'month', vietnameseMonth[2], vietnameseMonth[1]);
  if (/^\d{4}$/.test(text)) return periodEnd(text, 'year', text, '1');
  throw new Unreadable('NOT_A_PERIOD', text);
}

function periodEnd(
  text: string,
  period?: PeriodKind,
  yearText?: string,
  indexText?: string,
): DeadlineExpression {
  const [year, index] = [Number(yearText), Number(indexText)];
  if (!period || index < 1 || index > PERIODS_A_YEAR[period]) throw new Unreadable('NOT_A_PERIOD', text);
  checkYear(text, year);
  return { v: 1, type: 'period_end', period, year, index };
}

/** The canonical text of an expression; `parseExpression` reads it back to the same data. */
export function formatExpression(expression: DeadlineExpression): string {
  switch (expression.type) {
    case 'after': {
      const { bound, amount, unit, from } = expression;
      return `${bound === 'min' ? 'min ' : ''}${amount}${unit} after ${from}`;
    }
    case 'ahead':
      return `${expression.amount}${expression.unit} before ${expression.event}`;
    case 'before':
    case 'by':
      return `${expression.type} ${expression.date}`;
    case 'period_end':
      return `end of ${formatPeriod(expression.period, expression.year, expression.index)}`;
  }
}

function formatPeriod(period: PeriodKind, year: number, index: number): string {
  switch (period) {
    case 'month':
      return `${year}-${String(index).padStart(2, '0')}`;
    case 'quarter':
      return `Q${index} ${year}`;
    case 'half':
      return `H${index} ${year}`;
    case 'year':
      return String(year);
  }
}
