import type { CalendarDate } from '../../kernel/dates.ts';
import {
  authorityOf,
  type Block,
  isCommittee,
  type Paper,
  placeOf,
  type TableBlock,
} from '../../kernel/paper/index.ts';
import {
  dateOnPaper,
  GAP,
  type Hanging,
  hangingWords,
  labelled,
  paperDay,
  paragraph,
} from './posting-words.ts';

export interface Witness {
  readonly name: string;
  /** "Trưởng ban công tác Mặt trận thôn An Đỗ". */
  readonly post: string;
}

/** What the minutes of hanging up or taking down are made of. What is not known stays a gap to write in by hand. */
export interface MinutesPieces {
  readonly unitName: string;
  readonly superior: string | null;
  readonly title: string;
  /** "Nhà văn hóa thôn An Đỗ". */
  readonly placeName: string;
  readonly placeAddress: string;
  /** The day it was hung up or taken down; `null` leaves a gap. */
  readonly on: CalendarDate | null;
  readonly hanging: Hanging;
  readonly today: CalendarDate;
  readonly maker: Witness | null;
  readonly witnesses: readonly Witness[];
}

/** Minutes of posting are signed by at least two who saw it. */
const LEAST_WITNESSES = 2;

/** Biên bản niêm yết: what was hung where and until when, before whom. The wording is the program's own: the law gives no form. */
export function minutesOfPosting(pieces: MinutesPieces): Paper {
  const { title, hanging } = pieces;
  return minutes(pieces, `Niêm yết công khai ${title}`, [
    labelled('Nội dung niêm yết', title),
    labelled(
      'Số trang của bản niêm yết',
      `${GAP} trang, có chữ ký và dấu của cơ quan công khai: có □  không □`,
    ),
    labelled('Thời gian niêm yết', `${hangingWords(hanging)}.`),
    paragraph(
      'Bản niêm yết được treo ở chỗ mọi người dễ thấy, dễ đọc. Ý kiến của Nhân dân trong thời gian niêm yết được người lập biên bản ghi lại và gửi cơ quan công khai.',
    ),
  ]);
}

/** Biên bản kết thúc niêm yết: that it hung until its last day, in what state, and what people said meanwhile. */
export function minutesOfRemoval(pieces: MinutesPieces & { readonly reason: string | null }): Paper {
  const { title, hanging, on, reason } = pieces;
  return minutes(pieces, `Kết thúc niêm yết công khai ${title}`, [
    labelled('Nội dung đã niêm yết', title),
    labelled('Thời gian phải niêm yết', `${hangingWords(hanging)}.`),
    labelled('Ngày gỡ', `${paperDay(on)}${reason ? `; lý do: ${reason}` : ''}.`),
    labelled(
      'Tình trạng bản niêm yết khi gỡ',
      `còn nguyên □  rách, mờ □  bị mất □  đã treo lại ngày ${paperDay(null)}`,
    ),
    labelled('Ý kiến của Nhân dân trong thời gian niêm yết', `${GAP} ý kiến; tóm tắt: ${GAP.repeat(6)}`),
  ]);
}

function minutes(pieces: MinutesPieces, subject: string, said: readonly Block[]): Paper {
  const { unitName, superior, placeName, placeAddress, on, today, maker } = pieces;
  const committee = isCommittee(unitName);
  const where = placeAddress === '' ? placeName : `${placeName}, ${placeAddress}`;
  return {
    authority: authorityOf(unitName, superior),
    number: { number: null, symbol: 'BB' },
    place: placeOf(committee ? unitName : (superior ?? unitName)),
    date: dateOnPaper(on, today),
    draft: false,
    heading: { kind: 'titled', name: 'Biên bản', subject },
    addressees: [],
    bases: [],
    body: [
      paragraph(`Hồi …… giờ …… phút, ngày ${paperDay(on)}, tại ${where}, chúng tôi gồm có:`),
      peopleOf(pieces),
      ...said,
      paragraph(
        'Biên bản kết thúc hồi …… giờ …… phút cùng ngày, lập thành 02 bản, đã đọc cho những người có tên trên cùng nghe, thống nhất và ký tên.',
      ),
    ],
    recipients: [unitName, 'Lưu: hồ sơ công khai'],
    signature: { signedFor: [], title: 'Người lập biên bản', name: maker?.name ?? null },
    annexes: [],
  };
}

/** Three lines high; a blank alone is taken away by programs. */
const ROOM_TO_SIGN = '\u00a0\n\u00a0\n\u00a0';

function peopleOf({ maker, witnesses }: MinutesPieces): TableBlock {
  const lines = [
    { ...(maker ?? { name: '', post: '' }), as: 'Người niêm yết' },
    ...Array.from({ length: Math.max(LEAST_WITNESSES, witnesses.length) }, (_, index) => ({
      ...(witnesses[index] ?? { name: '', post: '' }),
      as: 'Người chứng kiến',
    })),
  ];
  return {
    kind: 'table',
    columns: [
      { width: 6, align: 'center' },
      { width: 30 },
      { width: 30 },
      { width: 18, align: 'center' },
      { width: 20 },
    ],
    header: [
      ['TT', 'Họ và tên', 'Chức vụ, nơi ở', 'Tham gia với tư cách', 'Chữ ký'].map((words) => ({ words })),
    ],
    rows: lines.map(({ name, post, as }, index) =>
      [String(index + 1), name, post, as, ROOM_TO_SIGN].map((words) => ({ words })),
    ),
  };
}
