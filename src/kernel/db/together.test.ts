import v8 from 'node:v8';
import vm from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { query } from './sql.ts';
import { askedTogether } from './together.ts';

let place: TestTenant;
const statements: (readonly string[])[] = [];

/** Long enough that what comes meanwhile has come; half of a number, and nothing for an odd one. */
const halfOf = askedTogether(
  (text: string) => text,
  (db, asked) => {
    statements.push(asked);
    return db.rows(query({ n: 'bigint', half: 'bigint' })`
      select a.n, a.text::bigint / 2 as half from unnest(${asked}::text[]) with ordinality a(text, n),
        lateral (select pg_sleep(0.02)) slept
      where a.text::bigint % 2 = 0 order by md5(a.text)`);
  },
);
const half = async (text: string): Promise<number | undefined> => (await halfOf(place.db, text))?.half;

beforeAll(async () => {
  place = await testTenant();
});
afterAll(() => place.close());
beforeEach(() => {
  statements.length = 0;
});

describe('questions of the same kind', () => {
  it('go together while others are being answered, each has its own answer, and none waits where nobody asks', async () => {
    const asked = Array.from({ length: 40 }, (_, at) => String(at));
    expect(await Promise.all(asked.map(half))).toEqual(
      asked.map((_, at) => (at % 2 === 0 ? at / 2 : undefined)),
    );
    expect(statements.flat()).toEqual(asked);
    expect(statements.map((one) => one.length)).toEqual([8, 8, 8, 8, 8]);
    statements.length = 0;
    expect([await half('8'), await half('10'), statements]).toEqual([4, 5, [['8'], ['10']]]);
  });

  it('asked twice at the same time are asked once, and again by whoever comes after the question went', async () => {
    const first = [half('2'), half('2')];
    await new Promise((resolve) => setImmediate(resolve));
    const later = half('2');
    expect(await Promise.all([...first, later])).toEqual([1, 1, 1]);
    expect(statements).toEqual([['2'], ['2']]);
  });

  it('that are no question fail alone: their neighbours are answered, and the next ones too', async () => {
    const asked = ['4', 'four', '6', 'a\0b', '8'];
    const answers = await Promise.allSettled(asked.map(half));
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
      2,
      'failed',
      3,
      'failed',
      4,
    ]);
    expect(await half('12')).toBe(6);
  });

  it('fail together where the database itself fails, and are answered when it is there again', async () => {
    let isDown = true;
    let calls = 0;
    const ask = askedTogether(
      (text: string) => text,
      async (db, texts) => {
        calls++;
        if (isDown) throw new Error('no connection');
        return db.rows(
          query({ n: 'bigint' })`select n from unnest(${texts}::text[]) with ordinality a(text, n)`,
        );
      },
    );
    const answers = await Promise.allSettled(['1', '2', '3'].map((text) => ask(place.db, text)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(calls).toBe(1);
    isDown = false;
    expect(await ask(place.db, '1')).toEqual({ n: 1 });
  });

  it('leave nothing behind that only a collection of the whole heap would find', async () => {
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as (options?: { type: 'minor' }) => void;
    const numbers = 10_000;
    const longAnswer = askedTogether(String, async (_db, asked: readonly number[]) =>
      asked.map((one, at) => ({ n: at + 1, long: new Array<number>(numbers).fill(one + 0.5) })),
    );
    const visitors = async (visits: number): Promise<void> => {
      for (let visit = 0; visit < visits; visit++) {
        await Promise.all(Array.from({ length: 40 }, (_, at) => longAnswer(place.db, visit * 40 + at)));
        collect({ type: 'minor' });
      }
    };
    const oldMegabytes = (): number =>
      v8
        .getHeapSpaceStatistics()
        .filter(({ space_name }) => /^(old|large_object)_space$/.test(space_name))
        .reduce((sum, space) => sum + space.space_used_size / 2 ** 20, 0);
    await visitors(3);
    collect();
    const before = oldMegabytes();
    await visitors(20);
    const answered = (20 * 40 * numbers * 8) / 2 ** 20;
    expect(oldMegabytes() - before).toBeLessThan(answered / 10);
  });

  it('of any number, in any order and at any time, are all answered with their own answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ number: fc.nat(60), turn: fc.nat(4) }), { maxLength: 80 }),
        async (asked) => {
          const answers = await Promise.all(
            asked.map(async ({ number, turn }) => {
              for (let at = 0; at < turn; at++) await new Promise((resolve) => setImmediate(resolve));
              return half(String(number));
            }),
          );
          expect(answers).toEqual(asked.map(({ number }) => (number % 2 === 0 ? number / 2 : undefined)));
          expect(Math.max(0, ...statements.map((one) => one.length))).toBeLessThanOrEqual(8);
        },
      ),
      { numRuns: 12 },
    );
  });
});
