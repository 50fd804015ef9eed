import type { CommandContext } from '../../kernel/audit.ts';
import { vietnamDate } from '../../kernel/dates.ts';
import type { Db, Tx } from '../../kernel/db/database.ts';
import { ensure } from '../../kernel/errors.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import { unitById, unitErrors } from '../units/index.ts';
import { assignmentErrors } from './errors.ts';
import { mayReport } from './policy.ts';
import { loadMonthImport, lockMonthImport, type MonthImport } from './store-months.ts';

/** Lets the unit’s own people through alone: others learn nothing of its sheets. */
export async function checkReporter(context: CommandContext, db: Db, unitId: string): Promise<void> {
  const unit = await unitById(db, unitId, vietnamDate(context.now));
  ensure(unit, unitErrors.not_found);
  ensure(mayReport(context.actor, unit), kernelErrors.forbidden);
}

/** A staged sheet of a unit whose people the actor is one of. */
export async function openMonthImport(context: CommandContext, db: Db, id: string): Promise<MonthImport> {
  const found = await loadMonthImport(db, id);
  ensure(found, assignmentErrors.sheet_not_found);
  await checkReporter(context, db, found.unitId);
  return found;
}

/** The same, held to be recorded or discarded. */
export async function openUndecided(context: CommandContext, tx: Tx, id: string): Promise<MonthImport> {
  await openMonthImport(context, tx, id);
  const found = await lockMonthImport(tx, id);
  ensure(found?.state === 'preview', assignmentErrors.sheet_decided);
  return found;
}
