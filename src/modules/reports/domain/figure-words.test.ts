import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import type { Figure } from '../../figures/index.ts';
import { changeWords, figureSentence, movementOf, targetMet } from './figure-words.ts';
import type { FigureItem } from './material.ts';

const item = (parts: Partial<FigureItem>): FigureItem => ({
  code: 'CT1.01',
  name: 'Số buổi đối thoại',
  unitOfMeasure: 'buổi',
  numberKind: 'count',
  isCumulative: false,
  dimension: 1,
  direction: 'up',
  target: null,
  value: null,
  isLate: false,
  lastYear: null,
  ...parts,
});
const n = (number: number): Figure => ({ kind: 'number', number });
const rate = (numerator: number, denominator: number): Figure => ({ kind: 'rate', numerator, denominator });
const said = (parts: Partial<FigureItem>) => figureSentence(item(parts))?.words;
const rateItem = (parts: Partial<FigureItem>) =>
  item({ name: 'Tỷ lệ đúng hạn', unitOfMeasure: '%', numberKind: 'rate', ...parts });

/*
 * An independent reader: it knows Vietnamese and English numbers and fractions, and nothing of how sentences are made. Quantities are
 * thousandths as whole numbers; shares are compared with an exact fraction.
 */
const thousandths = (text: string, lang: 'vi' | 'en'): bigint => {
  const plain = lang === 'vi' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  const [whole = '0', rest = ''] = plain.split('.');
  return BigInt(whole) * 1000n + BigInt(rest.padEnd(3, '0').slice(0, 3));
};
const exact = (value: number): bigint => thousandths(value.toFixed(3), 'en');
/** |share − part/whole × 100| is at most half of the last digit that is shown. */
const isShare = (shown: bigint, part: bigint, whole: bigint): boolean => {
  const off = shown * whole - part * 100_000n;
  return (off < 0n ? -off : off) * 2n <= 100n * whole;
};
const NUMBER = '[\\d.,]+';

function readNumber(text: string, lang: 'vi' | 'en') {
  const value = new RegExp(`: (${NUMBER}) buổi`).exec(text)?.[1] ?? '';
  const moved = new RegExp(
    lang === 'vi'
      ? `, (tăng|giảm) (${NUMBER}) buổi(?: \\((dưới 0,1|${NUMBER})%\\))? so với cùng kỳ năm trước`
      : `, (up|down) (${NUMBER}) buổi(?: \\((under 0.1|${NUMBER})%\\))? on the same period last year`,
  ).exec(text);
  const reached = new RegExp(
    lang === 'vi'
      ? `; đạt (${NUMBER})% chỉ tiêu \\((${NUMBER}) buổi\\)`
      : `; (${NUMBER})% of the target \\((${NUMBER}) buổi\\)`,
  ).exec(text);
  return {
    value: thousandths(value.replace(/[.,]$/, ''), lang),
    moved: moved && {
      sign: moved[1] === 'tăng' || moved[1] === 'up' ? 1n : -1n,
      by: thousandths(moved[2] ?? '', lang),
      share: moved[3],
    },
    reached: reached && {
      share: thousandths(reached[1] ?? '', lang),
      target: thousandths(reached[2] ?? '', lang),
    },
  };
}

const amount = fc
  .oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 999_999_999_999 }))
  .chain((whole) =>
    fc.integer({ min: 0, max: 999 }).map((rest) => Number(`${whole}.${String(rest).padStart(3, '0')}`)),
  );

