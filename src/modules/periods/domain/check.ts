import { formatDate } from '../../../kernel/dates.ts';
import type { FieldProblem } from '../../../kernel/errors.ts';
import { messages } from '../../../kernel/i18n.ts';
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from '../../calendar/index.ts';
import type { PeriodDraft } from './draft.ts';
import { stepRank } from './draft.ts';

/** Working days that must lie between cut-off and due (Nghị định 09/2019/NĐ-CP, Điều 8.5). */
export const LEAST_WORKING_DAYS = 1;

const m = messages({
  from_after_to: {
    vi: 'Ngày đầu kỳ phải trước hoặc bằng ngày cuối kỳ ({to}).',
    en: 'The period must not begin after its last day ({to}).',
  },
  cut_off_outside: {
    vi: 'Ngày chốt số liệu phải nằm trong kỳ, từ {from} đến {to}.',
    en: 'The cut-off must lie within the period, from {from} to {to}.',
  },
  due_too_close: {
    vi: 'Từ ngày chốt số liệu {cut_off} đến hạn gửi phải có ít nhất 1 ngày làm việc (Nghị định 09/2019/NĐ-CP, Điều 8.5): hạn sớm nhất là hết ngày {earliest}.',
    en: 'At least one working day must lie between the cut-off {cut_off} and the due day (Decree 09/2019/NĐ-CP, Article 8.5): {earliest} at the earliest.',
  },
  lock_before_due: {
    vi: 'Ngày khóa kỳ phải bằng hoặc sau hạn gửi ({due}).',
    en: 'The period must not be locked before its due day ({due}).',
  },
  milestone_early: {
    vi: 'Mốc này phải sau ngày chốt số liệu {cut_off}.',
    en: 'This milestone must come after the cut-off {cut_off}.',
  },
  milestone_late: {
    vi: 'Mốc này không được sau hạn gửi của kỳ ({due}).',
    en: 'This milestone must not come after the due day ({due}).',
  },
  milestone_order: {
    vi: 'Mốc này không được trước mốc của bước liền trước ({before}).',
    en: 'This milestone must not come before that of the step ahead of it ({before}).',
  },
});

/** What is wrong with the days of a period, by the names of the form's fields; none when they agree with each other. */
export function problemsOfDays(draft: PeriodDraft, cal: WorkCalendar): FieldProblem[] {
  const { fromOn, toOn, cutOffOn, due, lockOn } = draft;
  if (fromOn > toOn) return [{ field: 'tu', message: m.from_after_to, params: { to: formatDate(toOn) } }];
  const problems: FieldProblem[] = [];
  if (cutOffOn < fromOn || cutOffOn > toOn)
    problems.push({
      field: 'chot',
      message: m.cut_off_outside,
      params: { from: formatDate(fromOn), to: formatDate(toOn) },
    });
  if (workingDaysBetween(cal, cutOffOn, due.on) < LEAST_WORKING_DAYS)
    problems.push({
      field: 'han',
      message: m.due_too_close,
      params: {
        cut_off: formatDate(cutOffOn),
        earliest: formatDate(addWorkingDays(cal, cutOffOn, LEAST_WORKING_DAYS)),
      },
    });
  if (lockOn < due.on)
    problems.push({ field: 'khoa', message: m.lock_before_due, params: { due: formatDate(due.on) } });
  return [...problems, ...milestoneProblems(draft)];
}

function milestoneProblems({ milestones, cutOffOn, due }: PeriodDraft): FieldProblem[] {
  const inOrder = [...milestones].sort((a, b) => stepRank(a.step) - stepRank(b.step));
  return inOrder.flatMap(({ step, on }, index): FieldProblem[] => {
    const field = `moc_${step}`;
    const before = inOrder[index - 1];
    if (on <= cutOffOn)
      return [{ field, message: m.milestone_early, params: { cut_off: formatDate(cutOffOn) } }];
    if (on > due.on) return [{ field, message: m.milestone_late, params: { due: formatDate(due.on) } }];
    if (before && on < before.on)
      return [{ field, message: m.milestone_order, params: { before: formatDate(before.on) } }];
    return [];
  });
}
