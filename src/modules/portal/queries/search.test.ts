import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { smallTree } from '../../../../test/support/people.ts';
import { putPublicItem } from '../../../../test/support/public-items.ts';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import { searchEntries } from './search.ts';

const WORDS = ['ngan', 'sach', 'dat', 'dai', 'ho', 'ngheo', 'phi', 'thu'];
const PAGE = 4;

interface Put {
  readonly id: string;
  readonly unitId: string;
  readonly on: string;
  readonly words: readonly string[];
}

let place: TestTenant;
let units: readonly string[];
const all: Put[] = [];

beforeAll(async () => {
  place = await testTenant();
  const { commune, otherCommune } = await smallTree(place);
  units = [commune, otherCommune];
  for (let at = 0; at < 60; at += 1) {
    // The first words stand in most texts, the last in one or none: as common and as rare as in life.
    const words = WORDS.filter((_, index) => (at * 7 + index * 3) % (index * index + 2) === 0);
    const on = addDays(calendarDate('2024-01-01'), at % 25);
    const unitId = units[at % 2] ?? commune;
    const id = await putPublicItem(place, {
      unitId,
      title: `muc ${at} ${words.join(' ')}`,
      summary: '',
      publishedOn: on,
    });
    all.push({ id, unitId, on, words: ['muc', String(at), ...words] });
  }
});
afterAll(() => place.close());

/** Slow and plain: every text is read. */
function expected(words: readonly string[], unitId: string | undefined): string[] {
  const last = words.at(-1) ?? '';
  const stands = (texts: readonly string[], word: string): boolean =>
    texts.some((text) =>
      word === last && /^\p{L}{3,}$/u.test(last) ? text.startsWith(word) : text === word,
    );
  return all
    .filter((one) => unitId === undefined || one.unitId === unitId)
    .filter((one) => words.every((word) => stands(one.words, word)))
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1))
    .map(({ id }) => id);
}

it('finds page by page what reading every text finds, however few of the newest it walks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...WORDS, 'muc', '7', 'nga', 'ng'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(undefined, 0, 1),
      fc.constantFrom(1, 5, 20, 1000),
      async (words, of, walked) => {
        const unitId = of === undefined ? undefined : units[of];
        const found: string[] = [];
        let after: { publishedOn: ReturnType<typeof calendarDate>; itemId: string } | null = null;
        for (;;) {
          const rows: Awaited<ReturnType<typeof searchEntries>> = await searchEntries(
            place.db,
            { words, unitId, after },
            PAGE,
            walked,
          );
          const shown = rows.slice(0, PAGE);
          found.push(...shown.map(({ itemId }) => itemId));
          const last = shown.at(-1);
          if (rows.length <= PAGE || !last) break;
          after = { publishedOn: last.publishedOn, itemId: last.itemId };
        }
        expect(found).toEqual(expected(words, unitId));
      },
    ),
    { numRuns: 60 },
  );
});

it('signs that mean something to the search itself mean nothing here', async () => {
  const ids = async (words: readonly string[]) =>
    (await searchEntries(place.db, { words }, 100)).map(({ itemId }) => itemId);
  expect(await ids(['!ngan'])).toEqual(await ids(['ngan']));
  expect(await ids(["'ngan\\"])).toEqual(await ids(['ngan']));
  for (const words of [["'"], ['&'], ['(']]) expect(await ids(words)).toEqual([]);
});
