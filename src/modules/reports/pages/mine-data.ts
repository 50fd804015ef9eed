import { yearOf } from '../../../kernel/dates.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { byText } from '../../../kernel/order.ts';
import { type Period, periodsOf, type Window, type Windows, windowsAt } from '../../periods/index.ts';
import { isCommitteeReport, isWritable, REPORT_KINDS, type ReportKind } from '../domain/report.ts';
import { mayAccept, maySee, mayWrite } from '../policy.ts';
import { type OwedReport, owedReports } from '../queries/owed.ts';
import { type Report, reportsOf } from '../queries/reports.ts';
import type { ReportReading } from './reading.ts';

/** A report that is there, or that is owed and not begun. */
export interface ListedReport {
  readonly kind: ReportKind;
  readonly unitId: string;
  readonly period: Period;
  readonly isRequest: boolean;
  readonly report: Report | null;
  readonly window: Window;
}

/** What one person sees of reports: their units', those that await them, those that went to whoever stands above. */
export interface MyReports {
  readonly own: readonly ListedReport[];
  readonly waiting: readonly ListedReport[];
  readonly above: readonly ListedReport[];
  /** What they could begin besides. */
  readonly offered: readonly Pick<ListedReport, 'kind' | 'unitId' | 'period'>[];
  readonly windows: Windows;
}

/** The latest first. */
const byPeriod = (a: Pick<ListedReport, 'period'>, b: Pick<ListedReport, 'period'>): number =>
  byText(b.period.toOn, a.period.toOn) || byText(b.period.fromOn, a.period.fromOn);

type Ordered = Pick<ListedReport, 'period'> & { readonly report: Pick<Report, 'state'> | null };

const isOpen = ({ report }: Ordered): boolean => report === null || isWritable(report.state);

/** What is still to be sent by its due, then what went, the latest first. */
export const byNeed = (a: Ordered, b: Ordered): number =>
  Number(isOpen(b)) - Number(isOpen(a)) ||
  (isOpen(a) ? byText(a.period.dueOn, b.period.dueOn) : byPeriod(a, b));

/** Periods that ended this year and last, and those of this year that have opened. */
async function periodsShown(context: RequestContext, reading: ReportReading): Promise<Period[]> {
  const year = yearOf(reading.day.today);
  const of = (one: number) => periodsOf(context.db, one, reading.end);
  const all = [...(await of(year - 1)), ...(await of(year)), ...(await of(year + 1))];
  return all.filter((period) => period.fromOn <= reading.day.today);
}

export async function readMyReports(context: RequestContext, reading: ReportReading): Promise<MyReports> {
  const { db, actor } = context;
  const periods = await periodsShown(context, reading);
  const codes = periods.map((period) => period.code);
  const windows = await windowsAt(db, codes, reading.at, reading.end);
  const byCode = new Map(periods.map((period) => [period.code, period]));
  const reports = (await reportsOf(db, { periodCodes: codes }, reading.day)).filter((one) =>
    maySee(actor, one),
  );
  const owed = await owedReports(db, periods, reading.day);
  const listed = (one: {
    kind: ReportKind;
    unitId: string;
    period: Period;
    isRequest: boolean;
    report: Report | null;
  }): ListedReport[] => {
    const window = windows.of(one.period.code, one.unitId);
    return window ? [{ ...one, window }] : [];
  };
  const found = (report: Report): ListedReport[] => {
    const period = byCode.get(report.periodCode);
    return period ? listed({ ...report, period, report }) : [];
  };
  const own = reports.filter((one) => mayWrite(actor, one)).flatMap(found);
  const units = new Set(actor.posts.map((post) => post.unitId));
  const missing = owed
    .filter((one) => units.has(one.unitId) && !own.some((known) => isOf(known, one)))
    .flatMap((one) => listed({ ...one, kind: 'unit', report: null }));
  return {
    own: [...own, ...missing].sort(byNeed),
    waiting: reports
      .filter((one) => one.state === 'submitted' && mayAccept(actor, one))
      .flatMap(found)
      .sort(byPeriod),
    above: reports
      .filter((one) => isCommitteeReport(one.kind) && one.isSubmitted && !mayWrite(actor, one))
      .flatMap(found)
      .sort(byPeriod),
    offered: offeredTo(context, reading, owed, reports),
    windows,
  };
}

const isOf = (known: ListedReport, owed: OwedReport): boolean =>
  known.kind === 'unit' && known.unitId === owed.unitId && known.period.code === owed.period.code;

/** Reports over many units that this person may begin and nobody has: of a lead agency, or of the committee. */
function offeredTo(
  { actor }: RequestContext,
  { units }: ReportReading,
  owed: readonly OwedReport[],
  reports: readonly Report[],
): Pick<ListedReport, 'kind' | 'unitId' | 'period'>[] {
  const lineage = (unitId: string): readonly string[] => units.byId.get(unitId)?.lineage ?? [];
  const leads = new Set(actor.posts.filter((post) => post.role === 'lead').map((post) => post.unitId));
  const possible = owed.flatMap(({ period, unitId, askerUnitId }) => [
    ...(leads.has(unitId) ? [{ kind: 'sector' as const, unitId, askerUnitId, period }] : []),
    ...(['district', 'review'] as const).map((kind) => {
      return { kind, unitId: askerUnitId, askerUnitId, period };
    }),
  ]);
  const distinct = new Map(
    possible.map((one) => [`${one.period.code} ${one.kind} ${one.unitId}`, one] as const),
  );
  return [...distinct.values()]
    .filter(
      (one) =>
        mayWrite(actor, {
          kind: one.kind,
          lineage: lineage(one.unitId),
          askerLineage: lineage(one.askerUnitId),
          isSubmitted: false,
        }) &&
        !reports.some(
          (known) =>
            known.kind === one.kind && known.unitId === one.unitId && known.periodCode === one.period.code,
        ),
    )
    .toSorted(
      (a, b) =>
        byText(a.period.dueOn, b.period.dueOn) || REPORT_KINDS.indexOf(a.kind) - REPORT_KINDS.indexOf(b.kind),
    );
}
