import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import {
  allScoresCsv,
  provinces,
  resultsWorkbook,
  scoresOf,
} from '../../../../test/support/papi-workbooks.ts';
import { actorWith } from '../../../../test/support/people.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { readDocument, writeCsv, writeWorkbook } from '../../../kernel/documents/index.ts';
import type { AppError } from '../../../kernel/errors.ts';
import { PlaceFinder } from '../domain/import/places.ts';
import { understand } from '../domain/import/understand.ts';
import { resultsOf } from '../queries/results.ts';
import { type ImportInput, importResults } from './import-results.ts';
import { readResults } from './read-results.ts';

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(() => tenant.close());

const asked = (bytes: Uint8Array, more: Partial<ImportInput> = {}): ImportInput => ({
  fileName: 'ket-qua.xlsx',
  bytes,
  level: 'province',
  isOfficial: true,
  source: 'CECODES, VFF-CRT, RTA & UNDP',
  ...more,
});

const importIt = (input: ImportInput, actor = tenant.context().actor) =>
  tenant.db.transaction((tx) => importResults(tenant.context(actor), tx, input));

const refusal = (input: ImportInput): Promise<AppError> =>
  importIt(input).then(
    () => {
      throw new Error('it was imported');
    },
    (error: AppError) => error,
  );

/** Whether what was understood is what ships for the year, value for value. */
function expectScores(values: readonly { place: string; code: string; value: number }[], year: number): void {
  const shipped = scoresOf(year);
  const wanted = [...shipped].flatMap(([place, own]) =>
    [...own].map(([code, value]) => [place, code, value]),
  );
  expect(values).toHaveLength(wanted.length);
  for (const { place, code, value } of values)
    expect(value).toBeCloseTo(shipped.get(place)?.get(code) ?? 0, 9);
}

