import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import { lastPosted, type Papers, papersAfter, papersOn } from './front.ts';

const START = calendarDate('2024-06-01');
const DAY = addDays(START, 10);

const places = [
  { placeId: 'a', placeName: 'Bảng tin', villageId: null, isOnPaper: true },
  { placeId: 'b', placeName: 'Nhà văn hóa', villageId: 'v', isOnPaper: true },
  { placeId: 'c', placeName: 'Loa', villageId: 'v', isOnPaper: false },
];

const drawn: fc.Arbitrary<Papers> = fc
  .array(
    fc.record({
      number: fc.nat(2),
      from: fc.nat(12),
      days: fc.option(fc.nat(12)),
    }),
    { maxLength: 40 },
  )
  .map((postings) => ({
    places,
    papers: postings.map(({ number, from, days }, at) => ({
      itemId: `item-${String(at).padStart(2, '0')}`,
      section: 'fees' as const,
      title: `Mục ${at}`,
      at: [[number, addDays(START, from), days === null ? null : addDays(START, from + days)] as const],
    })),
  }));

describe('papers in pages', () => {
  it('turned one after another show each paper that hangs once, in the order of the whole list', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 9 }), (papers, size) => {
        const all = papersOn(papers, DAY);
        const turned: string[] = [];
        let page = papersAfter(all, null).slice(0, size);
        while (page.length > 0) {
          turned.push(...page.map(({ itemId }) => itemId));
          const last = page.at(-1);
          page = last
            ? papersAfter(all, { publishedOn: lastPosted(last), itemId: last.itemId }).slice(0, size)
            : [];
        }
        expect(turned).toEqual(all.map(({ itemId }) => itemId));
      }),
    );
  });

  it('of boards, of a village and of one place hold what is posted there and is up on the day', () => {
    fc.assert(
      fc.property(drawn, (papers) => {
        const isUp = ([, from, until]: readonly [number, string, string | null]): boolean =>
          from <= DAY && (until === null || until >= DAY);
        const expected = (numbers: readonly number[]) =>
          papers.papers
            .filter(({ at }) => at.some((one) => numbers.includes(one[0]) && isUp(one)))
            .map(({ itemId }) => itemId)
            .sort();
        const found = (where?: Parameters<typeof papersOn>[2]) =>
          papersOn(papers, DAY, where)
            .map(({ itemId }) => itemId)
            .sort();
        expect(found()).toEqual(expected([0, 1]));
        expect(found({ villageId: 'v' })).toEqual(expected([1]));
        expect(found({ placeId: 'c' })).toEqual(expected([2]));
      }),
    );
  });
});
