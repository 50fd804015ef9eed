import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type ReachablePerson, reachablePeople } from '../../identity/index.ts';
import { isDeliverable } from '../domain/address.ts';
import { type Preference, preferenceOf } from '../domain/choices.ts';
import { mailboxesOf } from '../policy.ts';
import { allPreferences } from '../store/preferences.ts';

/** Somebody who can be told, with what they chose. `email` is `null` when nothing can arrive there. */
export interface Recipient extends ReachablePerson {
  readonly preference: Preference;
}

export interface Audience {
  readonly people: readonly Recipient[];
  /** Who reads a notice: the person it names, or everybody who reads the unit's. */
  readersOf(notice: { readonly unitId: string; readonly personId: string | null }): readonly Recipient[];
  person(personId: string): Recipient | undefined;
}

/** Everybody who can be told on the day; a handful of statements for the whole tenant. */
export async function audienceOf(db: Db, day: CalendarDate): Promise<Audience> {
  const reachable = await reachablePeople(db, day);
  const chosen = await allPreferences(db);
  const defaults = preferenceOf(null);
  const people = reachable.map((person) => ({
    ...person,
    email: isDeliverable(person.email) ? person.email : null,
    preference: chosen.get(person.personId) ?? defaults,
  }));
  const byId = new Map(people.map((person) => [person.personId, person]));
  const byUnit = new Map<string, Recipient[]>();
  for (const person of people)
    for (const unitId of mailboxesOf(person.actor)) {
      const readers = byUnit.get(unitId) ?? [];
      readers.push(person);
      byUnit.set(unitId, readers);
    }
  return {
    people,
    readersOf({ unitId, personId }) {
      if (personId === null) return byUnit.get(unitId) ?? [];
      const person = byId.get(personId);
      return person ? [person] : [];
    },
    person: (personId) => byId.get(personId),
  };
}
