import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { type Preference, preferenceOf, storedChoices } from '../domain/choices.ts';

const preferenceRow = { personId: 'uuid', lang: 'text', choices: 'json' } as const;

/** What the person chose, or the defaults. */
export async function preferenceOfPerson(db: Db, personId: string): Promise<Preference> {
  const row = await db.row(query(preferenceRow)`
    select person_id as "personId", lang, choices from notices_preference where person_id = ${personId}`);
  return preferenceOf(row ?? null);
}

/** What everybody chose; whoever is missing has the defaults. */
export async function allPreferences(db: Db): Promise<ReadonlyMap<string, Preference>> {
  const rows = await db.rows(query(preferenceRow)`
    select person_id as "personId", lang, choices from notices_preference`);
  return new Map(rows.map((row) => [row.personId, preferenceOf(row)]));
}

export async function savePreference(
  tx: Tx,
  personId: string,
  preference: Preference,
  now: Date,
): Promise<void> {
  await tx.run(sql`insert into notices_preference (person_id, lang, choices, changed_at)
    values (${personId}, ${preference.lang}, ${JSON.stringify(storedChoices(preference))}::jsonb, ${now})
    on conflict (person_id) do update
      set lang = excluded.lang, choices = excluded.choices, changed_at = excluded.changed_at`);
}
