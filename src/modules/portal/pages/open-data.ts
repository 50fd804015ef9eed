import { type Html, html } from '../../../kernel/html.ts';
import {
  answerJson,
  answerPage,
  anyone,
  get,
  type RequestContext,
  type Route,
} from '../../../kernel/http/route.ts';
import { messages } from '../../../kernel/i18n.ts';
import { SECTIONS, type Section } from '../../disclosure/index.ts';
import { placeName } from '../domain/address.ts';
import { type CatalogDataset, type CatalogFile, dcatCatalog } from '../domain/catalog.ts';
import { ITEM_SCHEMA_PATH, LIST_SCHEMA_PATH } from '../domain/open-data.ts';
import { SLUG_OF } from '../domain/section-slug.ts';
import { frame } from '../frame.ts';
import { dataLimits } from '../limits-data.ts';
import { LICENCE_PATH, OPEN, originOf } from '../open.ts';
import { publishedEmails } from '../queries/contacts.ts';
import { sectionCounts } from '../queries/open-entries.ts';
import { sectionWords } from '../section-words.ts';
import { KEPT } from './parts.ts';

const m = messages({
  title: { vi: 'Dữ liệu mở', en: 'Open data' },
  lead: {
    vi: 'Mọi nội dung công khai trên cổng này đều tải về được để đọc, tính toán và dùng lại.',
    en: 'Everything public on this portal can be downloaded, calculated with and used again.',
  },
  where: { vi: 'Lấy ở đâu', en: 'Where to find it' },
  what: { vi: 'Nội dung', en: 'What' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  one_item: { vi: 'Một mục', en: 'One item' },
  one_table: { vi: 'Một bảng của mục', en: 'One table of an item' },
  section: { vi: 'Một nhóm nội dung của một xã', en: 'A section of a commune' },
  unit: { vi: 'Mọi nội dung của một xã', en: 'Everything of a commune' },
  all: { vi: 'Một nhóm nội dung của mọi xã', en: 'A section of all communes' },
  catalogue: { vi: 'Danh mục dữ liệu (DCAT-US 1.1)', en: 'Catalogue (DCAT-US 1.1)' },
  schema: { vi: 'Cấu trúc JSON của một mục, của danh sách', en: 'JSON schema of an item, of a list' },
  statistics: { vi: 'Lượt xem', en: 'Visits' },
  how: {
    vi: 'CSV là UTF-8, không có BOM, dòng đầu là tên cột, ngày viết 2024-06-24, số viết có dấu chấm thập phân. Danh sách dài chia làm nhiều phần: phần sau ở tiêu đề Link (rel="next") và ở trường “next” của JSON.',
    en: 'CSV is UTF-8 without BOM, the first line names the columns, days are written 2024-06-24 and numbers with a decimal point. Long lists come in parts: the next one stands in the Link header (rel="next") and in the field “next” of JSON.',
  },
  licence: { vi: 'Điều kiện sử dụng', en: 'Terms of use' },
  licence_free: {
    vi: 'Được tự do sao chép, chia sẻ và sử dụng, kể cả cho mục đích thương mại, không phải xin phép và không phải trả phí.',
    en: 'Free to copy, share and use, also commercially, without permission and without fee.',
  },
  licence_source: {
    vi: 'Khi dùng lại, ghi tên cơ quan đã công khai, địa chỉ của mục và ngày lấy dữ liệu. Không được làm sai lệch nội dung.',
    en: 'Whoever uses it names the office that published it, the address of the item and the day. The content must not be distorted.',
  },
  licence_names: {
    vi: 'Nơi nào danh sách có tên người thì tên chỉ hiện trong thời gian niêm yết; ai lưu lại phải tự tuân theo pháp luật về bảo vệ dữ liệu cá nhân.',
    en: 'Where a list shows names, it does so only during the posting; whoever keeps them answers for it under the law on personal data.',
  },
  dataset: { vi: '{unit}: {section}', en: '{unit}: {section}' },
  dataset_what: {
    vi: 'Nội dung {unit} công khai thuộc nhóm “{section}”: {n} mục.',
    en: 'What {unit} made public of “{section}”. Items: {n}.',
  },
  list_file: { vi: 'Danh sách, {format}', en: 'List, {format}' },
  feed_file: { vi: 'Nguồn tin Atom', en: 'Atom feed' },
});

interface Group {
  readonly unit: { readonly name: string; readonly key: string; readonly id: string } | null;
  readonly section: Section;
  readonly lastAt: Date;
  readonly items: number;
}

/** Data sets by section over all units, and by commune as well while there are few. */
async function groups({ tenant }: RequestContext): Promise<Group[]> {
  const counts = (await sectionCounts(tenant.publicDb)).map((row) => ({
    ...row,
    section: row.section as Section,
  }));
  const overall = SECTIONS.flatMap((section): Group[] => {
    const of = counts.filter((one) => one.section === section);
    if (of.length === 0) return [];
    const lastAt = new Date(Math.max(...of.map((one) => one.lastAt.getTime())));
    return [{ unit: null, section, lastAt, items: of.reduce((sum, one) => sum + one.items, 0) }];
  });
  if (new Set(counts.map(({ unitId }) => unitId)).size > dataLimits.communes_apart) return overall;
  const apart = counts.flatMap(({ unitId, unitName, unitKey, section, lastAt, items }): Group[] =>
    unitKey === null ? [] : [{ unit: { id: unitId, name: unitName, key: unitKey }, section, lastAt, items }],
  );
  return [...overall, ...apart];
}

function filesOf({ t }: RequestContext, base: string, origin: string): CatalogFile[] {
  const list = (format: string, mediaType: string): CatalogFile => ({
    title: t(m.list_file, { format: format.toUpperCase() }),
    url: `${base}.${format}`,
    mediaType,
    format: format.toUpperCase(),
    ...(format === 'json' ? { describedBy: `${origin}${LIST_SCHEMA_PATH}` } : {}),
  });
  return [
    list('csv', 'text/csv'),
    list('json', 'application/json'),
    list('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    { title: t(m.feed_file), url: `${base}.atom`, mediaType: 'application/atom+xml', format: 'Atom' },
  ];
}

const catalog = get({
  path: '/data.json',
  access: anyone('the catalogue of open data'),
  rate: 'feed',
  cache: KEPT,
  async handle(context) {
    const { t, tenant, today } = context;
    const origin = originOf(context);
    const emails = await publishedEmails(tenant.publicDb, today);
    const datasets = (await groups(context)).map((group): CatalogDataset => {
      const name = group.unit ? placeName(group.unit.name) : tenant.name;
      const base = `${origin}${group.unit ? `/xa/${group.unit.key}` : ''}/nhom/${SLUG_OF[group.section]}`;
      const section = sectionWords[group.section];
      return {
        landingPage: group.unit ? base : `${origin}/du-lieu-mo`,
        identifier: base,
        title: t(m.dataset, { unit: name, section }),
        description: t(m.dataset_what, { unit: name, section, n: group.items }),
        keywords: [sectionWords[group.section].vi, 'công khai', name],
        modified: group.lastAt.toISOString(),
        publisher: group.unit?.name ?? tenant.name,
        contact: {
          name: group.unit?.name ?? tenant.name,
          email: (group.unit && emails.get(group.unit.id)) ?? null,
        },
        spatial: name,
        files: filesOf(context, base, origin),
      };
    });
    const body = dcatCatalog({ url: `${origin}/data.json`, licence: `${origin}${LICENCE_PATH}`, datasets });
    return { ...answerJson(body), headers: { ...OPEN } };
  },
});

function addresses({ t }: RequestContext): Html {
  const lines: [string, string[]][] = [
    [t(m.one_item), ['/muc/{id}.csv', '/muc/{id}.json']],
    [t(m.one_table), ['/muc/{id}/bang/{bảng}.csv']],
    [t(m.section), ['csv', 'json', 'xlsx', 'atom', 'rss'].map((one) => `/xa/{xã}/nhom/{nhóm}.${one}`)],
    [t(m.unit), ['csv', 'json', 'xlsx', 'atom', 'rss'].map((one) => `/xa/{xã}/tin-moi.${one}`)],
    [t(m.all), ['csv', 'json', 'xlsx', 'atom', 'rss'].map((one) => `/nhom/{nhóm}.${one}`)],
    [t(m.catalogue), ['/data.json']],
    [t(m.schema), [ITEM_SCHEMA_PATH, LIST_SCHEMA_PATH]],
    [t(m.statistics), ['/thong-ke', '/thong-ke.csv']],
  ];
  return html`<table class="stack"><caption class="vh">${t(m.where)}</caption><thead><tr><th scope="col">${t(m.what)}</th><th scope="col">${t(m.address)}</th></tr></thead><tbody>${lines.map(
    ([what, paths]) =>
      html`<tr><th scope="row">${what}</th><td data-label="${t(m.address)}">${paths.map((path, at) => html`${at > 0 && html`<br>`}${path.includes('{') ? html`<code>${path}</code>` : html`<a href="${path}">${path}</a>`}`)}</td></tr>`,
  )}</tbody></table>`;
}

const page = get({
  path: '/du-lieu-mo',
  access: anyone('says how public data may be taken along and used'),
  rate: 'public',
  cache: KEPT,
  async handle(context) {
    const { t } = context;
    const main = html`<section><h2>${t(m.where)}</h2>${addresses(context)}<p class="block">${t(m.how)}</p></section><section id="giay-phep"><h2>${t(m.licence)}</h2><p>${t(m.licence_free)}</p><p>${t(m.licence_source)}</p><p>${t(m.licence_names)}</p></section>`;
    return answerPage(
      frame(context, {
        title: t(m.title),
        lead: t(m.lead),
        description: t(m.lead),
        main,
        breadcrumb: [{ href: '/', text: 'Dân Biết' }, { text: t(m.title) }],
      }),
    );
  },
});

export const openDataRoutes: readonly Route[] = [catalog, page];
