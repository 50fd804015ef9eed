import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { amendmentTopic } from './amendments.ts';

const amended = {
  v: 1,
  issuer: 'UBND huyện Ân Thi',
  plan: 'Kế hoạch PAPI 2024',
  number: '99/KH-UBND',
  issuedOn: '2024-06-24',
  added: 2,
  moved: 1,
  changed: 0,
  dropped: 0,
  isRequest: false,
};
const withdrawn = {
  v: 1,
  issuer: 'UBND huyện Ân Thi',
  plan: 'Kế hoạch PAPI 2024',
  on: '2024-06-24',
  reason: 'Ban hành sai thẩm quyền.',
  count: 3,
  isRequest: false,
};

it('every sentence about changed plans is whole in both languages, and requests ask', () => {
  expectEverySentence(amendmentTopic, [
    ['plan_amended', amended],
    ['plan_amended', { ...amended, added: 0, changed: 3, dropped: 1, isRequest: true }],
    [
      'plan_corrected',
      { v: 1, issuer: 'UBND', plan: 'Kế hoạch', from: '2024-01-22', to: '2024-01-23', count: 4 },
    ],
    ['plan_withdrawn', withdrawn],
    ['plan_withdrawn', { ...withdrawn, isRequest: true }],
    ['plan_withdrawn', { ...withdrawn, count: 0 }],
  ]);
});

it('an amendment says only what there is, and a withdrawal ends in one stop', () => {
  expect(sayNotice(amendmentTopic.kinds.plan_amended, amended)).toBe(
    'UBND huyện Ân Thi sửa đổi kế hoạch “PAPI 2024” (văn bản số 99/KH-UBND ngày 24/06/2024). Việc của đơn vị bạn: thêm 2, đổi hạn 1. Mở ra xem rồi xác nhận đã nhận.',
  );
  expect(sayNotice(amendmentTopic.kinds.plan_withdrawn, { ...withdrawn, count: 0 })).toBe(
    'UBND huyện Ân Thi thu hồi kế hoạch “PAPI 2024” ngày 24/06/2024: Ban hành sai thẩm quyền. Việc của đơn vị bạn đã được chấp nhận vẫn giữ nguyên.',
  );
});

it('an amendment that changes nothing for a unit is not told to it', () => {
  const nothing = { ...amended, added: 0, moved: 0 };
  expect(amendmentTopic.kinds.plan_amended.facts.safeParse(nothing).success).toBe(false);
});
