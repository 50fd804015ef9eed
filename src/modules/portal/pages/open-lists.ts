import { z } from 'zod';
import { writeOpenCsv, writeWorkbook } from '../../../kernel/documents/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import {
  type Answer,
  answerJson,
  anyone,
  get,
  type RequestContext,
  type Route,
} from '../../../kernel/http/route.ts';
import { messages } from '../../../kernel/i18n.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import type { Section } from '../../disclosure/index.ts';
import { placeName } from '../domain/address.ts';
import { readCursor, writeCursor } from '../domain/change-cursor.ts';
import { atomFeed, type PublicFeed, rssFeed } from '../domain/feed.ts';
import { LIST_SCHEMA_PATH, listTable, type OpenList, SCHEMA_VERSION } from '../domain/open-data.ts';
import { SLUG_OF, sectionOfSlug } from '../domain/section-slug.ts';
import { dataLimits } from '../limits-data.ts';
import { OPEN, openHead, originOf } from '../open.ts';
import { type HeadRow, openHeads } from '../queries/open-entries.ts';
import type { PortalUnit } from '../queries/units.ts';
import { sectionWords } from '../section-words.ts';
import { unitNamed } from './found-unit.ts';
import { KEPT } from './parts.ts';

const m = messages({
  feed_all: { vi: '{unit}: nội dung công khai', en: '{unit}: what is public' },
  feed_section: { vi: '{unit}: {section}', en: '{unit}: {section}' },
  feed_what: {
    vi: 'Mới công khai hoặc mới thay đổi, gần nhất trước.',
    en: 'What was made public or changed, newest first.',
  },
  withdrawn: { vi: 'Đã rút: {title}', en: 'Withdrawn: {title}' },
});

const LIST_FORMATS = ['csv', 'json', 'xlsx'] as const;
const FEED_FORMATS = ['atom', 'rss'] as const;
type Format = (typeof LIST_FORMATS)[number] | (typeof FEED_FORMATS)[number];
const isFeed = (format: Format): format is (typeof FEED_FORMATS)[number] =>
  (FEED_FORMATS as readonly string[]).includes(format);

const access = anyone('what is public may be taken along and followed');
const query = z.object({ truoc: z.string().max(80).optional().catch(undefined) });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Wanted {
  readonly unit: PortalUnit | null;
  readonly section: Section | null;
  readonly format: Format;
  readonly before: string | undefined;
}

/** The part of a list that `before` names, and the address of the next one. */
async function part(context: RequestContext, wanted: Wanted, most: number) {
  const before = wanted.before === undefined ? null : (readCursor(wanted.before) ?? null);
  if (wanted.before !== undefined && before === null) throw new AppError(kernelErrors.not_found);
  const of = { unitId: wanted.unit?.unitId ?? null, section: wanted.section, before };
  const rows = await openHeads(context.tenant.publicDb, of, most);
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  const first = `${originOf(context)}${context.url.pathname}`;
  const page = (cursor: string): string => `${first}?truoc=${encodeURIComponent(cursor)}`;
  return {
    rows: shown,
    first,
    self: wanted.before === undefined ? first : page(wanted.before),
    next: rows.length > most && last ? page(writeCursor(last)) : null,
  };
}

async function feed(context: RequestContext, wanted: Wanted): Promise<Answer> {
  const { t, lang, tenant } = context;
  const { rows, first, self, next } = await part(context, wanted, dataLimits.feed_entries);
  const { unit, section } = wanted;
  const origin = originOf(context);
  const name = unit ? placeName(unit.name) : tenant.name;
  const home = unit ? `/xa/${unit.key}${section === null ? '' : `/nhom/${SLUG_OF[section]}`}` : '/';
  const described: PublicFeed = {
    id: `urn:uuid:${unit?.unitId ?? tenant.id}${section === null ? '' : `#${section}`}`,
    title:
      section === null
        ? t(m.feed_all, { unit: name })
        : t(m.feed_section, { unit: name, section: sectionWords[section] }),
    description: t(m.feed_what),
    author: unit?.name ?? tenant.name,
    lang,
    homeUrl: `${origin}${home}`,
    selfUrl: self,
    firstUrl: first,
    nextUrl: next,
    updatedAt: rows[0]?.updatedAt ?? new Date(0),
    entries: rows.map((row) => entryOf(context, row, origin)),
  };
  const isAtom = wanted.format === 'atom';
  return {
    kind: 'file',
    body: isAtom ? atomFeed(described) : rssFeed(described),
    mediaType: `application/${isAtom ? 'atom' : 'rss'}+xml; charset=utf-8`,
    headers: { ...OPEN },
  };
}

