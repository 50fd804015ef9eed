import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigureCatalog } from '../../../../reference/figures/index.ts';
import { PARAPHRASES } from '../../../../test/support/figure-paraphrases.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { similarPairs, similarTo, tellingWords } from './similar.ts';

const catalog = readFigureCatalog();

describe('measured on the catalogue of the plan', () => {
  it('no two of its figures, all of them different things, are taken for the same', () => {
    expect(similarPairs(catalog).map(({ a, b }) => `${a.code} ${b.code}`)).toEqual([]);
  });

  it('the same thing in other words is found, and stands first, in at least 95 of 100 cases', () => {
    const missed = PARAPHRASES.filter(([code, name, unitOfMeasure, numberKind]) => {
      const [first] = similarTo({ name, unitOfMeasure, numberKind }, catalog);
      return first?.figure.code !== code;
    });
    expect(PARAPHRASES.length).toBeGreaterThanOrEqual(100);
    expect(missed.length / PARAPHRASES.length, JSON.stringify(missed)).toBeLessThan(0.05);
  });

  it('each figure is found by its own name, also without diacritics and in capitals', () => {
    for (const figure of catalog)
      for (const name of [figure.name, withoutDiacritics(figure.name), figure.name.toLocaleUpperCase('vi')]) {
        const [first] = similarTo({ ...figure, name }, catalog);
        expect(first?.score, name).toBeGreaterThan(0.99);
      }
  });
});

describe('similarity', () => {
  const figure = fc.constantFrom(...catalog);

  it('of two does not depend on which is asked for', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(similarTo(a, [b])[0]?.score).toBe(similarTo(b, [a])[0]?.score);
      }),
    );
  });

  it('never takes people for meetings, points for per cents, or a day for a number', () => {
    const meetings = {
      name: 'Tuyên truyền Luật Thực hiện dân chủ ở cơ sở',
      unitOfMeasure: 'buổi',
      numberKind: 'count',
    } as const;
    for (const other of [
      { ...meetings, unitOfMeasure: 'lượt' },
      { ...meetings, unitOfMeasure: 'ngày', numberKind: 'date' },
    ] as const)
      expect(similarTo(meetings, [other])).toEqual([]);
    expect(similarTo(meetings, [{ ...meetings, unitOfMeasure: 'hội nghị' }])).toHaveLength(1);
  });

  it('reads abbreviations and what offices say for one thing as one', () => {
    expect([...tellingWords('Hồ sơ TTHC quá hạn')].sort()).toEqual(
      [...tellingWords('hồ sơ thủ tục hành chính trễ hạn')].sort(),
    );
  });
});
