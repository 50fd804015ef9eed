import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, noSql, query, sql } from '../../../kernel/db/sql.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Deadline } from '../../calendar/index.ts';
import type { Dimension } from '../../papi/index.ts';
import type { FindingState, Standing } from '../domain/finding.ts';
import type { PlacedInspection, Scope } from '../policy.ts';
import { findingsFrom, inspectionsFrom, type Moment, stateOn } from './inspections-sql.ts';
import { inScope, ledBy } from './scope-sql.ts';

export interface Finding extends PlacedInspection {
  readonly id: string;
  readonly inspectionId: string;
  readonly inspectionTitle: string;
  readonly byUnitId: string;
  readonly byName: string;
  readonly ofUnitId: string;
  readonly ofName: string;
  /** Who has to put it right. */
  readonly ownerId: string;
  readonly ownerName: string;
  readonly dimension: Dimension;
  readonly subDimension: string | null;
  readonly words: string;
  readonly remedy: string;
  readonly standing: Standing;
  /** The day of the event that made it stand so. */
  readonly standsSince: CalendarDate;
  /** Who recorded that. */
  readonly stoodBy: string | null;
  readonly state: FindingState;
  readonly dueOn: CalendarDate;
  readonly due: Deadline;
  readonly foundOn: CalendarDate;
}

const findingRow = {
  id: 'uuid',
  inspectionId: 'uuid',
  inspectionTitle: 'text',
  byUnitId: 'uuid',
  byName: 'text',
  ofUnitId: 'uuid',
  ofName: 'text',
  ownerId: 'uuid',
  ownerName: 'text',
  dimension: 'int',
  subDimension: 'text?',
  words: 'text',
  remedy: 'text',
  standing: 'text',
  standsSince: 'date',
  stoodBy: 'uuid?',
  state: 'text',
  dueOn: 'date',
  due: 'json',
  foundOn: 'date',
  partnerIds: 'uuid[]',
  isSecret: 'bool',
  ofLineage: 'uuid[]',
  byLineage: 'uuid[]',
} as const;

/** Findings that fit `where` (over `f` and their inspections `i`), whoever may see them. */
async function select(db: Db, where: Fragment, moment: Moment, tail: Fragment = noSql): Promise<Finding[]> {
  const { today, day, asOf } = moment;
  const rows = await db.rows(query(findingRow)`
    select f.id, f.inspection_id as "inspectionId", i.title as "inspectionTitle", i.by_unit_id as "byUnitId",
      coalesce(units_name(i.by_unit_id, i.held_on), '') as "byName", i.of_unit_id as "ofUnitId",
      coalesce(units_name(i.of_unit_id, i.held_on), '') as "ofName", f.unit_id as "ownerId",
      coalesce(units_name(f.unit_id, ${today}::date), '') as "ownerName", f.dimension, f.sub_dimension as "subDimension",
      f.words, f.remedy, f.standing, f.stands_since as "standsSince", f.stood_by as "stoodBy", ${stateOn(day)} as state,
      f.due_on as "dueOn", f.due, o.happened_on as "foundOn", i.partner_ids as "partnerIds", i.is_secret as "isSecret",
      i.of_lineage as "ofLineage", i.by_lineage as "byLineage"
    from ${findingsFrom(asOf)} join ${inspectionsFrom(moment)} on i.id = f.inspection_id
      join lateral (select e.happened_on from inspections_finding_event e where e.finding_id = f.id and e.kind = 'found'
        limit 1) o on true
    where ${where} ${tail}`);
  return rows.map((row) => ({
    ...row,
    dimension: row.dimension as Dimension,
    standing: row.standing as Standing,
    state: row.state as FindingState,
    due: row.due as Deadline,
  }));
}

/** One finding; `undefined` when there is none of this id, or was none then. Who may see it is the caller's to ask. */
export async function findingById(db: Db, id: string, moment: Moment): Promise<Finding | undefined> {
  return isId(id) ? (await select(db, sql`f.id = ${id}`, moment))[0] : undefined;
}

export interface FindingsWanted {
  /** Found by this inspection, or carried into it. */
  readonly inspectionId?: string | undefined;
  readonly carriedInto?: string | undefined;
  /** Of inspections that one of these leads. */
  readonly leadIds?: readonly string[] | undefined;
  /** To be put right by one of these. */
  readonly ownerIds?: readonly string[] | undefined;
  /** To be put right by this unit, one under it, or an ended one whose work it carries on. */
  readonly unitId?: string | undefined;
  readonly dimension?: number | undefined;
  readonly subDimension?: string | undefined;
  /** `unclosed`: whatever is not closed. */
  readonly state?: FindingState | 'unclosed' | undefined;
}

/** Findings that the scope lets a person see: what is late first, then by due. */
export async function findingsOf(
  db: Db,
  scope: Scope,
  wanted: FindingsWanted,
  moment: Moment,
  page: { readonly limit: number; readonly offset: number },
): Promise<Finding[]> {
  const { inspectionId, carriedInto, leadIds, ownerIds, unitId, dimension, subDimension, state } = wanted;
  const filters = [inScope(scope)];
  if (inspectionId) filters.push(sql`f.inspection_id = ${inspectionId}::uuid`);
  if (carriedInto)
    filters.push(
      sql`f.id in (select c.finding_id from inspections_carried c where c.inspection_id = ${carriedInto}::uuid)`,
    );
  if (leadIds) filters.push(ledBy(leadIds));
  if (ownerIds) filters.push(sql`f.unit_id = any(${ownerIds}::uuid[])`);
  if (unitId)
    filters.push(
      sql`(${unitId}::uuid = any(array_append(units_lineage(f.unit_id, ${moment.today}::date), f.unit_id))
        or f.unit_id = any(units_carried(${unitId}::uuid, ${moment.today}::date)))`,
    );
  if (dimension !== undefined) filters.push(sql`f.dimension = ${dimension}::smallint`);
  if (subDimension) filters.push(sql`f.sub_dimension = ${subDimension}`);
  if (state === 'unclosed') filters.push(sql`f.standing <> 'closed'`);
  else if (state) filters.push(sql`${stateOn(moment.day)} = ${state}`);
  return select(
    db,
    joinSql(filters, ' and '),
    moment,
    sql`order by f.standing = 'closed', f.standing = 'claimed', f.due_on, f.id limit ${page.limit}::bigint offset ${page.offset}::bigint`,
  );
}
