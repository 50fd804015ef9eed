import { z } from 'zod';
import { type CalendarDate, formatDate } from '../../../../kernel/dates.ts';
import { type Message, messages } from '../../../../kernel/i18n.ts';
import { day, kind, name, type Sentence, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Kế hoạch đơn vị', en: 'Plans of units' },
  dueName: { vi: 'Phải ban hành kế hoạch đơn vị', en: 'Own plan to be issued' },
  due: {
    vi: 'Đơn vị bạn phải ban hành kế hoạch thực hiện “{plan}” của {issuer}, chậm nhất ngày {date}. Hãy xác nhận đã nhận kế hoạch.',
    en: 'Your unit has to issue its own plan to carry out “{plan}” of {issuer}, by {date}. Please confirm the receipt.',
  },
  dueAsked: {
    vi: '{issuer} đề nghị tổ chức của bạn chia sẻ kế hoạch phối hợp thực hiện “{plan}”.',
    en: '{issuer} asks your organisation to share its own plan for “{plan}”.',
  },
  reminderName: { vi: 'Nhắc ban hành kế hoạch đơn vị', en: 'Reminder of the own plan' },
  reminder: {
    vi: 'Còn {n} ngày làm việc để ban hành kế hoạch thực hiện “{plan}” (hạn {date}).',
    en: 'Working days left to issue your unit’s plan for “{plan}”: {n} (due on {date}).',
  },
  reminderToday: {
    vi: 'Hôm nay, {date}, là hạn ban hành kế hoạch thực hiện “{plan}”.',
    en: 'Your unit’s plan for “{plan}” is due today, {date}.',
  },
  late: {
    vi: 'Kế hoạch thực hiện “{plan}” của đơn vị bạn trễ {n} ngày làm việc (hạn {date}).',
    en: 'Your unit’s plan for “{plan}” was due on {date}. Working days late: {n}.',
  },
  movedName: { vi: 'Đổi hạn ban hành kế hoạch đơn vị', en: 'Due date of the own plan moved' },
  moved: {
    vi: 'Hạn ban hành kế hoạch thực hiện “{plan}” chuyển từ {from} sang {to}, {why}.',
    en: 'The due date of your unit’s plan for “{plan}” moved from {from} to {to}, {why}.',
  },
  begun: {
    vi: 'Đơn vị bạn phải ban hành kế hoạch thực hiện “{plan}” chậm nhất ngày {to}, {why}.',
    en: 'Your unit has to issue its plan for “{plan}” by {to}, {why}.',
  },
  ended: {
    vi: 'Đơn vị bạn không còn phải ban hành kế hoạch thực hiện “{plan}”, {why}.',
    en: 'Your unit no longer has to issue a plan for “{plan}”, {why}.',
  },
  endedAsked: {
    vi: 'Thôi đề nghị chia sẻ kế hoạch phối hợp thực hiện “{plan}”, {why}.',
    en: 'Your organisation is no longer asked to share a plan for “{plan}”, {why}.',
  },
  calendar: { vi: 'do lịch làm việc thay đổi', en: 'as the working calendar changed' },
  issue_corrected: {
    vi: 'do ngày ban hành kế hoạch cấp trên được sửa lại',
    en: 'as the parent’s day of issue was corrected',
  },
  rule_changed: { vi: 'do thời hạn được quy định lại', en: 'as the time was set anew' },
  withdrawn: { vi: 'vì kế hoạch cấp trên đã thu hồi', en: 'as the parent plan was withdrawn' },
  not_asked: { vi: 'vì không còn yêu cầu', en: 'as it is no longer asked for' },
  returnedName: { vi: 'Kế hoạch đơn vị bị trả lại', en: 'Own plan returned' },
  returned: {
    vi: '{by} trả lại kế hoạch thực hiện “{plan}” của đơn vị bạn. Cần sửa: {note}',
    en: '{by} returned your unit’s plan for “{plan}”. To be corrected: {note}',
  },
  returnedAsked: {
    vi: '{by} đề nghị bổ sung kế hoạch phối hợp thực hiện “{plan}”: {note}',
    en: '{by} asks for changes to your organisation’s plan for “{plan}”: {note}',
  },
  issuedName: { vi: 'Đơn vị ban hành kế hoạch', en: 'Unit issued its plan' },
  issued: {
    vi: '{unit} ban hành kế hoạch số {number} thực hiện “{plan}”, sau {n} ngày làm việc.',
    en: '{unit} issued its plan {number} for “{plan}”. Working days taken: {n}.',
  },
  issuedLate: {
    vi: '{unit} ban hành kế hoạch số {number} thực hiện “{plan}”, sau {n} ngày làm việc, trễ hạn.',
    en: '{unit} issued its plan {number} for “{plan}”, late. Working days taken: {n}.',
  },
  issuedAgain: {
    vi: '{unit} ban hành lại kế hoạch thực hiện “{plan}”, số {number}, bản {version}.',
    en: '{unit} issued its plan for “{plan}” again as {number}, version {version}.',
  },
  issuedAsked: {
    vi: '{unit} chia sẻ kế hoạch số {number} theo đề nghị phối hợp thực hiện “{plan}”.',
    en: '{unit} shared its plan {number} for “{plan}”, as it was asked.',
  },
});

