import type { ExampleTask } from '../../reference/example/schema.ts';

/** The head of the annex above its table, as offices write it. */
export const annexHead = {
  organ: ['ỦY BAN NHÂN DÂN', 'HUYỆN ÂN THI'],
  nation: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  title: [
    'PHỤ LỤC',
    'BIỂU TỔNG HỢP NHIỆM VỤ CỤ THỂ NÂNG CAO HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG HUYỆN ÂN THI NĂM 2024',
  ],
  attachedTo: '(Kèm theo Kế hoạch số      /KH-UBND ngày      /01/2024 của UBND huyện Ân Thi)',
  signature: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Phạm Đức Toàn'],
} as const;

/** Eight columns under a two-row header: the two organ columns share one upper cell. */
export const annexColumns = [
  { upper: 'STT', lower: null, width: 6 },
  { upper: 'Nội dung thành phần', lower: null, width: 17 },
  { upper: 'Nhiệm vụ, giải pháp cụ thể', lower: null, width: 42 },
  { upper: 'Sản phẩm, kết quả', lower: null, width: 30 },
  { upper: 'Phân công thực hiện', lower: 'Cơ quan chủ trì', width: 20 },
  { upper: 'Phân công thực hiện', lower: 'Cơ quan phối hợp', width: 30 },
  { upper: 'Thời gian hoàn thành', lower: null, width: 19 },
  { upper: 'Ghi chú', lower: null, width: 24 },
] as const;

const sections: readonly { dimension: number; numeral: string; title: string }[] = [
  { dimension: 1, numeral: 'I', title: 'Nội dung 1: Tham gia của người dân ở cấp cơ sở' },
  { dimension: 2, numeral: 'II', title: 'Nội dung 2: Công khai, minh bạch trong hoạch định chính sách' },
  { dimension: 3, numeral: 'III', title: 'Nội dung 3: Trách nhiệm giải trình với người dân' },
  { dimension: 4, numeral: 'IV', title: 'Nội dung 4: Kiểm soát tham nhũng trong khu vực công' },
  { dimension: 5, numeral: 'V', title: 'Nội dung 5: Thủ tục hành chính công' },
  { dimension: 6, numeral: 'VI', title: 'Nội dung 6: Cung ứng dịch vụ công' },
  { dimension: 7, numeral: 'VII', title: 'Nội dung 7: Quản trị môi trường' },
  { dimension: 8, numeral: 'VIII', title: 'Nội dung 8: Quản trị điện tử' },
  { dimension: 0, numeral: 'IX', title: 'Nhiệm vụ chung' },
];

const subDimensionTitles: ReadonlyMap<string, string> = new Map([
  ['1.1', 'Tri thức công dân'],
  ['1.2', 'Cơ hội tham gia'],
  ['1.3', 'Chất lượng bầu cử'],
  ['1.4', 'Đóng góp tự nguyện'],
  ['2.1', 'Tiếp cận thông tin'],
  ['2.2', 'Công khai danh sách hộ nghèo'],
  ['2.3', 'Công khai thu, chi ngân sách cấp xã'],
  ['2.4', 'Công khai quy hoạch, kế hoạch sử dụng đất, bảng giá đất'],
  ['3.1', 'Tương tác với chính quyền'],
  ['3.2', 'Giải đáp khiếu nại, tố cáo, kiến nghị'],
  ['3.3', 'Tiếp cận dịch vụ tư pháp'],
  ['4.1', 'Kiểm soát tham nhũng trong chính quyền'],
  ['4.2', 'Kiểm soát tham nhũng trong cung ứng dịch vụ công'],
  ['4.3', 'Công bằng trong tuyển dụng nhân lực'],
  ['4.4', 'Quyết tâm chống tham nhũng'],
  ['5.1', 'Chứng thực, xác nhận'],
  ['5.2', 'Cấp phép xây dựng'],
  ['5.3', 'Cấp giấy chứng nhận quyền sử dụng đất'],
  ['5.4', 'Thủ tục ở cấp xã'],
  ['6.1', 'Y tế công lập'],
  ['6.2', 'Giáo dục tiểu học công lập'],
  ['6.3', 'Cơ sở hạ tầng căn bản'],
  ['6.4', 'An ninh, trật tự'],
  ['7.1', 'Nghiêm túc trong bảo vệ môi trường'],
  ['7.2', 'Chất lượng không khí'],
  ['7.3', 'Chất lượng nước'],
  ['8.1', 'Sử dụng cổng thông tin điện tử'],
  ['8.2', 'Tiếp cận, sử dụng Internet'],
  ['8.3', 'Phúc đáp yêu cầu qua cổng thông tin điện tử'],
]);

export interface AnnexCell {
  text: string;
  /** Rows this cell covers; 0 when the cell above covers it. */
  rowSpan: number;
}

export type AnnexLine =
  | { type: 'section'; numeral: string; title: string }
  | { type: 'task'; cells: readonly AnnexCell[] };

function cellTexts(task: ExampleTask): string[] {
  const title = task.subDimension === null ? undefined : subDimensionTitles.get(task.subDimension);
  const part = title === undefined ? 'Chung' : `${task.subDimension}. ${title}`;
  return [task.code, part, task.text, task.products, task.lead, task.coordinating, task.due, task.note];
}

const MERGED_COLUMNS: ReadonlySet<number> = new Set([1, 4]);

function spanOf(rows: readonly string[][], row: number, column: number): number {
  if (!MERGED_COLUMNS.has(column)) return 1;
  // The lead is merged only inside one sub-dimension, as clerks do it.
  const same = (a: number, b: number) =>
    rows[a]?.[column] === rows[b]?.[column] && rows[a]?.[1] === rows[b]?.[1];
  if (row > 0 && same(row - 1, row)) return 0;
  let end = row + 1;
  while (end < rows.length && same(row, end)) end += 1;
  return end - row;
}

/** The table body: a section row for each content, then its tasks with the vertical merges of the sheet. */
export function annexLines(tasks: readonly ExampleTask[]): AnnexLine[] {
  return sections.flatMap(({ dimension, numeral, title }): AnnexLine[] => {
    const rows = tasks.filter((task) => task.dimension === dimension).map(cellTexts);
    const lines = rows.map((texts, row): AnnexLine => {
      const cells = texts.map((text, column) => ({ text, rowSpan: spanOf(rows, row, column) }));
      return { type: 'task', cells };
    });
    return [{ type: 'section', numeral, title }, ...lines];
  });
}