describe('a workbook of results', () => {
  it.each([
    ['places down the rows, in Vietnamese', { across: false, english: false }],
    ['places across the columns, in Vietnamese', { across: true, english: false }],
    ['places down the rows, in English', { across: false, english: true }],
    ['places across the columns, in English', { across: true, english: true }],
  ])('is understood with %s', async (_, lay) => {
    const bytes = resultsWorkbook([{ year: 2023, tab: 'PAPI 2023', title: 'PAPI 2023', ...lay }]);
    const { years, problems, sheets } = await readResults({ fileName: 'a.xlsx', bytes, level: 'province' });
    expect(problems).toEqual([]);
    expect(sheets[0]?.layout).toBe(lay.across ? 'places_across' : 'places_down');
    expect(years).toHaveLength(1);
    expect(years[0]).toMatchObject({ year: 2023, edition: '2021-2024', places: 61, parts: 28, zeros: 0 });
    expectScores(years[0]?.values ?? [], 2023);
  });

  it('is read by the numbers of parts where labels of a later edition stand above older contents', async () => {
    const bytes = resultsWorkbook([
      {
        year: 2015,
        tab: 'DATA',
        title: 'Kết quả PAPI 2015',
        heading: (code) => (code === '2.1' ? '2.1: Tiếp cận thông tin (thang 0.33-3.33 điểm)' : `${code}: x`),
      },
    ]);
    const { years, problems } = await readResults({ fileName: 'a.xlsx', bytes, level: 'province' });
    expect(problems).toEqual([]);
    expectScores(years[0]?.values ?? [], 2015);
    expect(years[0]?.edition).toBe('2011-2017');
  });

  it('whose tab bears another year than its title is refused until somebody says the year', async () => {
    const bytes = resultsWorkbook([{ year: 2022, tab: '2021', title: 'Kết quả PAPI năm 2022' }]);
    const unsure = await readResults({ fileName: 'a.xlsx', bytes, level: 'province' });
    expect(unsure.years).toEqual([]);
    expect(unsure.problems).toMatchObject([{ severity: 'error', kind: 'year_unsure', place: '2021' }]);
    const told = await readResults({ fileName: 'a.xlsx', bytes, level: 'province', year: 2022 });
    expect(told.problems).toMatchObject([{ severity: 'warning', kind: 'tab_year' }]);
    expectScores(told.years[0]?.values ?? [], 2022);
  });

  it('with a stored 0 is a workbook without that value', async () => {
    const bytes = resultsWorkbook([
      { year: 2021, tab: '2021', title: 'PAPI 2021', value: (_place, _code, value) => value ?? 0 },
    ]);
    const { years, problems } = await readResults({ fileName: 'a.xlsx', bytes, level: 'province' });
    expect(problems).toEqual([]);
    expect(years[0]).toMatchObject({ places: 60, zeros: 3 * 28 });
    expectScores(years[0]?.values ?? [], 2021);
  });

  it('with columns of standard errors has them beside their part', async () => {
    const bytes = resultsWorkbook([
      { year: 2019, tab: '2019', title: 'PAPI 2019', standardError: (_place, code) => Number(code) / 100 },
    ]);
    const { years } = await readResults({ fileName: 'a.xlsx', bytes, level: 'province' });
    const one = years[0]?.values.find((value) => value.place === '33' && value.code === '3.1');
    expect(one?.standardError).toBeCloseTo(0.031, 9);
    expectScores(years[0]?.values ?? [], 2019);
  });

  it('holds several years in several sheets', async () => {
    const bytes = resultsWorkbook([
      { year: 2012, tab: '2012', title: 'PAPI 2012' },
      { year: 2018, tab: '2018', title: 'PAPI 2018', across: true },
    ]);
    const { years } = await readResults({ fileName: 'a.xlsx', bytes, level: 'province' });
    expect(years.map(({ year, parts }) => [year, parts])).toEqual([
      [2012, 22],
      [2018, 28],
    ]);
  });

  it('names the sheet and the cell of what is wrong, and then nothing of it is imported', async () => {
    const bytes = resultsWorkbook([
      {
        year: 2023,
        tab: 'Bảng A',
        title: 'PAPI 2023',
        value: (place, code, value) => (place === '33' && code === '1.2' ? 12.5 : (value ?? null)),
      },
    ]);
    const error = await refusal(asked(bytes));
    expect(error.type.code).toBe('papi.import_refused');
    const row = provinces.findIndex((one) => one.code === '33') + 3;
    expect(error.fields).toMatchObject([{ field: `Bảng A!D${row}` }]);
    expect((await resultsOf(tenant.db, { year: 2023, day: calendarDate('2024-06-24') })).places.size).toBe(
      61,
    );
  });

  it('whose scores are text with a decimal comma is read, three decimals or not', async () => {
    const bytes = resultsWorkbook([
      {
        year: 2023,
        tab: '2023',
        title: 'PAPI 2023',
        value: (_place, _code, value) => value?.toFixed(3).replace('.', ',') ?? null,
      },
    ]);
    const { years, problems } = await readResults({ fileName: 'a.xlsx', bytes, level: 'province' });
    expect(problems).toEqual([]);
    expect(years[0]).toMatchObject({ places: 61, parts: 28 });
    for (const { place, code, value } of years[0]?.values ?? [])
      expect(value).toBeCloseTo(scoresOf(2023).get(place)?.get(code) ?? 0, 2);
  });

  it('whose codes are cells with the number 1.1 is read like one whose codes are text', async () => {
    const wide = writeWorkbook({
      sheets: [
        {
          name: '2023',
          columns: ['a', 'b', 'c'].map((header) => ({ header, width: 12, kind: 'text' as const })),
          rows: [['Tỉnh', 1.1, 2.4], ...provinces.slice(0, 5).map((one) => [one.vi, 1.2, 0.9])],
        },
      ],
    });
    const { years, problems } = await readResults({ fileName: 'a.xlsx', bytes: wide, level: 'province' });
    expect(problems).toEqual([]);
    expect([...new Set(years[0]?.values.map(({ code }) => code))]).toEqual(['1.1', '2.4']);
  });

  it('with a hidden sheet is read without it, and that is told', async () => {
    const grids = (
      await readDocument(
        'a.xlsx',
        resultsWorkbook([
          { year: 2023, tab: '2023', title: 'PAPI 2023' },
          { year: 2023, tab: 'nháp', title: 'PAPI 2023', value: () => 1.9 },
        ]),
      )
    ).grids.map((grid) => ({ ...grid, hidden: grid.name === 'nháp' }));
    const options = { places: new PlaceFinder(provinces), ofProvinces: true, year: null, unit: null };
    const { years, problems } = understand(grids, options);
    expect(problems).toMatchObject([{ severity: 'warning', kind: 'hidden_sheet', place: 'nháp' }]);
    expectScores(years[0]?.values ?? [], 2023);
  });

  it('in which a whole column was taken for another is refused because its sums do not hold', async () => {
    const columns = ['Tỉnh', '1.1', '1.2', '1.3', '1.4', 'D1'].map((header) => ({
      header,
      kind: 'text' as const,
    }));
    const rows = provinces.slice(0, 8).map((one) => [one.vi, 1.1, 1.2, 1.3, 1.4, 6.5]);
    const bytes = writeCsv(columns, rows);
    const { problems } = await readResults({ fileName: 'a.csv', bytes, level: 'province', year: 2023 });
    expect(problems).toMatchObject([{ severity: 'error', kind: 'sum_differs', params: { n: 8, of: 8 } }]);
  });
});

