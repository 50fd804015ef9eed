import { AppError } from '../../kernel/errors.ts';
import { messages } from '../../kernel/i18n.ts';
// Past the room's door on purpose: the door loads the database and the pages, and this command must answer at once.
import { computeDeadline } from '../../modules/calendar/domain/deadline.ts';
import { answerOf } from '../../modules/calendar/domain/due-answer.ts';
import { parseExpression } from '../../modules/calendar/domain/expression-text.ts';
import type { WorkCalendar } from '../../modules/calendar/domain/work-calendar.ts';
import { calendarErrors } from '../../modules/calendar/errors.ts';
import { shippedCalendar } from '../../modules/calendar/shipped.ts';
import type { Call, Command } from './command.ts';
import { m } from './messages.ts';

const own = messages({
  arguments: { vi: '"HẠN"', en: '"DEADLINE"' },
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
    const calendar = call.text('tenant') === undefined ? shippedCalendar() : await calendarOfTenant(call);
    const parsed = parseExpression(call.positionals[0] ?? '');
    if (!parsed.ok)
      throw new AppError(calendarErrors.unreadable_expression, { problem: parsed.problem.message });
    const deadline = computeDeadline(parsed.expression, calendar);
    return {
      data: answerOf(deadline),
      text: call.t(deadline.explanation),
      notes: deadline.warnings.map((warning) => call.t(warning.message)),
    };
  },
};

async function calendarOfTenant(call: Call): Promise<WorkCalendar> {
  const { currentCalendar } = await import('../../modules/calendar/index.ts');
  const { withTenant } = await import('./tenant-work.ts');
  return withTenant(call, ({ tenant }) => currentCalendar(tenant.db));
}
