import type { CalendarDate } from '../../../kernel/dates.ts';
import { amountIn, fieldWords, type Said, tableNamed, wordsIn } from './tables.ts';

export interface BudgetLine {
  readonly label: string;
  readonly plan: number | null;
  /** What was taken in or spent; `null` where the form is only a plan. */
  readonly done: number | null;
}

/** Money in, or money out: the first line of the form is the total. */
export interface BudgetSide {
  readonly total: BudgetLine;
  /** Lines with any amount, in the order of the form; some are parts of others, so they are never added up. */
  readonly lines: readonly BudgetLine[];
}

export interface Budget {
  readonly revenue: BudgetSide;
  readonly spending: BudgetSide;
  /** False: only what is planned. */
  readonly hasDone: boolean;
  readonly year: string;
  readonly explanation: string;
}

function sideOf(body: Said, key: string): BudgetSide | undefined {
  const lines = (tableNamed(body, key)?.rows ?? []).map((row) => ({
    label: wordsIn(row, 'khoan_muc'),
    plan: amountIn(row, 'du_toan'),
    done: amountIn(row, 'thuc_hien'),
  }));
  const [total, ...rest] = lines;
  if (!total || (total.plan === null && total.done === null)) return undefined;
  return {
    total,
    lines: rest.filter(({ label, plan, done }) => label !== '' && (plan !== null || done !== null)),
  };
}

/** Reads a budget form (tables `thu` and `chi`); `undefined` for items of the section that are none, or whose totals are missing. */
export function budgetOf(body: Said): Budget | undefined {
  const revenue = sideOf(body, 'thu');
  const spending = sideOf(body, 'chi');
  if (!revenue || !spending) return undefined;
  return {
    revenue,
    spending,
    hasDone: revenue.total.done !== null || spending.total.done !== null,
    year: fieldWords(body, 'nam_ngan_sach'),
    explanation: fieldWords(body, 'thuyet_minh'),
  };
}

/**
 * The day up to which a budget item speaks: of a quarter its end, of a year's accounts the year's end, of a plan the year's beginning. A year's
 * accounts that are approved in summer are older news than the quarter before.
 */
export function spokenUntil(
  { hasDone, year }: Budget,
  item: { readonly occurrence: string; readonly eventOn: CalendarDate },
): string {
  if (/^\d{4}[QSM]\d+$/.test(item.occurrence) || !/^\d{4}$/.test(year)) return item.eventOn;
  return `${year}-${hasDone ? '12-31' : '01-01'}`;
}
