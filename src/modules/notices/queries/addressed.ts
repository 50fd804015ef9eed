import type { Actor } from '../../../kernel/authz.ts';
import { type Fragment, sql } from '../../../kernel/db/sql.ts';
import { mailboxesOf } from '../policy.ts';

/** True of notices `n` that the actor reads: what `mayRead` says, as a condition over two indexes. */
export function addressedTo(actor: Actor): Fragment {
  return sql`((n.person_id is null and n.unit_id = any(${mailboxesOf(actor)}::uuid[]))
    or n.person_id = ${actor.personId})`;
}
