import type { Actor } from '../../../kernel/authz.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { joinSql, query, sql } from '../../../kernel/db/sql.ts';
import { contentOf, type NoticeContent } from '../domain/kinds.ts';
import { addressedTo } from './addressed.ts';
import { isUnread } from './unread.ts';

export interface Notice {
  readonly id: string;
  readonly unitId: string;
  /** Name of the unit it was sent to, or that the matter belongs to. */
  readonly unitName: string;
  /** Sent to this person alone. */
  readonly isPersonal: boolean;
  readonly content: NoticeContent;
  readonly link: string;
  readonly madeAt: Date;
  readonly isUnread: boolean;
}

/** The notice the page before ended with. */
export interface NoticeCursor {
  readonly madeAt: Date;
  readonly id: string;
}

export interface NoticePage {
  readonly rows: readonly Notice[];
  readonly next: NoticeCursor | null;
}

const noticeRow = {
  id: 'uuid',
  unitId: 'uuid',
  unitName: 'text',
  isPersonal: 'bool',
  kind: 'text',
  params: 'json',
  link: 'text',
  madeAt: 'instant',
  isUnread: 'bool',
} as const;

/** One page of the person's notices, the latest first, read from where the page before ended. */
export async function listNotices(
  db: Db,
  actor: Actor,
  now: Date,
  page: { readonly unreadOnly: boolean; readonly after: NoticeCursor | null; readonly size: number },
): Promise<NoticePage> {
  if (!actor.personId) return { rows: [], next: null };
  const unread = isUnread(actor.personId, now);
  const where = [addressedTo(actor)];
  if (page.unreadOnly) where.push(unread);
  if (page.after)
    where.push(sql`(n.made_at, n.id) < (${page.after.madeAt}::timestamptz, ${page.after.id}::uuid)`);
  const rows = await db.rows(query(noticeRow)`
    select p.*, coalesce(units_name(p."unitId", ${vietnamDate(now)}::date), '—') as "unitName" from (
      select n.id, n.unit_id as "unitId", n.person_id is not null as "isPersonal", n.kind, n.params, n.link, n.made_at as "madeAt", ${unread} as "isUnread"
      from notices_notice n where ${joinSql(where, ' and ')}
      order by n.made_at desc, n.id desc limit ${page.size + 1}
    ) p order by p."madeAt" desc, p.id desc`);
  const kept = rows.slice(0, page.size);
  const last = kept.at(-1);
  return {
    rows: kept.map(({ kind, params, ...row }) => ({ ...row, content: contentOf(kind, params) })),
    next: rows.length > page.size && last ? { madeAt: last.madeAt, id: last.id } : null,
  };
}
