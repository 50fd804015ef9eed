import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import type { Lang } from '../../../kernel/i18n.ts';
import type { CountUnit, DeadlineExpression } from './expression.ts';
import { formatExpression } from './expression-text.ts';

const COUNTED: Readonly<Record<CountUnit, string>> = { wd: 'ngày làm việc', d: 'ngày', m: 'tháng', y: 'năm' };
const QUARTERS = ['I', 'II', 'III', 'IV'];

/** An expression as people write it, for a form to be filled in again; `parseExpression` reads it back to the same data. */
export function writeExpression(expression: DeadlineExpression, lang: Lang): string {
  return lang === 'en' ? formatExpression(expression) : inVietnamese(expression);
}

const counted = (amount: number, unit: CountUnit, word: string, date: CalendarDate): string =>
  `${amount} ${COUNTED[unit]} ${word} ${formatDate(date)}`;

function inVietnamese(expression: DeadlineExpression): string {
  switch (expression.type) {
    case 'after': {
      const { bound, amount, unit, from } = expression;
      return `${bound === 'min' ? 'ít nhất ' : ''}${counted(amount, unit, 'sau', from)}`;
    }
    case 'ahead':
      return counted(expression.amount, expression.unit, 'trước', expression.event);
    case 'before':
      return `trước ${formatDate(expression.date)}`;
    case 'by':
      return `chậm nhất ${formatDate(expression.date)}`;
    case 'period_end':
      return `hết ${periodWords(expression)}`;
  }
}

function periodWords({ period, year, index }: Extract<DeadlineExpression, { type: 'period_end' }>): string {
  switch (period) {
    case 'month':
      return `tháng ${index}/${year}`;
    case 'quarter':
      return `quý ${QUARTERS[index - 1]}/${year}`;
    case 'half':
      return `6 tháng ${index === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'year':
      return `năm ${year}`;
  }
}
