import type { CommandContext } from '../../kernel/audit.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import type { UnitChange } from './domain/amend.ts';

/** Notes what an amendment changed for each unit, for the unit to confirm. */
export async function insertReceipts(
  context: CommandContext,
  tx: Tx,
  plan: { readonly id: string; readonly version: number },
  changes: readonly UnitChange[],
): Promise<void> {
  const of = (pick: (change: UnitChange) => number): number[] => changes.map(pick);
  await tx.run(sql`insert into assignments_change_receipt (plan_id, version, unit_id, added, changed, moved, dropped, is_request,
      told_at)
    select ${plan.id}::uuid, ${plan.version}::smallint, r.unit_id, r.added, r.changed, r.moved, r.dropped, r.is_request,
      ${context.now}::timestamptz
    from unnest(${changes.map((change) => change.unitId)}::uuid[], ${of((c) => c.added)}::int[], ${of((c) => c.changed)}::int[],
      ${of((c) => c.moved)}::int[], ${of((c) => c.dropped)}::int[], ${changes.map((change) => change.isRequest)}::boolean[])
      as r (unit_id, added, changed, moved, dropped, is_request)`);
}

const heldRow = { confirmedAt: 'instant?', confirmedByName: 'text?' } as const;

/** Locks the receipt of one unit; `undefined` when the amendment changed nothing for it. */
export function lockReceipt(tx: Tx, planId: string, version: number, unitId: string) {
  return tx.row(query(heldRow)`select confirmed_at as "confirmedAt", confirmed_by_name as "confirmedByName"
    from assignments_change_receipt
    where plan_id = ${planId}::uuid and version = ${version} and unit_id = ${unitId}::uuid for update`);
}

export async function setConfirmed(
  context: CommandContext,
  tx: Tx,
  planId: string,
  version: number,
  unitId: string,
): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`update assignments_change_receipt set confirmed_at = ${now}, confirmed_by = ${actor.personId},
      confirmed_by_name = ${actor.name}
    where plan_id = ${planId}::uuid and version = ${version} and unit_id = ${unitId}::uuid`);
}
