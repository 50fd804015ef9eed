import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, noSql, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Dimension } from '../../papi/index.ts';
import { type InspectionState, inspectionState } from '../domain/inspection.ts';
import type { InspectionField, InspectionForm, InspectionKind } from '../domain/kinds.ts';
import type { PlacedInspection, Scope } from '../policy.ts';
import { inspectionsFrom, type Moment } from './inspections-sql.ts';
import { inScope, ledBy } from './scope-sql.ts';

export interface Inspection extends PlacedInspection {
  readonly id: string;
  readonly kind: InspectionKind;
  readonly form: InspectionForm;
  readonly field: InspectionField;
  readonly title: string;
  readonly scope: string;
  readonly decision: string;
  readonly byUnitId: string;
  readonly byName: string;
  readonly ofUnitId: string;
  readonly ofName: string;
  readonly partnerNames: readonly string[];
  readonly dimension: Dimension;
  readonly subDimension: string | null;
  readonly previousId: string | null;
  readonly madeBy: string;
  readonly heldOn: CalendarDate;
  readonly announcedOn: CalendarDate | null;
  readonly state: InspectionState;
  /** The conclusion, or why it was called off. */
  readonly end: { readonly on: CalendarDate; readonly words: string; readonly by: string } | null;
  /** Findings, and how many of them are not closed. */
  readonly findings: number;
  readonly openFindings: number;
}

const inspectionRow = {
  id: 'uuid',
  kind: 'text',
  form: 'text',
  field: 'text',
  title: 'text',
  scope: 'text',
  decision: 'text',
  byUnitId: 'uuid',
  byName: 'text',
  ofUnitId: 'uuid',
  ofName: 'text',
  partnerIds: 'uuid[]',
  partnerNames: 'text[]',
  dimension: 'int',
  subDimension: 'text?',
  previousId: 'uuid?',
  madeBy: 'text',
  heldOn: 'date',
  announcedOn: 'date?',
  ended: 'text?',
  endedOn: 'date?',
  endWords: 'text?',
  endedBy: 'text?',
  isSecret: 'bool',
  ofLineage: 'uuid[]',
  byLineage: 'uuid[]',
  findings: 'int',
  openFindings: 'int',
} as const;

/** Inspections that fit `where` (over `i`), whoever may see them. */
async function select(
  db: Db,
  where: Fragment,
  moment: Moment,
  tail: Fragment = noSql,
): Promise<Inspection[]> {
  const { day, asOf } = moment;
  const rows = await db.rows(query(inspectionRow)`
    select i.id, i.kind, i.form, i.field, i.title, i.scope, i.decision, i.by_unit_id as "byUnitId",
      coalesce(units_name(i.by_unit_id, i.held_on), '') as "byName", i.of_unit_id as "ofUnitId",
      coalesce(units_name(i.of_unit_id, i.held_on), '') as "ofName", i.partner_ids as "partnerIds",
      array(select coalesce(units_name(p, i.held_on), '') from unnest(i.partner_ids) as p) as "partnerNames",
      i.dimension, i.sub_dimension as "subDimension", i.previous_id as "previousId", i.person_name as "madeBy",
      i.held_on as "heldOn", i.announced_on as "announcedOn", i.ended, i.ended_on as "endedOn", i.end_words as "endWords",
      i.ended_by as "endedBy", i.is_secret as "isSecret", i.of_lineage as "ofLineage", i.by_lineage as "byLineage",
      coalesce(n.findings, 0) as findings, coalesce(n.open, 0) as "openFindings"
    from ${inspectionsFrom(moment)} left join lateral (
      select count(*)::integer as findings, (count(*) filter (where l.kind <> 'closed'))::integer as open
      from inspections_finding f join lateral (select e.kind from inspections_finding_event e where e.finding_id = f.id
        and e.kind in ('found', 'claimed', 'returned', 'closed', 'reopened')
        and (${asOf}::timestamptz is null or e.recorded_at < ${asOf}::timestamptz) order by e.seq desc limit 1) l on true
      where f.inspection_id = i.id) n on true
    where ${where} ${tail}`);
  return rows.map((row) => inspectionFrom(row, day));
}

function inspectionFrom(row: RowOf<typeof inspectionRow>, day: CalendarDate): Inspection {
  const { ended, endedOn, endWords, endedBy, ...rest } = row;
  return {
    ...rest,
    kind: row.kind as InspectionKind,
    form: row.form as InspectionForm,
    field: row.field as InspectionField,
    dimension: row.dimension as Dimension,
    state: inspectionState({ heldOn: row.heldOn, ended: ended as 'concluded' | 'cancelled' | null }, day),
    end: endedOn === null ? null : { on: endedOn, words: endWords ?? '', by: endedBy ?? '' },
  };
}

/** One inspection; `undefined` when there is none of this id, or was none then. Who may see it is the caller's to ask. */
export async function inspectionById(db: Db, id: string, moment: Moment): Promise<Inspection | undefined> {
  return isId(id) ? (await select(db, sql`i.id = ${id}`, moment))[0] : undefined;
}

export interface InspectionsWanted {
  /** Whose days lie in this year. */
  readonly year?: number | undefined;
  readonly kind?: InspectionKind | undefined;
  readonly form?: InspectionForm | undefined;
  readonly field?: InspectionField | undefined;
  readonly state?: InspectionState | undefined;
  /** Of this unit or one under it. */
  readonly unitId?: string | undefined;
  readonly dimension?: number | undefined;
  readonly previousId?: string | undefined;
  /** Led by one of these. */
  readonly leadIds?: readonly string[] | undefined;
  readonly heldFrom?: CalendarDate | undefined;
  readonly heldTo?: CalendarDate | undefined;
}

function stateFilter(state: InspectionState, day: CalendarDate): Fragment {
  if (state === 'concluded' || state === 'cancelled') return sql`i.ended = ${state}`;
  return state === 'upcoming'
    ? sql`i.ended is null and i.held_on > ${day}::date`
    : sql`i.ended is null and i.held_on <= ${day}::date`;
}

/** Inspections that the scope lets a person see, latest day first. */
export async function inspectionsOf(
  db: Db,
  scope: Scope,
  wanted: InspectionsWanted,
  moment: Moment,
  page: { readonly limit: number; readonly offset: number },
): Promise<Inspection[]> {
  const { year, kind, form, field, state, unitId, dimension, previousId, leadIds, heldFrom, heldTo } = wanted;
  const filters = [inScope(scope)];
  if (year !== undefined) filters.push(sql`extract(year from i.held_on) = ${year}::integer`);
  if (kind) filters.push(sql`i.kind = ${kind}`);
  if (form) filters.push(sql`i.form = ${form}`);
  if (field) filters.push(sql`i.field = ${field}`);
  if (state) filters.push(stateFilter(state, moment.day));
  if (unitId) filters.push(sql`${unitId}::uuid = any(i.of_lineage)`);
  if (dimension !== undefined) filters.push(sql`i.dimension = ${dimension}::smallint`);
  if (previousId) filters.push(sql`i.previous_id = ${previousId}::uuid`);
  if (leadIds) filters.push(ledBy(leadIds));
  if (heldFrom) filters.push(sql`i.held_on >= ${heldFrom}::date`);
  if (heldTo) filters.push(sql`i.held_on <= ${heldTo}::date`);
  return select(
    db,
    joinSql(filters, ' and '),
    moment,
    sql`order by i.held_on desc, i.id desc limit ${page.limit}::bigint offset ${page.offset}::bigint`,
  );
}
