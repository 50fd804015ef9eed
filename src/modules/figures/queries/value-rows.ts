import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { Figure, StoredCell, Via } from '../domain/figure.ts';

const row = {
  id: 'uuid',
  figureId: 'uuid',
  unitId: 'uuid',
  periodCode: 'text',
  number: 'float?',
  numerator: 'float?',
  denominator: 'float?',
  onDay: 'date?',
  words: 'text?',
  noData: 'text?',
  isCleared: 'bool',
  isLate: 'bool',
  via: 'text',
  byPersonId: 'uuid?',
  byName: 'text',
  byUnitId: 'uuid?',
  firstAt: 'instant',
  revision: 'int',
  changedAt: 'instant',
} as const;

// Fifteen digits at most: float8 gives back exactly what numeric holds.
const columns = sql`v.id, v.figure_id as "figureId", v.unit_id as "unitId", v.period_code as "periodCode", v.number::float8 as number,
  v.numerator::float8 as numerator, v.denominator::float8 as denominator, v.on_day as "onDay", v.words, v.no_data as "noData",
  v.is_cleared as "isCleared", v.is_late as "isLate", v.via, v.by_person_id as "byPersonId", v.by_name as "byName",
  v.by_unit_id as "byUnitId", v.first_at as "firstAt", v.revision, v.changed_at as "changedAt"`;

interface Shapes {
  readonly number: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly onDay: CalendarDate | null;
  readonly words: string | null;
  readonly noData: string | null;
}

function figureOf(shapes: Shapes): Figure | null {
  const { number, numerator, denominator, onDay, words, noData } = shapes;
  if (number !== null) return { kind: 'number', number };
  if (numerator !== null && denominator !== null) return { kind: 'rate', numerator, denominator };
  if (onDay !== null) return { kind: 'date', on: onDay };
  if (words !== null) return { kind: 'words', words };
  return noData === null ? null : { kind: 'no_data', reason: noData };
}

function cellOf(found: RowOf<typeof row>): StoredCell {
  const { number, numerator, denominator, onDay, words, noData, isCleared: _, ...rest } = found;
  return {
    ...rest,
    via: found.via as Via,
    value: figureOf({ number, numerator, denominator, onDay, words, noData }),
  };
}

/** Cells out of `source`, which names its rows `v`. */
export async function selectCells(db: Db, source: Fragment): Promise<StoredCell[]> {
  const found = await db.rows(query(row)`select ${columns} from ${source}`);
  return found.map(cellOf);
}
