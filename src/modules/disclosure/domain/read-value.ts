import { type CalendarDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import type { Cell, ProblemCode } from './content.ts';
import type { Column, SimpleField } from './declaration.ts';

export type ValueKind = SimpleField['kind'] | Column['kind'];

/** A village of the unit, as its name is written on the day. */
export interface Village {
  readonly name: string;
  /** Other names people write. */
  readonly shortNames?: readonly string[];
}

export type ReadValue = { readonly value: Cell } | { readonly wrong: ProblemCode };

const LONGEST = { text: 500, long_text: 2000, link: 500, file: 200 } as const;
/** Nine quadrillions of đồng stay whole in a number of JavaScript; no budget of a commune comes near. */
const LARGEST = 9_000_000_000_000_000;
const NOTHING = /^[-–—]*$/;

/**
 * Reads one value as people type it in Vietnamese: `1.234,5`, `24/06/2024`, `8h30`, `1,5 triệu đồng`. What is empty, or only a dash,
 * is `null`.
 */
export function readValue(
  kind: ValueKind,
  raw: string | number | null | undefined,
  villages: readonly Village[],
): ReadValue {
  const text = typeof raw === 'string' ? tidy(raw, kind) : raw;
  if (text === null || text === undefined || (typeof text === 'string' && NOTHING.test(text)))
    return { value: null };
  switch (kind) {
    case 'number':
    case 'percent':
      return boundNumber(typeof text === 'number' ? text : parseNumber(text.replace(/\s*%$/, '')));
    case 'amount':
      return wholeAmount(typeof text === 'number' ? text : parseAmount(text));
    default:
      return readWords(kind, String(text), villages);
  }
}

function tidy(raw: string, kind: ValueKind): string {
  const text = raw.normalize('NFC').replace(/[\u00a0\u202f]/g, ' ');
  return kind === 'long_text' ? text.replace(/\r\n?/g, '\n').trim() : text.replace(/\s+/g, ' ').trim();
}

function readWords(
  kind: Exclude<ValueKind, 'number' | 'percent' | 'amount'>,
  text: string,
  villages: readonly Village[],
): ReadValue {
  switch (kind) {
    case 'date': {
      const day: CalendarDate | undefined = parseVietnameseDate(text);
      return day !== undefined && day >= '1900-01-01' && day < '2200-01-01'
        ? { value: day }
        : { wrong: 'not_a_day' };
    }
    case 'time':
      return readTime(text);
    case 'phone':
      return readPhone(text);
    case 'email':
      return /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text) && text.length <= 200
        ? { value: text }
        : { wrong: 'not_an_email' };
    case 'village': {
      const name = villageNamed(text, villages);
      return name === undefined ? { wrong: 'unknown_village' } : { value: name };
    }
    case 'link':
      return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && text.length <= LONGEST.link
        ? { value: text }
        : { wrong: 'not_a_link' };
    default:
      return text.length > LONGEST[kind] ? { wrong: 'too_long' } : { value: text };
  }
}

/** A number as offices write it: groups by points, a decimal comma. */
export function parseNumber(text: string): number | undefined {
  const bare = text.replace(/\s/g, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+(,\d+)?$/.test(bare)) return Number(bare.replace(',', '.'));
  // `1.5` can only mean one and a half: groups have three digits.
  return /^-?\d+\.(\d{1,2}|\d{4,})$/.test(bare) ? Number(bare) : undefined;
}

const SCALES: Readonly<Record<string, number>> = {
  '': 1,
  nghin: 1e3,
  ngan: 1e3,
  trieu: 1e6,
  ty: 1e9,
  ti: 1e9,
};

/** An amount in đồng; `1,2 tỷ đồng`, `350 triệu` and `500 nghìn đồng` are counted out. */
function parseAmount(text: string): number | undefined {
  const match = /^(-?[\d.,\s]+?)\s*(nghin|ngan|trieu|ty|ti)?\s*(dong|vnd|d)?$/.exec(withoutDiacritics(text));
  if (!match?.[1]) return undefined;
  const number = parseNumber(match[1]);
  // Fractions of a đồng that binary counting makes are none that anybody wrote.
  return number === undefined ? undefined : Number((number * (SCALES[match[2] ?? ''] ?? 1)).toPrecision(15));
}

function boundNumber(number: number | undefined): ReadValue {
  if (number === undefined || !Number.isFinite(number)) return { wrong: 'not_a_number' };
  if (number < 0) return { wrong: 'negative' };
  return number > LARGEST ? { wrong: 'too_large' } : { value: number };
}

function wholeAmount(number: number | undefined): ReadValue {
  const read = boundNumber(number);
  return 'value' in read && !Number.isInteger(read.value) ? { wrong: 'not_whole' } : read;
}

/** `8:00`, `8h`, `8h30`, `8 giờ 30` → `08:30`. */
function readTime(text: string): ReadValue {
  const match = /^(\d{1,2})\s*(?:[:h.]|g|gio)\s*(\d{2})?\s*(?:phut|p)?$/.exec(withoutDiacritics(text));
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (!match || hour > 23 || minute > 59) return { wrong: 'not_a_time' };
  return { value: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

function readPhone(text: string): ReadValue {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s.()-]+$/.test(text) && digits >= 3 && digits <= 13
    ? { value: text }
    : { wrong: 'not_a_phone' };
}

const KINDS_OF_VILLAGE = /^(thon|to dan pho|tdp|to|khu pho|khu|xom|ap|ban|lang)\s+/;
const folded = (text: string): string => withoutDiacritics(text).replace(/\s+/g, ' ').trim();

/** The name of the village that was meant, with or without diacritics and the word “Thôn”; `undefined` when it is none or two. */
export function villageNamed(text: string, villages: readonly Village[]): string | undefined {
  const namesOf = (village: Village): string[] => [village.name, ...(village.shortNames ?? [])];
  const exact = villages.filter((one) => namesOf(one).some((name) => name.normalize('NFC') === text));
  if (exact.length === 1) return exact[0]?.name;
  const wanted = folded(text);
  const like = villages.filter((one) => namesOf(one).some((name) => folded(name) === wanted));
  if (like.length > 0) return like.length === 1 ? like[0]?.name : undefined;
  const bare = wanted.replace(KINDS_OF_VILLAGE, '');
  const close = villages.filter((one) =>
    namesOf(one).some((name) => folded(name).replace(KINDS_OF_VILLAGE, '') === bare),
  );
  return close.length === 1 ? close[0]?.name : undefined;
}
