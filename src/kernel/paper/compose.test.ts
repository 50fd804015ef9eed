import { describe, expect, it } from 'vitest';
import { sampleLetter, samplePaper } from '../../../test/support/papers.ts';
import { compose } from './compose.ts';

describe('the lines of a paper', () => {
  it('numbers below ten, days below ten and the first two months have a zero; other months have none', () => {
    expect(compose(samplePaper).head).toMatchObject({
      number: 'Số: 05/KH-UBND',
      placeAndDate: 'Ân Thi, ngày 05 tháng 02 năm 2024',
    });
    const june = { ...samplePaper, number: { number: '192', symbol: 'KH-UBND' } };
    const { head } = compose({ ...june, date: { year: 2024, month: 6, day: 12 } });
    expect([head.number, head.placeAndDate]).toEqual(['Số: 192/KH-UBND', 'Ân Thi, ngày 12 tháng 6 năm 2024']);
  });

  it('what is not known is a gap to write in', () => {
    const { head, signature } = compose(sampleLetter);
    expect(head.number).toMatch(/^Số: \u00a0{6}\/NV$/);
    expect(head.placeAndDate).toMatch(/^Ân Thi, ngày \u00a0{6} tháng \u00a0{6} năm 2024$/);
    expect(signature.name).toBe('');
  });

  it('a draft and an urgent paper are marked, on every page that they are a draft', () => {
    expect(compose(sampleLetter).head.marks).toEqual(['DỰ THẢO', 'KHẨN']);
    expect(compose(sampleLetter).pageMark).toBe('Dự thảo');
    expect(compose(samplePaper)).toMatchObject({ head: { marks: [] }, pageMark: null });
  });

  it('a letter has its subject under the number and no title; one addressee stands on the line of the words', () => {
    const composed = compose(sampleLetter);
    expect(composed.title).toBeNull();
    expect(composed.head.letterSubject).toBe('V/v đôn đốc thực hiện Kế hoạch');
    expect(composed.addressees).toEqual({
      one: 'Kính gửi:',
      list: ['- Các phòng, ngành huyện;', '- UBND các xã, thị trấn.'],
    });
    const alone = compose({ ...sampleLetter, addressees: ['UBND huyện Ân Thi'] });
    expect(alone.addressees).toEqual({ one: 'Kính gửi: UBND huyện Ân Thi', list: [] });
  });

  it('lists end each line with a semicolon and the last with a point, runs of words too', () => {
    const { bases, recipients } = compose({
      ...samplePaper,
      bases: ['Căn cứ một', [{ text: 'Căn cứ ' }, { text: 'hai', bold: true }]],
    });
    expect(bases).toEqual(['Căn cứ một;', [{ text: 'Căn cứ ' }, { text: 'hai.', bold: true }]]);
    expect(recipients).toEqual(['- Sở Nội vụ;', '- Lưu: VT.']);
  });

  it('names of offices, capacities and posts stand in capitals', () => {
    const { head, signature } = compose(samplePaper);
    expect(head.authority).toBe('ỦY BAN NHÂN DÂN\nHUYỆN ÂN THI');
    expect(signature.lines).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
  });

  it('annexes say what they belong to and are numbered where there are several', () => {
    const [only] = compose(samplePaper).annexes;
    expect(only).toMatchObject({
      word: 'Phụ lục',
      title: 'NHIỆM VỤ CỤ THỂ',
      reference:
        '(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân huyện Ân Thi)',
    });
    const annex = { orientation: 'portrait', title: 'Một', blocks: [] } as const;
    const many = compose({ ...samplePaper, annexes: Array.from({ length: 14 }, () => annex) });
    const words = many.annexes.map(({ word }) => word);
    expect(words.slice(0, 5)).toEqual(['I', 'II', 'III', 'IV', 'V'].map((mark) => `Phụ lục ${mark}`));
    expect([words[8], words[13]]).toEqual(['Phụ lục IX', 'Phụ lục XIV']);
  });

  it('a long subject is broken between its words, before a small letter, and loses none', () => {
    const subject =
      'Nâng cao hiệu quả quản trị và hành chính công, cải thiện Chỉ số PAPI trên địa bàn huyện Ân Thi năm 2024 và những năm tiếp theo';
    const broken = compose({ ...samplePaper, heading: { kind: 'titled', name: 'Kế hoạch', subject } }).title;
    const lines = broken?.subject.split('\n') ?? [];
    expect(lines.length).toBe(2);
    expect(lines.join(' ')).toBe(subject);
    expect(lines[1]).toMatch(/^\p{Ll}/u);
  });

  it('what cannot be printed is left out, everything else stays', () => {
    const words = 'A\u0000\u200b\u0007 “a” <b>&amp;\tC\r\nd \ud800';
    const { body } = compose({ ...samplePaper, body: [{ kind: 'paragraph', words }] });
    expect(body).toEqual([{ kind: 'paragraph', words: 'A “a” <b>&amp; C\nd \ufffd' }]);
  });
});
