import { describe, expect, it } from 'vitest';
import { spellingSuspects } from './spelling.ts';

describe('spellingSuspects', () => {
  it('finds slips of a scanner and keeps the case of what it suggests', () => {
    expect(spellingSuspects('Công tác tuyên dụng; THÂM QUYỀN; Phân đấu')).toEqual([
      { written: 'tuyên dụng', suggestion: 'tuyển dụng' },
      { written: 'THÂM QUYỀN', suggestion: 'THẨM QUYỀN' },
      { written: 'Phân đấu', suggestion: 'Phấn đấu' },
    ]);
  });

  it('asks nothing about right words, either placement of the tone, or text without diacritics', () => {
    const right = [
      'Uỷ ban nhân dân, hoà giải, toà án, ủy ban, hòa giải',
      'luân chuyển đối với cán bộ; tình hình thực hiện; cơ sở kết quả; chi tiêu ngân sách; có số liệu',
      'phan dau tang bac, tham quyen, tuyen dung',
      'phấn đấu\nthẩm quyền',
    ];
    for (const text of right) expect(spellingSuspects(text), text).toEqual([]);
  });

  it('does not pair words across punctuation', () => {
    expect(spellingSuspects('nhân, dẫn')).toEqual([]);
  });
});
