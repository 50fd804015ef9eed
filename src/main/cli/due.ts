import { AppError } from '../../kernel/errors.ts';
import { messages } from '../../kernel/i18n.ts';
import { dueAnswer } from '../../modules/calendar/domain/due-answer.ts';
import { calendarErrors } from '../../modules/calendar/errors.ts';
import { shippedCalendar } from '../../modules/calendar/shipped.ts';
import type { Command } from './command.ts';
import { m } from './messages.ts';

const own = messages({
  arguments: { vi: '"BIỂU THỨC"', en: '"EXPRESSION"' },
  details: {
    vi: 'Không cần cơ sở dữ liệu. Với --tenant, tính theo lịch làm việc của địa bàn đó.\nVí dụ: dan-biet due "15wd after 2024-01-22" --json',
    en: 'Needs no database. With --tenant, the working calendar of that tenant counts.\nExample: dan-biet due "15wd after 2024-01-22" --json',
  },
});

export const command: Command = {
  ...own,
  positionals: { min: 1, max: 1 },
  options: { tenant: { value: m.tenantValue, says: m.tenantOption } },
  async run(call) {
    const calendar = shippedCalendar();
    const result = dueAnswer(call.positionals[0] ?? '', calendar);
    if (!result.ok)
      throw new AppError(calendarErrors.unreadable_expression, { problem: result.problem.message });
    const { answer } = result;
    return {
      data: answer,
      text: call.lang === 'en' ? answer.explanationEn : answer.explanation,
      notes: answer.warnings.map((warning) => warning.message),
    };
  },
};
