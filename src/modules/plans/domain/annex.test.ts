import { describe, expect, it } from 'vitest';
import { DIRECTORY, documentOf, gridOf } from '../../../../test/support/annex-samples.ts';
import { type AnnexOptions, interpretAnnex } from './annex.ts';
import type { RowFix } from './annex-reader.ts';

const HEADER = ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian', 'Ghi chú'];
const task = (stt: string, text: string, due = 'Quý II') => [
  stt,
  text,
  'Báo cáo',
  'Phòng Nội vụ',
  '',
  due,
  '',
];

function read(rows: readonly (readonly string[])[], options: Partial<AnnexOptions> = {}) {
  return interpretAnnex(documentOf([gridOf(rows)]), { planYear: 2024, directory: DIRECTORY, ...options });
}

const codes = (rows: readonly (readonly string[])[]) => read(rows).tasks.map((t) => t.code);
const problemCodes = (rows: readonly (readonly string[])[]) => read(rows).problems.map((p) => p.code);

describe('the header', () => {
  it('is found below a title, with a row of column numbers and a signature around the tasks', () => {
    const { mapping, tasks, problems } = read([
      ['BIỂU TỔNG HỢP NHIỆM VỤ', '<', '<', '<', '<', '<', '<'],
      ['(Kèm theo Kế hoạch)', '<', '<', '<', '<', '<', '<'],
      HEADER,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      task('1', 'Việc một'),
      HEADER,
      task('2', 'Việc hai'),
      ['', '', '', '', 'TM. ỦY BAN NHÂN DÂN', '', ''],
      ['', '', '', '', 'CHỦ TỊCH', '', ''],
    ]);
    expect(mapping).toMatchObject({
      headerRow: 2,
      headerHeight: 1,
      columns: { stt: 0, text: 1, due: 5, note: 6 },
    });
    expect(tasks.map((t) => [t.row, t.code, t.text])).toEqual([
      [5, '1', 'Việc một'],
      [7, '2', 'Việc hai'],
    ]);
    expect(problems.map((p) => p.code)).toEqual(['dimension_unknown', 'dimension_unknown']);
  });

  it('may stand in two rows with merged cells', () => {
    const { mapping, tasks } = read([
      ['TT', 'Nội dung nhiệm vụ', 'Kết quả', 'Phân công', '<', 'Thời gian'],
      ['^', '^', '^', 'Chủ trì', 'Phối hợp', '^'],
      ['1', 'Việc một', 'Báo cáo', 'Phòng Nội vụ', 'Phòng Tư pháp', 'Quý I'],
    ]);
    expect(mapping).toMatchObject({ headerHeight: 2, columns: { lead: 3, coordinating: 4 } });
    expect(tasks[0]?.coordinating[0]?.unitId).toBe('tp');
  });

  it('may be in English snake case', () => {
    const { mapping, tasks } = read([
      ['stt', 'papi_content', 'sub_content', 'task', 'product', 'lead', 'coordinating', 'due', 'source'],
      [
        '1.1',
        '1',
        '1.1 Tri thức công dân',
        'Việc',
        'Kế hoạch',
        'Phòng Tư pháp',
        '',
        'Thường xuyên',
        'II.1.1.b',
      ],
    ]);
    expect(mapping?.columns).toMatchObject({ dimension: 1, section: 2, text: 3, note: 8 });
    expect(tasks[0]).toMatchObject({ dimension: 1, subDimension: '1.1', path: 'II.1.1.b', code: '1.1' });
  });

  it('that is missing is an error, and a mapping by hand takes its place', () => {
    const rows = [
      ['a', 'b', 'c'],
      ['1', 'Việc một', 'Quý II'],
    ];
    expect(read(rows).problems).toMatchObject([{ severity: 'error', code: 'header_not_found' }]);
    const mapping = { grid: 0, headerRow: 0, headerHeight: 1, columns: { stt: 0, text: 1, due: 2 } };
    const { tasks, problems } = read(rows, { mapping });
    expect(tasks).toMatchObject([{ code: '1', text: 'Việc một', due: { type: 'period_end', index: 2 } }]);
    expect(problems.filter((p) => p.code === 'column_missing')).toHaveLength(2);
  });

  it('of the fullest sheet is taken and the other sheet is mentioned', () => {
    const content = documentOf([
      gridOf(
        [
          ['STT', 'Nhiệm vụ', 'Thời gian'],
          ['1', 'Việc nháp', 'Quý I'],
        ],
        'Nháp',
      ),
      gridOf([HEADER, task('1', 'Việc thật')], 'Phụ lục'),
    ]);
    const { mapping, tasks, problems } = interpretAnnex(content, { planYear: 2024, directory: DIRECTORY });
    expect(mapping?.grid).toBe(1);
    expect(tasks.map((t) => t.text)).toEqual(['Việc thật']);
    expect(problems.map((p) => p.code)).toContain('other_sheet_ignored');
  });
});

