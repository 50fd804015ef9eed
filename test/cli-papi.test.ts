import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/main/cli/run.ts';
import { editionOf } from '../src/modules/papi/index.ts';
import { papiByHand } from './oracle/papi.ts';
import { indicatorsOf, publishedTable2018 } from './support/papi-table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'danbiet-cli-papi-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const edition = editionOf(2018);
const table = publishedTable2018();
const SHARES = [...edition.indicators.values()].filter((one) => one.scale === 'share').map((one) => one.code);

interface Line {
  readonly place: string;
  readonly code: string;
  readonly value: number;
}

/** Every published indicator of 2018, line by line. */
const lines: Line[] = table.flatMap(({ code: place, values }) =>
  [...indicatorsOf(values)].map(([code, value]) => ({ place, code, value })),
);

const csvOf = (list: readonly Line[], year = 2018): string =>
  [
    'year,province_code,indicator,value',
    ...list.map((one) => `${year},${one.place},${one.code},${one.value}`),
  ].join('\n');

async function score(content: string, ...args: string[]) {
  const file = path.join(folder, 'chi-tieu.csv');
  await writeFile(file, content);
  const [out, err]: [string[], string[]] = [[], []];
  const streams = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  // A folder that cannot be made: the command must not touch a database.
  const env = { DATA_DIR: '/dev/null/nowhere' };
  const options = [
    '--indicators',
    file,
    '--json',
    ...(args.includes('--edition') ? [] : ['--edition', '2018']),
  ];
  const code = await run(['papi', 'score', ...args, ...options], env, streams);
  // biome-ignore lint/suspicious/noExplicitAny: an answer in JSON, whose fields the tests name
  return { code, data: JSON.parse(out.join('') || 'null') as any, err: err.join('\n') };
}

/** The largest difference to the published score of a part, over all provinces. */
function largestError(data: {
  provinces: { province_code: string; parts: Record<string, { score: number }> }[];
}) {
  let error = 0;
  for (const part of ['1.1', '3.2', '3.3', '4.1', '4.2', '4.3', '7.1', '7.2', '7.3', '8.1', '8.2']) {
    for (const { code, values } of table) {
      const published = values.get(part);
      if (published === undefined) continue;
      const place = data.provinces.find((one) => one.province_code === code);
      error = Math.max(error, Math.abs((place?.parts[part]?.score ?? Number.NaN) - published));
    }
  }
  return error;
}

