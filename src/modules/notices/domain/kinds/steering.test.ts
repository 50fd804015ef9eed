import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { steeringTopic } from './steering.ts';

const asked = {
  v: 1,
  by: 'UBND huyện Ân Thi',
  dimension: 2,
  words: 'Vì sao 5 phần việc quá hạn?',
  dueOn: '2024-06-27',
};
const taken = { v: 1, by: 'UBND huyện Ân Thi', dimension: null };

const brief = {
  v: 1,
  upTo: '2024-06-23',
  overdue: 207,
  total: 3971,
  lines: [{ vi: 'Quá hạn: 207', en: 'Overdue: 207', path: '/dieu-hanh' }],
};

it('every sentence about requests to explain is whole in both languages', () => {
  expectEverySentence(steeringTopic, [
    ['explanation_asked', asked],
    ['explanation_asked', { ...asked, dimension: 0 }],
    ['explanation_asked', { ...asked, dimension: null }],
    ['explanation_given', { ...taken, by: 'UBND xã Bãi Sậy', dimension: 3 }],
    ['explanation_accepted', taken],
    ['explanation_returned', asked],
    ['weekly_brief', brief],
  ]);
});

it('says which content is asked about, in whose name and until when', () => {
  expect(sayNotice(steeringTopic.kinds.explanation_asked, asked)).toBe(
    'UBND huyện Ân Thi yêu cầu đơn vị bạn giải trình về nội dung 2: “Vì sao 5 phần việc quá hạn?”. Trả lời chậm nhất hết ngày 27/06/2024.',
  );
});

it('an email of the weekly brief says its lines in the language of its reader', () => {
  const { lines } = steeringTopic.kinds.weekly_brief;
  const facts = steeringTopic.kinds.weekly_brief.facts.parse(brief);
  expect(lines?.(facts, 'en')).toEqual([{ text: 'Overdue: 207', path: '/dieu-hanh' }]);
});
