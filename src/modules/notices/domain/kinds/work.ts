import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { count, day, kind, name, topic, v } from '../kind.ts';

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
  acceptedName: { vi: 'Kết quả được chấp nhận', en: 'Result accepted' },
  accepted: {
    vi: '{by} chấp nhận kết quả phần việc “{words}”.',
    en: '{by} accepted the result of “{words}”.',
  },
  confirmationName: { vi: 'Chờ xác nhận hoặc làm lại', en: 'Answer or second try awaited' },
  asked: {
    vi: '{by} đề nghị xác nhận kết quả đã báo: “{words}”.',
    en: '{by} asks for an answer to its report on “{words}”.',
  },
  answerLate: {
    vi: '{n} kết quả đã báo quá hạn xác nhận, trong đó có “{words}”.',
    en: 'Reports that wait for your answer past its day: {n}, among them “{words}”.',
  },
  redoLate: {
    vi: '{n} phần việc bị trả lại đã quá hạn làm lại, trong đó có “{words}”.',
    en: 'Returned assignments past the day to do them again: {n}, among them “{words}”.',
  },
  openedName: { vi: 'Có việc phát sinh', en: 'A case arose' },
  opened: {
    vi: 'Phát sinh việc cần làm: {event}. Nhiệm vụ “{words}”, hạn {date}.',
    en: 'A case to deal with: {event}. Task “{words}”, due {date}.',
  },
  openedWithoutDay: {
    vi: 'Phát sinh việc cần làm: {event}. Nhiệm vụ “{words}”.',
    en: 'A case to deal with: {event}. Task “{words}”.',
  },
  openedRequest: {
    vi: 'Đề nghị xem xét việc phát sinh: {event}. Nội dung “{words}”.',
    en: 'A case for your attention: {event}. Matter “{words}”.',
  },
  claimedMany: {
    vi: '{by} báo hoàn thành {n} phần việc, trong đó có “{words}”, đang chờ xác nhận.',
    en: '{by} reports assignments as done: {n}, among them “{words}”; they await acceptance.',
  },
  claimedManyRequest: {
    vi: '{by} báo đã thực hiện {n} nội dung được đề nghị, trong đó có “{words}”.',
    en: '{by} reports matters that were asked for as done: {n}, among them “{words}”.',
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
    work_accepted: kind({
      facts: z.strictObject({ v, by: name, words: name }),
      name: m.acceptedName,
      sentence: ({ by, words }) => ({ message: m.accepted, params: { by, words } }),
    }),
    work_confirmation: kind({
      facts: z.discriminatedUnion('what', [
        z.strictObject({ v, what: z.literal('asked'), by: name, words: name }),
        z.strictObject({ v, what: z.enum(['answer_late', 'redo_late']), count, words: name }),
      ]),
      name: m.confirmationName,
      urgent: true,
      sentence: (facts) =>
        facts.what === 'asked'
          ? { message: m.asked, params: { by: facts.by, words: facts.words } }
          : {
              message: facts.what === 'answer_late' ? m.answerLate : m.redoLate,
              params: { n: facts.count, words: facts.words },
            },
    }),
    work_opened: kind({
      facts: z.strictObject({ v, event: name, words: name, dueOn: day.nullable(), isRequest: z.boolean() }),
      name: m.openedName,
      urgent: true,
      sentence: ({ event, words, dueOn, isRequest }) => {
        if (isRequest) return { message: m.openedRequest, params: { event, words } };
        return dueOn === null
          ? { message: m.openedWithoutDay, params: { event, words } }
          : { message: m.opened, params: { event, words, date: formatDate(dueOn) } };
      },
    }),
    work_claimed: kind({
      facts: z.strictObject({
        v,
        by: name,
        words: name,
        isRequest: z.boolean(),
        /** Reported together, these words being of one of them; absent for one alone. */
        count: count.optional(),
      }),
      name: m.claimedName,
      sentence: ({ isRequest, by, words, count: n }) =>
        n === undefined
          ? { message: isRequest ? m.claimedRequest : m.claimed, params: { by, words } }
          : { message: isRequest ? m.claimedManyRequest : m.claimedMany, params: { by, words, n } },
    }),
  },
});
