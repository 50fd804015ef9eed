import type { CommandContext } from '../../../kernel/audit.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import type { CompiledCheck } from '../domain/compiled.ts';
import type { FormVersion } from '../domain/sheet.ts';
import type { FormSpec } from '../domain/spec.ts';
import { type FormAndVersion, selectVersions } from './rows.ts';

/** All versions of a form, the newest first. */
export async function versionsOf(db: Db, formId: string): Promise<FormAndVersion[]> {
  return selectVersions(
    db,
    sql`forms_form f join forms_version v on v.form_id = f.id where f.id = ${formId}::uuid order by v.number desc`,
  );
}

/** One at a time designs a form. */
export async function holdForm(tx: Tx, formId: string): Promise<void> {
  await tx.rows(
    query({ id: 'uuid' } as const)`select id from forms_form where id = ${formId}::uuid for update`,
  );
}

export async function countForms(db: Db): Promise<number> {
  return (await db.one(query({ count: 'bigint' } as const)`select count(*) as count from forms_form`)).count;
}

export async function insertForm(
  context: CommandContext,
  tx: Tx,
  form: { readonly id: string; readonly code: string; readonly ownerUnitId: string },
): Promise<void> {
  await tx.run(sql`insert into forms_form (id, code, owner_unit_id, changed_at, changed_by)
    values (${form.id}, ${form.code}, ${form.ownerUnitId}, ${context.now}, ${context.actor.name})`);
}

export async function insertDraft(
  context: CommandContext,
  tx: Tx,
  draft: { readonly formId: string; readonly number: number; readonly spec: FormSpec },
): Promise<string> {
  const id = newId();
  const { actor, now } = context;
  await tx.run(sql`insert into forms_version (id, form_id, number, spec, created_at, created_by, changed_at, changed_by)
    values (${id}, ${draft.formId}, ${draft.number}, ${JSON.stringify(draft.spec)}, ${now}, ${actor.name}, ${now}, ${actor.name})`);
  return id;
}

export async function updateDraft(
  context: CommandContext,
  tx: Tx,
  id: string,
  spec: FormSpec,
): Promise<void> {
  await tx.run(sql`update forms_version set spec = ${JSON.stringify(spec)}, changed_at = ${context.now},
    changed_by = ${context.actor.name} where id = ${id}::uuid`);
}

export async function discardVersion(context: CommandContext, tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update forms_version set state = 'discarded', changed_at = ${context.now}, changed_by = ${context.actor.name}
    where id = ${id}::uuid`);
}

/** Publishes a draft with what the database checks of it. */
export async function publishVersion(
  context: CommandContext,
  tx: Tx,
  version: Pick<FormVersion, 'id'> & {
    readonly fromOn: CalendarDate;
    readonly checks: readonly CompiledCheck[];
  },
): Promise<void> {
  const errors = version.checks
    .filter((check) => check.severity === 'error')
    .map(({ key, expr }) => ({ key, expr }));
  await tx.run(sql`update forms_version set state = 'published', checks = ${JSON.stringify(errors)}, from_on = ${version.fromOn},
    published_at = ${context.now}, published_by = ${context.actor.name}, changed_at = ${context.now}, changed_by = ${context.actor.name}
    where id = ${version.id}::uuid`);
}

export async function endForm(
  context: CommandContext,
  tx: Tx,
  id: string,
  askedUntil: CalendarDate | null,
): Promise<void> {
  await tx.run(sql`update forms_form set asked_until = ${askedUntil}, changed_at = ${context.now}, changed_by = ${context.actor.name}
    where id = ${id}::uuid`);
}
