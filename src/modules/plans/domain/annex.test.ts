import { describe, expect, it } from 'vitest';
import {
  DIRECTORY,
  documentOf,
  gridOf,
  HEADER,
  readRows,
  taskRow,
} from '../../../../test/support/annex-samples.ts';
import { interpretAnnex } from './annex.ts';
import type { RowFix } from './annex-reader.ts';

const codes = (rows: readonly (readonly string[])[]) => readRows(rows).tasks.map((t) => t.code);
const problemCodes = (rows: readonly (readonly string[])[]) => readRows(rows).problems.map((p) => p.code);

describe('sections', () => {
  it('give the rows below them content, part and names', () => {
    const { tasks } = readRows([
      HEADER,
      ['I', 'Nội dung 2: Công khai, minh bạch trong hoạch định chính sách', '', '', '', '', ''],
      ['*1.1. Tiếp cận thông tin', '<', '<', '<', '<', '<', '<'],
      taskRow('a', 'Việc một'),
      taskRow('đ', 'Việc hai'),
      ['II', 'QUẢN TRỊ ĐIỆN TỬ', '', '', '', '', ''],
      taskRow('1', 'Việc ba'),
    ]);
    expect(tasks.map((t) => [t.code, t.dimension, t.subDimension])).toEqual([
      ['1.1.a', 2, '2.1'],
      ['1.1.đ', 2, '2.1'],
      ['1', 8, null],
    ]);
    expect(tasks[0]?.sections).toEqual([
      'Nội dung 2: Công khai, minh bạch trong hoạch định chính sách',
      'Tiếp cận thông tin',
    ]);
  });

  it('with a plain number are known by the numbers below them', () => {
    const { tasks } = readRows([
      HEADER,
      ['1', 'Việc của phòng', '', '', '', '', ''],
      taskRow('1.1', 'Việc một'),
      taskRow('1.2', 'Việc hai'),
    ]);
    expect(tasks.map((t) => t.code)).toEqual(['1.1', '1.2']);
  });

  it('with a number head the unnumbered tasks below them, which take its number with their place', () => {
    const { tasks } = readRows([
      HEADER,
      ['2.1', 'Tiếp cận thông tin', '', '', '', '', ''],
      taskRow('', '- Việc một'),
      taskRow('-', 'Việc hai'),
      ['', 'Người lập biểu', '', '', '', 'Chủ tịch', ''],
    ]);
    expect(tasks.map((t) => [t.code, t.text])).toEqual([
      ['2.1.-1', 'Việc một'],
      ['2.1.-2', 'Việc hai'],
    ]);
  });

  it('without number or bold, before numbered rows, are sections and not tasks', () => {
    const { tasks } = readRows([
      HEADER,
      ['', 'Thủ tục hành chính công', '', '', '', '', ''],
      taskRow('1', 'Việc một'),
    ]);
    expect(tasks).toMatchObject([{ code: '1', dimension: 5 }]);
  });
});

describe('codes', () => {
  it('take the section with them where numbers begin anew', () => {
    expect(
      codes([
        HEADER,
        ['I', 'QUẢN TRỊ ĐIỆN TỬ', '', '', '', '', ''],
        taskRow('1', 'Việc một'),
        ['II', 'QUẢN TRỊ MÔI TRƯỜNG', '', '', '', '', ''],
        taskRow('1', 'Việc hai'),
      ]),
    ).toEqual(['I.1', 'II.1']);
  });

  it('that repeat are an error at the later row', () => {
    const { problems } = readRows([HEADER, taskRow('1.1', 'Việc một'), taskRow('1.1', 'Việc hai')]);
    expect(problems.find((p) => p.code === 'code_duplicate')).toMatchObject({
      severity: 'error',
      cell: 'A3',
      row: 3,
    });
  });

  it('are mended where a workbook dropped a zero or made a date, and said so', () => {
    const grid = gridOf([
      HEADER,
      taskRow('2.9', 'Việc chín'),
      taskRow('2.1', 'Việc mười'),
      taskRow('01/03/2024', 'Việc ba'),
    ]);
    const [tenth, dated] = [grid.rows[2]?.[0], grid.rows[3]?.[0]];
    if (tenth) tenth.value = 2.1;
    if (dated) Object.assign(dated, { value: '2024-03-01' });
    const read = interpretAnnex(documentOf([grid]), { planYear: 2024, directory: DIRECTORY });
    expect(read.tasks.map((t) => t.code)).toEqual(['2.9', '2.10', '1.3']);
    expect(read.problems.map((p) => p.code)).toEqual(
      expect.arrayContaining(['code_zero_restored', 'code_is_date']),
    );
  });

  it('with a decimal comma are read with a point, and a missing one is made up with a warning', () => {
    expect(codes([HEADER, taskRow('1,1', 'Việc một'), taskRow('', 'Việc hai')])).toEqual(['1.1', '#3']);
    expect(problemCodes([HEADER, taskRow('', 'Việc hai')])).toContain('code_missing');
  });
});

