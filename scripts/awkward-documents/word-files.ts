import { ANNEX, type AnnexRow, BODY, HEADER, SIGNATURE, SUBTITLE, TASKS, TITLE } from './content.ts';
import { cell, HEADER_ROW, PAGE_BREAK, paragraph, row, run, table, word } from './word.ts';

const header = row(
  HEADER.map((text) => cell(text, { bold: true })),
  HEADER_ROW,
);
const numbers = row(HEADER.map((_, i) => cell(`(${i + 1})`)));

function annexRow(item: AnnexRow): string {
  if ('task' in item) return row(item.task.map((text) => cell(text)));
  if (item.number === undefined) return row([cell(item.section, { span: 8, bold: true })]);
  return row([cell(item.number, { bold: true }), cell(item.section, { span: 7, bold: true })]);
}

/** One annex cut into three tables at the page ends, the header typed again on each page. */
function splitOverPages(): Uint8Array {
  const rows = ANNEX.map(annexRow);
  return word([
    paragraph(TITLE, { bold: true }),
    table([header, numbers, ...rows.slice(0, 5)]),
    PAGE_BREAK,
    table([header, ...rows.slice(5, 10)]),
    PAGE_BREAK,
    table([header, ...rows.slice(10)]),
    ...SIGNATURE.map((line) => paragraph(line, { bold: true })),
  ]);
}

/** Header in two levels by gridSpan and vMerge; the lead of neighbouring tasks merged downwards. */
function spansAndMerges(): Uint8Array {
  const top = ['STT', 'Nội dung thành phần', 'Nhiệm vụ', 'Sản phẩm'].map((text) =>
    cell(text, { merge: 'restart', bold: true }),
  );
  const under = cell('', { merge: 'continue' });
  const rows = TASKS.map((task, r) =>
    row(
      task.map((text, c) => {
        if (c !== 4) return cell(text);
        if (TASKS[r - 1]?.[4] === text) return cell('', { merge: 'continue' });
        return cell(text, { merge: 'restart' });
      }),
    ),
  );
  return word([
    paragraph(TITLE, { bold: true }),
    table([
      row([
        ...top,
        cell('Cơ quan thực hiện', { span: 2, bold: true }),
        cell('Thời gian hoàn thành', { merge: 'restart', bold: true }),
        cell('Ghi chú', { merge: 'restart', bold: true }),
      ]),
      row([
        under,
        under,
        under,
        under,
        cell('Cơ quan chủ trì', { bold: true }),
        cell('Cơ quan phối hợp', { bold: true }),
        under,
        under,
      ]),
      ...rows,
    ]),
  ]);
}

function bodyAndAnnex(): Uint8Array {
  const [first = '', second = '', ...rest] = BODY;
  return word([
    table([row([cell('UBND HUYỆN'), cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')])], 2),
    paragraph(first, { bold: true }),
    paragraph(second, { bold: true }),
    ...rest.map((text) => paragraph(text, { bold: /^[IVX]+\./.test(text) })),
    table([row([cell('Nơi nhận:\n- Sở Nội vụ'), cell('TM. ỦY BAN NHÂN DÂN')])], 2),
    PAGE_BREAK,
    paragraph(TITLE, { bold: true }),
    paragraph(SUBTITLE),
    table([header, ...ANNEX.map(annexRow)]),
  ]);
}

/** Word computes every number: the clauses' and those of the annex's first column. */
function autoNumbering(): Uint8Array {
  const rows = TASKS.map((task) =>
    row([cell('', { list: [2, 0] }), ...task.slice(1).map((text) => cell(text))]),
  );
  return word([
    paragraph('MỤC ĐÍCH, YÊU CẦU', { style: 'Heading1' }),
    paragraph('Mục đích', { list: [1, 1] }),
    paragraph('NHIỆM VỤ', { style: 'Heading1' }),
    paragraph('Tham gia của người dân ở cấp cơ sở', { list: [1, 1] }),
    paragraph('Tri thức công dân', { list: [1, 2] }),
    paragraph('Tuyên truyền quyền và nghĩa vụ công dân.', { list: [1, 3] }),
    paragraph('Trả lời câu hỏi của người dân.', { list: [1, 3] }),
    paragraph('Cơ hội tham gia', { list: [1, 2] }),
    paragraph('Lấy ý kiến nhân dân trước khi ban hành.', { list: [1, 3] }),
    paragraph('Công khai, minh bạch', { list: [1, 1] }),
    paragraph('Phần bắt đầu lại từ V', { list: [3, 0] }),
    table([header, ...rows]),
  ]);
}

/** Insertions stay, deletions go: words, a paragraph end, a table row. */
function trackedChanges(): Uint8Array {
  const mark = 'w:id="1" w:author="Người soạn" w:date="2024-01-20T08:00:00Z"';
  const inserted = (text: string): string => `<w:ins ${mark}>${run(text)}</w:ins>`;
  const deleted = (text: string): string =>
    `<w:del ${mark}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const rows = TASKS.slice(0, 8).map((task, r) =>
    row(
      task.map((text, c) => {
        if (r === 0 && c === 6) return cell(`${deleted('Quý I/2024')}${inserted('Quý II/2024')}`);
        return cell(text);
      }),
    ),
  );
  const deletedRow = row(
    HEADER.map(() => cell(deleted('bỏ'))),
    `<w:del ${mark}/>`,
  );
  return word([
    paragraph(`${run('Kế hoạch năm ')}${deleted('2023')}${inserted('2024')}`),
    `<w:p><w:pPr><w:rPr><w:del ${mark}/></w:rPr></w:pPr>${run('Hai đoạn này ')}</w:p>`,
    paragraph('đã được nối thành một.'),
    table([header, ...rows.slice(0, 3), deletedRow, ...rows.slice(3)]),
  ]);
}

/** The annex stands in a cell of a frame; a small table inside a cell is only layout. */
function nestedTable(): Uint8Array {
  const layout = table([row([cell('Kế hoạch'), cell('01 bản')]), row([cell('Báo cáo'), cell('02 kỳ')])], 2);
  const rows = TASKS.slice(0, 8).map((task, r) =>
    row(task.map((text, c) => (r === 0 && c === 3 ? cell(`${layout}<w:p/>`) : cell(text)))),
  );
  const annex = table([header, ...rows]);
  return word([paragraph(TITLE, { bold: true }), table([row([cell(`${annex}<w:p/>`)])], 1)]);
}

export const WORD_FILES: Record<string, () => Uint8Array> = {
  'split-over-pages.docx': splitOverPages,
  'spans-and-merges.docx': spansAndMerges,
  'body-and-annex.docx': bodyAndAnnex,
  'auto-numbering.docx': autoNumbering,
  'tracked-changes.docx': trackedChanges,
  'nested-table.docx': nestedTable,
};