describe('columns', () => {
  it('called “Nội dung” hold the tasks, or their content when a column of tasks stands beside', () => {
    const alone = read([
      ['TT', 'Nội dung', 'Thời gian'],
      ['1', 'Việc một', 'Quý I'],
    ]);
    expect(alone.mapping?.columns).toMatchObject({ text: 1 });
    const beside = read([
      ['TT', 'Nội dung', 'Nhiệm vụ', 'Đơn vị thực hiện', 'Thời gian'],
      ['1', 'Quản trị môi trường', 'Việc một', 'Phòng Nội vụ', 'Quý I'],
      ['2', '', 'Việc hai', 'Phòng Nội vụ', 'Quý I'],
    ]);
    expect(beside.mapping?.columns).toMatchObject({ section: 1, text: 2, lead: 3 });
    expect(beside.tasks.map((t) => t.dimension)).toEqual([7, 7]);
  });

  it('of numbers may be missing: the numbers before the tasks are read', () => {
    const { tasks } = read([
      ['Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      ['1.1.đ) Việc một', 'Phòng Nội vụ', 'Quý I'],
    ]);
    expect(tasks).toMatchObject([{ code: '1.1.đ', text: 'Việc một' }]);
  });
});

describe('sections', () => {
  it('give the rows below them content, part and names', () => {
    const { tasks } = read([
      HEADER,
      ['I', 'Nội dung 2: Công khai, minh bạch trong hoạch định chính sách', '', '', '', '', ''],
      ['*1.1. Tiếp cận thông tin', '<', '<', '<', '<', '<', '<'],
      task('a', 'Việc một'),
      task('đ', 'Việc hai'),
      ['II', 'QUẢN TRỊ ĐIỆN TỬ', '', '', '', '', ''],
      task('1', 'Việc ba'),
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
    const { tasks } = read([
      HEADER,
      ['1', 'Việc của phòng', '', '', '', '', ''],
      task('1.1', 'Việc một'),
      task('1.2', 'Việc hai'),
    ]);
    expect(tasks.map((t) => t.code)).toEqual(['1.1', '1.2']);
  });

  it('with a number head the unnumbered tasks below them, which take its number with their place', () => {
    const { tasks } = read([
      HEADER,
      ['2.1', 'Tiếp cận thông tin', '', '', '', '', ''],
      task('', '- Việc một'),
      task('-', 'Việc hai'),
      ['', 'Người lập biểu', '', '', '', 'Chủ tịch', ''],
    ]);
    expect(tasks.map((t) => [t.code, t.text])).toEqual([
      ['2.1.-1', 'Việc một'],
      ['2.1.-2', 'Việc hai'],
    ]);
  });

  it('without number or bold, before numbered rows, are sections and not tasks', () => {
    const { tasks } = read([
      HEADER,
      ['', 'Thủ tục hành chính công', '', '', '', '', ''],
      task('1', 'Việc một'),
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
        task('1', 'Việc một'),
        ['II', 'QUẢN TRỊ MÔI TRƯỜNG', '', '', '', '', ''],
        task('1', 'Việc hai'),
      ]),
    ).toEqual(['I.1', 'II.1']);
  });

  it('that repeat are an error at the later row', () => {
    const { problems } = read([HEADER, task('1.1', 'Việc một'), task('1.1', 'Việc hai')]);
    expect(problems.find((p) => p.code === 'code_duplicate')).toMatchObject({
      severity: 'error',
      cell: 'A3',
      row: 3,
    });
  });

  it('are mended where a workbook dropped a zero or made a date, and said so', () => {
    const grid = gridOf([
      HEADER,
      task('2.9', 'Việc chín'),
      task('2.1', 'Việc mười'),
      task('01/03/2024', 'Việc ba'),
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
    expect(codes([HEADER, task('1,1', 'Việc một'), task('', 'Việc hai')])).toEqual(['1.1', '#3']);
    expect(problemCodes([HEADER, task('', 'Việc hai')])).toContain('code_missing');
  });
});

describe('a signature', () => {
  it('ends the table, but a numbered task led by a chairman does not', () => {
    const { tasks } = read([
      HEADER,
      ['1', 'Việc một', '', 'Chủ tịch', '', '', ''],
      task('2', 'Việc hai'),
      ['', '', '', '', 'Ân Thi, ngày 05 tháng 02 năm 2024', '', ''],
      task('9', 'Không đọc nữa'),
    ]);
    expect(tasks.map((t) => t.code)).toEqual(['1', '2']);
  });
});

describe('rows', () => {
  it('broken by a page are joined to the task above', () => {
    const { tasks, problems } = read([
      HEADER,
      task('1', 'Niêm yết công khai tại'),
      HEADER,
      ['', 'trụ sở UBND xã.', '', '', '', '', ''],
      task('2', 'Việc hai'),
    ]);
    expect(tasks.map((t) => t.text)).toEqual(['Niêm yết công khai tại trụ sở UBND xã.', 'Việc hai']);
    expect(problems.find((p) => p.code === 'row_joined')).toMatchObject({ severity: 'hint', row: 4 });
  });

  it('under cells merged downwards share their lead and due', () => {
    const { tasks } = read([
      HEADER,
      ['1', 'Việc một', 'Kế hoạch', 'Thanh tra huyện', '', 'Quý III', ''],
      ['2', 'Việc hai', 'Báo cáo', '^', '', '^', ''],
    ]);
    expect(tasks[1]).toMatchObject({ lead: { unitId: 'ttr' }, due: { period: 'quarter', index: 3 } });
  });

  it('that only add products under a merged task belong to it', () => {
    const { tasks } = read([
      HEADER,
      ['1', 'Việc một', 'Kế hoạch', 'Phòng Nội vụ', '', 'Quý I', ''],
      ['^', '^', 'Báo cáo', '^', '', '^', ''],
    ]);
    expect(tasks.map((t) => t.products.map((p) => p.text))).toEqual([['Kế hoạch', 'Báo cáo']]);
  });

  it('that say “nt” take what stands above', () => {
    const { tasks, problems } = read([
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
    const { tasks, problems } = read([
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
    const { tasks, problems } = read([
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
    const { problems } = read([HEADER, ['1', 'Việc một', 'Kế hoạch', 'Phòng Nội vuj', '', 'xanh', '']]);
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
    const grid = gridOf([HEADER, task('1', 'Việc một', '6/5/24')]);
    const cell = grid.rows[1]?.[5];
    if (cell) Object.assign(cell, { value: '2024-06-05' });
    const [first] = interpretAnnex(documentOf([grid]), { planYear: 2024, directory: DIRECTORY }).tasks;
    expect(first).toMatchObject({ due: { type: 'date', on: '2024-06-05' }, dueText: '05/06/2024' });
  });

  it('longer than can be kept are errors', () => {
    expect(read([HEADER, task('1', 'dài '.repeat(1100))]).problems).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'too_long' }),
    );
  });
});

describe('tables of a Word file split over pages', () => {
  it('go on with the same columns, with and without the header repeated; other tables do not join', () => {
    const content = documentOf(
      [
        gridOf([['UBND HUYỆN', 'CỘNG HÒA']], 'Bảng 1'),
        gridOf([HEADER, task('1', 'Việc một')], 'Bảng 2'),
        gridOf([task('2', 'Việc hai')], 'Bảng 3'),
        gridOf([HEADER, task('3', 'Việc ba')], 'Bảng 4'),
        gridOf([['Nơi nhận:', 'CHỦ TỊCH']], 'Bảng 5'),
      ],
      'docx',
    );
    const { tasks } = interpretAnnex(content, { planYear: 2024, directory: DIRECTORY });
    expect(tasks.map((t) => [t.sheet, t.code, t.row])).toEqual([
      ['Bảng 2', '1', 2],
      ['Bảng 3', '2', 1],
      ['Bảng 4', '3', 2],
    ]);
  });
});

describe('clauses', () => {
  const clauses = [
    { path: 'II.1.2', kind: 'subsection', dimension: 2 },
    { path: 'II.1.2.b', kind: 'letter', dimension: 2 },
  ] as const;

  it('are linked by the note, then by the content; a clause that is not there is mentioned', () => {
    const row = (stt: string, note: string) => [stt, 'Việc', 'Báo cáo', 'Phòng Nội vụ', '', 'Quý I', note];
    const { tasks, problems } = read(
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
    const bySection = read([HEADER, ['I', 'CÔNG KHAI, MINH BẠCH', '', '', '', '', ''], row('1', '')], {
      clauses,
    });
    expect(bySection.tasks[0]?.path).toBe('II.1.2');
  });
});

describe('what a person fixed', () => {
  const rows = [HEADER, task('1', 'Việc một', 'xanh'), ['2', 'Dòng thừa', 'x', 'y', '', '', '']];

  it('takes the place of the cells, and a row can be left out', () => {
    const fixes = new Map<string, RowFix>([
      ['0:2', { due: 'Quý IV', lead: 'Thanh tra', dimension: 3, code: '1.1' }],
      ['0:3', { leave: true }],
    ]);
    const { tasks, problems } = read(rows, { fixes });
    expect(tasks).toMatchObject([
      { code: '1.1', dimension: 3, lead: { unitId: 'ttr' }, due: { index: 4 }, dueText: 'Quý IV' },
    ]);
    expect(problems).toEqual([]);
  });
});
