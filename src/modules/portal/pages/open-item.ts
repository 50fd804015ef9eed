import { writeOpenCsv } from '../../../kernel/documents/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import {
  type Answer,
  answerJson,
  anyone,
  get,
  type RequestContext,
  type Route,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  ITEM_SCHEMA_PATH,
  isTable,
  itemTable,
  jsonSchemaOf,
  LIST_SCHEMA_PATH,
  type OpenTable,
  tableOf,
} from '../domain/open-data.ts';
import { OPEN, openHead, openItemOf, originOf } from '../open.ts';
import { type FullRow, openItem } from '../queries/open-entries.ts';
import { KEPT } from './parts.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}' as const;
const access = anyone('what is public may be taken along');
/** A schema changes only with the program. */
const KEPT_LONG = { maxAgeSeconds: 86_400, staleSeconds: 604_800 } as const;

async function found({ tenant, today }: RequestContext, itemId: string): Promise<FullRow> {
  const row = await openItem(tenant.publicDb, itemId, today);
  if (!row) throw new AppError(kernelErrors.not_found);
  return row;
}

const headersOf = (row: FullRow): Record<string, string> =>
  row.isIndexed ? { ...OPEN } : { ...OPEN, 'x-robots-tag': 'noindex' };

function csv(row: FullRow, fileName: string, { header, rows }: OpenTable): Answer {
  return {
    kind: 'file',
    body: writeOpenCsv(header, rows),
    mediaType: 'text/csv; charset=utf-8; header=present',
    fileName,
    headers: headersOf(row),
  };
}

const itemJson = get({
  path: `/muc/:file{${UUID}\\.json}`,
  access,
  rate: 'feed',
  cache: KEPT,
  async handle(context, { params }) {
    const row = await found(context, params.file.slice(0, -'.json'.length));
    return { ...answerJson(openItemOf(row, originOf(context))), headers: headersOf(row) };
  },
});

const itemCsv = get({
  path: `/muc/:file{${UUID}\\.csv}`,
  access,
  rate: 'feed',
  cache: KEPT,
  async handle(context, { params }) {
    const row = await found(context, params.file.slice(0, -'.csv'.length));
    return csv(row, params.file, itemTable(openHead(row, originOf(context)), row.body));
  },
});

const tableCsv = get({
  path: `/muc/:id{${UUID}}/bang/:file{[a-z][a-z0-9_]*\\.csv}`,
  access,
  rate: 'feed',
  cache: KEPT,
  async handle(context, { params }) {
    const row = await found(context, params.id);
    const key = params.file.slice(0, -'.csv'.length);
    const table = row.body.fields.filter(isTable).find((one) => one.key === key);
    if (!table) throw new AppError(kernelErrors.not_found);
    return csv(row, `${row.code}-${row.occurrence}-${params.file}`, tableOf(table));
  },
});

const schema = (path: string, which: 'item' | 'list'): Route =>
  get({
    path,
    access: anyone('says what shape the open data has'),
    rate: 'feed',
    cache: KEPT_LONG,
    async handle(context) {
      return { ...answerJson(jsonSchemaOf(which, originOf(context))), headers: { ...OPEN } };
    },
  });

export const openItemRoutes: readonly Route[] = [
  itemJson,
  itemCsv,
  tableCsv,
  schema(ITEM_SCHEMA_PATH, 'item'),
  schema(LIST_SCHEMA_PATH, 'list'),
];
