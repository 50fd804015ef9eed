import { it } from 'vitest';
import { expectEverySentence } from '../../../../../test/support/notice-topic.ts';
import { workTopic } from './work.ts';

it('every sentence about work is whole in both languages, and requests ask', () => {
  for (const isRequest of [false, true])
    expectEverySentence(workTopic, [
      ['work_returned', { v: 1, by: 'Phòng Nội vụ', words: 'Giám sát', note: 'Thiếu biên bản', isRequest }],
      ['work_claimed', { v: 1, by: 'Ủy ban MTTQ', words: 'Giám sát', isRequest }],
    ]);
});
