import type { CalendarDate } from '../../../kernel/dates.ts';

/** One event of a feed: all day, or at hours of the day. */
export interface FeedEvent {
  /** Globally unique and stable, so that a later feed replaces the event instead of doubling it. */
  readonly uid: string;
  readonly on: CalendarDate;
  readonly title: string;
  readonly description: string;
  /** Absolute address of the page about it. */
  readonly url: string;
  readonly updatedAt: Date;
  /** `07:30`, in Vietnam; the whole day when absent. Without an end it is the moment of its beginning. */
  readonly hours?: { readonly from: string; readonly until: string | null };
  readonly location?: string;
}

export interface Feed {
  readonly name: string;
  readonly events: readonly FeedEvent[];
}

/**
 * An iCalendar stream (RFC 5545), CRLF line ends, UTF-8. Without METHOD, DTSTAMP is the time of the
 * last change (3.8.7.2), so an unchanged feed is the same text each time. Throws `TypeError` when a `url` is not absolute.
 */
export function icalFeed({ name, events }: Feed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dan Biet//Lich//VI',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    ...VIETNAM_TIME,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A calendar needs at least one component (3.6); this one keeps a feed without events valid. */
const VIETNAM_TIME = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Ho_Chi_Minh',
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0700',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function eventLines(event: FeedEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utc(event.updatedAt)}`,
    ...timeLines(event),
    `SUMMARY:${escapeText(event.title)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    // An address is not text and is not escaped; the URL parser leaves no line break in it.
    `URL:${new URL(event.url).href}`,
    ...(event.location === undefined ? [] : [`LOCATION:${escapeText(event.location)}`]),
    // A due date does not make the person busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function timeLines({ on, hours }: FeedEvent): string[] {
  const day = on.replaceAll('-', '');
  // A date without DTEND lasts that one day (3.6.1).
  if (hours === undefined) return [`DTSTART;VALUE=DATE:${day}`];
  const at = (name: string, time: string): string =>
    `${name};TZID=Asia/Ho_Chi_Minh:${day}T${time.replace(':', '')}00`;
  const { from, until } = hours;
  // An end must lie after the beginning (3.8.2.2).
  return [at('DTSTART', from), ...(until !== null && until > from ? [at('DTEND', until)] : [])];
}

function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** TEXT values (3.3.11): backslash, semicolon, comma and line breaks escaped, other control characters dropped. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

const LONGEST_LINE = 75;

/** Folds at 75 octets (3.1) without cutting a character: a continuation begins with a space, which counts. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
