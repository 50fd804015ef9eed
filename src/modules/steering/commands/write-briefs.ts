import type { CommandContext } from '../../../kernel/audit.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Database } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { reachablePeople } from '../../identity/index.ts';
import { briefMessages } from '../brief-lines.ts';
import { mondayOf } from '../domain/weeks.ts';
import { type BriefsWritten, briefsWritten } from '../events.ts';
import { mayReadBrief } from '../policy.ts';
import { briefOf, readersToTell } from '../queries/brief.ts';

/**
 * Writes the brief of the week for everybody who wants it and was not told yet, each by what they see; run again it tells only those
 * that are missing. Whoever no longer leads is left out.
 */
export async function writeBriefs(
  context: CommandContext,
  db: Database,
  day: CalendarDate,
): Promise<{ briefs: number }> {
  const weekOn = mondayOf(day);
  const wanting = await readersToTell(db, weekOn);
  if (wanting.size === 0) return { briefs: 0 };
  const people = (await reachablePeople(db, day)).filter(
    ({ personId, actor }) => wanting.has(personId) && actor.current !== null && mayReadBrief(actor, null),
  );
  const written: BriefsWritten['people'][number][] = [];
  for (const { personId, actor } of people) {
    const brief = await briefOf(db, actor, { day, now: context.now });
    if (!brief) continue;
    const { facts } = brief;
    const lines = briefMessages(facts);
    written.push({ personId, unitId: actor.current?.unitId ?? '', facts, lines });
  }
  return db.transaction(async (tx) => {
    const ids = written.map(({ personId }) => personId);
    const fresh = await tx.rows(query({ personId: 'uuid' } as const)`
      insert into steering_brief (person_id, week_on, told_at)
      select p, ${weekOn}::date, ${context.now}::timestamptz from unnest(${ids}::uuid[]) as p
      on conflict do nothing returning person_id as "personId"`);
    const told = new Set(fresh.map((row) => row.personId));
    const toTell = written.filter(({ personId }) => told.has(personId));
    if (toTell.length > 0) await briefsWritten.emit(context, tx, { weekOn, people: toTell });
    return { briefs: toTell.length };
  });
}
