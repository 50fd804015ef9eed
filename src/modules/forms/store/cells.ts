import type { CommandContext } from '../../../kernel/audit.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { type Fragment, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Via } from '../../figures/index.ts';
import type { CellValue } from '../domain/compiled.ts';
import { cellRows } from '../queries/source-sql.ts';

/** A free cell as a row holds it; `value` is `null` when it was taken back. */
export interface FreeCell {
  readonly id: string;
  readonly formId: string;
  readonly unitId: string;
  readonly periodCode: string;
  readonly key: string;
  readonly value: CellValue | null;
  readonly isLate: boolean;
  readonly via: Via;
  readonly byName: string;
  readonly byUnitId: string | null;
  readonly revision: number;
  readonly changedAt: Date;
}

const row = {
  id: 'uuid',
  formId: 'uuid',
  unitId: 'uuid',
  periodCode: 'text',
  key: 'text',
  number: 'float?',
  onDay: 'date?',
  words: 'text?',
  noData: 'text?',
  isLate: 'bool',
  via: 'text',
  byName: 'text',
  byUnitId: 'uuid?',
  revision: 'int',
  changedAt: 'instant',
} as const;

// Fifteen digits at most: float8 gives back exactly what numeric holds.
const columns = sql`c.id, c.form_id as "formId", c.unit_id as "unitId", c.period_code as "periodCode", c.cell_key as key,
  c.number::float8 as number, c.on_day as "onDay", c.words, c.no_data as "noData", c.is_late as "isLate", c.via,
  c.by_name as "byName", c.by_unit_id as "byUnitId", c.revision, c.changed_at as "changedAt"`;

function cellOf({ number, onDay, words, noData, ...rest }: RowOf<typeof row>): FreeCell {
  let value: CellValue | null = null;
  if (number !== null) value = { kind: 'number', number };
  else if (onDay !== null) value = { kind: 'date', on: onDay };
  else if (words !== null) value = { kind: 'words', words };
  else if (noData !== null) value = { kind: 'no_data', reason: noData };
  return { ...rest, via: rest.via as Via, value };
}

export interface FreeCellsWanted {
  readonly formIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly periodCodes: readonly string[];
  readonly asOf: Date | null;
}

/** Free cells of any number of forms, units and periods, cleared ones included, in one statement. */
export async function freeCellsOf(db: Db, wanted: FreeCellsWanted): Promise<FreeCell[]> {
  const found = await db.rows(query(row)`
    select ${columns} from ${cellRows(wanted.asOf)}
    where c.form_id = any(${wanted.formIds}::uuid[]) and c.unit_id = any(${wanted.unitIds}::uuid[])
      and c.period_code = any(${wanted.periodCodes}::text[])`);
  return found.map(cellOf);
}

/** A free cell to write; `id` where it has a row already. */
export interface FreeWrite {
  readonly id: string | null;
  readonly unitId: string;
  readonly key: string;
  readonly value: CellValue | null;
  readonly isLate: boolean;
  readonly byUnitId: string | null;
}

const SHAPES = sql`number, on_day, words, no_data, is_cleared, is_late, by_unit_id`;

function shapes(writes: readonly FreeWrite[]): Fragment {
  const of = <T>(pick: (value: CellValue | null) => T): T[] => writes.map(({ value }) => pick(value));
  return sql`${of((value) => (value?.kind === 'number' ? value.number : null))}::numeric[],
    ${of((value) => (value?.kind === 'date' ? value.on : null))}::date[],
    ${of((value) => (value?.kind === 'words' ? value.words.trim() : null))}::text[],
    ${of((value) => (value?.kind === 'no_data' ? value.reason.trim() : null))}::text[],
    ${of((value) => value === null)}::boolean[],
    ${writes.map((write) => write.isLate)}::boolean[],
    ${writes.map((write) => write.byUnitId)}::uuid[]`;
}

export interface SheetPlace {
  readonly formId: string;
  readonly periodCode: string;
}

const written = { unitId: 'uuid', key: 'text', revision: 'int' } as const;

/** Writes free cells of sheets that the caller holds; answers their new revisions by unit and key. */
export async function writeFreeCells(
  context: CommandContext,
  tx: Tx,
  place: SheetPlace,
  writes: readonly FreeWrite[],
  via: Via,
): Promise<Map<string, number>> {
  const { actor, now } = context;
  const fresh = writes.filter((write) => write.id === null);
  const changed = writes.filter((write) => write.id !== null);
  const made =
    fresh.length === 0
      ? []
      : await tx.rows(query(written)`
          insert into forms_cell (id, form_id, period_code, unit_id, cell_key, ${SHAPES}, via, by_person_id, by_name, first_at, changed_at)
          select r.id, ${place.formId}::uuid, ${place.periodCode}, r.unit_id, r.cell_key, r.number, r.on_day, r.words, r.no_data,
            r.is_cleared, r.is_late, r.by_unit_id, ${via}, ${actor.personId}::uuid, ${actor.name}, ${now}, ${now}
          from unnest(${fresh.map(() => newId())}::uuid[], ${fresh.map((write) => write.unitId)}::uuid[],
            ${fresh.map((write) => write.key)}::text[], ${shapes(fresh)}) as r (id, unit_id, cell_key, ${SHAPES})
          returning unit_id as "unitId", cell_key as key, revision`);
  const moved =
    changed.length === 0
      ? []
      : await tx.rows(query(written)`
          update forms_cell c set number = r.number, on_day = r.on_day, words = r.words, no_data = r.no_data,
            is_cleared = r.is_cleared, is_late = r.is_late, by_unit_id = r.by_unit_id, via = ${via},
            by_person_id = ${actor.personId}::uuid, by_name = ${actor.name}, changed_at = ${now}
          from unnest(${changed.map((write) => write.id)}::uuid[], ${shapes(changed)}) as r (id, ${SHAPES})
          where c.id = r.id
          returning c.unit_id as "unitId", c.cell_key as key, c.revision`);
  return new Map([...made, ...moved].map((one) => [`${one.unitId} ${one.key}`, one.revision]));
}
