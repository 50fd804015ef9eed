import { z } from 'zod';
import { formatDate, isCalendarDate } from '../../../kernel/dates.ts';
import { type Message, type MessageParams, messages } from '../../../kernel/i18n.ts';

const v = z.literal(1);
const name = z.string().max(500);
const count = z.int().min(1);
const day = z.iso.date().refine(isCalendarDate);

/**
 * What a unit can be told, and with which facts. The facts are kept as they were on that day; the words are made when
 * they are read, in the reader's language.
 */
export const noticeSchemas = {
  plan_issued: z.strictObject({
    v,
    issuer: name,
    plan: name,
    count,
    firstDueOn: day.nullable(),
    /** The Front, the Council: asked, never assigned. */
    isRequest: z.boolean(),
  }),
  work_returned: z.strictObject({ v, by: name, words: name, note: name, isRequest: z.boolean() }),
  work_claimed: z.strictObject({ v, by: name, words: name, isRequest: z.boolean() }),
  calendar_moved: z.strictObject({ v, calendar: name, count }),
} as const;

export type NoticeKind = keyof typeof noticeSchemas;
export type NoticeFacts<K extends NoticeKind = NoticeKind> = z.infer<(typeof noticeSchemas)[K]>;
export type NoticeContent = {
  [K in NoticeKind]: { readonly kind: K; readonly facts: NoticeFacts<K> };
}[NoticeKind];

const words = messages({
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
  returned: {
    vi: '{by} trả lại phần việc “{words}”. Lý do: {note}',
    en: '{by} returned the assignment “{words}”. Reason: {note}',
  },
  returnedRequest: {
    vi: '{by} đề nghị bổ sung nội dung “{words}”. Lý do: {note}',
    en: '{by} asks for more on “{words}”. Reason: {note}',
  },
  claimed: {
    vi: '{by} báo hoàn thành phần việc “{words}”, đang chờ xác nhận.',
    en: '{by} reports “{words}” as done; it awaits acceptance.',
  },
  claimedRequest: {
    vi: '{by} báo đã thực hiện nội dung được đề nghị: “{words}”.',
    en: '{by} reports what was asked as done: “{words}”.',
  },
  calendarMoved: {
    vi: 'Lịch làm việc bản {calendar} được áp dụng: {n} phần việc chưa xong của đơn vị bạn có hạn mới.',
    en: 'Working calendar {calendar} is in force. Open assignments of your unit with a new deadline: {n}.',
  },
});

/** Names of the kinds, for lists and exports. */
export const kindNames: Readonly<Record<NoticeKind, Message>> = messages({
  plan_issued: { vi: 'Kế hoạch mới', en: 'New plan' },
  work_returned: { vi: 'Việc bị trả lại', en: 'Work returned' },
  work_claimed: { vi: 'Việc chờ xác nhận', en: 'Work awaiting acceptance' },
  calendar_moved: { vi: 'Hạn thay đổi', en: 'Deadlines moved' },
});

/** The sentence of a notice: a message and what fills it. */
export function sentenceOf(content: NoticeContent): { message: Message; params: MessageParams } {
  switch (content.kind) {
    case 'plan_issued': {
      const { issuer, count, firstDueOn, isRequest } = content.facts;
      // The sentence says “kế hoạch” itself, and many titles begin with it.
      const plan = content.facts.plan.replace(/^kế hoạch\s+/i, '');
      if (firstDueOn === null)
        return {
          message: isRequest ? words.askedWithoutDay : words.assignedWithoutDay,
          params: { issuer, plan, n: count },
        };
      const params = { issuer, plan, n: count, date: formatDate(firstDueOn) };
      return { message: isRequest ? words.asked : words.assigned, params };
    }
    case 'work_returned': {
      const { isRequest, by, words: work, note } = content.facts;
      return {
        message: isRequest ? words.returnedRequest : words.returned,
        params: { by, words: work, note },
      };
    }
    case 'work_claimed': {
      const { isRequest, by, words: work } = content.facts;
      return { message: isRequest ? words.claimedRequest : words.claimed, params: { by, words: work } };
    }
    case 'calendar_moved': {
      const { calendar, count } = content.facts;
      return { message: words.calendarMoved, params: { calendar, n: count } };
    }
  }
}

/** Reads a stored notice. Throws when the row holds what no declared kind holds. */
export function contentOf(kind: string, params: unknown): NoticeContent {
  if (!Object.hasOwn(noticeSchemas, kind)) throw new Error(`no kind of notice: ${kind}`);
  const known = kind as NoticeKind;
  return { kind: known, facts: noticeSchemas[known].parse(params) } as NoticeContent;
}

/** Facts are short: a long text is cut at a word and ends with …. */
export function shortened(text: string, length = 300): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const space = line.lastIndexOf(' ', length - 2);
  return `${line.slice(0, space > length / 2 ? space : length - 2)} …`;
}
