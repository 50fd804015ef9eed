import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/ids.ts';
import { createUnit, createUnitInput, defineTiers } from '../../units/index.ts';
import { TOTAL } from '../domain/editions.ts';
import { insertRelease, type Kind, type StoredValue } from '../store.ts';
import { homeProvince } from './home-province.ts';
import { allResults, knownFrom, latestYear, resultsOf, seriesOf, yearsOn } from './results.ts';

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(() => tenant.close());

const before = calendarDate('2024-04-01');
const after = calendarDate('2024-04-02');
const far = calendarDate('2025-12-31');

async function published(
  year: number,
  from: string,
  values: readonly (Pick<StoredValue, 'place' | 'code' | 'value'> & Partial<StoredValue>)[],
  kind: Kind = { level: 'province', isOfficial: true },
): Promise<void> {
  await tenant.db.transaction((tx) =>
    insertRelease(
      tx,
      {
        id: newId(),
        year,
        ...kind,
        title: `Kết quả ${year}`,
        source: 'CECODES',
        fileName: 'ket-qua.xlsx',
        fileHash: 'a'.repeat(64),
        knownFrom: calendarDate(from),
        importedAt: tenant.clock.now(),
        personId: null,
        personName: 'Người vận hành',
      },
      values.map((one) => ({ name: one.place, standardError: null, low: null, high: null, ...one })),
    ),
  );
}

describe('results that ship', () => {
  it('are known from the day they were published on, and not a day earlier', async () => {
    expect(await latestYear(tenant.db, before)).toBe(2022);
    expect(await latestYear(tenant.db, after)).toBe(2023);
    expect((await resultsOf(tenant.db, { year: 2023, day: before })).places.size).toBe(0);
    expect((await yearsOn(tenant.db, after)).at(0)).toBe(2011);
    expect(await knownFrom(tenant.db, { year: 2023, day: after })).toEqual({
      on: '2024-04-02',
      isSourced: true,
    });
    expect((await knownFrom(tenant.db, { year: 2022, day: after }))?.isSourced).toBe(false);
  });

  it('hold Hưng Yên’s totals of 2018 to 2024 as the sums of its published parts', async () => {
    const series = await seriesOf(tenant.db, { place: '33', day: far });
    expect(series.map(({ year }) => year)).toEqual(Array.from({ length: 14 }, (_, index) => 2011 + index));
    const totals = series.slice(7).map(({ values }) => values.get(TOTAL)?.value ?? 0);
    for (const [index, total] of [43.581, 41.248, 42.17, 45.366, 44.183, 44.228, 44.404].entries())
      expect(totals[index]).toBeCloseTo(total, 2);
    expect(series.at(-1)?.values.get('D1')?.standardError).toBeNull();
  });

  it('leave withheld provinces without a value instead of a 0', async () => {
    const { places, edition } = await resultsOf(tenant.db, { year: 2021, day: far });
    const withTotal = [...places.values()].filter((place) => place.values.has(TOTAL));
    expect(withTotal).toHaveLength(60);
    expect(edition.label).toBe('2021-2024');
    for (const place of places.values())
      for (const { value } of place.values.values()) expect(value).toBeGreaterThan(0);
    expect((await allResults(tenant.db, far)).map(({ year }) => year)).toHaveLength(14);
  });

  it('hold the indicators of 2018', async () => {
    const { places } = await resultsOf(tenant.db, { year: 2018, day: far });
    expect(places.get('33')?.values.get('1.1.2')?.value).toBeGreaterThan(0);
  });
});

describe('imported results', () => {
  it('count over what ships, the later over the earlier, with sums made anew from parts', async () => {
    const shipped = await resultsOf(tenant.db, { year: 2022, day: far });
    const own = shipped.places.get('33')?.values;
    const part = own?.get('1.1')?.value ?? 0;
    await published(2022, '2024-05-01', [{ place: '33', name: 'Hưng Yên', code: '1.1', value: part + 0.1 }]);
    await published(2022, '2024-05-02', [
      { place: '33', name: 'Hưng Yên', code: '1.1', value: part + 0.2, standardError: 0.05 },
    ]);
    const now = await resultsOf(tenant.db, { year: 2022, day: calendarDate('2024-06-24') });
    const values = now.places.get('33')?.values;
    expect(values?.get('1.1')).toMatchObject({ value: part + 0.2, standardError: 0.05 });
    expect(values?.get('D1')?.value).toBeCloseTo((own?.get('D1')?.value ?? 0) + 0.2, 9);
    expect(values?.get(TOTAL)?.value).toBeCloseTo((own?.get(TOTAL)?.value ?? 0) + 0.2, 9);
    const earlier = await resultsOf(tenant.db, { year: 2022, day: calendarDate('2024-05-01') });
    expect(earlier.places.get('33')?.values.get('1.1')?.value).toBeCloseTo(part + 0.1, 9);
    expect(shipped.places.get('33')?.values.get('1.1')?.value).toBe(part);
    expect(now.places.get('01')).toEqual(shipped.places.get('01'));
  });

  it('of a survey of one’s own or of another level never stand among the published provinces', async () => {
    await published(2024, '2024-06-01', [{ place: '33', code: '1.1', value: 2.4 }], {
      level: 'province',
      isOfficial: false,
    });
    await published(2023, '2024-06-01', [{ place: '329', code: '1.1', value: 2.4 }], {
      level: 'district',
      isOfficial: true,
    });
    expect(await latestYear(tenant.db, calendarDate('2024-06-24'))).toBe(2023);
    const year = await resultsOf(tenant.db, { year: 2023, day: calendarDate('2024-06-24') });
    expect(year.places.has('329')).toBe(false);
    expect([...year.places.values()].every((place) => place.isOfficial && place.level === 'province')).toBe(
      true,
    );
    const own = await resultsOf(tenant.db, {
      year: 2024,
      day: calendarDate('2024-06-24'),
      kind: { level: 'province', isOfficial: false },
    });
    expect([...own.places.keys()]).toEqual(['33']);
  });
});

describe('the home province', () => {
  it('is the root that carries a province’s code, and nothing when no root does', async () => {
    const day = calendarDate('2024-06-24');
    expect(await homeProvince(tenant.db, day)).toBeNull();
    await tenant.db.transaction(async (tx) => {
      const context = tenant.context();
      await defineTiers(context, tx, { names: ['tỉnh', 'huyện'] });
      for (const [name, code, tier] of [
        ['UBND tỉnh Hưng Yên', '33', 'tỉnh'],
        ['UBND huyện Ân Thi', '329', 'huyện'],
      ])
        await createUnit(
          context,
          tx,
          createUnitInput.parse({ name, code, kind: 'ubnd', tier, parentId: null, from: '2021-01-01' }),
        );
    });
    expect((await homeProvince(tenant.db, day))?.vi).toBe('Hưng Yên');
  });
});
