import { formatDate } from '../../../kernel/dates.ts';
import type { FieldProblem } from '../../../kernel/errors.ts';
import { type Message, type MessageParams, messages } from '../../../kernel/i18n.ts';
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from '../../calendar/index.ts';
import type { PeriodDraft } from './draft.ts';
import { stepRank } from './draft.ts';

/** Working days that should lie between cut-off and due (Nghị định 09/2019/NĐ-CP, Điều 8.5). */
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
  due_not_after: {
    vi: 'Hạn gửi phải sau ngày chốt số liệu {cut_off}.',
    en: 'The due day must come after the cut-off {cut_off}.',
  },
  gap_too_short: {
    vi: 'Từ ngày chốt số liệu {cut_off} đến hạn gửi {due} không có ngày làm việc nào. Chế độ báo cáo định kỳ phải có ít nhất 1 ngày (Nghị định 09/2019/NĐ-CP, Điều 8.5): hạn sớm nhất nên là hết ngày {earliest}.',
    en: 'No working day lies between the cut-off {cut_off} and the due day {due}. A periodic report must have at least 1 (Decree 09/2019/NĐ-CP, Article 8.5): {earliest} at the earliest.',
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

/**
 * What the law would have otherwise, said and not refused: a plan that was signed says what it says. `null` when there is time enough between
 * cut-off and due.
 */
export function gapWarning(
  { cutOffOn, due }: Pick<PeriodDraft, 'cutOffOn' | 'due'>,
  cal: WorkCalendar,
): { readonly message: Message; readonly params: MessageParams } | null {
  if (workingDaysBetween(cal, cutOffOn, due.on) >= LEAST_WORKING_DAYS) return null;
  return {
    message: m.gap_too_short,
    params: {
      cut_off: formatDate(cutOffOn),
      due: formatDate(due.on),
      earliest: formatDate(addWorkingDays(cal, cutOffOn, LEAST_WORKING_DAYS)),
    },
  };
}

/** What is wrong with the days of a period, by the names of the form's fields; none when they agree with each other. */
export function problemsOfDays(draft: PeriodDraft): FieldProblem[] {
  const { fromOn, toOn, cutOffOn, due, lockOn } = draft;
  if (fromOn > toOn) return [{ field: 'tu', message: m.from_after_to, params: { to: formatDate(toOn) } }];
  const problems: FieldProblem[] = [];
  if (cutOffOn < fromOn || cutOffOn > toOn)
    problems.push({
      field: 'chot',
      message: m.cut_off_outside,
      params: { from: formatDate(fromOn), to: formatDate(toOn) },
    });
  if (due.on <= cutOffOn)
    problems.push({ field: 'han', message: m.due_not_after, params: { cut_off: formatDate(cutOffOn) } });
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
