import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { compareVietnamese, formatNumber, withoutDiacritics } from '../../../kernel/i18n.ts';
import { dataTable, emptyState, statCards, titleLines } from '../../../ui/index.ts';
import { asOfSchema, onSameDay, type Reading } from '../../assignments/index.ts';
import type { Plan } from '../../plans/index.ts';
import { isOpen, UNIT_PLAN_STATES, type UnitPlanClock } from '../domain/state.ts';
import { m } from '../messages.ts';
import { rm } from '../messages-register.ts';
import { maySee } from '../policy.ts';
import type { RegisterRow } from '../queries/register.ts';
import { clockOf, looksOf, registerHref, unitPlanBadge, unitPlanHref } from './parts.ts';

export const registerQuery = z.object({
  'trang-thai': z
    .enum([...UNIT_PLAN_STATES, 'tre'])
    .optional()
    .catch(undefined),
  q: z.string().trim().max(200).optional(),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
});
export type RegisterQuery = z.infer<typeof registerQuery>;

export interface ShownRow extends RegisterRow {
  readonly name: string;
  readonly clock: UnitPlanClock | null;
}

/** Late ones first, then by what waits; what is only asked for comes last. */
function weightOf({ unitPlan, clock }: ShownRow): number {
  if (unitPlan.isRequest && !unitPlan.isIssued) return 4;
  if (isOpen(unitPlan.course)) return clock?.isLate ? 0 : 1;
  return unitPlan.state === 'returned' ? 2 : 3;
}

/** Rows the reader may see, what needs somebody first, then by name. */
export function shownRows(
  context: RequestContext,
  reading: Reading,
  rows: readonly RegisterRow[],
): ShownRow[] {
  return rows
    .filter(({ unitPlan }) => maySee(context.actor, unitPlan))
    .map((row) => ({
      ...row,
      name: reading.units.names.get(row.unitPlan.unitId) ?? '',
      clock: clockOf(row.unitPlan, reading),
    }))
    .sort((a, b) => weightOf(a) - weightOf(b) || compareVietnamese(a.name, b.name));
}

export function isWanted(row: ShownRow, query: RegisterQuery): boolean {
  const state = query['trang-thai'];
  if (state === 'tre' ? !row.clock?.isLate : state !== undefined && row.unitPlan.state !== state)
    return false;
  return !query.q || withoutDiacritics(row.name).includes(withoutDiacritics(query.q));
}

/** The few numbers that are read first; bodies that are only asked stand in none of them. */
export function stats(
  context: RequestContext,
  reading: Reading,
  planId: string,
  all: readonly ShownRow[],
): Html {
  const { t, lang } = context;
  const due = all.filter(({ unitPlan }) => !unitPlan.isRequest && unitPlan.state !== 'void');
  const of = t(rm.of, { total: due.length });
  const href = (state: string): string => onSameDay(reading, `${registerHref(planId)}?trang-thai=${state}`);
  const issued = due.filter(({ unitPlan }) => unitPlan.isIssued);
  const late = due.filter(({ clock }) => clock?.isLate);
  const count = (state: string): number => due.filter(({ unitPlan }) => unitPlan.state === state).length;
  const inTime = issued.filter(({ clock }) => !clock?.isLate).length;
  return statCards(
    [
      {
        label: t(rm.stat_issued),
        value: formatNumber(lang, issued.length),
        of,
        state: 'accepted',
        text: t(rm.stat_in_time, { n: inTime }),
        href: href('issued'),
      },
      {
        label: t(rm.stat_late),
        value: formatNumber(lang, late.length),
        of,
        state: 'overdue',
        text: t(rm.stat_late_text),
        href: href('tre'),
      },
      {
        label: t(rm.stat_drafting),
        value: formatNumber(lang, count('drafting')),
        of,
        state: 'in_progress',
        text: t(rm.stat_drafting_text),
        href: href('drafting'),
      },
      {
        label: t(rm.stat_silent),
        value: formatNumber(lang, count('not_received')),
        of,
        state: 'not_started',
        text: t(rm.stat_silent_text),
        href: href('not_received'),
      },
    ],
    t,
  );
}

function percent(context: RequestContext, value: number | null | undefined): string {
  return value == null ? '–' : context.t(rm.percent, { n: value });
}

export function table(
  context: RequestContext,
  reading: Reading,
  plan: Plan,
  rows: readonly ShownRow[],
  isFiltered: boolean,
): Html {
  const { t } = context;
  const none = plan.unitPlanWithin === null ? rm.none : rm.none_seen;
  return dataTable(
    {
      caption: t(rm.title),
      columns: [
        { key: 'state', label: t(rm.state), width: 'fit', phone: 'bare' },
        { key: 'unit', label: t(rm.unit), primary: true },
        { key: 'due', label: t(rm.due), width: 'fit' },
        { key: 'number', label: t(rm.number), width: 'fit' },
        { key: 'days', label: t(rm.days), align: 'end' },
        { key: 'late', label: t(rm.late_days), align: 'end' },
        { key: 'coverage', label: t(rm.coverage), align: 'end' },
        { key: 'specific', label: t(rm.specific), align: 'end' },
      ],
      rows: rows.map((row) => ({
        href: onSameDay(reading, unitPlanHref(row.unitPlan.id)),
        state: looksOf(row.unitPlan, row.clock),
        cells: cells(context, row),
      })),
      empty: emptyState(isFiltered ? { title: t(rm.none_found) } : { title: t(none), text: t(rm.none_what) }),
    },
    t,
  );
}

function cells(context: RequestContext, { unitPlan, name, clock, coverage }: ShownRow) {
  const { t, lang } = context;
  const { received, versions } = unitPlan.course;
  const [first] = versions;
  const last = versions.at(-1);
  const who = received
    ? t(m.received_by, { name: received.by, date: formatDate(received.on) })
    : unitPlan.isRequest
      ? t(m.request)
      : '';
  const isCounted = !unitPlan.isRequest && clock !== null;
  return [
    unitPlanBadge(context, unitPlan, clock),
    titleLines(name, who),
    unitPlan.course.due ? formatDate(unitPlan.course.due.on) : '–',
    last
      ? html`${last.number}<span class="line-sub">${formatDate(last.issuedOn)}${last.version > 1 && html` · ${t(m.version, { n: last.version })}`}</span>`
      : '–',
    first && isCounted ? formatNumber(lang, first.workingDays) : '–',
    isCounted && clock.isLate ? formatNumber(lang, clock.late) : '–',
    html`${percent(context, coverage?.coveredPercent)}${coverage && coverage.declined > 0 && html`<span class="line-sub">${t(rm.declined_n, { n: coverage.declined })}</span>`}`,
    percent(context, coverage?.specificPercent),
  ];
}
