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

describe('the header', () => {
  it('is found below a title, with a row of column numbers and a signature around the tasks', () => {
    const { mapping, tasks, problems } = readRows([
      ['BIỂU TỔNG HỢP NHIỆM VỤ', '<', '<', '<', '<', '<', '<'],
      ['(Kèm theo Kế hoạch)', '<', '<', '<', '<', '<', '<'],
      HEADER,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      taskRow('1', 'Việc một'),
      HEADER,
      taskRow('2', 'Việc hai'),
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
    const { mapping, tasks } = readRows([
      ['TT', 'Nội dung nhiệm vụ', 'Kết quả', 'Phân công', '<', 'Thời gian'],
      ['^', '^', '^', 'Chủ trì', 'Phối hợp', '^'],
      ['1', 'Việc một', 'Báo cáo', 'Phòng Nội vụ', 'Phòng Tư pháp', 'Quý I'],
    ]);
    expect(mapping).toMatchObject({ headerHeight: 2, columns: { lead: 3, coordinating: 4 } });
    expect(tasks[0]?.coordinating[0]?.unitId).toBe('tp');
  });

  it('may be in English snake case', () => {
    const { mapping, tasks } = readRows([
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
    expect(readRows(rows).problems).toMatchObject([{ severity: 'error', code: 'header_not_found' }]);
    const mapping = { grid: 0, headerRow: 0, headerHeight: 1, columns: { stt: 0, text: 1, due: 2 } };
    const { tasks, problems } = readRows(rows, { mapping });
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
      gridOf([HEADER, taskRow('1', 'Việc thật')], 'Phụ lục'),
    ]);
    const { mapping, tasks, problems } = interpretAnnex(content, { planYear: 2024, directory: DIRECTORY });
    expect(mapping?.grid).toBe(1);
    expect(tasks.map((t) => t.text)).toEqual(['Việc thật']);
    expect(problems.map((p) => p.code)).toContain('other_sheet_ignored');
  });
});

describe('columns', () => {
  it('called “Nội dung” hold the tasks, or their content when a column of tasks stands beside', () => {
    const alone = readRows([
      ['TT', 'Nội dung', 'Thời gian'],
      ['1', 'Việc một', 'Quý I'],
    ]);
    expect(alone.mapping?.columns).toMatchObject({ text: 1 });
    const beside = readRows([
      ['TT', 'Nội dung', 'Nhiệm vụ', 'Đơn vị thực hiện', 'Thời gian'],
      ['1', 'Quản trị môi trường', 'Việc một', 'Phòng Nội vụ', 'Quý I'],
      ['2', '', 'Việc hai', 'Phòng Nội vụ', 'Quý I'],
    ]);
    expect(beside.mapping?.columns).toMatchObject({ section: 1, text: 2, lead: 3 });
    expect(beside.tasks.map((t) => t.dimension)).toEqual([7, 7]);
  });

  it('of numbers may be missing: the numbers before the tasks are read', () => {
    const { tasks } = readRows([
      ['Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      ['1.1.đ) Việc một', 'Phòng Nội vụ', 'Quý I'],
    ]);
    expect(tasks).toMatchObject([{ code: '1.1.đ', text: 'Việc một' }]);
  });
});

describe('tables of a Word file split over pages', () => {
  it('go on with the same columns, with and without the header repeated; other tables do not join', () => {
    const content = documentOf(
      [
        gridOf([['UBND HUYỆN', 'CỘNG HÒA']], 'Bảng 1'),
        gridOf([HEADER, taskRow('1', 'Việc một')], 'Bảng 2'),
        gridOf([taskRow('2', 'Việc hai')], 'Bảng 3'),
        gridOf([HEADER, taskRow('3', 'Việc ba')], 'Bảng 4'),
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
