import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { type Message, messages, say } from '../../../../kernel/i18n.ts';
import { count, day, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Sửa đổi, đính chính, thu hồi kế hoạch', en: 'Amended, corrected and withdrawn plans' },
  amended: { vi: 'Kế hoạch được sửa đổi', en: 'Plan amended' },
  amendedSentence: {
    vi: '{issuer} sửa đổi kế hoạch “{plan}” (văn bản số {number} ngày {date}). Việc của đơn vị bạn: {what}. Mở ra xem rồi xác nhận đã nhận.',
    en: '{issuer} amended the plan “{plan}” ({number}, {date}). Your unit’s assignments: {what}. Read the changes and confirm.',
  },
  amendedAsked: {
    vi: '{issuer} sửa đổi kế hoạch “{plan}” (văn bản số {number} ngày {date}). Nội dung đề nghị đơn vị bạn thực hiện: {what}. Mở ra xem rồi xác nhận đã nhận.',
    en: '{issuer} amended the plan “{plan}” ({number}, {date}). What it asks of your organisation: {what}. Read the changes and confirm.',
  },
  added: { vi: 'thêm {n}', en: '{n} added' },
  moved: { vi: 'đổi hạn {n}', en: '{n} with a new due date' },
  changed: { vi: 'sửa nội dung {n}', en: '{n} changed' },
  dropped: { vi: 'bỏ {n}', en: '{n} dropped' },
  corrected: { vi: 'Ngày ban hành được đính chính', en: 'Date of issue corrected' },
  correctedSentence: {
    vi: '{issuer} đính chính ngày ban hành kế hoạch “{plan}” từ {from} thành {to}: {n} phần việc của đơn vị bạn được tính lại hạn.',
    en: '{issuer} corrected the date of issue of the plan “{plan}” from {from} to {to}. Your unit’s assignments with a new due date: {n}.',
  },
  withdrawn: { vi: 'Kế hoạch bị thu hồi', en: 'Plan withdrawn' },
  withdrawnSentence: {
    vi: '{issuer} thu hồi kế hoạch “{plan}” ngày {date}: {reason}. Đơn vị bạn không phải làm tiếp {n} phần việc chưa được chấp nhận.',
    en: '{issuer} withdrew the plan “{plan}” on {date}: {reason}. Assignments of your unit that end without being accepted: {n}.',
  },
  withdrawnAsked: {
    vi: '{issuer} thu hồi kế hoạch “{plan}” ngày {date}: {reason}. {n} nội dung đề nghị đơn vị bạn thực hiện không còn cần thực hiện.',
    en: '{issuer} withdrew the plan “{plan}” on {date}: {reason}. What it asked of your organisation and is needed no more: {n}.',
  },
  withdrawnDone: {
    vi: '{issuer} thu hồi kế hoạch “{plan}” ngày {date}: {reason}. Việc của đơn vị bạn đã được chấp nhận vẫn giữ nguyên.',
    en: '{issuer} withdrew the plan “{plan}” on {date}: {reason}. What was accepted of your unit stays as it is.',
  },
});

const titleWithoutKind = (plan: string): string => plan.replace(/^kế hoạch\s+/i, '');

/** A reason ends the sentence it stands in. */
const withoutStop = (reason: string): string => reason.replace(/[.;,\s]+$/, '');

/** “thêm 2, bỏ 1”: only what there is. */
function whatChanged(counts: Readonly<Record<'added' | 'moved' | 'changed' | 'dropped', number>>): Message {
  const parts = (['added', 'moved', 'changed', 'dropped'] as const).filter((key) => counts[key] > 0);
  const all = (lang: 'vi' | 'en'): string =>
    parts.map((key) => say(lang, m[key], { n: counts[key] })).join(', ');
  return { vi: all('vi'), en: all('en') };
}

const number = z.int().min(0);

export const amendmentTopic = topic({
  name: m.topic,
  kinds: {
    plan_amended: kind({
      facts: z
        .strictObject({
          v,
          issuer: name,
          plan: name,
          number: z.string().max(60),
          issuedOn: day,
          added: number,
          moved: number,
          changed: number,
          dropped: number,
          isRequest: z.boolean(),
        })
        .refine(({ added, moved, changed, dropped }) => added + moved + changed + dropped > 0),
      name: m.amended,
      // The unit is asked to confirm that it has read the change.
      urgent: true,
      sentence: (facts) => ({
        message: facts.isRequest ? m.amendedAsked : m.amendedSentence,
        params: {
          issuer: facts.issuer,
          plan: titleWithoutKind(facts.plan),
          number: facts.number,
          date: formatDate(facts.issuedOn),
          what: whatChanged(facts),
        },
      }),
    }),
    plan_corrected: kind({
      facts: z.strictObject({ v, issuer: name, plan: name, from: day, to: day, count }),
      name: m.corrected,
      sentence: ({ issuer, plan, from, to, count: n }) => ({
        message: m.correctedSentence,
        params: { issuer, plan: titleWithoutKind(plan), from: formatDate(from), to: formatDate(to), n },
      }),
    }),
    plan_withdrawn: kind({
      facts: z.strictObject({
        v,
        issuer: name,
        plan: name,
        on: day,
        reason: name,
        /** What was not accepted and ends; nothing where all was. */
        count: number,
        isRequest: z.boolean(),
      }),
      name: m.withdrawn,
      urgent: true,
      sentence: ({ issuer, plan, on, reason, count: n, isRequest }) => ({
        message: n === 0 ? m.withdrawnDone : isRequest ? m.withdrawnAsked : m.withdrawnSentence,
        params: {
          issuer,
          plan: titleWithoutKind(plan),
          date: formatDate(on),
          reason: withoutStop(reason),
          ...(n === 0 ? {} : { n }),
        },
      }),
    }),
  },
});
