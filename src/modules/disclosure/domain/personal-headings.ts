import type { PersonalKind, PersonalRules } from './personal-kinds.ts';

/** What the heading of a column, or the label before a cell, says that stands there. */
export type Heading = PersonalKind | 'name' | 'money' | 'reason' | 'other';

/** Lower case without diacritics, blanks and signs as one blank: headings are typed in every way. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const WORDS: readonly (readonly [Heading, RegExp])[] = [
  [
    'citizen_id',
    /\b(cccd|can cuoc|dinh danh|ddcn|cmnd|cmtnd|cmt|cmt?nd|chung minh|giay to tuy than|ho chieu)\b/,
  ],
  [
    'bank_account',
    /\b(so tai khoan|stk|so tk|tai khoan (ca nhan|ngan hang|nhan|so)|bank account)\b|^tai khoan$/,
  ],
  ['birth_date', /\b(ngay( thang)?( nam)? sinh|sinh ngay|nam sinh|date of birth|dob)\b/],
  [
    'health',
    /\b(benh(?! (vien|xa|binh))|khuyet tat|tan tat|dang tat|thuong tat|suc khoe|hiv|tam than|chat doc)\b/,
  ],
  ['ethnicity', /^(thanh phan )?dan toc( (cua )?(chu ho|kinh khac|thieu so))?$|^ethnicity$/],
  ['score', /\b(diem|phieu|tong diem) (phieu |cot |phieu cham )?b[12]?\b|\bphieu b[12]?\b|^b[12]$/],
  ['other', /\b(ma so thue|mst|ma so doanh nghiep|ma ho so|ma so (to chuc|don vi))\b/],
  ['phone', /\b(dien thoai|di dong|sdt|so dt|phone|mobile|zalo)\b/],
  ['email', /\b(e ?mail|thu dien tu|hop thu)\b/],
  [
    'money',
    /\b(so tien|kinh phi|du toan|quyet toan|thanh tien|don gia|gia tri|dong|tong (cong|so|thu|chi)|so du|von|muc)\b/,
  ],
  [
    'name',
    /\b(ho va ten|ho ten|ten chu ho|chu ho|nguoi (nop|nhan|dai dien|khieu nai|duoc)|ca nhan|full name)\b/,
  ],
  ['reason', /\b(ly do|ghi chu|hoan canh|dien|doi tuong|nguyen nhan|tinh trang|note)\b/],
  [
    'other',
    /^(stt|tt|so tt|so thu tu|no|thon|xom|to dan pho|dia chi|noi dung|ket qua|loai|phan loai|gioi tinh|nghe nghiep|chuc vu|don vi)$|\b(thon|dia chi|don vi|ngay|so|nghe|que|trinh do|chuc)\b/,
  ],
];
/** "DT" is an area, "ĐT" a telephone: only the letters as written tell. */
const PHONE_MARK = /(?<!\p{L})(?:S?ĐT|đt|sđt)(?!\p{L})/u;
/** Counts about people are no list of them; a code of the accounts is no account of a bank. */
const STATISTIC =
  /^(tong )?(so|so luong|ty le) (nguoi|ho|luot|doi tuong|the|tre|benh)\b|^ma tai khoan|^ten tai khoan/;
const LONGEST_HEADING = 90;

/** What a heading says; `undefined` for what is no heading. */
export function headingOf(text: string, { neverHeadings }: PersonalRules): Heading | undefined {
  if (text.length > LONGEST_HEADING || /\d{5}/.test(text)) return undefined;
  const words = folded(text);
  if (words === '') return undefined;
  const isNever = neverHeadings.some((one) => folded(one) === words);
  if (STATISTIC.test(words)) return isNever ? 'never_public' : 'other';
  if (PHONE_MARK.test(text)) return 'phone';
  const known = WORDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (isNever && (known === undefined || known === 'other' || known === 'reason' || known === 'name'))
    return 'never_public';
  return known;
}
