import type { CommandContext } from '../../kernel/audit.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import type { Figure, StoredCell, Via } from './domain/figure.ts';
import { selectCells } from './queries/value-rows.ts';

/** A cell by what it is of. */
export interface CellKey {
  readonly figureId: string;
  readonly unitId: string;
  readonly periodCode: string;
}

export const keyOf = (cell: CellKey): string => `${cell.figureId} ${cell.periodCode} ${cell.unitId}`;

/** The cells that have a row, cleared ones included; `hold` keeps them from others until the transaction ends. */
export async function storedCells(
  tx: Tx,
  keys: readonly CellKey[],
  hold: boolean,
): Promise<Map<string, StoredCell>> {
  // One order for everybody: two imports that meet wait for each other and never in a circle.
  const cells = await selectCells(
    tx,
    sql`unnest(${keys.map((key) => key.figureId)}::uuid[], ${keys.map((key) => key.periodCode)}::text[],
        ${keys.map((key) => key.unitId)}::uuid[]) as k (figure_id, period_code, unit_id)
      join figures_value v on v.figure_id = k.figure_id and v.period_code = k.period_code and v.unit_id = k.unit_id
      order by v.figure_id, v.period_code, v.unit_id ${hold ? sql`for update of v` : sql``}`,
  );
  return new Map(cells.map((cell) => [keyOf(cell), cell]));
}

/** A value to write. */
export interface CellWrite extends CellKey {
  readonly value: Figure | null;
  readonly isLate: boolean;
  /** The unit in whose name it is entered; `null` for the operator. */
  readonly byUnitId: string | null;
}

const numberOf = (value: Figure | null): number | null => (value?.kind === 'number' ? value.number : null);
const wordsOf = (value: Figure | null): string | null => (value?.kind === 'words' ? value.words : null);

/** The shapes of values as columns; their order is that of `SHAPES`. */
function shapes(writes: readonly CellWrite[]): Fragment {
  const of = <T>(pick: (value: Figure | null) => T): T[] => writes.map(({ value }) => pick(value));
  return sql`${of(numberOf)}::numeric[],
    ${of((value) => (value?.kind === 'rate' ? value.numerator : null))}::numeric[],
    ${of((value) => (value?.kind === 'rate' ? value.denominator : null))}::numeric[],
    ${of((value) => (value?.kind === 'date' ? value.on : null))}::date[],
    ${of(wordsOf)}::text[],
    ${of((value) => (value?.kind === 'no_data' ? value.reason : null))}::text[],
    ${of((value) => value === null)}::boolean[],
    ${writes.map((write) => write.isLate)}::boolean[],
    ${writes.map((write) => write.byUnitId)}::uuid[]`;
}

const SHAPES = sql`number, numerator, denominator, on_day, words, no_data, is_cleared, is_late, by_unit_id`;

const written = { figureId: 'uuid', periodCode: 'text', unitId: 'uuid', revision: 'int' } as const;

/** Fills cells that have no row; answers those written. One that somebody else filled meanwhile is left as it is. */
export async function insertCells(
  context: CommandContext,
  tx: Tx,
  writes: readonly CellWrite[],
  via: Via,
): Promise<Map<string, number>> {
  if (writes.length === 0) return new Map();
  const { actor, now } = context;
  const rows = await tx.rows(query(written)`
    insert into figures_value (id, figure_id, period_code, unit_id, ${SHAPES}, via, by_person_id, by_name, first_at, changed_at)
    select r.id, r.figure_id, r.period_code, r.unit_id, r.number, r.numerator, r.denominator, r.on_day, r.words, r.no_data,
      r.is_cleared, r.is_late, r.by_unit_id, ${via}, ${actor.personId}::uuid, ${actor.name}, ${now}, ${now}
    from unnest(${writes.map(() => newId())}::uuid[], ${writes.map((write) => write.figureId)}::uuid[],
      ${writes.map((write) => write.periodCode)}::text[], ${writes.map((write) => write.unitId)}::uuid[], ${shapes(writes)})
      as r (id, figure_id, period_code, unit_id, ${SHAPES})
    order by r.figure_id, r.period_code, r.unit_id
    on conflict on constraint figures_value_once do nothing
    returning figure_id as "figureId", period_code as "periodCode", unit_id as "unitId", revision`);
  return new Map(rows.map((row) => [keyOf(row), row.revision]));
}

/** Changes cells that are held by `storedCells`; answers their new revisions. */
export async function updateCells(
  context: CommandContext,
  tx: Tx,
  writes: readonly (CellWrite & { readonly id: string })[],
  via: Via,
): Promise<Map<string, number>> {
  if (writes.length === 0) return new Map();
  const { actor, now } = context;
  const rows = await tx.rows(query(written)`
    update figures_value v set number = r.number, numerator = r.numerator, denominator = r.denominator, on_day = r.on_day,
      words = r.words, no_data = r.no_data, is_cleared = r.is_cleared, is_late = r.is_late, by_unit_id = r.by_unit_id, via = ${via},
      by_person_id = ${actor.personId}::uuid, by_name = ${actor.name}, changed_at = ${now}
    from unnest(${writes.map((write) => write.id)}::uuid[], ${shapes(writes)}) as r (id, ${SHAPES})
    where v.id = r.id
    returning v.figure_id as "figureId", v.period_code as "periodCode", v.unit_id as "unitId", v.revision`);
  return new Map(rows.map((row) => [keyOf(row), row.revision]));
}
