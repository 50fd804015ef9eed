import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { disclosureTopic } from './disclosure.ts';

const item = 'Công khai quyết toán năm 2024';
const reminder = { v: 1, item, reminder: 'late', on: '2024-07-08', place: null, others: 0 };
const check = { v: 1, item, place: 'Nhà văn hóa thôn Đông', verdict: 'not_seen', dueOn: '2024-07-15' };
const removed = {
  v: 1,
  item,
  unit: 'UBND xã Bãi Sậy',
  place: 'Bảng tin trụ sở',
  on: '2024-07-10',
  reason: 'Sơn lại bảng',
};

it('every sentence about disclosure is whole in both languages', () => {
  expectEverySentence(disclosureTopic, [
    ['disclosure_reminder', { ...reminder, reminder: 'due_soon' }],
    ['disclosure_reminder', reminder],
    ['disclosure_reminder', { ...reminder, reminder: 'overstays', place: 'Nhà văn hóa thôn Đông' }],
    ['disclosure_reminder', { ...reminder, reminder: 'stale' }],
    ...['due_soon', 'late', 'overstays', 'stale'].map(
      (which) => ['disclosure_reminder', { ...reminder, reminder: which, others: 4 }] as const,
    ),
    ['disclosure_removed_early', removed],
    ['disclosure_check', check],
    ['disclosure_check', { ...check, verdict: 'wrong', place: null }],
    ['disclosure_exempted', { v: 1, item, by: 'Phòng Nội vụ', reason: 'Xã không có nội dung này' }],
  ]);
});

it('what citizens saw names the place and the day of the answer; the portal is named where no place is', () => {
  const { disclosure_check: kind } = disclosureTopic.kinds;
  expect(sayNotice(kind, check)).toContain('tại Nhà văn hóa thôn Đông');
  expect(sayNotice(kind, check)).toContain('15/07/2024');
  expect(sayNotice(kind, { ...check, place: null })).toContain('cổng công khai');
});
