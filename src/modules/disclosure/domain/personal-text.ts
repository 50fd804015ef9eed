import type { PersonalKind, PersonalRules } from './personal-kinds.ts';
import {
  digitsOf,
  domestic,
  isCitizenId,
  isLandline,
  isMobile,
  maskDigits,
  maskEmail,
} from './personal-numbers.ts';

/** A stretch of a text that is personal; `start` and `end` as in `slice`. */
export interface Match {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
  readonly sample: string;
}

/** Twelve digits, or groups of at least three with one kind of sign between them: a day and a time have shorter ones. */
const TWELVE =
  /(?<!\d)(?<!\d[ .,-])0\d{2,8}(?:([ .-])\d{3,9}(?:\1\d{3,6}){0,2})(?![ .,-]?\d)|(?<!\d)0\d{11}(?!\d)/g;
const PHONE =
  /(?<![\d+])(?<!(?:^|\D)\d{1,3}[.,])\(?(?:\+\s?84|0)\)?(?:\(0\))?(?:[ .-]?\(?\d\)?){8}(?:[ .-]?\d){1,2}(?!\d)(?!\.\d)/g;
const NINE = /(?<!\d)(?<!\d[.,])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3})(?![.,]?\d)/g;
const ACCOUNT = /(?<!\d)(?<!\d[.,])\d(?:[ .-]?\d){7,18}(?!\d)/g;
const EMAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;
const BIRTH =
  /(?<!(?:học|hoc|hi|thí) )(?:ngày,? ?(?:tháng,? ?)?(?:năm )?sinh|sinh ngày|sinh:)[^\d\n]{0,12}(\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/giu;

const OLD_ID_WORDS = /cmnd|cmtnd|\bcmt\b|chứng minh|căn cước|cccd|định danh/iu;
const ACCOUNT_WORDS = /số tài khoản|tài khoản số|tài khoản:|\bstk\b|số tk\b|\btk số|\btk:/iu;
const BANKS =
  /agribank|vietcombank|\bvcb\b|bidv|vietinbank|techcombank|mb ?bank|\bacb\b|vpbank|sacombank|tpbank|vpb|lpbank|lienviet|hdbank|vib\b|shb\b|msb\b|seabank|ngân hàng/iu;
/** Accounts of the treasury are those of offices. */
const TREASURY = /kho bạc|kbnn/iu;
const MONEY_AFTER = /^\s*(?:đồng|đ(?!\p{L})|vnđ|vnd|triệu|tỷ|nghìn|ngàn|%|m2|m²|ha(?!\p{L}))/iu;
/** Codes of taxes, firms and files have as many digits as a telephone number. */
const CODE_WORDS = /(?:mã số thuế|mã số doanh nghiệp|\bmst\b|mã(?!\p{L}))[^\d]{0,12}$/iu;
const PUBLIC_LINE = /đường dây nóng|hotline|tổng đài/iu;
const OFFICE_LINE =
  /đường dây nóng|cơ quan|văn phòng|trụ sở|trực ban|ubnd|ủy ban|uỷ ban|một cửa|bộ phận|phòng |sở |công an xã/iu;
const OFFICE_MAIL = /\.gov\.vn$|^(?:ubnd|hdnd|mttq|vanphong|vp|motcua|bophan|phong|congan)[^@]*@/i;

const WORDS_BEFORE = 45;
/** Letters before an e-mail or number in which a public line is named. */
const OFFICE_BEFORE = 70;

const before = (text: string, at: number, letters: number): string =>
  text.slice(Math.max(0, at - letters), at);
const after = (text: string, at: number, letters: number): string => text.slice(at, at + letters);

/** What readers of scanned or copied text leave: wide digits, and blanks of another kind. Lengths stay as they are. */
function plain(text: string): string {
  if (!/[^\n\x20-\u024f\u1e00-\u1eff]/.test(text) && !text.includes('\u00a0')) return text;
  return text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u2010-\u2015]/g, '-');
}

