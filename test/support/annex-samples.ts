import type { DocumentContent, Grid, GridCell } from '../../src/kernel/documents/types.ts';
import { type Annex, type AnnexOptions, interpretAnnex } from '../../src/modules/plans/domain/annex.ts';
import type { UnitDirectory } from '../../src/modules/plans/domain/units.ts';

/** A directory of one district, for tests. */
export const DIRECTORY: UnitDirectory = {
  units: [
    { id: 'district', name: 'Ủy ban nhân dân huyện Mẫu', shortNames: [], kind: 'ubnd' },
    ...[
      ['vp', 'Văn phòng HĐND và UBND huyện'],
      ['nv', 'Phòng Nội vụ'],
      ['tp', 'Phòng Tư pháp'],
      ['tckh', 'Phòng Tài chính - Kế hoạch'],
      ['tnmt', 'Phòng Tài nguyên và Môi trường'],
      ['ldtbxh', 'Phòng Lao động - Thương binh và Xã hội'],
      ['vhtt', 'Phòng Văn hóa và Thông tin'],
      ['gddt', 'Phòng Giáo dục và Đào tạo'],
      ['nnptnt', 'Phòng Nông nghiệp và Phát triển nông thôn'],
      ['ktht', 'Phòng Kinh tế và Hạ tầng'],
      ['ttr', 'Thanh tra huyện'],
      ['ttvhtt', 'Trung tâm Văn hóa và Truyền thanh huyện'],
      ['ca', 'Công an huyện'],
      ['bchqs', 'Ban Chỉ huy Quân sự huyện'],
      ['bhxh', 'Bảo hiểm xã hội huyện'],
      ['mttq', 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện'],
    ].map(([id = '', name = '']) => ({ id, name, shortNames: [], kind: 'department' })),
    { id: 'mau', name: 'UBND thị trấn Mẫu', shortNames: [], kind: 'ubnd' },
    { id: 'an', name: 'UBND xã An Hòa', shortNames: ['An Hòa'], kind: 'ubnd' },
    { id: 'binh', name: 'UBND xã Bình Minh', shortNames: [], kind: 'ubnd' },
  ],
  groups: [],
};

function address(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

/** A cell of a test grid: text; `^` continues the merge above, `<` the one on the left, `*…` is bold, '' is a hole. */
function cellOf(rows: readonly (readonly string[])[], row: number, column: number): GridCell | undefined {
  let [r, c] = [row, column];
  while (rows[r]?.[c] === '^') r--;
  while (rows[r]?.[c] === '<') c--;
  const written = rows[r]?.[c] ?? '';
  if (written === '') return undefined;
  const bold = written.startsWith('*');
  return {
    text: (bold ? written.slice(1) : written).normalize('NFC'),
    address: address(row, column),
    bold,
    ...(r === row && c === column ? {} : { mergedFrom: { row: r, column: c } }),
  };
}

/** Makes a grid of literal rows. */
export function gridOf(rows: readonly (readonly string[])[], name = 'Phụ lục'): Grid {
  return {
    source: 'phu-luc.xlsx',
    name,
    hidden: false,
    rows: rows.map((row, r) => row.map((_, c) => cellOf(rows, r, c))),
  };
}

export function documentOf(grids: readonly Grid[], kind: DocumentContent['kind'] = 'xlsx'): DocumentContent {
  return { fileName: 'phu-luc.xlsx', kind, grids: [...grids], paragraphs: [], notices: [] };
}

/** The header of most sample tables, and a row under it. */
export const HEADER = [
  'STT',
  'Nhiệm vụ',
  'Sản phẩm',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Thời gian',
  'Ghi chú',
];
export const taskRow = (stt: string, text: string, due = 'Quý II') => [
  stt,
  text,
  'Báo cáo',
  'Phòng Nội vụ',
  '',
  due,
  '',
];

/** Interprets one sheet of literal rows in the year 2024. */
export function readRows(rows: readonly (readonly string[])[], options: Partial<AnnexOptions> = {}): Annex {
  return interpretAnnex(documentOf([gridOf(rows)]), { planYear: 2024, directory: DIRECTORY, ...options });
}
