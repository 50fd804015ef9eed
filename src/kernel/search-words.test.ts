import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, markWords, searchWords, wordsFor } from './search-words.ts';

const marks = (text: string, words: readonly string[]) =>
  markWords(text, words)
    .filter((part) => part.found)
    .map((part) => part.text);

describe('reading what was typed', () => {
  it('gives the same words for composed, decomposed, upper-case and bare text', () => {
    const expected = ['hoa', 'giai', 'co', 'so', 'dien', 'bien'];
    for (const text of [
      'hòa giải cơ sở Điện Biên',
      'hòa giải cơ sở Điện Biên'.normalize('NFD'),
      'HÒA GIẢI CƠ SỞ ĐIỆN BIÊN',
      'hoa giai co so dien bien',
    ])
      expect(searchWords(text)?.words).toEqual(expected);
  });

  it('keeps codes whole, with their dots, slashes and hyphens', () => {
    expect(searchWords('II.1.2.đ')).toEqual({ typed: 'ii.1.2.đ', words: ['ii.1.2.d'], selective: false });
    expect(searchWords('36/KH–UBND')?.words).toEqual(['36/kh-ubnd']);
    expect(searchWords('“2.6”, (2.7).')?.words).toEqual(['2.6', '2.7']);
  });

  it('is nothing when there is no letter and no digit', () => {
    for (const text of ['', '   ', '%_\\', '…“”', '\u0301']) expect(searchWords(text)).toBeUndefined();
  });

  it('knows when no word is long enough for an index of three letters', () => {
    expect(searchWords('xã')?.selective).toBe(false);
    expect(searchWords('ở xã tổ')?.selective).toBe(false);
    expect(searchWords('tổ hòa giải')?.selective).toBe(true);
  });
});

describe('marking the words found', () => {
  it('marks them with the diacritics of the text, wherever the typed ones differ', () => {
    expect(marks('Đôn đốc niêm yết công khai tại Đình làng', ['don', 'dinh', 'yet'])).toEqual([
      'Đôn',
      'yết',
      'Đình',
    ]);
  });

  it('marks whole words, never a piece of another word', () => {
    expect(marks('hòa giải theo kế hoạch', ['hoa'])).toEqual(['hòa']);
    expect(marks('Phòng Tài chính, đèn chiếu sáng', ['chi'])).toEqual([]);
    expect(marks('Kế hoạch 15/KH-UBND', ['15/kh'])).toEqual(['15/KH']);
  });

  it('marks words together where they stand together, else each of them', () => {
    expect(marks('Công khai tại cổng', ['cong', 'khai'])).toEqual(['Công khai']);
    expect(marks('khai trương công trình', ['cong', 'khai'])).toEqual(['khai', 'công']);
  });

  it('marks one phrase in all parts of a text that holds it in one of them', () => {
    expect(wordsFor('Hòa giải ở cơ sở\nhoạt động giải quyết', ['hoa', 'giai'])).toEqual(['hoa giai']);
    expect(wordsFor('hoạt động giải quyết', ['hoa', 'giai'])).toEqual(['hoa', 'giai']);
  });

  it('joins words that overlap into parts that do not', () => {
    expect(markWords('kiểm tra', ['kiem', 'kie']).map((part) => part.text)).toEqual(['kiểm', ' tra']);
  });

  it('never changes, loses or doubles a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ minLength: 1, maxLength: 3 })),
        (text, words) => {
          expect(
            markWords(text, words)
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});

describe('an excerpt', () => {
  const long = `${'mở đầu '.repeat(40)}niêm yết công khai ${'kết thúc '.repeat(40)}`.trim();

  it('holds the first word found, whole words only, and says where it was cut', () => {
    const cut = excerpt(long, ['niem'], 100);
    expect(cut).toMatch(/^… (mở |đầu ).*niêm yết.* …$/);
    expect(cut.length).toBeLessThanOrEqual(106);
  });

  it('is the text itself when that is short, and its beginning when nothing is found', () => {
    expect(excerpt('ngắn', ['x'], 100)).toBe('ngắn');
    expect(excerpt(long, ['zzz'], 50)).toMatch(/^mở đầu .* …$/);
  });

  it('survives a text without any space', () => {
    expect(excerpt('a'.repeat(500), ['b'], 100)).toBe(`${'a'.repeat(100)} …`);
    expect(excerpt(`${'a'.repeat(500)}bbb`, ['bbb'], 100)).toContain('bbb');
  });
});
