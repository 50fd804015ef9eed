import { type CalendarDate, formatDate, yearOf } from '../../../kernel/dates.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { breaksIn, entriesIn, formatSpan, reasonOff, type Stretch, weekdayName } from './breaks.ts';
import type { CountUnit, DeadlineExpression } from './expression.ts';
import { fill, joined, explanations as say } from './messages.ts';
import type { Resolution } from './resolve.ts';
import type { WorkCalendar } from './work-calendar.ts';

const NOTHING: Message = { vi: '', en: '' };

/** "15 ngày làm việc từ 22/01/2024, trừ nghỉ Tết 08–14/02 → 19/02/2024", in both languages. */
export function explain(expr: DeadlineExpression, found: Resolution, cal: WorkCalendar): Message {
  const on = formatDate(found.on);
  switch (expr.type) {
    case 'after':
      return fill(expr.bound === 'max' ? say.after : say.minimum, {
        count: countText(expr.amount, expr.unit),
        from: formatDate(expr.from),
        details: detailsAfter(expr.unit, expr.from, found, cal),
        on,
      });
    case 'ahead':
      return fill(say.ahead, {
        count: countText(expr.amount, expr.unit),
        event: formatDate(expr.event),
        details: expr.unit === 'wd' ? countingDetails(cal, found.looked, expr.event) : NOTHING,
        on,
      });
    case 'before':
      return fill(say.before, { date: formatDate(expr.date), on });
    case 'by':
      return fill(say.by, { date: formatDate(expr.date), on });
    case 'period_end':
      return fill(say.periodEnd, { period: periodText(expr), on });
  }
}

const COUNTS: Readonly<Record<CountUnit, { one: Message; many: Message }>> = {
  wd: { one: say.wdOne, many: say.wdMany },
  d: { one: say.dOne, many: say.dMany },
  m: { one: say.mOne, many: say.mMany },
  y: { one: say.yOne, many: say.yMany },
};

function countText(amount: number, unit: CountUnit): Message {
  return fill(amount === 1 ? COUNTS[unit].one : COUNTS[unit].many, { n: String(amount) });
}

function detailsAfter(unit: CountUnit, from: CalendarDate, found: Resolution, cal: WorkCalendar): Message {
  if (unit === 'wd') return countingDetails(cal, found.looked, from);
  if (found.on === found.counted) return NOTHING;
  const passed = breakList(cal, { first: found.counted, last: found.on }, true);
  return fill(say.moved, {
    counted: formatDate(found.counted),
    why: reasonOff(cal, found.counted),
    past: passed.length > 0 ? fill(say.past, { breaks: joined(passed, ', ') }) : NOTHING,
  });
}

/** What made counting the stretch unlike counting Mondays to Fridays: breaks left out, make-up days counted. */
function countingDetails(cal: WorkCalendar, stretch: Stretch, event: CalendarDate): Message {
  const withYear = new Set([stretch.first, stretch.last, event].map(yearOf)).size > 1;
  const breaks = breakList(cal, stretch, withYear);
  const makeup = entriesIn(cal.makeup, stretch).map(([date]) =>
    fill(say.makeupDay, {
      weekday: weekdayName(date),
      date: formatSpan({ first: date, last: date }, withYear),
    }),
  );
  return joined(
    [
      breaks.length > 0 ? fill(say.leavingOut, { breaks: joined(breaks, ', ') }) : NOTHING,
      makeup.length > 0 ? fill(say.countingMakeup, { days: joined(makeup, ', ') }) : NOTHING,
    ],
    '',
  );
}

function breakList(cal: WorkCalendar, stretch: Stretch, withYear: boolean): Message[] {
  return breaksIn(cal, stretch).map((found) =>
    fill(say.breakSpan, { occasion: found.occasion, span: formatSpan(found, withYear) }),
  );
}

const ROMAN = ['I', 'II', 'III', 'IV'];

function periodText(expr: Extract<DeadlineExpression, { type: 'period_end' }>): Message {
  const year = String(expr.year);
  switch (expr.period) {
    case 'month':
      return fill(say.month, { index: String(expr.index).padStart(2, '0'), year });
    case 'quarter':
      return fill(say.quarter, { index: { vi: ROMAN[expr.index - 1] ?? '', en: String(expr.index) }, year });
    case 'half':
      return fill(expr.index === 1 ? say.firstHalf : say.secondHalf, { year });
    case 'year':
      return fill(say.year, { year });
  }
}
