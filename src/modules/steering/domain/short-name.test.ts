import { expect, it } from 'vitest';
import { shortName } from './short-name.ts';

it.each([
  ['UBND xã Hạ Lễ', 'Xã Hạ Lễ'],
  ['UBND thị trấn Ân Thi', 'Thị trấn Ân Thi'],
  ['Ủy ban nhân dân phường Hiến Nam', 'Phường Hiến Nam'],
  ['UBND huyện Ân Thi', 'UBND huyện Ân Thi'],
  ['Phòng Nội vụ', 'Phòng Nội vụ'],
])('%s is called %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
