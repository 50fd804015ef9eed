import { createHash } from 'node:crypto';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type ImportedLine, type ImportPlan, planImport } from '../domain/import-plan.ts';
import type { ImportProblem } from '../domain/import-record.ts';
import { unitErrors } from '../errors.ts';
import { unitEvents } from '../events.ts';
import { unitLimits } from '../limits.ts';
import { mayChangeUnits } from '../policy.ts';
import {
  addContacts,
  addTiers,
  latestContacts,
  loadRegister,
  loadSuccessions,
  loadTiers,
  lockTree,
  saveChange,
} from '../store.ts';
import { defineGroups } from './define-groups.ts';
import { readUnitsFile, type UnitsFile } from './read-units-file.ts';

export interface ImportUnitsInput {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Tells what would happen and changes nothing. */
  readonly dryRun?: boolean;
}

export interface ImportOutcome {
  /** True when the changes were saved. */
  readonly applied: boolean;
  readonly fileHash: string;
  readonly counts: Readonly<Record<ImportedLine['what'], number>> & {
    readonly contacts: number;
    readonly groups: number;
  };
  readonly lines: readonly ImportedLine[];
  /** Errors first; each with the cell or record it is about. */
  readonly problems: readonly ImportProblem[];
}

/** What importing the file would do today. Changes nothing and takes no lock. */
export async function previewUnitsImport(
  db: Db,
  today: CalendarDate,
  input: ImportUnitsInput,
): Promise<ImportOutcome> {
  const file = await readUnitsFile(input.fileName, input.bytes);
  return outcomeOf(input, file, await planOf(db, file, today), false);
}

/**
 * Imports units (and groups) from CSV, XLSX, DOCX or JSON. Throws `units.import_has_errors`, with every problem at its
 * cell, and saves nothing when there is an error; with `dryRun` it answers the problems instead. Units that the file does
 * not name stay as they are.
 */
export async function importUnits(
  context: CommandContext,
  tx: Tx,
  input: ImportUnitsInput,
): Promise<ImportOutcome> {
  ensure(mayChangeUnits(context.actor, null), kernelErrors.forbidden);
  const today = vietnamDate(context.now);
  if (input.dryRun) return previewUnitsImport(tx, today, input);
  const file = await readUnitsFile(input.fileName, input.bytes);
  await lockTree(tx);
  const before = await loadRegister(tx);
  const plan = await planOf(tx, file, today);
  const outcome = outcomeOf(input, file, plan, true);
  const errors = outcome.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0)
    throw new AppError(
      unitErrors.import_has_errors,
      { count: errors.length },
      errors.slice(0, unitLimits.import_problems_shown).map(({ place, message, params }) => ({
        field: place,
        message,
        ...(params === undefined ? {} : { params }),
      })),
    );
  if (plan.newTiers.length > 0) await addTiers(tx, plan.newTiers);
  await saveChange(tx, before, plan.change, context.now);
  if (plan.contacts.length > 0)
    await addContacts(
      tx,
      plan.contacts.map((contact) => ({ ...contact, id: newId() })),
      context.now,
    );
  if (file.groups.length > 0) await defineGroups(context, tx, { groups: [...file.groups] });
  await audit(tx, context, unitEvents.imported, {
    subject: { type: 'units', id: outcome.fileHash },
    after: {
      fileName: input.fileName,
      fileHash: outcome.fileHash,
      counts: outcome.counts,
      changed: plan.lines
        .filter((line) => line.what !== 'unchanged')
        .map(({ what, unitId, from, to, facts, before: stood }) => ({
          what,
          unitId,
          from,
          to,
          facts,
          before: stood,
        })),
      newTiers: plan.newTiers,
    },
  });
  return outcome;
}

async function planOf(db: Db, file: UnitsFile, today: CalendarDate): Promise<ImportPlan> {
  const ground = {
    register: await loadRegister(db),
    successions: await loadSuccessions(db),
    tiers: await loadTiers(db),
    contacts: await latestContacts(db),
    today,
  };
  return planImport(ground, file.records, newId);
}

function outcomeOf(
  input: ImportUnitsInput,
  file: UnitsFile,
  plan: ImportPlan,
  applied: boolean,
): ImportOutcome {
  const problems = [...file.problems, ...plan.problems];
  const count = (what: ImportedLine['what']): number =>
    plan.lines.filter((line) => line.what === what).length;
  return {
    applied,
    fileHash: createHash('sha256').update(input.bytes).digest('hex'),
    counts: {
      new: count('new'),
      changed: count('changed'),
      closed: count('closed'),
      unchanged: count('unchanged'),
      contacts: plan.contacts.length,
      groups: file.groups.length,
    },
    lines: plan.lines,
    problems: [
      ...problems.filter((problem) => problem.severity === 'error'),
      ...problems.filter((problem) => problem.severity === 'warning'),
    ],
  };
}
