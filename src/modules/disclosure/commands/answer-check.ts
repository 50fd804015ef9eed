import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { addEvidence, type PreparedEvidence } from '../../evidence/index.ts';
import { tellsPersonal } from '../domain/personal-typed.ts';
import { disclosureErrors } from '../errors.ts';
import { postingErrors } from '../errors-posting.ts';
import { checkAnswered, disclosureEvents } from '../events.ts';
import { mayWrite } from '../policy.ts';
import { writePublicRow } from '../public-row.ts';
import { lastVersions } from '../store/fact-rows.ts';
import { heldItem } from '../store/items.ts';
import { lineageOf } from '../units.ts';

/** The kind of subject that answered checks are in the evidence room. */
export const CHECK = 'disclosure_check';

export const OUTCOMES = ['stands', 'put_right', 'corrected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface AnswerCheck {
  readonly checkId: string;
  readonly outcome: Outcome;
  /** Read by citizens. */
  readonly words: string;
  readonly proof: readonly PreparedEvidence[];
}

/** Closes a check with words that citizens read. “Corrected” needs a correction that was recorded after citizens spoke. */
export async function answerCheck(
  context: CommandContext,
  tx: Tx,
  input: AnswerCheck,
  files: FileStore,
): Promise<void> {
  const { checkId, outcome, proof } = input;
  const { actor, now } = context;
  const itemId = await itemOfCheck(tx, checkId);
  // Held, so that of two who answer at once the second is told of the first.
  const item = await heldItem(tx, itemId);
  const lineage = await lineageOf(tx, item.unitId, vietnamDate(now));
  ensure(mayWrite(actor, { lineage }), disclosureErrors.may_not_write);
  const check = await tx.one(query({
    openedAt: 'instant',
    answeredBy: 'text?',
    answeredAt: 'instant?',
  } as const)`
    select c.opened_at as "openedAt", a.person_name as "answeredBy", a.recorded_at as "answeredAt"
    from disclosure_check c left join disclosure_answer a on a.check_id = c.id where c.id = ${checkId}`);
  ensure(check.answeredAt === null, postingErrors.check_answered, {
    name: check.answeredBy ?? '',
    date: formatDate(vietnamDate(check.answeredAt ?? now)),
  });
  const words = input.words.normalize('NFC').trim();
  ensure(words.length >= 5 && words.length <= 2000, postingErrors.answer_unfit);
  ensure(!tellsPersonal(words), disclosureErrors.words_personal);
  if (outcome === 'corrected') {
    const last = (await lastVersions(tx, [item.id], null)).get(item.id);
    ensure(last && last.number > 1 && last.recordedAt >= check.openedAt, postingErrors.not_corrected);
  }
  await tx.run(sql`
    insert into disclosure_answer (id, check_id, outcome, words, person_id, person_name, by_unit_id, recorded_at)
    values (${newId()}, ${checkId}, ${outcome}, ${words}, ${actor.personId}, ${actor.name}, ${actor.current?.unitId ?? null}, ${now})`);
  await audit(tx, context, disclosureEvents.answered, {
    subject: { type: 'disclosure_item', id: item.id },
    after: { checkId, outcome, words },
  });
  if (proof.length > 0)
    await addEvidence(context, tx, { subject: { type: CHECK, id: checkId }, items: proof }, files);
  await writePublicRow(tx, [item.id], vietnamDate(now));
  await checkAnswered.emit(context, tx, { itemId: item.id, checkId });
}

async function itemOfCheck(tx: Tx, checkId: string): Promise<string> {
  const found = isId(checkId)
    ? await tx.row(query({ itemId: 'uuid' })`
        select item_id as "itemId" from disclosure_check where id = ${checkId}`)
    : undefined;
  ensure(found, postingErrors.check_not_found);
  return found.itemId;
}
