import { describe, expect, it } from 'vitest';
import { SUB_DIMENSIONS } from '../../src/modules/papi/index.ts';
import { readExampleGroups, readExampleUnits } from '../example/index.ts';
import { readFigureCatalog } from './index.ts';

const catalog = readFigureCatalog();

describe('the catalogue of the plan of 2024', () => {
  it('has every one of the 96 lines, and each code once', () => {
    const rows = new Set(catalog.map(({ row }) => row));
    expect([...rows].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      Array.from({ length: 96 }, (_, n) => n + 1),
    );
    expect(new Set(catalog.map(({ code }) => code)).size).toBe(catalog.length);
  });

  it('numbers the parts of a divided line a, b, c …, without gaps, and leaves a whole one its code', () => {
    for (const [stem, parts] of Map.groupBy(catalog, ({ code }) => code.replace(/[a-z]$/, ''))) {
      const letters = parts.map(({ code }) => code.slice(stem.length));
      const expected = parts.length === 1 ? [''] : [...'abcdefghi'].slice(0, parts.length);
      expect(letters, stem).toEqual(expected);
    }
  });

  it('names units and groups that the example has, and parts that PAPI has', () => {
    const units = new Set(readExampleUnits().map(({ key }) => key));
    const groups = new Set(readExampleGroups().map(({ key }) => key));
    const parts = new Set<string>(SUB_DIMENSIONS.map(({ code }) => code));
    for (const { code, owner, enteredBy, dimension, subDimension } of catalog) {
      expect(units.has(owner), `${code} ${owner}`).toBe(true);
      for (const one of enteredBy) {
        const [type, key = ''] = one.split(':');
        expect((type === 'group' ? groups : units).has(key), `${code} ${one}`).toBe(true);
      }
      if (subDimension !== null)
        expect([parts.has(subDimension), subDimension[0]], code).toEqual([true, String(dimension)]);
    }
  });

  it('is owned by no body outside the executive: those are asked, never assigned', () => {
    expect(catalog.filter(({ owner }) => ['mttq-huyen', 'hdnd-huyen'].includes(owner))).toEqual([]);
  });

  it('says of every rate what its two parts are, and that a part is never larger unless it is a target', () => {
    for (const { code, numberKind, numeratorLabel, denominatorLabel, isPart } of catalog) {
      expect((numeratorLabel !== null) === (numberKind === 'rate'), code).toBe(true);
      expect((denominatorLabel !== null) === (numberKind === 'rate'), code).toBe(true);
      expect(numberKind === 'rate' && !isPart, code).toBe(code === 'CT6.01');
    }
  });
});
