import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newLines, textDifference } from './difference.ts';

const word = fc.constantFrom('đối', 'thoại', 'với', 'dân', '21', 'buổi', '\n', ' ', '- ');
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));

describe('what was changed', () => {
  it('leads from the one text to the other: nothing is lost and nothing is invented', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = textDifference(before, after);
        const without = (kind: 'old' | 'new'): string =>
          stretches
            .filter((one) => one.kind !== kind)
            .map((one) => one.text)
            .join('');
        expect(without('new')).toBe(before);
        expect(without('old')).toBe(after);
        if (before === after) expect(stretches.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  it('shows single words inside a line that stays', () => {
    expect(textDifference('Tổ chức 21 buổi.\nDòng hai', 'Tổ chức 22 buổi.\nDòng hai')).toEqual([
      { kind: 'same', text: 'Tổ chức ' },
      { kind: 'old', text: '21 ' },
      { kind: 'new', text: '22 ' },
      { kind: 'same', text: 'buổi.\nDòng hai' },
    ]);
  });

  it('long passages that have nothing in common are shown whole', () => {
    const [a, b] = ['một '.repeat(2000), 'hai '.repeat(2000)];
    expect(textDifference(a, b)).toEqual([
      { kind: 'old', text: a },
      { kind: 'new', text: b },
    ]);
  });
});

it('new in a proposal is what the one before did not say, line by line', () => {
  expect(newLines('- a\n- b', '- b \n- c\n\n- a')).toEqual(['- c']);
});
