import { z } from 'zod';
import { auditEach, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import { AppError, ensure, type FieldProblem } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { calendarDateSchema, heldCalendar } from '../../calendar/index.ts';
import { clockAfter } from '../domain/clocks.ts';
import { MONTH_KINDS, problemsOfRow, type RowProblem, rowField } from '../domain/month.ts';
import { progressAfter } from '../domain/progress.ts';
import type { Progress } from '../domain/state.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentEvents, manyRecorded } from '../events.ts';
import { assignmentLimits } from '../limits.ts';
import { mayReport } from '../policy.ts';
import { lackingOf } from '../queries/lacking.ts';
import { appendEntries, type LockedWork, lockWork, recordedAt } from '../store.ts';
import { inWords } from './enough-evidence.ts';

const manyRow = z.object({
  assignmentId: z.uuid(),
  /** The revision of the item that the person saw, on a page or in a sheet. */
  revision: z.number().int(),
  kind: z.enum(MONTH_KINDS),
  happenedOn: calendarDateSchema,
  note: z.string().trim().max(4000).default(''),
  quantity: z.number().min(0).max(999_999_999_999).nullable().default(null),
});

export const recordManyInput = z.object({
  unitId: z.uuid(),
  rows: z.array(manyRow).min(1).max(assignmentLimits.month_rows),
});
type Row = z.output<typeof manyRow>;

/**
 * Records what a unit says about many of its assignments, all or none. Every row that cannot be recorded is named with
 * what is wrong: `assignments.rows_refused`, or `assignments.rows_changed` when somebody else changed one since it was
 * read. The number of statements does not grow with the rows.
 */
export async function recordMany(
  context: CommandContext,
  tx: Tx,
  given: z.input<typeof recordManyInput>,
): Promise<{ started: number; claimed: number }> {
  const { unitId, rows } = recordManyInput.parse(given);
  const byId = new Map(rows.map((row) => [row.assignmentId, row]));
  ensure(byId.size === rows.length, assignmentErrors.several_units);
  const work = await lockWork(context, tx, [...byId.keys()]);
  ensure(
    work.every((one) => one.unitId === unitId),
    assignmentErrors.several_units,
  );
  ensure(
    work.every((one) => mayReport(context.actor, one)),
    kernelErrors.forbidden,
  );
  const pairs = work.flatMap((one) => {
    const row = byId.get(one.id);
    return row ? [{ work: one, row }] : [];
  });
  refuse(await problemsOf(context, tx, pairs));
  await store(context, tx, pairs);
  const claimed = rows.filter((row) => row.kind === 'claim').length;
  await manyRecorded.emit(context, tx, {
    unitId,
    entries: pairs.map(({ work: one, row }) => ({
      assignmentId: one.id,
      kind: row.kind,
      unitId,
      acceptingUnitId: one.acceptingUnitId,
      isRequest: one.isRequest,
      words: one.words,
      note: row.note,
    })),
  });
  return { started: rows.length - claimed, claimed };
}

interface Pair {
  readonly work: LockedWork;
  readonly row: Row;
}

function refuse(problems: readonly RowProblem[]): void {
  if (problems.length === 0) return;
  const n = new Set(problems.map((problem) => problem.assignmentId)).size;
  const changed = problems.some((problem) => problem.message === assignmentErrors.changed_meanwhile);
  const fields: FieldProblem[] = problems.map(({ assignmentId, part, message, params }) => ({
    field: rowField(part, assignmentId),
    message,
    ...(params ? { params } : {}),
  }));
  throw new AppError(changed ? assignmentErrors.rows_changed : assignmentErrors.rows_refused, { n }, fields);
}

/** What keeps each row from being recorded, in the order of the rows' work. */
async function problemsOf(context: CommandContext, tx: Tx, pairs: readonly Pair[]): Promise<RowProblem[]> {
  const today = vietnamDate(context.now);
  const claims = pairs.filter(({ row }) => row.kind === 'claim');
  const lacking = await lackingOf(
    tx,
    claims.map(({ work, row }) => ({ id: work.id, products: work.products, quantity: row.quantity })),
  );
  return pairs.flatMap(({ work, row }) => {
    const missing = lacking.get(work.id);
    return problemsOfRow(work, row, missing && inWords(missing), today);
  });
}

async function store(context: CommandContext, tx: Tx, pairs: readonly Pair[]): Promise<void> {
  const calendar = await heldCalendar(tx);
  const today = vietnamDate(context.now);
  const moved = pairs.map(({ work, row }) => ({
    work,
    row,
    after: progressAfter(work.progress, row.kind) as Progress,
    at: recordedAt(context, work),
    // What is asked of a body outside the executive runs against no clock.
    clock: work.isRequest ? null : clockAfter(row.kind, today, calendar, null),
  }));
  await appendEntries(
    context,
    tx,
    moved.map(({ row, at }) => ({
      assignmentId: row.assignmentId,
      kind: row.kind,
      happenedOn: row.happenedOn,
      recordedAt: at,
      note: row.note,
      quantity: row.quantity,
    })),
  );
  await tx.run(sql`update assignments_assignment a set progress = n.progress, progress_at = n.at, changed_at = n.at,
      done_on = n.done_on, quantity = coalesce(n.quantity, a.quantity), clock_kind = n.clock_kind,
      clock_due_on = n.clock_due_on, clock_calendar = n.clock_calendar, clock_explained_vi = n.clock_vi,
      clock_explained_en = n.clock_en
    from unnest(${moved.map(({ row }) => row.assignmentId)}::uuid[], ${moved.map(({ after }) => after)}::text[],
      ${moved.map(({ at }) => at)}::timestamptz[],
      ${moved.map(({ row }) => (row.kind === 'claim' ? row.happenedOn : null))}::date[],
      ${moved.map(({ row }) => row.quantity)}::numeric[], ${moved.map(({ clock }) => clock?.kind ?? null)}::text[],
      ${moved.map(({ clock }) => clock?.deadline.on ?? null)}::date[],
      ${moved.map(({ clock }) => clock?.deadline.calendarVersion ?? null)}::text[],
      ${moved.map(({ clock }) => clock?.deadline.explanation.vi ?? null)}::text[],
      ${moved.map(({ clock }) => clock?.deadline.explanation.en ?? null)}::text[])
      as n (id, progress, at, done_on, quantity, clock_kind, clock_due_on, clock_calendar, clock_vi, clock_en)
    where a.id = n.id`);
  await auditEach(
    tx,
    context,
    assignmentEvents.recorded,
    moved.map(({ work, row: { assignmentId, kind, happenedOn, quantity }, after }) => ({
      subject: { type: 'assignment', id: assignmentId },
      before: { progress: work.progress },
      after: { progress: after, kind, happenedOn, ...(quantity === null ? {} : { quantity }) },
    })),
  );
}
