import { it } from 'vitest';
import { expectEverySentence } from '../../../../../test/support/notice-topic.ts';
import { workTopic } from './work.ts';

it('every sentence about work is whole in both languages, and requests ask', () => {
  for (const isRequest of [false, true])
    expectEverySentence(workTopic, [
      ['work_returned', { v: 1, by: 'Phòng Nội vụ', words: 'Giám sát', note: 'Thiếu biên bản', isRequest }],
      ['work_claimed', { v: 1, by: 'Ủy ban MTTQ', words: 'Giám sát', isRequest }],
      ['work_claimed', { v: 1, by: 'Ủy ban MTTQ', words: 'Giám sát', isRequest, count: 12 }],
      ['work_accepted', { v: 1, by: 'Phòng Nội vụ', words: 'Giám sát' }],
      ['work_confirmation', { v: 1, what: 'asked', by: 'UBND xã Bãi Sậy', words: 'Giám sát' }],
      ['work_confirmation', { v: 1, what: 'answer_late', count: 3, words: 'Giám sát' }],
      ['work_confirmation', { v: 1, what: 'redo_late', count: 1, words: 'Giám sát' }],
      [
        'work_opened',
        { v: 1, event: 'Dân đề nghị đối thoại', words: 'Đối thoại', dueOn: '2024-07-01', isRequest },
      ],
      ['work_opened', { v: 1, event: 'Dân đề nghị đối thoại', words: 'Đối thoại', dueOn: null, isRequest }],
    ]);
});
