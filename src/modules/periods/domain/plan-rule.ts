import { addDays, type CalendarDate, dateOf, yearOf } from '../../../kernel/dates.ts';
import type { DeadlineExpression } from '../../calendar/index.ts';
import { daysOf, type PeriodCode } from './code.ts';

/** What a plan says about one report: which period, its data, by when. */
export interface PlanRule {
  readonly code: PeriodCode;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  readonly due: DeadlineExpression;
  readonly clausePath: string;
  /** The words of the clause that were read. */
  readonly quote: string;
}

interface Clause {
  readonly path: string;
  readonly title: string;
  readonly body: string;
}

const DATE = String.raw`(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?`;
const PERIOD = String.raw`(6 tháng đầu năm|6 tháng cuối năm|9 tháng(?: đầu năm)?|quý (?:iv|i{1,3}|[1-4])|tháng \d{1,2}|năm)(?:\s*(?:\/|năm\s*)?(\d{4}))?`;
const DUE = `(trước|chậm nhất|muộn nhất)(?: là)?(?: hết)?(?: ngày)? ${DATE}`;
const DATA = String.raw`(?:[^;.]{0,60}?từ(?: ngày)? ${DATE} đến(?: hết)?(?: ngày)? ${DATE}\)?)?`;
const RULE = new RegExp(`(?:báo cáo )?${PERIOD}[,:\\s]{1,3}(?:nộp |gửi )?${DUE}${DATA}`, 'giu');

/**
 * The reports that a plan asks for by a day: “6 tháng đầu năm trước ngày 05/7/2024 (thời gian chốt số liệu tính từ ngày 01/01/2024 đến
 * ngày 30/6/2024)”. Only clauses that speak of reports are read; what the words leave open (a year, the days of the data) follows from the
 * plan's year and the period's own name.
 */
export function rulesOfPlan(clauses: readonly Clause[], year: number): PlanRule[] {
  return clauses.flatMap((clause) => {
    const text = `${clause.title}\n${clause.body}`.normalize('NFC').replace(/\s+/g, ' ');
    if (!/báo cáo/i.test(text)) return [];
    return [...text.matchAll(RULE)].flatMap((match) => ruleOf(match, clause.path, year) ?? []);
  });
}

function ruleOf(match: RegExpMatchArray, clausePath: string, planYear: number): PlanRule | undefined {
  const [whole, name = '', ownYear, bound = '', ...numbers] = match;
  const [dueDay, from, to] = [numbers.slice(0, 3), numbers.slice(3, 6), numbers.slice(6, 9)];
  const toOn = dayOf(to, planYear);
  const fromOn = dayOf(from, toOn ? yearOf(toOn) : planYear);
  const year = ownYear ? Number(ownYear) : toOn ? yearOf(toOn) : planYear;
  const named = codeOf(name.toLowerCase(), year);
  if (!named) return undefined;
  const days = fromOn && toOn && fromOn <= toOn ? { fromOn, toOn } : daysOf(named);
  const date = dayOf(dueDay, yearOf(days.toOn), days.toOn);
  if (!date) return undefined;
  const type = bound.toLowerCase() === 'trước' ? 'before' : 'by';
  const code: PeriodCode = named.kind === 'window' ? { kind: 'window', ...days } : named;
  return { code, ...days, due: { v: 1, type, date }, clausePath, quote: whole.trim() };
}

/** A written day; without a year it is that of `year`, or of the next when it would not come after `past`. */
function dayOf(
  written: readonly (string | undefined)[],
  year: number,
  past?: CalendarDate,
): CalendarDate | undefined {
  const [day, month, own] = written;
  if (day === undefined || month === undefined) return undefined;
  const found = dateOf(own ? Number(own) : year, Number(month), Number(day));
  if (own || !found || !past || found > past) return found;
  return dateOf(year + 1, Number(month), Number(day));
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

function codeOf(name: string, year: number): PeriodCode | undefined {
  if (name.startsWith('6 tháng')) return { kind: 'half', year, index: name.includes('đầu') ? 1 : 2 };
  if (name.startsWith('9 tháng')) {
    const { fromOn } = daysOf({ kind: 'year', year, index: 1 });
    return { kind: 'window', fromOn, toOn: addDays(daysOf({ kind: 'quarter', year, index: 4 }).fromOn, -1) };
  }
  if (name === 'năm') return { kind: 'year', year, index: 1 };
  const number = name.split(' ')[1] ?? '';
  const index = ROMAN[number] ?? Number(number);
  const kind = name.startsWith('quý') ? 'quarter' : 'month';
  return index >= 1 && index <= 12 ? { kind, year, index } : undefined;
}
