import { type CalendarDate, dateOf } from '../../../kernel/dates.ts';
import { type DueSpec, describeDue, type Period, PLAN_ISSUED } from './due.ts';
import { writtenOut } from './due-wording.ts';
import { type Place, type Problem, problem } from './problem-codes.ts';
import { fold, squeeze } from './wording.ts';

export interface DueContext {
  /** The year of the plan: "Quý II" means the quarter of this year. */
  readonly planYear: number;
  /** Where the phrase stands, for its problems. */
  readonly place?: Place;
}

export interface ParsedDue {
  readonly spec: DueSpec | null;
  readonly problems: readonly Problem[];
}

/** What to write instead of a phrase that was not understood. */
export const DUE_EXAMPLES = [
  'Thường xuyên',
  'Hằng tháng',
  'Quý II/2024',
  'Trước ngày 30/6/2024',
  'Trong năm',
  'Khi phát sinh',
] as const;

const DATE = '(?:ngay )?(\\d{1,2}) ?[/.-] ?(\\d{1,2})(?: ?[/.-] ?(\\d{4}))?';
const DATE_WORDS = 'ngay (\\d{1,2}) thang (\\d{1,2})(?:(?: nam |/)(\\d{4}))?';
const FILLER =
  /^(?:thuc hien|hoan thanh|xong|ket thuc|thoi gian|thoi han|trong|vao|cuoi|cuoi ky|dinh ky|bao cao|gui|moi|tien hanh|trien khai|to chuc|duy tri|ca|ngay|truoc mat|dau)\s+(?=\S)/;
const EVENT_STARTS =
  /^(?:khi|neu|sau|sau khi|theo|ngay khi|ngay sau|ngay lap tuc|dot xuat|tuy|truoc khi|truoc \d+ ngay|vu|mua|kip thoi|luc|thoi diem|nhan dip)\b/;
const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const NUMBER_WORDS: Record<string, number> = { sau: 6, ba: 3, hai: 2, mot: 1, chin: 9 };

/** Whatever is longer is a text, and no phrase of a due. */
const LONGEST_PHRASE = 500;

type Reader = (text: string, year: number, words: string) => DueSpec | null;

function periodEnd(period: Period, year: number, index: number): DueSpec {
  return { v: 1, type: 'period_end', period, year, index };
}

function recurring(every: Extract<DueSpec, { type: 'recurring' }>['every']): DueSpec {
  return { v: 1, type: 'recurring', every };
}

/** The day a match of `DATE` or `DATE_WORDS` names; the plan's year when it names none. */
function matchedDate(match: RegExpExecArray | null, year: number): CalendarDate | undefined {
  if (!match) return undefined;
  return dateOf(Number(match[3] ?? year), Number(match[2]), Number(match[1]));
}

const readDate: Reader = (text, year) => {
  const stripped = text.replace(
    /^(?:phai |can )?(?:(?:hoan thanh|thuc hien|xong|gui|bao cao|nop|ket thuc|ban hanh) )*/,
    '',
  );
  const bound = /^(?:truoc (?:moc |thoi diem )?|den truoc )/.exec(stripped);
  const rest = stripped
    .replace(bound?.[0] ?? /^$/, '')
    .replace(
      /^(?:cham nhat(?: la| den| vao)?|khong qua(?= ngay)|khong muon hon|muon nhat|den het|het|den|toi|vao|chot(?: so lieu)?|xong) (?:ngay (?=ngay))?/,
      '',
    );
  const on =
    matchedDate(new RegExp(`^${DATE}$`).exec(rest), year) ??
    matchedDate(new RegExp(`^${DATE_WORDS}$`).exec(rest), year);
  if (!on) {
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(rest);
    const stated = iso ? dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : undefined;
    return stated ? { v: 1, type: 'date', on: stated, ...(bound ? { exclusive: true } : {}) } : null;
  }
  return { v: 1, type: 'date', on, ...(bound ? { exclusive: true } : {}) };
};

