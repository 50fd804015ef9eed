import { vietnamDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import { reportedWork } from '../assignments/index.ts';
import { currentCalendar } from '../calendar/index.ts';
import type { Period } from '../periods/index.ts';
import type { Plan } from '../plans/index.ts';
import { unitPlans } from '../unitplans/index.ts';
import { unitsOfDay } from '../units/index.ts';
import { wordsOf } from './domain/document.ts';
import { listedLines } from './domain/lines.ts';
import type { CollectedMaterial, CollectedUnit } from './domain/material.ts';
import { cameLate } from './domain/report.ts';
import { frozenVersions } from './frozen.ts';
import { frameOf, readingEnd, unitPlanFacts, workItems } from './material.ts';
import { owedReports } from './queries/owed.ts';
import { type ReadDay, type Report, reportsOf } from './queries/reports.ts';
import { periodTotals } from './totals.ts';

/** Who owed a report of the period, what came of it, and what the units wrote in what they submitted. */
async function readUnits(db: Db, period: Period, plan: Plan, day: ReadDay): Promise<CollectedUnit[]> {
  const owed = (await owedReports(db, [period], day)).filter((one) => one.planId === plan.id);
  const reports = await reportsOf(db, { kinds: ['unit'], periodCodes: [period.code] }, day);
  const own = new Map(
    reports.filter((one) => one.planId === plan.id).map((report) => [report.unitId, report]),
  );
  const submitted = [...own.values()].flatMap(({ id: reportId, course }) => {
    const version = course.submissions.at(-1)?.version;
    return version === undefined ? [] : [{ reportId, version }];
  });
  const frozen = await frozenVersions(db, submitted);
  const calendar = await currentCalendar(db);
  const plans = await unitPlans(db, { planId: plan.id }, day);
  const planOf = new Map(plans.map((one) => [one.unitId, one]));
  const { names } = await unitsOfDay(db, period.toOn < day.today ? period.toOn : day.today);
  return owed.map(({ unitId, isRequest }) => {
    const report = own.get(unitId);
    const document = report && frozen.get(report.id);
    const first = report?.course.submissions[0];
    const unitPlan = planOf.get(unitId);
    const lines = (part: string): string[] => (document ? listedLines(wordsOf(document.content, part)) : []);
    return {
      unitId,
      name: names.get(unitId) ?? '',
      isRequest,
      outcome: !report || !first ? 'none' : cameLate(report.course) ? 'late' : 'in_time',
      isAccepted: report?.state === 'accepted',
      submittedOn: first ? vietnamDate(first.at) : null,
      hash: document?.hash ?? null,
      unitPlan: unitPlan ? unitPlanFacts(unitPlan, calendar) : null,
      causes: lines('causes'),
      recommendations: lines('recommendations'),
    };
  });
}

/** All that an assembled report is made from; of a lead agency only the tasks and figures that it leads. */
export async function readCollectedMaterial(
  db: Db,
  report: Report,
  scene: { readonly period: Period; readonly plan: Plan; readonly unitName: string },
  day: ReadDay,
): Promise<CollectedMaterial> {
  const { period, plan, unitName } = scene;
  const end = readingEnd(period, day);
  const isSector = report.kind === 'sector';
  const all = await reportedWork(db, { planId: plan.id, unitIds: null }, end.workDay);
  const rows = all.filter((row) => !row.isOwn && (!isSector || row.leadUnitId === report.unitId));
  return {
    ...frameOf(report, period, plan, unitName, end.readOn),
    work: await workItems(db, rows, end, await currentCalendar(db)),
    figures: await periodTotals(db, {
      committeeId: report.askerUnitId,
      period,
      ownerUnitId: isSector ? report.unitId : null,
      asOf: end.figureEnd,
    }),
    units: await readUnits(db, period, plan, day),
  };
}
