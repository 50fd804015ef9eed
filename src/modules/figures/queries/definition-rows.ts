import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { askedPeriodsSchema, enteredBySchema } from '../domain/definition-parts.ts';
import type { Direction, FigureDefinition, NumberKind, RollUp } from '../domain/figure.ts';

const row = {
  id: 'uuid',
  code: 'text',
  name: 'text',
  unitOfMeasure: 'text',
  numberKind: 'text',
  decimals: 'int',
  atMost: 'float?',
  numeratorLabel: 'text?',
  denominatorLabel: 'text?',
  isPart: 'bool',
  dimension: 'int',
  subDimension: 'text?',
  direction: 'text',
  enteredBy: 'json',
  ownerUnitId: 'uuid',
  periods: 'json',
  isCumulative: 'bool',
  evidenceWanted: 'bool',
  rollUp: 'text',
  target: 'float?',
  source: 'text',
  note: 'text',
  askedUntil: 'date?',
  revision: 'int',
  changedAt: 'instant',
  changedBy: 'text',
} as const;

const columns = sql`d.id, d.code, d.name, d.unit_of_measure as "unitOfMeasure", d.number_kind as "numberKind", d.decimals,
  d.at_most::float8 as "atMost", d.numerator_label as "numeratorLabel", d.denominator_label as "denominatorLabel",
  d.is_part as "isPart", d.dimension, d.sub_dimension as "subDimension", d.direction, d.entered_by as "enteredBy",
  d.owner_unit_id as "ownerUnitId", d.periods, d.is_cumulative as "isCumulative", d.evidence_wanted as "evidenceWanted",
  d.roll_up as "rollUp", d.target::float8 as target, d.source, d.note, d.asked_until as "askedUntil", d.revision,
  d.changed_at as "changedAt", d.changed_by as "changedBy"`;

function definitionOf(found: RowOf<typeof row>): FigureDefinition {
  return {
    ...found,
    numberKind: found.numberKind as NumberKind,
    direction: found.direction as Direction,
    rollUp: found.rollUp as RollUp,
    enteredBy: enteredBySchema.parse(found.enteredBy),
    periods: askedPeriodsSchema.parse(found.periods),
  };
}

/** Definitions out of `source`, which names its rows `d`. */
export async function selectDefinitions(db: Db, source: Fragment): Promise<FigureDefinition[]> {
  const found = await db.rows(query(row)`select ${columns} from ${source}`);
  return found.map(definitionOf);
}
