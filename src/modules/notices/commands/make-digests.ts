import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { hasNews } from '../domain/digest.ts';
import { composeDigest } from '../mail/compose.ts';
import { audienceOf } from '../queries/audience.ts';
import { digestFor, readMorning } from '../queries/digest.ts';
import { keepMails } from '../store/mail.ts';

export interface DigestDay {
  readonly day: CalendarDate;
  /** The tenant's time, by which notices are new. */
  readonly now: Date;
  /** The machine's time, by which emails are sent. */
  readonly machineNow: Date;
  /** The address that links begin with. */
  readonly base: string;
}

/**
 * Keeps one digest for everybody who has an address and something to be told, to be sent with the other emails. Made again
 * on the same day it adds only those that are missing. One that cannot be made does not keep the others from theirs.
 */
export async function makeDigests(db: Database, at: DigestDay): Promise<{ digests: number }> {
  const audience = await audienceOf(db, at.day);
  const morning = await readMorning(db, at.day, at.now);
  let digests = 0;
  const failures: unknown[] = [];
  for (const person of audience.people) {
    if (person.email === null || morning.lastDigests.get(person.personId) === at.day) continue;
    try {
      const digest = await digestFor(db, person, morning);
      if (!hasNews(digest)) continue;
      const reader = { lang: person.preference.lang, name: person.actor.name };
      const mail = { ...composeDigest(reader, digest, at.base), personId: person.personId };
      digests += await db.transaction((tx) =>
        keepMails(tx, [{ ...mail, about: { digestOn: at.day } }], at.machineNow),
      );
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new Error(`digests that could not be made: ${failures.length}`, { cause: failures[0] });
  return { digests };
}
