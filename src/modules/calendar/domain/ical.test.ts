import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../../kernel/dates.ts';
import { type FeedEvent, icalFeed } from './ical.ts';

const event: FeedEvent = {
  uid: '0190-a@dan-biet',
  on: calendarDate('2024-07-04'),
  title: 'Báo cáo 6 tháng; kỳ 1, lần 1',
  description: 'Dòng một\nDòng hai \\ hết',
  url: 'https://example.test/viec/1?a=b;c,d',
  updatedAt: new Date('2024-06-24T02:03:04.567Z'),
};

const feedOf = (change: Partial<FeedEvent> = {}) =>
  icalFeed({ name: 'Hạn', events: [{ ...event, ...change }] });
/** The logical lines a calendar program sees. */
const unfold = (feed: string) => feed.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
const unescaped = (text: string) => text.replace(/\\([\\;,n])/g, (_, c: string) => (c === 'n' ? '\n' : c));
const propertyOf = (feed: string, name: string) =>
  unfold(feed)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1) ?? '';

describe('a feed', () => {
  test('writes an all-day event with escaped text and an unescaped address', () => {
    const lines = unfold(feedOf());
    const body = lines.slice(lines.indexOf('BEGIN:VEVENT'));
    expect(body).toEqual([
      'BEGIN:VEVENT',
      'UID:0190-a@dan-biet',
      'DTSTAMP:20240624T020304Z',
      'DTSTART;VALUE=DATE:20240704',
      'SUMMARY:Báo cáo 6 tháng\\; kỳ 1\\, lần 1',
      'DESCRIPTION:Dòng một\\nDòng hai \\\\ hết',
      'URL:https://example.test/viec/1?a=b;c,d',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  test('writes an event with hours in the zone that the feed defines, with its place; an end before its beginning is left out', () => {
    const lines = unfold(feedOf({ hours: { from: '07:30', until: '11:30' }, location: 'Trụ sở, phòng 1' }));
    expect(lines).toContain('TZID:Asia/Ho_Chi_Minh');
    expect(lines).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20240704T073000');
    expect(lines).toContain('DTEND;TZID=Asia/Ho_Chi_Minh:20240704T113000');
    expect(lines).toContain('LOCATION:Trụ sở\\, phòng 1');
    for (const until of [null, '07:30', '07:00'])
      expect(feedOf({ hours: { from: '07:30', until } })).not.toContain('DTEND');
  });

  test('opens and closes every component in order, also without events', () => {
    for (const feed of [feedOf(), icalFeed({ name: 'Trống', events: [] })]) {
      const open: string[] = [];
      for (const line of unfold(feed)) {
        if (line.startsWith('BEGIN:')) open.push(line.slice(6));
        if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4));
      }
      expect(open).toEqual([]);
      expect(feed.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
      expect(feed.match(/BEGIN:(VEVENT|VTIMEZONE)/g)?.length).toBeGreaterThan(0);
    }
  });

  test('refuses an address that is not absolute', () => {
    expect(() => feedOf({ url: '/viec/1' })).toThrow(TypeError);
  });
});

describe('for every text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });

  test('physical lines end in CRLF, hold at most 75 octets and no broken character', () => {
    fc.assert(
      fc.property(text, text, (title, description) => {
        const feed = feedOf({ title, description });
        expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of feed.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('a program reads back the words, and no text can add a line of its own', () => {
    const plain = unfold(feedOf()).length;
    fc.assert(
      fc.property(text, (title) => {
        const feed = feedOf({
          title,
          url: `https://example.test/?q=${encodeURIComponent(title.toWellFormed())}`,
        });
        expect(unfold(feed)).toHaveLength(plain);
        const words = title.toWellFormed().replace(/\r\n?/g, '\n');
        expect(unescaped(propertyOf(feed, 'SUMMARY'))).toBe(
          words.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ''),
        );
      }),
    );
  });

  test('a long Vietnamese line is folded and whole again when unfolded', () => {
    const title = 'Niêm yết công khai danh sách hộ nghèo, hộ cận nghèo '.repeat(8).trim();
    const feed = feedOf({ title });
    expect(feed).toContain('\r\n ');
    expect(unescaped(propertyOf(feed, 'SUMMARY'))).toBe(title);
  });

  test('an address with a line break cannot start a new line', () => {
    const feed = feedOf({ url: 'https://example.test/a\r\nATTENDEE:mailto:x@example.test' });
    expect(unfold(feed).some((line) => line.startsWith('ATTENDEE'))).toBe(false);
  });
});
