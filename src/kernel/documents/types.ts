import type { CalendarDate } from '../dates.ts';
import type { Message, MessageParams } from '../i18n.ts';

/** One cell as a person sees it. */
export interface GridCell {
  /** What the cell shows: NFC, spaces around it removed, line breaks kept as `\n`. */
  text: string;
  /** Where a person finds it: `C7` in a workbook or a CSV file, `bảng 1, dòng 7, cột 3` in a Word table. */
  address: string;
  /** The whole text is bold. */
  bold: boolean;
  /** This cell is covered by a merge; `text` and `value` are those of the anchor, whose 0-based place this is. */
  mergedFrom?: { row: number; column: number };
  /** The typed value, where the file stores one (workbooks only). */
  value?: number | boolean | CalendarDate;
}

/**
 * A sheet, a Word table or a CSV file. Rows and columns are 0-based. A hole is a cell that the file does not have or, in
 * sheets and CSV, that is empty; `addressOf` names its place all the same.
 */
export interface Grid {
  /** The file it came from. */
  source: string;
  /** The sheet's name, or `Bảng 1`, `Bảng 2` … in a Word file. */
  name: string;
  rows: (GridCell | undefined)[][];
  /** The sheet is hidden in the workbook. */
  hidden: boolean;
  /** 0-based rows that the workbook hides (filtered or folded away); they are read all the same. */
  hiddenRows?: number[];
  /** Word only: the N of `Bảng N`. */
  tableNumber?: number;
  /** Word only: how many of `paragraphs` stand before this table. */
  afterParagraph?: number;
}

/** A paragraph of running text. */
export interface Paragraph {
  /** NFC; line breaks kept as `\n`; without the label that Word computes (see `numbering`). */
  text: string;
  /** The name of the paragraph style, when it is not the default one: `heading 1`. */
  style?: string;
  /** The label Word computes and shows before the text: `1.2.`, `đ)`. */
  numbering?: string;
  bold: boolean;
  italic: boolean;
  pageBreakBefore?: boolean;
}

/** Something the reader noticed that a person should know: a hidden sheet, a legacy font. */
export interface ReadNotice {
  /** Stable name: `hidden_sheet`. */
  code: string;
  message: Message;
  params?: MessageParams;
  /** Sheet or table it concerns. */
  grid?: string;
}

export type DocumentKind = 'docx' | 'xlsx' | 'csv' | 'txt';

/** All that a file says, in reading order. */
export interface DocumentContent {
  fileName: string;
  kind: DocumentKind;
  grids: Grid[];
  /** Running text; in a Word file what stands outside tables. */
  paragraphs: Paragraph[];
  notices: ReadNotice[];
}
