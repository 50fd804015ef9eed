import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Fragment, joinSql, query, type RowOf, sql } from '../../../kernel/db/sql.ts';
import type { Deadline } from '../../calendar/index.ts';
import type { UnitsOfDay } from '../../units/index.ts';
import { type AskState, askState, type Said, type Saying } from '../domain/explanation.ts';
import { type Shown, shownSchema } from '../domain/shown.ts';
import { steeringLimits } from '../limits.ts';
import { seenUnits } from '../policy.ts';

const askRow = {
  id: 'uuid',
  unitId: 'uuid',
  planId: 'uuid',
  dimension: 'int?',
  fromUnitId: 'uuid',
  personId: 'uuid',
  personName: 'text',
  personTitle: 'text',
  madeAt: 'instant',
  words: 'text',
  shown: 'json',
  due: 'json',
  said: 'json',
} as const;

/** A request to explain with everything said about it by the day that is read. */
export interface Ask {
  readonly id: string;
  readonly unitId: string;
  readonly planId: string;
  /** `null`: the unit as a whole. */
  readonly dimension: number | null;
  readonly fromUnitId: string;
  readonly personId: string;
  readonly personName: string;
  readonly personTitle: string;
  readonly madeAt: Date;
  readonly words: string;
  /** What the board showed then. */
  readonly shown: Shown;
  readonly due: Deadline;
  readonly dueOn: CalendarDate;
  readonly said: readonly Saying[];
  readonly state: AskState;
}

export interface AsksWanted {
  readonly units: UnitsOfDay;
  readonly day: CalendarDate;
  /** Only what had been recorded before this instant; `null` for all. */
  readonly before: Date | null;
  readonly ids?: readonly string[];
  readonly unitId?: string | undefined;
  readonly dimension?: number | null | undefined;
  readonly onlyOpen?: boolean;
}

function readAsk(row: RowOf<typeof askRow>, day: CalendarDate): Ask {
  const due = row.due as Deadline;
  const said = (row.said as (Omit<Saying, 'recordedAt'> & { recordedAt: string })[]).map((one) => ({
    ...one,
    kind: one.kind as Said,
    recordedAt: new Date(one.recordedAt),
  }));
  return {
    ...row,
    shown: shownSchema.parse(row.shown),
    due,
    dueOn: due.on,
    said,
    state: askState(said, due.on, day),
  };
}

/** Requests that a person reads: those still open by their due, then the latest first. One statement. */
export async function asksOf(db: Db, actor: Actor, wanted: AsksWanted): Promise<Ask[]> {
  const { units, day, before, ids, unitId, dimension, onlyOpen } = wanted;
  const recorded = (at: Fragment): Fragment =>
    sql`(${before}::timestamptz is null or ${at} < ${before}::timestamptz)`;
  const where = [sql`k.unit_id = any(${seenUnits(actor, units)}::uuid[])`, recorded(sql`k.made_at`)];
  if (ids) where.push(sql`k.id = any(${ids}::uuid[])`);
  if (unitId !== undefined) where.push(sql`k.unit_id = ${unitId}`);
  if (dimension !== undefined) where.push(sql`k.dimension is not distinct from ${dimension}::integer`);
  if (onlyOpen)
    where.push(sql`not exists (select from steering_answer a
      where a.ask_id = k.id and a.kind = 'accept' and ${recorded(sql`a.recorded_at`)})`);
  const rows = await db.rows(query(askRow)`
    select k.id, k.unit_id as "unitId", k.plan_id as "planId", k.dimension, k.from_unit_id as "fromUnitId",
      k.person_id as "personId", k.person_name as "personName", k.person_title as "personTitle", k.made_at as "madeAt",
      k.words, k.shown,
      (select d.due from steering_due d where d.ask_id = k.id and ${recorded(sql`d.set_at`)} order by d.seq desc limit 1) as due,
      coalesce((select jsonb_agg(jsonb_build_object('seq', a.seq, 'kind', a.kind, 'personId', a.person_id, 'personName', a.person_name,
          'personTitle', a.person_title, 'words', a.words, 'recordedAt', a.recorded_at) order by a.seq)
        from steering_answer a where a.ask_id = k.id and ${recorded(sql`a.recorded_at`)}), '[]') as said
    from steering_ask k where ${joinSql(where, ' and ')}
    order by k.made_at desc, k.id desc limit ${steeringLimits.asks_listed}`);
  return rows.map((row) => readAsk(row, day)).sort(byNeed);
}

const isOpen = ({ state }: Ask): boolean => state !== 'accepted';

function byNeed(a: Ask, b: Ask): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
  if (isOpen(a) && a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return b.madeAt.getTime() - a.madeAt.getTime();
}
