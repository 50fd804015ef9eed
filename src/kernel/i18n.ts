/**
 * Words for people. A message is declared once, in Vietnamese and English side by side, in the room that says it:
 *
 *     const m = messages({ late: { vi: 'quá {n} ngày làm việc', en: '{n} working days late' } });
 *     t(m.late, { n: 3 })
 *
 * The type makes both languages obligatory; a test walks every declared message and compares the placeholders.
 */
export type Lang = 'vi' | 'en';

export interface Message {
  readonly vi: string;
  readonly en: string;
}

/** A parameter that is itself a message is said in the same language. */
export type MessageParams = Readonly<Record<string, string | number | Message>>;

export type Translate = (message: Message, params?: MessageParams) => string;

/** Every set declared in this process, for the completeness test. */
export const declaredMessages: Record<string, Message>[] = [];

/** Declares the messages of a room. */
export function messages<T extends Record<string, Message>>(set: T): T {
  declaredMessages.push(set);
  return set;
}

/** Fills `{name}` from `params`; numbers are written the language's way (1.234,5 in Vietnamese). */
export function say(lang: Lang, message: Message, params: MessageParams = {}): string {
  const words = message[lang];
  let said = '';
  let at = 0;
  for (let open = words.indexOf('{'); open !== -1; open = words.indexOf('{', open + 1)) {
    const close = words.indexOf('}', open);
    const name = words.slice(open + 1, close);
    if (close === -1 || !Object.hasOwn(params, name)) continue;
    const value = params[name];
    if (value === undefined) continue;
    said += words.slice(at, open) + worded(lang, value);
    at = close + 1;
  }
  return at === 0 ? words : said + words.slice(at);
}

function worded(lang: Lang, value: string | number | Message): string {
  if (typeof value === 'object') return say(lang, value);
  return typeof value === 'number' ? formatNumber(lang, value) : value;
}

export function translator(lang: Lang): Translate {
  return (message, params) => say(lang, message, params);
}

const NUMBER_FORMATS: Record<Lang, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }),
};

/** Thousands and decimals as each language parts them. */
const SIGNS: Record<Lang, readonly [thousands: string, decimals: string]> = {
  vi: ['.', ','],
  en: [',', '.'],
};
const PLAIN_NUMBER = /^(-?)(\d+)(?:\.(\d{1,3}))?$/;

function grouped(digits: string, sign: string): string {
  let end = digits.length % 3 || 3;
  let out = digits.slice(0, end);
  for (; end < digits.length; end += 3) out += sign + digits.slice(end, end + 3);
  return out;
}

/**
 * 1.234,5 in Vietnamese, 1,234.5 in English. A number of at most three decimals needs no rounding and is written here: `Intl` took a
 * quarter of the time of a page with a table of amounts.
 */
export function formatNumber(lang: Lang, value: number): string {
  if (Number.isSafeInteger(value) && value > 0) return grouped(String(value), SIGNS[lang][0]);
  const plain = PLAIN_NUMBER.exec(String(value));
  if (!plain || Object.is(value, -0)) return NUMBER_FORMATS[lang].format(value);
  const [, minus = '', whole = '', decimals] = plain;
  const [thousands, comma] = SIGNS[lang];
  const read = minus + grouped(whole, thousands);
  return decimals === undefined ? read : read + comma + decimals;
}

const COLLATOR = new Intl.Collator('vi-VN', { numeric: true });

/** Compares by Vietnamese alphabetical order (đ after d, tones last). */
export function compareVietnamese(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

/** Lower case, NFC, without diacritics, đ → d: the form used to match what people type. */
export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase()
    .normalize('NFC');
}