const REASONS = ['calendar', 'issue_corrected', 'rule_changed', 'withdrawn', 'not_asked'] as const;
const isRequest = z.boolean();

/** Sentences say “kế hoạch” themselves, and many titles begin with it. */
const titled = (plan: string): string => plan.replace(/^kế hoạch\s+/i, '');
const written = (date: string): string => formatDate(date as CalendarDate);
const said = (message: Message, params: Sentence['params']): Sentence => ({ message, params });

export const unitPlanTopic = topic({
  name: m.topic,
  kinds: {
    unit_plan_due: kind({
      facts: z.strictObject({ v, issuer: name, plan: name, dueOn: day.nullable(), isRequest }),
      name: m.dueName,
      sentence({ issuer, plan, dueOn }) {
        if (dueOn === null) return said(m.dueAsked, { issuer, plan: titled(plan) });
        return said(m.due, { issuer, plan: titled(plan), date: written(dueOn) });
      },
    }),
    unit_plan_reminder: kind({
      facts: z.strictObject({ v, plan: name, dueOn: day, left: z.int().min(0), late: z.int().min(0) }),
      name: m.reminderName,
      urgent: true,
      sentence({ plan, dueOn, left, late }) {
        const params = { plan: titled(plan), date: written(dueOn) };
        if (late > 0) return said(m.late, { ...params, n: late });
        return left === 0 ? said(m.reminderToday, params) : said(m.reminder, { ...params, n: left });
      },
    }),
    unit_plan_moved: kind({
      facts: z.strictObject({
        v,
        plan: name,
        from: day.nullable(),
        to: day.nullable(),
        why: z.enum(REASONS),
        isRequest,
      }),
      name: m.movedName,
      sentence({ plan, from, to, why, isRequest: asked }) {
        const params = { plan: titled(plan), why: m[why] };
        if (to === null) return said(asked ? m.endedAsked : m.ended, params);
        if (from === null) return said(m.begun, { ...params, to: written(to) });
        return said(m.moved, { ...params, from: written(from), to: written(to) });
      },
    }),
    unit_plan_returned: kind({
      facts: z.strictObject({ v, by: name, plan: name, note: name, isRequest }),
      name: m.returnedName,
      urgent: true,
      sentence: ({ by, plan, note, isRequest: asked }) =>
        said(asked ? m.returnedAsked : m.returned, { by, plan: titled(plan), note }),
    }),
    unit_plan_issued: kind({
      facts: z.strictObject({
        v,
        unit: name,
        plan: name,
        number: name,
        version: z.int().min(1),
        workingDays: z.int(),
        isLate: z.boolean(),
        isRequest,
      }),
      name: m.issuedName,
      sentence({ unit, plan, number, version, workingDays, isLate, isRequest: asked }) {
        const params = { unit, plan: titled(plan), number, version: String(version), n: workingDays };
        if (asked) return said(m.issuedAsked, params);
        if (version > 1) return said(m.issuedAgain, params);
        return said(isLate ? m.issuedLate : m.issued, params);
      },
    }),
  },
});
