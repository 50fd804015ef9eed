import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { planTopic } from './plans.ts';

const issued = {
  v: 1,
  issuer: 'UBND huyện Ân Thi',
  plan: 'Kế hoạch PAPI 2024',
  count: 1240,
  firstDueOn: '2024-01-29',
  isRequest: false,
};

it('every sentence about plans is whole in both languages, and requests ask', () => {
  expectEverySentence(planTopic, [
    ['plan_issued', issued],
    ['plan_issued', { ...issued, firstDueOn: null }],
    ['plan_issued', { ...issued, isRequest: true }],
    ['plan_issued', { ...issued, firstDueOn: null, isRequest: true }],
  ]);
});

it('the issue of a plan says who issued what, how many assignments, and the first due as offices write it', () => {
  expect(sayNotice(planTopic.kinds.plan_issued, issued)).toBe(
    'UBND huyện Ân Thi ban hành kế hoạch “PAPI 2024”: đơn vị bạn được giao 1.240 phần việc, việc gần nhất đến hạn 29/01/2024.',
  );
});
