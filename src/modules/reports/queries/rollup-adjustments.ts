import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { Figure } from '../../figures/index.ts';

/** One act about a cell: an adjustment, or the withdrawal of the one before. */
export interface AdjustmentAct {
  readonly id: string;
  readonly figureId: string;
  readonly unitId: string;
  readonly periodCode: string;
  readonly afterId: string | null;
  /** `null` withdraws. */
  readonly value: Figure | null;
  /** The revision of the unit's value that was seen; 0 for none. */
  readonly seenRevision: number;
  readonly reason: string;
  readonly byName: string;
  readonly byUnitId: string | null;
  readonly madeAt: Date;
}

/** An adjustment in force. */
export type Adjustment = AdjustmentAct & { readonly value: Figure };

const row = {
  id: 'uuid',
  figureId: 'uuid',
  unitId: 'uuid',
  periodCode: 'text',
  afterId: 'uuid?',
  number: 'float?',
  numerator: 'float?',
  denominator: 'float?',
  seenRevision: 'int',
  reason: 'text',
  byName: 'text',
  byUnitId: 'uuid?',
  madeAt: 'instant',
} as const;

const columns = sql`a.id, a.figure_id as "figureId", a.unit_id as "unitId", a.period_code as "periodCode", a.after_id as "afterId",
  a.number::float8 as number, a.numerator::float8 as numerator, a.denominator::float8 as denominator,
  a.seen_revision as "seenRevision", a.reason, a.by_name as "byName", a.by_unit_id as "byUnitId", a.made_at as "madeAt"`;

function adjustedOf({ number, numerator, denominator }: RowOf<typeof row>): Figure | null {
  if (number !== null) return { kind: 'number', number };
  return numerator === null || denominator === null ? null : { kind: 'rate', numerator, denominator };
}

function actOf(found: RowOf<typeof row>): AdjustmentAct {
  const { number: _, numerator: __, denominator: ___, ...rest } = found;
  return { ...rest, value: adjustedOf(found) };
}

export interface AdjustmentsWanted {
  readonly periodCodes: readonly string[];
  readonly figureIds?: readonly string[];
  readonly unitIds?: readonly string[];
  /** As made before this instant; `null` for what stands now. */
  readonly asOf: Date | null;
}

function where({ periodCodes, figureIds, unitIds, asOf }: AdjustmentsWanted): Fragment {
  const conditions = [sql`a.period_code = any(${periodCodes}::text[])`];
  if (figureIds) conditions.push(sql`a.figure_id = any(${figureIds}::uuid[])`);
  if (unitIds) conditions.push(sql`a.unit_id = any(${unitIds}::uuid[])`);
  if (asOf) conditions.push(sql`a.made_at < ${asOf}::timestamptz`);
  return joinSql(conditions, ' and ');
}

/** The last act about each cell, withdrawals included. */
export async function lastActs(db: Db, wanted: AdjustmentsWanted): Promise<AdjustmentAct[]> {
  const rows = await db.rows(query(row)`
    select distinct on (a.period_code, a.figure_id, a.unit_id) ${columns} from reports_adjustment a
    where ${where(wanted)} order by a.period_code, a.figure_id, a.unit_id, a.seq desc`);
  return rows.map(actOf);
}

/** The adjustments in force, or that were at an instant; one statement. */
export async function adjustmentsOf(db: Db, wanted: AdjustmentsWanted): Promise<Adjustment[]> {
  const acts = await lastActs(db, wanted);
  return acts.filter((act): act is Adjustment => act.value !== null);
}

/** Everything done about cells, the newest first. */
export async function adjustmentHistory(db: Db, wanted: AdjustmentsWanted): Promise<AdjustmentAct[]> {
  const rows = await db.rows(query(row)`
    select ${columns} from reports_adjustment a where ${where(wanted)} order by a.seq desc`);
  return rows.map(actOf);
}
