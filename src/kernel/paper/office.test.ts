import { describe, expect, it } from 'vitest';
import { authorityOf, placeOf, signatureOf } from './office.ts';

const linesOf = (title: string, unitName: string): string[] => {
  const { signedFor, title: post } = signatureOf(title, null, unitName);
  return [...signedFor.map(({ capacity, of }) => `${capacity} ${of}`), post];
};

describe('an office at the head and foot of its papers', () => {
  it('a committee stands on two lines and names no body above it; other units do', () => {
    expect(authorityOf('UBND huyện Ân Thi', 'UBND tỉnh Hưng Yên')).toEqual({
      superior: null,
      name: 'Ủy ban nhân dân\nhuyện Ân Thi',
    });
    expect(authorityOf('Uỷ ban nhân dân xã Bãi Sậy').name).toBe('Ủy ban nhân dân\nxã Bãi Sậy');
    expect(authorityOf('Phòng Nội vụ', 'UBND huyện Ân Thi')).toEqual({
      superior: 'UBND huyện Ân Thi',
      name: 'Phòng Nội vụ',
    });
  });

  it('writes from its area, whatever the area is called', () => {
    expect(placeOf('UBND huyện Ân Thi')).toBe('Ân Thi');
    expect(placeOf('UBND thị trấn Ân Thi')).toBe('Ân Thi');
    expect(placeOf('Ủy ban nhân dân thành phố Hưng Yên')).toBe('Hưng Yên');
  });

  it.each([
    ['Chủ tịch', 'UBND huyện Ân Thi', ['TM. Ủy ban nhân dân', 'Chủ tịch']],
    ['Chủ tịch UBND huyện', 'UBND huyện Ân Thi', ['TM. Ủy ban nhân dân', 'Chủ tịch']],
    ['Quyền Chủ tịch', 'UBND huyện Ân Thi', ['TM. Ủy ban nhân dân', 'Q. Chủ tịch']],
    ['Phó Chủ tịch', 'UBND xã Bãi Sậy', ['TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch']],
    ['Chánh Văn phòng', 'UBND huyện Ân Thi', ['TL. Chủ tịch', 'Chánh Văn phòng']],
    ['Trưởng phòng', 'Phòng Nội vụ', ['Trưởng phòng']],
    ['Phó Trưởng phòng', 'Phòng Nội vụ', ['KT. Trưởng phòng', 'Phó Trưởng phòng']],
  ])('%s of %s signs %j', (title, unitName, lines) => {
    expect(linesOf(title, unitName)).toEqual(lines);
  });
});