const WINDOW = new RegExp(`^(?:tu )?${DATE} ?(?:-|den(?: het)?|toi) ?${DATE}( hang nam| moi nam)?$`);

const readWindow: Reader = (text, year) => {
  const match = WINDOW.exec(text);
  if (!match) return null;
  const [from, to] = [
    dateOf(Number(match[3] ?? match[6] ?? year), Number(match[2]), Number(match[1])),
    dateOf(Number(match[6] ?? match[3] ?? year), Number(match[5]), Number(match[4])),
  ];
  if (!from || !to) return null;
  const stated = match[6] ?? match[3];
  return {
    v: 1,
    type: 'window',
    from: from.slice(5),
    to: to.slice(5),
    ...(stated ? { year: Number(stated) } : {}),
    yearly: match[7] !== undefined,
  };
};

const AFTER =
  /^(?:cham nhat |muon nhat |toi da |trong (?:vong |thoi han |thoi gian )?|khong qua |sau )?(\d{1,3}) ngay( lam viec)?(?: (?:ke tu|tu|sau|tinh tu)(?: khi| ngay)* (.+))?$/;
const ISSUED =
  /^(?:(?:ke hoach|huyen|xa|tinh|ubnd|uy ban|nhan duoc|co|duoc|cua|nay|cap|tren|ngay)\s*)*(?:ban hanh|ky)(?: ke hoach)?(?: nay| huyen| cua (?:huyen|tinh|ubnd).*)?$/;

const readAfter: Reader = (text, _year, words) => {
  const match = AFTER.exec(text);
  if (!match) return null;
  const [unit, amount] = [match[2] ? ('wd' as const) : ('d' as const), Number(match[1])];
  if (amount === 0) return null;
  if (match[3] === undefined) {
    return { v: 1, type: 'event', event: words.slice(0, 500), within: { amount, unit } };
  }
  const event = ISSUED.test(match[3])
    ? PLAN_ISSUED
    : words.slice(Math.max(words.length - match[3].length, words.length - 500)).trim() || match[3];
  return { v: 1, type: 'after', amount, unit, event };
};

const readHours: Reader = (text, _year, words) => {
  const match = /^(?:trong (?:vong )?|cham nhat )?(\d{1,3}) gio(?: lam viec)?$/.exec(text);
  return match && Number(match[1]) > 0
    ? { v: 1, type: 'event', event: words.slice(0, 500), within: { amount: Number(match[1]), unit: 'h' } }
    : null;
};

const QUARTER =
  /^(?:tu |het |den het |cuoi |trong )?qu[yi] ?((?:iv|i{1,3}|[1-4])(?:(?: ?(?:,|va|-|den|\/) ?)(?:qu[yi] ?)?(?:iv|i{1,3}|[1-4])(?!\d))*)(?: ?[/-]? ?(?:nam )?(\d{4}))?$/;
const MONTH =
  /^(?:tu |het |den het |cuoi |trong )?thang ?(\d{1,2}(?:(?: ?(?:,|va|-|den) ?)(?:thang ?)?\d{1,2})*)(?: ?[/-] ?| nam |\s)?(\d{4})?$/;

function last(list: string): string {
  return (
    list
      .split(/[^0-9iv]+/)
      .filter(Boolean)
      .at(-1) ?? ''
  );
}

