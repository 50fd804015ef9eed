import type { Db } from '../../../kernel/db/database.ts';
import { sql } from '../../../kernel/db/sql.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { selectDefinitions } from './definition-rows.ts';
import { definitionRows } from './source-sql.ts';

/** Every definition by code, as it stands or as it stood just before `asOf`. */
export async function definitionsOf(db: Db, asOf: Date | null = null): Promise<FigureDefinition[]> {
  return selectDefinitions(db, sql`${definitionRows(asOf)} order by d.code collate "C"`);
}

/** Those with these ids or codes, in one statement. */
export async function definitionsNamed(
  db: Db,
  named: { readonly ids: readonly string[]; readonly codes: readonly string[] },
): Promise<FigureDefinition[]> {
  return selectDefinitions(
    db,
    sql`figures_definition d where d.id = any(${named.ids}::uuid[]) or d.code = any(${named.codes}::text[])`,
  );
}
