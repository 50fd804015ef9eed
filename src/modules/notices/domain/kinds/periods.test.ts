import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { periodTopic } from './periods.ts';

const period = { vi: '6 tháng đầu năm 2024', en: 'First half of 2024' };
const closing = { v: 1, period, step: 'unit', on: '2024-07-02', left: 3 };

it('every sentence about periods is whole in both languages', () => {
  expectEverySentence(periodTopic, [
    [
      'period_opening',
      { v: 1, period, days: { from: '2024-01-01', cutOff: '2024-06-30', due: '2024-07-02' } },
    ],
    ['period_opening', { v: 1, period: { vi: 'Quý I/2024; Năm 2024', en: 'Quarter 1; Year' }, days: null }],
    ...(['unit', 'sector', 'standing'] as const).flatMap((step): [string, object][] => [
      ['period_closing', { ...closing, step }],
      ['period_closing', { ...closing, step, left: 0 }],
    ]),
    ['period_corrected', { v: 1, period, cutOff: '2024-06-30', due: '2024-07-08', why: 'Huyện lùi hạn' }],
    ['extension_asked', { v: 1, period, unit: 'UBND xã Bãi Sậy', until: '2024-07-10', why: 'Mất điện' }],
    ['extension_answered', { v: 1, period, until: '2024-07-10', why: '' }],
    ['extension_answered', { v: 1, period, until: null, why: 'Đủ thời gian' }],
    ['period_reopened', { v: 1, period, until: '2024-07-20', why: 'Số liệu sai' }],
  ]);
});

it('names the period in the reader’s language, and the last working day as such', () => {
  expect(sayNotice(periodTopic.kinds.period_closing, closing)).toBe(
    'Còn 3 ngày làm việc để đơn vị bạn gửi báo cáo kỳ “6 tháng đầu năm 2024” (hết ngày 02/07/2024).',
  );
  expect(sayNotice(periodTopic.kinds.period_closing, { ...closing, left: 0 }, 'en')).toBe(
    'Your unit reports on “First half of 2024” by the end of 02/07/2024; today is the last working day for it.',
  );
});