const readPeriod: Reader = (text, year) => {
  const quarter = QUARTER.exec(text);
  if (quarter) {
    return periodEnd('quarter', Number(quarter[2] ?? year), QUARTERS[last(quarter[1] ?? '')] ?? 1);
  }
  const month = MONTH.exec(text);
  if (month) {
    const index = Number(last(month[1] ?? ''));
    return index >= 1 && index <= 12 ? periodEnd('month', Number(month[2] ?? year), index) : null;
  }
  const numbered = /^(\d{1,2}) ?[/-] ?(\d{4})$/.exec(text);
  if (numbered && Number(numbered[1]) >= 1 && Number(numbered[1]) <= 12) {
    return periodEnd('month', Number(numbered[2]), Number(numbered[1]));
  }
  const half = /^(?:het |cuoi )?(?:6|sau) thang (dau|cuoi)(?: nam)?(?: ?\/? ?(\d{4}))?$/.exec(text);
  if (half) return periodEnd('half', Number(half[2] ?? year), half[1] === 'dau' ? 1 : 2);
  const nine = /^(?:9|chin) thang(?: dau nam)?(?: ?\/? ?(\d{4}))?$/.exec(text);
  if (nine) return periodEnd('quarter', Number(nine[1] ?? year), 3);
  if (/^dau nam hoc$/.test(text)) return periodEnd('month', year, 9);
  if (/^giua nam$/.test(text)) return periodEnd('half', year, 1);
  if (/^dau nam$/.test(text)) return periodEnd('quarter', year, 1);
  if (/^(?:dau nam sau)$/.test(text)) return periodEnd('quarter', year + 1, 1);
  const range = /^(?:giai doan |nam |tu nam |tu )?(\d{4}) ?(?:-|den|den nam) ?(?:nam )?(\d{4})$/.exec(text);
  if (range) return periodEnd('year', Number(range[2]), 1);
  if (/^20\d\d$/.test(text)) return periodEnd('year', Number(text), 1);
  const named = /^(?:(?:trong|ca|het|cuoi|suot|den) )*(?:nam|ke hoach nam)(?: (\d{4})| nay| ke hoach)?$/.exec(
    text,
  );
  if (named) return periodEnd('year', Number(named[1] ?? year), 1);
  return null;
};

const IN_MONTH =
  /^(tuan (?:dau|thu nhat|thu hai|thu ba|[1-3])|giua|nua dau)(?: cua)? thang (\d{1,2})(?: ?(?:\/|nam) ?(\d{4}))?$/;
const LAST_DAYS: Record<string, number> = {
  'tuan dau': 7,
  'tuan thu nhat': 7,
  'tuan 1': 7,
  'tuan thu hai': 14,
  'tuan 2': 14,
  giua: 15,
  'nua dau': 15,
  'tuan thu ba': 21,
  'tuan 3': 21,
};

/** "Tuần đầu tháng 7" ends on the 7th, the middle of a month on the 15th. */
const readInMonth: Reader = (text, year) => {
  const match = IN_MONTH.exec(text);
  const day = LAST_DAYS[match?.[1] ?? ''];
  const on = match && day ? dateOf(Number(match[3] ?? year), Number(match[2]), day) : undefined;
  return on ? { v: 1, type: 'date', on } : null;
};

const readBeforePeriod: Reader = (text, year, words) => {
  const match = /^truoc (?=qu[yi] |thang )(.+)$/.exec(text);
  const period = match ? readPeriod(match[1] ?? '', year, words) : null;
  if (period?.type !== 'period_end') return null;
  const month = period.period === 'quarter' ? period.index * 3 - 2 : period.index;
  const on = dateOf(period.year, month, 1);
  return on ? { v: 1, type: 'date', on, exclusive: true } : null;
};

const EACH = '(?:hang|moi|tung|dinh ky|theo|bao cao|dinh ky hang|bao cao hang|dinh ky theo)';
const RECURRING: readonly [RegExp, Extract<DueSpec, { type: 'recurring' }>['every']][] = [
  [new RegExp(`^${EACH} tuan$`), 'week'],
  [new RegExp(`^${EACH} thang$`), 'month'],
  [new RegExp(`^${EACH} qu[yi]$`), 'quarter'],
  [new RegExp(`^(?:${EACH} )?(?:6|sau) thang(?: mot lan|/lan|/ lan)?$`), 'half'],
  [/^(?:hang |dinh ky |bao cao )*6 thang ?(?:,|va|-|\/|;)? ?(?:(?:1|mot|ca|hang) )?nam$/, 'half'],
  [/^(?:hang |dinh ky |bao cao )*qu[yi] ?(?:,|va|;) ?6 thang.*$/, 'quarter'],
  [/^(?:hang |dinh ky |bao cao )*thang ?(?:,|va|;) ?qu[yi].*$/, 'month'],
  [/^(?:3|ba) thang(?: mot lan| ?\/ ?lan)$/, 'quarter'],
];
const TIMES =
  /^(?:it nhat |toi thieu |dinh ky )*(\d{1,2}|mot|hai|ba) (?:lan|buoi|cuoc|ky) ?(?:\/|tren|moi|trong) ?(?:1 |mot )?(tuan|thang|quy|qui|6 thang|nam)$/;
