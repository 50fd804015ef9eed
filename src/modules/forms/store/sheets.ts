import type { CommandContext } from '../../../kernel/audit.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import { sheetRows } from '../queries/source-sql.ts';
import type { SheetPlace } from './cells.ts';

/** What a unit has said of a sheet. */
export interface StoredSheet {
  readonly formId: string;
  readonly versionId: string;
  readonly unitId: string;
  readonly isComplete: boolean;
  readonly byName: string;
  readonly revision: number;
  readonly changedAt: Date;
}

export async function storedSheets(
  db: Db,
  wanted: {
    readonly formIds: readonly string[];
    readonly unitIds: readonly string[];
    readonly periodCode: string;
    readonly asOf: Date | null;
  },
): Promise<StoredSheet[]> {
  return db.rows(
    query({
      formId: 'uuid',
      versionId: 'uuid',
      unitId: 'uuid',
      isComplete: 'bool',
      byName: 'text',
      revision: 'int',
      changedAt: 'instant',
    } as const)`
      select s.form_id as "formId", s.version_id as "versionId", s.unit_id as "unitId", s.is_complete as "isComplete",
        s.by_name as "byName", s.revision, s.changed_at as "changedAt"
      from ${sheetRows(wanted.asOf)}
      where s.form_id = any(${wanted.formIds}::uuid[]) and s.unit_id = any(${wanted.unitIds}::uuid[])
        and s.period_code = ${wanted.periodCode}`,
  );
}

/** A unit and a period: all sheets that the unit fills for it. */
export interface UnitAndPeriod {
  readonly unitId: string;
  readonly periodCode: string;
}

/**
 * One at a time saves into the sheets of a unit for a period: a confirmation and a change of a cell never pass each other, whether the
 * change comes by this form, by another that shows the same figure, or by none. One lock therefore stands for all forms: with one for
 * each form, who saves by A and touches B would wait for who saves by B and touches A. Names are taken in one order by everybody,
 * always before rows of cells, so that nobody waits in a circle; a large import takes one lock for a unit and a period, not for a row.
 */
export async function holdSheets(tx: Tx, sheets: readonly UnitAndPeriod[]): Promise<void> {
  const all = sheets.map(({ unitId, periodCode }) => `forms sheets ${periodCode} ${unitId}`);
  const names = [...new Set(all)].sort();
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended(current_schema()::text || n.name, 0))
    from (select name from unnest(${names}::text[]) with ordinality as l (name, at) order by at) n`);
}

/** The sheets of these units and periods that were said to be complete, those of one form left out; one statement. */
export async function completeSheets(
  db: Db,
  places: readonly UnitAndPeriod[],
  exceptFormId: string | null,
): Promise<(UnitAndPeriod & { readonly formId: string })[]> {
  return db.rows(
    query({ formId: 'uuid', unitId: 'uuid', periodCode: 'text' } as const)`
      select s.form_id as "formId", s.unit_id as "unitId", s.period_code as "periodCode"
      from unnest(${places.map((one) => one.unitId)}::uuid[], ${places.map((one) => one.periodCode)}::text[])
        as p (unit_id, period_code)
      join forms_sheet s on s.unit_id = p.unit_id and s.period_code = p.period_code
      where s.is_complete and s.form_id is distinct from ${exceptFormId}::uuid`,
  );
}

export interface SheetWrite {
  readonly unitId: string;
  readonly versionId: string;
  readonly isComplete: boolean;
  /** Numbers that the checks read. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** Records what units say of their sheets. The database refuses a complete one whose numbers break an error check. */
export async function writeSheets(
  context: CommandContext,
  tx: Tx,
  place: SheetPlace,
  writes: readonly SheetWrite[],
): Promise<Map<string, number>> {
  if (writes.length === 0) return new Map();
  const { actor, now } = context;
  const rows = await tx.rows(query({ unitId: 'uuid', revision: 'int' } as const)`
    insert into forms_sheet (id, form_id, version_id, unit_id, period_code, is_complete, cells, by_person_id, by_name, by_unit_id,
      changed_at)
    select r.id, ${place.formId}::uuid, r.version_id, r.unit_id, ${place.periodCode}, r.is_complete, r.cells,
      ${actor.personId}::uuid, ${actor.name}, ${actor.current?.unitId ?? null}::uuid, ${now}
    from unnest(${writes.map(() => newId())}::uuid[], ${writes.map((write) => write.versionId)}::uuid[],
      ${writes.map((write) => write.unitId)}::uuid[], ${writes.map((write) => write.isComplete)}::boolean[],
      ${writes.map((write) => JSON.stringify(write.numbers))}::jsonb[]) as r (id, version_id, unit_id, is_complete, cells)
    on conflict on constraint forms_sheet_once do update set version_id = excluded.version_id, is_complete = excluded.is_complete,
      cells = excluded.cells, by_person_id = excluded.by_person_id, by_name = excluded.by_name, by_unit_id = excluded.by_unit_id,
      changed_at = excluded.changed_at
    returning unit_id as "unitId", revision`);
  return new Map(rows.map((row) => [row.unitId, row.revision]));
}