describe('a number against the same period and the target', () => {
  it.each(['vi', 'en'] as const)(
    'an independent reader finds the same numbers in the sentence (%s)',
    (lang) => {
      fc.assert(
        fc.property(amount, amount, amount, (now, before, target) => {
          // Beyond ten thousand million per cent a share says nothing, and floating point no longer holds it.
          fc.pre([before, target].every((base) => base === 0 || Math.max(now, before) / base < 1e8));
          const text = said({ value: n(now), lastYear: n(before), target })?.[lang] ?? '';
          const read = readNumber(text, lang);
          expect(read.value).toBe(exact(now));
          if (now === before) expect(text).toMatch(/bằng cùng kỳ|the same as a year before/);
          else {
            expect(read.moved && exact(before) + read.moved.sign * read.moved.by).toBe(exact(now));
            if (before === 0) expect(read.moved?.share).toBeUndefined();
            else if (/[a-z]/.test(read.moved?.share ?? ''))
              expect(exact(Math.abs(now - before)) * 2000n < exact(before)).toBe(true);
            else
              expect(
                isShare(thousandths(read.moved?.share ?? '', lang), read.moved?.by ?? 0n, exact(before)),
              ).toBe(true);
          }
          if (target === 0) expect(read.reached).toBeNull();
          else {
            expect(read.reached?.target).toBe(exact(target));
            expect(isShare(read.reached?.share ?? 0n, exact(now), exact(target))).toBe(true);
          }
        }),
      );
    },
  );

  it('reads as officials write it', () => {
    expect(said({ value: n(21), lastYear: n(17), target: 20 })).toEqual({
      vi: '- Số buổi đối thoại: 21 buổi, tăng 4 buổi (23,5%) so với cùng kỳ năm trước; đạt 105% chỉ tiêu (20 buổi).',
      en: '- Số buổi đối thoại: 21 buổi, up 4 buổi (23.5%) on the same period last year; 105% of the target (20 buổi).',
    });
    expect(said({ value: n(1234.5), unitOfMeasure: 'triệu đồng', isCumulative: true })?.vi).toBe(
      '- Số buổi đối thoại (lũy kế từ đầu năm): 1.234,5 triệu đồng.',
    );
    expect(said({ value: n(0), lastYear: n(4) })?.vi).toContain('0 buổi, giảm 4 buổi (100%)');
    expect(said({ value: n(7), lastYear: n(0) })?.vi).toContain(
      'tăng 7 buổi so với cùng kỳ năm trước (cùng kỳ: 0 buổi)',
    );
  });

  it('a ceiling is kept or passed, never “reached”', () => {
    const down = { direction: 'down', target: 5 } as const;
    expect(said({ ...down, value: n(5) })?.vi).toContain('; trong mức chỉ tiêu (không quá 5 buổi)');
    expect(said({ ...down, value: n(6) })?.vi).toContain('; vượt mức chỉ tiêu (không quá 5 buổi)');
    expect(targetMet(item({ ...down, value: n(5) }))).toBe(true);
    expect(targetMet(item({ ...down, value: n(6) }))).toBe(false);
    expect(said({ direction: 'none', target: 5, value: n(6) })?.vi).toContain('; chỉ tiêu: 5 buổi');
  });
});

describe('a rate', () => {
  it('a reader who divides and subtracts what is shown finds what is shown', () => {
    const whole = fc.integer({ min: 1, max: 5000 });
    const part = whole.chain((b) => fc.integer({ min: 0, max: b }).map((a) => [a, b] as const));
    fc.assert(
      fc.property(part, part, ([a, b], [c, d]) => {
        const text = said({ ...rateItem({}), value: rate(a, b), lastYear: rate(c, d) })?.vi ?? '';
        const [, shown = '', numerator = '', denominator = ''] =
          new RegExp(`: (${NUMBER})% \\((${NUMBER})/(${NUMBER})\\)`).exec(text) ?? [];
        expect([thousandths(numerator, 'vi'), thousandths(denominator, 'vi')]).toEqual([exact(a), exact(b)]);
        expect(isShare(thousandths(shown, 'vi'), exact(a), exact(b))).toBe(true);
        const moved = new RegExp(
          `(tăng|giảm) (${NUMBER}) điểm phần trăm so với cùng kỳ năm trước \\((${NUMBER})%\\)`,
        ).exec(text);
        if (moved) {
          const [, way, points = '', before = ''] = moved;
          const by = thousandths(points, 'vi') * (way === 'tăng' ? 1n : -1n);
          expect(thousandths(before, 'vi') + by).toBe(thousandths(shown, 'vi'));
          expect(by > 0n).toBe(a * d > c * b);
        } else expect(text).toMatch(a * d === c * b ? /, bằng cùng kỳ/ : /, tương đương cùng kỳ/);
      }),
    );
  });

  it('of nothing arose nothing, which is not 0%', () => {
    expect(said(rateItem({ value: rate(0, 0), lastYear: rate(3, 4), target: 90 }))?.vi).toBe(
      '- Tỷ lệ đúng hạn: không phát sinh.',
    );
    expect(said(rateItem({ value: rate(0, 4), lastYear: rate(0, 0) }))?.vi).toBe(
      '- Tỷ lệ đúng hạn: 0% (0/4); cùng kỳ năm trước không phát sinh.',
    );
  });

  it('is held against its target exactly, not as it is rounded', () => {
    // 94,96% is shown as 95%, and is below 95.
    const nearly = rateItem({ value: rate(2374, 2500), target: 95 });
    expect(figureSentence(nearly)?.words.vi).toContain('95% (2.374/2.500); chưa đạt chỉ tiêu (95%)');
    expect(targetMet(nearly)).toBe(false);
    expect(targetMet(rateItem({ value: rate(19, 20), target: 95 }))).toBe(true);
  });
});

