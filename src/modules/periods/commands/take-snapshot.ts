import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Database, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { type Message, messages, say } from '../../../kernel/i18n.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Period } from '../domain/period.ts';
import { cutOffInstant } from '../domain/window.ts';
import { periodEvents } from '../events.ts';
import { periodLimits } from '../limits.ts';
import { type SnapshotPart, snapshotSources } from '../snapshot-sources.ts';
import { lockPeriod } from '../store.ts';

const m = messages({
  name: { vi: 'Chốt số liệu kỳ “{name}”, hết ngày {date}', en: 'Cut-off of “{name}”, end of {date}' },
});

function nameOf({ name, cutOffOn }: Pick<Period, 'name' | 'cutOffOn'>): Message {
  const date = formatDate(cutOffOn);
  return { vi: say('vi', m.name, { name, date }), en: say('en', m.name, { name, date }) };
}

/**
 * Takes the cut-offs that have passed and have no snapshot yet, each in a transaction of its own, so that whatever dies in between
 * leaves the ones before whole and the next run goes on. Answers how many were taken.
 */
export async function takeDueSnapshots(context: CommandContext, db: Database): Promise<number> {
  const settled = new Date(context.now.getTime() - periodLimits.settle_minutes * 60_000);
  // The last day that was over when things had settled.
  const waiting = await db.rows(query({ code: 'text' } as const)`
    select p.code from periods_period p
    where p.cut_off_on < ${vietnamDate(settled)}::date and not exists (
      select 1 from periods_snapshot s where s.period_id = p.id and s.cut_off_on = p.cut_off_on)
    order by p.cut_off_on, p.code`);
  let taken = 0;
  for (const { code } of waiting)
    if (await db.transaction((tx) => takeSnapshot(context, tx, code))) taken += 1;
  return taken;
}

/**
 * Keeps what every part of the program had recorded before the cut-off instant, once: false when another run was first. The period is
 * held, so what is being written by its window ends before anything is read.
 */
export async function takeSnapshot(context: CommandContext, tx: Tx, code: string): Promise<boolean> {
  const period = await lockPeriod(tx, code);
  if (!period) return false;
  const at = cutOffInstant(period);
  const id = newId();
  const name = nameOf(period);
  const isFirst = await tx.run(sql`
    insert into periods_snapshot (id, period_id, at, cut_off_on, name_vi, name_en, taken_at)
    values (${id}, ${period.id}, ${at}, ${period.cutOffOn}, ${name.vi}, ${name.en}, ${context.now})
    on conflict on constraint periods_snapshot_once do nothing`);
  if (isFirst === 0) return false;
  const parts: [string, SnapshotPart][] = [];
  for (const source of snapshotSources()) parts.push([source.name, await source.take(tx, at, period)]);
  await storeParts(tx, id, parts);
  await audit(tx, context, periodEvents.snapshot_taken, {
    subject: { type: 'period', id: period.id },
    after: {
      snapshotId: id,
      cutOffOn: period.cutOffOn satisfies CalendarDate,
      parts: parts.map(([source, { count, hash }]) => ({ source, count, hash })),
    },
  });
  return true;
}

async function storeParts(tx: Tx, id: string, parts: readonly [string, SnapshotPart][]): Promise<void> {
  await tx.run(sql`
    insert into periods_snapshot_part (snapshot_id, source, count, hash, facts)
    select ${id}::uuid, p.source, p.count, p.hash, p.facts
    from unnest(${parts.map(([source]) => source)}::text[], ${parts.map(([, part]) => part.count)}::bigint[],
      ${parts.map(([, part]) => part.hash)}::text[], ${parts.map(([, part]) => JSON.stringify(part.facts))}::jsonb[])
      as p (source, count, hash, facts)`);
}
