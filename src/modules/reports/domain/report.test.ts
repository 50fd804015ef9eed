import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { isPartWanted, lacksOf } from './complete.ts';
import { plainText } from './content.ts';
import { eventOf, type ReportEvent } from './event-facts.ts';
import { listedLines } from './lines.ts';
import { type PartKey, partTitle } from './parts.ts';
import { partViews } from './parts-view.ts';
import { courseOf } from './replay.ts';
import { cameLate, receiptNumber, reportState } from './report.ts';
import { sentence } from './sentence.ts';

const HASH = 'a'.repeat(64);
let clock = 0;
const event = (kind: string, facts: object = {}, note = ''): ReportEvent =>
  eventOf(
    kind,
    { v: 1, ...facts },
    {
      recordedAt: new Date(Date.UTC(2024, 6, 1, 0, clock++)),
      personId: 'p',
      personName: 'Nguyễn Văn Mẫu',
      personTitle: 'Chủ tịch',
      note,
    },
  );
const signed = {
  number: '45/BC-UBND',
  signedOn: calendarDate('2024-07-02'),
  signerName: 'Nguyễn Văn Mẫu',
  signerTitle: 'Chủ tịch',
};
const begun = event('begun');
const approved = event('approved', { hash: HASH, signed });
const submitted = (version: number, isLate: boolean): ReportEvent =>
  event('submitted', { version, hash: HASH, receiptYear: 2024, receiptNumber: version, isLate });
const returned = event('returned', { version: 1 }, 'Thiếu kiến nghị');
const accepted = event('accepted', { version: 2, hash: HASH });

describe('the course of a report', () => {
  it('each state follows from what was recorded, in its order', () => {
    const steps = [begun, approved, submitted(1, false), returned, approved, submitted(2, true), accepted];
    const states = steps.map((_, index) => reportState(courseOf(steps.slice(0, index + 1))));
    expect(states).toEqual(['draft', 'draft', 'submitted', 'returned', 'returned', 'submitted', 'accepted']);
    expect(reportState(courseOf([]))).toBe('owed');
  });

  it('its first submission says whether it came late: an answer to a return makes nobody late', () => {
    expect(cameLate(courseOf([begun, submitted(1, false), returned, submitted(2, true)]))).toBe(false);
    expect(cameLate(courseOf([begun, submitted(1, true), returned, submitted(2, false)]))).toBe(true);
    expect(cameLate(courseOf([begun]))).toBe(false);
  });

  it('a return takes the confirmation with it: what is submitted again is confirmed again', () => {
    expect(courseOf([begun, approved, submitted(1, false)]).approval).toMatchObject(signed);
    expect(courseOf([begun, approved, submitted(1, false), returned]).approval).toBeNull();
  });

  it('a receipt is named by its number and year', () => {
    const [last] = courseOf([begun, submitted(7, false)]).submissions;
    expect(last && receiptNumber(last)).toBe('7/2024');
  });

  it('facts that a kind does not have are refused', () => {
    expect(() => event('approved', { hash: 'x', signed })).toThrow();
    expect(() => event('renamed')).toThrow('no kind of event');
  });
});

