import type { CalendarDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { onDay } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { dueText, type Option, stateClass, stateShape, type WorkState } from '../../../ui/index.ts';
import { workingDaysBetween } from '../../calendar/index.ts';
import type { UnitsOfDay } from '../../units/index.ts';
import { type Period, STEPS, type Step } from '../domain/period.ts';
import { unitsOfStep } from '../domain/reminders.ts';
import { type GrantedExtension, inTimeUntil, type Window, type WindowState } from '../domain/window.ts';
import { stateNames } from '../domain/window-messages.ts';
import { m } from '../messages.ts';
import type { PeriodReading } from './reading.ts';

export const PERIOD_PATH = '/ky-bao-cao/:code{\\d[0-9A-Z.-]*}';

export const periodHref = (code: string): string => `/ky-bao-cao/${code}`;

export const STEP_NAMES: Readonly<Record<Step, Message>> = {
  unit: m.step_unit,
  sector: m.step_sector,
  standing: m.step_standing,
};

const LOOKS: Readonly<Record<WindowState, WorkState>> = {
  not_open: 'not_started',
  open: 'in_progress',
  closing: 'due_soon',
  extended: 'due_soon',
  late: 'overdue',
  reopened: 'in_progress',
  locked: 'not_applicable',
};

/** Shape, word and colour of a window. */
export function windowBadge({ t }: Pick<RequestContext, 't'>, state: WindowState): Html {
  const looks = LOOKS[state];
  return html`<span class="badge ${stateClass(looks)}">${stateShape(looks)}${t(stateNames[state])}</span>`;
}

/** Why the window is as it is, in the language of the page. */
export function windowReason({ t }: Pick<RequestContext, 't'>, { reason }: Window): string {
  return t(reason.message, reason.params);
}

/** How long is left until a day, or only the day once the period is locked or has not opened. */
export function clock(
  { lang }: Pick<RequestContext, 'lang'>,
  { today, calendar }: PeriodReading,
  on: CalendarDate,
  settled: boolean,
): Html {
  return dueText({ on, today, workingDaysLeft: workingDaysBetween(calendar, today, on), lang, settled });
}

/** A window in which nothing is waited for: no clock runs. */
export function isSettled({ state }: Pick<Window, 'state'>): boolean {
  return state === 'locked' || state === 'not_open';
}

/**
 * The step in which it is the unit's turn; `undefined` for units that have none, such as villages and outside bodies. The people of the
 * standing agency are shown the step that is theirs alone.
 */
export function stepOf(
  { actor }: Pick<RequestContext, 'actor'>,
  { units }: Pick<PeriodReading, 'units'>,
  unitId: string,
): Step | undefined {
  const isStanding = actor.posts.some(
    (post) => post.unitId === unitId && post.role === 'standing' && post.lineage.length === 2,
  );
  return isStanding ? 'standing' : STEPS.find((step) => unitsOfStep(step, units.tree).includes(unitId));
}

/** The day by which it is the unit's turn: its milestone, or its extension where that is later. */
export function turnOf(
  period: Period,
  step: Step | undefined,
  extension: GrantedExtension | null,
): CalendarDate {
  const milestone = period.milestones.find((one) => one.step === step)?.on ?? period.dueOn;
  return extension && extension.untilOn > milestone ? inTimeUntil(period, extension) : milestone;
}

/** Units that report, to choose from. */
export function reportingUnits({ tree }: UnitsOfDay): readonly Option[] {
  const ids = new Set([...unitsOfStep('unit', tree), ...unitsOfStep('sector', tree)]);
  return tree.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ value: id, text: name }));
}

/** An address of the pages about periods, for the same unit and on the same day. */
export function sameView(reading: Pick<PeriodReading, 'asOf'>, href: string, unitId?: string): string {
  const withUnit = unitId === undefined ? href : `${href}?don-vi=${unitId}`;
  return onDay(reading.asOf, withUnit);
}

/** Where a page behind a period stands. */
export function crumbs(
  { t }: Pick<RequestContext, 't'>,
  period: Pick<Period, 'code' | 'name'>,
  last: string,
): { href?: string; text: string }[] {
  return [
    { href: '/ky-bao-cao', text: t(m.title) },
    { href: periodHref(period.code), text: t(period.name) },
    { text: last },
  ];
}
