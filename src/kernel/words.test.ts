import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError, declaredErrors, ensure, errors } from './errors.ts';
import { compareVietnamese, formatNumber, say, withoutDiacritics } from './i18n.ts';
import { declaredLimits, limits } from './limits.ts';

describe('messages', () => {
  const late = { vi: 'quá {n} ngày, {who}', en: '{n} days late, {who}' };

  it('fill placeholders in the reader’s language, with its way of writing numbers', () => {
    expect(say('vi', late, { n: 1234.5, who: { vi: 'xã', en: 'commune' } })).toBe('quá 1.234,5 ngày, xã');
    expect(say('en', late, { n: 1234.5, who: { vi: 'xã', en: 'commune' } })).toBe(
      '1,234.5 days late, commune',
    );
    expect(formatNumber('vi', 1000)).toBe('1.000');
  });

  it('numbers are written as the languages’ own formats write them, whatever the number', () => {
    const formats = {
      vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 }),
      en: new Intl.NumberFormat('en-GB'),
    };
    const cents = fc
      .tuple(fc.integer(), fc.constantFrom(1, 10, 100, 1000, 10_000))
      .map(([whole, by]) => whole / by);
    fc.assert(
      fc.property(
        fc.oneof(fc.maxSafeInteger(), cents, fc.double(), fc.constantFrom(-0, 1e21, 1e-7)),
        (value) => {
          expect(formatNumber('vi', value)).toBe(formats.vi.format(value));
          expect(formatNumber('en', value)).toBe(formats.en.format(value));
        },
      ),
    );
  });

  it('a missing value stays visible, and a value is never read as a placeholder', () => {
    expect(say('en', late, { n: 1 })).toBe('1 days late, {who}');
    expect(say('en', late, { n: 1, who: '{n} $& $1' })).toBe('1 days late, {n} $& $1');
  });

  it('names sort the Vietnamese way and match without diacritics in either form of Unicode', () => {
    expect(['Đặng', 'Dũng', 'Ân', 'An', 'Thôn 10', 'Thôn 9'].sort(compareVietnamese)).toEqual([
      'An',
      'Ân',
      'Dũng',
      'Đặng',
      'Thôn 9',
      'Thôn 10',
    ]);
    fc.assert(
      fc.property(fc.constantFrom('Đường Ỡ Ẩn', 'Xã Đặng Lễ', 'HỒNG VÂN', 'quý'), (name) => {
        expect(withoutDiacritics(name.normalize('NFD'))).toBe(withoutDiacritics(name.normalize('NFC')));
        expect(withoutDiacritics(name)).toMatch(/^[a-z ]+$/);
      }),
    );
  });
});

describe('errors', () => {
  const declared = errors('words_test', {
    late: {
      status: 409,
      vi: 'Quá {n} ngày',
      en: '{n} days late',
      remedy: { vi: 'Chờ {n}', en: 'Wait {n}' },
    },
  });

  it('carry a stable code, words in both languages and what to do', () => {
    const error = new AppError(declared.late, { n: 3 }, [{ field: 'a', message: { vi: 'x', en: 'y' } }]);
    expect(error.type.code).toBe('words_test.late');
    expect(declaredErrors.get('words_test.late')).toBe(declared.late);
    expect(error.describe('vi')).toEqual({ message: 'Quá 3 ngày', remedy: 'Chờ 3' });
    expect(error.message).toBe('3 days late');
    expect(error.fields).toHaveLength(1);
  });

  it('ensure throws the declared error exactly when the condition fails', () => {
    expect(() => ensure(0, declared.late, { n: 1 })).toThrow(AppError);
    expect(() => ensure('x', declared.late)).not.toThrow();
  });
});

describe('limits', () => {
  it('are read as numbers and listed with unit and reason', () => {
    const own = limits('words_test', { rows: { value: 5, unit: 'rows', reason: 'a test' } });
    expect(own.rows).toBe(5);
    expect(declaredLimits.get('words_test.rows')).toEqual({ value: 5, unit: 'rows', reason: 'a test' });
  });
});
