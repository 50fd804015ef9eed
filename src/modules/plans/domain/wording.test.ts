import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, fold, modernTone, shorten, squeeze, wordLikeness } from './wording.ts';

/** The definition itself, slow and without limits. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  return Math.min(
    plainDistance(a.slice(1), b) + 1,
    plainDistance(a, b.slice(1)) + 1,
    plainDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  );
}

describe('editDistance', () => {
  it('is the least number of letters to change, or more than the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 7 }), (a, b, limit) => {
        const wanted = plainDistance(a, b);
        const measured = editDistance(a, b, limit);
        if (wanted <= limit) expect(measured).toBe(wanted);
        else expect(measured).toBeGreaterThan(limit);
      }),
    );
  });
});

describe('the form words are compared in', () => {
  it('knows both placements of the tone, and leaves qu alone', () => {
    expect(modernTone('Văn hoá, uỷ ban, HOÀ GIẢI, khoẻ')).toBe('Văn hóa, ủy ban, HÒA GIẢI, khỏe');
    expect(modernTone('quý hoàng thuý')).toBe('quý hoàng thúy');
  });

  it('has no diacritics, no capitals, single spaces and plain hyphens', () => {
    expect(fold('  Đơn vị\u00a0– ĐỊA phương ')).toBe('don vi - dia phuong');
    expect(squeeze('a \n\t b'.normalize('NFD'))).toBe('a b');
  });

  it('measures how many words two texts share', () => {
    expect(wordLikeness('Công khai ngân sách', 'cong khai NGÂN SÁCH')).toBe(1);
    expect(wordLikeness('a b', 'c d')).toBe(0);
    expect(wordLikeness('', '')).toBe(1);
  });

  it('shortens between words', () => {
    expect(shorten('một hai ba', 20)).toBe('một hai ba');
    expect(shorten('một hai, ba bốn', 10)).toBe('một hai…');
  });
});
