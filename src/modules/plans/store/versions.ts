import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';

/** The plan has this version from now on. */
export async function setVersion(tx: Tx, planId: string, version: number, now: Date): Promise<void> {
  await tx.run(
    sql`update plans_plan set version = ${version}, changed_at = ${now} where id = ${planId}::uuid`,
  );
}

export async function setWithdrawn(
  tx: Tx,
  planId: string,
  withdrawn: { readonly on: CalendarDate; readonly reason: string },
  now: Date,
): Promise<void> {
  await tx.run(sql`update plans_plan set state = 'withdrawn', withdrawn_on = ${withdrawn.on}, withdrawn_at = ${now},
      withdraw_reason = ${withdrawn.reason}, changed_at = ${now}
    where id = ${planId}::uuid`);
}

/** The plan goes on from that of the year before. */
export async function setPrevious(tx: Tx, planId: string, previousPlanId: string): Promise<void> {
  await tx.run(sql`update plans_plan set previous_plan_id = ${previousPlanId} where id = ${planId}::uuid`);
}
