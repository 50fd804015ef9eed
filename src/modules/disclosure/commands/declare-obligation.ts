import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, isCalendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure, type FieldProblem } from '../../../kernel/errors.ts';
import { isUnitKind, UNIT_KINDS } from '../../units/index.ts';
import type { Declaration } from '../domain/declaration.ts';
import { readDeclaration } from '../domain/read-declaration.ts';
import { catalogErrors } from '../errors-catalog.ts';
import { catalogEvents } from '../events-catalog.ts';
import { catalogLimits } from '../limits-catalog.ts';
import { c } from '../messages-register.ts';
import { mayKeepRegister } from '../policy-catalog.ts';
import { declarationOf } from '../queries/declarations.ts';
import { holdRegister, storeOwn } from '../store-obligations.ts';

export const declareObligationInput = z.object({
  /** The declaration as YAML. */
  text: z.string().max(catalogLimits.declaration_characters),
  fromOn: z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value)),
  /** The code of the tenant's own obligation that is changed; absent for a new one. */
  changes: z.string().max(60).optional(),
});

/** The field of `FieldProblem`s about the text. */
export const TEXT_FIELD = 'ban_khai';

/**
 * Declares an obligation of the tenant's own, or changes one: later items follow it, those that stand keep their terms. Throws
 * `disclosure.declaration_wrong` with each place that is wrong, and `disclosure.code_declared` for a code that stands already.
 */
export async function declareObligation(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof declareObligationInput>,
): Promise<{ readonly code: string }> {
  const { text, fromOn, changes } = declareObligationInput.parse(given);
  ensure(mayKeepRegister(context.actor, null), catalogErrors.register_not_allowed);
  const declaration = rightDeclaration(text, changes);
  const { code } = declaration;
  await holdRegister(tx);
  const before = await declarationOf(tx, code);
  if (changes === undefined) {
    if (before) throw new AppError(catalogErrors.code_declared, { code, name: before.declaration.name });
  } else {
    ensure(before, catalogErrors.no_such_obligation, { code });
    ensure(!before.isShipped, catalogErrors.not_own_obligation, { name: before.declaration.name });
  }
  await storeOwn(context, tx, declaration, fromOn);
  await audit(tx, context, before ? catalogEvents.obligation_changed : catalogEvents.obligation_declared, {
    subject: { type: 'disclosure_obligation', id: code },
    before: before?.declaration,
    after: { declaration, ...(before ? {} : { fromOn }) },
  });
  return { code };
}

function rightDeclaration(text: string, changes: string | undefined): Declaration {
  const read = readDeclaration(text);
  const problems: FieldProblem[] =
    'problems' in read ? read.problems.map((problem) => ({ field: TEXT_FIELD, ...problem })) : [];
  if ('declaration' in read) {
    const { by, code } = read.declaration;
    for (const { kind } of by)
      if (!isUnitKind(kind))
        problems.push({
          field: TEXT_FIELD,
          message: c.unknown_kind,
          params: { kind, list: UNIT_KINDS.join(', ') },
        });
    if (changes !== undefined && changes !== code)
      problems.push({ field: TEXT_FIELD, message: c.code_stays, params: { code: changes } });
    if (problems.length === 0) return read.declaration;
  }
  throw new AppError(catalogErrors.declaration_wrong, { count: problems.length }, problems);
}
