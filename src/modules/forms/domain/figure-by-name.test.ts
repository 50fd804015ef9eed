import { describe, expect, it } from 'vitest';
import { figureMeant } from './figure-by-name.ts';

const FIGURES = [
  { code: 'CT5.01', name: 'Số hồ sơ trực tuyến' },
  { code: 'CT5.01a', name: 'Số hồ sơ trực tiếp' },
  { code: 'CT5.02', name: 'Số hồ sơ đã giải quyết' },
  { code: 'CT5.03', name: 'Số hồ sơ đã giải quyết đúng hạn' },
];
const codes = (typed: string) => {
  const meant = figureMeant(typed, FIGURES);
  return 'near' in meant ? meant.near.map(({ code }) => code) : meant.code;
};

describe('the figure that a person means', () => {
  it.each([
    ['', null],
    ['CT5.01a', 'CT5.01a'],
    ['ct5.01A', 'CT5.01a'],
    ['CT7.99', 'CT7.99'],
    ['Số hồ sơ trực tuyến', 'CT5.01'],
    ['  so ho so TRUC TUYEN ', 'CT5.01'],
    ['đúng hạn', 'CT5.03'],
    ['Số hồ sơ đã giải quyết', 'CT5.02'],
  ])('“%s” is %s', (typed, code) => {
    expect(codes(typed)).toBe(code);
  });

  it('is asked for again when several have the words, naming three, and when none has', () => {
    expect(codes('hồ sơ')).toEqual(['CT5.01', 'CT5.01a', 'CT5.02']);
    expect(codes('tiếp công dân')).toEqual([]);
    expect(codes('???')).toEqual([]);
  });

  it('is asked for again when two figures have one name', () => {
    const twice = [...FIGURES, { code: 'CT6.01', name: 'Số hồ sơ trực tiếp' }];
    expect(figureMeant('Số hồ sơ trực tiếp', twice)).toEqual({ near: [twice[1], twice[4]] });
  });
});
