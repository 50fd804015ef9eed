import { type CalendarDate, endOfDay } from '../../../kernel/dates.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Reading, type TaskWork, workByTask } from '../../assignments/index.ts';
import {
  allResults,
  type EditionPart,
  homeProvince,
  type Loss,
  lossesOf,
  type PlaceResult,
  type YearResults,
} from '../../papi/index.ts';
import type { Plan } from '../../plans/index.ts';
import { type Movement, movementOf } from '../domain/moved.ts';
import { type NamedOwner, type Owner, ownerOf } from '../domain/owner.ts';
import { isInForce } from '../edition.ts';
import { scoringErrors } from '../errors.ts';
import { type Cause, causesOf, newestCauses } from './causes.ts';
import { namedOwners } from './owners.ts';
import { planInForce, planOfYear } from './plan-in-force.ts';

/** The province whose scores are read, and the results of a year with those before it. */
export interface Scores {
  readonly year: number;
  /** Years with results known on the day, the newest first. */
  readonly years: readonly number[];
  readonly place: PlaceResult | undefined;
  readonly placeCode: string;
  readonly placeName: string;
  readonly results: YearResults;
  readonly past: readonly YearResults[];
}

/** How much work stands how. */
export interface WorkCount {
  readonly tasks: number;
  /** Assignments that apply. */
  readonly work: number;
  readonly accepted: number;
  readonly overdue: number;
}

/** One part of the year's edition with all that hangs on it. */
export interface PartLine {
  readonly part: EditionPart;
  /** `null` where the place has no score in it. */
  readonly loss: Loss | null;
  /** Still measured: has owners, and tasks can be drafted for it. */
  readonly isInForce: boolean;
  readonly owner: Owner | null;
  readonly tasks: readonly TaskWork[];
  readonly count: WorkCount;
  /** The same of the plan whose work was done in the year of the score. */
  readonly countOfYear: WorkCount;
  /** It loses points, and no task of the plan in force carries its code. */
  readonly isUncovered: boolean;
  readonly movement: Movement;
  readonly cause: Cause | undefined;
}

export interface Analysis extends Scores {
  readonly plan: Plan | undefined;
  readonly lines: readonly PartLine[];
  /** Tasks of the plan in force whose code is not measured any more. */
  readonly strayTasks: readonly TaskWork[];
  readonly owners: readonly NamedOwner[];
  readonly planTasks: readonly TaskWork[];
  /** The program holds work of the year of the score. */
  readonly hasWorkOfYear: boolean;
}

/**
 * The scores of the home province in a year, the latest known on the day unless one is named. `undefined` where the province
 * of the tenant is not known; throws `scoring.no_results` for a year without results.
 */
export async function scoresOf(
  db: Db,
  reading: Reading,
  wanted: number | undefined,
): Promise<Scores | undefined> {
  const day = reading.day.today;
  const home = await homeProvince(db, day);
  const all = await allResults(db, day);
  const latest = all.at(-1);
  if (home === null || latest === undefined) return undefined;
  const year = wanted ?? latest.year;
  const results = all.find((one) => one.year === year);
  ensure(results, scoringErrors.no_results);
  return {
    year,
    years: all.map((one) => one.year).reverse(),
    placeCode: home.code,
    placeName: home.vi,
    place: results.places.get(home.code),
    results,
    past: all.filter((one) => one.year < year),
  };
}

export function countOf(tasks: readonly TaskWork[]): WorkCount {
  let [work, accepted, overdue] = [0, 0, 0];
  for (const { states } of tasks)
    for (const [state, count] of Object.entries(states)) {
      if (state === 'not_applicable') continue;
      work += count;
      if (state === 'accepted' || state === 'accepted_late') accepted += count;
      if (state === 'overdue') overdue += count;
    }
  return { tasks: tasks.length, work, accepted, overdue };
}

/** Everything that hangs on the parts of a year: a constant number of statements. */
export async function analysisOf(
  db: Db,
  reading: Reading,
  wanted: number | undefined,
): Promise<Analysis | undefined> {
  const scores = await scoresOf(db, reading, wanted);
  if (!scores) return undefined;
  const { day, scope } = reading;
  const asOf = instantOf(day.asOf);
  const plan = await planInForce(db, day.today, day.asOf);
  const planTasks = plan ? await workByTask(db, plan.id, scope, day) : [];
  const yearPlanId = await planOfYear(db, scores.year);
  const yearTasks =
    yearPlanId === undefined
      ? []
      : yearPlanId === plan?.id
        ? planTasks
        : await workByTask(db, yearPlanId, scope, day);
  const owners = await namedOwners(db, asOf);
  const causes = newestCauses(await causesOf(db, { year: scores.year, asOf }));
  const losses = lossesOf(scores.results, scores.placeCode, scores.results.edition.parts.keys(), scores.past);
  const lossOf = new Map(losses.map((loss) => [loss.code, loss]));
  const lines = [...scores.results.edition.parts.values()].map((part): PartLine => {
    const { code } = part;
    const loss = lossOf.get(code) ?? null;
    const tasks = planTasks.filter(({ subDimension }) => subDimension === code);
    const done = countOf(yearTasks.filter(({ subDimension }) => subDimension === code));
    const before = loss === null || loss.change === null ? null : loss.value - loss.change;
    return {
      part,
      loss,
      isInForce: isInForce(code),
      owner: isInForce(code) ? ownerOf(owners, planTasks, code, day.today) : null,
      tasks,
      count: countOf(tasks),
      countOfYear: done,
      isUncovered:
        plan !== undefined && isInForce(code) && (loss?.againstBest ?? 0) > 0 && tasks.length === 0,
      movement: movementOf({ ...done, score: loss?.value ?? null, before }),
      cause: causes.get(code),
    };
  });
  return {
    ...scores,
    plan,
    lines,
    owners,
    planTasks,
    strayTasks: planTasks.filter(({ subDimension }) => subDimension !== null && !isInForce(subDimension)),
    hasWorkOfYear: yearTasks.length > 0,
  };
}

export const instantOf = (asOf: CalendarDate | null): Date | null => (asOf === null ? null : endOfDay(asOf));
