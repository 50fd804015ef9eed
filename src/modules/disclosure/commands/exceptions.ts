import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { disclosureErrors } from '../errors.ts';
import { disclosureEvents, itemExempted, itemSettled } from '../events.ts';
import { mayExempt, mayWrite } from '../policy.ts';
import { writePublicRow } from '../public-row.ts';
import { lastVersions, standingExceptions } from '../store/fact-rows.ts';
import { heldItem, type Item } from '../store/items.ts';
import { lineageOf } from '../units.ts';
import { reasonOf, told } from './publish-item.ts';

export interface SayException {
  readonly itemId: string;
  readonly reason: string;
}

/** The unit says that nothing arose, with its reason: an answer that the portal shows. */
export async function sayNil(context: CommandContext, tx: Tx, input: SayException): Promise<void> {
  const item = await heldItem(tx, input.itemId);
  const lineage = await lineageOf(tx, item.unitId, vietnamDate(context.now));
  ensure(mayWrite(context.actor, { lineage }), disclosureErrors.may_not_write);
  ensure(item.terms.nil, disclosureErrors.nil_no_answer);
  const last = (await lastVersions(tx, [item.id], null)).get(item.id);
  ensure(!last || last.kind === 'withdraw', disclosureErrors.published_already, told(last));
  await refuseSecond(tx, item);
  await record(context, tx, item, 'nil', input.reason);
  await audit(tx, context, disclosureEvents.said_nil, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { reason: input.reason },
  });
  await itemSettled.emit(context, tx, { itemId: item.id });
}

/** Whoever follows the tree takes an item away, with the reason; what was published before stays on the portal. */
export async function exemptItem(context: CommandContext, tx: Tx, input: SayException): Promise<void> {
  const item = await heldItem(tx, input.itemId);
  const lineage = await lineageOf(tx, item.unitId, vietnamDate(context.now));
  ensure(mayExempt(context.actor, { lineage }), disclosureErrors.may_not_exempt);
  await refuseSecond(tx, item);
  await record(context, tx, item, 'exempt', input.reason);
  await audit(tx, context, disclosureEvents.exempted, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { reason: input.reason },
  });
  await itemSettled.emit(context, tx, { itemId: item.id });
  await itemExempted.emit(context, tx, {
    itemId: item.id,
    unitId: item.unitId,
    title: item.title,
    byName: context.actor.current?.unitName ?? context.actor.name,
    reason: reasonOf(input.reason),
  });
}

/** Takes the standing exception back: whoever may say it. What was said stays to be read. */
export async function takeBackException(context: CommandContext, tx: Tx, input: SayException): Promise<void> {
  const item = await heldItem(tx, input.itemId);
  const lineage = await lineageOf(tx, item.unitId, vietnamDate(context.now));
  const standing = (await standingExceptions(tx, [item.id], null)).get(item.id);
  ensure(standing, disclosureErrors.no_exception);
  if (standing.kind === 'exempt')
    ensure(mayExempt(context.actor, { lineage }), disclosureErrors.may_not_exempt);
  else ensure(mayWrite(context.actor, { lineage }), disclosureErrors.may_not_write);
  await record(context, tx, item, 'none', input.reason);
  await audit(tx, context, disclosureEvents.exception_taken_back, {
    subject: { type: 'disclosure_item', id: item.id },
    before: { kind: standing.kind, reason: standing.reason },
    after: { reason: input.reason },
  });
}

async function refuseSecond(tx: Tx, item: Item): Promise<void> {
  const standing = (await standingExceptions(tx, [item.id], null)).get(item.id);
  ensure(standing?.kind !== 'nil', disclosureErrors.said_nil);
  ensure(standing?.kind !== 'exempt', disclosureErrors.is_exempt);
}

async function record(
  context: CommandContext,
  tx: Tx,
  item: Item,
  kind: 'nil' | 'exempt' | 'none',
  typed: string,
): Promise<void> {
  const { actor, now } = context;
  const reason = reasonOf(typed);
  await tx.run(sql`
    insert into disclosure_exception (id, item_id, kind, reason, person_id, person_name, by_unit_id, recorded_at)
    values (${newId()}, ${item.id}, ${kind}, ${reason}, ${actor.personId}, ${actor.name}, ${actor.current?.unitId ?? null}, ${now})`);
  await writePublicRow(tx, [item.id], vietnamDate(now));
}
