import type { RequestContext } from '../../kernel/http/route.ts';
import { linkBase } from '../../kernel/link-base.ts';
import { ITEM_SCHEMA_PATH, type OpenHead, type OpenItem, SCHEMA_VERSION } from './domain/open-data.ts';
import type { FullRow, HeadRow } from './queries/open-entries.ts';

type Asked = Pick<RequestContext, 'tenant' | 'outward' | 'url'>;

/** The address that absolute links begin with: the installation's, or the one this page was asked for under. */
export function originOf({ tenant, outward, url }: Asked): string {
  return outward.publicUrl === undefined ? url.origin : linkBase(tenant, outward);
}

/** Any site may read what is public. */
export const OPEN = { 'access-control-allow-origin': '*' } as const;

export const LICENCE_PATH = '/du-lieu-mo#giay-phep';

/** A public item for a list of open data. */
export function openHead(row: HeadRow, origin: string): OpenHead {
  return {
    id: row.itemId,
    url: `${origin}/muc/${row.itemId}`,
    unit: { id: row.unitId, name: row.unitName },
    section: row.section,
    code: row.code,
    occurrence: row.occurrence,
    title: row.title,
    summary: row.summary,
    eventOn: row.eventOn,
    publishedOn: row.publishedOn,
    updatedAt: row.updatedAt.toISOString(),
    hangsUntil: row.hangsUntil,
    isWithdrawn: row.isWithdrawn,
  };
}

export function openItemOf(row: FullRow, origin: string): OpenItem {
  return {
    $schema: `${origin}${ITEM_SCHEMA_PATH}`,
    v: SCHEMA_VERSION,
    ...openHead(row, origin),
    body: row.body,
  };
}