function entryOf({ t }: RequestContext, row: HeadRow, origin: string): PublicFeed['entries'][number] {
  return {
    id: row.itemId,
    title: row.isWithdrawn ? t(m.withdrawn, { title: row.title }) : row.title,
    summary: row.summary,
    url: `${origin}/muc/${row.itemId}`,
    // A day without an hour: its beginning in Vietnam.
    publishedAt: new Date(`${row.publishedOn}T00:00:00+07:00`),
    updatedAt: row.updatedAt,
    category: t(sectionWords[row.section]),
  };
}

async function list(context: RequestContext, wanted: Wanted): Promise<Answer> {
  const { unit, section, format } = wanted;
  const { rows, next } = await part(context, wanted, dataLimits.list_rows);
  const items = rows.map((row) => openHead(row, originOf(context)));
  const headers: Record<string, string> =
    next === null ? { ...OPEN } : { ...OPEN, link: `<${next}>; rel="next"` };
  if (format === 'json') {
    const body: OpenList = {
      $schema: `${originOf(context)}${LIST_SCHEMA_PATH}`,
      v: SCHEMA_VERSION,
      unit: unit && { id: unit.unitId, name: unit.name },
      section,
      items,
      next,
    };
    return { ...answerJson(body), headers };
  }
  const table = listTable(items);
  const name = `${unit?.key ?? context.tenant.slug}-${section ?? 'tat-ca'}.${format}`;
  if (format === 'csv')
    return {
      kind: 'file',
      body: writeOpenCsv(table.header, table.rows),
      mediaType: 'text/csv; charset=utf-8; header=present',
      fileName: name,
      headers,
    };
  const columns = table.header.map((header) => ({ header, kind: 'text' as const, width: 24 }));
  const sheet = { name: section === null ? 'Tất cả' : sectionWords[section].vi, columns, rows: table.rows };
  return { kind: 'file', body: writeWorkbook({ sheets: [sheet] }), mediaType: XLSX, fileName: name, headers };
}

const answer = (context: RequestContext, wanted: Wanted): Promise<Answer> =>
  isFeed(wanted.format) ? feed(context, wanted) : list(context, wanted);

function sectionOf(text: string): Section {
  const section = sectionOfSlug(text);
  if (section === undefined) throw new AppError(kernelErrors.not_found);
  return section;
}

/** `ngan-sach.csv` → `ngan-sach` and `csv`. */
function split(file: string): { name: string; format: Format } {
  const at = file.lastIndexOf('.');
  return { name: file.slice(0, at), format: file.slice(at + 1) as Format };
}

const ANY = '(?:csv|json|xlsx|atom|rss)' as const;

const ofSection = get({
  path: `/xa/:unit/nhom/:file{[a-z-]+\\.${ANY}}`,
  access,
  rate: 'feed',
  cache: KEPT,
  query,
  async handle(context, { params, query: { truoc } }) {
    const { name, format } = split(params.file);
    const section = sectionOf(name);
    return answer(context, { unit: await unitNamed(context, params.unit), section, format, before: truoc });
  },
});

const ofUnit = get({
  path: `/xa/:unit/:file{tin-moi\\.${ANY}}`,
  access,
  rate: 'feed',
  cache: KEPT,
  query,
  async handle(context, { params, query: { truoc } }) {
    const { format } = split(params.file);
    return answer(context, {
      unit: await unitNamed(context, params.unit),
      section: null,
      format,
      before: truoc,
    });
  },
});

const ofAllUnits = get({
  path: `/nhom/:file{[a-z-]+\\.${ANY}}`,
  access,
  rate: 'feed',
  cache: KEPT,
  query,
  async handle(context, { params, query: { truoc } }) {
    const { name, format } = split(params.file);
    return answer(context, { unit: null, section: sectionOf(name), format, before: truoc });
  },
});

const ofAll = get({
  path: `/:file{tin-moi\\.${ANY}}`,
  access,
  rate: 'feed',
  cache: KEPT,
  query,
  async handle(context, { params, query: { truoc } }) {
    return answer(context, { unit: null, section: null, format: split(params.file).format, before: truoc });
  },
});

export const openListRoutes: readonly Route[] = [ofSection, ofUnit, ofAllUnits, ofAll];
