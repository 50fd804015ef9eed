import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { day, kind, name, topic, v } from '../kind.ts';

const m = messages({
  topic: { vi: 'Kỳ báo cáo', en: 'Reporting periods' },
  openingName: { vi: 'Mở kỳ báo cáo', en: 'Reporting period opened' },
  opening: {
    vi: 'Kỳ báo cáo “{period}” đã mở từ ngày {from}. Chốt số liệu hết ngày {cut_off}; đơn vị gửi báo cáo chậm nhất hết ngày {due}.',
    en: 'The reporting period “{period}” has been open since {from}. Cut-off: end of {cut_off}; units report by the end of {due}.',
  },
  opening_many: {
    vi: 'Các kỳ báo cáo sau đã mở: {period}. Ngày chốt số liệu và hạn gửi của từng kỳ ở trang Kỳ báo cáo.',
    en: 'These reporting periods have opened: {period}. The page of reporting periods has the cut-off and due day of each.',
  },
  closingName: { vi: 'Sắp hết hạn kỳ báo cáo', en: 'Reporting period closing' },
  unit: {
    vi: 'Còn {n} ngày làm việc để đơn vị bạn gửi báo cáo kỳ “{period}” (hết ngày {on}).',
    en: 'Working days left for your unit to report on “{period}”: {n} (until the end of {on}).',
  },
  unit_last: {
    vi: 'Đơn vị bạn cần gửi báo cáo kỳ “{period}” chậm nhất hết ngày {on}; hôm nay là ngày làm việc cuối cùng trước hạn.',
    en: 'Your unit reports on “{period}” by the end of {on}; today is the last working day for it.',
  },
  sector: {
    vi: 'Còn {n} ngày làm việc để cơ quan chủ trì tổng hợp số liệu kỳ “{period}” (hết ngày {on}).',
    en: 'Working days left for lead agencies to total the figures of “{period}”: {n} (until the end of {on}).',
  },
  sector_last: {
    vi: 'Cơ quan chủ trì tổng hợp số liệu kỳ “{period}” chậm nhất hết ngày {on}; hôm nay là ngày làm việc cuối cùng trước hạn.',
    en: 'Lead agencies total the figures of “{period}” by the end of {on}; today is the last working day for it.',
  },
  standing: {
    vi: 'Còn {n} ngày làm việc để tổng hợp báo cáo chung kỳ “{period}” (hết ngày {on}).',
    en: 'Working days left to compile the common report on “{period}”: {n} (until the end of {on}).',
  },
  standing_last: {
    vi: 'Báo cáo chung kỳ “{period}” cần xong chậm nhất hết ngày {on}; hôm nay là ngày làm việc cuối cùng trước hạn.',
    en: 'The common report on “{period}” is due by the end of {on}; today is the last working day for it.',
  },
  correctedName: { vi: 'Sửa ngày của kỳ báo cáo', en: 'Days of a reporting period corrected' },
  corrected: {
    vi: 'Các ngày của kỳ báo cáo “{period}” đã được sửa: chốt số liệu hết ngày {cut_off}, hạn gửi hết ngày {due}. Lý do: {why}',
    en: 'The days of the reporting period “{period}” were corrected: cut-off end of {cut_off}, due by the end of {due}. Reason: {why}',
  },
  askedName: { vi: 'Đề nghị gia hạn', en: 'Extension asked for' },
  asked: {
    vi: '{unit} đề nghị gia hạn kỳ báo cáo “{period}” đến hết ngày {until}. Lý do: {why}',
    en: '{unit} asks for an extension of the reporting period “{period}” until the end of {until}. Reason: {why}',
  },
  answeredName: { vi: 'Trả lời đề nghị gia hạn', en: 'Extension answered' },
  approved: {
    vi: 'Đơn vị bạn được gia hạn kỳ báo cáo “{period}” đến hết ngày {until}.',
    en: 'Your unit has an extension of the reporting period “{period}” until the end of {until}.',
  },
  refused: {
    vi: 'Đề nghị gia hạn kỳ báo cáo “{period}” không được chấp thuận. Lý do: {why}',
    en: 'The extension of the reporting period “{period}” was refused. Reason: {why}',
  },
  reopenedName: { vi: 'Mở lại kỳ báo cáo', en: 'Reporting period reopened' },
  reopened: {
    vi: 'Kỳ báo cáo “{period}” được mở lại cho đơn vị bạn đến hết ngày {until}; số liệu nhập trong thời gian này tính vào báo cáo của kỳ. Lý do: {why}',
    en: 'The reporting period “{period}” is reopened for your unit until the end of {until}; what is entered meanwhile counts in its report. Reason: {why}',
  },
});

/** The name of a period, or of several that end together, in both languages. */
const period = z.strictObject({ vi: name, en: name });
const left = z.int().min(0);

export const periodTopic = topic({
  name: m.topic,
  kinds: {
    period_opening: kind({
      facts: z.strictObject({
        v,
        period,
        /** None where several opened together. */
        days: z.strictObject({ from: day, cutOff: day, due: day }).nullable(),
      }),
      name: m.openingName,
      sentence({ period, days }) {
        if (days === null) return { message: m.opening_many, params: { period } };
        const { from, cutOff, due } = days;
        const params = { period, from: formatDate(from), cut_off: formatDate(cutOff), due: formatDate(due) };
        return { message: m.opening, params };
      },
    }),
    period_closing: kind({
      facts: z.strictObject({ v, period, step: z.enum(['unit', 'sector', 'standing']), on: day, left }),
      name: m.closingName,
      urgent: true,
      sentence({ period, step, on, left }) {
        const params = { period, on: formatDate(on), n: left };
        return { message: left === 0 ? m[`${step}_last`] : m[step], params };
      },
    }),
    period_corrected: kind({
      facts: z.strictObject({ v, period, cutOff: day, due: day, why: name }),
      name: m.correctedName,
      sentence: ({ period, cutOff, due, why }) => ({
        message: m.corrected,
        params: { period, cut_off: formatDate(cutOff), due: formatDate(due), why },
      }),
    }),
    extension_asked: kind({
      facts: z.strictObject({ v, period, unit: name, until: day, why: name }),
      name: m.askedName,
      urgent: true,
      sentence: ({ period, unit, until, why }) => ({
        message: m.asked,
        params: { period, unit, until: formatDate(until), why },
      }),
    }),
    extension_answered: kind({
      facts: z.strictObject({ v, period, until: day.nullable(), why: z.string().max(500) }),
      name: m.answeredName,
      urgent: true,
      sentence({ period, until, why }) {
        if (until === null) return { message: m.refused, params: { period, why } };
        return { message: m.approved, params: { period, until: formatDate(until) } };
      },
    }),
    period_reopened: kind({
      facts: z.strictObject({ v, period, until: day, why: name }),
      name: m.reopenedName,
      urgent: true,
      sentence: ({ period, until, why }) => ({
        message: m.reopened,
        params: { period, until: formatDate(until), why },
      }),
    }),
  },
});
