import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFigureOf } from '../../../../../test/support/arbitrary-figure.ts';
import { addressOf, readDocument, writeCsv, writeWorkbook } from '../../../../kernel/documents/index.ts';
import { translator } from '../../../../kernel/i18n.ts';
import { newId } from '../../../../kernel/ids.ts';
import { type Figure, type FigureDefinition, type FigureValue, NUMBER_KINDS } from '../figure.ts';
import { recordsOfGrids } from './grid.ts';
import { adxIdOf, recordsOfJson, toDataValue } from './json.ts';
import type { ExchangeRecord } from './record.ts';
import { type Known, periodCodeOf, resolveRecord, unitFinder } from './resolve.ts';
import { exchangeColumns, exchangeRow, type OutgoingValue } from './sheet.ts';

const PERIODS = ['2024', '2024-H1', '2024-Q2', '2024-M06', '2024-12-15..2025-03-14'];
const UNIT = { id: newId(), key: 'xa-bac-son', code: '12169', name: 'UBND xã Bắc Sơn' };

const definitionOf = (numberKind: FigureDefinition['numberKind']): FigureDefinition =>
  ({
    id: newId(),
    code: `DO.${NUMBER_KINDS.indexOf(numberKind)}`,
    name: 'Một chỉ tiêu, có “ngoặc” và; dấu',
    unitOfMeasure: 'hồ sơ',
    numberKind,
  }) as FigureDefinition;
const DEFINITIONS = NUMBER_KINDS.map(definitionOf);

const known: Known = {
  hasPeriod: (code) => PERIODS.includes(code),
  definition: (code) => DEFINITIONS.find((definition) => definition.code === code),
  unitId: unitFinder([UNIT]),
};

interface Said {
  readonly definition: FigureDefinition;
  readonly periodCode: string;
  readonly value: Figure;
}

/** Words as people of an office write them: what a spreadsheet cannot hold stays out. */
const officeWords = (value: Figure): boolean => {
  const text = value.kind === 'words' ? value.words : value.kind === 'no_data' ? value.reason : '';
  return (
    /^[\p{Script=Latin}\p{M}0-9 .,;:/()%“”=+@-]*$/u.test(text) && !text.includes('Ð') && !text.includes('ð')
  );
};

const said = (only: (value: Figure) => boolean): fc.Arbitrary<Said[]> =>
  fc.array(
    fc.constantFrom(...DEFINITIONS).chain((definition) =>
      fc.record({
        definition: fc.constant(definition),
        periodCode: fc.constantFrom(...PERIODS),
        value: arbitraryFigureOf(definition.numberKind).filter(only),
      }),
    ),
    { minLength: 1, maxLength: 12 },
  );

const storedOf = ({ definition, periodCode, value }: Said): FigureValue => ({
  id: newId(),
  figureId: definition.id,
  unitId: UNIT.id,
  periodCode,
  value,
  isLate: false,
  via: 'page',
  byPersonId: null,
  byName: 'Người nhập',
  byUnitId: UNIT.id,
  firstAt: new Date('2024-06-24T02:00:00Z'),
  revision: 3,
  changedAt: new Date('2024-06-24T02:00:00Z'),
});

const outgoing = (one: Said): OutgoingValue => ({
  value: storedOf(one),
  definition: one.definition,
  unitKey: UNIT.key,
  unitName: UNIT.name,
});

function expectSame(records: readonly ExchangeRecord[], all: readonly Said[]): void {
  expect(records.map((record) => resolveRecord(record, known))).toEqual(
    all.map(({ definition, periodCode, value }) => ({
      figureId: definition.id,
      unitId: UNIT.id,
      periodCode,
      value,
      revision: 3,
      unitOfMeasure: 'hồ sơ',
      place: expect.any(String),
    })),
  );
}

