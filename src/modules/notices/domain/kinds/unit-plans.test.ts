import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { unitPlanTopic } from './unit-plans.ts';

const { kinds } = unitPlanTopic;
const plan = 'Kế hoạch nâng cao hiệu quả quản trị';
const due = { v: 1, issuer: 'UBND huyện Ân Thi', plan, dueOn: '2024-02-19', isRequest: false };
const reminder = { v: 1, plan, dueOn: '2024-02-19', left: 10, late: 0 };
const moved = {
  v: 1,
  plan,
  from: '2024-02-19',
  to: '2024-02-20',
  why: 'issue_corrected',
  isRequest: false,
};
const returned = { v: 1, by: 'Phòng Nội vụ', plan, note: 'Thiếu sản phẩm ở nhiệm vụ 2.1', isRequest: false };
const issued = {
  v: 1,
  unit: 'UBND xã Bãi Sậy',
  plan,
  number: '12/KH-UBND',
  version: 1,
  workingDays: 14,
  isLate: false,
  isRequest: false,
};

it('every sentence about unit plans is whole in both languages, and requests ask', () => {
  expectEverySentence(unitPlanTopic, [
    ['unit_plan_due', due],
    ['unit_plan_due', { ...due, dueOn: null, isRequest: true }],
    ['unit_plan_reminder', reminder],
    ['unit_plan_reminder', { ...reminder, left: 0 }],
    ['unit_plan_reminder', { ...reminder, left: 0, late: 3 }],
    ['unit_plan_moved', moved],
    ['unit_plan_moved', { ...moved, from: null, why: 'rule_changed' }],
    ['unit_plan_moved', { ...moved, to: null, why: 'withdrawn' }],
    ['unit_plan_moved', { ...moved, from: null, to: null, why: 'not_asked', isRequest: true }],
    ['unit_plan_moved', { ...moved, why: 'calendar' }],
    ['unit_plan_returned', returned],
    ['unit_plan_returned', { ...returned, isRequest: true }],
    ['unit_plan_issued', issued],
    ['unit_plan_issued', { ...issued, isLate: true }],
    ['unit_plan_issued', { ...issued, version: 2 }],
    ['unit_plan_issued', { ...issued, isRequest: true }],
  ]);
});

it('a reminder counts working days, left or late', () => {
  expect(sayNotice(kinds.unit_plan_reminder, reminder)).toBe(
    'Còn 10 ngày làm việc để ban hành kế hoạch thực hiện “nâng cao hiệu quả quản trị” (hạn 19/02/2024).',
  );
  expect(sayNotice(kinds.unit_plan_reminder, { ...reminder, left: 0, late: 1 })).toContain(
    'trễ 1 ngày làm việc',
  );
});

it('a moved due says from when to when, and why', () => {
  expect(sayNotice(kinds.unit_plan_moved, moved)).toContain(
    'từ 19/02/2024 sang 20/02/2024, do ngày ban hành kế hoạch cấp trên được sửa lại',
  );
});
