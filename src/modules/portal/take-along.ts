import { type Html, html } from '../../kernel/html.ts';
import type { RequestContext } from '../../kernel/http/route.ts';
import { messages } from '../../kernel/i18n.ts';
import type { Section } from '../disclosure/index.ts';
import { isTable } from './domain/open-data.ts';
import { SLUG_OF } from './domain/section-slug.ts';
import { datasetOf, type Structured } from './domain/structured.ts';
import { to } from './frame.ts';
import { LICENCE_PATH, originOf } from './open.ts';
import type { Entry } from './queries/entry.ts';
import { sectionWords } from './section-words.ts';

const m = messages({
  take: { vi: 'Tải về, theo dõi', en: 'Download and follow' },
  data: { vi: 'Tải dữ liệu:', en: 'Download the data:' },
  facts: { vi: 'thông tin chung (CSV)', en: 'facts (CSV)' },
  table: { vi: '{table} (CSV)', en: '{table} (CSV)' },
  list: { vi: 'danh sách ({format})', en: 'list ({format})' },
  follow: { vi: 'Theo dõi:', en: 'Follow:' },
  by_mail: { vi: 'nhận thư điện tử', en: 'by email' },
  feed: { vi: 'nguồn tin {format}', en: '{format} feed' },
  terms: { vi: 'Điều kiện sử dụng dữ liệu', en: 'Terms of use' },
  of_unit: { vi: '{unit}: mới công khai', en: '{unit}: newly public' },
  of_section: { vi: '{unit}: {section}', en: '{unit}: {section}' },
});

export interface FedUnit {
  readonly key: string;
  readonly name: string;
}

/** For the head of a page: where its feed is, so that readers and browsers find it by themselves. */
export function feedHead({ t }: Pick<RequestContext, 't'>, unit: FedUnit, section: Section | null): Html {
  const path = section === null ? `/xa/${unit.key}/tin-moi` : `/xa/${unit.key}/nhom/${SLUG_OF[section]}`;
  const title =
    section === null
      ? t(m.of_unit, { unit: unit.name })
      : t(m.of_section, { unit: unit.name, section: sectionWords[section] });
  return html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${path}.atom"><link rel="alternate" type="application/rss+xml" title="${title}" href="${path}.rss">`;
}

const links = (list: readonly (readonly [string, string])[]): Html =>
  html`${list.map(([href, text], at) => html`${at > 0 && ' · '}<a href="${href}">${text}</a>`)}`;

/** Under the list of a section, or of all of a commune: what can be downloaded, and how to hear of what is new. */
export function takeListAlong(context: RequestContext, unit: FedUnit, section: Section | null): Html {
  const { t } = context;
  const path = section === null ? `/xa/${unit.key}/tin-moi` : `/xa/${unit.key}/nhom/${SLUG_OF[section]}`;
  const files = ['csv', 'xlsx', 'json'].map(
    (format) => [`${path}.${format}`, t(m.list, { format: format.toUpperCase() })] as const,
  );
  const mail = `/theo-doi?xa=${unit.key}${section === null ? '' : `&nhom=${SLUG_OF[section]}`}`;
  const feeds = [
    [to(context, mail), t(m.by_mail)],
    [`${path}.atom`, t(m.feed, { format: 'Atom' })],
    [`${path}.rss`, t(m.feed, { format: 'RSS' })],
  ] as const;
  return html`<section class="no-print"><h2>${t(m.take)}</h2><p>${t(m.data)} ${links(files)}</p><p>${t(m.follow)} ${links(feeds)}</p><p><a href="${to(context, LICENCE_PATH)}">${t(m.terms)}</a></p></section>`;
}

/** Under an item: its data in files. */
export function takeItemAlong(context: RequestContext, row: Pick<Entry, 'itemId' | 'body'>): Html {
  const { t, lang } = context;
  const at = `/muc/${row.itemId}`;
  const tables = row.body.fields
    .filter(isTable)
    .map((table) => [`${at}/bang/${table.key}.csv`, t(m.table, { table: table.label[lang] })] as const);
  const files = [...tables, [`${at}.csv`, t(m.facts)] as const, [`${at}.json`, 'JSON'] as const];
  return html`<p>${t(m.data)} ${links(files)} · <a href="${to(context, LICENCE_PATH)}">${t(m.terms)}</a></p>`;
}

/** What search engines read of an item (schema.org); goes into `jsonLd`. */
export function describedItem(context: RequestContext, row: Entry): Structured {
  const { unit } = row;
  const origin = originOf(context);
  const url = `${origin}/muc/${row.itemId}`;
  const tables = row.body.fields.filter(isTable);
  return datasetOf({
    id: row.itemId,
    url,
    title: row.title,
    summary: row.summary === '' ? row.title : row.summary,
    publishedOn: row.publishedOn,
    updatedAt: row.updatedAt,
    licence: `${origin}${LICENCE_PATH}`,
    unit: { name: unit.name, url: `${origin}/xa/${unit.key}` },
    files: [
      ...tables.map(({ key }) => ({ url: `${url}/bang/${key}.csv`, mediaType: 'text/csv' })),
      { url: `${url}.json`, mediaType: 'application/json' },
    ],
  });
}
