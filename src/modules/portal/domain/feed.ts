/** One thing that was made public, as a feed tells it. */
export interface FeedEntry {
  /** The id of the item: the entry keeps it whatever its address becomes. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Absolute address of its page. */
  readonly url: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  /** What it is about: name of the section. */
  readonly category: string;
}

export interface PublicFeed {
  /** A URI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly author: string;
  readonly lang: 'vi' | 'en';
  /** Absolute addresses: the page for people, this page of the feed, the next older page, the first page. */
  readonly homeUrl: string;
  readonly selfUrl: string;
  readonly firstUrl: string;
  readonly nextUrl: string | null;
  /** When the newest entry changed; of a feed without entries, a day that stands still. */
  readonly updatedAt: Date;
  /** Newest change first. */
  readonly entries: readonly FeedEntry[];
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML 1.0: signs escaped, and control characters that no XML may hold left out. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

const element = (name: string, text: string): string => `<${name}>${xml(text)}</${name}>`;
const link = (rel: string, href: string, type: string): string =>
  `<link rel="${rel}" type="${type}" href="${xml(href)}"/>`;

const ATOM = 'application/atom+xml';
const RSS = 'application/rss+xml';
const PAGE = 'text/html';

/** An Atom feed (RFC 4287) whose older pages follow by `next` (RFC 5005, paged feeds). */
export function atomFeed(feed: PublicFeed): string {
  const entries = feed.entries.map((entry) =>
    [
      '<entry>',
      element('id', `urn:uuid:${entry.id}`),
      element('title', entry.title),
      link('alternate', entry.url, PAGE),
      element('published', entry.publishedAt.toISOString()),
      element('updated', entry.updatedAt.toISOString()),
      `<category term="${xml(entry.category)}"/>`,
      element('summary', entry.summary),
      '</entry>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', feed.updatedAt.toISOString()),
    `<author>${element('name', feed.author)}</author>`,
    link('alternate', feed.homeUrl, PAGE),
    link('self', feed.selfUrl, ATOM),
    link('first', feed.firstUrl, ATOM),
    ...(feed.nextUrl === null ? [] : [link('next', feed.nextUrl, ATOM)]),
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** The same as RSS 2.0, for readers that know no Atom. */
export function rssFeed(feed: PublicFeed): string {
  const items = feed.entries.map((entry) =>
    [
      '<item>',
      element('title', entry.title),
      element('link', entry.url),
      element('description', entry.summary),
      element('category', entry.category),
      `<guid isPermaLink="false">urn:uuid:${xml(entry.id)}</guid>`,
      // RSS has one time for an item: the reader wants to see what changed.
      element('pubDate', entry.updatedAt.toUTCString()),
      '</item>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', feed.title),
    element('link', feed.homeUrl),
    element('description', feed.description),
    element('language', feed.lang),
    element('lastBuildDate', feed.updatedAt.toUTCString()),
    `<atom:${link('self', feed.selfUrl, RSS).slice(1)}`,
    ...(feed.nextUrl === null ? [] : [`<atom:${link('next', feed.nextUrl, RSS).slice(1)}`]),
    ...items,
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}
