import { z } from 'zod';
import { messages } from '../../../../kernel/i18n.ts';
import { kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Phần việc', en: 'Assignments' },
  returnedName: { vi: 'Việc bị trả lại', en: 'Work returned' },
  returned: {
    vi: '{by} trả lại phần việc “{words}”. Lý do: {note}',
    en: '{by} returned the assignment “{words}”. Reason: {note}',
  },
  returnedRequest: {
    vi: '{by} đề nghị bổ sung nội dung “{words}”. Lý do: {note}',
    en: '{by} asks for more on “{words}”. Reason: {note}',
  },
  claimedName: { vi: 'Việc chờ xác nhận', en: 'Work awaiting acceptance' },
  claimed: {
    vi: '{by} báo hoàn thành phần việc “{words}”, đang chờ xác nhận.',
    en: '{by} reports “{words}” as done; it awaits acceptance.',
  },
  claimedRequest: {
    vi: '{by} báo đã thực hiện nội dung được đề nghị: “{words}”.',
    en: '{by} reports what was asked as done: “{words}”.',
  },
});

export const workTopic = topic({
  name: m.topic,
  kinds: {
    work_returned: kind({
      facts: z.strictObject({ v, by: name, words: name, note: name, isRequest: z.boolean() }),
      name: m.returnedName,
      urgent: true,
      sentence: ({ isRequest, by, words, note }) => ({
        message: isRequest ? m.returnedRequest : m.returned,
        params: { by, words, note },
      }),
    }),
    work_claimed: kind({
      facts: z.strictObject({ v, by: name, words: name, isRequest: z.boolean() }),
      name: m.claimedName,
      sentence: ({ isRequest, by, words }) => ({
        message: isRequest ? m.claimedRequest : m.claimed,
        params: { by, words },
      }),
    }),
  },
});
