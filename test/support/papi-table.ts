import { readTable2018 } from '../../reference/papi/index.ts';

/** The published table of 2018: indicators, parts, contents and the total of 63 provinces; stored as 32-bit numbers. */
export function publishedTable2018(): { code: string; values: Map<string, number> }[] {
  return readTable2018().map(({ keys: [code = ''], values }) => ({
    code,
    values: new Map([...values].map(([column, value]) => [column, Math.fround(value)])),
  }));
}

/** Only the indicators ("1.1.1") of a place. */
export function indicatorsOf(values: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...values].filter(([code]) => code.split('.').length === 3));
}
