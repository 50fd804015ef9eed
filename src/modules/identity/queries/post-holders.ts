import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { Role } from '../domain/roles.ts';

const holderRow = {
  personId: 'uuid',
  fullName: 'text',
  postId: 'uuid',
  title: 'text',
  role: 'text',
  acting: 'bool',
} as const;

export interface PostHolder {
  readonly personId: string;
  readonly fullName: string;
  readonly postId: string;
  readonly title: string;
  readonly role: Role;
  readonly acting: boolean;
}

/** Who holds a post in the unit on the day `at`, disabled accounts left out; full holders before acting ones. */
export async function postHolders(db: Db, unitId: string, at: CalendarDate): Promise<PostHolder[]> {
  return (await db.rows(query(holderRow)`
    select p.id as "personId", p.full_name as "fullName", po.id as "postId", po.title, po.role, po.acting
    from identity_post po join identity_person p on p.id = po.person_id and p.disabled_at is null
    where po.unit_id = ${unitId} and po.valid @> ${at}::date
    order by po.acting, lower(po.valid), p.full_name, po.id`)) as PostHolder[];
}
