import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { day, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Báo cáo', en: 'Reports' },
  dueName: { vi: 'Báo cáo cần gửi', en: 'Report wanted' },
  due: {
    vi: 'Kỳ “{period}” đã chốt số liệu. Báo cáo của đơn vị bạn đã được chuẩn bị từ công việc và số liệu đã ghi; hãy soát lại, trình xác nhận và gửi chậm nhất hết ngày {date}.',
    en: 'The cut-off of “{period}” has passed. Your unit’s report has been prepared from recorded work and figures; read it, have it confirmed and submit it by the end of {date}.',
  },
  dueAsked: {
    vi: 'Kỳ “{period}” đã chốt số liệu. Đề nghị cơ quan, tổ chức của bạn chia sẻ báo cáo phối hợp thực hiện; dự thảo đã được chuẩn bị.',
    en: 'The cut-off of “{period}” has passed. Your organisation is asked to share a report; a draft has been prepared.',
  },
  submittedName: { vi: 'Có báo cáo gửi đến', en: 'Report received' },
  submitted: {
    vi: '{unit} gửi báo cáo kỳ “{period}”, biên nhận số {receipt}. Chờ xem xét.',
    en: '{unit} submitted its report on “{period}”, receipt {receipt}. It awaits its reader.',
  },
  submittedLate: {
    vi: '{unit} gửi báo cáo kỳ “{period}” sau hạn, biên nhận số {receipt}. Chờ xem xét.',
    en: '{unit} submitted its report on “{period}” late, receipt {receipt}. It awaits its reader.',
  },
  submittedAgain: {
    vi: '{unit} gửi lại báo cáo kỳ “{period}” (lần {version}), biên nhận số {receipt}. Chờ xem xét.',
    en: '{unit} submitted its report on “{period}” again (version {version}), receipt {receipt}. It awaits its reader.',
  },
  returnedName: { vi: 'Báo cáo bị trả lại', en: 'Report returned' },
  returned: {
    vi: '{by} trả lại báo cáo kỳ “{period}” của đơn vị bạn. Cần sửa: {note}',
    en: '{by} returned your unit’s report on “{period}”. To be corrected: {note}',
  },
  acceptedName: { vi: 'Báo cáo được chấp nhận', en: 'Report accepted' },
  accepted: {
    vi: '{by} đã chấp nhận báo cáo kỳ “{period}” của đơn vị bạn.',
    en: '{by} accepted your unit’s report on “{period}”.',
  },
});

/** The name of a period, in both languages. */
const period = z.strictObject({ vi: name, en: name });

export const reportTopic = topic({
  name: m.topic,
  kinds: {
    report_due: kind({
      facts: z.strictObject({ v, period, dueOn: day.nullable() }),
      name: m.dueName,
      urgent: true,
      sentence: ({ period, dueOn }) =>
        dueOn === null
          ? { message: m.dueAsked, params: { period } }
          : { message: m.due, params: { period, date: formatDate(dueOn) } },
    }),
    report_submitted: kind({
      facts: z.strictObject({
        v,
        unit: name,
        period,
        receipt: name,
        isLate: z.boolean(),
        version: z.int().min(1),
      }),
      name: m.submittedName,
      sentence({ unit, period, receipt, isLate, version }) {
        const params = { unit, period, receipt, version: String(version) };
        if (version > 1) return { message: m.submittedAgain, params };
        return { message: isLate ? m.submittedLate : m.submitted, params };
      },
    }),
    report_returned: kind({
      facts: z.strictObject({ v, by: name, period, note: name }),
      name: m.returnedName,
      urgent: true,
      sentence: ({ by, period, note }) => ({ message: m.returned, params: { by, period, note } }),
    }),
    report_accepted: kind({
      facts: z.strictObject({ v, by: name, period }),
      name: m.acceptedName,
      sentence: ({ by, period }) => ({ message: m.accepted, params: { by, period } }),
    }),
  },
});
