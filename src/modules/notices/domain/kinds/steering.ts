import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { day, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Điều hành', en: 'Overview' },
  asked_name: { vi: 'Yêu cầu giải trình', en: 'Request to explain' },
  asked: {
    vi: '{by} yêu cầu đơn vị bạn giải trình về {about}: “{words}”. Trả lời chậm nhất hết ngày {date}.',
    en: '{by} asks your unit to explain {about}: “{words}”. Answer by the end of {date}.',
  },
  given_name: { vi: 'Giải trình', en: 'Explanation' },
  given: { vi: '{by} đã giải trình về {about}.', en: '{by} has explained {about}.' },
  accepted_name: { vi: 'Chấp nhận giải trình', en: 'Explanation accepted' },
  accepted: {
    vi: '{by} chấp nhận giải trình của đơn vị bạn về {about}.',
    en: '{by} has accepted what your unit explained about {about}.',
  },
  returned_name: { vi: 'Yêu cầu giải trình thêm', en: 'More to explain' },
  returned: {
    vi: '{by} yêu cầu đơn vị bạn giải trình thêm về {about}: “{words}”. Hạn mới hết ngày {date}.',
    en: '{by} wants more from your unit about {about}: “{words}”. Answer by the end of {date}.',
  },
  brief_name: { vi: 'Bản tin đầu tuần', en: 'Weekly brief' },
  brief: {
    vi: 'Bản tin điều hành đến hết ngày {date}: quá hạn {overdue}/{total} phần việc.',
    en: 'The brief up to the end of {date}: overdue {overdue} of {total} assignments.',
  },
  content: { vi: 'nội dung {n}', en: 'content {n}' },
  general: { vi: 'phần chung của kế hoạch', en: 'the general part of the plan' },
  whole: { vi: 'tình hình chung của đơn vị', en: 'the unit as a whole' },
});

const dimension = z.int().min(0).max(8).nullable();

function about(number: number | null) {
  if (number === null) return m.whole;
  if (number === 0) return m.general;
  return { vi: m.content.vi.replace('{n}', String(number)), en: m.content.en.replace('{n}', String(number)) };
}

const number = z.int().min(0);

const briefFacts = z.strictObject({
  v,
  upTo: day,
  overdue: number,
  total: number,
  /** What the brief says, in both languages, each line with the page at which it is read. */
  lines: z.array(z.strictObject({ vi: name, en: name, path: z.string().max(200) })).max(20),
});

export const steeringTopic = topic({
  name: m.topic,
  kinds: {
    explanation_asked: kind({
      facts: z.strictObject({ v, by: name, dimension, words: name, dueOn: day }),
      name: m.asked_name,
      urgent: true,
      sentence: (facts) => ({
        message: m.asked,
        params: {
          by: facts.by,
          about: about(facts.dimension),
          words: facts.words,
          date: formatDate(facts.dueOn),
        },
      }),
    }),
    explanation_given: kind({
      facts: z.strictObject({ v, by: name, dimension }),
      name: m.given_name,
      sentence: (facts) => ({
        message: m.given,
        params: { by: facts.by, about: about(facts.dimension) },
      }),
    }),
    explanation_accepted: kind({
      facts: z.strictObject({ v, by: name, dimension }),
      name: m.accepted_name,
      sentence: (facts) => ({
        message: m.accepted,
        params: { by: facts.by, about: about(facts.dimension) },
      }),
    }),
    explanation_returned: kind({
      facts: z.strictObject({ v, by: name, dimension, words: name, dueOn: day }),
      name: m.returned_name,
      urgent: true,
      sentence: (facts) => ({
        message: m.returned,
        params: {
          by: facts.by,
          about: about(facts.dimension),
          words: facts.words,
          date: formatDate(facts.dueOn),
        },
      }),
    }),
    weekly_brief: kind({
      facts: briefFacts,
      name: m.brief_name,
      isMailed: true,
      sentence: ({ upTo, overdue, total }) => ({
        message: m.brief,
        params: { date: formatDate(upTo), overdue, total },
      }),
      lines: ({ lines }, lang) => lines.map((line) => ({ text: line[lang], path: line.path })),
    }),
  },
});
