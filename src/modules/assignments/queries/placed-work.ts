import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { PlacedAssignment } from '../policy.ts';

const placedRow = {
  id: 'uuid',
  unitId: 'uuid',
  words: 'text',
  responsiblePersonId: 'uuid?',
  responsibleTitle: 'text?',
  lineage: 'uuid[]',
  acceptingLineage: 'uuid[]',
} as const;

/** What is needed to ask who may see an assignment, and who answers for it. */
export interface PlacedWork extends PlacedAssignment {
  readonly id: string;
  readonly unitId: string;
  /** The words of the task. */
  readonly words: string;
  readonly responsiblePersonId: string | null;
  readonly responsibleTitle: string | null;
}

/** One assignment with its places on the day; holds nothing. */
export function placedWork(db: Db, id: string, today: CalendarDate): Promise<PlacedWork | undefined> {
  return db.row(query(placedRow)`
    select a.id, a.unit_id as "unitId", t.words, a.responsible_person_id as "responsiblePersonId",
      a.responsible_title as "responsibleTitle", units_lineage(a.unit_id, ${today}::date) as lineage,
      units_lineage(a.accepting_unit_id, ${today}::date) as "acceptingLineage"
    from assignments_assignment a join assignments_task t on t.id = a.task_id where a.id = ${id}`);
}
