import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { inspectionTopic } from './inspections.ts';

const by = 'Phòng Nội vụ';
const title = 'Kiểm tra Bộ phận Một cửa';
const words = 'Chưa niêm yết phí, lệ phí';
const changed = { v: 1, title, by, from: '2024-07-01', to: '2024-07-05', reason: 'Trùng lịch' };
const judged = { v: 1, words, by, verdict: 'returned', dueOn: '2024-07-08', reason: 'Ảnh chưa rõ' };
const reminder = { v: 1, words, dueOn: '2024-07-08', isLate: false, others: 0 };

it('every sentence about inspections is whole in both languages', () => {
  expectEverySentence(inspectionTopic, [
    ['inspection_announced', { v: 1, title, by, on: '2024-07-01' }],
    ['inspection_changed', changed],
    ['inspection_changed', { ...changed, to: null }],
    ['inspection_concluded', { v: 1, title, by, findings: 3 }],
    ['inspection_concluded', { v: 1, title, by, findings: 0 }],
    ['finding_recorded', { v: 1, words, by, dueOn: '2024-07-08' }],
    ['remedy_claimed', { v: 1, words, unit: 'UBND xã Bãi Sậy' }],
    ...['closed', 'returned', 'reopened', 'extended'].map(
      (verdict) => ['remedy_judged', { ...judged, verdict }] as const,
    ),
    ['remedy_reminder', reminder],
    ['remedy_reminder', { ...reminder, others: 2 }],
    ['remedy_reminder', { ...reminder, isLate: true }],
    ['remedy_reminder', { ...reminder, isLate: true, others: 2 }],
  ]);
});

it('a finding is told with its due, and a remedy that is not enough with the reason', () => {
  const { finding_recorded, remedy_judged } = inspectionTopic.kinds;
  expect(sayNotice(finding_recorded, { v: 1, words, by, dueOn: '2024-07-08' })).toContain('08/07/2024');
  expect(sayNotice(remedy_judged, judged)).toContain('Ảnh chưa rõ');
  expect(sayNotice(remedy_judged, { ...judged, verdict: 'closed' })).not.toContain('Ảnh chưa rõ');
});
