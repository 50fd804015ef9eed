import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readFormCatalog } from '../../../../reference/forms/index.ts';
import {
  type Area,
  type CellRow,
  type Grid,
  readDocument,
  writeCells,
} from '../../../kernel/documents/index.ts';
import { headerOf } from './header.ts';
import { type ReadForm, readForm } from './import-form.ts';
import { type ColumnSpec, columnSchema } from './spec.ts';

const columnsOf = (columns: unknown): ColumnSpec[] => z.array(columnSchema).parse(columns);

type Line = readonly (string | number | null)[];

async function grids(lines: readonly Line[], merges: readonly Area[] = []): Promise<Grid[]> {
  const rows: CellRow[] = lines.map((line) => ({
    cells: line.flatMap((value, column) => (value === null ? [] : [{ column, style: {}, value }])),
  }));
  return (await readDocument('bieu.xlsx', writeCells([{ name: 'Biểu', widths: [], rows, merges }]))).grids;
}

async function read(lines: readonly Line[], merges: readonly Area[] = []): Promise<ReadForm> {
  const found = readForm(await grids(lines, merges));
  if (!found) throw new Error('no table');
  return found;
}

const area = (top: number, left: number, bottom: number, right: number): Area => ({
  top,
  left,
  bottom,
  right,
});
/** Labels of the tree, groups with what stands under them. */
type Outline = string | [string, Outline[]];
const outline = (columns: readonly ColumnSpec[]): Outline[] =>
  columns.map((column) => (column.columns ? [column.label, outline(column.columns)] : column.label));

const II_06A: Line[] = [
  [
    'Biểu số II.06a/VPCP/KSTT',
    null,
    'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    'Đơn vị báo cáo: UBND huyện',
  ],
  [null, null, 'Kỳ báo cáo: Quý II/2024 (Từ ngày 15/3/2024 đến ngày 14/6/2024)'],
  [null, null, null, null, null, null, null, null, null, null, null, 'Đơn vị tính: Số hồ sơ TTHC'],
  [
    'TT',
    'Lĩnh vực giải quyết',
    'Số lượng hồ sơ tiếp nhận',
    null,
    null,
    null,
    'Số lượng hồ sơ đã giải quyết',
    null,
    null,
    null,
    'Số lượng hồ sơ đang giải quyết',
    null,
    null,
  ],
  [
    null,
    null,
    'Tổng số',
    'Trong kỳ',
    null,
    'Từ kỳ trước',
    'Tổng số',
    'Trước hạn',
    'Đúng hạn',
    'Quá hạn',
    'Tổng số',
    'Trong hạn',
    'Quá hạn',
  ],
  [
    null,
    null,
    null,
    'Trực tuyến',
    'Trực tiếp, dịch vụ bưu chính',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ],
  [
    '(1)',
    '(2)',
    '(3)=(4)+(5)+(6)',
    '(4)',
    '(5)',
    '(6)',
    '(7)=(8)+(9)+(10)',
    '(8)',
    '(9)',
    '(10)',
    '(11)=(12)+(13)',
    '(12)',
    '(13)',
  ],
  ['I', 'THỦ TỤC CẤP HUYỆN'],
  [1, 'Hộ tịch', 12, 4],
  [2, 'Đất đai'],
  ['II', 'THỦ TỤC CẤP XÃ'],
  ['1', 'Chứng thực'],
  [null, 'Tổng cộng'],
  ['Ghi chú: cột (9) gồm cả hồ sơ chờ bổ sung.'],
  [null, 'Người làm báo cáo', null, null, null, null, null, null, 'Thủ trưởng đơn vị'],
];
const II_06A_MERGES = [
  area(3, 0, 5, 0),
  area(3, 1, 5, 1),
  area(3, 2, 3, 5),
  area(3, 6, 3, 9),
  area(3, 10, 3, 12),
  area(4, 2, 5, 2),
  area(4, 3, 4, 4),
  area(4, 5, 5, 5),
  ...[6, 7, 8, 9, 10, 11, 12].map((column) => area(4, column, 5, column)),
];

const TREE: Outline[] = [
  'TT',
  'Lĩnh vực giải quyết',
  [
    'Số lượng hồ sơ tiếp nhận',
    ['Tổng số', ['Trong kỳ', ['Trực tuyến', 'Trực tiếp, dịch vụ bưu chính']], 'Từ kỳ trước'],
  ],
  ['Số lượng hồ sơ đã giải quyết', ['Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn']],
  ['Số lượng hồ sơ đang giải quyết', ['Tổng số', 'Trong hạn', 'Quá hạn']],
];