const ONCE_EACH = /^(tuan|thang|quy|qui|nam) ?(?:\/ ?lan|mot lan|1 lan)$/;
const PERIOD_WORDS: Record<string, Extract<DueSpec, { type: 'recurring' }>['every']> = {
  tuan: 'week',
  thang: 'month',
  quy: 'quarter',
  qui: 'quarter',
  '6 thang': 'half',
  nam: 'year',
};

const readRecurring: Reader = (text, year) => {
  for (const [pattern, every] of RECURRING) if (pattern.test(text)) return recurring(every);
  if (new RegExp(`^(?:${EACH} )+nam$`).test(text)) return periodEnd('year', year, 1);
  if (/^(?:bao cao )?qu[yi]$/.test(text)) return recurring('quarter');
  if (/^(?:truoc )?ngay \d{1,2} (?:cua )?thang (?:dau|cuoi) (?:cua )?(?:moi |hang )?qu[yi]$/.test(text)) {
    return recurring('quarter');
  }
  const once = ONCE_EACH.exec(text);
  if (once) return recurring(PERIOD_WORDS[once[1] ?? ''] ?? null);
  const times = TIMES.exec(text);
  if (!times) return null;
  const [often, every] = [
    Number(times[1]) || (NUMBER_WORDS[times[1] ?? ''] ?? 1),
    PERIOD_WORDS[times[2] ?? ''] ?? null,
  ];
  if (every !== 'year') return recurring(every);
  return recurring(often >= 12 ? 'month' : often >= 4 ? 'quarter' : often >= 2 ? 'half' : 'year');
};

const REGULARLY =
  /^(?:thuong xuyen|lien tuc|thuong ky|dinh ky|hang ngay|theo ky bao cao|theo dinh ky|thuong nhat|duy tri|duy tri thuong xuyen|thuong xuyen lien tuc|thuong xuyen (?:trong|ca|suot) nam|thuong xuyen hang nam|thuong xuyen va lien tuc)$/;

const readRegular: Reader = (text) => (REGULARLY.test(text) ? recurring(null) : null);

const readEvent: Reader = (text, _year, words) =>
  EVENT_STARTS.test(text) ? { v: 1, type: 'event', event: words.slice(0, 500) } : null;

/** Order matters only for phrases that two readers know; the more exact reader stands first. */
const READERS: readonly Reader[] = [
  readWindow,
  readDate,
  readAfter,
  readHours,
  readInMonth,
  readBeforePeriod,
  readPeriod,
  readRecurring,
  readRegular,
  readEvent,
];

function readOne(words: string, year: number): DueSpec | null {
  const trimmed = words.replace(/^[\s\-–+•:;,.]+|[\s:;,.]+$/gu, '');
  let text = writtenOut(trimmed);
  for (;;) {
    for (const read of READERS) {
      const spec = read(text, year, trimmed);
      if (spec) return spec;
    }
    const shorter = text.replace(FILLER, '');
    if (shorter === text) return null;
    text = shorter;
  }
}

/** A due with a date of its own is worth more than "regularly", and that more than an event. */
function weight(spec: DueSpec): number {
  if (spec.type === 'event') return spec.within ? 2 : 1;
  if (spec.type === 'recurring' && spec.every === null) return 3;
  return 4;
}

