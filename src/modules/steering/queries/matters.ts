import type { Actor } from '../../../kernel/authz.ts';
import { type CalendarDate, endOfDay, yearOf } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type OverdueLead, overdueByLead, type Reading } from '../../assignments/index.ts';
import { addWorkingDays } from '../../calendar/index.ts';
import {
  type CheckLine,
  type ComplianceFact,
  checksOf,
  complianceOf,
  seenUnits as seesDisclosureOf,
} from '../../disclosure/index.ts';
import { type OpenFinding, openFindings } from '../../inspections/index.ts';
import { type ReportsBehind, reportsBehind } from '../../reports/index.ts';
import { weeksBefore } from '../domain/weeks.ts';
import { steeringLimits } from '../limits.ts';
import { type Ask, asksOf } from './asks.ts';

/** What waits beside the board: whom it waits for, and what is about to be missed. */
export interface Matters {
  readonly leads: readonly OverdueLead[];
  readonly reports: readonly ReportsBehind[];
  readonly postings: {
    readonly late: number;
    /** Due within the next working days, and nothing hangs yet; the earliest first. */
    readonly soon: readonly ComplianceFact[];
  };
  /** What citizens saw otherwise and nobody answered, the oldest first. */
  readonly checks: readonly CheckLine[];
  /** How many of such stood open at the end of each week before, then on the day that is read. */
  readonly checksTrend: readonly number[];
  /** Found by inspections and not closed, the earliest due first. */
  readonly findings: readonly OpenFinding[];
  /** Requests to explain that are not settled, the earliest due first. */
  readonly asks: readonly Ask[];
}

export interface MattersWanted {
  readonly reading: Reading;
  readonly planId: string;
}

const instantOf = (asOf: CalendarDate | null): Date | null => (asOf === null ? null : endOfDay(asOf));

const earliest = (a: { readonly dueOn: CalendarDate }, b: { readonly dueOn: CalendarDate }): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0;

/** Everything beside the board that a person sees. A number of statements that does not grow with units, work or items. */
export async function mattersOf(db: Db, actor: Actor, { reading, planId }: MattersWanted): Promise<Matters> {
  const { day, units, calendar, scope } = reading;
  const before = instantOf(day.asOf);
  const unitIds = seesDisclosureOf(actor, units.tree);
  const dueBy = addWorkingDays(calendar, day.today, steeringLimits.reports_ahead);
  const [leads, reports, facts, checks, findings, asks] = await Promise.all([
    overdueByLead(db, planId, scope, day),
    reportsBehind(db, actor, { day, dueBy, units }),
    complianceOf(db, { unitIds, day: day.today, asOf: before, dueFrom: firstOfYear(day.today) }),
    checksOf(db, { ...(unitIds ? { unitIds } : {}), asOf: before }),
    openFindings(db, { actor, unitIds: null, day: day.today, asOf: before }),
    asksOf(db, actor, { units, day: day.today, before, onlyOpen: true }),
  ]);
  return {
    leads,
    reports,
    postings: {
      late: facts.filter(({ state }) => state === 'late' || state === 'removed_early').length,
      soon: facts.filter(({ state }) => state === 'due_soon').sort((a, b) => earliest(a.item, b.item)),
    },
    checks: checks.filter(({ answer }) => answer === null).sort(earliest),
    checksTrend: [...weeksBefore(day.today), day.today].map((on) => openAt(checks, endOfDay(on))),
    findings,
    asks,
  };
}

const firstOfYear = (day: CalendarDate): CalendarDate => `${yearOf(day)}-01-01` as CalendarDate;

/** How many stood open just before an instant. */
function openAt(checks: readonly CheckLine[], end: Date): number {
  return checks.filter(
    ({ openedAt, answer }) => openedAt < end && (answer === null || answer.recordedAt >= end),
  ).length;
}
