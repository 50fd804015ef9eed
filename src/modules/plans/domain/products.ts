import { z } from 'zod';
import { type Message, messages } from '../../../kernel/i18n.ts';
import { squeeze } from './wording.ts';

/** Which kind of evidence will count for a product. */
export const PRODUCT_TYPES = ['document', 'posting', 'meeting', 'figure', 'activity'] as const;
export type ProductType = (typeof PRODUCT_TYPES)[number];

export const productWords: Readonly<Record<ProductType, Message>> = messages({
  document: { vi: 'Văn bản', en: 'Document' },
  posting: { vi: 'Niêm yết, công khai', en: 'Posting, disclosure' },
  meeting: { vi: 'Hội nghị, cuộc họp', en: 'Meeting' },
  figure: { vi: 'Số liệu', en: 'Figure' },
  activity: { vi: 'Hoạt động', en: 'Activity' },
});

export const productSchema = z.strictObject({
  text: z.string().trim().min(1).max(500),
  type: z.enum(PRODUCT_TYPES),
});

export interface Product {
  readonly text: string;
  readonly type: ProductType;
}

// "Sổ" (a register) and "Số" (a count) differ by a diacritic alone: these words are matched with their diacritics.
const FIGURE =
  /^(?:tổng )?(?:số(?! tay| hóa)|tỷ lệ|tỉ lệ|thống kê|km|lượt|thứ hạng|xếp hạng|mục tiêu|điểm|mức|thời gian|tiến độ|giải ngân|chỉ số)(?!\p{L})/u;
const PUBLISHED =
  /niêm yết|trang công khai|đường dẫn|mã qr|bản công khai|bảng công khai|công khai trên|đăng tải|đăng cổng|đăng trên|cổng (?:ttđt|thông tin)|^ảnh|^thông báo công khai/u;
const PAPER =
  /^(?:biên bản|kế hoạch|quyết định|công văn|quy chế|danh mục|quy trình|hợp đồng|chương trình|sổ|nhật ký)(?!\p{L})/u;
const MINUTES_OF_MEETING = /^biên bản (?:cuộc )?họp/u;
const MEETING =
  /^(?:các )?(?:hội nghị|cuộc họp|họp|đối thoại|buổi đối thoại|buổi làm việc|toạ đàm|tọa đàm|hội thảo)/u;
const ACTIVITY =
  /^(?:tin|bài|tin,? bài|buổi|lớp|chuyên mục|chuyên trang|phóng sự|tập huấn|tuyên truyền|đường dây nóng|chương trình phát thanh|lượt phát|phát thanh)(?!\p{L})/u;

/** The type that the words of a product say; a document when they say nothing else. */
export function productType(text: string): ProductType {
  const words = squeeze(text).toLowerCase();
  if (MINUTES_OF_MEETING.test(words)) return 'meeting';
  if (FIGURE.test(words)) return 'figure';
  if (PUBLISHED.test(words) && !PAPER.test(words)) return 'posting';
  if (PAPER.test(words)) return 'document';
  if (MEETING.test(words)) return 'meeting';
  return ACTIVITY.test(words) ? 'activity' : 'document';
}

/** A comma parts two products only before words that begin a product of their own. */
const STARTS_PRODUCT =
  /^(?:kế hoạch|quyết định|báo cáo|biên bản|công văn|kết luận|thông báo|tờ trình|hướng dẫn|danh sách|danh mục|quy chế|tỷ lệ|tỉ lệ|ảnh|hồ sơ)(?!\p{L})/u;

/** Splits at commas outside parentheses. */
function atCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    else if (text[i] === ',' && depth <= 0 && /\s/.test(text[i + 1] ?? '')) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function splitSafely(piece: string): string[] {
  const products: string[] = [];
  for (const part of atCommas(piece).map(squeeze)) {
    const before = products.at(-1)?.toLowerCase();
    const apart =
      before === undefined || (STARTS_PRODUCT.test(part.toLowerCase()) && STARTS_PRODUCT.test(before));
    if (apart) products.push(part);
    else products[products.length - 1] = `${products.at(-1)}, ${part}`;
  }
  return products;
}

const TYPES_BY_WORDS = new Map(
  PRODUCT_TYPES.flatMap((type) =>
    [productWords[type].vi, productWords[type].en].map((words) => [words, type]),
  ),
);

/** "Bảng tổng hợp (Số liệu)": the words of a product with its type said behind them, as our own lists write it. */
function typedProduct(piece: string): Product | null {
  const [, text = '', words = ''] = /^(\S.*?)\s+\(([^()]+)\)$/u.exec(piece) ?? [];
  const type = TYPES_BY_WORDS.get(words);
  return type === undefined ? null : { text, type };
}

const DASH = /^\s*[-–•+]\s+/u;

function productsOfLine(line: string): Product[] {
  // Behind a dash and with its type a product is whole, whatever marks stand in it.
  const whole = DASH.test(line) ? typedProduct(squeeze(line.replace(DASH, ''))) : null;
  if (whole) return [whole];
  return line
    .split(';')
    .map((piece) => squeeze(piece.replace(DASH, '')).replace(/[.,:]+$/u, ''))
    .filter((piece) => /\p{L}/u.test(piece))
    .flatMap(splitSafely)
    .map((text) => typedProduct(text) ?? { text, type: productType(text) });
}

/**
 * The products named in a cell. Semicolons and line breaks part them; a comma does only where a new product clearly
 * begins ("Quyết định, biên bản"), never inside one ("Số hội nghị, lượt người").
 */
export function parseProducts(text: string): Product[] {
  return text
    .normalize('NFC')
    .split(/[\n\r]+/)
    .flatMap(productsOfLine);
}

/** A cell that `parseProducts` reads as exactly these products: as short as can be, each with its type where it must. */
export function writeProducts(products: readonly Product[]): string {
  const squeezed = products.map(({ text, type }) => ({ text: squeeze(text), type }));
  const short = squeezed.map(({ text }) => text).join('; ');
  const reread = parseProducts(short);
  const isSame = squeezed.every(({ text, type }, i) => reread[i]?.text === text && reread[i]?.type === type);
  if (isSame && reread.length === squeezed.length) return short;
  return squeezed.map(({ text, type }) => `- ${text} (${productWords[type].vi})`).join('\n');
}
