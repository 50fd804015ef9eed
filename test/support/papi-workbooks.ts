import { readShippedProvinces, readShippedScores } from '../../reference/papi/index.ts';
import { type ExportValue, writeCsv, writeWorkbook } from '../../src/kernel/documents/index.ts';

/** Published scores as the publisher's workbooks lay them out, made from what ships. */
export const provinces = readShippedProvinces();

export function scoresOf(year: number): Map<string, ReadonlyMap<string, number>> {
  return new Map(
    readShippedScores()
      .filter(({ keys }) => keys[0] === String(year))
      .map(({ keys, values }) => [keys[1] ?? '', values]),
  );
}

const codesOf = (year: number): string[] => [
  ...new Set([...scoresOf(year).values()].flatMap((values) => [...values.keys()])),
];

export interface LayOut {
  readonly year: number;
  readonly tab: string;
  readonly title: string;
  /** The heading of a part's column or row. */
  heading?(code: string): string;
  readonly english?: boolean;
  /** Stands in place of a value. */
  value?(place: string, code: string, value: number | undefined): ExportValue;
  /** Columns of standard errors beside each part. */
  standardError?(place: string, code: string): number;
}

function sheetOf(across: boolean, lay: LayOut): { columns: string[]; rows: ExportValue[][] } {
  const scores = scoresOf(lay.year);
  const { heading = (code) => `${code}: Nội dung thành phần`, value = (_place, _code, own) => own ?? null } =
    lay;
  const places = provinces.map((one) => ({ ...one, name: lay.english ? one.en : one.vi }));
  const codes = codesOf(lay.year);
  const cell = (place: string, code: string): ExportValue => value(place, code, scores.get(place)?.get(code));
  if (across)
    return {
      columns: ['', ...places.map((place) => place.name)],
      rows: codes.map((code) => [heading(code), ...places.map((place) => cell(place.code, code))]),
    };
  const own = lay.standardError;
  return {
    columns: [
      'TT',
      'Tỉnh/Thành phố',
      ...codes.flatMap((code) => (own ? [heading(code), 'SE'] : [heading(code)])),
    ],
    rows: places.map((place, index) => [
      index + 1,
      place.name,
      ...codes.flatMap((code) =>
        own ? [cell(place.code, code), own(place.code, code)] : [cell(place.code, code)],
      ),
    ]),
  };
}

/** A workbook with places down the rows or across the columns. */
export function resultsWorkbook(sheets: readonly (LayOut & { across?: boolean })[]): Uint8Array {
  return writeWorkbook({
    sheets: sheets.map((lay) => {
      const { columns, rows } = sheetOf(lay.across ?? false, lay);
      return {
        name: lay.tab,
        title: lay.title,
        columns: columns.map((header) => ({ header, width: 12, kind: 'text' as const })),
        rows,
      };
    }),
  });
}

/** Every published part of all years as one list, a value a row: 63 provinces in 14 years. */
export function allScoresCsv(): Uint8Array {
  const rows = readShippedScores().flatMap(({ keys: [year = '', place = ''], values }) =>
    [...values].map(([code, value]) => [year, place, code, value]),
  );
  const columns = ['year', 'province_code', 'part', 'value'].map((header) => ({
    header,
    width: 12,
    kind: 'text' as const,
  }));
  return writeCsv(columns, rows);
}
