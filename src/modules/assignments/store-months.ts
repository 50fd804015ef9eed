import type { Db, Tx } from '../../kernel/db/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';

/** A filled sheet that was read: nothing of it is recorded until it is confirmed. */
export interface MonthImport {
  readonly id: string;
  readonly unitId: string;
  /** `2024-06`: the page it was uploaded from. */
  readonly month: string;
  readonly state: 'preview' | 'confirmed' | 'discarded';
  readonly fileHash: string;
  readonly fileName: string;
}

const importRow = {
  id: 'uuid',
  unitId: 'uuid',
  month: 'text',
  state: 'text',
  fileHash: 'text',
  fileName: 'text',
} as const;

export async function loadMonthImport(db: Db, id: string): Promise<MonthImport | undefined> {
  const row = await db.row(query(importRow)`
    select id, unit_id as "unitId", month, state, file_hash as "fileHash", file_name as "fileName"
    from assignments_month_import where id = ${id}`);
  return row && { ...row, state: row.state as MonthImport['state'] };
}

/** The same, held until the end of the transaction. */
export async function lockMonthImport(tx: Tx, id: string): Promise<MonthImport | undefined> {
  await tx.run(sql`select 1 from assignments_month_import where id = ${id} for update`);
  return loadMonthImport(tx, id);
}

export async function insertMonthImport(
  tx: Tx,
  one: Omit<MonthImport, 'state'> & { readonly createdBy: string | null; readonly now: Date },
): Promise<void> {
  await tx.run(sql`insert into assignments_month_import (id, unit_id, month, file_hash, file_name, created_at, created_by)
    values (${one.id}, ${one.unitId}, ${one.month}, ${one.fileHash}, ${one.fileName}, ${one.now}, ${one.createdBy})`);
}

export async function decideMonthImport(
  tx: Tx,
  id: string,
  state: 'confirmed' | 'discarded',
  now: Date,
): Promise<void> {
  await tx.run(
    sql`update assignments_month_import set state = ${state}, decided_at = ${now} where id = ${id}`,
  );
}
