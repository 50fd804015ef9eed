import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { reportTopic } from './reports.ts';

const period = { vi: '6 tháng đầu năm 2024', en: 'First half of 2024' };
const submitted = { v: 1, unit: 'UBND xã Bãi Sậy', period, receipt: '12/2024', isLate: false, version: 1 };

it('every sentence about reports is whole in both languages, and outside bodies are asked', () => {
  expectEverySentence(reportTopic, [
    ['report_due', { v: 1, period, dueOn: '2024-07-04' }],
    ['report_due', { v: 1, period, dueOn: null }],
    ['report_submitted', submitted],
    ['report_submitted', { ...submitted, isLate: true }],
    ['report_submitted', { ...submitted, version: 2 }],
    ['report_returned', { v: 1, by: 'Phòng Nội vụ', period, note: 'Thiếu kiến nghị' }],
    ['report_accepted', { v: 1, by: 'Phòng Nội vụ', period }],
  ]);
});

it('a late report says that it is late; one that answers a return does not', () => {
  const { report_submitted: kind } = reportTopic.kinds;
  expect(sayNotice(kind, { ...submitted, isLate: true })).toContain('sau hạn');
  expect(sayNotice(kind, { ...submitted, isLate: true, version: 2 })).toBe(
    'UBND xã Bãi Sậy gửi lại báo cáo kỳ “6 tháng đầu năm 2024” (lần 2), biên nhận số 12/2024. Chờ xem xét.',
  );
});
