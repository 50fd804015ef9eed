import { describe, expect, it } from 'vitest';
import { matchUnits, type UnitDirectory } from './units.ts';

const unit = (name: string, kind = 'phong') => ({ id: name, name, shortNames: [], kind });

const directory: UnitDirectory = {
  units: [
    unit('Phòng Nội vụ'),
    unit('Phòng Tư pháp'),
    unit('Phòng Tài nguyên và Môi trường'),
    unit('Phòng Giáo dục và Đào tạo'),
    unit('Phòng Văn hóa và Thông tin'),
    unit('Trung tâm Văn hóa và Truyền thanh huyện', 'su_nghiep'),
    unit('Văn phòng HĐND và UBND huyện'),
    unit('Ban Chỉ huy Quân sự huyện', 'nganh_doc'),
    unit('Tòa án nhân dân huyện', 'nganh_doc'),
    unit('Ủy ban Mặt trận Tổ quốc Việt Nam huyện', 'mttq'),
    unit('UBND xã Bắc Sơn', 'ubnd'),
    unit('UBND xã Tân Phúc', 'ubnd'),
  ],
  groups: [],
};

const names = (text: string) =>
  matchUnits(text, directory).mentions.map((mention) =>
    'name' in mention ? mention.name : `? ${mention.text}`,
  );

describe('matchUnits over lists', () => {
  it.each([
    '1. Phòng Nội vụ 2. Phòng Tư pháp',
    '1) Phòng Nội vụ; 2) Phòng Tư pháp',
    '1. Phòng Nội vụ\n2. Phòng Tư pháp',
    '- Phòng Nội vụ\n- Phòng Tư pháp',
    '- Phòng Nội vụ - Phòng Tư pháp',
    'Phòng Nội vụ - Phòng Tư pháp',
    'Phòng Nội vụ + Phòng Tư pháp',
    'Phòng Nội vụ/Phòng Tư pháp',
    'Phòng Nội vụ cùng Phòng Tư pháp',
    'Các phòng: Nội vụ, Tư pháp',
    'Phòng Nội vụ, Tư pháp',
  ])('parts “%s”', (text) => expect(names(text)).toEqual(['Phòng Nội vụ', 'Phòng Tư pháp']));

  it('keeps a dash within a name, also below a dash of a list', () => {
    expect(names('- TT Văn hóa - Truyền thanh\n- Phòng Nội vụ')).toEqual([
      'Trung tâm Văn hóa và Truyền thanh huyện',
      'Phòng Nội vụ',
    ]);
  });

  it('reads communes after their kind', () => {
    expect(names('UBND các xã: Bắc Sơn, Tân Phúc')).toEqual(['UBND xã Bắc Sơn', 'UBND xã Tân Phúc']);
  });

  it('leaves a name that no department has unknown, whatever stands before it', () => {
    expect(names('Phòng Nội vụ, Cấp nước')).toEqual(['Phòng Nội vụ', '? Cấp nước']);
  });
});

describe('matchUnits over shortened names', () => {
  it.each([
    ['P.NV', 'Phòng Nội vụ'],
    ['Phòng NV', 'Phòng Nội vụ'],
    ['Phòng TN-MT', 'Phòng Tài nguyên và Môi trường'],
    ['Phòng GD-ĐT', 'Phòng Giáo dục và Đào tạo'],
    ['Phòng VH&TT', 'Phòng Văn hóa và Thông tin'],
    ['Trung tâm VH&TT', 'Trung tâm Văn hóa và Truyền thanh huyện'],
    ['BCHQS huyện', 'Ban Chỉ huy Quân sự huyện'],
    ['Văn phòng UBND huyện', 'Văn phòng HĐND và UBND huyện'],
    ['Tòa án', 'Tòa án nhân dân huyện'],
    ['UBMTTQVN huyện', 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện'],
    ['UBND 21 xã, thị trấn', 'UBND các xã, thị trấn'],
    ['UBND các xã, TT', 'UBND các xã, thị trấn'],
    ['Xã, thị trấn', 'UBND các xã, thị trấn'],
    ['Các cơ quan, đơn vị có liên quan', 'Các phòng, ngành'],
  ])('reads “%s”', (text, name) => expect(names(text)).toEqual([name]));

  it.each(['xã', 'UBND xã Bắc', 'Phòng NVL'])('does not guess “%s”', (text) =>
    expect(names(text)[0]).toMatch(/^\?/),
  );
});
