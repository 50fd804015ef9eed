import { expect, it } from 'vitest';
import { expectEverySentence, sayNotice } from '../../../../../test/support/notice-topic.ts';
import { peopleTopic } from './people.ts';

const handed = {
  v: 1,
  by: 'Vũ Quang Hải',
  words: 'Niêm yết danh sách hộ nghèo',
  count: 1,
  firstDueOn: '2024-06-30',
  note: '',
};
const said = { v: 1, by: 'Vũ Quang Hải', words: 'Niêm yết danh sách hộ nghèo', comment: 'Đã có ảnh chưa?' };

it('every sentence about persons is whole in both languages', () => {
  expectEverySentence(peopleTopic, [
    ['work_handed', handed],
    ['work_handed', { ...handed, count: 12 }],
    ['work_handed', { ...handed, firstDueOn: null }],
    ['work_handed', { ...handed, firstDueOn: null, count: 12, note: 'Làm trước' }],
    ['work_mentioned', said],
    ['work_commented', said],
  ]);
});

it('work handed on says by whom, what, until when, and the words that came with it', () => {
  expect(sayNotice(peopleTopic.kinds.work_handed, { ...handed, note: 'Xong trước thứ Sáu' })).toBe(
    'Vũ Quang Hải giao bạn phụ trách phần việc “Niêm yết danh sách hộ nghèo”, hạn 30/06/2024. “Xong trước thứ Sáu”',
  );
  expect(sayNotice(peopleTopic.kinds.work_handed, { ...handed, count: 1200 })).toContain('1.200 phần việc');
});
