import { type CalendarDate, endOfDay } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import {
  evidenceSubject,
  occurrenceName,
  type ReportedWork,
  reportedWork,
  type StateDay,
} from '../assignments/index.ts';
import { currentCalendar, type WorkCalendar, workingDaysBetween } from '../calendar/index.ts';
import { evidenceSummary } from '../evidence/index.ts';
import {
  definitionsOf,
  type FigureDefinition,
  type FigureValue,
  isAskedFor,
  isEnteredBy,
  samePeriodLastYear,
  valuesOf,
} from '../figures/index.ts';
import type { Period } from '../periods/index.ts';
import type { Plan } from '../plans/index.ts';
import { type UnitPlan, unitPlans } from '../unitplans/index.ts';
import { unitsOnDays } from '../units/index.ts';
import { explanationsOf } from '../urging/index.ts';
import type { FigureItem, ReportFrame, UnitMaterial, UnitPlanFacts, WorkItem } from './domain/material.ts';
import { standingOf } from './domain/tally.ts';
import { endOfReading, type ReadDay, type Report } from './queries/reports.ts';

/** How far the reading goes: work to the end of `readOn`, figures to `end`. */
export interface ReadingEnd {
  readonly readOn: CalendarDate;
  /** The first instant of work that no longer counts; `null`: now. */
  readonly workEnd: Date | null;
  readonly workDay: StateDay;
  /** Likewise of figures: those of the period are given until the submission. */
  readonly figureEnd: Date | null;
}

/** Work is read at the cut-off as soon as it has passed; until then, and for figures, the day that is read is the end. */
export function readingEnd(period: Pick<Period, 'cutOffOn'>, day: ReadDay): ReadingEnd {
  const isCutOff = day.today > period.cutOffOn;
  const readOn = isCutOff ? period.cutOffOn : day.today;
  const asOf = isCutOff ? period.cutOffOn : day.asOf;
  return {
    readOn,
    workEnd: asOf === null ? null : endOfDay(asOf),
    workDay: { today: readOn, soonUntil: readOn, asOf },
    figureEnd: endOfReading(day.asOf),
  };
}

/** Work with its evidence, as reports tell it. */
export async function workItems(
  db: Db,
  rows: readonly ReportedWork[],
  end: ReadingEnd,
  calendar: WorkCalendar,
): Promise<WorkItem[]> {
  const ids = rows.map((row) => row.id);
  const { type } = evidenceSubject('');
  const evidence = await evidenceSummary(db, type, ids, end.workEnd);
  return rows.map((row) => ({
    id: row.id,
    taskId: row.taskId,
    unitId: row.unitId,
    code: row.code,
    words: row.words,
    dimension: row.dimension,
    occurrence: occurrenceName(row.occurrence, 'vi'),
    leadName: row.leadName,
    isRequest: row.isRequest,
    isOwn: row.isOwn,
    dueOn: row.dueOn,
    doneOn: row.doneOn,
    state: row.state,
    isBegun: row.progress !== 'none',
    lateWorkingDays:
      row.state === 'overdue' && row.dueOn !== null && row.dueOn < end.readOn
        ? Math.max(0, workingDaysBetween(calendar, row.dueOn, end.readOn))
        : 0,
    evidence: evidence.get(row.id)?.total ?? 0,
    responsible: row.responsibleTitle ?? '',
  }));
}

export function figureItem(
  definition: FigureDefinition,
  value: Pick<FigureValue, 'value' | 'isLate'> | undefined,
  lastYear: Pick<FigureValue, 'value'> | undefined,
): FigureItem {
  const { code, name, unitOfMeasure, numberKind, isCumulative, dimension, direction, target } = definition;
  return {
    code,
    name,
    unitOfMeasure,
    numberKind,
    isCumulative,
    dimension,
    direction,
    target,
    value: value?.value ?? null,
    isLate: value?.isLate ?? false,
    lastYear: lastYear?.value ?? null,
  };
}

/** The figures that a unit is asked for a period, each with what was said of it now and a year before. */
async function figuresOfUnit(
  db: Db,
  unitId: string,
  period: Period,
  figureEnd: Date | null,
): Promise<FigureItem[]> {
  const [unit] = await unitsOnDays(db, [unitId], [period.toOn]);
  if (!unit) return [];
  const definitions = await definitionsOf(db, figureEnd);
  const asked = definitions.filter((one) => isAskedFor(one, period) && isEnteredBy(one.enteredBy, unit));
  const wanted = { figureIds: asked.map((one) => one.id), unitIds: [unitId], asOf: figureEnd };
  const now = await valuesOf(db, { ...wanted, periodCodes: [period.code] });
  const before = await samePeriodLastYear(db, { ...wanted, periodCode: period.code });
  const byFigure = (values: readonly FigureValue[]) => new Map(values.map((one) => [one.figureId, one]));
  const [current, last] = [byFigure(now), byFigure(before)];
  return asked.map((one) => figureItem(one, current.get(one.id), last.get(one.id)));
}

/** A unit's own plan as reports tell it: its first version decides whether it was in time. */
export function unitPlanFacts(plan: UnitPlan, calendar: WorkCalendar): UnitPlanFacts | 'not_issued' | null {
  const { course } = plan;
  if (course.void) return null;
  const [first] = course.versions;
  if (!first) return 'not_issued';
  const late = course.due !== null && first.issuedOn > course.due.on;
  return {
    number: first.number,
    issuedOn: first.issuedOn,
    workingDays: first.workingDays,
    lateWorkingDays: late && course.due ? workingDaysBetween(calendar, course.due.on, first.issuedOn) : 0,
    carried: first.carried,
    assigned: first.carried + first.declined,
  };
}

/** What every report stands in: its period, plan and unit, and the day at whose end work is read. */
export function frameOf(
  report: Pick<Report, 'unitId'>,
  period: Period,
  plan: Plan,
  unitName: string,
  readOn: CalendarDate,
): ReportFrame {
  const { code, name, fromOn, toOn, cutOffOn } = period;
  return {
    period: { code, name, fromOn, toOn, cutOffOn },
    readOn,
    plan: {
      id: plan.id,
      number: plan.number ?? '',
      title: plan.title,
      issuedOn: plan.issuedOn ?? readOn,
      issuerName: plan.unitName,
    },
    unit: { id: report.unitId, name: unitName },
  };
}

/** All that a unit's own report is made from, in a fixed number of statements. */
export async function readUnitMaterial(
  db: Db,
  report: Report,
  scene: { readonly period: Period; readonly plan: Plan; readonly unitName: string },
  day: ReadDay,
): Promise<UnitMaterial> {
  const { period, plan, unitName } = scene;
  const end = readingEnd(period, day);
  const calendar = await currentCalendar(db);
  const rows = await reportedWork(db, { planId: plan.id, unitIds: [report.unitId] }, end.workDay);
  const work = await workItems(db, rows, end, calendar);
  const late = work.filter((item) => standingOf(item) === 'overdue').map((item) => item.id);
  const explained = await explanationsOf(db, late, end.workEnd);
  const own = await unitPlans(db, { unitId: report.unitId }, { today: end.readOn, asOf: end.workDay.asOf });
  const unitPlan = own.find((one) => one.planId === plan.id);
  return {
    ...frameOf(report, period, plan, unitName, end.readOn),
    isRequest: report.isRequest,
    unitPlan: unitPlan ? unitPlanFacts(unitPlan, calendar) : null,
    work,
    figures: await figuresOfUnit(db, report.unitId, period, end.figureEnd),
    explanations: explained.map(({ assignmentIds, words }) => ({ workIds: assignmentIds, words })),
  };
}