describe('an import', () => {
  it('is a dry run first, then one release a year, then refused as the same file', async () => {
    const bytes = allScoresCsv();
    const input = asked(bytes, { fileName: 'tat-ca.csv', knownFrom: calendarDate('2024-05-01') });
    const trial = await importIt({ ...input, dryRun: true });
    expect(trial.applied).toBe(false);
    expect(trial.understood.problems).toEqual([]);
    expect(trial.understood.years.map(({ year }) => year)).toHaveLength(14);
    const done = await importIt(input);
    expect(done.applied).toBe(true);
    expect(done.releases.reduce((sum, one) => sum + one.values, 0)).toBe(
      trial.understood.years.reduce((sum, year) => sum + year.values.length, 0),
    );
    for (const { year } of done.releases)
      expectScores(done.understood.years.find((one) => one.year === year)?.values ?? [], year);
    const results = await resultsOf(tenant.db, { year: 2020, day: calendarDate('2024-06-24') });
    expect(results.places.get('33')?.values.get('TOTAL')?.value).toBeCloseTo(42.17, 2);
    expect((await refusal(input)).type.code).toBe('papi.import_same');
  });

  it('is the standing agency’s alone', async () => {
    const bytes = resultsWorkbook([{ year: 2017, tab: '2017', title: 'PAPI 2017' }]);
    const leader = actorWith('leader', ['district']);
    await expect(importIt(asked(bytes), leader)).rejects.toMatchObject({
      type: { code: 'papi.may_not_keep' },
    });
  });

  it('of a survey of districts takes its own codes and stays apart from the published index', async () => {
    const columns = ['Mã đơn vị', 'Tên đơn vị', '1.1', '2.1'].map((header) => ({
      header,
      kind: 'text' as const,
    }));
    const bytes = writeCsv(columns, [['329', 'Huyện Ân Thi', 1.2, 0.9]]);
    const kind = { level: 'district', isOfficial: false } as const;
    await importIt(asked(bytes, { fileName: 'khao-sat.csv', year: 2023, source: 'Phòng Nội vụ', ...kind }));
    const day = calendarDate('2024-06-24');
    const own = await resultsOf(tenant.db, { year: 2023, day, kind });
    expect([...own.places.values()]).toMatchObject([
      { code: '329', name: 'Huyện Ân Thi', isOfficial: false },
    ]);
    expect((await resultsOf(tenant.db, { year: 2023, day })).places.has('329')).toBe(false);
  });
});
