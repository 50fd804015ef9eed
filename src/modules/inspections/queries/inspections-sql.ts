import type { CalendarDate } from '../../../kernel/dates.ts';
import { type Fragment, sql } from '../../../kernel/db/sql.ts';
import { placeOf } from './scope-sql.ts';

/** When something is read. */
export interface Moment {
  /** Rights and secrecy are always those of today. */
  readonly today: CalendarDate;
  /** The day on which states are judged: today, or the day of the past that is read. */
  readonly day: CalendarDate;
  /** What had been recorded before this instant; `null`: by now. */
  readonly asOf: Date | null;
}

export const rightNow = (today: CalendarDate): Moment => ({ today, day: today, asOf: null });

/** Events recorded before the instant. */
export function recordedBy(asOf: Date | null): Fragment {
  return sql`(${asOf}::timestamptz is null or e.recorded_at < ${asOf}::timestamptz)`;
}

/**
 * Inspections as `i`, each with its day and how it ended as recorded by then, and with what decides who may see it now: an unannounced one
 * whose day has not begun stays secret whichever past day is read.
 */
export function inspectionsFrom({ today, asOf }: Moment): Fragment {
  return sql`(
    select i.*, h.held_on, a.announced_on, t.kind as ended, t.happened_on as ended_on, t.words as end_words,
      t.person_name as ended_by, coalesce(p.unit_ids, '{}'::uuid[]) as partner_ids,
      i.kind = 'unannounced' and n.is_announced is null and c.held_on > ${today}::date as is_secret,
      ${placeOf(sql`i.of_unit_id`, today, sql`c.held_on`)} as of_lineage,
      ${placeOf(sql`i.by_unit_id`, today, sql`c.held_on`)} as by_lineage
    from inspections_inspection i
      join lateral (select e.held_on from inspections_event e where e.inspection_id = i.id and e.held_on is not null
        and ${recordedBy(asOf)} order by e.seq desc limit 1) h on true
      join lateral (select e.held_on from inspections_event e where e.inspection_id = i.id and e.held_on is not null
        order by e.seq desc limit 1) c on true
      left join lateral (select true as is_announced from inspections_event e
        where e.inspection_id = i.id and e.kind = 'announced' limit 1) n on true
      left join lateral (select e.happened_on as announced_on from inspections_event e
        where e.inspection_id = i.id and e.kind = 'announced' and ${recordedBy(asOf)} order by e.seq limit 1) a on true
      left join lateral (select e.kind, e.happened_on, e.words, e.person_name from inspections_event e
        where e.inspection_id = i.id and e.kind in ('concluded', 'cancelled') and ${recordedBy(asOf)} limit 1) t on true
      left join lateral (select array_agg(p.unit_id order by p.unit_id) as unit_ids from inspections_partner p
        where p.inspection_id = i.id) p on true
  ) i`;
}

/** Findings as `f`, each with how it stands, since when, and its due, as recorded before an instant. */
export function findingsFrom(asOf: Date | null): Fragment {
  return sql`(
    select f.*, s.kind as standing, s.happened_on as stands_since, s.person_id as stood_by, d.due_on, d.due
    from inspections_finding f
      join lateral (select e.kind, e.happened_on, e.person_id from inspections_finding_event e where e.finding_id = f.id
        and e.kind in ('found', 'claimed', 'returned', 'closed', 'reopened') and ${recordedBy(asOf)}
        order by e.seq desc limit 1) s on true
      join lateral (select e.due_on, e.due from inspections_finding_event e where e.finding_id = f.id
        and e.due_on is not null and ${recordedBy(asOf)} order by e.seq desc limit 1) d on true
  ) f`;
}

/** `findingState` of domain/finding.ts as an expression over `f`. */
export function stateOn(day: CalendarDate): Fragment {
  return sql`case when f.standing in ('claimed', 'closed') then f.standing
    when f.due_on < ${day}::date then 'late' else 'open' end`;
}
