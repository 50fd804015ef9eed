import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, query, sql } from '../../../kernel/db/sql.ts';
import type { Dimension } from '../../papi/index.ts';
import { scopeOf } from '../policy.ts';
import { findingsFrom, inspectionsFrom, stateOn } from './inspections-sql.ts';
import { inScope } from './scope-sql.ts';

export interface OpenFindingsWanted {
  /** Who reads: nobody is told here of a finding whose own page they may not open. */
  readonly actor: Actor;
  /** Units that have to put right what was found; `null`: all. */
  readonly unitIds: readonly string[] | null;
  /** The day on which they are judged: today, or a day of the past. */
  readonly day: CalendarDate;
  /** As recorded before this instant; `null`: now. */
  readonly asOf: Date | null;
}

/** A finding that is not closed. */
export interface OpenFinding {
  readonly id: string;
  /** Who has to put it right. */
  readonly unitId: string;
  readonly dimension: Dimension;
  /** `null`: of the content as a whole. */
  readonly subDimension: string | null;
  readonly dueOn: CalendarDate;
  readonly words: string;
  /** `claimed`: the unit reported the remedy and the inspecting side has not judged it. */
  readonly state: 'open' | 'late' | 'claimed';
}

function isWanted({ actor, unitIds, day, asOf }: OpenFindingsWanted): Fragment {
  const scope = scopeOf(actor);
  const isOfUnits = sql`(${unitIds}::uuid[] is null or f.unit_id = any(${unitIds}::uuid[]))`;
  if (scope.secrets) return isOfUnits;
  return sql`${isOfUnits} and f.inspection_id in (
    select i.id from ${inspectionsFrom({ today: day, day, asOf })} where ${inScope(scope)})`;
}

/** Findings that stand open and that the actor may see, in the order of their dues; one statement. Its page is `/kiem-tra/ton-tai/:id`. */
export async function openFindings(db: Db, wanted: OpenFindingsWanted): Promise<OpenFinding[]> {
  const { day, asOf } = wanted;
  const rows = await db.rows(query({
    id: 'uuid',
    unitId: 'uuid',
    dimension: 'int',
    subDimension: 'text?',
    dueOn: 'date',
    words: 'text',
    state: 'text',
  } as const)`
    select f.id, f.unit_id as "unitId", f.dimension, f.sub_dimension as "subDimension", f.due_on as "dueOn", f.words,
      ${stateOn(day)} as state
    from ${findingsFrom(asOf)}
    where f.standing <> 'closed' and ${isWanted(wanted)}
    order by f.due_on, f.id`);
  return rows.map((row) => ({
    ...row,
    dimension: row.dimension as Dimension,
    state: row.state as OpenFinding['state'],
  }));
}