class Matches {
  readonly list: Match[] = [];
  readonly #text: string;
  /** Letters that belong to a match already. */
  #taken: Uint8Array | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** What is found first keeps its place: one number is never two things. */
  add(kind: PersonalKind, start: number, end: number, sample: string): void {
    this.#taken ??= new Uint8Array(this.#text.length);
    if (this.#taken.subarray(start, end).includes(1)) return;
    this.#taken.fill(1, start, end);
    this.list.push({ kind, start, end, sample });
  }

  each(pattern: RegExp, take: (found: string, start: number, groups: readonly string[]) => void): void {
    for (const found of this.#text.matchAll(pattern)) take(found[0], found.index, found.slice(1));
  }
}

/** What is personal in running text, in the order of the text. Words beside a number decide where its form does not. */
export function personalInText(given: string, rules: PersonalRules): Match[] {
  if (!/\d|@/.test(given)) return [];
  const text = plain(given);
  const found = new Matches(text);
  found.each(TWELVE, (words, at) => {
    const digits = digitsOf(words);
    if (isCitizenId(digits)) found.add('citizen_id', at, at + words.length, maskDigits(digits));
  });
  if (!rules.allowsEmails && text.includes('@'))
    found.each(EMAIL, (words, at) => {
      if (!OFFICE_MAIL.test(words)) found.add('email', at, at + words.length, maskEmail(words));
    });
  found.each(BIRTH, (words, at, [day = '']) => {
    found.add('birth_date', at + words.length - day.length, at + words.length, `••/••/${day.slice(-4)}`);
  });
  accountsIn(text, found);
  if (!rules.allowsPhones) phonesIn(text, found);
  found.each(NINE, (words, at) => {
    if (
      OLD_ID_WORDS.test(before(text, at, WORDS_BEFORE)) &&
      !MONEY_AFTER.test(after(text, at + words.length, 8))
    )
      found.add('old_id', at, at + words.length, maskDigits(digitsOf(words)));
  });
  return found.list.sort((one, other) => one.start - other.start);
}

function accountsIn(text: string, found: Matches): void {
  if (!ACCOUNT_WORDS.test(text) && !BANKS.test(text)) return;
  found.each(ACCOUNT, (words, at) => {
    const end = at + words.length;
    const around = before(text, at, WORDS_BEFORE) + after(text, end, WORDS_BEFORE);
    if (MONEY_AFTER.test(after(text, end, 8)) || TREASURY.test(around)) return;
    const digits = digitsOf(words);
    const isNamed = ACCOUNT_WORDS.test(before(text, at, WORDS_BEFORE));
    // Beside the name of a bank alone only an unbroken number counts: amounts stand there in groups.
    const isBesideBank = /^\d{9,19}$/.test(words) && BANKS.test(around) && !isMobile(digits);
    if (isNamed || isBesideBank) found.add('bank_account', at, end, maskDigits(digits));
  });
}

function phonesIn(text: string, found: Matches): void {
  found.each(PHONE, (words, at) => {
    const digits = domestic(digitsOf(words));
    const groups = words.split(/[ .-]/).filter((group) => group !== '');
    if (groups.some((group) => digitsOf(group).length === 1) && !/^\(?\+/.test(words) && groups.length > 3)
      return;
    const isHome = isLandline(digits);
    if (!isHome && !isMobile(digits)) return shorterPhone(words, at, text, found);
    addPhone(digits, at, at + words.length, text, found);
  });
}

/** The pattern takes up to eleven digits; a mobile number followed by a lone digit is one of ten. */
function shorterPhone(words: string, at: number, text: string, found: Matches): void {
  const shorter = words.replace(/[ .-]?\d$/, '');
  const digits = domestic(digitsOf(shorter));
  if (/[ .-]\d$/.test(words) && isMobile(digits)) addPhone(digits, at, at + shorter.length, text, found);
}

function addPhone(digits: string, at: number, end: number, text: string, found: Matches): void {
  const words = before(text, at, OFFICE_BEFORE);
  if (CODE_WORDS.test(words) || PUBLIC_LINE.test(words) || (isLandline(digits) && OFFICE_LINE.test(words)))
    return;
  found.add('phone', at, end, maskDigits(digits));
}
