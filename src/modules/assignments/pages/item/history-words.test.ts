import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../../kernel/dates.ts';
import { translator } from '../../../../kernel/i18n.ts';
import { EVIDENCE_KINDS, type Evidence } from '../../../evidence/index.ts';
import { DUE_REASONS } from '../../domain/entry-details.ts';
import { ALL_KINDS, type AnyKind } from '../../domain/progress.ts';
import { entryWords, evidenceWords } from './history-words.ts';

const vi = translator('vi');
const en = translator('en');
const day = calendarDate('2024-06-30');
const id = '01900000-0000-7000-8000-000000000000';
const hand = {
  v: 1,
  fromPersonId: id,
  fromName: 'Trần B',
  toPersonId: id,
  toTitle: 'Kế toán',
  toName: 'Lê C',
};

/** Facts as each kind keeps them, one sample for each way its sentence can go. */
const SAMPLES: Partial<Record<AnyKind, readonly object[]>> = {
  issued: [
    { v: 1, dueOn: day },
    { v: 1, dueOn: null },
  ],
  opened: [
    { v: 1, dueOn: day, event: 'Dân kiến nghị.' },
    { v: 1, dueOn: null, event: 'Dân kiến nghị' },
  ],
  return: [{ v: 1, redoBy: day }],
  due_moved: DUE_REASONS.flatMap((why) => [
    { v: 1, from: day, to: null, why },
    { v: 1, from: null, to: day, why },
  ]),
  hand: [
    hand,
    { ...hand, toPersonId: null, toName: null },
    { ...hand, fromPersonId: null, fromName: null },
    { ...hand, toPersonId: null, toName: null, toTitle: null },
    { v: 1, fromPersonId: null, fromName: null, toPersonId: null, toTitle: null, toName: null },
  ],
  adopt: [
    { v: 1, unitPlanId: id, number: '12/KH-UBND', internalDueOn: day },
    { v: 1, unitPlanId: id, number: '12/KH-UBND', internalDueOn: null },
  ],
  amend: [
    { v: 1, version: 2, what: ['words'] },
    { v: 1, version: 2, what: ['dropped'] },
    { v: 1, version: 4, what: ['revived'] },
  ],
  drop: [
    { v: 1, version: 3 },
    { v: 1, version: 2, withdrawn: true },
  ],
  override: [{ v: 1, state: 'overdue', until: day }],
};

describe('history in words', () => {
  it.each(ALL_KINDS)('an entry “%s” is a whole sentence in both languages', (kind) => {
    for (const details of [...(SAMPLES[kind] ?? []), null])
      for (const quantity of [null, 1234.5])
        for (const t of [vi, en]) {
          const text = entryWords(t, { kind, details, quantity });
          expect(text, JSON.stringify(details)).toMatch(/^\p{Lu}.*\.$/u);
          expect(text).not.toMatch(/[{}]|undefined|null/);
        }
  });

  it('every kind has a sentence of its own', () => {
    const said = ALL_KINDS.map((kind) => entryWords(vi, { kind, details: null, quantity: null }));
    expect(new Set(said).size).toBe(ALL_KINDS.length);
  });

  it.each<[AnyKind, object | null, number | null, string]>([
    ['claim', null, 1234.5, 'Báo hoàn thành, số lượng 1.234,5.'],
    ['return', { v: 1, redoBy: day }, null, 'Trả lại để làm lại, chậm nhất ngày 30/06/2024.'],
    [
      'opened',
      { v: 1, dueOn: day, event: 'Dân kiến nghị.' },
      null,
      'Mở việc vì có phát sinh: Dân kiến nghị. Hạn 30/06/2024.',
    ],
    ['hand', hand, null, 'Chuyển từ Trần B sang Lê C (Kế toán) phụ trách.'],
    [
      'hand',
      { ...hand, fromName: null, toPersonId: null, toName: null },
      null,
      'Giao cho người giữ chức vụ Kế toán phụ trách.',
    ],
    [
      'due_moved',
      { v: 1, from: day, to: calendarDate('2024-07-05'), why: 'calendar' },
      null,
      'Đổi hạn từ 30/06/2024 sang 05/07/2024, do lịch làm việc thay đổi.',
    ],
    [
      'override',
      { v: 1, state: 'not_applicable', until: day },
      null,
      'Đặt trạng thái “Không áp dụng” bằng tay, đến hết ngày 30/06/2024.',
    ],
  ])('%s says its facts', (kind, details, quantity, expected) => {
    expect(entryWords(vi, { kind, details, quantity }).toLowerCase()).toBe(expected.toLowerCase());
  });

  it.each(EVIDENCE_KINDS)('evidence of kind “%s” is told when added and when withdrawn', (kind) => {
    const evidence = { kind, words: 'Bảng tin thôn Đông', file: null, url: null, place: 'Nhà văn hóa' };
    for (const t of [vi, en]) {
      const added = evidenceWords(t, evidence as Evidence, false);
      expect(added).toContain('Nhà văn hóa · Bảng tin thôn Đông');
      expect(added).not.toMatch(/[{}]/);
      expect(evidenceWords(t, evidence as Evidence, true)).not.toBe(added);
    }
  });
});
