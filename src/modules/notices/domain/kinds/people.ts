import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { count, day, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Việc giao cho tôi, trao đổi', en: 'Work given to me, comments' },
  handedName: { vi: 'Việc được giao trong đơn vị', en: 'Work handed to you' },
  handed: {
    vi: '{by} giao bạn phụ trách phần việc “{words}”.{note}',
    en: '{by} handed you the assignment “{words}”.{note}',
  },
  handedDue: {
    vi: '{by} giao bạn phụ trách phần việc “{words}”, hạn {date}.{note}',
    en: '{by} handed you the assignment “{words}”, due on {date}.{note}',
  },
  handedMany: {
    vi: '{by} giao bạn phụ trách {n} phần việc của đơn vị.{note}',
    en: '{by} handed you assignments of your unit: {n}.{note}',
  },
  handedManyDue: {
    vi: '{by} giao bạn phụ trách {n} phần việc của đơn vị, việc gần nhất đến hạn {date}.{note}',
    en: '{by} handed you assignments of your unit: {n}, the first due on {date}.{note}',
  },
  mentionedName: { vi: 'Có người nhắc bạn', en: 'You were mentioned' },
  mentioned: {
    vi: '{by} nhắc bạn khi trao đổi về phần việc “{words}”: “{comment}”',
    en: '{by} mentioned you in a comment on “{words}”: “{comment}”',
  },
  commentedName: { vi: 'Trao đổi mới', en: 'New comment' },
  commented: {
    vi: '{by} trao đổi về phần việc “{words}”: “{comment}”',
    en: '{by} commented on “{words}”: “{comment}”',
  },
});

const said = z.strictObject({ v, by: name, words: name, comment: name });

/** What concerns one person inside a unit, and what people say to each other about work. */
export const peopleTopic = topic({
  name: m.topic,
  kinds: {
    work_handed: kind({
      facts: z.strictObject({ v, by: name, words: name, count, firstDueOn: day.nullable(), note: name }),
      name: m.handedName,
      urgent: true,
      sentence({ by, words, count: n, firstDueOn, note }) {
        const params = { by, words, n, note: note === '' ? '' : ` “${note}”` };
        if (firstDueOn === null) return { message: n > 1 ? m.handedMany : m.handed, params };
        const date = formatDate(firstDueOn);
        return { message: n > 1 ? m.handedManyDue : m.handedDue, params: { ...params, date } };
      },
    }),
    work_mentioned: kind({
      facts: said,
      name: m.mentionedName,
      urgent: true,
      sentence: ({ by, words, comment }) => ({ message: m.mentioned, params: { by, words, comment } }),
    }),
    work_commented: kind({
      facts: said,
      name: m.commentedName,
      sentence: ({ by, words, comment }) => ({ message: m.commented, params: { by, words, comment } }),
    }),
  },
});
