import { formatDate } from '../../kernel/dates.ts';
import { type Message, type MessageParams, messages } from '../../kernel/i18n.ts';
import type {
  Amount,
  Basis,
  Declaration,
  Occasion,
  Regime,
  RequiredPlace,
  WebShow,
} from './domain/declaration.ts';
import type { ValueKind } from './domain/read-value.ts';

export const valueWords = messages({
  text: { vi: 'chữ', en: 'words' },
  long_text: { vi: 'đoạn văn', en: 'a paragraph' },
  number: { vi: 'số', en: 'a number' },
  amount: { vi: 'số tiền (đồng)', en: 'an amount (đồng)' },
  percent: { vi: 'phần trăm', en: 'a percentage' },
  date: { vi: 'ngày', en: 'a date' },
  time: { vi: 'giờ', en: 'a time' },
  phone: { vi: 'số điện thoại', en: 'a phone number' },
  email: { vi: 'hộp thư điện tử', en: 'an email address' },
  link: { vi: 'địa chỉ mạng', en: 'an address' },
  file: { vi: 'tệp', en: 'a file' },
  village: { vi: 'thôn của xã', en: 'a village' },
} satisfies Record<ValueKind, Message>);

export const showWords = messages({
  names: { vi: 'Đăng tên, có hạn gỡ', en: 'Names, for a time' },
  figures: { vi: 'Chỉ đăng số liệu theo thôn', en: 'Numbers by village only' },
  nothing: { vi: 'Không đăng phần có tên', en: 'Nothing of the names' },
} satisfies Record<WebShow, Message>);

export const w = messages({
  d: { vi: '{n} ngày', en: '{n} days' },
  wd: { vi: '{n} ngày làm việc', en: '{n} working days' },
  m: { vi: '{n} tháng', en: '{n} months' },
  y: { vi: '{n} năm', en: '{n} years' },
  after: { vi: 'chậm nhất {within} sau: {day}', en: 'at most {within} after: {day}' },
  after_period: { vi: 'chậm nhất {within} sau khi kết thúc kỳ', en: 'at most {within} after the period' },
  after_standing: {
    vi: 'trong {within} từ ngày bắt đầu áp dụng và mỗi khi thay đổi',
    en: 'within {within} of being followed and of each change',
  },
  by_period: { vi: 'chậm nhất ngày cuối kỳ', en: 'by the last day of the period' },
  by_window: { vi: 'trong mùa, chậm nhất ngày {day}', en: 'in the season, by {day}' },
  month: { vi: 'mỗi tháng', en: 'every month' },
  quarter: { vi: 'mỗi quý', en: 'every quarter' },
  half: { vi: 'mỗi 6 tháng', en: 'every half year' },
  year: { vi: 'mỗi năm', en: 'every year' },
  only: { vi: '{often} (kỳ {which})', en: '{often} (periods {which})' },
  window: { vi: 'mỗi năm, từ {from} đến {to}', en: 'each year, {from} to {to}' },
  event: { vi: 'khi phát sinh', en: 'when it happens' },
  standing: { vi: 'thường xuyên, xem lại mỗi {often}', en: 'always, looked at again every {often}' },
  permanent: { vi: 'thường xuyên, đến khi thay đổi', en: 'for as long as it holds' },
  once: { vi: 'một lần', en: 'once' },
  at_least: { vi: 'ít nhất {time} liên tục', en: 'at least {time} on end' },
  if_exists: { vi: 'nếu có', en: 'where there is one' },
  may: { vi: 'có thể', en: 'may' },
  one_of: { vi: 'một trong các nơi này', en: 'one of these' },
  article: { vi: 'Điều {n}', en: 'Article {n}' },
  clause: { vi: 'khoản {n}', en: 'clause {n}' },
  point: { vi: 'điểm {n}', en: 'point {n}' },
  since_ever: { vi: 'đến {until}', en: 'until {until}' },
  from_on: { vi: 'từ {from}', en: 'from {from}' },
  from_until: { vi: '{from} – {until}', en: '{from} – {until}' },
  always: { vi: 'mọi thời điểm', en: 'at all times' },
});

/** Says it in one language, also for lists and files. */
export type Sayer = (message: Message, params?: MessageParams) => string;

export const amountSaid = ({ amount, unit }: Amount, t: Sayer): string =>
  t(w[unit], { n: String(amount).padStart(2, '0') });

export function occasionSaid(occasion: Occasion, t: Sayer): string {
  switch (occasion.kind) {
    case 'event':
      return t(w.event);
    case 'standing':
      return t(w.standing, { often: amountSaid(occasion.refresh, t) });
    case 'window':
      return t(w.window, { from: monthDay(occasion.from), to: monthDay(occasion.to) });
    case 'period': {
      const often = t(w[occasion.period]);
      return occasion.only ? t(w.only, { often, which: occasion.only.join(', ') }) : often;
    }
  }
}

const monthDay = (text: string): string => text.split('-').reverse().join('/');

export function dueSaid({ due }: Regime, { occasion }: Pick<Declaration, 'occasion'>, t: Sayer): string {
  if (due.kind === 'by')
    return occasion.kind === 'window' ? t(w.by_window, { day: monthDay(occasion.to) }) : t(w.by_period);
  const within = amountSaid(due.within, t);
  if (occasion.kind === 'event') return t(w.after, { within, day: lowerFirst(t(occasion.day)) });
  return t(occasion.kind === 'standing' ? w.after_standing : w.after_period, { within });
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export function lastsSaid({ lasts }: RequiredPlace, t: Sayer): string {
  return typeof lasts === 'string' ? t(w[lasts]) : t(w.at_least, { time: amountSaid(lasts, t) });
}

/** `Luật 10/2022/QH15, Điều 13 khoản 2`. */
export function basisSaid({ document, article, clause, point }: Basis, t: Sayer): string {
  const parts = [
    ...(article ? [t(w.article, { n: article })] : []),
    ...(clause ? [t(w.clause, { n: clause })] : []),
    ...(point ? [t(w.point, { n: point })] : []),
  ];
  return parts.length === 0 ? document : `${document}, ${parts.join(' ')}`;
}

export function daysSaid({ from, until }: Pick<Regime, 'from' | 'until'>, t: Sayer): string {
  if (from === null) return until === null ? t(w.always) : t(w.since_ever, { until: formatDate(until) });
  return until === null
    ? t(w.from_on, { from: formatDate(from) })
    : t(w.from_until, { from: formatDate(from), until: formatDate(until) });
}
