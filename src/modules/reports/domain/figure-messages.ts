import { messages } from '../../../kernel/i18n.ts';

export const fm = messages({
  told: {
    vi: '- {name}: {value}{compared}{target}{late}.',
    en: '- {name}: {value}{compared}{target}{late}.',
  },
  measured: { vi: '{n} {unit}', en: '{n} {unit}' },
  percent: { vi: '{n}%', en: '{n}%' },
  rate: { vi: '{percent}% ({numerator}/{denominator})', en: '{percent}% ({numerator}/{denominator})' },
  nothing_arose: { vi: 'không phát sinh', en: 'nothing arose' },
  no_data: { vi: 'không có số liệu (lý do: {reason})', en: 'no data (reason: {reason})' },
  cumulative: { vi: '{name} (lũy kế từ đầu năm)', en: '{name} (since the beginning of the year)' },
  up: {
    vi: ', tăng {by} ({percent}%) so với cùng kỳ năm trước',
    en: ', up {by} ({percent}%) on the same period last year',
  },
  down: {
    vi: ', giảm {by} ({percent}%) so với cùng kỳ năm trước',
    en: ', down {by} ({percent}%) on the same period last year',
  },
  up_from_none: {
    vi: ', tăng {by} so với cùng kỳ năm trước (cùng kỳ: {before})',
    en: ', up {by} on the same period last year ({before})',
  },
  same: { vi: ', bằng cùng kỳ năm trước', en: ', the same as a year before' },
  points_up: {
    vi: ', tăng {points} điểm phần trăm so với cùng kỳ năm trước ({before})',
    en: ', up {points} percentage points on the same period last year ({before})',
  },
  points_down: {
    vi: ', giảm {points} điểm phần trăm so với cùng kỳ năm trước ({before})',
    en: ', down {points} percentage points on the same period last year ({before})',
  },
  points_near: {
    vi: ', tương đương cùng kỳ năm trước ({before})',
    en: ', nearly the same as a year before ({before})',
  },
  last_no_data: { vi: '; cùng kỳ năm trước không có số liệu', en: '; no data for the same period last year' },
  last_nothing: {
    vi: '; cùng kỳ năm trước không phát sinh',
    en: '; nothing arose in the same period last year',
  },
  under: { vi: 'dưới 0,1', en: 'under 0.1' },
  reached: { vi: '; đạt {percent}% chỉ tiêu ({target})', en: '; {percent}% of the target ({target})' },
  rate_met: { vi: '; đạt chỉ tiêu (từ {target} trở lên)', en: '; the target is met ({target} or more)' },
  rate_missed: { vi: '; chưa đạt chỉ tiêu ({target})', en: '; below the target ({target})' },
  ceiling_kept: {
    vi: '; trong mức chỉ tiêu (không quá {target})',
    en: '; within the target ({target} at most)',
  },
  ceiling_passed: {
    vi: '; vượt mức chỉ tiêu (không quá {target})',
    en: '; beyond the target ({target} at most)',
  },
  target: { vi: '; chỉ tiêu: {target}', en: '; target: {target}' },
  change: { vi: '{sign}{n}', en: '{sign}{n}' },
  change_share: { vi: '{sign}{n} ({percent}%)', en: '{sign}{n} ({percent}%)' },
  change_points: { vi: '{sign}{n} điểm %', en: '{sign}{n} points' },
  late: {
    vi: ' (số liệu nhập sau hạn, tính vào báo cáo kỳ sau)',
    en: ' (entered late, counted in the next report)',
  },
});