function pieces(words: string): string[] {
  return words
    .split(/[;()\n,:]| \/ |\s+-\s+|\s+(?:và|va|hoặc|hoac)\s+/iu)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

/** "Trước ngày 15 hằng tháng" repeats each month; "trước 10/12 hằng năm" is the day in the plan's year. */
function readRepeated(piece: string, year: number): DueSpec | null {
  const match = /^(.+) h[ăàằa]ng (\p{L}+)$/iu.exec(piece.normalize('NFC'));
  if (!match) return null;
  const every = PERIOD_WORDS[fold(match[2] ?? '')] ?? null;
  if (every === 'year') return readOne(match[1] ?? '', year);
  return every === null ? null : recurring(every);
}

function compound(words: string, year: number): DueSpec | null {
  const specs = pieces(words)
    .map((piece) => readOne(piece, year) ?? readRepeated(piece, year))
    .filter((spec) => spec !== null);
  const best = specs.reduce<DueSpec | null>((chosen, spec) => {
    // Of two days the later ends the task, as of two periods.
    const isLater = chosen?.type === 'date' && spec.type === 'date' && spec.on > chosen.on;
    return chosen === null || isLater || weight(spec) > weight(chosen) ? spec : chosen;
  }, null);
  const event = specs.find((spec) => spec.type === 'event' && !spec.within);
  // "Khi phát sinh, trong 5 ngày làm việc": the event keeps its words, the second half its time.
  if (best?.type === 'event' && best.within && event?.type === 'event') {
    return { ...event, within: best.within };
  }
  if (best?.type === 'event' && best.within) return { ...best, event: words.slice(0, 500) };
  return best;
}

/** Said without a day: the reader chose one. */
function isVague(words: string): boolean {
  return /\b(?:tuan|giua|nua dau)\b.*\b(?:thang|nam)\b/.test(fold(words));
}

/** "Quý II, quý IV" names two periods; the last of them is taken as the end. */
function namesSeveral(words: string, spec: DueSpec): boolean {
  if (spec.type !== 'period_end' || spec.period === 'year' || spec.period === 'half') return false;
  return /(?:\d|\b[iv]+) ?(?:,|-|va|den) ?(?:qu[yi] |thang )?(?:\d|[iv]+\b)/.test(fold(words));
}

function yearsOf(spec: DueSpec): number | undefined {
  if (spec.type === 'date') return Number(spec.on.slice(0, 4));
  if (spec.type === 'period_end' || spec.type === 'window') return spec.year;
  return undefined;
}

/**
 * Reads a phrase of the column "Thời gian", with or without diacritics. A phrase of several parts gives its part that
 * can be scheduled, with a hint; a phrase that is not understood gives `null` with a warning. Empty text gives `null`
 * and no problem: whether a due is needed is for the caller to say.
 */
export function parseDue(text: string, context: DueContext): ParsedDue {
  const words = squeeze(text.replace(/\r?\n/g, '; '));
  const place = context.place ?? { file: '' };
  if (words === '') return { spec: null, problems: [] };
  const whole = words.length > LONGEST_PHRASE ? null : readOne(words, context.planYear);
  // "theo …; quý II" begins like an event although a later part of it has a date.
  const needsParts = whole === null || (whole.type === 'event' && pieces(words).length > 1);
  const parts = needsParts && words.length <= LONGEST_PHRASE ? compound(words, context.planYear) : null;
  const spec = parts !== null && (whole === null || weight(parts) > weight(whole)) ? parts : whole;
  if (spec === null) {
    const params = { text: words, examples: DUE_EXAMPLES.map((example) => `“${example}”`).join(', ') };
    return { spec: null, problems: [problem('due_unknown', place, params, DUE_EXAMPLES)] };
  }
  const problems: Problem[] = [];
  const isGuess = namesSeveral(words, spec) || (spec.type !== 'recurring' && isVague(words));
  if (spec !== whole || isGuess) {
    const phrase = { vi: describeDue(spec, 'vi'), en: describeDue(spec, 'en') };
    problems.push(problem('due_understood', place, { text: words, phrase }));
  }
  const year = yearsOf(spec);
  if (year !== undefined && year < context.planYear) {
    problems.push(problem('due_past_year', place, { text: words, year: String(context.planYear) }));
  }
  return { spec, problems };
}
