import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { day, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Đôn đốc', en: 'Urging' },
  urgedName: { vi: 'Đôn đốc', en: 'Urging' },
  toDo: {
    vi: '{by} đôn đốc đơn vị bạn {n} phần việc: “{subject}”. Trả lời chậm nhất ngày {date}.',
    en: '{by} urges your unit: “{subject}”. Assignments: {n}. Answer by {date}.',
  },
  toAnswer: {
    vi: '{by} đôn đốc đơn vị bạn xác nhận {n} kết quả đã được báo: “{subject}”. Trả lời chậm nhất ngày {date}.',
    en: '{by} urges your unit: “{subject}”. Reports awaiting your acceptance: {n}. Answer by {date}.',
  },
  toDoAndAnswer: {
    vi: '{by} đôn đốc đơn vị bạn {n} phần việc và {k} kết quả chờ xác nhận: “{subject}”. Trả lời chậm nhất ngày {date}.',
    en: '{by} urges your unit: “{subject}”. Assignments: {n}; reports awaiting your acceptance: {k}. Answer by {date}.',
  },
  asked: {
    vi: '{by} đề nghị đơn vị bạn quan tâm thực hiện {n} nội dung và cho ý kiến trước hết ngày {date}.',
    en: '{by} kindly asks your organisation for its attention (matters: {n}) and for an answer by {date}.',
  },
  answeredName: { vi: 'Giải trình', en: 'Answer to an urging' },
  answered: {
    vi: '{by} giải trình về đợt đôn đốc “{subject}”.',
    en: '{by} has answered the urging “{subject}”.',
  },
});

const counted = z.int().min(0);

export const urgingTopic = topic({
  name: m.topic,
  kinds: {
    urged: kind({
      facts: z.strictObject({
        v,
        by: name,
        subject: name,
        toDo: counted,
        toAnswer: counted,
        answerBy: day,
        /** The Front, the Council: asked, never urged. */
        isRequest: z.boolean(),
      }),
      name: m.urgedName,
      urgent: true,
      sentence({ by, subject, toDo, toAnswer, answerBy, isRequest }) {
        const date = formatDate(answerBy);
        if (isRequest) return { message: m.asked, params: { by, n: toDo + toAnswer, date } };
        if (toAnswer === 0) return { message: m.toDo, params: { by, subject, n: toDo, date } };
        if (toDo === 0) return { message: m.toAnswer, params: { by, subject, n: toAnswer, date } };
        return { message: m.toDoAndAnswer, params: { by, subject, n: toDo, k: toAnswer, date } };
      },
    }),
    urging_answered: kind({
      facts: z.strictObject({ v, by: name, subject: name }),
      name: m.answeredName,
      sentence: ({ by, subject }) => ({ message: m.answered, params: { by, subject } }),
    }),
  },
});
