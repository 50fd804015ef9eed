import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, formatDate, isCalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitsOfDay } from '../../units/index.ts';
import { scoringErrors } from '../errors.ts';
import { scoringEvents } from '../events.ts';
import { mayAdopt } from '../policy.ts';
import { practiceById } from '../queries/practices.ts';
import { insertAdoption, insertOutcome } from '../store.ts';

const measured = z.number().min(-1e12).max(1e12).nullable().default(null);

export const adoptPracticeInput = z.object({
  practiceId: z.uuid(),
  unitId: z.uuid(),
  fromOn: z.string().refine(isCalendarDate),
  note: z.string().trim().max(2000).default(''),
  /** What is measured before and after; empty when nothing is. */
  measure: z.string().trim().max(200).default(''),
  beforeValue: measured,
});

function ensurePast(day: CalendarDate, today: CalendarDate): void {
  if (day <= today) return;
  const [message, params] = [scoringErrors.day_ahead, { date: formatDate(day) }];
  throw new AppError(message, params, [{ field: 'ngay', message, params }]);
}

/** Records that a unit takes a practice over; answers the id of the adoption. Once a unit and practice. */
export async function adoptPractice(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof adoptPracticeInput>,
): Promise<string> {
  const input = adoptPracticeInput.parse(given);
  const today = vietnamDate(context.now);
  const practice = await practiceById(tx, input.practiceId);
  ensure(practice, scoringErrors.practice_not_found);
  ensure(practice.withdrawnReason === null, scoringErrors.practice_withdrawn);
  const unit = (await unitsOfDay(tx, today)).byId.get(input.unitId);
  ensure(unit, scoringErrors.unit_unknown);
  ensure(mayAdopt(context.actor, unit), kernelErrors.forbidden);
  ensurePast(input.fromOn, today);
  if (input.beforeValue !== null && input.measure === '') {
    const message = scoringErrors.measure_needed;
    throw new AppError(message, {}, [{ field: 'do-gi', message }]);
  }
  const adoption = { id: newId(), practiceVersion: practice.version, ...input };
  await insertAdoption(context, tx, adoption);
  await audit(tx, context, scoringEvents.practice_adopted, {
    subject: { type: 'practice', id: practice.id },
    after: adoption,
  });
  return adoption.id;
}

export const recordOutcomeInput = z.object({
  practiceId: z.uuid(),
  adoptionId: z.uuid(),
  seenOn: z.string().refine(isCalendarDate),
  afterValue: measured,
  words: z.string().trim().min(1).max(2000),
});

/** Records what came of an adoption; what was said before stays. */
export async function recordOutcome(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof recordOutcomeInput>,
): Promise<void> {
  const { practiceId, ...input } = recordOutcomeInput.parse(given);
  const today = vietnamDate(context.now);
  const found = await tx.row(
    query({ unitId: 'uuid', lineage: 'uuid[]?' } as const)`
      select unit_id as "unitId", units_lineage(unit_id, ${today}::date) as lineage from scoring_adoption
      where id = ${input.adoptionId}::uuid and practice_id = ${practiceId}::uuid`,
  );
  ensure(found, scoringErrors.adoption_not_found);
  ensure(mayAdopt(context.actor, { lineage: found.lineage ?? [found.unitId] }), kernelErrors.forbidden);
  ensurePast(input.seenOn, today);
  const outcome = { id: newId(), ...input };
  await insertOutcome(context, tx, outcome);
  await audit(tx, context, scoringEvents.outcome_recorded, {
    subject: { type: 'practice', id: practiceId },
    after: outcome,
  });
}