describe('complete', () => {
  const all = new Map<PartKey, string>(
    (
      [
        'direction',
        'content_1',
        'communication',
        'inspection',
        'achievements',
        'shortcomings',
        'causes',
        'responsibility',
        'next_tasks',
        'recommendations',
      ] as const
    ).map((part) => [part, 'Không có']),
  );
  const report = {
    kind: 'unit' as const,
    isRequest: false,
    words: all,
    told: new Set<PartKey>(['content_1']),
    figures: [],
    sheets: [],
  };

  it('every part that is about something has words, and “Không có” is an answer', () => {
    expect(lacksOf(report)).toEqual([]);
    const words = new Map([...all, ['causes', ' \n ']] as [PartKey, string][]);
    expect(lacksOf({ ...report, words })).toEqual([{ kind: 'part', part: 'causes' }]);
  });

  it('a content in which the unit has nothing need not be written about', () => {
    expect(isPartWanted('content_2', report.told)).toBe(false);
    expect(lacksOf({ ...report, told: new Set(['content_1', 'content_2']) })).toEqual([
      { kind: 'part', part: 'content_2' },
    ]);
  });

  it('a figure lacks while nothing was said; “no data” with its reason is an answer', () => {
    const figure = { code: 'CT1.01', name: 'Số buổi' };
    const lacking = { ...report, figures: [{ ...figure, value: null }] };
    expect(lacksOf(lacking)).toEqual([{ kind: 'figure', ...figure }]);
    const answered = { ...figure, value: { kind: 'no_data', reason: 'chưa thống kê' } as const };
    expect(lacksOf({ ...report, figures: [answered] })).toEqual([]);
    expect(lacksOf({ ...lacking, kind: 'district' })).toEqual([]);
  });

  it('a sheet lacks until the unit said that it is whole', () => {
    const sheet = { formId: 'form', code: 'II.06a', title: 'Biểu 06a' };
    const sheets = [
      { ...sheet, isConfirmed: false },
      { ...sheet, isConfirmed: true },
    ];
    expect(lacksOf({ ...report, sheets })).toEqual([{ kind: 'sheet', ...sheet }]);
  });

  it('a body that was asked says what it likes, but something', () => {
    const asked = { ...report, isRequest: true, words: new Map<PartKey, string>() };
    expect(lacksOf(asked)).toHaveLength(1);
    expect(lacksOf({ ...asked, words: new Map([['achievements', 'Đã phối hợp']]) })).toEqual([]);
  });
});

describe('a part', () => {
  const proposal = (...lines: string[]) =>
    new Map([['causes' as const, lines.map((line) => sentence(line, { vi: line, en: line }))]]);
  const edit = {
    part: 'causes' as const,
    proposed: 'Câu cũ.',
    words: 'Lời của đơn vị.',
    revision: 2,
    changedAt: new Date(0),
    changedByName: 'Lan',
  };
  const viewOf = (...given: Parameters<typeof partViews>) =>
    partViews(...given).find(({ part }) => part === 'causes');

  it('says what is proposed until somebody edits it; then their words always win', () => {
    expect(viewOf(proposal('Câu mới.'), [])).toMatchObject({ words: 'Câu mới.', edited: null, revision: 0 });
    expect(viewOf(proposal('Câu mới.'), [edit])).toMatchObject({
      words: 'Lời của đơn vị.',
      proposed: 'Câu mới.',
      news: ['Câu mới.'],
      revision: 2,
    });
  });

  it('tells as new only what neither the proposal of then nor the words say', () => {
    const said = { ...edit, words: 'Lời của đơn vị.\nCâu mới.' };
    expect(viewOf(proposal('Câu cũ.', 'Câu mới.', 'Câu khác.'), [said])?.news).toEqual(['Câu khác.']);
  });

  it('taken back to the proposal follows it again, and goes on counting revisions', () => {
    expect(viewOf(proposal('Câu mới.'), [{ ...edit, words: null }])).toMatchObject({
      words: 'Câu mới.',
      edited: null,
      news: [],
      revision: 2,
    });
  });

  it('is called by its content of the index, and in a review by what lies ahead', () => {
    expect(partTitle('content_3', 'unit').vi).toBe('Nội dung 3: Trách nhiệm giải trình với người dân');
    expect(partTitle('next_tasks', 'review').vi).toBe('Phương hướng, giải pháp thời gian tới');
    expect(partTitle('next_tasks', 'unit').vi).toBe('Nhiệm vụ kỳ tới');
  });
});

it('recommendations are its lines without dashes; “Không có” recommends nothing', () => {
  expect(listedLines('- Đề nghị cấp máy quét.\n\n– Tập huấn thêm\nKhông có kiến nghị khác')).toEqual([
    'Đề nghị cấp máy quét.',
    'Tập huấn thêm',
  ]);
  expect(listedLines('Không có.')).toEqual([]);
  expect(listedLines('Không cóc nào')).toEqual(['Không cóc nào']);
});

it('text is kept with plain line ends and without spaces that nobody sees', () => {
  expect(plainText(' một  \r\nhai\r\n\r\n')).toBe('một\nhai');
});
