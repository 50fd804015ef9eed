import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../kernel/html.ts';
import { translator } from '../kernel/i18n.ts';
import { axisTicks, fixedNumber, intervalChart, lineChart, lossBars } from './index.ts';

const vi = translator('vi');
const en = translator('en');

describe('an axis', () => {
  it('begins at or under the least value, ends at or over the largest, and rises by equal steps', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.double({ min: 0.01, max: 1000, noNaN: true }),
        (low, span) => {
          const ticks = axisTicks(low, low + span);
          const slack = span * 1e-6 + 1e-6;
          expect(ticks[0] ?? 0).toBeLessThanOrEqual(low + slack);
          expect(ticks.at(-1) ?? 0).toBeGreaterThanOrEqual(low + span - slack);
          expect(ticks.length).toBeLessThanOrEqual(8);
          const steps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0));
          for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 6);
        },
      ),
    );
  });

  it('stands also where all values are the same', () => {
    expect(axisTicks(5, 5).length).toBeGreaterThan(1);
  });
});

describe('a number with fixed decimals', () => {
  it('keeps its last zeros and is written as each language writes it', () => {
    expect(fixedNumber(5.4, 2, vi)).toBe('5,40');
    expect(fixedNumber(1234.5, 1, en)).toBe('1,234.5');
    expect(fixedNumber(16, 0, vi)).toBe('16');
  });

  it('says minus only of what is less than nothing as it is written', () => {
    expect(fixedNumber(-0.256, 2, vi)).toBe('−0,26');
    expect(fixedNumber(-0.001, 2, vi)).toBe('0,00');
  });
});

describe('lineChart', () => {
  const drawn = (values: readonly (number | null)[], more: object = {}): string =>
    String(
      lineChart(
        {
          title: 'Tổng điểm',
          steps: values.map((_, index) => String(2018 + index)),
          stepLabel: 'Năm',
          series: [{ name: 'Hưng Yên', values }],
          ...more,
        },
        vi,
      ),
    );
  const joins = (text: string): number => {
    const group = /<g class="line line-1">.*?<\/g>/s.exec(text)?.[0] ?? '';
    return [...group.matchAll(/<line x1/g)].length;
  };

  it('joins neighbours and leaves a gap where a value is missing', () => {
    expect(joins(drawn([1, 2, 3, 4]))).toBe(3);
    expect(joins(drawn([1, 2, null, 4]))).toBe(1);
  });

  it('draws no line across a break, and says why under the chart', () => {
    const text = drawn([1, 2, 3, 4], { breaks: [{ before: 2, why: 'Cách đo đổi từ 2020.' }] });
    expect(joins(text)).toBe(2);
    expect(text).toContain('Cách đo đổi từ 2020.');
  });

  it('puts the first rank on top and the higher score on top', () => {
    const ys = (text: string): number[] =>
      [...text.matchAll(/class="mark" x="[\d.]+%" y="([\d.]+)"/g)].map((match) => Number(match[1]));
    const [first = 0, second = 0] = ys(drawn([1, 40], { reversed: true, decimals: 0 }));
    expect(first).toBeLessThan(second);
    const [low = 0, high = 0] = ys(drawn([1, 40]));
    expect(low).toBeGreaterThan(high);
  });

  it('says the first and last known value in words and holds every value in its table', () => {
    const text = drawn([null, 5.4, 6, null]);
    expect(text).toContain('Hưng Yên: 5,40 (2019) đến 6,00 (2020)');
    expect(text.match(/<tr>/g)).toHaveLength(5);
  });

  it('says so when there is nothing to draw', () => {
    expect(drawn([null, null])).toContain('Chưa có số liệu để vẽ');
    expect(drawn([])).not.toContain('NaN');
  });
});

describe('lossBars and intervalChart', () => {
  it('draw bars in proportion, marks inside the scale, and write every number beside', () => {
    const text = String(
      lossBars(
        {
          title: 'Điểm mất',
          rowLabel: 'Nội dung',
          valueLabel: 'Điểm',
          marks: ['Tốt nhất'],
          low: 0,
          high: 2,
          rows: [
            { code: '1.1', name: 'A', value: 0.5, marks: [3] },
            { name: 'B', value: null, marks: [null] },
          ],
          empty: html``,
        },
        vi,
      ),
    );
    expect(text).toContain('class="ref-value" y="9" width="25%"');
    expect(text).toContain('<svg x="100%"');
    expect(text).toContain('0,50');
    expect(text).toContain('3,00');
    expect(text.match(/class="ref-value" y="9"/g)).toHaveLength(1);
  });

  it('keep their bars on paper, where columns of buttons are left out', () => {
    const text = String(
      lossBars(
        { title: 'x', rowLabel: 'a', valueLabel: 'b', rows: [{ name: 'A', value: 1 }], empty: html`` },
        vi,
      ),
    );
    expect(text).not.toMatch(/class="[^"]*\bact\b/);
  });

  it('show an interval from its low to its high and mark the row of the page', () => {
    const text = String(
      intervalChart(
        {
          title: 'Bậc',
          rowLabel: 'Tỉnh',
          valueLabel: 'Bậc',
          rangeLabel: 'Khoảng bậc',
          from: 1,
          to: 63,
          rows: [{ name: 'Hưng Yên', value: 16, low: 7, high: 32, current: true }],
          empty: html``,
        },
        vi,
      ),
    );
    expect(text).toContain('7–32');
    expect(text).toContain('data-current');
    expect(text).toContain('x="9.68%"');
  });
});
