import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { dueText, stateClass, stateShape, type WorkState } from '../../../ui/index.ts';
import { onSameDay, type Reading } from '../../assignments/index.ts';
import { workingDaysBetween } from '../../calendar/index.ts';
import { CONTENTS } from '../../papi/index.ts';
import type { Plan } from '../../plans/index.ts';
import { isOpen, type UnitPlanClock, type UnitPlanState, unitPlanClock } from '../domain/state.ts';
import { unitPlanErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { maySee } from '../policy.ts';
import { type UnitPlan, unitPlanById } from '../queries/unit-plans.ts';

export const UNIT_PLAN_PATH = '/ke-hoach-don-vi/:id{[0-9a-f-]{36}}';

export const unitPlanHref = (id: string): string => `/ke-hoach-don-vi/${id}`;

export const registerHref = (planId: string): string => `/ke-hoach/${planId}/don-vi`;

/** The unit plan, if the actor may see it; `unitplans.not_found` otherwise, so that a draft does not show that it exists. */
export async function visibleUnitPlan(
  context: RequestContext,
  reading: Pick<Reading, 'day'>,
  id: string,
): Promise<UnitPlan> {
  const found = await unitPlanById(context.db, id, reading.day);
  ensure(found && maySee(context.actor, found), unitPlanErrors.not_found);
  return found;
}

export function clockOf(unitPlan: UnitPlan, reading: Reading): UnitPlanClock | null {
  return unitPlanClock(unitPlan.course, reading.calendar, reading.day.today);
}

const LOOKS: Readonly<Record<UnitPlanState, WorkState>> = {
  not_received: 'not_started',
  received: 'in_progress',
  drafting: 'in_progress',
  issued: 'accepted',
  issued_late: 'accepted_late',
  returned: 'returned',
  void: 'not_applicable',
};

/** The colour and shape of a unit plan: what is awaited beyond its day is overdue, whatever it is at. */
export function looksOf(unitPlan: UnitPlan, clock: UnitPlanClock | null): WorkState {
  return isOpen(unitPlan.course) && clock?.isLate ? 'overdue' : LOOKS[unitPlan.state];
}

/** Shape, word and colour of a state; a plan beyond its day says both that and what it is at. */
export function unitPlanBadge(
  context: RequestContext,
  unitPlan: UnitPlan,
  clock: UnitPlanClock | null,
): Html {
  const { t } = context;
  const looks = looksOf(unitPlan, clock);
  const word = t(m[unitPlan.state]);
  const text = looks === 'overdue' ? t(m.overdue, { state: word }) : word;
  return html`<span class="badge ${stateClass(looks)}">${stateShape(looks)}${text}</span>`;
}

/** "trễ 3 ngày làm việc"; on days off right after the due day there is no working day to count yet. */
export function lateWords(context: RequestContext, clock: UnitPlanClock): string {
  const { t } = context;
  if (clock.late === 0) return t(m.clock_just_late);
  return clock.late === 1 ? t(m.clock_late_one) : t(m.clock_late, { n: clock.late });
}

export function tookWords(context: RequestContext, workingDays: number): string {
  return workingDays === 1 ? context.t(m.took_one) : context.t(m.took, { n: workingDays });
}

/** How long is left, or only the day once nothing is awaited. */
export function unitPlanDue(context: RequestContext, reading: Reading, unitPlan: UnitPlan): Html {
  const { t, lang } = context;
  const { due } = unitPlan.course;
  if (due === null) return html`${t(unitPlan.isRequest ? m.asked_only : m.no_due)}`;
  return dueText({
    on: due.on,
    today: reading.day.today,
    workingDaysLeft: workingDaysBetween(reading.calendar, reading.day.today, due.on),
    lang,
    settled: !isOpen(unitPlan.course),
  });
}

/** "1. Tham gia"; the general part has no number. */
export function shortContent(context: RequestContext, dimension: number): string {
  const name = CONTENTS[dimension]?.short[context.lang] ?? '';
  return dimension === 0 ? name : `${dimension}. ${name}`;
}

/** Where a unit plan stands: its parent, then, on the pages behind it, itself. */
export function breadcrumb(
  context: RequestContext,
  reading: Pick<Reading, 'day'>,
  unitPlan: UnitPlan,
  parent: Pick<Plan, 'number' | 'title'>,
  unitName?: string,
): { href?: string; text: string }[] {
  const up = [
    { href: onSameDay(reading, '/ke-hoach-don-vi'), text: context.t(m.unit_plans) },
    { href: onSameDay(reading, `/ke-hoach/${unitPlan.planId}`), text: parent.number ?? parent.title },
  ];
  return unitName === undefined
    ? up
    : [...up, { href: onSameDay(reading, unitPlanHref(unitPlan.id)), text: unitName }];
}
