import { z } from 'zod';
import { messages } from '../../../../kernel/i18n.ts';
import { count, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Lịch làm việc', en: 'Working calendar' },
  movedName: { vi: 'Hạn thay đổi', en: 'Deadlines moved' },
  moved: {
    vi: 'Lịch làm việc bản {calendar} được áp dụng: {n} phần việc chưa xong của đơn vị bạn có hạn mới.',
    en: 'Working calendar {calendar} is in force. Open assignments of your unit with a new deadline: {n}.',
  },
});

export const calendarTopic = topic({
  name: m.topic,
  kinds: {
    calendar_moved: kind({
      facts: z.strictObject({ v, calendar: name, count }),
      name: m.movedName,
      sentence: ({ calendar, count: n }) => ({ message: m.moved, params: { calendar, n } }),
    }),
  },
});
