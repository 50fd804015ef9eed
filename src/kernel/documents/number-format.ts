import { addDays, type CalendarDate, calendarDate, formatDate } from '../dates.ts';

/** What a number format of a workbook says about its cells, as far as reading goes. */
export type NumberFormat =
  | { kind: 'general' }
  | {
      kind: 'number';
      percent: boolean;
      grouping: boolean;
      minDecimals: number;
      maxDecimals: number;
      prefix: string;
      suffix: string;
    }
  | { kind: 'date'; withTime: boolean }
  | { kind: 'month' }
  | { kind: 'time' };

const GENERAL: NumberFormat = { kind: 'general' };

/** Formats that every workbook knows by number without declaring them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN = new Map<number, string>([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm'],
  [19, 'h:mm:ss'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [41, '#,##0'],
  [42, '#,##0'],
  [43, '#,##0.00'],
  [44, '#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss'],
]);

/** Understands a format by its number, or by its code where the workbook declares one. */
export function numberFormat(id: number, declared: ReadonlyMap<number, string>): NumberFormat {
  return parseFormat(declared.get(id) ?? BUILT_IN.get(id) ?? '');
}

/** Excel writes no longer ones. */
const LONGEST_CODE = 255;

function parseFormat(written: string): NumberFormat {
  const code = written.slice(0, LONGEST_CODE);
  const first = /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/.exec(code)?.[0] ?? '';
  if (first === '' || /^general$/i.test(first) || first === '@') return GENERAL;
  const bare = first.replace(/"[^"]*"|\\.|[_*]./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  const digits = /[0#?][0#?,]*(\.[0#?]*)?/.exec(bare);
  if (!digits && /[dyhs]|m/i.test(bare)) return parseDateFormat(bare.toLowerCase());
  if (!digits || /[eE][+-]|\//.test(bare)) return GENERAL;
  const decimals = digits[1] ?? '';
  return {
    kind: 'number',
    percent: bare.includes('%'),
    grouping: /[0#?],[0#?]/.test(bare),
    minDecimals: decimals.split('0').length - 1,
    maxDecimals: Math.max(0, decimals.length - 1),
    ...literalsAround(first),
  };
}

/** Words in quotation marks before and after the digits, such as `0" xã"`. */
function literalsAround(section: string): { prefix: string; suffix: string } {
  const quoted = (part: string): string => [...part.matchAll(/"([^"]*)"/g)].map((m) => m[1]).join('');
  const unquoted = section.replace(/"[^"]*"/g, (q) => '"'.repeat(q.length));
  const at = unquoted.search(/[0#?]/);
  return { prefix: quoted(section.slice(0, at)), suffix: quoted(section.slice(at)) };
}

function parseDateFormat(code: string): NumberFormat {
  const hasTime = /[hs]/.test(code);
  if (/[dy]/.test(code) || !hasTime) {
    if (!code.includes('d') && !hasTime) return { kind: 'month' };
    return { kind: 'date', withTime: hasTime };
  }
  return { kind: 'time' };
}

const EPOCH_1900 = calendarDate('1899-12-30');
const EPOCH_1904 = calendarDate('1904-01-01');
/** 31/12/9999 in the 1900 system. */
const LAST_SERIAL = 2_958_465;
/** Excel counts a 29/02/1900 that never was; days before it are off by one. */
const PHANTOM_DAY = 60;

/** The day a serial number stands for; `undefined` when it is none. */
export function serialDate(serial: number, from1904: boolean): CalendarDate | undefined {
  const day = Math.floor(serial);
  if (!(day >= 0 && day <= LAST_SERIAL)) return undefined;
  if (from1904) return addDays(EPOCH_1904, day);
  if (day === 0 || day === PHANTOM_DAY) return undefined;
  return addDays(EPOCH_1900, day < PHANTOM_DAY ? day + 1 : day);
}

/** What a numeric cell shows on a Vietnamese machine, and its typed value. */
export function showNumber(
  value: number,
  format: NumberFormat,
  from1904: boolean,
): { text: string; value?: number | CalendarDate } {
  if (format.kind === 'general') return { text: decimalComma(plain(value)), value };
  if (format.kind === 'number') return { text: showFormatted(value, format), value };
  const time = clockTime(value);
  if (format.kind === 'time') return { text: time, value };
  const date = serialDate(value, from1904);
  if (!date) return { text: decimalComma(plain(value)), value };
  // A month typed as 06/2024 is stored as its first day; saying so would move every deadline from the end of the month.
  if (format.kind === 'month') return { text: formatDate(date).slice(3) };
  return {
    text: format.withTime && time !== '00:00' ? `${formatDate(date)} ${time}` : formatDate(date),
    value: date,
  };
}

/** Fifteen significant digits are all that Excel stores; more would show 0,30000000000000004. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function decimalComma(text: string): string {
  return text.replace('.', ',');
}

function showFormatted(value: number, format: Extract<NumberFormat, { kind: 'number' }>): string {
  const scaled = Number((format.percent ? value * 100 : value).toPrecision(15));
  let text = decimalComma(scaled.toFixed(Math.min(format.maxDecimals, 20)));
  const optional = format.maxDecimals - format.minDecimals;
  if (optional > 0) text = text.replace(new RegExp(`0{1,${optional}}$`), '').replace(/,$/, '');
  if (format.grouping) text = text.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, '.'));
  return `${format.prefix}${text}${format.percent ? '%' : ''}${format.suffix}`;
}

function clockTime(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
