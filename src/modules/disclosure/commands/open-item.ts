import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { calendarDateSchema, computeDeadline, heldCalendar } from '../../calendar/index.ts';
import { unitById } from '../../units/index.ts';
import { dueExpression } from '../domain/due.ts';
import { eventName } from '../domain/occurrence.ts';
import { tellsPersonal } from '../domain/personal-typed.ts';
import { termsOn } from '../domain/terms.ts';
import { disclosureErrors } from '../errors.ts';
import { disclosureEvents } from '../events.ts';
import { mayWrite } from '../policy.ts';
import { declarationOf } from '../queries/declarations.ts';
import { insertItems } from '../store/items.ts';
import { keepTerms } from '../store/terms.ts';
import { lineageOf, unitNameOn } from '../units.ts';
import { nameVillageHeads } from './name-village-heads.ts';

export const openItemInput = z.object({
  unitId: z.uuid(),
  code: z.string().max(60),
  eventOn: calendarDateSchema,
  title: z.string().trim().min(3).max(300).normalize('NFC'),
});

/**
 * Opens the item of an event, with the terms of the law of its day and a due that explains itself. Throws `disclosure.unknown_obligation`,
 * `not_an_event`, `event_ahead`, `words_personal`, `not_bound_then`, `unit_not_asked` and `may_not_write`.
 */
export async function openItem(
  context: CommandContext,
  tx: Tx,
  input: z.input<typeof openItemInput>,
): Promise<{ itemId: string }> {
  const { unitId, code, eventOn, title } = openItemInput.parse(input);
  const { actor, now } = context;
  const today = vietnamDate(now);
  ensure(mayWrite(actor, { lineage: await lineageOf(tx, unitId, today) }), disclosureErrors.may_not_write);
  const bound = await declarationOf(tx, code);
  ensure(bound && bound.boundFrom !== null, disclosureErrors.unknown_obligation, { code });
  const { declaration, boundFrom, boundUntil } = bound;
  const date = formatDate(eventOn);
  ensure(declaration.occasion.kind === 'event', disclosureErrors.not_an_event, { name: declaration.name });
  ensure(eventOn <= today, disclosureErrors.event_ahead, { date });
  ensure(!tellsPersonal(title), disclosureErrors.words_personal);
  const terms = termsOn(declaration, eventOn);
  const isFollowed = eventOn >= boundFrom && (boundUntil === null || eventOn <= boundUntil);
  ensure(isFollowed && terms, disclosureErrors.not_bound_then, { date });
  const unit = await unitById(tx, unitId, eventOn);
  const isAsked = declaration.by.some(
    ({ kind, tier }) => unit?.kind === kind && (tier === null || tier === unit.tier),
  );
  const name = await unitNameOn(tx, unitId, today);
  ensure(isAsked, disclosureErrors.unit_not_asked, { unit: name, date });
  const due = computeDeadline(dueExpression(terms.regime.due, eventOn), await heldCalendar(tx));
  const [termsId = ''] = await keepTerms(tx, [terms], now);
  const occurrence = eventName(eventOn, (await openedThatDay(tx, unitId, code, eventOn)) + 1);
  const [made] = await insertItems(tx, [{ termsId, terms, unitId, occurrence, title, eventOn, due }], {
    name: actor.name,
    at: now,
  });
  if (!made) throw new Error('the number of an event was taken under its lock');
  await audit(tx, context, disclosureEvents.item_opened, {
    subject: { type: 'disclosure_item', id: made.id },
    after: { unitId, code, occurrence, title, eventOn, dueOn: due.on },
  });
  await nameVillageHeads(context, tx, [{ unitId, terms }]);
  return { itemId: made.id };
}

/** How many items of the day stand; one at a time counts for a unit and obligation. */
async function openedThatDay(tx: Tx, unitId: string, code: string, eventOn: string): Promise<number> {
  const lock = `disclosure ${unitId} ${code}`;
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(current_schema()::text || ${lock}::text, 0))`,
  );
  const { count } = await tx.one(query({ count: 'int' })`
    select count(*)::integer as count from disclosure_item
    where unit_id = ${unitId} and code = ${code} and event_on = ${eventOn}::date and occurrence like '%#%'`);
  return count;
}
