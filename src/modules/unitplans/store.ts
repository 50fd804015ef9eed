import type { CommandContext } from '../../kernel/audit.ts';
import type { Rule } from '../../kernel/authz.ts';
import { type CalendarDate, vietnamDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/sql.ts';
import { ensure } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import type { Deadline } from '../calendar/index.ts';
import { type DueFacts, type EventKind, eventFacts, type FactsOf } from './domain/event-facts.ts';
import { unitPlanErrors } from './errors.ts';
import { maySee } from './policy.ts';
import { type UnitPlan, unitPlanById } from './queries/unit-plans.ts';

/**
 * Holds a unit plan for a change and checks `rule` on it. What the actor may not see answers `unitplans.not_found`; what
 * they may not do `kernel.forbidden`; one that ended with its parent `unitplans.void`.
 */
export async function lockUnitPlan(
  context: CommandContext,
  tx: Tx,
  id: string,
  rule: Rule<UnitPlan>,
): Promise<UnitPlan> {
  ensure(isId(id), unitPlanErrors.not_found);
  await tx.run(sql`select 1 from unitplans_obligation where id = ${id} for update`);
  const found = await unitPlanById(tx, id, { today: vietnamDate(context.now), asOf: null });
  ensure(found && maySee(context.actor, found), unitPlanErrors.not_found);
  ensure(rule(context.actor, found), kernelErrors.forbidden);
  ensure(found.state !== 'void', unitPlanErrors.void);
  return found;
}

/** A deadline as events keep it. */
export function dueFacts(deadline: Deadline | null): DueFacts {
  return (
    deadline && {
      on: deadline.on,
      calendar: deadline.calendarVersion,
      explained: deadline.explanation,
    }
  );
}

export type NewEvent = {
  [K in EventKind]: {
    readonly obligationId: string;
    readonly kind: K;
    readonly happenedOn: CalendarDate;
    readonly facts: Omit<FactsOf<K>, 'v'>;
    readonly note?: string;
  };
}[EventKind];

/** Appends events, any number in one statement, in the order given. */
export async function appendEvents(
  context: CommandContext,
  tx: Tx,
  events: readonly NewEvent[],
): Promise<void> {
  const { actor, now } = context;
  const facts = events.map((event) => JSON.stringify(eventFacts[event.kind].parse({ v: 1, ...event.facts })));
  await tx.run(sql`
    insert into unitplans_event (id, obligation_id, kind, happened_on, recorded_at, person_id, person_name, unit_id, note, facts)
    select e.id, e.obligation_id, e.kind, e.happened_on, ${now}::timestamptz, ${actor.personId}::uuid, ${actor.name},
      ${actor.current?.unitId ?? null}::uuid, e.note, e.facts
    from unnest(${events.map(() => newId())}::uuid[], ${events.map((e) => e.obligationId)}::uuid[],
      ${events.map((e) => e.kind)}::text[], ${events.map((e) => e.happenedOn)}::date[],
      ${events.map((e) => e.note ?? '')}::text[], ${facts}::jsonb[])
      as e (id, obligation_id, kind, happened_on, note, facts)`);
}
