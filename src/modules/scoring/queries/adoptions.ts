import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';

export interface Outcome {
  readonly seenOn: CalendarDate;
  readonly afterValue: number | null;
  readonly words: string;
  readonly personName: string;
}

/** A unit that took a practice over, with what came of it, the earliest first. */
export interface Adoption {
  readonly id: string;
  readonly practiceId: string;
  readonly unitId: string;
  readonly fromOn: CalendarDate;
  readonly note: string;
  readonly measure: string;
  readonly beforeValue: number | null;
  readonly personName: string;
  readonly outcomes: readonly Outcome[];
}

/** Who took a practice over, in the order in which it was recorded; as known before `asOf`. */
export async function adoptionsOf(db: Db, practiceId: string, asOf: Date | null): Promise<Adoption[]> {
  const rows = await db.rows(query({
    id: 'uuid',
    practiceId: 'uuid',
    unitId: 'uuid',
    fromOn: 'date',
    note: 'text',
    measure: 'text',
    beforeValue: 'float?',
    personName: 'text',
    outcomes: 'json',
  } as const)`
    select a.id, a.practice_id as "practiceId", a.unit_id as "unitId", a.from_on as "fromOn", a.note, a.measure,
      a.before_value::float8 as "beforeValue", a.person_name as "personName",
      coalesce((select jsonb_agg(jsonb_build_object('seenOn', o.seen_on, 'afterValue', o.after_value, 'words', o.words,
          'personName', o.person_name) order by o.seq)
        from scoring_outcome o where o.adoption_id = a.id
          and (${asOf}::timestamptz is null or o.recorded_at < ${asOf}::timestamptz)), '[]'::jsonb) as outcomes
    from scoring_adoption a
    where a.practice_id = ${practiceId}::uuid and (${asOf}::timestamptz is null or a.recorded_at < ${asOf}::timestamptz)
    order by a.recorded_at, a.id`);
  return rows.map((row) => ({ ...row, outcomes: row.outcomes as readonly Outcome[] }));
}
