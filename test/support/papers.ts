import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Paper, TableBlock } from '../../src/kernel/paper/index.ts';

/** A table of tasks with a header of two levels, a row that heads others and a cell over two rows. */
export function tableOf(rows: number): TableBlock {
  return {
    kind: 'table',
    columns: [{ width: 1, align: 'center' }, { width: 5 }, { width: 3 }, { width: 3 }],
    header: [
      [
        { words: 'TT', rowSpan: 2 },
        { words: 'Nhiệm vụ', rowSpan: 2 },
        { words: 'Cơ quan thực hiện', colSpan: 2 },
      ],
      [{ words: 'Chủ trì' }, { words: 'Phối hợp' }],
    ],
    rows: [
      [{ words: 'Nội dung 1', colSpan: 4, bold: true, align: 'left' }],
      ...Array.from({ length: rows }, (_, index) => [
        { words: String(index + 1) },
        { words: `Niêm yết công khai danh sách số ${index + 1}` },
        { words: 'Phòng Nội vụ' },
        { words: 'Các xã, thị trấn' },
      ]),
    ],
  };
}

/** A plan with every part a paper may have. */
export const samplePaper: Paper = {
  authority: { superior: null, name: 'Ủy ban nhân dân\nhuyện Ân Thi' },
  number: { number: '5', symbol: 'KH-UBND' },
  place: 'Ân Thi',
  date: { year: 2024, month: 2, day: 5 },
  draft: false,
  heading: { kind: 'titled', name: 'Kế hoạch', subject: 'Nâng cao hiệu quả quản trị năm 2024' },
  addressees: [],
  bases: ['Căn cứ Luật Tổ chức chính quyền địa phương', 'Căn cứ Kế hoạch số 192/KH-UBND'],
  body: [
    { kind: 'paragraph', words: 'Ủy ban nhân dân huyện ban hành Kế hoạch như sau:' },
    { kind: 'clause', level: 'part', label: 'I.', words: 'MỤC ĐÍCH', isHeading: true },
    { kind: 'clause', level: 'section', label: '1.', words: 'Yêu cầu', isHeading: true },
    {
      kind: 'clause',
      level: 'letter',
      label: 'đ)',
      words: [{ text: 'Công khai ' }, { text: 'đúng hạn', bold: true }],
    },
  ],
  recipients: ['Sở Nội vụ', 'Lưu: VT'],
  signature: {
    signedFor: [
      { capacity: 'TM.', of: 'Ủy ban nhân dân' },
      { capacity: 'KT.', of: 'Chủ tịch' },
    ],
    title: 'Phó Chủ tịch',
    name: 'Phạm Đức Toàn',
  },
  annexes: [{ orientation: 'landscape', title: 'Nhiệm vụ cụ thể', blocks: [tableOf(60)] }],
};

/** A letter to several addressees, urgent and still a draft. */
export const sampleLetter: Paper = {
  ...samplePaper,
  authority: { superior: 'UBND huyện Ân Thi', name: 'Phòng Nội vụ' },
  number: { number: null, symbol: 'NV' },
  date: { year: 2024, month: null, day: null },
  draft: true,
  urgency: 'KHẨN',
  heading: { kind: 'letter', subject: 'đôn đốc thực hiện Kế hoạch' },
  addressees: ['Các phòng, ngành huyện', 'UBND các xã, thị trấn'],
  bases: [],
  signature: { signedFor: [], title: 'Trưởng phòng', name: null },
  annexes: [],
};

/** A part of a Word file as text. */
export function partOf(docx: Uint8Array, name: string): string {
  return strFromU8(unzipSync(docx)[name] ?? new Uint8Array());
}

/** The text of each page of a PDF, blanks as one space. */
export async function pdfPages(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.map((page) => page.replace(/\s+/g, ' '));
}
