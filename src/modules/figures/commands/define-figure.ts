import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type UnitsOfDay, unitGroups, unitsOfDay } from '../../units/index.ts';
import {
  type DefinitionFacts,
  definitionFacts,
  definitionProblems,
  figureCodeSchema,
} from '../domain/definition.ts';
import { definitionMessages } from '../domain/definition-messages.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { similarTo } from '../domain/similar.ts';
import { figureErrors } from '../errors.ts';
import { figureEvents } from '../events.ts';
import { mayDefine } from '../policy.ts';
import { definitionsOf } from '../queries/definitions.ts';
import { insertDefinitions, lockCatalog, lockDefinition, updateDefinition } from '../store-definitions.ts';

const confirmed = z.boolean().default(false);

export const defineFigureInput = z.object({
  code: figureCodeSchema,
  facts: definitionFacts,
  /** Whoever defines it has seen the figures that resemble it. */
  confirmed,
});

export const changeFigureInput = z.object({
  figureId: z.uuid(),
  revision: z.int(),
  facts: definitionFacts,
  confirmed,
});

/**
 * Defines a figure. Throws `figures.similar_exists` unless confirmed, `figures.code_taken`, `figures.may_not_define`, and
 * `kernel.invalid_input` that names the fields of what contradicts itself.
 */
export async function defineFigure(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof defineFigureInput>,
): Promise<string> {
  const input = defineFigureInput.parse(given);
  await lockCatalog(tx);
  const units = await unitsOfDay(tx, vietnamDate(context.now));
  await checkFacts(context, tx, input.facts, units);
  const existing = await definitionsOf(tx);
  ensure(!existing.some(({ code }) => code === input.code), figureErrors.code_taken, { code: input.code });
  if (!input.confirmed) refuseSimilar(input.facts, existing);
  const id = newId();
  await insertDefinitions(context, tx, [{ ...input.facts, id, code: input.code }]);
  await audit(tx, context, figureEvents.defined, {
    subject: { type: 'figure', id },
    after: { code: input.code, ...input.facts },
  });
  return id;
}

/**
 * Changes a definition; what it was stays to be read. Throws besides the errors of `defineFigure`: `figures.not_found`,
 * `figures.changed_meanwhile`, and `figures.in_use` where values of another kind or measure stand already.
 */
export async function changeFigure(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof changeFigureInput>,
): Promise<FigureDefinition> {
  const input = changeFigureInput.parse(given);
  await lockCatalog(tx);
  const before = await lockDefinition(tx, input.figureId);
  ensure(before, figureErrors.not_found);
  const units = await unitsOfDay(tx, vietnamDate(context.now));
  ensure(mayDefine(context.actor, placed(before, units)), figureErrors.may_not_define);
  await checkFacts(context, tx, input.facts, units);
  ensure(before.revision === input.revision, figureErrors.changed_meanwhile, { who: before.changedBy });
  const { numberKind, unitOfMeasure } = input.facts;
  if (before.numberKind !== numberKind || before.unitOfMeasure !== unitOfMeasure)
    ensure(!(await isUsed(tx, before.id)), figureErrors.in_use);
  if (!input.confirmed && before.name !== input.facts.name) {
    const others = (await definitionsOf(tx)).filter(({ id }) => id !== before.id);
    refuseSimilar(input.facts, others);
  }
  await updateDefinition(context, tx, before.id, input.facts);
  await audit(tx, context, figureEvents.redefined, {
    subject: { type: 'figure', id: before.id },
    before,
    after: input.facts,
  });
  return before;
}

function placed(
  { ownerUnitId }: Pick<FigureDefinition, 'ownerUnitId'>,
  units: UnitsOfDay,
): { ownerUnitId: string; ownerLineage: readonly string[] } {
  return { ownerUnitId, ownerLineage: units.byId.get(ownerUnitId)?.lineage ?? [] };
}

async function checkFacts(
  { actor }: CommandContext,
  tx: Tx,
  facts: DefinitionFacts,
  units: UnitsOfDay,
): Promise<void> {
  ensure(mayDefine(actor, placed(facts, units)), figureErrors.may_not_define);
  const problems = definitionProblems(facts);
  const groups = new Set((await unitGroups(tx)).map(({ code }) => code));
  const unknown =
    facts.enteredBy.groups.some((code) => !groups.has(code)) ||
    facts.enteredBy.unitIds.some((id) => !units.names.has(id));
  if (unknown) problems.push({ field: 'groups', message: definitionMessages.unknown_enterer });
  if (!units.byId.has(facts.ownerUnitId))
    problems.push({ field: 'ownerUnitId', message: definitionMessages.unknown_owner });
  if (problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, problems);
}

function refuseSimilar(facts: DefinitionFacts, existing: readonly FigureDefinition[]): void {
  const similar = similarTo(facts, existing);
  if (similar.length === 0) return;
  const codes = similar.map(({ figure }) => `${figure.code} ${figure.name}`).join('; ');
  throw new AppError(figureErrors.similar_exists, { figures: codes });
}

async function isUsed(tx: Tx, figureId: string): Promise<boolean> {
  const { used } = await tx.one(
    query({
      used: 'bool',
    } as const)`select exists (select 1 from figures_value where figure_id = ${figureId}) as used`,
  );
  return used;
}
