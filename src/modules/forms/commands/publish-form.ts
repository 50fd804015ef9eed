import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { addDays, type CalendarDate, formatDate, vietnamDate, yearOf } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure, type FieldProblem } from '../../../kernel/errors.ts';
import { calendarDateSchema } from '../../calendar/index.ts';
import { definitionsNamed, isAskedFor } from '../../figures/index.ts';
import { periodsOf, windowOf } from '../../periods/index.ts';
import { compile } from '../domain/compile.ts';
import { figureCodes } from '../domain/figure-codes.ts';
import type { FormVersion } from '../domain/sheet.ts';
import { formErrors } from '../errors.ts';
import { formEvents } from '../events.ts';
import { askedElsewhere } from '../queries/asked-elsewhere.ts';
import { publishVersion, endForm as storeEnd } from '../store/versions.ts';
import { designed, draftSeen } from './design-access.ts';
import { draftInput } from './design-form.ts';

export const publishInput = draftInput.extend({
  /** In force for periods that end on or after this day. */
  fromOn: calendarDateSchema,
  /** Whoever publishes it has seen what is asked elsewhere already. */
  confirmed: z.boolean().default(false),
});

/** The first day from which a new version may hold: not before the version it follows, nor in a period it was asked for that is locked. */
export async function earliestFrom(
  db: Db,
  before: FormVersion | undefined,
  now: Date,
): Promise<CalendarDate | null> {
  if (!before?.fromOn) return null;
  const asked = { periods: before.spec.asked.periods, askedUntil: null };
  let earliest = before.fromOn;
  for (let year = yearOf(before.fromOn); year <= yearOf(vietnamDate(now)); year += 1)
    for (const period of await periodsOf(db, year)) {
      const isLocked = isAskedFor(asked, period) && windowOf(period, now, null, null).state === 'locked';
      if (isLocked && period.toOn >= earliest) earliest = addDays(period.toOn, 1);
    }
  return earliest;
}

/**
 * Publishes the draft: from then on it never changes. Throws `forms.spec_problems` naming the places, `forms.asked_elsewhere` unless
 * confirmed, `forms.from_too_early`, `forms.draft_changed`.
 */
export async function publishDraft(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof publishInput>,
): Promise<void> {
  const { formId, revision, fromOn, confirmed } = publishInput.parse(given);
  const versions = await designed(context, tx, formId);
  const { form, version } = draftSeen(versions, revision);
  const before = versions.find((one) => one.version.state === 'published')?.version;
  const earliest = await earliestFrom(tx, before, context.now);
  if (earliest !== null && fromOn < earliest)
    throw new AppError(formErrors.from_too_early, { from: formatDate(earliest) });
  const { spec } = version;
  const definitions = await definitionsNamed(tx, { ids: [], codes: figureCodes(spec) });
  const compiled = compile(spec, definitions);
  const problems: FieldProblem[] = compiled.problems.map(({ place, message, params }) => ({
    field: place,
    message,
    params,
  }));
  if (problems.length > 0) throw new AppError(formErrors.spec_problems, { count: problems.length }, problems);
  if (!confirmed) {
    const again = await askedElsewhere(tx, { formId, spec, form: compiled.form, day: fromOn });
    ensure(again.length === 0, formErrors.asked_elsewhere, { count: again.length });
  }
  await publishVersion(context, tx, { id: version.id, fromOn, checks: compiled.form.checks });
  await audit(tx, context, formEvents.published, {
    subject: { type: 'form', id: formId },
    after: { code: form.code, version: version.number, fromOn },
  });
}

export const endFormInput = z.object({ formId: z.uuid(), askedUntil: calendarDateSchema.nullable() });

/** Asks a form no more for periods that end after a day, or again; what was filled stays. Throws `forms.still_awaited`. */
export async function endForm(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof endFormInput>,
): Promise<void> {
  const { formId, askedUntil } = endFormInput.parse(given);
  const versions = await designed(context, tx, formId);
  const published = versions.find((one) => one.version.state === 'published')?.version;
  const earliest = await earliestFrom(tx, published, context.now);
  if (askedUntil !== null && earliest !== null && askedUntil < addDays(earliest, -1))
    throw new AppError(formErrors.still_awaited, { from: formatDate(addDays(earliest, -1)) });
  await storeEnd(context, tx, formId, askedUntil);
  await audit(tx, context, formEvents.ended, {
    subject: { type: 'form', id: formId },
    before: { askedUntil: versions[0]?.form.askedUntil ?? null },
    after: { askedUntil },
  });
}
