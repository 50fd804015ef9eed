import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { day, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Công khai, niêm yết', en: 'Disclosure and postings' },
  reminderName: { vi: 'Nhắc việc công khai', en: 'Reminder of disclosure' },
  due_soon: {
    vi: '“{item}” cần công khai chậm nhất hết ngày {date}.',
    en: '“{item}” has to be made public by the end of {date}.',
  },
  late: {
    vi: '“{item}” đã quá hạn công khai từ ngày {date}. Hãy niêm yết và ghi minh chứng, hoặc xác nhận không phát sinh.',
    en: '“{item}” was to be made public by {date}. Post and prove it, or say that nothing arose.',
  },
  overstays: {
    vi: '“{item}” tại {place} đã hết thời gian niêm yết ngày {date} mà chưa ghi việc gỡ.',
    en: '“{item}” at {place} was to hang until {date} and no removal is recorded.',
  },
  stale: {
    vi: '“{item}” công bố từ ngày {date}, đã đến lúc rà soát và cập nhật.',
    en: '“{item}” stands since {date} and is due to be looked at again.',
  },
  due_soon_many: {
    vi: '{count} mục sắp đến hạn công khai, trong đó có “{item}” (hạn {date}).',
    en: 'Items to be made public soon: {count}, “{item}” by {date} among them.',
  },
  late_many: {
    vi: '{count} mục đã quá hạn công khai, trong đó có “{item}” (hạn {date}). Hãy niêm yết và ghi minh chứng, hoặc xác nhận không phát sinh.',
    en: 'Items late: {count}, “{item}” due {date} among them. Post and prove them, or say that nothing arose.',
  },
  overstays_many: {
    vi: '{count} lần niêm yết đã hết thời gian mà chưa ghi việc gỡ, trong đó có “{item}” (đến hết ngày {date}).',
    en: 'Postings past their time without a recorded removal: {count}, “{item}” until {date} among them.',
  },
  stale_many: {
    vi: '{count} nội dung đã đến lúc rà soát và cập nhật, trong đó có “{item}” công bố từ ngày {date}.',
    en: 'Contents due to be looked at again: {count}, “{item}” standing since {date} among them.',
  },
  removedName: { vi: 'Gỡ niêm yết trước thời hạn', en: 'Posting removed early' },
  removed: {
    vi: '“{item}” của {unit} đã bị gỡ khỏi {place} ngày {date}, trước ngày được phép gỡ. Lý do ghi lại: {reason}',
    en: '“{item}” of {unit} was taken down at {place} on {date}, before it may be. Reason recorded: {reason}',
  },
  checkName: { vi: 'Người dân phản ánh nội dung công khai', en: 'Citizens saw something else' },
  notSeen: {
    vi: 'Người dân phản ánh không thấy “{item}” tại {place}. Hãy kiểm tra và trả lời chậm nhất hết ngày {date}.',
    en: 'A citizen did not see “{item}” at {place}. Look, and answer by the end of {date}.',
  },
  wrong: {
    vi: 'Người dân phản ánh “{item}” có nội dung chưa đúng ({place}). Hãy kiểm tra và trả lời chậm nhất hết ngày {date}.',
    en: 'A citizen says that “{item}” is wrong ({place}). Look, and answer by the end of {date}.',
  },
  portal: { vi: 'cổng công khai', en: 'the portal' },
  exemptName: { vi: 'Được miễn một mục công khai', en: 'Item exempted' },
  exempted: {
    vi: '{by} miễn “{item}” cho đơn vị bạn. Lý do: {reason}',
    en: '{by} exempted your unit from “{item}”. Reason: {reason}',
  },
});

const reminder = z.enum(['due_soon', 'late', 'overstays', 'stale']);

export const disclosureTopic = topic({
  name: m.topic,
  kinds: {
    disclosure_reminder: kind({
      facts: z.strictObject({
        v,
        item: name,
        reminder,
        on: day,
        place: name.nullable(),
        /** How many more of the unit the same is said of. */
        others: z.int().min(0),
      }),
      name: m.reminderName,
      sentence({ item, reminder: which, on, place, others }) {
        const params = { item, date: formatDate(on) };
        if (others > 0)
          return { message: m[`${which}_many`], params: { ...params, count: String(others + 1) } };
        return {
          message: m[which],
          params: which === 'overstays' ? { ...params, place: place ?? '' } : params,
        };
      },
    }),
    disclosure_removed_early: kind({
      facts: z.strictObject({ v, item: name, unit: name, place: name, on: day, reason: name }),
      name: m.removedName,
      urgent: true,
      sentence: ({ item, unit, place, on, reason }) => ({
        message: m.removed,
        params: { item, unit, place, date: formatDate(on), reason },
      }),
    }),
    disclosure_check: kind({
      facts: z.strictObject({
        v,
        item: name,
        place: name.nullable(),
        verdict: z.enum(['not_seen', 'wrong']),
        dueOn: day,
      }),
      name: m.checkName,
      urgent: true,
      sentence: ({ item, place, verdict, dueOn }) => ({
        message: verdict === 'wrong' ? m.wrong : m.notSeen,
        params: { item, place: place ?? m.portal, date: formatDate(dueOn) },
      }),
    }),
    disclosure_exempted: kind({
      facts: z.strictObject({ v, item: name, by: name, reason: name }),
      name: m.exemptName,
      sentence: ({ item, by, reason }) => ({ message: m.exempted, params: { item, by, reason } }),
    }),
  },
});
