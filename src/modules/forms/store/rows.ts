import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { FormSummary, FormVersion } from '../domain/sheet.ts';
import { formSpecSchema } from '../domain/spec.ts';

const row = {
  code: 'text',
  ownerUnitId: 'uuid',
  askedUntil: 'date?',
  id: 'uuid',
  formId: 'uuid',
  number: 'int',
  state: 'text',
  spec: 'json',
  fromOn: 'date?',
  publishedAt: 'instant?',
  publishedBy: 'text?',
  revision: 'int',
  changedAt: 'instant',
  changedBy: 'text',
} as const;

const columns = sql`f.code, f.owner_unit_id as "ownerUnitId", f.asked_until as "askedUntil", v.id, v.form_id as "formId",
  v.number, v.state, v.spec, v.from_on as "fromOn", v.published_at as "publishedAt", v.published_by as "publishedBy",
  v.revision, v.changed_at as "changedAt", v.changed_by as "changedBy"`;

/** A version with the form it belongs to. */
export interface FormAndVersion {
  readonly form: FormSummary;
  readonly version: FormVersion;
}

function fromRow({ code, ownerUnitId, askedUntil, ...rest }: RowOf<typeof row>): FormAndVersion {
  const spec = formSpecSchema.parse(rest.spec);
  const { title, dimension } = spec;
  return {
    form: { id: rest.formId, code, title, ownerUnitId, dimension, askedUntil },
    version: { ...rest, spec, state: rest.state as FormVersion['state'] },
  };
}

/** Versions out of `source`, which names forms `f` and versions `v`. */
export async function selectVersions(db: Db, source: Fragment): Promise<FormAndVersion[]> {
  const found = await db.rows(query(row)`select ${columns} from ${source}`);
  return found.map(fromRow);
}
