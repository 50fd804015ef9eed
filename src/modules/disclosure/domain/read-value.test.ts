import { describe, expect, it } from 'vitest';
import { readValue, type ValueKind, villageNamed } from './read-value.ts';

const VILLAGES = [
  { name: 'Thôn Đan Tràng', shortNames: ['Đan Tràng'] },
  { name: 'Thôn Đàn Trang' },
  { name: 'Thôn Hoàng Cả' },
];

describe('a value reads as people type it in Vietnamese', () => {
  it.each<[ValueKind, string | number, unknown]>([
    ['number', '1.234,5', 1234.5],
    ['number', '1234,5', 1234.5],
    ['number', '1.5', 1.5],
    ['number', '1.234', 1234],
    ['number', 12, 12],
    ['percent', '95,2 %', 95.2],
    ['amount', '1.250.000', 1_250_000],
    ['amount', '1.250.000 đồng', 1_250_000],
    ['amount', '1.250.000đ', 1_250_000],
    ['amount', '1,25 triệu đồng', 1_250_000],
    ['amount', '350 triệu', 350_000_000],
    ['amount', '1,1 tỷ đồng', 1_100_000_000],
    ['amount', '500 nghìn', 500_000],
    ['amount', 0, 0],
    ['amount', '-', null],
    ['number', '–', null],
    ['date', '24/6/2024', '2024-06-24'],
    ['date', '24.06.2024', '2024-06-24'],
    ['date', '2024-06-24', '2024-06-24'],
    ['time', '8h', '08:00'],
    ['time', '8 giờ 30', '08:30'],
    ['time', '13:45', '13:45'],
    ['phone', '0221 3830 101', '0221 3830 101'],
    ['text', '  hai   khoảng\u00a0trắng ', 'hai khoảng trắng'],
    ['long_text', ' một\r\nhai ', 'một\nhai'],
    ['village', 'thôn hoàng cả', 'Thôn Hoàng Cả'],
    ['village', 'hoang ca', 'Thôn Hoàng Cả'],
    ['village', 'Thôn Hoàng Cả'.normalize('NFD'), 'Thôn Hoàng Cả'],
  ])('%s “%s” is %s', (kind, typed, value) => {
    expect(readValue(kind, typed, VILLAGES)).toEqual({ value });
  });

  it.each<[ValueKind, string, string]>([
    ['number', '12a', 'not_a_number'],
    ['number', '1.23.4', 'not_a_number'],
    ['number', '-3', 'negative'],
    ['amount', '1,5', 'not_whole'],
    ['amount', '10.000.000.000.000.000', 'too_large'],
    ['amount', 'NaN', 'not_a_number'],
    ['date', '30/02/2024', 'not_a_day'],
    ['date', '24/06/24', 'not_a_day'],
    ['time', '25h', 'not_a_time'],
    ['time', '8h75', 'not_a_time'],
    ['link', 'javascript:alert(1)', 'not_a_link'],
    ['link', 'www.xa.vn', 'not_a_link'],
    ['email', 'a@b', 'not_an_email'],
    ['phone', '12', 'not_a_phone'],
    ['village', 'Hà Nội', 'unknown_village'],
  ])('%s “%s” is refused: %s', (kind, typed, wrong) => {
    expect(readValue(kind, typed, VILLAGES)).toEqual({ wrong });
  });

  it('words longer than their place are refused', () => {
    expect(readValue('text', 'a'.repeat(501), [])).toEqual({ wrong: 'too_long' });
    expect(readValue('long_text', 'a'.repeat(2000), [])).toEqual({ value: 'a'.repeat(2000) });
  });
});

describe('a village', () => {
  it('is found by its own name although another sounds the same without diacritics', () => {
    expect(villageNamed('Thôn Đan Tràng', VILLAGES)).toBe('Thôn Đan Tràng');
    expect(villageNamed('Thôn Đàn Trang', VILLAGES)).toBe('Thôn Đàn Trang');
  });

  it('is not guessed where two could be meant', () => {
    expect(villageNamed('thon dan trang', VILLAGES)).toBeUndefined();
  });
});
