import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { day, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Kiểm tra, khắc phục tồn tại', en: 'Inspections and remedies' },
  announcedName: { vi: 'Đơn vị được kiểm tra', en: 'Your unit is inspected' },
  announced: {
    vi: '{by} kiểm tra đơn vị bạn ngày {date}: “{title}”.',
    en: '{by} inspects your unit on {date}: “{title}”.',
  },
  changedName: { vi: 'Đổi hoặc hủy cuộc kiểm tra', en: 'Inspection moved or called off' },
  moved: {
    vi: '{by} đổi cuộc kiểm tra “{title}” từ ngày {from} sang ngày {to}. Lý do: {reason}',
    en: '{by} moved the inspection “{title}” from {from} to {to}. Reason: {reason}',
  },
  cancelled: {
    vi: '{by} hủy cuộc kiểm tra “{title}” ngày {from}. Lý do: {reason}',
    en: '{by} called off the inspection “{title}” of {from}. Reason: {reason}',
  },
  concludedName: { vi: 'Kết luận kiểm tra', en: 'Inspection concluded' },
  concluded: {
    vi: '{by} đã kết luận cuộc kiểm tra “{title}”, ghi {n} tồn tại.',
    en: '{by} concluded the inspection “{title}”. Findings: {n}.',
  },
  concludedNone: {
    vi: '{by} đã kết luận cuộc kiểm tra “{title}”, không ghi tồn tại nào.',
    en: '{by} concluded the inspection “{title}” without a finding.',
  },
  foundName: { vi: 'Có tồn tại phải khắc phục', en: 'Something to put right' },
  found: {
    vi: '{by} ghi tồn tại: “{words}”. Khắc phục và gửi minh chứng chậm nhất hết ngày {date}.',
    en: '{by} found: “{words}”. Put it right and send evidence by the end of {date}.',
  },
  claimedName: { vi: 'Đơn vị báo đã khắc phục', en: 'Remedy reported' },
  claimed: {
    vi: '{unit} báo đã khắc phục “{words}”. Hãy xem minh chứng và xác nhận.',
    en: '{unit} reports that “{words}” is put right. Look at the evidence and judge.',
  },
  judgedName: { vi: 'Kết quả xác nhận khắc phục', en: 'Remedy judged' },
  closed: {
    vi: '{by} xác nhận đã khắc phục xong “{words}”.',
    en: '{by} verified that “{words}” is put right.',
  },
  returned: {
    vi: '{by} xác nhận “{words}” chưa đạt, yêu cầu khắc phục tiếp; hạn {date}. Lý do: {reason}',
    en: '{by} says that “{words}” is not put right yet; due {date}. Reason: {reason}',
  },
  reopened: {
    vi: '{by} mở lại tồn tại “{words}”, hạn mới {date}. Lý do: {reason}',
    en: '{by} opened “{words}” again, due {date}. Reason: {reason}',
  },
  extended: {
    vi: '{by} gia hạn khắc phục “{words}” đến hết ngày {date}. Lý do: {reason}',
    en: '{by} gives more time for “{words}”, until the end of {date}. Reason: {reason}',
  },
  reminderName: { vi: 'Nhắc khắc phục tồn tại', en: 'Reminder of a remedy' },
  soon: {
    vi: '“{words}” cần khắc phục chậm nhất hết ngày {date}.',
    en: '“{words}” is to be put right by the end of {date}.',
  },
  soonMany: {
    vi: '{count} tồn tại sắp đến hạn khắc phục, trong đó có “{words}” (hạn {date}).',
    en: 'Findings to be put right soon: {count}, “{words}” by {date} among them.',
  },
  late: {
    vi: '“{words}” đã quá hạn khắc phục từ ngày {date}. Hãy khắc phục và gửi minh chứng.',
    en: '“{words}” was to be put right by {date}. Put it right and send evidence.',
  },
  lateMany: {
    vi: '{count} tồn tại đã quá hạn khắc phục, trong đó có “{words}” (hạn {date}). Hãy khắc phục và gửi minh chứng.',
    en: 'Findings late: {count}, “{words}” due {date} among them. Put them right and send evidence.',
  },
});

export const inspectionTopic = topic({
  name: m.topic,
  kinds: {
    inspection_announced: kind({
      facts: z.strictObject({ v, title: name, by: name, on: day }),
      name: m.announcedName,
      urgent: true,
      sentence: ({ title, by, on }) => ({
        message: m.announced,
        params: { title, by, date: formatDate(on) },
      }),
    }),
    inspection_changed: kind({
      facts: z.strictObject({ v, title: name, by: name, from: day, to: day.nullable(), reason: name }),
      name: m.changedName,
      sentence({ title, by, from, to, reason }) {
        const params = { title, by, from: formatDate(from), reason };
        return to === null
          ? { message: m.cancelled, params }
          : { message: m.moved, params: { ...params, to: formatDate(to) } };
      },
    }),
    inspection_concluded: kind({
      facts: z.strictObject({ v, title: name, by: name, findings: z.int().min(0) }),
      name: m.concludedName,
      sentence: ({ title, by, findings }) =>
        findings === 0
          ? { message: m.concludedNone, params: { title, by } }
          : { message: m.concluded, params: { title, by, n: findings } },
    }),
    finding_recorded: kind({
      facts: z.strictObject({ v, words: name, by: name, dueOn: day }),
      name: m.foundName,
      urgent: true,
      sentence: ({ words, by, dueOn }) => ({
        message: m.found,
        params: { words, by, date: formatDate(dueOn) },
      }),
    }),
    remedy_claimed: kind({
      facts: z.strictObject({ v, words: name, unit: name }),
      name: m.claimedName,
      sentence: ({ words, unit }) => ({ message: m.claimed, params: { words, unit } }),
    }),
    remedy_judged: kind({
      facts: z.strictObject({
        v,
        words: name,
        by: name,
        verdict: z.enum(['closed', 'returned', 'reopened', 'extended']),
        dueOn: day,
        reason: name,
      }),
      name: m.judgedName,
      sentence: ({ words, by, verdict, dueOn, reason }) => ({
        message: m[verdict],
        params: verdict === 'closed' ? { words, by } : { words, by, date: formatDate(dueOn), reason },
      }),
    }),
    remedy_reminder: kind({
      facts: z.strictObject({
        v,
        words: name,
        dueOn: day,
        isLate: z.boolean(),
        /** How many more of the unit the same is said of. */
        others: z.int().min(0),
      }),
      name: m.reminderName,
      sentence({ words, dueOn, isLate, others }) {
        const params = { words, date: formatDate(dueOn) };
        if (others === 0) return { message: isLate ? m.late : m.soon, params };
        return { message: isLate ? m.lateMany : m.soonMany, params: { ...params, count: others + 1 } };
      },
    }),
  },
});
