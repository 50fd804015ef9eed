import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { atomFeed, type PublicFeed, rssFeed } from './feed.ts';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Reads with a real parser, which throws at anything that is no XML with its name spaces. */
function parse(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([key, one]) => [key, one.value]),
    );
    const node: Node = { name: `{${tag.uri}}${tag.local}`, attributes, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (words) => {
    const node = open.at(-1);
    if (node) node.text += words;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return root.children[0] as Node;
}

const A = '{http://www.w3.org/2005/Atom}';
const all = (node: Node, name: string): Node[] => node.children.filter((one) => one.name === name);
const only = (node: Node, name: string): Node => {
  const found = all(node, name);
  expect(found, `${name} once in ${node.name}`).toHaveLength(1);
  return found[0] as Node;
};

const entry = {
  id: '0191f0aa-0000-7000-8000-000000000001',
  title: 'Dự toán “2024” <thu & chi> \u0001]]>',
  summary: "Xã thu được 3,2 tỷ đồng; ông A's",
  url: 'https://danbiet.example/muc/0191f0aa-0000-7000-8000-000000000001?a=1&b=2',
  publishedAt: new Date('2024-03-01T02:00:00Z'),
  updatedAt: new Date('2024-04-02T03:04:05Z'),
  category: 'Ngân sách',
};
const feed: PublicFeed = {
  id: 'urn:uuid:0191f0aa-0000-7000-8000-00000000000a#budget',
  title: 'Xã Bãi Sậy: Ngân sách',
  description: 'Những gì xã công khai',
  author: 'Xã Bãi Sậy',
  lang: 'vi',
  homeUrl: 'https://danbiet.example/xa/bai-say/nhom/ngan-sach',
  selfUrl: 'https://danbiet.example/xa/bai-say/nhom/ngan-sach.atom?truoc=x&y',
  firstUrl: 'https://danbiet.example/xa/bai-say/nhom/ngan-sach.atom',
  nextUrl: 'https://danbiet.example/xa/bai-say/nhom/ngan-sach.atom?truoc=z',
  updatedAt: entry.updatedAt,
  entries: [entry, { ...entry, id: '0191f0aa-0000-7000-8000-000000000002' }],
};

describe('an Atom feed', () => {
  const root = parse(atomFeed(feed));

  it('has each element that RFC 4287 asks of a feed once, with an id that is a URI', () => {
    expect(root.name).toBe(`${A}feed`);
    expect(root.attributes['xml:lang']).toBe('vi');
    expect(only(root, `${A}id`).text).toBe(feed.id);
    expect(only(root, `${A}title`).text).toBe(feed.title);
    expect(new Date(only(root, `${A}updated`).text)).toEqual(entry.updatedAt);
    expect(only(only(root, `${A}author`), `${A}name`).text).toBe('Xã Bãi Sậy');
    const rels = Object.fromEntries(
      all(root, `${A}link`).map((one) => [one.attributes.rel, one.attributes.href]),
    );
    expect(rels).toEqual({
      alternate: feed.homeUrl,
      self: feed.selfUrl,
      first: feed.firstUrl,
      next: feed.nextUrl,
    });
  });

  it('has entries with id, title, times and address; signs of XML and control characters do no harm', () => {
    const entries = all(root, `${A}entry`);
    expect(entries.map((one) => only(one, `${A}id`).text)).toEqual(
      feed.entries.map(({ id }) => `urn:uuid:${id}`),
    );
    const [first] = entries as [Node];
    expect(only(first, `${A}title`).text).toBe('Dự toán “2024” <thu & chi> ]]>');
    expect(only(first, `${A}link`).attributes.href).toBe(entry.url);
    expect(only(first, `${A}published`).text).toBe('2024-03-01T02:00:00.000Z');
    expect(only(first, `${A}updated`).text).toBe('2024-04-02T03:04:05.000Z');
    expect(only(first, `${A}summary`).text).toBe(entry.summary);
  });

  it('without entries or older pages is still a feed, and says no next page', () => {
    const empty = parse(atomFeed({ ...feed, entries: [], nextUrl: null }));
    expect(all(empty, `${A}entry`)).toEqual([]);
    expect(all(empty, `${A}link`).map((one) => one.attributes.rel)).toEqual(['alternate', 'self', 'first']);
  });
});

describe('an RSS feed', () => {
  const root = parse(rssFeed(feed));
  const channel = only(root, '{}channel');

  it('has what RSS 2.0 asks of a channel', () => {
    expect(root.attributes.version).toBe('2.0');
    expect(only(channel, '{}title').text).toBe(feed.title);
    expect(only(channel, '{}link').text).toBe(feed.homeUrl);
    expect(only(channel, '{}description').text).toBe(feed.description);
    expect(only(channel, '{}lastBuildDate').text).toBe('Tue, 02 Apr 2024 03:04:05 GMT');
    expect(all(channel, `${A}link`).map((one) => one.attributes.rel)).toEqual(['self', 'next']);
  });

  it('has items whose guid is no address and stays the same', () => {
    const [first] = all(channel, '{}item') as [Node];
    const guid = only(first, '{}guid');
    expect([guid.text, guid.attributes.isPermaLink]).toEqual([`urn:uuid:${entry.id}`, 'false']);
    expect(only(first, '{}pubDate').text).toBe('Tue, 02 Apr 2024 03:04:05 GMT');
    expect(only(first, '{}link').text).toBe(entry.url);
  });
});
