import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import type { Dimension } from '../../papi/index.ts';
import { clauseOf, clausesNamed } from '../domain/annex-task.ts';
import type { PlanBody } from '../domain/body.ts';
import { planErrors } from '../errors.ts';
import { planEvents } from '../events.ts';
import { basisOf } from '../head-lines.ts';
import { mergeClauses, mergeTasks } from '../import-merge.ts';
import { previewOf } from '../import-preview.ts';
import type { ImportReading } from '../import-reading.ts';
import { planLimits } from '../limits.ts';
import type { Plan, PlanClause } from '../plan.ts';
import { loadClauses, replaceClauses } from '../store/clauses.ts';
import { decideImport } from '../store/imports.ts';
import { replaceBases, replaceRecipients, touchPlan } from '../store/plans.ts';
import { removeTasks, saveTasks, selectTasks } from '../store/tasks.ts';
import { openImport } from './review-import.ts';

export const confirmImportInput = z.object({
  planId: z.string(),
  importId: z.string(),
  /** `seen` of the preview the person looked at; what reads differently now is not confirmed unseen. */
  seen: z.string().optional(),
});

export interface ImportOutcome {
  readonly clauses: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly tasks: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly unchanged: number;
  };
}

/** Throws unless the reading can become part of a plan. */
export function checkReading(reading: ImportReading): void {
  const count = reading.problems.filter((problem) => problem.severity === 'error').length;
  ensure(count === 0, planErrors.import_has_errors, { count });
  const tasks = reading.tasks.length;
  ensure(tasks <= planLimits.tasks, planErrors.too_many_tasks, { count: tasks, limit: planLimits.tasks });
  const clauses = reading.clauses.length;
  ensure(clauses <= planLimits.clauses, planErrors.too_many_clauses, {
    count: clauses,
    limit: planLimits.clauses,
  });
}

/**
 * Puts the reading of an import into the draft: a body replaces the clauses, legal bases and recipients; an annex is laid
 * over the tasks, which keep their ids where they are found again. Refuses a reading with errors.
 */
export async function confirmImport(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof confirmImportInput>,
  files: FileStore,
): Promise<ImportOutcome> {
  const { plan, one } = await openImport(context, tx, input.planId, input.importId);
  const { reading, seen } = await previewOf(tx, files, plan, one, context.now);
  ensure(input.seen === undefined || input.seen === seen, planErrors.import_stale);
  checkReading(reading);
  const outcome = {
    clauses: reading.body ? await putBody(tx, plan, reading, reading.body) : NOTHING,
    tasks: reading.hasAnnex ? await putAnnex(tx, plan, reading) : { ...NOTHING, unchanged: 0 },
  };
  await decideImport(tx, one.id, 'confirmed', context.now);
  await touchPlan(tx, plan.id, context.now);
  await audit(tx, context, planEvents.import_confirmed, {
    subject: { type: 'plan', id: plan.id },
    after: { importId: one.id, files: one.files, ...outcome },
  });
  return outcome;
}

const NOTHING = { added: 0, changed: 0, removed: 0 };

async function putBody(tx: Tx, plan: Plan, reading: ImportReading, body: PlanBody): Promise<typeof NOTHING> {
  const merge = mergeClauses(await loadClauses(tx, plan.id), reading.clauses);
  await replaceClauses(tx, plan.id, merge.after);
  const bases = body.head.legalBases.map((basis) => basisOf(basis));
  await replaceBases(tx, plan.id, bases);
  await replaceRecipients(
    tx,
    plan.id,
    body.tail.recipients.map(({ text, group, purpose }) => ({
      words: text.slice(0, 300),
      groupCode: group,
      purpose: purpose?.slice(0, 200) ?? null,
    })),
  );
  // The plan of the level above is the first plan that the body cites.
  const parent = bases.find((basis) => basis.kind === 'Kế hoạch');
  if (parent && plan.parentPlanId === null && plan.parentCitation === null)
    await tx.run(sql`update plans_plan set parent_citation = ${parent.citation} where id = ${plan.id}::uuid`);
  if (!reading.hasAnnex) await linkTasks(tx, plan, merge.after);
  return { added: merge.added.length, changed: merge.changed.length, removed: merge.removed.length };
}

/** Tasks whose clause is not known yet, or is gone, find the clause of their note or of their content. */
async function linkTasks(tx: Tx, plan: Plan, clauses: readonly PlanClause[]): Promise<void> {
  const paths = new Set(clauses.map((clause) => clause.path));
  const known = clauses.map(({ path, kind, dimension }) => ({
    path,
    kind,
    dimension: dimension as Dimension | null,
  }));
  const loose = (await selectTasks(tx, plan.id)).filter(
    (task) => task.clausePath === null || !paths.has(task.clausePath),
  );
  await saveTasks(
    tx,
    loose.map((task) => ({
      ...task,
      clausePath: clauseOf(clausesNamed(task.note), task.dimension as Dimension, known).path,
    })),
  );
}

async function putAnnex(tx: Tx, plan: Plan, reading: ImportReading): Promise<ImportOutcome['tasks']> {
  const merge = mergeTasks(plan.id, await selectTasks(tx, plan.id), reading.tasks);
  const paths = new Set(
    (
      await tx.rows(query({ path: 'text' })`select path from plans_clause where plan_id = ${plan.id}::uuid`)
    ).map((row) => row.path),
  );
  await removeTasks(
    tx,
    plan.id,
    merge.removed.map((task) => task.id),
  );
  const after = [...merge.added, ...merge.changed.map((change) => change.after), ...merge.unchanged];
  // Without a body in the plan a path waits for the clauses that will come.
  const standing = (path: string | null) =>
    path !== null && (paths.size === 0 || paths.has(path)) ? path : null;
  await saveTasks(
    tx,
    after.map((task) => ({ ...task, clausePath: standing(task.clausePath) })),
  );
  return {
    added: merge.added.length,
    changed: merge.changed.length,
    removed: merge.removed.length,
    unchanged: merge.unchanged.length,
  };
}
