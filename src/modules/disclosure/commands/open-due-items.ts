import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { addDays, type CalendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { computeDeadline, heldCalendar } from '../../calendar/index.ts';
import { type PlacedUnit, unitsOfDay, unitsOnDays } from '../../units/index.ts';
import { dueExpression } from '../domain/due.ts';
import { type Occurrence, occurrencesOf } from '../domain/occurrence.ts';
import { type Terms, termsOn } from '../domain/terms.ts';
import { disclosureEvents } from '../events.ts';
import { disclosureLimits } from '../limits.ts';
import { titleOf } from '../messages-words.ts';
import { declarationsOf } from '../queries/declarations.ts';
import { insertItems, type NewItem } from '../store/items.ts';
import { keepTerms } from '../store/terms.ts';
import { nameVillageHeads } from './name-village-heads.ts';

/** An occurrence of an obligation whose items may not all stand yet. */
interface Open {
  readonly terms: Terms;
  readonly occurrence: Occurrence;
  /** The day on which units must stand: the event's, or today while it is ahead. */
  readonly unitsOn: CalendarDate;
}

/**
 * Opens the items of every period, season and standing content that has begun and that the tenant follows, for the units that stand on the
 * day. Running it again changes nothing. A constant number of statements. Answers how many items are new.
 */
export async function openDueItems(context: CommandContext, tx: Tx, today: CalendarDate): Promise<number> {
  // One run at a time: two would both work through what is missing.
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(current_schema()::text || 'disclosure open items', 0))`,
  );
  const open = await openOccurrences(tx, today);
  if (open.length === 0) return 0;
  const calendar = await heldCalendar(tx);
  const units = await unitsAsked(tx, open, today);
  const termsIds = await keepTerms(
    tx,
    open.map(({ terms }) => terms),
    context.now,
  );
  const items = open.flatMap(({ terms, occurrence, unitsOn }, at): NewItem[] => {
    const { name, eventOn } = occurrence;
    const due = computeDeadline(dueExpression(terms.regime.due, eventOn), calendar);
    const title = titleOf(terms.name.vi, name);
    return (units.get(unitsOn) ?? [])
      .filter((unit) => isAsked(terms, unit))
      .map(({ id: unitId }) => ({
        termsId: termsIds[at] ?? '',
        terms,
        unitId,
        occurrence: name,
        title,
        eventOn,
        due,
      }));
  });
  const made = await insertItems(tx, items, { name: context.actor.name, at: context.now });
  if (made.length === 0) return 0;
  await nameVillageHeads(context, tx, items);
  const perCode = Map.groupBy(made, ({ code, occurrence }) => `${code} ${occurrence}`);
  await audit(tx, context, disclosureEvents.items_opened, {
    subject: { type: 'disclosure_items', id: newId() },
    after: {
      count: made.length,
      opened: Object.fromEntries([...perCode].map(([key, rows]) => [key, rows.length])),
    },
  });
  return made.length;
}

function isAsked(terms: Terms, unit: Pick<PlacedUnit, 'kind' | 'tier'>): boolean {
  return terms.by.some(({ kind, tier }) => kind === unit.kind && (tier === null || tier === unit.tier));
}

async function openOccurrences(tx: Tx, today: CalendarDate): Promise<Open[]> {
  const rows = await tx.rows(query({ code: 'text', occurrence: 'text' } as const)`
    select distinct code, occurrence from disclosure_item where occurrence not like '%#%'`);
  const opened = new Set(rows.map(({ code, occurrence }) => `${code} ${occurrence}`));
  const settledBefore = addDays(today, -disclosureLimits.settled_days);
  return (await declarationsOf(tx)).flatMap(({ declaration, boundFrom, boundUntil }) => {
    if (boundFrom === null || declaration.occasion.kind === 'event') return [];
    const until = boundUntil !== null && boundUntil < today ? boundUntil : today;
    return occurrencesOf(declaration.occasion, boundFrom, until).flatMap((occurrence): Open[] => {
      const { name, eventOn } = occurrence;
      const isStanding = name === 'standing';
      // Units of a day that is long past have their items; what stands always is owed by units that begin later, too.
      const isSettled = eventOn < settledBefore && opened.has(`${declaration.code} ${name}`) && !isStanding;
      if (isSettled) return [];
      const terms = termsOn(declaration, eventOn);
      const unitsOn = isStanding || eventOn > today ? today : eventOn;
      return terms ? [{ terms, occurrence, unitsOn }] : [];
    });
  });
}

async function unitsAsked(
  tx: Tx,
  open: readonly Open[],
  today: CalendarDate,
): Promise<ReadonlyMap<CalendarDate, PlacedUnit[]>> {
  const { byId, names } = await unitsOfDay(tx, today);
  const kinds = new Set(open.flatMap(({ terms }) => terms.by.map(({ kind }) => kind)));
  // Units that have ended may have stood on the day.
  const ids = [...names.keys()].filter((id) => {
    const unit = byId.get(id);
    return unit === undefined || kinds.has(unit.kind);
  });
  const days = [...new Set(open.map(({ unitsOn }) => unitsOn))];
  return Map.groupBy(await unitsOnDays(tx, ids, days), ({ day }) => day);
}
