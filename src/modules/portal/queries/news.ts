import type { Db } from '../../../kernel/db/database.ts';
import { query, type RowOf } from '../../../kernel/db/sql.ts';
import { EVERYTHING, type Topic } from '../store/subscribers.ts';

const newsRow = {
  itemId: 'uuid',
  unitId: 'uuid',
  unitName: 'text',
  section: 'text',
  title: 'text',
  isNew: 'bool',
  isWithdrawn: 'bool',
} as const;
export type News = RowOf<typeof newsRow>;

/** What changed of some topics in a time, newest first, at most `most`. */
export function newsOf(
  db: Db,
  topics: readonly Topic[],
  span: { readonly since: Date; readonly until: Date },
  most: number,
): Promise<News[]> {
  return db.rows(query(newsRow)`
    select i.item_id as "itemId", i.unit_id as "unitId", i.unit_name as "unitName", i.section, i.title,
      jsonb_array_length(i.body -> 'history') <= 1 as "isNew", i.is_withdrawn as "isWithdrawn"
    from portal_item i
    where i.updated_at > ${span.since} and i.updated_at <= ${span.until} and exists (
      select from unnest(${topics.map((one) => one.unitId)}::uuid[], ${topics.map((one) => one.section)}::text[]) as t (unit_id, section)
      where t.unit_id = i.unit_id and t.section in (i.section, ${EVERYTHING}))
    order by i.updated_at desc, i.item_id desc limit ${most}`);
}

const changeRow = { unitId: 'uuid', section: 'text', lastAt: 'instant' } as const;
export type Change = RowOf<typeof changeRow>;

/** When each section of each commune last changed after `since`. */
export function changesSince(
  db: Db,
  span: { readonly since: Date; readonly until: Date },
): Promise<Change[]> {
  return db.rows(query(changeRow)`
    select unit_id as "unitId", section, max(updated_at) as "lastAt" from portal_item
    where updated_at > ${span.since} and updated_at <= ${span.until} group by unit_id, section`);
}