describe('papi score', () => {
  it('scores the published table of 2018 to 2e-7 where it is exact, without a database', async () => {
    const { code, data, err } = await score(csvOf(lines));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(data).toMatchObject({ edition: '2018', year: 2018, values: 'share' });
    expect(data.provinces).toHaveLength(63);
    expect(largestError(data)).toBeLessThanOrEqual(2e-7);
    const hungYen = data.provinces.find((one: { province_code: string }) => one.province_code === '33');
    expect(hungYen.parts['2.1']).toMatchObject({ score: null, status: 'approximate' });
    expect(hungYen.parts['5.3']).toMatchObject({ score: null, status: 'not_reproducible' });
    expect(hungYen.dimensions.D7).toMatchObject({ status: 'exact' });
    expect(hungYen.dimensions.D7.score).toBeCloseTo(
      table.find((one) => one.code === '33')?.values.get('D7') ?? 0,
      5,
    );
    expect(hungYen).toMatchObject({ total: null, total_status: 'not_reproducible' });
  });

  it('takes rows of parts as published and adds them up to contents and the total within 3e-6', async () => {
    const parts = table.flatMap(({ code: place, values }) =>
      [...values].flatMap(([code, value]) => (edition.parts.has(code) ? [{ place, code, value }] : [])),
    );
    const { data } = await score(csvOf([...lines, ...parts]));
    for (const { code, values } of table) {
      const place = data.provinces.find((one: { province_code: string }) => one.province_code === code);
      const total = values.get('TOTAL');
      if (total === undefined) expect(place).toMatchObject({ total: null, total_status: 'missing' });
      else expect(Math.abs(place.total - total)).toBeLessThanOrEqual(3e-6);
    }
  });

  it('reads byte order mark, CRLF, semicolons, decimal commas, decomposed Vietnamese heads and columns it does not need', async () => {
    const head = 'Ghi chú;Mã tỉnh;Giá trị;Chỉ tiêu;Năm'.normalize('NFD');
    const body = lines.map(
      (one) => `"a; b";${one.place};${String(one.value).replace('.', ',')};${one.code};2018`,
    );
    const { code, data } = await score(`\ufeff${[head, ...body].join('\r\n')}\r\n`);
    expect(code).toBe(0);
    expect(largestError(data)).toBeLessThanOrEqual(2e-7);
  });

  it('recognises percent and scores the same', async () => {
    const percent = lines.map((one) =>
      SHARES.includes(one.code) ? { ...one, value: one.value * 100 } : one,
    );
    const { code, data } = await score(csvOf(percent));
    expect(code).toBe(0);
    expect(data.values).toBe('percent');
    expect(largestError(data)).toBeLessThanOrEqual(2e-7);
  });

  it.each<[string, (one: Line) => boolean]>([
    ['one indicator', (one) => one.code === '7.1.1'],
    ['one province', (one) => one.place === '33' && SHARES.includes(one.code)],
    ['one cell', (one) => one.place === '33' && one.code === '1.1.2'],
  ])(
    'refuses a table in which %s stands in percent and the rest in shares, naming cells',
    async (_, isPercent) => {
      const mixed = lines.map((one) => (isPercent(one) ? { ...one, value: one.value * 100 } : one));
      const { code, data, err } = await score(csvOf(mixed));
      expect(code).toBe(2);
      expect(data.error.code).toBe('papi.indicators_unreadable');
      expect(data.provinces).toBeUndefined();
      expect(err).toMatch(/D\d+/);
      expect(err).toContain('--values');
    },
  );

  it('takes the word of --values for how shares stand, and refuses values that then leave the scale', async () => {
    const one = [
      { place: '33', code: '1.1.1', value: 0.9 },
      { place: '33', code: '1.1.2', value: 0.8 },
    ];
    const percent = await score(csvOf(one), '--values', 'percent');
    expect(percent.data.provinces[0].parts['1.1'].score).toBeCloseTo(
      0.25 + 0.5625 * 0.009 + 1.125 * 0.008,
      9,
    );
    const share = await score(csvOf([{ place: '33', code: '1.1.2', value: 45 }]), '--values', 'share');
    expect(share.code).toBe(2);
    expect((await score(csvOf(one), '--values', 'promille')).code).toBe(2);
  });

  it('leaves out a sum of percentages that may be a share, instead of scoring it wrong', async () => {
    const doubtful = lines.map((one) => (one.code === '6.4.3' ? { ...one, value: one.value / 100 } : one));
    const { code, data, err } = await score(csvOf(doubtful));
    expect(code).toBe(0);
    expect(data.doubtful).toEqual(['6.4.3']);
    expect(data.provinces[0].parts['6.4']).toMatchObject({ score: null, status: 'missing' });
    expect(err).toContain('6.4.3');
  });

  it('leaves out indicators that stand otherwise where no asserted score needs them, and says which', async () => {
    const strange = ['3.3.3', '2.1.1'];
    const some = lines.map((one) => (strange.includes(one.code) ? { ...one, value: one.value * 100 } : one));
    const { code, data, err } = await score(csvOf(some));
    expect(code).toBe(0);
    expect(data.values).toBe('share');
    expect(data.doubtful.toSorted()).toEqual(['2.1.1', '3.3.3']);
    expect(err).toContain('2.1.1');
    expect(largestError(data)).toBeLessThanOrEqual(2e-7);
    expect(data.provinces[0].parts['2.1']).toMatchObject({ score: null, status: 'missing' });
  });

  it('says missing of a province that lacks an indicator, and only of the parts and sums that need it', async () => {
    const without = lines.filter((one) => !(one.place === '33' && one.code === '7.2.2'));
    const { data } = await score(csvOf(without));
    const place = data.provinces.find((one: { province_code: string }) => one.province_code === '33');
    expect(place.parts['7.2']).toEqual({ score: null, status: 'missing', lacking: ['7.2.2'] });
    expect(place.dimensions.D7).toEqual({ score: null, status: 'missing' });
    expect(place.parts['7.1'].status).toBe('exact');
  });

  it('scores 2020 by the structure of 2019, where 7.1 and 8.3 cannot be had and 8.1 has another range', async () => {
    const later = lines.map((one) => ({ ...one }));
    const { code, data } = await score(csvOf(later, 2020), '--edition', '2020');
    expect(code).toBe(0);
    expect(data).toMatchObject({ edition: '2019-2020', year: 2020 });
    const { parts } = data.provinces[0];
    expect(parts['7.1']).toMatchObject({ score: null, status: 'not_reproducible' });
    expect(parts['8.3']).toMatchObject({ score: null, status: 'missing' });
    expect(parts['8.1'].score).toBeLessThan(0.5);
    const newest = await score(csvOf(later, 2023), '--edition', '2023');
    expect(newest.data.edition).toBe('2021-2024');
    expect(newest.data.provinces[0].parts['1.1'].status).toBe('exact');
    expect(newest.data.provinces[0].parts['7.2']).toMatchObject({ score: null, status: 'approximate' });
  });

  it('takes the rows of the year asked for, and refuses a file of another edition', async () => {
    const two = `${csvOf(lines)}\n${csvOf(lines, 2019).split('\n').slice(1).join('\n')}`;
    expect((await score(two)).data.year).toBe(2018);
    const wrong = await score(csvOf(lines, 2019));
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('2019');
    expect((await score(csvOf(lines), '--edition', '2030')).data.error.code).toBe('papi.edition_unknown');
  });

  it('names the cell of a value that cannot be read or stands twice with different values', async () => {
    const bad = await score(`${csvOf(lines.slice(0, 3))}\n2018,33,1.1.1,"12,345"\n`);
    expect(bad.code).toBe(2);
    expect(bad.err).toContain('D5');
    const twice = await score(csvOf([...lines.slice(0, 3), { ...(lines[0] as Line), value: 0.123 }]));
    expect(twice.code).toBe(2);
    expect(twice.err).toContain('D5');
    expect((await score('a,b\n1,2\n')).err).toContain('province_code');
  });

  it('leaves out an indicator on an unknown scale that no asserted score needs, and still scores the rest', async () => {
    const other = lines.map((one) =>
      one.code === '3.2.1' || one.code === '2.1.3' ? { ...one, value: 1 + 4 * one.value } : one,
    );
    const newer = await score(csvOf(other, 2023), '--edition', '2023');
    expect(newer.code).toBe(0);
    expect(newer.data.doubtful).toEqual(expect.arrayContaining(['3.2.1', '2.1.3']));
    expect(newer.err).toContain('3.2.1');
    const [first] = newer.data.provinces;
    expect(first.parts['1.1'].status).toBe('exact');
    expect(first.parts['3.2']).toMatchObject({ score: null, lacking: ['3.2.1'] });
    // In 2018 the exact 3.2 rests on 3.2.1, so there the file is refused.
    expect((await score(csvOf(other))).code).toBe(2);
  });

  it('reads nothing but the year asked for: what is wrong or unknown in other years is theirs', async () => {
    const mixed = `${csvOf(lines)}\n2019,33,1.1.1,"12,345,678"\n2019,33,8.3.1,0.4\n2017,33,1.1.9,0.5\n`;
    const { code, data, err } = await score(mixed);
    expect(code).toBe(0);
    expect(data.ignored).toEqual([]);
    expect(err).toContain('2017, 2019');
    expect(largestError(data)).toBeLessThanOrEqual(2e-7);
  });

  it('says of indicators of 2011–2017 that the parts cannot be had from them, place by place', async () => {
    const { code, data } = await score(csvOf(lines.slice(0, 5), 2015), '--edition', '2015');
    expect(code).toBe(0);
    expect(data.provinces).toHaveLength(1);
    expect(data.provinces[0].parts['1.1']).toEqual({ score: null, status: 'not_reproducible' });
    expect(data.provinces[0]).toMatchObject({ total: null });
  });

  it('names a province by its code where a name stands in a column before it', async () => {
    const rows = lines.map((one) => `"Tỉnh, ${one.place}",${one.place},${one.code},2018,${one.value}`);
    const { data } = await score(['province,province_code,indicator,year,value', ...rows].join('\n'));
    expect(largestError(data)).toBeLessThanOrEqual(2e-7);
  });

  it('takes no standard error for a score, and reads 1,234 on a short scale as a decimal', async () => {
    const rows = [...lines.map((one) => `2018,${one.place},${one.code},${one.value}`), '2018,33,1.1_se,1.3'];
    const { data } = await score(['year,province_code,indicator,value', ...rows].join('\n'));
    expect(data.ignored).toEqual(['1.1_se']);
    expect(largestError(data)).toBeLessThanOrEqual(2e-7);
    const part = await score('year,province_code,indicator,value\n2018,33,1.1,"1,234"\n');
    expect(part.data.provinces[0].parts['1.1']).toEqual({ score: 1.234, status: 'published' });
  });

  it('agrees in every province with a second, hand-written computation of the exact parts of 2018', async () => {
    const { data } = await score(csvOf(lines));
    for (const { code, values } of table) {
      const place = data.provinces.find((one: { province_code: string }) => one.province_code === code);
      for (const [part, wanted] of papiByHand(values)) {
        if (wanted === null) expect(place.parts[part].score).toBeNull();
        else expect(place.parts[part].score).toBeCloseTo(wanted, 10);
      }
    }
  });
});