describe('a signature', () => {
  it('ends the table, but a numbered task led by a chairman does not', () => {
    const { tasks } = readRows([
      HEADER,
      ['1', 'Việc một', '', 'Chủ tịch', '', '', ''],
      taskRow('2', 'Việc hai'),
      ['', '', '', '', 'Ân Thi, ngày 05 tháng 02 năm 2024', '', ''],
      taskRow('9', 'Không đọc nữa'),
    ]);
    expect(tasks.map((t) => t.code)).toEqual(['1', '2']);
  });
});

describe('rows', () => {
  it('broken by a page are joined to the task above', () => {
    const { tasks, problems } = readRows([
      HEADER,
      taskRow('1', 'Niêm yết công khai tại'),
      HEADER,
      ['', 'trụ sở UBND xã.', '', '', '', '', ''],
      taskRow('2', 'Việc hai'),
    ]);
    expect(tasks.map((t) => t.text)).toEqual(['Niêm yết công khai tại trụ sở UBND xã.', 'Việc hai']);
    expect(problems.find((p) => p.code === 'row_joined')).toMatchObject({ severity: 'hint', row: 4 });
  });

  it('under cells merged downwards share their lead and due', () => {
    const { tasks } = readRows([
      HEADER,
      ['1', 'Việc một', 'Kế hoạch', 'Thanh tra huyện', '', 'Quý III', ''],
      ['2', 'Việc hai', 'Báo cáo', '^', '', '^', ''],
    ]);
    expect(tasks[1]).toMatchObject({ lead: { unitId: 'ttr' }, due: { period: 'quarter', index: 3 } });
  });

  it('that only add products under a merged task belong to it', () => {
    const { tasks } = readRows([
      HEADER,
      ['1', 'Việc một', 'Kế hoạch', 'Phòng Nội vụ', '', 'Quý I', ''],
      ['^', '^', 'Báo cáo', '^', '', '^', ''],
    ]);
    expect(tasks.map((t) => t.products.map((p) => p.text))).toEqual([['Kế hoạch', 'Báo cáo']]);
  });

  it('that say “nt” take what stands above', () => {
    const { tasks, problems } = readRows([
      HEADER,
      ['1', 'Việc một', 'Kế hoạch', 'Phòng Nội vụ', 'nt', 'Quý I', ''],
      ['2', 'Việc hai', '-nt-', 'như trên', '', 'NT', ''],
    ]);
    expect(tasks[1]).toMatchObject({
      lead: { unitId: 'nv' },
      due: { index: 1 },
      products: [{ text: 'Kế hoạch', type: 'document' }],
    });
    expect(problems.map((p) => p.code)).toContain('ditto_without_above');
  });

  it('without text are errors; without product, lead or due they are tasks with warnings', () => {
    const { tasks, problems } = readRows([
      HEADER,
      ['1', '', 'Kế hoạch', 'Phòng Nội vụ', '', 'Quý I', ''],
      ['2', 'Việc hai', '', '', 'Phòng Tư pháp', '', ''],
    ]);
    expect(tasks).toMatchObject([{ code: '2', lead: null, due: null, products: [] }]);
    expect(problems.find((p) => p.code === 'text_missing')).toMatchObject({ severity: 'error', cell: 'B2' });
    for (const code of ['product_missing', 'lead_missing', 'due_missing']) {
      expect(problems.find((p) => p.code === code)).toMatchObject({ severity: 'warning', row: 3 });
    }
  });

  it('with several leads keep the first, move the others and let a second group carry the task out', () => {
    const { tasks, problems } = readRows([
      HEADER,
      ['1', 'Việc một', 'Kế hoạch', 'Các phòng, ngành; UBND các xã, thị trấn', 'Phòng Nội vụ', 'Quý I', ''],
    ]);
    expect(tasks[0]).toMatchObject({
      lead: { groupCode: 'departments' },
      coordinating: [{ groupCode: 'communes' }, { unitId: 'nv' }],
      executors: 'group',
      executorGroup: 'communes',
    });
    expect(problems.map((p) => p.code)).toContain('lead_several');
  });

  it('name unknown units and dues in their cells, with suggestions', () => {
    const { problems } = readRows([HEADER, ['1', 'Việc một', 'Kế hoạch', 'Phòng Nội vuj', '', 'xanh', '']]);
    expect(problems.find((p) => p.code === 'unit_unknown')).toMatchObject({
      severity: 'warning',
      file: 'phu-luc.xlsx',
      sheet: 'Phụ lục',
      cell: 'D2',
      suggestions: ['Phòng Nội vụ'],
    });
    expect(problems.find((p) => p.code === 'due_unknown')?.cell).toBe('F2');
  });

  it('take a typed date by its value, however the cell shows it', () => {
    const grid = gridOf([HEADER, taskRow('1', 'Việc một', '6/5/24')]);
    const cell = grid.rows[1]?.[5];
    if (cell) Object.assign(cell, { value: '2024-06-05' });
    const [first] = interpretAnnex(documentOf([grid]), { planYear: 2024, directory: DIRECTORY }).tasks;
    expect(first).toMatchObject({ due: { type: 'date', on: '2024-06-05' }, dueText: '05/06/2024' });
  });

  it('longer than can be kept are errors', () => {
    expect(readRows([HEADER, taskRow('1', 'dài '.repeat(1100))]).problems).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'too_long' }),
    );
  });
});

