import { ANNEX, type AnnexRow, HEADER, plainRow, SIGNATURE, SUBTITLE, TASKS, TITLE } from './content.ts';
import { bareWorkbook, bold, type CellInput, workbook } from './workbook.ts';

function styledRow(row: AnnexRow): CellInput[] {
  if ('task' in row) return [...row.task];
  return [row.number ? bold(row.number) : null, bold(row.section)];
}

const HEADER_ROW: CellInput[] = HEADER.map(bold);

/** Title and header in two levels, a row of column numbers, sections in bold, the signature below. */
function twoLevelHeader(): Uint8Array {
  const [stt, part, task, product, lead, coordinating, due, note] = HEADER.map(bold);
  const rows: CellInput[][] = [
    [bold(TITLE)],
    [SUBTITLE],
    [],
    [
      stt ?? null,
      part ?? null,
      task ?? null,
      product ?? null,
      bold('Cơ quan thực hiện'),
      null,
      due ?? null,
      note ?? null,
    ],
    [null, null, null, null, lead ?? null, coordinating ?? null, null, null],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
    ...ANNEX.map(styledRow),
    [],
    ...SIGNATURE.map((line): CellInput[] => [null, null, null, null, null, bold(line)]),
  ];
  const merges = ['A1:H1', 'A2:H2', 'E4:F4', ...['A', 'B', 'C', 'D', 'G', 'H'].map((c) => `${c}4:${c}5`)];
  return workbook([{ name: 'Phụ lục', rows, merges }]);
}

/** Neighbouring equal cells of "nội dung thành phần" and "chủ trì" are merged downwards, as people do by hand. */
function mergedLead(): Uint8Array {
  const merges: string[] = [];
  const rows: CellInput[][] = TASKS.map((task) => [...task]);
  for (const column of [1, 4]) {
    for (let from = 0; from < rows.length; ) {
      let to = from;
      while (TASKS[to + 1]?.[column] === TASKS[from]?.[column] && TASKS[to + 1]) to += 1;
      const letter = 'ABCDEFGH'.charAt(column);
      if (to > from) merges.push(`${letter}${from + 2}:${letter}${to + 2}`);
      for (let r = from + 1; r <= to; r++) (rows[r] ?? [])[column] = null;
      from = to + 1;
    }
  }
  return workbook([{ name: 'Biểu nhiệm vụ', rows: [HEADER_ROW, ...rows], merges }]);
}

function annexOnSecondSheet(): Uint8Array {
  const units = ['Phòng Nội vụ', 'Phòng Tư pháp', 'Thanh tra huyện', 'Công an huyện'];
  return workbook([
    {
      name: 'Danh sách đơn vị',
      rows: [['STT', 'Tên đơn vị'], ...units.map((unit, i) => [{ number: i + 1 }, unit])],
    },
    { name: 'Phụ lục 1', rows: [[bold(TITLE)], [], HEADER_ROW, ...ANNEX.map(styledRow)], merges: ['A1:H1'] },
    { name: 'Ghi chú', rows: [['Số liệu lấy từ báo cáo của các đơn vị đến ngày 15/01/2024.']] },
  ]);
}

/** Rows 4 and 5 are hidden by a filter; an old draft with one task stands on a hidden sheet. */
function hiddenSheetAndRows(): Uint8Array {
  return workbook([
    { name: 'Phụ lục', rows: [HEADER_ROW, ...TASKS.map((task) => [...task])], hiddenRows: [4, 5] },
    { name: 'Bản nháp', hidden: true, rows: [HEADER_ROW, [...(TASKS[0] ?? [])]] },
  ]);
}

function headerAtC7(): Uint8Array {
  const rows: CellInput[][] = [HEADER_ROW, ...ANNEX.map(styledRow)];
  const annex = { name: 'Biểu', rows, at: { row: 6, column: 2 } };
  return workbook([annex]);
}

/** Rich text, line breaks between units, "nt" for "as above", typed numbers and dates in the due column. */
function richText(): Uint8Array {
  const rows: CellInput[][] = [
    HEADER_ROW,
    [
      { number: 1 },
      'Tri thức công dân',
      {
        runs: [
          ['Tuyên truyền ', true],
          ['quyền của công dân', false],
          ['\nqua loa truyền thanh', false],
        ],
      },
      'Kế hoạch\nSố tin, bài',
      'Phòng Tư pháp',
      'Phòng Nội vụ\nCông an huyện\nUBND các xã, thị trấn',
      'Thường xuyên',
      { number: 0.972, style: 'percent' },
    ],
    [
      { number: 2 },
      'nt',
      'Niêm yết lịch tiếp công dân',
      'Ảnh niêm yết',
      'nt',
      'nt',
      { number: 45473, style: 'date' },
      '',
    ],
    [
      { number: 3 },
      'nt',
      'Đối thoại với người dân',
      'Biên bản đối thoại',
      '-nt-',
      'Phòng Nội vụ/ Thanh tra huyện',
      { number: 45444, style: 'month' },
      '',
    ],
    [
      { number: 4 },
      '”',
      'Trả lời kiến nghị',
      'Văn bản trả lời',
      'Thanh tra huyện',
      '',
      { number: 45473, style: 'dayMonth' },
      '',
    ],
    [
      { runs: [['5', true]] },
      { runs: [['Tổng hợp', true]] },
      'Báo cáo kết quả năm',
      'Báo cáo',
      'Phòng Nội vụ',
      'Các phòng, ngành huyện',
      'Tháng 12',
      { formula: 'A2+A3', number: 3 },
    ],
  ];
  return workbook([{ name: 'Phụ lục', rows }]);
}

export const EXCEL_FILES: Record<string, () => Uint8Array> = {
  'two-level-header.xlsx': twoLevelHeader,
  'merged-lead.xlsx': mergedLead,
  'annex-on-second-sheet.xlsx': annexOnSecondSheet,
  'hidden-sheet-and-rows.xlsx': hiddenSheetAndRows,
  'header-at-c7.xlsx': headerAtC7,
  'rich-text-and-nt.xlsx': richText,
  'bare-export.xlsx': () => bareWorkbook('Sheet1', [[...HEADER], ...ANNEX.map(plainRow)]),
};
