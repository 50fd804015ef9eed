import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { heldCalendar, isWorkingDay, workingDaysBetween } from '../../calendar/index.ts';
import { planById } from '../../plans/index.ts';
import { reminderOn } from '../domain/reminders.ts';
import { unitPlanEvents, unitPlansReminded } from '../events.ts';

const openRow = {
  id: 'uuid',
  planId: 'uuid',
  unitId: 'uuid',
  issuedOn: 'date',
  dueOn: 'date',
  within: 'int',
} as const;

interface OpenObligation {
  readonly id: string;
  readonly planId: string;
  readonly unitId: string;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly within: number;
}

/**
 * Reminds every unit whose plan is awaited, where today's working day has a reminder that was not made yet. On days off
 * nobody is reminded; a run after a time in which nothing ran makes up for the latest reminder alone. Running twice a day
 * changes nothing. Answers how many units were reminded.
 */
export async function remindUnits(context: CommandContext, tx: Tx): Promise<number> {
  const today = vietnamDate(context.now);
  const calendar = await heldCalendar(tx);
  if (!isWorkingDay(calendar, today)) return 0;
  const open = await tx.rows(query(openRow)`
    select id, plan_id as "planId", unit_id as "unitId", issued_on as "issuedOn", due_on as "dueOn",
      (due_expression ->> 'amount')::int as within
    from unitplans_obligation
    where due_on is not null and met_on is null and not is_void order by id`);
  const titles = await titlesOf(context, tx, open);
  const wanted = open.flatMap((one) => {
    const day = reminderOn(one.within, workingDaysBetween(calendar, one.issuedOn, today));
    return day === null || !titles.has(one.planId) ? [] : [{ ...one, day }];
  });
  const made = await storeReminders(context, tx, wanted);
  const told = wanted.filter((one) => made.has(one.id));
  if (told.length === 0) return 0;
  await audit(tx, context, unitPlanEvents.reminded, {
    subject: { type: 'unit_plan', id: told[0]?.id ?? '' },
    after: told.map(({ id, day }) => ({ id, day })),
  });
  await unitPlansReminded.emit(context, tx, {
    units: told.map(({ id, planId, unitId, dueOn }) => ({
      unitPlanId: id,
      unitId,
      planTitle: titles.get(planId) ?? '',
      dueOn,
      left: Math.max(0, workingDaysBetween(calendar, today, dueOn)),
      late: Math.max(0, workingDaysBetween(calendar, dueOn, today)),
    })),
  });
  return told.length;
}

/** Writes what was not written before; answers whose reminder is new. */
async function storeReminders(
  context: CommandContext,
  tx: Tx,
  wanted: readonly (OpenObligation & { readonly day: number })[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows(query({ id: 'uuid' } as const)`
    insert into unitplans_reminder (obligation_id, counted_from, working_day, made_at)
    select r.id, r.counted_from, r.day, ${context.now}::timestamptz
    from unnest(${wanted.map((one) => one.id)}::uuid[], ${wanted.map((one) => one.issuedOn)}::date[],
      ${wanted.map((one) => one.day)}::smallint[]) as r (id, counted_from, day)
    on conflict do nothing
    returning obligation_id as id`);
  return new Set(rows.map((row) => row.id));
}

/** Titles of the parent plans that are under way; of one that was closed nothing is asked any more. */
async function titlesOf(
  context: CommandContext,
  tx: Tx,
  open: readonly OpenObligation[],
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  for (const planId of new Set(open.map((one) => one.planId))) {
    const plan = await planById(tx, planId, vietnamDate(context.now));
    if (plan?.state === 'issued') titles.set(planId, plan.title);
  }
  return titles;
}
