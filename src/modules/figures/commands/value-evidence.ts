import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  type Added,
  addEvidence,
  type PreparedEvidence,
  type Subject,
  withdrawEvidence,
} from '../../evidence/index.ts';
import { figureErrors } from '../errors.ts';
import { mayEnterForUnit } from '../policy.ts';
import { type CellAddress, type CellScene, cellScene } from '../queries/cell.ts';

/** Evidence belongs to the cell, whatever it says later. */
export const valueSubject = (cellId: string): Subject => ({ type: 'figure_value', id: cellId });

async function subjectOf(context: CommandContext, tx: Tx, address: CellAddress): Promise<Subject> {
  const scene = await cellScene(tx, context.actor, address, context.now);
  ensure(mayProve(context, scene), kernelErrors.forbidden);
  ensure(scene.stored, figureErrors.nothing_to_prove);
  return valueSubject(scene.stored.id);
}

/** Whoever may enter the value may prove it. */
export function mayProve({ actor }: CommandContext, { unit, definition }: CellScene): boolean {
  return mayEnterForUnit(actor, { lineage: unit.lineage, ownerUnitId: definition.ownerUnitId });
}

/** Adds evidence to a cell that has been filled. Throws `figures.nothing_to_prove` before that. */
export async function addValueEvidence(
  context: CommandContext,
  tx: Tx,
  address: CellAddress,
  items: readonly PreparedEvidence[],
  files: FileStore,
): Promise<Added> {
  return addEvidence(context, tx, { subject: await subjectOf(context, tx, address), items }, files);
}

/** Takes evidence of a cell back, with a reason. */
export async function withdrawValueEvidence(
  context: CommandContext,
  tx: Tx,
  address: CellAddress,
  { evidenceId, reason }: { readonly evidenceId: string; readonly reason: string },
): Promise<void> {
  const subject = await subjectOf(context, tx, address);
  await withdrawEvidence(context, tx, { subject, evidenceId, reason });
}
