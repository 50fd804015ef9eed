import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, noSql, sql } from '../../../kernel/db/sql.ts';
import { definitionsNamed, type FigureDefinition } from '../../figures/index.ts';
import { type Compilation, compile } from '../domain/compile.ts';
import { figureCodes } from '../domain/figure-codes.ts';
import type { FormVersion, ReadyForm } from '../domain/sheet.ts';
import { formLimits } from '../limits.ts';
import { type FormAndVersion, selectVersions } from '../store/rows.ts';

/** The versions in force for periods that end on `day`; `asOf` leaves out what was published later. */
function inForce(day: CalendarDate, where: Fragment, asOf: Date | null): Fragment {
  return sql`forms_form f cross join lateral (
      select * from forms_version x where x.form_id = f.id and x.state = 'published' and x.from_on <= ${day}::date
        ${asOf === null ? noSql : sql`and x.published_at < ${asOf}::timestamptz`}
      order by x.number desc limit 1) v
    where ${where} order by f.code collate "C"`;
}

// Compiling is pure; the same version with the same definitions is asked for by every page.
const compiled = new Map<string, Compilation>();

/** The version compiled with definitions as they are now. */
export function compiledVersion(version: FormVersion, definitions: readonly FigureDefinition[]): Compilation {
  const revisions = definitions.map(({ id, revision }) => `${id}:${revision}`).join();
  const key = `${version.id} ${version.revision} ${revisions}`;
  const before = compiled.get(key);
  if (before) return before;
  const made = compile(version.spec, definitions);
  if (compiled.size >= formLimits.compiled_kept) compiled.delete(compiled.keys().next().value ?? '');
  compiled.set(key, made);
  return made;
}

/** Makes versions ready with the figures they name, in one statement. */
export async function madeReady(db: Db, found: readonly FormAndVersion[]): Promise<ReadyForm[]> {
  const codes = found.map(({ version }) => figureCodes(version.spec));
  const known = await definitionsNamed(db, { ids: [], codes: [...new Set(codes.flat())] });
  const byCode = new Map(known.map((one) => [one.code, one]));
  return found.map(({ form, version }, index) => {
    const named = (codes[index] ?? []).flatMap((code) => byCode.get(code) ?? []);
    const definitions = new Map(named.map((one) => [one.code, one]));
    return { form, version, compiled: compiledVersion(version, named).form, definitions };
  });
}

/** Every form in the version in force for a period, whether or not it is asked then; two statements. */
export async function readyForms(
  db: Db,
  period: { readonly toOn: CalendarDate },
  asOf: Date | null = null,
): Promise<ReadyForm[]> {
  return madeReady(db, await selectVersions(db, inForce(period.toOn, sql`true`, asOf)));
}

/** Some forms, likewise. */
export async function readyFormsOf(
  db: Db,
  formIds: readonly string[],
  period: { readonly toOn: CalendarDate },
): Promise<ReadyForm[]> {
  const where = sql`f.id = any(${formIds}::uuid[])`;
  return madeReady(db, await selectVersions(db, inForce(period.toOn, where, null)));
}

/** One form in the version in force for a period; `undefined` where it has none yet. */
export async function readyForm(
  db: Db,
  formId: string,
  period: { readonly toOn: CalendarDate },
  asOf: Date | null = null,
): Promise<ReadyForm | undefined> {
  const found = await selectVersions(db, inForce(period.toOn, sql`f.id = ${formId}::uuid`, asOf));
  return (await madeReady(db, found))[0];
}
