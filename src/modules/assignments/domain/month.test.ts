import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../kernel/dates.ts';
import type { Grid, GridCell } from '../../../kernel/documents/index.ts';
import { assignmentErrors } from '../errors.ts';
import { m } from '../messages-month.ts';
import {
  monthKindsOf,
  monthOfDay,
  nextMonth,
  problemsOfRow,
  readMonth,
  readRow,
  type TypedRow,
} from './month.ts';
import { readMonthSheet } from './month-sheet.ts';

const TODAY = calendarDate('2024-06-24');
const ID = '01900000-0000-7000-8000-000000000001';

describe('a month', () => {
  it('knows its days and the periods that hold it', () => {
    expect(readMonth('2024-06')).toEqual({
      text: '2024-06',
      first: '2024-06-01',
      last: '2024-06-30',
      occurrences: ['2024-M06', '2024-Q2', '2024-H1'],
    });
    expect(readMonth('2024-07')?.occurrences).toEqual(['2024-M07', '2024-Q3', '2024-H2']);
    expect(readMonth('2024-02')?.last).toBe('2024-02-29');
  });

  it.each(['', '2024', '2024-13', '2024-00', '24-06', '1999-12', '2024-6', '2024-06-01'])(
    '%j is none',
    (text) => {
      expect(readMonth(text)).toBeUndefined();
    },
  );

  it('follows the one before and holds the day it was asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const day = addDays(calendarDate('2000-01-01'), days);
        const month = monthOfDay(day);
        expect(month.first <= day && day <= month.last).toBe(true);
        if (nextMonth(month, 1) < '2100')
          expect(nextMonth(monthOfDay(addDays(month.last, 1)), -1)).toBe(month.text);
      }),
    );
  });
});

const typed = (changes: Partial<TypedRow> = {}): TypedRow => ({
  assignmentId: ID,
  revision: 3,
  what: '',
  day: '',
  note: '',
  quantity: '',
  ...changes,
});

