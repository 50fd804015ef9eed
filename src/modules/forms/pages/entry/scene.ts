import type { CalendarDate } from '../../../../kernel/dates.ts';
import type { Db } from '../../../../kernel/db/database.ts';
import { ensure } from '../../../../kernel/errors.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { mayEnterForUnit } from '../../../figures/index.ts';
import { inTimeUntil, type Period, periodByCode, type Window, windowsAt } from '../../../periods/index.ts';
import { type PlacedUnit, unitsOnDays } from '../../../units/index.ts';
import type { CompiledCell } from '../../domain/compiled.ts';
import type { ReadyForm, Sheet } from '../../domain/sheet.ts';
import { formErrors } from '../../errors.ts';
import { mayComplete, maySeeSheet } from '../../policy.ts';
import { isFormAsked } from '../../queries/forms-for.ts';
import { readyForm } from '../../queries/ready.ts';
import { type SheetRemark, sheetRemarks } from '../../queries/remarks.ts';
import { sheetsOf } from '../../queries/sheets.ts';

/** A form for a period, as a page of entry reads it. */
export interface FormScene {
  readonly period: Period;
  readonly ready: ReadyForm;
}

/** One unit's sheet with what this person may do to it. */
export interface UnitScene {
  readonly unit: PlacedUnit;
  readonly sheet: Sheet;
  readonly window: Window;
  /** The last day in time, an extension included. */
  readonly inTimeOn: CalendarDate;
  /** Enters in the unit's own name. */
  readonly isOwn: boolean;
  readonly remarks: readonly SheetRemark[];
  /** The cells that this person may enter now. */
  readonly entered: ReadonlySet<string>;
}

export interface SheetScene extends FormScene, UnitScene {}

export interface SheetParams {
  readonly unitId: string;
  readonly period: string;
  readonly formId: string;
}

export async function formScene(db: Db, formId: string, periodCode: string): Promise<FormScene> {
  const period = await periodByCode(db, periodCode);
  ensure(period, formErrors.not_found);
  const ready = await readyForm(db, formId, period);
  ensure(ready, formErrors.no_version, { period: period.name });
  return { period, ready };
}

/** The sheets of those of the units that fill the form and that this person may see, in the order given; eight statements. */
export async function unitScenes(
  context: RequestContext,
  db: Db,
  { period, ready }: FormScene,
  unitIds: readonly string[],
): Promise<UnitScene[]> {
  const { actor, now } = context;
  const { ownerUnitId } = ready.form;
  const placed = new Map((await unitsOnDays(db, unitIds, [period.toOn])).map((unit) => [unit.id, unit]));
  const units = unitIds.flatMap((id) => placed.get(id) ?? []);
  const seen = units.filter(
    (unit) => maySeeSheet(actor, { lineage: unit.lineage, ownerUnitId }) && isFormAsked(ready, unit, period),
  );
  const ids = seen.map((unit) => unit.id);
  const windows = await windowsAt(db, [period.code], now);
  const sheets = await sheetsOf(db, ready, { unitIds: ids, period, asOf: null });
  const remarks = await sheetRemarks(db, ready, ids, period.code);
  return seen.flatMap((unit) => {
    const sheet = sheets.find((one) => one.unitId === unit.id);
    const window = windows.of(period.code, unit.id);
    if (!sheet || !window) return [];
    const isOwn = mayComplete(actor, unit);
    const entered = ready.compiled.cells.filter(
      (cell) => window.mayEnter && entersCell(context, ready, unit, sheet, isOwn, cell),
    );
    return [
      {
        unit,
        sheet,
        window,
        inTimeOn: inTimeUntil(period, windows.extensionOf(period.code, unit.id)),
        isOwn,
        remarks: remarks.filter((one) => one.unitId === unit.id),
        entered: new Set(entered.map(({ key }) => key)),
      },
    ];
  });
}

function entersCell(
  { actor }: RequestContext,
  ready: ReadyForm,
  unit: PlacedUnit,
  sheet: Sheet,
  isOwn: boolean,
  cell: CompiledCell,
): boolean {
  const shown = sheet.cells[cell.key];
  if (cell.input === null || !shown?.asked) return false;
  if (isOwn) return true;
  const ownerUnitId = cell.figure
    ? (ready.definitions.get(cell.figure.code)?.ownerUnitId ?? '')
    : ready.form.ownerUnitId;
  // What the unit itself said is not replaced by others.
  const isSaid = shown.value !== null && shown.byUnitId === unit.id;
  return !isSaid && mayEnterForUnit(actor, { lineage: unit.lineage, ownerUnitId });
}

/** One sheet; `forms.not_found` also where it is not the person's to see. */
export async function sheetScene(
  context: RequestContext,
  params: SheetParams,
  db: Db = context.db,
): Promise<SheetScene> {
  const form = await formScene(db, params.formId, params.period);
  const [unit] = await unitScenes(context, db, form, [params.unitId]);
  ensure(unit, formErrors.not_found);
  return { ...form, ...unit };
}
