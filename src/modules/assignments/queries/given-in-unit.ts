import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import type { NamedHolder } from '../../identity/index.ts';
import { OPEN_STATES, type StateDay } from '../domain/state.ts';
import { answersFor } from './answers.ts';
import type { GivenTo } from './responsible-sql.ts';
import { workOf } from './source-sql.ts';
import { hasAnyState } from './state-sql.ts';

const givenRow = { personId: 'uuid?', title: 'text?', count: 'int' } as const;

/** Open work of a unit that names the same person or title, with who answers for it on the day. */
export interface GivenWork extends GivenTo {
  readonly count: number;
  readonly holder: NamedHolder;
}

/** To whom the open work of a unit was given: one row for each person or title named, in three statements. */
export async function givenInUnit(db: Db, unitId: string, day: StateDay): Promise<GivenWork[]> {
  const rows = await db.rows(query(givenRow)`
    select a.responsible_person_id as "personId", a.responsible_title as title, count(*)::int as count
    from ${workOf(day)} where a.unit_id = ${unitId} and ${hasAnyState(OPEN_STATES, day)}
    group by 1, 2 order by 2, 1`);
  const holders = await answersFor(
    db,
    rows.map((row) => ({ unitId, responsiblePersonId: row.personId, responsibleTitle: row.title })),
    day,
  );
  return rows.flatMap((row, index) => {
    const holder = holders[index];
    return holder ? [{ ...row, holder }] : [];
  });
}