describe('a row as typed', () => {
  it('is no change when nothing was chosen, and points out what was typed beside that', () => {
    expect(readRow(typed(), TODAY)).toEqual({ row: null, problems: [] });
    for (const beside of [{ day: '20/06/2024' }, { note: 'x' }, { quantity: '3' }])
      expect(readRow(typed(beside), TODAY).problems).toMatchObject([
        { part: 'what', message: m.what_needed },
      ]);
  });

  it('an empty day is today, days and numbers are read as offices write them', () => {
    expect(readRow(typed({ what: 'start' }), TODAY).row).toMatchObject({ happenedOn: TODAY, quantity: null });
    const row = readRow(
      typed({ what: 'claim', day: '2/6/2024', quantity: '1.234,5', note: ' Xong ' }),
      TODAY,
    ).row;
    expect(row).toMatchObject({ happenedOn: '2024-06-02', quantity: 1234.5, note: 'Xong' });
  });

  it('every part that cannot be read is named, and nothing is recorded of such a row', () => {
    const { row, problems } = readRow(
      typed({ what: 'claim', day: '31/02/2024', quantity: 'nhiều', note: 'x'.repeat(4001) }),
      TODAY,
    );
    expect(row).toBeNull();
    expect(problems.map(({ part }) => part)).toEqual(['day', 'note', 'quantity']);
    expect(readRow(typed({ what: 'accept' }), TODAY).problems).toMatchObject([{ message: m.what_unknown }]);
    expect(readRow(typed({ what: 'start', day: '25/06/2024' }), TODAY).problems).toMatchObject([
      { part: 'day' },
    ]);
  });

  it('either is recorded or says why not, whatever was typed', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('start', 'claim', '', '24/06/2024', '12', '1,5'));
    fc.assert(
      fc.property(part, part, part, part, (what, day, note, quantity) => {
        const { row, problems } = readRow(typed({ what, day, note, quantity }), TODAY);
        if (row) expect(problems).toEqual([]);
        const isEmpty = [what, day, note, quantity].every((text) => text.trim() === '');
        if (!row && !isEmpty && what !== '') expect(problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what can be recorded', () => {
  const open = { waitsForEvent: false, isDropped: false } as const;

  it('nothing where somebody else has to move, where the work was dropped, or waits for an event', () => {
    expect(monthKindsOf({ ...open, progress: 'returned' })).toEqual(['start', 'claim']);
    for (const progress of ['claimed', 'accepted', 'not_applicable'] as const)
      expect(monthKindsOf({ ...open, progress })).toEqual([]);
    expect(monthKindsOf({ ...open, isDropped: true, progress: 'none' })).toEqual([]);
    expect(monthKindsOf({ ...open, waitsForEvent: true, progress: 'none' })).toEqual([]);
  });

  it('a change by somebody else comes before everything else that may be wrong', () => {
    const row = {
      assignmentId: ID,
      revision: 3,
      kind: 'claim',
      happenedOn: TODAY,
      note: '',
      quantity: null,
    } as const;
    const work = { progress: 'none', revision: 4, isDropped: true } as const;
    const missing = { vi: 'ảnh', en: 'a photo' };
    expect(problemsOfRow(work, row, missing, TODAY)).toMatchObject([
      { message: assignmentErrors.changed_meanwhile },
    ]);
    const same = { ...work, revision: 3, isDropped: false };
    expect(problemsOfRow(same, row, missing, TODAY)).toMatchObject([
      { part: 'what', message: assignmentErrors.evidence_missing, params: { missing } },
    ]);
    expect(problemsOfRow(same, { ...row, kind: 'start' }, missing, TODAY)).toEqual([]);
  });
});

/** A sheet with its header and rows as text, from A1. */
function grid(...rows: (string | Partial<GridCell>)[][]): Grid {
  return {
    source: 'bieu.xlsx',
    name: 'Tháng 6-2024',
    hidden: false,
    rows: rows.map((cells, row) =>
      cells.map((cell, column) => ({
        text: '',
        bold: false,
        address: `${String.fromCharCode(65 + column)}${row + 1}`,
        ...(typeof cell === 'string' ? { text: cell } : cell),
      })),
    ),
  };
}

const HEADER = [m.col_id, m.col_revision, m.col_record, m.col_day_sheet, m.col_words, m.col_quantity];

describe('a filled sheet', () => {
  it('is found by its header in either language, wherever its columns stand; another sheet is none', () => {
    for (const lang of ['vi', 'en'] as const) {
      const header = HEADER.map((message) => message[lang]).toReversed();
      const sheet = readMonthSheet([grid(['Hướng dẫn']), grid(['Việc'], header, ['', '', '', '', '3', ID])]);
      expect(sheet?.rows).toMatchObject([{ assignmentId: ID, revision: 3, what: '' }]);
    }
    expect(readMonthSheet([grid(['STT', 'Nhiệm vụ'])])).toBeUndefined();
  });

  it('knows the cell of every part, reads dates and numbers of cells, and the words of the list in any case', () => {
    const header = HEADER.map((message) => message.vi);
    const sheet = readMonthSheet([
      grid(header, [
        ID,
        '3',
        'Báo hoàn thành',
        { text: '20/06/2024', value: calendarDate('2024-06-20') },
        'Đã xong',
        { text: '12,5', value: 12.5 },
      ]),
    ]);
    expect(sheet?.rows).toMatchObject([
      {
        what: 'claim',
        day: '2024-06-20',
        note: 'Đã xong',
        quantity: '12,5',
        cells: { what: 'C2', day: 'D2', note: 'E2', quantity: 'F2' },
      },
    ]);
  });

  it('points out rows added by hand and rows that stand twice, by their cells', () => {
    const header = HEADER.map((message) => message.vi);
    const sheet = readMonthSheet([
      grid(
        header,
        [ID, '3', 'đang làm', '', '', ''],
        [ID, '3', 'đang làm', '', '', ''],
        ['', '', 'đang làm', '', '', ''],
        ['', '', 'không đổi', '', '', ''],
      ),
    ]);
    expect(sheet?.rows).toHaveLength(1);
    expect(sheet?.problems).toMatchObject([
      { cell: 'C3', message: m.duplicate, params: { cell: 'C2' } },
      { cell: 'C4', message: m.row_added },
    ]);
  });
});