describe('clauses', () => {
  const clauses = [
    { path: 'II.1.2', kind: 'subsection', dimension: 2 },
    { path: 'II.1.2.b', kind: 'letter', dimension: 2 },
  ] as const;

  it('are linked by the note, then by the content; a clause that is not there is mentioned', () => {
    const row = (stt: string, note: string) => [stt, 'Việc', 'Báo cáo', 'Phòng Nội vụ', '', 'Quý I', note];
    const { tasks, problems } = readRows(
      [
        HEADER,
        row('1', 'theo mục II.1.2.b'),
        ['', 'QUẢN TRỊ MÔI TRƯỜNG', '', '', '', '', ''],
        row('2', 'II.9.9.a'),
      ],
      { clauses },
    );
    expect(tasks.map((t) => [t.path, t.dimension])).toEqual([
      ['II.1.2.b', 2],
      [null, 7],
    ]);
    expect(problems.map((p) => p.code)).toEqual(['clause_unknown']);
    const bySection = readRows([HEADER, ['I', 'CÔNG KHAI, MINH BẠCH', '', '', '', '', ''], row('1', '')], {
      clauses,
    });
    expect(bySection.tasks[0]?.path).toBe('II.1.2');
  });
});

describe('what a person fixed', () => {
  const rows = [HEADER, taskRow('1', 'Việc một', 'xanh'), ['2', 'Dòng thừa', 'x', 'y', '', '', '']];

  it('takes the place of the cells, and a row can be left out', () => {
    const fixes = new Map<string, RowFix>([
      ['0:2', { due: 'Quý IV', lead: 'Thanh tra', dimension: 3, code: '1.1' }],
      ['0:3', { leave: true }],
    ]);
    const { tasks, problems } = readRows(rows, { fixes });
    expect(tasks).toMatchObject([
      { code: '1.1', dimension: 3, lead: { unitId: 'ttr' }, due: { index: 4 }, dueText: 'Quý IV' },
    ]);
    expect(problems).toEqual([]);
  });
});
