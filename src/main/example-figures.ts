import { enteredOn, enteredShare, exampleReporting, exampleValue } from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import { type Actor, systemActor } from '../kernel/authz.ts';
import { addDays, type CalendarDate } from '../kernel/dates.ts';
import type { Tx } from '../kernel/db/database.ts';
import {
  definitionsOf,
  type FigureDefinition,
  isAskedFor,
  isEnteredBy,
  loadCatalog,
  type SaveRow,
  saveValues,
} from '../modules/figures/index.ts';
import { loadFormCatalog } from '../modules/forms/index.ts';
import { makePeriod, periodByCode } from '../modules/periods/index.ts';
import { type Unit, unitsOnDays } from '../modules/units/index.ts';

type ContextAt = (day: CalendarDate, actor?: Actor) => CommandContext;

/** Loads the figures of the plan and the forms that ask them, and what units have entered: all of a year ago, and of the running half-year what they have. */
export async function enterFigures(
  tx: Tx,
  units: readonly Unit[],
  clerkOf: (unitId: string) => Actor,
  contextAt: ContextAt,
): Promise<void> {
  const { lastYear } = exampleReporting;
  await loadCatalog(contextAt(lastYear.from), tx);
  await loadFormCatalog(contextAt(lastYear.from), tx);
  await makePeriod(contextAt(lastYear.from), tx, {
    kind: 'half',
    name: '',
    fromOn: lastYear.from,
    toOn: lastYear.to,
    cutOffOn: null,
    due: { v: 1, type: 'by', date: lastYear.due },
    lockOn: null,
  });
  await enterAll(tx, units, contextAt(lastYear.enteredOn, systemActor), lastYear.code);
  await enterRunning(tx, units, clerkOf, contextAt);
}

interface Asked {
  readonly unit: Unit;
  readonly figures: readonly FigureDefinition[];
}

async function askedFor(tx: Tx, units: readonly Unit[], code: string): Promise<Asked[]> {
  const period = await periodByCode(tx, code);
  if (!period) throw new Error(`the example has no period ${code}`);
  const placed = await unitsOnDays(
    tx,
    units.map(({ id }) => id),
    [period.toOn],
  );
  const byId = new Map(placed.map((unit) => [unit.id, unit]));
  const figures = (await definitionsOf(tx)).filter((figure) => isAskedFor(figure, period));
  return units.flatMap((unit) => {
    const facts = byId.get(unit.id);
    const own = facts ? figures.filter(({ enteredBy }) => isEnteredBy(enteredBy, facts)) : [];
    return own.length > 0 ? [{ unit, figures: own }] : [];
  });
}

const rowOf = ({ unit }: Asked, figure: FigureDefinition, periodCode: string): SaveRow => ({
  figureId: figure.id,
  unitId: unit.id,
  periodCode,
  value: exampleValue(figure, unit.key, periodCode),
});

async function enterAll(
  tx: Tx,
  units: readonly Unit[],
  context: CommandContext,
  code: string,
): Promise<void> {
  const asked = await askedFor(tx, units, code);
  const rows = asked.flatMap((one) => one.figures.map((figure) => rowOf(one, figure, code)));
  await saved(context, tx, rows, 'import');
}

/** Day by day, each unit by its own clerk. */
async function enterRunning(
  tx: Tx,
  units: readonly Unit[],
  clerkOf: (unitId: string) => Actor,
  contextAt: ContextAt,
): Promise<void> {
  const { code, enteredFrom, days } = exampleReporting.running;
  for (const one of await askedFor(tx, units, code)) {
    const share = enteredShare(one.unit.key);
    const many = Math.floor((one.figures.length * share) / 100);
    const byDay = Map.groupBy(one.figures.slice(0, many), (figure) => enteredOn(one.unit.key, figure.code));
    // A unit enters on a few days: what is left of a day goes to its first.
    for (let day = 0; day < days; day += 4) {
      const figures = [0, 1, 2, 3].flatMap((n) => byDay.get(day + n) ?? []);
      const context = contextAt(addDays(enteredFrom, day), clerkOf(one.unit.id));
      const rows = figures.map((figure) => rowOf(one, figure, code));
      if (rows.length > 0) await saved(context, tx, rows, 'page');
    }
  }
}

async function saved(
  context: CommandContext,
  tx: Tx,
  rows: readonly SaveRow[],
  via: 'page' | 'import',
): Promise<void> {
  const outcome = await saveValues(context, tx, { rows, via, whole: true });
  if (!outcome.applied) {
    const refused = outcome.rows.find((row) => row.outcome === 'problem');
    throw new Error(`the example’s figures were refused: ${JSON.stringify(refused)}`);
  }
}
