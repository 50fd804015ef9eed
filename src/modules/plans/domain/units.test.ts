import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRECTORY } from '../../../../test/support/annex-samples.ts';
import { isMatch, matchUnits } from './units.ts';

/** Ids and group codes in the order of the cell; an unknown name with a question mark before it. */
function read(cell: string): string[] {
  return matchUnits(cell, DIRECTORY).mentions.map((mention) =>
    isMatch(mention) ? (mention.unitId ?? `*${mention.groupCode}`) : `?${mention.text}`,
  );
}

describe('matchUnits', () => {
  it.each<[string, string[]]>([
    [
      'Phòng Nội vụ; UB MTTQ huyện; TT Văn hóa - Truyền thanh; UBND xã, thị trấn',
      ['nv', 'mttq', 'ttvhtt', '*communes'],
    ],
    ['Các phòng, ngành; UBND các xã, thị trấn', ['*departments', '*communes']],
    ['UB MTTQ huyện, trưởng thôn, tổ trưởng TDP, phòng Nội vụ', ['mttq', '*villages', 'nv']],
    ['Phòng Nội vụ, Phòng Tư pháp, Thanh tra', ['nv', 'tp', 'ttr']],
    ['Phòng Văn hoá và Thông tin, Trung tâm Văn hoá và Truyền thanh huyện', ['vhtt', 'ttvhtt']],
    ['Phòng Nội vụ và UBND các xã', ['nv', '*communes']],
    ['- Phòng Nội vụ\n- Phòng Tư pháp', ['nv', 'tp']],
    ['Phòng Nội vụ/ Thanh tra huyện', ['nv', 'ttr']],
    ['Thủ trưởng cơ quan, Chủ tịch UBND xã', ['*departments', '*communes']],
    ['Văn phòng HĐND-UBND huyện (Ban Tiếp công dân)', ['vp']],
  ])('parts “%s” where one name ends', (cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });

  it.each([
    ['Phòng LĐTB&XH', 'ldtbxh'],
    ['P. LĐ-TB&XH', 'ldtbxh'],
    ['Phòng TN&MT', 'tnmt'],
    ['phòng GD&ĐT huyện', 'gddt'],
    ['Phòng NN&PTNT', 'nnptnt'],
    ['Phòng Nông nghiệp và PTNT', 'nnptnt'],
    ['phòng TC-KH', 'tckh'],
    ['Phòng VH&TT', 'vhtt'],
    ['Phòng KT&HT', 'ktht'],
    ['VP HĐND-UBND', 'vp'],
    ['TT VH-TT', 'ttvhtt'],
    ['Ban CHQS huyện', 'bchqs'],
    ['BHXH huyện', 'bhxh'],
    ['Uỷ ban MTTQ Việt Nam huyện', 'mttq'],
    ['phong tai nguyen va moi truong', 'tnmt'],
    ['UBND huyện', 'district'],
    ['UBND thị trấn', 'mau'],
    ['xã An Hoà', 'an'],
    ['Chủ tịch UBND huyện', 'district'],
    ['Trưởng phòng Nội vụ', 'nv'],
  ])('knows “%s” in its short or other form', (cell, id) => {
    expect(read(cell)).toEqual([id]);
  });

  it.each([
    ['UBND các xã, thị trấn', 'communes'],
    ['UBND xã, thị trấn', 'communes'],
    ['UBND cấp xã', 'communes'],
    ['các xã, thị trấn', 'communes'],
    ['UBND xã', 'communes'],
    ['các phòng', 'departments'],
    ['Các phòng chủ trì', 'departments'],
    ['Thủ trưởng các cơ quan, đơn vị', 'departments'],
    ['Trưởng thôn, tổ trưởng TDP', 'villages'],
  ])('knows “%s” as a group', (cell, code) => {
    expect(read(cell)).toEqual([`*${code}`]);
  });

  it('never takes a unit of another level for one it knows, and never guesses', () => {
    expect(read('Công an xã')).toEqual(['?Công an xã']);
    expect(read('UB MTTQ xã')).toEqual(['?UB MTTQ xã']);
    expect(read('Thường trực HĐND huyện, xã')).toEqual(['?Thường trực HĐND huyện, xã']);
    expect(read('Phòng, đơn vị giải quyết hồ sơ')).toEqual(['?Phòng, đơn vị giải quyết hồ sơ']);
  });

  it('suggests the nearest names for a slip, nearest first', () => {
    const [unknown] = matchUnits('Phòng Nội vu hyện; Phòng Tư phấp x', DIRECTORY).unknown;
    expect(unknown?.suggestions[0]?.name).toBe('Phòng Nội vụ');
    const distances = unknown?.suggestions.map((suggestion) => suggestion.distance) ?? [];
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  it('prefers the directory’s own groups and names', () => {
    const own = {
      ...DIRECTORY,
      groups: [{ code: 'communes', name: 'UBND các phường', aliases: ['khối phường'] }],
    };
    expect(matchUnits('Khối phường', own).matches[0]).toMatchObject({
      groupCode: 'communes',
      name: 'UBND các phường',
    });
    expect(matchUnits('UBND xã', own).matches[0]?.name).toBe('UBND các phường');
  });

  it('finds every unit by its own name in any case, NFD and without diacritics', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DIRECTORY.units), fc.integer({ min: 0, max: 3 }), (unit, form) => {
        const forms = [
          unit.name.toUpperCase(),
          unit.name.toLowerCase(),
          unit.name.normalize('NFD'),
          unit.name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'),
        ];
        expect(read(forms[form] ?? '')).toEqual([unit.id]);
      }),
    );
  });
});