describe('what is not known', () => {
  it('has no sentence, or says that it is unknown and why; nothing is compared with it', () => {
    expect(figureSentence(item({ value: null, lastYear: n(4), target: 3 }))).toBeNull();
    const none = item({ value: { kind: 'no_data', reason: 'chưa thống kê.' }, lastYear: n(4), target: 3 });
    expect(figureSentence(none)?.words.vi).toBe(
      '- Số buổi đối thoại: không có số liệu (lý do: chưa thống kê).',
    );
    expect([movementOf(none), targetMet(none), changeWords(none).vi]).toEqual([null, null, '']);
    expect(said({ value: n(4), lastYear: { kind: 'no_data', reason: 'x' } })?.vi).toBe(
      '- Số buổi đối thoại: 4 buổi; cùng kỳ năm trước không có số liệu.',
    );
    expect(said({ value: n(4) })?.vi).toBe('- Số buổi đối thoại: 4 buổi.');
  });

  it('what came late is told as late, and is neither an achievement nor a shortcoming', () => {
    const late = item({ value: n(4), lastYear: n(2), target: 3, isLate: true });
    expect(figureSentence(late)?.words.vi).toContain('(số liệu nhập sau hạn, tính vào báo cáo kỳ sau).');
    expect([movementOf(late), targetMet(late)]).toEqual([null, null]);
  });
});

describe('other shapes', () => {
  it('a day and words are told as they are', () => {
    const day = { kind: 'date', on: calendarDate('2024-02-05') } as const;
    expect(said({ value: day, numberKind: 'date' })?.vi).toBe('- Số buổi đối thoại: 05/02/2024.');
    expect(said({ value: { kind: 'words', words: 'Đã thực hiện;\n' }, numberKind: 'text' })?.vi).toBe(
      '- Số buổi đối thoại: Đã thực hiện.',
    );
  });

  it('which way is better follows the direction of the figure', () => {
    const more = { value: n(5), lastYear: n(4) };
    expect(movementOf(item({ ...more, direction: 'up' }))).toBe('better');
    expect(movementOf(item({ ...more, direction: 'down' }))).toBe('worse');
    expect(movementOf(item({ ...more, direction: 'none' }))).toBeNull();
    expect(movementOf(item({ value: n(4), lastYear: n(4) }))).toBe('same');
  });

  it('a table shows the change with its sign', () => {
    expect(changeWords(item({ value: n(21), lastYear: n(17) })).vi).toBe('+4 (23,5%)');
    expect(changeWords(item({ value: n(3), lastYear: n(4) })).vi).toBe('-1 (25%)');
    expect(changeWords(item({ value: n(3), lastYear: n(0) })).vi).toBe('+3');
    expect(changeWords(rateItem({ value: rate(1, 2), lastYear: rate(2, 5) })).vi).toBe('+10 điểm %');
  });
});
