import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { commonPasswords } from './common-passwords.ts';
import { passwordMessages, passwordProblem } from './password-rules.ts';

const owner = { username: 'baisay.vanphong', email: 'ngo.mai@vidu.example', fullName: 'Ngô Thị Mai Hương' };
const problem = (password: string) => passwordProblem(password, owner)?.message;

describe('a new password', () => {
  it.each(['ba con trâu trắng', 'mưa rơi trên mái ngói', 'Xq7#mPz2!kLw', '🌾🌾🐃🐃 gặt lúa mùa thu'])(
    'may be %j: words, mixed characters or anything typed',
    (password) => {
      expect(problem(password)).toBeUndefined();
    },
  );

  it('is refused below twelve characters, counted as people count them', () => {
    expect(problem('ngắn thôi à')).toBe(passwordMessages.too_short);
    // Eleven letters that take more than twelve code units when their diacritics are typed apart.
    expect(problem('ngắn thôi à'.normalize('NFD'))).toBe(passwordMessages.too_short);
    expect(problem('🐃🌾🐓🐖🐕🐈')).toBe(passwordMessages.too_short);
  });

  it('is refused above 128 characters', () => {
    expect(problem('lúa chín vàng đồng '.repeat(8))).toBe(passwordMessages.too_long);
  });

  it('is refused when many people use it, whatever its case, diacritics and spaces', () => {
    for (const password of ['matkhau123456', 'Mật Khẩu 123456', 'ANHYEUEMNHIEULAM', 'Anh yêu em nhiều lắm'])
      expect(problem(password)).toBe(passwordMessages.too_common);
  });

  it('is refused when it repeats a few characters', () => {
    expect(problem('abababababababab')).toBe(passwordMessages.too_uniform);
  });

  it('is refused when it holds the user name, the mail name, or is the person’s name', () => {
    for (const password of [
      'baisay.vanphong2024',
      'XX-NGO.MAI-xx-123',
      'Ngô Thị Mai Hương',
      'ngo thi mai huong',
    ])
      expect(problem(password)).toBe(passwordMessages.names_the_person);
  });

  it('asks for no kinds of characters: any phrase of five different letters and twelve in all passes', () => {
    const letters = fc.array(fc.constantFrom(...'bcdghklmnpqrstvx'), { minLength: 12, maxLength: 60 });
    fc.assert(
      fc.property(letters, (typed) => {
        fc.pre(new Set(typed).size >= 5);
        const text = typed.join('');
        fc.pre(!commonPasswords.has(text));
        expect(problem(text)).toBeUndefined();
      }),
    );
  });
});

describe('the list of common passwords', () => {
  it('holds each entry in the form it is compared in, and none that its length refuses already', () => {
    for (const entry of commonPasswords) {
      expect(withoutDiacritics(entry).replace(/\s/g, '')).toBe(entry);
      expect(entry.length).toBeGreaterThanOrEqual(12);
    }
  });
});