describe('a form read from a workbook', () => {
  it('has headings of three levels, column numbers with their sums, sections, a unit line and notes', async () => {
    const { spec, remarks } = await read(II_06A, II_06A_MERGES);
    expect(outline(spec.columns)).toEqual(TREE);
    const leaves = headerOf(columnsOf(spec.columns)).leaves;
    expect(leaves.map(({ key, role }) => `${key} ${role}`).slice(0, 3)).toEqual([
      'c1 order',
      'c2 label',
      'c3 cells',
    ]);
    expect(
      leaves.flatMap(({ key, spec: { cell } }) =>
        cell?.kind === 'formula' ? [`${key} = ${cell.expr}`] : [],
      ),
    ).toEqual(['c3 = c4+c5+c6', 'c7 = c8+c9+c10', 'c11 = c12+c13']);
    expect(spec).toMatchObject({
      title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
      header: 'Biểu số II.06a/VPCP/KSTT',
      unitLine: 'Đơn vị tính: Số hồ sơ TTHC',
      notes: ['cột (9) gồm cả hồ sơ chờ bổ sung.'],
    });
    expect(spec.rows).toMatchObject({
      kind: 'fixed',
      rows: [
        { key: 'r1', kind: 'group', order: 'I', label: 'THỦ TỤC CẤP HUYỆN' },
        { key: 'r2', kind: 'row', level: 1, order: '1', label: 'Hộ tịch' },
        { kind: 'row', label: 'Đất đai' },
        { kind: 'group', order: 'II' },
        { kind: 'row', label: 'Chứng thực' },
        { kind: 'row', label: 'Tổng cộng' },
      ],
    });
    expect(remarks.map(({ message }) => message.vi.slice(0, 20))).toEqual([
      'Cột “{column}” được ',
      'Cột “{column}” được ',
      'Cột “{column}” được ',
      'Đọc được {count} dòn',
      'Số liệu có sẵn trong',
    ]);
  });

  it('is the same where nobody merged the cells', async () => {
    expect(outline((await read(II_06A)).spec.columns)).toEqual(TREE);
  });

  it('whose rows are units takes none of them', async () => {
    const { spec } = await read([
      ['TỔNG HỢP TIẾP CÔNG DÂN'],
      ['STT', 'Tên đơn vị', 'Số lượt', 'Số người', 'Ngày ban hành', 'Ghi chú'],
      ['A', 'B', '1', '2', '3', '4'],
      [1, 'UBND xã Một', 5, 6],
    ]);
    expect(spec.rows).toEqual({ kind: 'units' });
    expect(
      headerOf(columnsOf(spec.columns)).leaves.map(
        ({ spec: { cell } }) => cell?.kind === 'free' && cell.input,
      ),
    ).toEqual([false, false, 'number', 'number', 'date', 'words']);
  });

  it('without column numbers is found by its “TT”; measures and levels are read', async () => {
    const { spec } = await read([
      ['Biểu 01'],
      ['SỐ LIỆU CHUNG VỀ CẢI CÁCH HÀNH CHÍNH'],
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kết quả'],
      ['1', 'Số thủ tục', 'thủ tục'],
      ['1.1', 'Trong đó trực tuyến', 'thủ tục'],
      ['2', 'Tỷ lệ hài lòng', '%'],
    ]);
    expect(spec).toMatchObject({ title: 'Số liệu chung về cải cách hành chính', header: 'Biểu 01' });
    expect(spec.rows).toMatchObject({
      rows: [{ level: 0, measure: 'thủ tục' }, { level: 1, order: '1.1' }, { measure: '%' }],
    });
  });

  it('that is no table is none', async () => {
    expect(readForm(await grids([['Kính gửi:'], ['một dòng', 'hai']]))).toBeUndefined();
  });

  it('reads back the headings of every form that ships', async () => {
    for (const form of readFormCatalog()) {
      const columns = columnsOf(form.spec.columns);
      const { rows, leaves } = headerOf(columns);
      const lines: Line[] = [
        [String(form.spec.title)],
        ...rows.map((row) => leaves.map((_, at) => row.find((cell) => cell.at === at)?.label ?? null)),
        leaves.map((leaf) => leaf.number),
        ['1', 'Dòng'],
      ];
      const merges = rows.flatMap((row, level) =>
        row
          .map(({ at, colspan, rowspan }) => area(level + 1, at, level + rowspan, at + colspan - 1))
          .filter((one) => one.top < one.bottom || one.left < one.right),
      );
      expect(outline((await read(lines, merges)).spec.columns)).toEqual(outline(columns));
    }
  });
});
