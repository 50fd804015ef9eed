import type { Actor } from '../../../kernel/authz.ts';
import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Completeness, completenessOf, maySeeSheet, type SheetProgress } from '../../forms/index.ts';
import { type Period, type Step, windowOf, windowsAt } from '../../periods/index.ts';
import type { UnitsOfDay } from '../../units/index.ts';
import { cameLate, type ReportState } from '../domain/report.ts';
import { type Arrival, type Measures, measure } from '../domain/rollup-measures.ts';
import { seesProgressOf } from '../policy-totals.ts';
import { owedReports } from './owed.ts';
import { type ReadDay, type Report, reportsOf } from './reports.ts';
import { figuresAsked } from './rollup-board.ts';

/** How far one unit is with one form: in time or late once it said that the sheet is complete. */
export interface SheetLine extends SheetProgress {
  readonly arrival: Arrival;
}

export interface UnitLine {
  readonly unitId: string;
  /** By id of the form. */
  readonly sheets: ReadonlyMap<string, SheetLine>;
  /** `null` where none is owed. */
  readonly report: {
    readonly id: string | null;
    readonly state: ReportState;
    readonly isRequest: boolean;
    readonly arrival: Arrival;
  } | null;
}

/** Whose turn it is: the milestone, and the units that have something to do now. */
export interface StepLine {
  readonly step: Step;
  readonly on: CalendarDate | null;
  readonly unitIds: readonly string[];
}

export interface ProgressBoard {
  readonly forms: Completeness['forms'];
  readonly units: readonly UnitLine[];
  readonly sheets: Measures;
  readonly reports: Measures;
  readonly steps: readonly StepLine[];
}

export interface ProgressWanted {
  readonly period: Period;
  readonly nodeId: string;
  readonly tree: UnitsOfDay;
  readonly day: ReadDay;
  readonly end: Date | null;
  /** Now, or the last instant of the day that is read. */
  readonly at: Date;
}

const isHandedIn = (state: ReportState): boolean => state === 'submitted' || state === 'accepted';

/** Of what was given back the time of its first submission still counts. */
const arrivalOf = (report: Report | undefined): Arrival =>
  report?.isSubmitted ? { isLate: cameLate(report.course) } : null;

/** Completeness of forms, timeliness of forms and reports, and who has the work: of the units a person oversees, or of their own. */
export async function progressBoard(db: Db, actor: Actor, wanted: ProgressWanted): Promise<ProgressBoard> {
  const { period, nodeId, tree, day, end, at } = wanted;
  const under = tree.tree.filter(({ lineage }) => lineage.includes(nodeId));
  const completeness = await completenessOf(
    db,
    under.map(({ id }) => id),
    period,
    end,
  );
  const windows = await windowsAt(db, [period.code], at, end);
  const owners = new Map(completeness.forms.map(({ form }) => [form.id, form.ownerUnitId]));
  const sheets = completeness.sheets
    .filter(({ formId, unitId }) =>
      maySeeSheet(actor, {
        lineage: tree.byId.get(unitId)?.lineage ?? [],
        ownerUnitId: owners.get(formId) ?? '',
      }),
    )
    .map((sheet): SheetLine => {
      const { completed, unitId } = sheet;
      if (!completed) return { ...sheet, arrival: null };
      const { counts } = windowOf(period, completed.at, windows.extensionOf(period.code, unitId), null);
      return { ...sheet, arrival: { isLate: counts === 'late' } };
    });
  const byUnit = Map.groupBy(sheets, ({ unitId }) => unitId);
  const owed = (await owedReports(db, [period], day)).filter(
    ({ unitId }) =>
      tree.byId.get(unitId)?.lineage.includes(nodeId) &&
      seesProgressOf(actor, { lineage: tree.byId.get(unitId)?.lineage ?? [] }),
  );
  const found = await reportsOf(db, { kinds: ['unit', 'sector'], periodCodes: [period.code] }, day);
  const ofUnit = new Map(found.filter(({ kind }) => kind === 'unit').map((one) => [one.unitId, one]));
  const owedBy = new Map(owed.map((one) => [one.unitId, one]));
  const units = under.flatMap(({ id }): UnitLine[] => {
    const [own, due, report] = [byUnit.get(id) ?? [], owedBy.get(id), ofUnit.get(id)];
    if (own.length === 0 && !due) return [];
    return [
      {
        unitId: id,
        sheets: new Map(own.map((sheet) => [sheet.formId, sheet])),
        report: due
          ? {
              id: report?.id ?? null,
              state: report?.state ?? 'owed',
              isRequest: due.isRequest,
              arrival: arrivalOf(report),
            }
          : null,
      },
    ];
  });
  const shown = new Set(sheets.map(({ formId }) => formId));
  return {
    forms: completeness.forms.filter(({ form }) => shown.has(form.id)),
    units,
    sheets: measure(sheets.map(({ arrival }) => arrival)),
    // A body outside the executive may share a report; nobody expects it.
    reports: measure(units.flatMap(({ report }) => (report && !report.isRequest ? [report.arrival] : []))),
    steps: await stepLines(db, actor, wanted, units, found),
  };
}

async function stepLines(
  db: Db,
  actor: Actor,
  { period, tree, end }: ProgressWanted,
  units: readonly UnitLine[],
  reports: readonly Report[],
): Promise<StepLine[]> {
  const seen = (unitId: string): boolean =>
    seesProgressOf(actor, { lineage: tree.byId.get(unitId)?.lineage ?? [] });
  const leads = new Set((await figuresAsked(db, period, end)).map(({ ownerUnitId }) => ownerUnitId));
  const sector = new Map(reports.filter(({ kind }) => kind === 'sector').map((one) => [one.unitId, one]));
  const onOf = (step: Step): CalendarDate | null =>
    period.milestones.find((one) => one.step === step)?.on ?? null;
  const hasSector = onOf('sector') !== null || sector.size > 0;
  const waiting = reports.filter(({ state, unitId }) => state === 'submitted' && seen(unitId));
  return [
    {
      step: 'unit',
      on: onOf('unit'),
      unitIds: units.flatMap(({ unitId, report }) =>
        report && !report.isRequest && !isHandedIn(report.state) ? [unitId] : [],
      ),
    },
    {
      step: 'sector',
      on: onOf('sector'),
      unitIds: hasSector
        ? [...leads].filter((id) => seen(id) && !isHandedIn(sector.get(id)?.state ?? 'owed'))
        : [],
    },
    { step: 'standing', on: onOf('standing'), unitIds: waiting.map(({ unitId }) => unitId) },
  ];
}
