import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { isId } from '../../../kernel/ids.ts';
import { lockedDraft } from '../access.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { type ImportChoices, importChoices, mappingChoice, rowFix, rowKey } from '../import-choices.ts';
import type { Plan } from '../plan.ts';
import { lockImport, type PlanImport, saveChoices } from '../store/imports.ts';

const spelling = z.object({
  path: z.string().max(60),
  written: z.string().min(1).max(200),
  suggestion: z.string().min(1).max(200),
});

export const reviewImportInput = z.object({
  planId: z.string(),
  importId: z.string(),
  change: z.discriminatedUnion('kind', [
    /** Another table or other columns; `null` goes back to what was found. */
    z.object({ kind: z.literal('mapping'), mapping: mappingChoice.nullable() }),
    /** Words in the place of a row's cells, beside those written before; `null` goes back to the file. */
    z.object({ kind: z.literal('row'), row: rowKey, fix: rowFix.nullable() }),
    z.object({
      kind: z.literal('spelling'),
      suspects: z.array(spelling).min(1).max(2000),
      decision: z.enum(['apply', 'ignore', 'open']),
    }),
  ]),
});
export type ImportChange = z.infer<typeof reviewImportInput>['change'];

function changed(choices: ImportChoices, change: ImportChange): ImportChoices {
  switch (change.kind) {
    case 'mapping':
      // Fixes of rows name their table, so those of another one wait until it is chosen again.
      return { ...choices, mapping: change.mapping };
    case 'row': {
      const { [change.row]: before, ...rest } = choices.rows;
      return {
        ...choices,
        rows: change.fix === null ? rest : { ...rest, [change.row]: { ...before, ...change.fix } },
      };
    }
    case 'spelling': {
      const { suspects, decision } = change;
      const isMeant = (one: { path: string; written: string }) =>
        suspects.some((suspect) => suspect.path === one.path && suspect.written === one.written);
      const others = choices.spelling.filter((one) => !isMeant(one));
      if (decision === 'open') return { ...choices, spelling: others };
      return { ...choices, spelling: [...others, ...suspects.map((suspect) => ({ ...suspect, decision }))] };
    }
  }
}

/** Records how a person corrects the reading of the files; neither files nor plan change. */
export async function reviewImport(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof reviewImportInput>,
): Promise<void> {
  const { change } = parseInput(reviewImportInput, input);
  const { one } = await openImport(context, tx, input.planId, input.importId);
  // What is kept is read again by each look at the preview: it must fit as a whole.
  const choices = parseInput(importChoices, changed(one.choices, change));
  await saveChoices(tx, one.id, choices);
  await audit(tx, context, planEvents.import_reviewed, {
    subject: { type: 'plan', id: one.planId },
    after: { importId: one.id, change },
  });
}

/** Locks a draft and one of its imports that is still to be decided. */
export async function openImport(
  context: CommandContext,
  tx: Tx,
  planId: string,
  importId: string,
): Promise<{ plan: Plan; one: PlanImport }> {
  const plan = await lockedDraft(context, tx, planId);
  const one = isId(importId) ? await lockImport(tx, plan.id, importId) : undefined;
  if (!one) throw new AppError(planErrors.import_not_found);
  ensure(one.state === 'preview', planErrors.import_decided);
  return { plan, one };
}
