import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Figure, type FigureValue, isAskedFor, isEnteredBy, valuesOf } from '../../figures/index.ts';
import {
  formatCode,
  type PeriodCode,
  type PeriodKind,
  parseCode,
  previousCode,
  sameLastYear,
} from '../../periods/index.ts';
import { type PlacedUnit, unitsOnDays } from '../../units/index.ts';
import { assembleSheet, type SheetFacts, type SheetPeriods } from '../domain/assemble.ts';
import type { ReadyForm, Sheet } from '../domain/sheet.ts';
import { type FreeCell, freeCellsOf } from '../store/cells.ts';
import { storedSheets } from '../store/sheets.ts';

/** A period as this room needs it. */
export interface SheetPeriod {
  readonly code: string;
  readonly kind: PeriodKind;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
}

export interface SheetsWanted {
  readonly unitIds: readonly string[];
  readonly period: SheetPeriod;
  /** As recorded before this instant; `null` for what stands now. */
  readonly asOf: Date | null;
}

/** Which other periods the cells of a sheet look at. */
export function periodsOfSheet(code: string): SheetPeriods {
  const parsed = parseCode(code);
  if (!parsed) return { this: code, prev: null, same: null, sinceNewYear: [code] };
  return {
    this: code,
    prev: formatCode(previousCode(parsed)),
    same: formatCode(sameLastYear(parsed)),
    sinceNewYear: untilNow(parsed),
  };
}

function untilNow(code: PeriodCode): string[] {
  if (code.kind === 'window' || code.kind === 'year') return [formatCode(code)];
  return Array.from({ length: code.index }, (_, before) => formatCode({ ...code, index: before + 1 }));
}

/** Sheets of one form for any number of units, in the order of the units, in four statements. */
export function sheetsOf(db: Db, ready: ReadyForm, wanted: SheetsWanted): Promise<Sheet[]> {
  return sheetsOfForms(db, [ready], wanted);
}

/**
 * Sheets of any number of forms and units, form by form, in four statements. A unit that did not stand on the last day of the
 * period has none.
 */
export async function sheetsOfForms(
  db: Db,
  ready: readonly ReadyForm[],
  wanted: SheetsWanted,
): Promise<Sheet[]> {
  return (await readSheets(db, ready, wanted)).map((one) => one.make());
}

/** What a figure is to say instead of what stands, `null` where it is emptied; `undefined` where it stays. */
export type Instead = (figureId: string, unitId: string, periodCode: string) => Figure | null | undefined;

/** All that a sheet is made of. */
export interface ReadSheet {
  readonly ready: ReadyForm;
  readonly unit: PlacedUnit;
  make(instead?: Instead): Sheet;
}

/** What sheets are made of, form by form, in four statements: to see them as they are, and as they would be. */
export async function readSheets(
  db: Db,
  ready: readonly ReadyForm[],
  wanted: SheetsWanted,
): Promise<ReadSheet[]> {
  const { unitIds, period, asOf } = wanted;
  const periods = periodsOfSheet(period.code);
  const isSummed = ready.some(({ compiled }) =>
    compiled.cells.some((cell) => cell.figure?.relation === 'cumulative'),
  );
  const since = isSummed ? periods.sinceNewYear : [];
  const codes = [...new Set([periods.this, periods.prev, periods.same, ...since])].filter(
    (code) => code !== null,
  );
  const formIds = ready.map((one) => one.form.id);
  const figureIds = [...new Set(ready.flatMap((one) => [...one.definitions.values()].map(({ id }) => id)))];
  const placed = await unitsOnDays(db, unitIds, [period.toOn]);
  const figures = await valuesOf(db, { figureIds, unitIds, periodCodes: codes, asOf });
  const free = await freeCellsOf(db, { formIds, unitIds, periodCodes: codes, asOf });
  const stored = await storedSheets(db, { formIds, unitIds, periodCode: period.code, asOf });
  const units = new Map(placed.map((unit) => [unit.id, unit]));
  const figureAt = new Map(figures.map((one) => [`${one.figureId} ${one.unitId} ${one.periodCode}`, one]));
  const freeAt = new Map(
    free.map((one) => [`${one.formId} ${one.unitId} ${one.periodCode} ${one.key}`, one]),
  );
  const sheetAt = new Map(stored.map((one) => [`${one.formId} ${one.unitId}`, one]));
  return ready.flatMap((one) =>
    unitIds.flatMap((unitId) => {
      const unit = units.get(unitId);
      if (!unit) return [];
      const sheet = sheetAt.get(`${one.form.id} ${unitId}`) ?? null;
      const found = { figureAt, freeAt, sheet };
      return {
        ready: one,
        unit,
        make: (instead) => assembleSheet(one, factsOf(one, unit, period, periods, found, instead)),
      };
    }),
  );
}

interface Found {
  readonly figureAt: ReadonlyMap<string, FigureValue>;
  readonly freeAt: ReadonlyMap<string, FreeCell>;
  readonly sheet: SheetFacts['stored'];
}

/** Of a value that is not written yet. */
const unsaid = {
  revision: 0,
  byName: '',
  byUnitId: null,
  changedAt: new Date(0),
  isLate: false,
  via: 'api',
} as const;

function factsOf(
  ready: ReadyForm,
  unit: PlacedUnit,
  period: SheetPeriod,
  periods: SheetPeriods,
  { figureAt, freeAt, sheet }: Found,
  instead: Instead | undefined,
): SheetFacts {
  return {
    unitId: unit.id,
    periods,
    figure(figureId, code) {
      const stands = figureAt.get(`${figureId} ${unit.id} ${code}`);
      const value = instead?.(figureId, unit.id, code);
      if (value === undefined) return stands;
      return value === null ? undefined : { ...(stands ?? unsaid), value };
    },
    free: (key, code) => freeAt.get(`${ready.form.id} ${unit.id} ${code} ${key}`),
    isAsked(code) {
      const definition = ready.definitions.get(code);
      return (
        definition !== undefined && isAskedFor(definition, period) && isEnteredBy(definition.enteredBy, unit)
      );
    },
    stored: sheet,
  };
}
