import type { CalendarDate } from '../../../kernel/dates.ts';
import { computeDeadline, type Deadline, type WorkCalendar } from '../../calendar/index.ts';
import {
  type AmendedTask,
  type DueSpec,
  dueOccurrences,
  type IssuedPlan,
  type IssuedTask,
} from '../../plans/index.ts';
import {
  type AssignableUnit,
  acceptingUnitOf,
  type Directory,
  executorsOf,
  type NewAssignment,
} from './assign.ts';
import type { Progress } from './state.ts';

/** One assignment as it stands when its task is amended. */
export interface StandingWork {
  readonly id: string;
  readonly unitId: string;
  readonly occurrence: string;
  readonly isRequest: boolean;
  readonly progress: Progress;
  readonly dueOn: CalendarDate | null;
}

/** One time the task has to be done from the amendment on. */
interface Wanted {
  readonly occurrence: string;
  readonly deadline: Deadline | null;
}

/** What becomes of an assignment whose task is amended. */
export interface KeptWork {
  readonly id: string;
  readonly unitId: string;
  readonly acceptingUnitId: string;
  /** Set where a new due is laid over it: the day before, and what holds from now on. */
  readonly becomes: (Wanted & { readonly from: CalendarDate | null; readonly waitsForEvent: boolean }) | null;
}

export interface AmendedWork {
  readonly added: readonly NewAssignment[];
  readonly kept: readonly KeptWork[];
  readonly dropped: readonly StandingWork[];
}

export interface Amending {
  readonly plan: IssuedPlan['plan'];
  /** The day of the amendment: what it gives out begins with it. */
  readonly amendedOn: CalendarDate;
  /** Units and groups as they stand on that day. */
  readonly directory: Directory;
  readonly calendar: WorkCalendar;
}

const isCase = (work: StandingWork): boolean => /^\d{4}-\d{2}-\d{2}/.test(work.occurrence);

const isSettled = (work: StandingWork): boolean =>
  work.progress === 'accepted' || work.progress === 'not_applicable';

function sameDue(a: DueSpec, b: DueSpec): boolean {
  const key = (due: DueSpec) => JSON.stringify(Object.entries(due).sort(([x], [y]) => (x < y ? -1 : 1)));
  return key(a) === key(b);
}

const sameExecutors = (a: IssuedTask, b: IssuedTask): boolean =>
  a.leadUnitId === b.leadUnitId &&
  a.leadGroup === b.leadGroup &&
  a.executors === b.executors &&
  a.executorGroup === b.executorGroup &&
  [...a.chosenUnitIds].sort().join() === [...b.chosenUnitIds].sort().join();

function occurrencesFrom(due: DueSpec, { plan, amendedOn }: Amending) {
  const { year: planYear, regularPeriod } = plan;
  return dueOccurrences(due, { planYear, issuedOn: amendedOn, regularPeriod });
}

/**
 * What an amended task does to its work. Work of units that no longer carry it out is dropped unless it was accepted; units
 * that are new to it get what is due from the day of the amendment on; of the others each occurrence finds its new day. What
 * was due before the amendment in a regular rhythm stays owed under the version that was in force then, and so do cases.
 */
export function amendedWork(
  change: AmendedTask,
  standing: readonly StandingWork[],
  amending: Amending,
): AmendedWork {
  const { after } = change;
  const ofUnit = Map.groupBy(standing, (work) => work.unitId);
  const units = unitsAfter(change, standing, amending.directory);
  const staying = new Set(units.map((unit) => unit.id));
  const added: NewAssignment[] = [];
  const kept: KeptWork[] = [];
  const dropped = standing.filter((work) => !staying.has(work.unitId) && work.progress !== 'accepted');
  if (after === null) return { added, kept, dropped };
  const waitsForEvent = after.due.type === 'event';
  const wanted = occurrencesFrom(after.due, amending).map(
    ({ key, expression }): Wanted => ({
      occurrence: key,
      deadline: expression && computeDeadline(expression, amending.calendar),
    }),
  );
  for (const unit of units) {
    const own = ofUnit.get(unit.id) ?? [];
    const acceptingUnitId = acceptingUnitOf(amending.plan, after, unit.id);
    const placed = placeOf(own, wanted, change, amending);
    dropped.push(...placed.dropped);
    for (const one of placed.added)
      added.push({
        ...one,
        taskId: after.id,
        unitId: unit.id,
        dimension: after.dimension,
        acceptingUnitId,
        isRequest: unit.outside,
        waitsForEvent,
      });
    for (const [work, becomes] of placed.kept)
      kept.push({
        id: work.id,
        unitId: unit.id,
        acceptingUnitId,
        becomes: becomes === null || isSettled(work) ? null : { ...becomes, from: work.dueOn, waitsForEvent },
      });
  }
  return { added, kept, dropped };
}

