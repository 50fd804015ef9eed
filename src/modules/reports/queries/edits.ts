import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { isPart } from '../domain/parts.ts';
import type { EditedPart } from '../domain/parts-view.ts';

const partRow = {
  part: 'text',
  proposed: 'text',
  words: 'text?',
  revision: 'int',
  changedAt: 'instant',
  changedByName: 'text',
} as const;

const columns = sql`part, proposed, words, revision, changed_at as "changedAt", changed_by_name as "changedByName"`;

/** What people wrote in the parts of a report, as it stands or as it stood just before `end`. */
export async function editsOf(db: Db, reportId: string, end: Date | null): Promise<EditedPart[]> {
  const rows =
    end === null
      ? await db.rows(query(partRow)`select ${columns} from reports_part where report_id = ${reportId}`)
      : await db.rows(query(partRow)`
          select distinct on (part) ${columns} from (
            select report_id, part, proposed, words, revision, changed_at, changed_by_name from reports_part
            union all
            select report_id, part, proposed, words, revision, changed_at, changed_by_name from reports_part_past
          ) p where report_id = ${reportId} and changed_at < ${end}::timestamptz
          order by part, revision desc`);
  return rows.flatMap(({ part, ...row }) => (isPart(part) ? [{ part, ...row }] : []));
}

/** Every revision of one part, the newest first: what was proposed, what was written, by whom. */
export async function revisionsOf(db: Db, reportId: string, part: string): Promise<EditedPart[]> {
  const rows = await db.rows(query(partRow)`
    select ${columns} from (
      select report_id, part, proposed, words, revision, changed_at, changed_by_name from reports_part
      union all
      select report_id, part, proposed, words, revision, changed_at, changed_by_name from reports_part_past
    ) p where report_id = ${reportId} and part = ${part} order by revision desc`);
  return rows.flatMap(({ part: key, ...row }) => (isPart(key) ? [{ part: key, ...row }] : []));
}
