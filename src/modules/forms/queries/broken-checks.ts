import type { Actor } from '../../../kernel/authz.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type BrokenCheck, type CellToWrite, maySeeValue } from '../../figures/index.ts';
import { periodsByCodes } from '../../periods/index.ts';
import { type PlacedUnit, unitsOnDays } from '../../units/index.ts';
import type { CompiledCheck } from '../domain/compiled.ts';
import { cellsOfCheck } from '../domain/expr.ts';
import type { ReadyForm } from '../domain/sheet.ts';
import { byUnitAndPeriod, figuresShown, writtenAt } from '../domain/touched-figures.ts';
import { formLimits } from '../limits.ts';
import { maySeeSheet } from '../policy.ts';
import { isFormAsked } from './forms-for.ts';
import { readyForms } from './ready.ts';
import { readSheets, type SheetPeriod } from './sheets.ts';

/** Sheets of one period that show a figure that was touched. */
interface Around {
  readonly period: SheetPeriod;
  readonly ready: readonly ReadyForm[];
  readonly unitIds: readonly string[];
  /** Form and unit of each. */
  readonly pairs: ReadonlySet<string>;
}

/**
 * The checks broken in the sheets that these cells stand in, errors first: of forms that the unit is asked, as far as the actor sees
 * the cells that a check looks at. `null` for more sheets than `most`. One statement, and at most seven for a period.
 */
export async function brokenChecks(
  db: Db,
  actor: Actor,
  cells: readonly CellToWrite[],
  pending: boolean,
  most = formLimits.judged_sheets,
): Promise<BrokenCheck[] | null> {
  if (cells.length === 0) return [];
  const around = await sheetsAround(db, cells);
  if (around.reduce((sum, { pairs }) => sum + pairs.size, 0) > most) return null;
  const written = writtenAt(pending ? cells : []);
  const found: BrokenCheck[] = [];
  for (const { period, ready, unitIds, pairs } of around)
    for (const sheet of await readSheets(db, ready, { unitIds, period, asOf: null })) {
      if (!pairs.has(`${sheet.ready.form.id} ${sheet.unit.id}`)) continue;
      const { broken } = sheet.make((...key) => written(key, () => true));
      for (const check of broken)
        if (maySeeCheck(actor, sheet.ready, sheet.unit, check))
          found.push(told(sheet.ready, sheet.unit.id, period.code, check));
    }
  const errors = found.filter((one) => one.severity === 'error');
  return [...errors, ...found.filter((one) => one.severity === 'warning')];
}

async function sheetsAround(db: Db, cells: readonly CellToWrite[]): Promise<Around[]> {
  const touched = byUnitAndPeriod(cells);
  const figures = new Set(cells.map((cell) => cell.figureId));
  const around: Around[] = [];
  for (const period of await periodsByCodes(db, [...touched.keys()])) {
    const units = touched.get(period.code);
    const forms = (await readyForms(db, period)).filter(
      ({ compiled }) => !figuresShown(compiled).isDisjointFrom(figures),
    );
    if (!units || forms.length === 0) continue;
    const placed = await unitsOnDays(db, [...units.keys()], [period.toOn]);
    const pairs = new Set<string>();
    const asked = new Set<string>();
    const used = forms.filter((ready) => {
      const shown = figuresShown(ready.compiled);
      const own = placed.filter(
        (unit) =>
          units.get(unit.id)?.some(({ figureId }) => shown.has(figureId)) && isFormAsked(ready, unit, period),
      );
      for (const { id } of own) {
        pairs.add(`${ready.form.id} ${id}`);
        asked.add(id);
      }
      return own.length > 0;
    });
    if (used.length > 0) around.push({ period, ready: used, unitIds: [...asked], pairs });
  }
  return around;
}

/** Whether a check holds says something of every cell it looks at: who sees the sheet is told, and who sees all of these. */
function maySeeCheck(
  actor: Actor,
  { form, compiled, definitions }: ReadyForm,
  { lineage }: PlacedUnit,
  check: CompiledCheck,
): boolean {
  if (maySeeSheet(actor, { lineage, ownerUnitId: form.ownerUnitId })) return true;
  const keys = new Set(cellsOfCheck(check));
  return compiled.cells.every((cell) => {
    // What a formula is computed from is looked at itself.
    if (!keys.has(cell.key) || cell.kind === 'formula') return true;
    const definition = cell.figure && definitions.get(cell.figure.code);
    return definition ? maySeeValue(actor, { lineage, ownerUnitId: definition.ownerUnitId }) : false;
  });
}

function told(
  { form, compiled }: ReadyForm,
  unitId: string,
  periodCode: string,
  check: CompiledCheck,
): BrokenCheck {
  const figures = new Map(compiled.cells.map((cell) => [cell.key, cell.figure?.code ?? null]));
  const { key, severity, message } = check;
  return {
    form: { code: form.code, title: form.title },
    unitId,
    periodCode,
    check: key,
    severity,
    message,
    cells: cellsOfCheck(check).map((cell) => ({ cell, figure: figures.get(cell) ?? null })),
  };
}
