import { formatDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import { ensure } from '../../kernel/errors.ts';
import { completenessOf } from '../forms/index.ts';
import { type Period, periodByCode, type Window, windowFor } from '../periods/index.ts';
import { type Plan, planById } from '../plans/index.ts';
import { unitById } from '../units/index.ts';
import { readCollectedMaterial } from './collected.ts';
import { type AskedSheet, isPartWanted, type Lack, lacksOf } from './domain/complete.ts';
import { type ContentParts, contentOf } from './domain/content.ts';
import type { ReportContent } from './domain/document.ts';
import type { Signed } from './domain/event-facts.ts';
import { listedLines } from './domain/lines.ts';
import type { CollectedMaterial, UnitMaterial } from './domain/material.ts';
import type { PartKey } from './domain/parts.ts';
import { type PartView, partViews } from './domain/parts-view.ts';
import { type Proposal, propose } from './domain/propose.ts';
import { proposeCollected } from './domain/propose-collected.ts';
import { isCollected } from './domain/report.ts';
import { partOf } from './domain/topic.ts';
import { reportErrors } from './errors.ts';
import { readUnitMaterial } from './material.ts';
import { editsOf } from './queries/edits.ts';
import { endOfReading, type ReadDay, type Report } from './queries/reports.ts';

type Material =
  | { readonly kind: 'unit'; readonly material: UnitMaterial }
  | { readonly kind: 'collected'; readonly material: CollectedMaterial };

/** A report with all that it is made from, as it stands or stood on the day that is read. */
export interface ReportScene {
  readonly report: Report;
  readonly period: Period;
  readonly plan: Plan;
  readonly window: Window;
  readonly unitName: string;
  /** The body above, as the paper names it; `null` for a committee. */
  readonly superior: string | null;
  readonly material: Material;
  readonly parts: readonly PartView[];
  /** Parts about which there is work or a figure. */
  readonly told: ReadonlySet<PartKey>;
  readonly lacks: readonly Lack[];
}

/** The period and the plan of a report, and how its unit is called. Throws `reports.not_found` when one is gone. */
async function placeOfReport(db: Db, report: Pick<Report, 'periodCode' | 'planId' | 'unitId'>, day: ReadDay) {
  const period = await periodByCode(db, report.periodCode, endOfReading(day.asOf));
  const plan = await planById(db, report.planId, day.today);
  ensure(period && plan, reportErrors.not_found);
  const on = period.toOn < day.today ? period.toOn : day.today;
  const unit = await unitById(db, report.unitId, on);
  const above = unit?.parentId == null ? undefined : await unitById(db, unit.parentId, on);
  return {
    period,
    plan,
    unitName: unit?.name ?? '',
    superior: unit?.kind === 'ubnd' ? null : (above?.name ?? null),
  };
}

async function readMaterial(
  db: Db,
  report: Report,
  place: { readonly period: Period; readonly plan: Plan; readonly unitName: string },
  day: ReadDay,
): Promise<Material> {
  return isCollected(report.kind)
    ? { kind: 'collected', material: await readCollectedMaterial(db, report, place, day) }
    : { kind: 'unit', material: await readUnitMaterial(db, report, place, day) };
}

const proposalOf = (one: Material): Proposal =>
  one.kind === 'unit' ? propose(one.material) : proposeCollected(one.material);

function toldParts({ material: { work, figures } }: Material): Set<PartKey> {
  return new Set([
    ...work.map(partOf),
    ...figures.map(({ dimension, name }) => partOf({ dimension, words: name })),
  ]);
}

/** The forms that a unit fills for the period, with whether it said that they are whole. */
async function sheetsOf(db: Db, report: Report, period: Period, asOf: Date | null): Promise<AskedSheet[]> {
  if (report.kind !== 'unit' || report.isRequest) return [];
  const { forms, sheets } = await completenessOf(db, [report.unitId], period, asOf);
  const named = new Map(forms.map(({ form }) => [form.id, form]));
  return sheets.map(({ formId, state }) => {
    const { code = '', title = '' } = named.get(formId) ?? {};
    return { formId, code, title, isConfirmed: state === 'complete' };
  });
}

/** Reads a report with everything it is made from; the number of statements does not grow with it. */
export async function readScene(db: Db, report: Report, now: Date, day: ReadDay): Promise<ReportScene> {
  const place = await placeOfReport(db, report, day);
  const window = await windowFor(db, place.period.id, report.unitId, now);
  ensure(window, reportErrors.not_found);
  const material = await readMaterial(db, report, place, day);
  const parts = partViews(proposalOf(material), await editsOf(db, report.id, endOfReading(day.asOf)));
  const told = toldParts(material);
  const lacks = lacksOf({
    kind: report.kind,
    isRequest: report.isRequest,
    words: new Map(parts.map(({ part, words }) => [part, words])),
    told,
    figures: material.material.figures,
    sheets: await sheetsOf(db, report, place.period, endOfReading(day.asOf)),
  });
  return { report, ...place, window, material, parts, told, lacks };
}

/** Parts that are written about: those of contents in which the unit has nothing are left out until somebody writes there. */
export function shownParts({ parts, told }: Pick<ReportScene, 'parts' | 'told'>): PartView[] {
  return parts.filter(({ part, words }) => words.trim() !== '' || isPartWanted(part, told));
}

/** The report as it would be frozen now, signed or still unsigned. */
export function contentOfScene(scene: ReportScene, signed: Signed | null): ReportContent {
  const { report, superior, parts, told, material } = scene;
  const { material: made } = material;
  const own = parts.find(({ part }) => part === 'recommendations')?.words ?? '';
  const given: ContentParts = {
    kind: report.kind,
    isRequest: report.isRequest,
    superior,
    frame: made,
    signed,
    parts,
    told,
    work: made.work,
    figures: made.figures,
    units: material.kind === 'unit' ? [] : unitRows(material.material),
    recommendations:
      material.kind === 'unit'
        ? listedLines(own).map((words) => ({ unitId: made.unit.id, unitName: made.unit.name, words }))
        : material.material.units.flatMap(({ unitId, name, recommendations }) =>
            recommendations.map((words) => ({ unitId, unitName: name, words })),
          ),
  };
  return contentOf(given);
}

function unitRows({ units }: CollectedMaterial): ReportContent['units'] {
  return units.map(({ unitId, name, isRequest, outcome, isAccepted, submittedOn, hash }) => ({
    unitId,
    name,
    isRequest,
    outcome,
    isAccepted,
    submittedAt: submittedOn === null ? null : formatDate(submittedOn),
    hash,
  }));
}
