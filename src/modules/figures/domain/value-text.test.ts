import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFigureOf } from '../../../../test/support/arbitrary-figure.ts';
import { NUMBER_KINDS } from './figure.ts';
import { machineValue, readNumber, readValue, showValue, typedValue } from './value-text.ts';

describe('numbers as people and machines write them', () => {
  it.each([
    ['1.234,5', 1234.5, 1234.5],
    ['12.345.678', 12345678, undefined],
    ['1.234', 1234, 1.234],
    ['1234,5', 1234.5, 1234.5],
    ['12.5', 12.5, 12.5],
    ['0', 0, 0],
    ['1 234', 1234, 1234],
    ['-3', -3, -3],
    ['1,234.5', undefined, undefined],
    ['12a', undefined, undefined],
    ['1e3', undefined, undefined],
    ['', undefined, undefined],
    ['--', undefined, undefined],
  ])('%s', (text, people, machine) => {
    expect(readNumber(text, 'people')).toBe(people);
    expect(readNumber(text, 'machine')).toBe(machine);
  });
});

describe('values', () => {
  const kind = fc.constantFrom(...NUMBER_KINDS);

  it('what is shown in a form is read back as the same, in Vietnamese', () => {
    fc.assert(
      fc.property(
        kind.chain((numberKind) => fc.tuple(fc.constant(numberKind), arbitraryFigureOf(numberKind))),
        ([numberKind, value]) => {
          expect(readValue({ numberKind }, typedValue('vi', value), 'people')).toEqual({ value });
        },
      ),
    );
  });

  it('what a machine is given is read back as the same', () => {
    fc.assert(
      fc.property(
        kind.chain((numberKind) => fc.tuple(fc.constant(numberKind), arbitraryFigureOf(numberKind))),
        ([numberKind, value]) => {
          const text = machineValue(value);
          if (value.kind === 'no_data') expect(text).toBeNull();
          else expect(readValue({ numberKind }, text ?? '', 'machine')).toEqual({ value });
        },
      ),
    );
  });

  it('nothing written says nothing; “no data” keeps its reason, with or without diacritics', () => {
    expect(readValue({ numberKind: 'count' }, '  ', 'people')).toEqual({ value: null });
    for (const text of [
      'Không có số liệu: chưa rà soát',
      'khong co so lieu - chưa rà soát',
      'no data: chưa rà soát',
    ])
      expect(readValue({ numberKind: 'count' }, text, 'people')).toEqual({
        value: { kind: 'no_data', reason: 'chưa rà soát' },
      });
  });

  it.each([
    ['count', 'mười hai'],
    ['rate', '79,6%'],
    ['rate', '1/2/3'],
    ['date', '31/02/2024'],
    ['amount', '-'],
  ] as const)('a %s is not read from “%s”', (numberKind, text) => {
    expect(readValue({ numberKind }, text, 'people')).toHaveProperty('problem');
  });

  it('a rate is shown with its share, and 0/0 with none', () => {
    expect(showValue('vi', { kind: 'rate', numerator: 176, denominator: 221 })).toBe('176/221 (79,64%)');
    expect(showValue('vi', { kind: 'rate', numerator: 0, denominator: 0 })).toBe('0/0');
    expect(showValue('vi', { kind: 'number', number: 1234.5 })).toBe('1.234,5');
  });
});
