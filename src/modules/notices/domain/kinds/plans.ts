import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { count, day, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Kế hoạch', en: 'Plans' },
  issued: { vi: 'Kế hoạch mới', en: 'New plan' },
  assigned: {
    vi: '{issuer} ban hành kế hoạch “{plan}”: đơn vị bạn được giao {n} phần việc, việc gần nhất đến hạn {date}.',
    en: '{issuer} issued the plan “{plan}”. Assignments given to your unit: {n}, the first due on {date}.',
  },
  assignedWithoutDay: {
    vi: '{issuer} ban hành kế hoạch “{plan}”: đơn vị bạn được giao {n} phần việc, làm khi phát sinh.',
    en: '{issuer} issued the plan “{plan}”. Assignments given to your unit: {n}, to be done when the case arises.',
  },
  asked: {
    vi: '{issuer} ban hành kế hoạch “{plan}” và đề nghị đơn vị bạn thực hiện {n} nội dung, nội dung gần nhất vào ngày {date}.',
    en: '{issuer} issued the plan “{plan}”. What it asks of your organisation: {n}, the first by {date}.',
  },
  askedWithoutDay: {
    vi: '{issuer} ban hành kế hoạch “{plan}” và đề nghị đơn vị bạn thực hiện {n} nội dung khi phát sinh.',
    en: '{issuer} issued the plan “{plan}”. What it asks of your organisation: {n}, when the case arises.',
  },
});

/** Sentences say “kế hoạch” themselves, and many titles begin with it. */
const titleWithoutKind = (plan: string): string => plan.replace(/^kế hoạch\s+/i, '');

export const planTopic = topic({
  name: m.topic,
  kinds: {
    plan_issued: kind({
      facts: z.strictObject({
        v,
        issuer: name,
        plan: name,
        count,
        firstDueOn: day.nullable(),
        /** The Front, the Council: asked, never assigned. */
        isRequest: z.boolean(),
      }),
      name: m.issued,
      sentence({ issuer, plan: title, count: n, firstDueOn, isRequest }) {
        const plan = titleWithoutKind(title);
        if (firstDueOn === null)
          return {
            message: isRequest ? m.askedWithoutDay : m.assignedWithoutDay,
            params: { issuer, plan, n },
          };
        return {
          message: isRequest ? m.asked : m.assigned,
          params: { issuer, plan, n, date: formatDate(firstDueOn) },
        };
      },
    }),
  },
});
