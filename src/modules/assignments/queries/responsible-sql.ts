import { type Fragment, sql } from '../../../kernel/db/sql.ts';

/** Whom the row of an assignment names inside its unit; both empty when nobody in particular. */
export interface GivenTo {
  readonly personId: string | null;
  readonly title: string | null;
}

/** Keeps the rows of `assignments_assignment a` that name one of these. */
export function isGivenTo(given: readonly GivenTo[]): Fragment {
  return sql`exists (
    select from unnest(${given.map((one) => one.personId)}::uuid[], ${given.map((one) => one.title)}::text[]) as g (person, title)
    where g.person is not distinct from a.responsible_person_id and g.title is not distinct from a.responsible_title)`;
}

/** Keeps the rows that a person chose to follow, commented or reported as done, and did not stop following. */
export function isFollowedBy(personId: string): Fragment {
  return sql`(a.id in (
      select assignment_id from assignments_follower where person_id = ${personId} and follows
      union select assignment_id from assignments_comment where person_id = ${personId}
      union select assignment_id from assignments_entry where person_id = ${personId} and kind = 'claim')
    and a.id not in (select assignment_id from assignments_follower where person_id = ${personId} and not follows))`;
}
