import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { addDays, type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import {
  addWorkingDays,
  computeDeadline,
  heldCalendar,
  isWorkingDay,
  type WorkCalendar,
  workingDaysBetween,
} from '../../calendar/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { SAID_PLACES } from '../domain/declaration.ts';
import { freshExpression } from '../domain/freshness.ts';
import { staleStep, stepOn } from '../domain/reminders.ts';
import { overstays, stateOf } from '../domain/state.ts';
import { disclosureEvents, disclosureReminded, type ReminderKind } from '../events.ts';
import { disclosureLimits } from '../limits.ts';
import { type KnownItem, knownItems } from '../queries/item-facts.ts';
import { selectItems } from '../store/items.ts';
import { isOwnPortal } from '../store/places.ts';

interface Reminder {
  readonly subjectId: string;
  readonly kind: ReminderKind;
  readonly countedFrom: CalendarDate;
  readonly step: number;
  readonly known: KnownItem;
  readonly placeName: string | null;
}

/**
 * Reminds units of what falls due soon, is late, hangs too long or has grown old, where today's working day has a reminder that was not made
 * yet. On days off nobody is reminded. Running twice a day changes nothing. A constant number of statements; answers how many.
 */
export async function remindDisclosure(context: CommandContext, tx: Tx): Promise<number> {
  const today = vietnamDate(context.now);
  const calendar = await heldCalendar(tx);
  if (!isWorkingDay(calendar, today)) return 0;
  const soonUntil = addWorkingDays(calendar, today, disclosureLimits.soon_working_days);
  const { byId } = await unitsOfDay(tx, today);
  // Older ones had their last reminder; what stands always grows old at any age.
  const since = addDays(today, -disclosureLimits.reminded_days);
  const items = await selectItems(
    tx,
    sql`i.due_on between ${since}::date and ${soonUntil}::date or i.occurrence = 'standing' or i.id in (
      select p.item_id from disclosure_posting p where p.stays_until between ${since}::date and ${today}::date)`,
    null,
  );
  const known = await knownItems(
    tx,
    items.filter(({ unitId }) => byId.has(unitId)),
    { day: today, asOf: null },
  );
  const wanted = known.flatMap((one) => remindersOf(one, { today, soonUntil }, calendar));
  const made = await storeReminders(context, tx, wanted);
  const told = wanted.filter((one) => made.has(keyOf(one)));
  if (told.length === 0) return 0;
  await audit(tx, context, disclosureEvents.reminded, {
    subject: { type: 'disclosure_item', id: told[0]?.known.item.id ?? '' },
    after: told.map(({ subjectId, kind, countedFrom, step }) => ({ subjectId, kind, countedFrom, step })),
  });
  await disclosureReminded.emit(context, tx, {
    items: told.map(({ known: { item }, kind, countedFrom, placeName }) => ({
      itemId: item.id,
      unitId: item.unitId,
      title: item.title,
      kind,
      on: countedFrom,
      placeName,
    })),
  });
  return told.length;
}

function remindersOf(
  known: KnownItem,
  moment: { readonly today: CalendarDate; readonly soonUntil: CalendarDate },
  calendar: WorkCalendar,
): Reminder[] {
  const { item, facts, postings } = known;
  const { today } = moment;
  const about = { known, subjectId: item.id, placeName: null };
  const state = stateOf(facts, moment);
  const found: Reminder[] = [];
  if (state === 'due_soon') found.push({ ...about, kind: 'due_soon', countedFrom: item.dueOn, step: 1 });
  if (state === 'late') {
    const step = stepOn(workingDaysBetween(calendar, item.dueOn, today));
    if (step !== null) found.push({ ...about, kind: 'late', countedFrom: item.dueOn, step });
  }
  for (const { id, place, ...posting } of postings) {
    if (isOwnPortal(place) || SAID_PLACES.includes(place.kind)) continue;
    if (posting.staysUntil === null || !overstays(posting, today)) continue;
    const step = stepOn(workingDaysBetween(calendar, posting.staysUntil, today));
    if (step === null) continue;
    const { name: placeName } = place;
    found.push({
      ...about,
      subjectId: id,
      kind: 'overstays',
      countedFrom: posting.staysUntil,
      step,
      placeName,
    });
  }
  return [...found, ...staleReminder(known, today, calendar)];
}

function staleReminder(
  { item, version, exception, facts }: KnownItem,
  today: CalendarDate,
  calendar: WorkCalendar,
): Reminder[] {
  if (!version || version.kind === 'withdraw' || exception) return [];
  const since = facts.version?.on ?? today;
  const expression = freshExpression(item.terms.occasion, since);
  if (!expression) return [];
  const freshUntil = computeDeadline(expression, calendar).on;
  const step = staleStep(
    workingDaysBetween(calendar, freshUntil, today),
    disclosureLimits.stale_reminder_days,
  );
  if (step === null) return [];
  const known = { item, version, exception, facts, postings: [] };
  return [{ known, subjectId: item.id, kind: 'stale', countedFrom: since, step, placeName: null }];
}

const keyOf = ({ subjectId, kind, countedFrom, step }: Omit<Reminder, 'known' | 'placeName'>): string =>
  `${subjectId} ${kind} ${countedFrom} ${step}`;

/** Writes what was not written before; answers which are new. */
async function storeReminders(
  context: CommandContext,
  tx: Tx,
  wanted: readonly Reminder[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows(query({
    subjectId: 'uuid',
    kind: 'text',
    countedFrom: 'date',
    step: 'int',
  } as const)`
    insert into disclosure_reminder (subject_id, kind, counted_from, step, made_at)
    select r.id, r.kind, r.counted_from, r.step, ${context.now}::timestamptz
    from unnest(${wanted.map(({ subjectId }) => subjectId)}::uuid[], ${wanted.map(({ kind }) => kind)}::text[],
      ${wanted.map(({ countedFrom }) => countedFrom)}::date[], ${wanted.map(({ step }) => step)}::smallint[])
      as r (id, kind, counted_from, step)
    on conflict do nothing
    returning subject_id as "subjectId", kind, counted_from as "countedFrom", step`);
  return new Set(rows.map((row) => keyOf({ ...row, kind: row.kind as ReminderKind })));
}
