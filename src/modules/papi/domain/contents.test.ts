import { describe, expect, it } from 'vitest';
import { CONTENTS, content, dimensionFromName, partFromName } from './contents.ts';
import { SUB_DIMENSIONS, subDimension } from './edition.ts';

describe('the eight contents', () => {
  it('are numbered 0 to 8 in order, each with a name and a short name in two languages', () => {
    expect(CONTENTS.map((c) => c.number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    for (const c of CONTENTS) expect(c.vi && c.en && c.short.vi && c.short.en).toBeTruthy();
    expect(content(7).vi).toBe('Quản trị môi trường');
  });

  it('hold 28 parts in the edition 2021–2024, whose scales add up to each content (1 to 10)', () => {
    expect(SUB_DIMENSIONS).toHaveLength(28);
    expect(new Set(SUB_DIMENSIONS.map((s) => s.code)).size).toBe(28);
    for (const c of CONTENTS.slice(1)) {
      const parts = SUB_DIMENSIONS.filter((s) => s.dimension === c.number);
      expect(parts.every((s) => s.code.startsWith(`${c.number}.`))).toBe(true);
      expect(parts.reduce((sum, s) => sum + s.max, 0)).toBeCloseTo(10, 0);
    }
    expect(subDimension('5.2')).toBeUndefined();
    expect(subDimension('2.3')?.dimension).toBe(2);
  });
});

describe('dimensionFromName', () => {
  it('knows every content by its own name, with and without diacritics and in English', () => {
    for (const c of CONTENTS) {
      expect(dimensionFromName(c.vi)).toBe(c.number);
      expect(dimensionFromName(c.vi.normalize('NFD').toUpperCase())).toBe(c.number);
    }
    for (const c of CONTENTS.slice(1)) expect(dimensionFromName(c.en)).toBe(c.number);
    expect(dimensionFromName('cung ung dich vu cong')).toBe(6);
  });

  it('knows the names offices use instead', () => {
    expect(dimensionFromName('1.2. Nội dung “Công khai, minh bạch trong hoạch định chính sách”')).toBe(2);
    expect(dimensionFromName('I. NỘI DUNG 1: THAM GIA CỦA NGƯỜI DÂN Ở CẤP CƠ SỞ')).toBe(1);
    expect(dimensionFromName('Trách nhiệm giải trình với nguời dân')).toBe(3);
    expect(dimensionFromName('Chỉ số nội dung 4')).toBe(4);
  });

  it('believes the name and not the number before it', () => {
    expect(dimensionFromName('1.3. Nội dung “Quản trị điện tử”')).toBe(8);
    expect(dimensionFromName('1.3. Hoạt động khác')).toBeNull();
    expect(dimensionFromName('')).toBeNull();
  });
});

describe('partFromName', () => {
  it('finds a part by its name', () => {
    expect(partFromName('Công khai danh sách hộ nghèo')?.part?.code).toBe('2.2');
    expect(partFromName('1.1 Tri thuc cong dan')?.part?.code).toBe('1.1');
    expect(partFromName('Chung')).toBeNull();
  });

  it('gives the content alone when a shortened name fits several of its parts', () => {
    expect(partFromName('Cổng thông tin điện tử')).toEqual({ dimension: 8, part: null });
  });
});
