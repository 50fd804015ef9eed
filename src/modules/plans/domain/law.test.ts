import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import register from '../../../../reference/law/superseded.json' with { type: 'json' };
import { calendarDate } from '../../../kernel/dates.ts';
import { lawRegisterSchema, outOfForce } from './law.ts';

const { documents } = lawRegisterSchema.parse(register);
const found = (text: string, on: string) =>
  outOfForce([{ path: 'II.1', text }], calendarDate(on), documents).map(({ document, why, on: since }) => [
    document.number,
    why,
    since,
  ]);

const EXAMPLE = new URL('../../../../reference/example/ke-hoach-2024.txt', import.meta.url);
const ORDINANCE = ['34/2007/PL-UBTVQH11', 'ended', '2023-07-01'];

describe('documents out of force', () => {
  it('a law counts through its last day and from its first', () => {
    const cited = 'theo Luật Đất đai số 45/2013/QH13 và Luật số 31/2024/QH15';
    expect(found(cited, '2024-07-31')).toEqual([['31/2024/QH15', 'not_yet', '2024-08-01']]);
    expect(found(cited, '2024-08-01')).toEqual([['45/2013/QH13', 'ended', '2024-08-01']]);
  });

  it.each([
    'Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007',
    'Pháp lệnh 34/2007',
    'PHÁP LỆNH VỀ THỰC HIỆN DÂN CHỦ Ở XÃ, PHƯỜNG, THỊ TRẤN',
    'phổ biến Pháp lệnh dân chủ cho dân',
    'Pháp lệnh dân chủ'.normalize('NFD'),
  ])('finds the ordinance cited as "%s"', (text) => {
    expect(found(text, '2024-01-22')).toEqual([ORDINANCE]);
    expect(found(text, '2023-06-30')).toEqual([]);
  });

  it('other documents with like numbers or names are left alone', () => {
    for (const text of [
      'Luật Thực hiện dân chủ ở cơ sở',
      'Nghị định số 134/2007/NĐ-CP',
      'Nghị định 34/2007/NĐ-CP',
      'Luật Đất đai',
      'Quyết định số 13/2023/QĐ-UBND',
      'quy chế dân chủ',
    ])
      expect(found(text, '2026-12-31'), text).toEqual([]);
  });

  it('says what replaced it', () => {
    const [finding] = outOfForce(
      [{ path: '', text: 'Pháp lệnh dân chủ' }],
      calendarDate('2024-01-22'),
      documents,
    );
    expect(finding?.replacedBy.map((one) => one.name)).toEqual(['Luật Thực hiện dân chủ ở cơ sở']);
  });

  it('finds both citations of the ordinance in the example plan, and nothing else', () => {
    const passages = readFileSync(EXAMPLE, 'utf8')
      .split('\n')
      .map((text, index) => ({ path: String(index + 1), text }));
    const all = outOfForce(passages, calendarDate('2024-01-22'), documents);
    expect(all.map((one) => one.document.number)).toEqual([ORDINANCE[0], ORDINANCE[0]]);
  });
});
