import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, sql } from '../../../kernel/db/sql.ts';
import type { FormSummary } from '../domain/sheet.ts';
import { type FormAndVersion, selectVersions } from '../store/rows.ts';

/** Every form with its newest published version, or its draft while it has none, by code. */
export async function allForms(db: Db): Promise<FormAndVersion[]> {
  return selectVersions(
    db,
    sql`forms_form f cross join lateral (
      select * from forms_version x where x.form_id = f.id and x.state <> 'discarded'
      order by (x.state = 'published') desc, x.number desc limit 1) v
    order by f.code collate "C"`,
  );
}

/** A form by its id or code; `undefined` when there is none, or all its versions were discarded. */
async function formWhere(db: Db, where: Fragment): Promise<FormSummary | undefined> {
  const found = await selectVersions(
    db,
    sql`forms_form f join forms_version v on v.form_id = f.id and v.state <> 'discarded'
      where ${where} order by (v.state = 'published') desc, v.number desc limit 1`,
  );
  return found[0]?.form;
}

export const formById = (db: Db, id: string): Promise<FormSummary | undefined> =>
  formWhere(db, sql`f.id = ${id}::uuid`);

export const formByCode = (db: Db, code: string): Promise<FormSummary | undefined> =>
  formWhere(db, sql`f.code = ${code}`);
