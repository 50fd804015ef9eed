import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { urgingTopic } from './urging.ts';

const urged = {
  v: 1,
  by: 'Phòng Nội vụ',
  subject: 'Đôn đốc các việc quá hạn quý II',
  toDo: 12,
  toAnswer: 0,
  answerBy: '2024-06-27',
  isRequest: false,
};

it('every sentence about urging is whole in both languages, and outside bodies are asked', () => {
  expectEverySentence(urgingTopic, [
    ['urged', urged],
    ['urged', { ...urged, toDo: 0, toAnswer: 2 }],
    ['urged', { ...urged, toAnswer: 2 }],
    ['urged', { ...urged, isRequest: true }],
    ['urging_answered', { v: 1, by: 'UBND xã Bãi Sậy', subject: urged.subject }],
  ]);
});

it('a request repeats nothing of the words with which units are urged', () => {
  expect(sayNotice(urgingTopic.kinds.urged, { ...urged, isRequest: true })).toBe(
    'Phòng Nội vụ đề nghị đơn vị bạn quan tâm thực hiện 12 nội dung và cho ý kiến trước hết ngày 27/06/2024.',
  );
});