describe('figures that leave and come back are the same', () => {
  it('as JSON with ADX period ids, whatever the words', () => {
    fc.assert(
      fc.property(
        said(() => true),
        (all) => {
          const file = JSON.stringify({
            dataValues: all.map((one) => toDataValue(storedOf(one), one.definition, UNIT.key)),
          });
          const read = recordsOfJson(JSON.parse(file));
          expect(read?.problems).toEqual([]);
          expectSame(read?.records ?? [], all);
        },
      ),
    );
  });

  it.each(['vi', 'en'] as const)('as CSV and as a workbook, with headers in %s', async (lang) => {
    const t = translator(lang);
    await fc.assert(
      fc.asyncProperty(said(officeWords), async (all) => {
        const columns = exchangeColumns(t);
        const rows = all.map((one) => exchangeRow(outgoing(one), t));
        const sheets = [{ name: 'Số liệu', title: 'Số liệu', columns, rows, notes: ['Ghi chú'] }];
        const files = [
          ['so-lieu.csv', writeCsv(columns, rows), 'machine'],
          ['so-lieu.xlsx', writeWorkbook({ sheets }), 'people'],
        ] as const;
        for (const [name, bytes, hand] of files) {
          const { grids } = await readDocument(name, bytes);
          const read = recordsOfGrids(grids, hand, addressOf);
          expect(read?.problems).toEqual([]);
          expectSame(read?.records ?? [], all);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('period ids are those of ADX and DHIS2, and ours are read as well', () => {
    const ids = ['2024', '2024S1', '2024Q2', '202406', '2024-12-15/2025-03-14'];
    expect(PERIODS.map(adxIdOf)).toEqual(ids);
    expect(ids.map(periodCodeOf)).toEqual(PERIODS);
    expect(PERIODS.map(periodCodeOf)).toEqual(PERIODS);
  });
});

describe('units', () => {
  it('are found by key, id, code or name, and not by a name that two of them have', () => {
    const find = unitFinder([
      UNIT,
      { ...UNIT, id: newId(), key: 'khac', code: '1', name: 'UBND XÃ BẮC SƠN' },
    ]);
    expect([UNIT.key, UNIT.id, '12169'].map(find)).toEqual([UNIT.id, UNIT.id, UNIT.id]);
    expect(find('UBND xã Bắc Sơn')).toBeUndefined();
    expect(unitFinder([UNIT])('ubnd xa bac son')).toBe(UNIT.id);
  });
});

describe('what cannot be read says where it stands', () => {
  it('in JSON by the number of the value and its field', () => {
    const read = recordsOfJson([{ dataElement: 'DO.0', period: '2024' }, 'x']);
    expect(read?.problems.map(({ place }) => place)).toEqual(['dataValues[0].orgUnit', 'dataValues[1]']);
    expect(recordsOfJson({ figures: [] })).toBeUndefined();
  });

  it('in a sheet by its cell; lines without a value say nothing', async () => {
    const csv = [
      'Báo cáo số liệu',
      '',
      'Mã chỉ tiêu,Kỳ,Đơn vị,Số liệu,Lý do không có số liệu',
      'DO.0,2024S1,xa-bac-son,12,',
      'DO.0,2024S1,xa-bac-son,,',
      'DO.9,2024S1,xa-bac-son,12,',
      'DO.0,2024S1,xa-khong-co,12,',
      'DO.0,2031,xa-bac-son,12,',
      'DO.0,2024S1,xa-bac-son,mười hai,',
      'DO.0,2024S1,xa-bac-son,12,Chưa có',
      'DO.0,,xa-bac-son,12,',
    ].join('\n');
    const { grids } = await readDocument('so-lieu.csv', new TextEncoder().encode(csv));
    const read = recordsOfGrids(grids, 'machine', addressOf);
    const told = (read?.records ?? []).map((record) => {
      const row = resolveRecord(record, known);
      return row && 'error' in row ? [row.place, row.error.code] : 'row';
    });
    expect(told).toEqual([
      'row',
      ['A6', 'figures.unknown_figure'],
      ['C7', 'figures.unknown_unit'],
      ['B8', 'figures.unknown_period'],
      ['D9', 'figures.wrong_shape'],
      ['D10', 'figures.value_and_no_data'],
    ]);
    expect(read?.problems.map(({ place }) => place)).toEqual(['B11']);
  });

  it('a file without the columns is no file of figures', async () => {
    const { grids } = await readDocument('khac.csv', new TextEncoder().encode('A,B\n1,2\n'));
    expect(recordsOfGrids(grids, 'machine', addressOf)).toBeUndefined();
  });
});
