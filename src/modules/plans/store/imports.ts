import { z } from 'zod';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { type ImportChoices, importChoices } from '../import-choices.ts';

const importedFile = z.object({
  role: z.enum(['body', 'annex']),
  name: z.string(),
  hash: z.string(),
  size: z.number(),
  mediaType: z.string(),
});
/** A file of an import, kept by hash; one Word file may be both body and annex. */
export type ImportedFile = z.infer<typeof importedFile>;

export interface PlanImport {
  readonly id: string;
  readonly planId: string;
  readonly state: 'preview' | 'confirmed' | 'discarded';
  readonly files: readonly ImportedFile[];
  readonly choices: ImportChoices;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
}

const importRow = {
  id: 'uuid',
  planId: 'uuid',
  state: 'text',
  files: 'json',
  choices: 'json',
  createdAt: 'instant',
  decidedAt: 'instant?',
} as const;

const columns = sql`id, plan_id as "planId", state, files, choices, created_at as "createdAt", decided_at as "decidedAt"`;

function toImport(
  row: { state: string; files: unknown; choices: unknown } & Omit<PlanImport, 'state' | 'files' | 'choices'>,
): PlanImport {
  return {
    ...row,
    state: row.state as PlanImport['state'],
    files: z.array(importedFile).parse(row.files),
    choices: importChoices.parse(row.choices),
  };
}

export async function loadImport(db: Db, planId: string, id: string): Promise<PlanImport | undefined> {
  const row = await db.row(
    query(
      importRow,
    )`select ${columns} from plans_import where id = ${id}::uuid and plan_id = ${planId}::uuid`,
  );
  return row && toImport(row);
}

/** Locks the import to the end of the transaction, then reads it as it is now. */
export async function lockImport(tx: Tx, planId: string, id: string): Promise<PlanImport | undefined> {
  await tx.run(sql`select 1 from plans_import where id = ${id}::uuid for update`);
  return loadImport(tx, planId, id);
}

/** The imports of a plan, newest first. */
export async function importsOf(db: Db, planId: string): Promise<PlanImport[]> {
  const rows = await db.rows(
    query(importRow)`select ${columns} from plans_import where plan_id = ${planId}::uuid
      order by created_at desc, id desc limit 200`,
  );
  return rows.map(toImport);
}

export async function insertImport(
  tx: Tx,
  one: Pick<PlanImport, 'id' | 'planId' | 'files' | 'choices'> & { createdBy: string | null; now: Date },
): Promise<void> {
  await tx.run(sql`insert into plans_import (id, plan_id, files, choices, created_at, created_by)
    values (${one.id}, ${one.planId}, ${JSON.stringify(one.files)}, ${JSON.stringify(one.choices)}, ${one.now},
      ${one.createdBy})`);
}

export async function saveChoices(tx: Tx, id: string, choices: ImportChoices): Promise<void> {
  await tx.run(sql`update plans_import set choices = ${JSON.stringify(choices)} where id = ${id}::uuid`);
}

export async function decideImport(
  tx: Tx,
  id: string,
  state: 'confirmed' | 'discarded',
  now: Date,
): Promise<void> {
  await tx.run(sql`update plans_import set state = ${state}, decided_at = ${now} where id = ${id}::uuid`);
}