/** Who carries the task out from now on. Where the amendment says nothing of it, nobody new comes in and nobody goes. */
function unitsAfter(
  { before, after }: AmendedTask,
  standing: readonly StandingWork[],
  directory: Directory,
): AssignableUnit[] {
  if (after === null) return [];
  if (before === null || !sameExecutors(before, after)) return executorsOf(after, directory);
  const units = new Map(standing.map((work) => [work.unitId, work.isRequest]));
  return [...units].map(([id, outside]) => ({ id, outside }));
}

interface Placed {
  readonly kept: [StandingWork, Wanted | null][];
  readonly dropped: StandingWork[];
  readonly added: readonly Wanted[];
}

/** What is done once stays one piece of work, whatever its new day is called; finished, it is not given out again. */
function singleOf(own: readonly StandingWork[], key: string | undefined): StandingWork | undefined {
  const once = own.filter((work) => !isCase(work));
  return once.find((work) => work.occurrence === key) ?? once.find(isSettled);
}

/** Lays the occurrences of the due over the work of one unit. */
function placeOf(
  own: readonly StandingWork[],
  wanted: readonly Wanted[],
  { before, after }: AmendedTask,
  amending: Amending,
): Placed {
  if (own.length === 0 || before === null || after === null) return { kept: [], dropped: [], added: wanted };
  if (sameDue(before.due, after.due))
    return { kept: own.map((work) => [work, null]), dropped: [], added: [] };
  const wasRegular = before.due.type === 'recurring';
  const isSingle = !wasRegular && after.due.type !== 'recurring';
  const single = isSingle ? singleOf(own, occurrencesFrom(before.due, amending)[0]?.key) : undefined;
  const open = new Map(wanted.map((one) => [one.occurrence, one]));
  const kept: [StandingWork, Wanted | null][] = [];
  const dropped: StandingWork[] = [];
  for (const work of own) {
    const same = isSingle ? (work === single ? wanted[0] : undefined) : open.get(work.occurrence);
    const isPast = wasRegular && work.dueOn !== null && work.dueOn < amending.amendedOn;
    if (same) {
      kept.push([work, same]);
      open.delete(same.occurrence);
    } else if (isSingle || isCase(work) || isSettled(work) || isPast) kept.push([work, null]);
    else dropped.push(work);
  }
  return { kept, dropped, added: [...open.values()] };
}

type Counted = 'added' | 'changed' | 'moved' | 'dropped';

export interface UnitChange extends Readonly<Record<Counted, number>> {
  readonly unitId: string;
  readonly isRequest: boolean;
}

/** What the amendment changed for each unit, counted in assignments. `requests` are the units that are asked. */
export function changesPerUnit(works: readonly AmendedWork[], requests: ReadonlySet<string>): UnitChange[] {
  const units = new Map<string, Record<Counted, number>>();
  const count = (unitId: string, what: Counted): void => {
    const unit = units.get(unitId) ?? { added: 0, changed: 0, moved: 0, dropped: 0 };
    unit[what] += 1;
    units.set(unitId, unit);
  };
  for (const { added, kept, dropped } of works) {
    for (const { unitId } of added) count(unitId, 'added');
    for (const { unitId, becomes } of kept)
      count(unitId, becomes && (becomes.deadline?.on ?? null) !== becomes.from ? 'moved' : 'changed');
    for (const { unitId } of dropped) count(unitId, 'dropped');
  }
  return [...units].map(([unitId, counts]) => ({ unitId, isRequest: requests.has(unitId), ...counts }));
}
