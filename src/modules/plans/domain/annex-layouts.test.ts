import { describe, expect, it } from 'vitest';
import {
  DIRECTORY,
  documentOf,
  gridOf,
  HEADER,
  readRows,
  taskRow,
} from '../../../../test/support/annex-samples.ts';
import type { Grid, GridCell } from '../../../kernel/documents/types.ts';
import { interpretAnnex } from './annex.ts';

const OPTIONS = { planYear: 2024, directory: DIRECTORY };
const placed = (tasks: ReturnType<typeof interpretAnnex>['tasks']) =>
  tasks.map((task) => [task.code, task.dimension, task.subDimension]);

/** Puts numbers into the first column as a workbook stores and shows them. */
function numbered(grid: Grid, shown: readonly string[]): Grid {
  const rows = grid.rows.map((row, r): (GridCell | undefined)[] => {
    const text = shown[r - 1];
    if (r === 0 || text === undefined) return row;
    return [
      { text, value: Number(text.replace(',', '.')), address: `A${r + 1}`, bold: false },
      ...row.slice(1),
    ];
  });
  return { ...grid, rows };
}

describe('codes stored as numbers', () => {
  const sheet = gridOf([HEADER, ...Array.from({ length: 11 }, (_, i) => taskRow('x', `Việc thứ ${i + 1}`))]);
  const codesOf = (shown: readonly string[]) => interpretAnnex(documentOf([numbered(sheet, shown)]), OPTIONS);

  it('shown with two decimals lose the zero that the format adds and keep the one that counts', () => {
    const shown = ['1.10', '1.20', '1.30', '1.40', '1.50', '1.60', '1.70', '1.80', '1.90', '1.10', '1.11'];
    const { tasks, problems } = codesOf(shown);
    expect(tasks.map(({ code }) => code)).toEqual(Array.from({ length: 11 }, (_, i) => `1.${i + 1}`));
    expect(problems.filter(({ code }) => code === 'code_zero_dropped')).toHaveLength(9);
  });

  it('beginning in the middle of a list keep what they show', () => {
    expect(
      codesOf(['1.9', '1.10', '1.11'])
        .tasks.map(({ code }) => code)
        .slice(0, 3),
    ).toEqual(['1.9', '1.10', '1.11']);
  });
});

describe('parts of a content as section rows', () => {
  const PARTS = [
    HEADER,
    ['IV', 'Kiểm soát tham nhũng trong khu vực công', '', '', '', '', ''],
    ['', '4.1 Kiểm soát tham nhũng trong chính quyền', '', '', '', '', ''],
    taskRow('1', 'Việc một'),
    ['', '4.2 Kiểm soát tham nhũng trong cung ứng dịch vụ công', '', '', '', '', ''],
    taskRow('1', 'Việc hai'),
    ['', '4.4 Tên gọi riêng của huyện', '', '', '', '', ''],
    taskRow('1', 'Việc ba'),
  ];

  it('are known without bold type, stay in their content whatever they are called, and number their tasks', () => {
    const { tasks, problems } = readRows(PARTS);
    expect(placed(tasks)).toEqual([
      ['4.1.1', 4, '4.1'],
      ['4.2.1', 4, '4.2'],
      ['4.4.1', 4, '4.4'],
    ]);
    expect(tasks.map(({ text }) => text)).toEqual(['Việc một', 'Việc hai', 'Việc ba']);
    expect(problems.map(({ code }) => code)).not.toContain('row_joined');
  });

  it('in a column of their own are read with a decimal comma too', () => {
    const rows = [
      ['STT', 'Nội dung PAPI', 'Nội dung thành phần', ...HEADER.slice(1)],
      ['1', '1', '1,2', ...taskRow('1', 'Việc một').slice(1)],
    ];
    expect(placed(readRows(rows).tasks)).toEqual([['1', 1, '1.2']]);
  });
});

describe('a table for each content', () => {
  const participation = gridOf(
    [['Tham gia của người dân ở cấp cơ sở'], HEADER, taskRow('1.1', 'Việc một')],
    'Nội dung 1',
  );
  const electronic = gridOf([['8. Quản trị điện tử'], HEADER, taskRow('8.1', 'Việc tám')], 'Nội dung 8');

  it('on sheets is read sheet by sheet, each placed by its heading', () => {
    const { tasks, problems } = interpretAnnex(documentOf([participation, electronic]), OPTIONS);
    expect(placed(tasks)).toEqual([
      ['1.1', 1, null],
      ['8.1', 8, null],
    ]);
    expect(problems.map(({ code }) => code)).not.toContain('other_sheet_ignored');
  });

  it('is one table only where two sheets stand under the same content, as versions do', () => {
    const version = { ...participation, name: 'Bản cũ' };
    const { tasks, problems } = interpretAnnex(documentOf([participation, version]), OPTIONS);
    expect(tasks).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toContain('other_sheet_ignored');
  });

  it('in a Word file is placed by the paragraph above it', () => {
    const table = (code: string) => gridOf([HEADER, taskRow(code, `Việc ${code}`)]);
    const content = {
      ...documentOf(
        [
          { ...table('1.1'), afterParagraph: 1 },
          { ...table('8.1'), afterParagraph: 2 },
        ],
        'docx',
      ),
      paragraphs: [
        { text: '1. Nội dung “Tham gia của người dân ở cấp cơ sở”', bold: false, italic: false },
        { text: 'Nội dung “Quản trị điện tử”', numbering: '8.', bold: false, italic: false },
      ],
    };
    expect(placed(interpretAnnex(content, OPTIONS).tasks)).toEqual([
      ['1.1', 1, null],
      ['8.1', 8, null],
    ]);
  });
});

describe('tables parted over pages', () => {
  it('go on where the words of a task are those of a header', () => {
    const withContent = (row: readonly string[], name: string) => [row[0] ?? '', name, ...row.slice(1)];
    const first = gridOf([
      withContent(HEADER, 'Nội dung thành phần'),
      withContent(taskRow('1', 'Việc một'), 'A'),
    ]);
    const likeHeader = withContent(taskRow('3', 'Việc ba', 'Hoàn thành trước 30/6'), 'Nhiệm vụ chung');
    const second = gridOf([
      withContent(taskRow('2', 'Việc hai'), 'A'),
      likeHeader.with(3, 'Báo cáo kết quả'),
      withContent(taskRow('4', 'Việc bốn'), 'A'),
    ]);
    const { tasks } = interpretAnnex(documentOf([first, second], 'docx'), OPTIONS);
    expect(tasks.map(({ code }) => code)).toEqual(['1', '2', '3', '4']);
  });
});

describe('headers in English', () => {
  it('are understood', () => {
    const { tasks, mapping } = readRows([
      ['No.', 'Task', 'Deliverable', 'Lead agency', 'Coordinating agencies', 'Deadline', 'Remarks'],
      taskRow('1', 'Việc một'),
    ]);
    expect(Object.keys(mapping?.columns ?? {})).toHaveLength(7);
    expect(tasks[0]?.due).toMatchObject({ type: 'period_end', index: 2 });
  });
});
