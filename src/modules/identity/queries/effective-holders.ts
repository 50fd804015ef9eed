import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { query, sql } from '../../../kernel/db/sql.ts';
import {
  type EffectiveHolder,
  effectiveHolder,
  type PassedOver,
  type UnitStaff,
  type Wanted,
} from '../domain/holder.ts';
import { type LeaveKind, toldAs } from '../domain/leave.ts';

const titleRow = {
  unitId: 'uuid',
  personId: 'uuid',
  fullName: 'text',
  title: 'text',
  acting: 'bool',
  from: 'date',
  to: 'date?',
} as const;

const absenceRow = {
  personId: 'uuid',
  from: 'date',
  to: 'date',
  deputyId: 'uuid?',
  kind: 'text',
} as const;

export interface WantedInUnit extends Wanted {
  readonly unitId: string;
}

export interface NamedHolder extends Omit<EffectiveHolder, 'passed'> {
  /** Full name; `null` only when the unit alone answers. */
  readonly name: string | null;
  readonly passed: readonly (PassedOver & { readonly name: string })[];
}

/**
 * Who answers on `day` for each wanted person or title, in the same order; see `effectiveHolder` for the rule. Two
 * statements, however many are asked. A leave counts only as far as it was recorded by the end of `asOf`, when given.
 */
export async function effectiveHolders(
  db: Db,
  wanted: readonly WantedInUnit[],
  day: CalendarDate,
  asOf: CalendarDate | null = null,
): Promise<NamedHolder[]> {
  const unitIds = [...new Set(wanted.map((one) => one.unitId))];
  // A disabled account answers for nothing from that day on.
  const titles = await db.rows(query(titleRow)`
    select po.unit_id as "unitId", po.person_id as "personId", p.full_name as "fullName", po.title, po.acting,
      lower(po.valid) as "from",
      least(upper(po.valid) - 1, (p.disabled_at at time zone 'Asia/Ho_Chi_Minh')::date - 1) as "to"
    from identity_post po join identity_person p on p.id = po.person_id
    where po.unit_id = any(${unitIds}::uuid[]) and lower(po.valid) <= ${day}::date
    order by po.unit_id, po.id`);
  const until = asOf === null ? null : endOfDay(asOf);
  const known =
    until === null
      ? sql`and withdrawn_at is null`
      : sql`and recorded_at < ${until} and (withdrawn_at is null or withdrawn_at >= ${until})`;
  const absences = await db.rows(query(absenceRow)`
    select person_id as "personId", lower(away) as "from", upper(away) - 1 as "to", deputy_id as "deputyId", kind
    from identity_leave
    where person_id = any(${[...new Set(titles.map((title) => title.personId))]}::uuid[]) and away @> ${day}::date ${known}`);
  const away = absences.map((one) => ({ ...one, kind: toldAs(one.kind as LeaveKind) }));
  const names = new Map(titles.map((title) => [title.personId, title.fullName]));
  const byUnit = Map.groupBy(titles, (title) => title.unitId);
  const nameOf = (personId: string): string => names.get(personId) ?? '—';
  return wanted.map((one) => {
    const unit: UnitStaff = { titles: byUnit.get(one.unitId) ?? [], absences: away };
    const { passed, ...found } = effectiveHolder(unit, one, day);
    return {
      ...found,
      name: found.personId === null ? null : nameOf(found.personId),
      passed: passed.map((step) => ({ ...step, name: nameOf(step.personId) })),
    };
  });
}
