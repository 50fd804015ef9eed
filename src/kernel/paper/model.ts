/** A stretch of words in one face. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Words of one paragraph or cell; `\n` breaks the line. */
export type Words = string | readonly Run[];

/** The levels of Phụ lục I, mục II.6 and the dashes offices use below them, outermost first. */
export const CLAUSE_LEVELS = ['part', 'section', 'subsection', 'letter', 'number', 'dash'] as const;
export type ClauseLevel = (typeof CLAUSE_LEVELS)[number];

/** A labelled piece of the text: "II. NỘI DUNG", "1.2. …", "đ) …", "- …". */
export interface ClauseBlock {
  readonly kind: 'clause';
  readonly level: ClauseLevel;
  /** As written, with its point or bracket: "II.", "1.2.", "đ)", "-". */
  readonly label: string;
  readonly words: Words;
  /** Stands in bold above what belongs to it, and in the outline of the document. */
  readonly isHeading?: boolean;
}

export type Alignment = 'left' | 'center' | 'right' | 'justify';

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly words: Words;
  /** Justified with an indented first line unless something else is said. */
  readonly align?: Alignment;
}

export interface PaperCell {
  readonly words: Words;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly bold?: boolean;
  /** That of the column when left out; cells of the header are centred. */
  readonly align?: Alignment;
}

/** A cell covered by a `rowSpan` from above or a `colSpan` from the left is left out. */
export type PaperRow = readonly PaperCell[];

export interface TableBlock {
  readonly kind: 'table';
  /** `width` is the column's share of the page, in any unit. */
  readonly columns: readonly { readonly width: number; readonly align?: Alignment }[];
  /** One or more levels, bold, said again at the top of every page. */
  readonly header: readonly PaperRow[];
  readonly rows: readonly PaperRow[];
}

/** A QR code with words beside it: where to read more, for a phone and for people. */
export interface CodeBlock {
  readonly kind: 'code';
  /** What a phone reads: a whole address. */
  readonly content: string;
  /** What is there, for programs that read aloud. */
  readonly label: string;
  readonly words: Words;
}

export type Block = CodeBlock | ClauseBlock | ParagraphBlock | TableBlock;

/** "KẾ HOẠCH" with its subject below, or a letter, which has no name and its subject under the number. */
export type Heading =
  | {
      readonly kind: 'titled';
      /** "Kế hoạch", shown in capitals. */
      readonly name: string;
      readonly subject: string;
    }
  /** `subject` without "V/v". */
  | { readonly kind: 'letter'; readonly subject: string };

/** Điều 13: for the collective, in place of the head, by order, by written mandate. */
export type Capacity = 'TM.' | 'KT.' | 'TL.' | 'TUQ.';

export interface Signature {
  /** In the order of the lines: "TM." of "Ủy ban nhân dân", then "KT." of "Chủ tịch". Shown in capitals, as the title is. */
  readonly signedFor: readonly { readonly capacity: Capacity; readonly of: string }[];
  /** The signer's own post: "Phó Chủ tịch"; "Q. Giám đốc" of one who is entrusted with it. */
  readonly title: string;
  readonly name: string | null;
}

export interface Annex {
  readonly orientation: 'portrait' | 'landscape';
  /** What stands below "Phụ lục" and its number, shown in capitals. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A3 is A4 drawn larger by the square root of two, letters too: for a wall that is read from two steps away. */
export interface PageForm {
  readonly size: 'a4' | 'a3';
  readonly orientation: Annex['orientation'];
}

export type Urgency = 'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC';

/** A paper in the form of Nghị định 30/2020/NĐ-CP, as plain data. */
export interface Paper {
  /** As written in a sentence; shown in capitals. `\n` parts two lines: "Ủy ban nhân dân\nhuyện Ân Thi". */
  readonly authority: {
    /** The body above; `null` where the form names none, as for a committee. */
    readonly superior: string | null;
    readonly name: string;
  };
  readonly number: {
    /** "12"; `null` leaves the gap a draft has. */
    readonly number: string | null;
    /** "KH-UBND"; of a letter "UBND-NV". */
    readonly symbol: string;
  };
  readonly place: string;
  /** `null` leaves a gap to write in. */
  readonly date: { readonly year: number; readonly month: number | null; readonly day: number | null };
  readonly draft: boolean;
  /** Standing A4 when left out. */
  readonly page?: PageForm;
  readonly urgency?: Urgency;
  readonly heading: Heading;
  /** "Kính gửi": empty where the paper is addressed to nobody. */
  readonly addressees: readonly string[];
  /** "Căn cứ …" without the semicolon or point at the end. */
  readonly bases: readonly Words[];
  readonly body: readonly Block[];
  /** Without dash and semicolon; "Lưu: VT, NV" comes last. */
  readonly recipients: readonly string[];
  readonly signature: Signature;
  readonly annexes: readonly Annex[];
}
