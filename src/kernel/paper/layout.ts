/**
 * The figures of Phụ lục I of Nghị định 30/2020/NĐ-CP: millimetres for places, points for letters. Where the decree allows a
 * stretch, `allowed` holds it and the figure chosen lies within. "V" is the table of faces that closes its Part I.
 */
export interface Figure {
  readonly value: number;
  readonly allowed: readonly [least: number, most: number];
  readonly basis: string;
}

function figure(value: number, allowed: readonly [number, number], basis: string): Figure {
  return { value, allowed, basis: `Phụ lục I, phần I, mục ${basis}` };
}

/** A4, mm. */
export const PAGE = {
  width: figure(210, [210, 210], 'I.1'),
  height: figure(297, [297, 297], 'I.1'),
} as const;

/** How much larger everything is drawn on each size of paper. */
export const SCALES = { a4: 1, a3: Math.SQRT2 } as const;

/** mm that a QR code with its white edge is wide on A4: the smallest code is then 26 mm wide without it. */
export const CODE_SIZE = 36;

/** mm from the edges of the page as it is read, lying pages too. */
export const MARGINS = {
  top: figure(20, [20, 25], 'I.3'),
  bottom: figure(20, [20, 25], 'I.3'),
  left: figure(30, [30, 35], 'I.3'),
  right: figure(15, [15, 20], 'I.3'),
} as const;

/** I.4: Times New Roman; the PDF carries Tinos, drawn to the same widths. */
export const FONT = { word: 'Times New Roman', pdf: 'Tinos' } as const;

/** II.6: first line 1–1.27 cm in, paragraphs at least 6 pt apart, lines single to one and a half. */
export const TEXT = {
  firstLine: figure(12.7, [10, 12.7], 'II.6.e'),
  paragraphGap: figure(6, [6, Number.POSITIVE_INFINITY], 'II.6.e'),
  lineSpacing: figure(1.15, [1, 1.5], 'II.6.e'),
} as const;

/** Share of the line of words above it that a rule is long. */
export const RULES = {
  /** Under the motto: as long as the motto. */
  motto: figure(1, [1, 1], 'II.1.b'),
  /** Under the authority, and under the subject. */
  short: figure(0.4, [1 / 3, 1 / 2], 'II.2 và II.5'),
} as const;

export interface Face {
  /** Points. */
  readonly size: Figure;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly align: 'left' | 'center' | 'justify';
  /** The name of its style in Word. */
  readonly style: string;
}

type Manner = Partial<Pick<Face, 'bold' | 'italic' | 'capitals' | 'align'>>;

function face(style: string, size: Figure, manner: Manner = {}): Face {
  return { style, size, bold: false, italic: false, capitals: false, align: 'center', ...manner };
}

const bold = { bold: true } as const;
const capitals = { capitals: true } as const;

/** How each element of a paper looks. */
export const FACES = {
  nation: face('Quốc hiệu', figure(13, [12, 13], 'II.1.a'), { ...bold, ...capitals }),
  motto: face('Tiêu ngữ', figure(14, [13, 14], 'II.1.b'), bold),
  superior: face('Cơ quan chủ quản', figure(13, [12, 13], 'II.2 và V.2'), capitals),
  authority: face('Cơ quan ban hành', figure(13, [12, 13], 'II.2 và V.2'), { ...bold, ...capitals }),
  number: face('Số, ký hiệu', figure(13, [13, 13], 'II.3 và V.3')),
  letterSubject: face('Trích yếu công văn', figure(13, [12, 13], 'II.5 và V.5.b')),
  placeAndDate: face('Địa danh, thời gian', figure(14, [13, 14], 'II.4 và V.4'), { italic: true }),
  urgency: face('Mức độ khẩn', figure(13, [13, 14], 'III.2'), { ...bold, ...capitals }),
  kindName: face('Tên loại', figure(14, [13, 14], 'II.5 và V.5.a'), { ...bold, ...capitals }),
  subject: face('Trích yếu', figure(14, [13, 14], 'II.5 và V.5.a'), bold),
  addressee: face('Kính gửi', figure(14, [13, 14], 'II.9.a và V.9.a'), { align: 'left' }),
  basis: face('Căn cứ', figure(14, [13, 14], 'II.6.b'), { italic: true, align: 'justify' }),
  body: face('Nội dung', figure(14, [13, 14], 'II.6 và V.6'), { align: 'justify' }),
  heading: face('Tiêu đề mục', figure(14, [13, 14], 'V.6'), { ...bold, align: 'justify' }),
  signedFor: face('Quyền hạn, chức vụ', figure(14, [13, 14], 'II.7 và V.7'), { ...bold, ...capitals }),
  signer: face('Họ tên người ký', figure(14, [13, 14], 'II.7 và V.7'), bold),
  recipientsWord: face('Nơi nhận', figure(12, [12, 12], 'II.9.b và V.9.b'), {
    bold: true,
    italic: true,
    align: 'left',
  }),
  recipient: face('Danh sách nơi nhận', figure(11, [11, 11], 'II.9.b và V.9.b'), { align: 'left' }),
  annexWord: face('Phụ lục', figure(14, [14, 14], 'III.1.c'), bold),
  annexTitle: face('Tên phụ lục', figure(14, [13, 14], 'III.1.c'), { ...bold, ...capitals }),
  annexReference: face('Chỉ dẫn phụ lục', figure(14, [13, 14], 'III.1.d'), { italic: true }),
  pageNumber: face('Số trang', figure(14, [13, 14], 'I.7')),
} as const satisfies Record<string, Face>;

export type FaceName = keyof typeof FACES;

/** The decree says nothing of tables; 12 pt is what eight columns of a lying page can hold. */
export const TABLE_SIZE = 12;

/** mm of the left column of the head, so that the name of the nation fits on one line of the right one. */
export const HEAD_LEFT = 66;
/** mm of the column of recipients at the foot. */
export const FOOT_LEFT = 80;
/** mm left free for a hand to sign and stamp. */
export const SIGNING_SPACE = 26;
