import {
  type ExampleEvent,
  type ExampleLine,
  type ExampleUnitPlan,
  exampleLine,
  exampleUnitPlan,
} from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import type { Actor } from '../kernel/authz.ts';
import { addDays, type CalendarDate } from '../kernel/dates.ts';
import type { Database, Tx } from '../kernel/db/database.ts';
import { type AssignedWork, tasksOfUnit } from '../modules/assignments/index.ts';
import {
  addOwnLine,
  beginDraft,
  issueUnitPlan,
  lineStamp,
  linesOfDraft,
  receivePlan,
  returnUnitPlan,
  saveLines,
  type UnitPlan,
  unitPlans,
} from '../modules/unitplans/index.ts';

/** Something that happens to the plan of one unit on a day. */
export interface UnitPlanStep {
  readonly on: CalendarDate;
  readonly unitId: string;
  /** An issue adds tasks, whose count all writers of tasks share. */
  readonly isAlone: boolean;
  run(tx: Tx): Promise<void>;
}

/** What the plans of units need to know of the example. */
export interface UnitPlanScene {
  readonly planId: string;
  readonly today: CalendarDate;
  keyOf(unitId: string): string;
  /** People of the unit, its head first; nobody where the example names none. */
  peopleOf(unitId: string): readonly Actor[];
  readonly standing: Actor;
  at(day: CalendarDate, actor?: Actor): CommandContext;
}

/** The code of the task that asks each unit for its plan. */
const PLAN_TASK = '0.1';

/** All that happens to the plans of units, unit by unit in order of time. */
export async function unitPlanSteps(db: Database, scene: UnitPlanScene): Promise<UnitPlanStep[]> {
  const plans = await unitPlans(db, { planId: scene.planId }, { today: scene.today, asOf: null });
  return plans.flatMap((one) => stepsOf(scene, one));
}

function stepsOf(
  scene: UnitPlanScene,
  { id: unitPlanId, unitId, planId, isRequest }: UnitPlan,
): UnitPlanStep[] {
  const key = scene.keyOf(unitId);
  const told = exampleUnitPlan(key, isRequest);
  const [head, clerk] = scene.peopleOf(unitId);
  const { receivedOn, begunOn, issuedOn, returned } = told;
  const steps: UnitPlanStep[] = [];
  const step = (on: CalendarDate | null, run: UnitPlanStep['run'], isAlone = false): void => {
    if (on !== null) steps.push({ on, unitId, isAlone, run });
  };
  step(receivedOn, (tx) =>
    receivePlan(scene.at(receivedOn ?? scene.today, clerk ?? head), tx, { unitPlanId }),
  );
  step(begunOn, async (tx) => {
    const context = scene.at(begunOn ?? scene.today, clerk ?? head);
    await beginDraft(context, tx, { unitPlanId });
    await writeLines(context, tx, { unitPlanId, unitId, planId, key, told }, scene.peopleOf(unitId));
  });
  const issue: UnitPlanStep['run'] = async (tx) => {
    if (issuedOn === null) return;
    await issueUnitPlan(scene.at(issuedOn, head), tx, {
      unitPlanId,
      number: told.number,
      issuedOn,
      signerName: head?.name ?? 'Thủ trưởng đơn vị',
      signerTitle: head?.current?.title ?? 'Thủ trưởng đơn vị',
    });
  };
  step(issuedOn, issue, true);
  if (returned)
    step(returned.on, (tx) =>
      returnUnitPlan(scene.at(returned.on, scene.standing), tx, { unitPlanId, reason: returned.reason }),
    );
  return steps;
}

interface WrittenPlan {
  readonly unitPlanId: string;
  readonly unitId: string;
  readonly planId: string;
  readonly key: string;
  readonly told: ExampleUnitPlan;
}

async function writeLines(
  context: CommandContext,
  tx: Tx,
  { unitPlanId, unitId, planId, key, told }: WrittenPlan,
  people: readonly Actor[],
): Promise<void> {
  const tasks = new Map(
    (await tasksOfUnit(tx, planId, unitId, { asOf: null })).map((task) => [task.taskId, task]),
  );
  const posts = people.map(({ name, current }) => ({ fullName: name, title: current?.title ?? '' }));
  const lines = await linesOfDraft(tx, unitPlanId);
  const finished = lines.slice(0, Math.max(0, lines.length - told.unfinished));
  const written = finished.flatMap((line): [string, ExampleLine & { stamp: string }][] => {
    const task = tasks.get(line.taskId ?? '');
    if (!task) return [];
    const dueOn = task.parts.length === 1 ? (task.parts[0]?.dueOn ?? null) : null;
    const given = {
      code: task.code,
      dimension: task.dimension,
      dueOn,
      product: line.product,
      dueWords: line.dueWords,
    };
    return [[line.id, { ...exampleLine(key, given, posts), stamp: lineStamp(line) }]];
  });
  await saveLines(context, tx, { unitPlanId, lines: Object.fromEntries(written) });
  const [head] = posts;
  const responsible = head ? `${head.fullName}, ${head.title}` : 'Lãnh đạo đơn vị';
  for (const own of told.own) await addOwnLine(context, tx, { ...own, unitPlanId, responsible });
}

/**
 * The history of work with what the plans of units say of it: the task that asks for the plan is reported on the day of its
 * issue and answered soon after, and not at all where no plan was issued.
 */
export function withUnitPlans(
  events: readonly ExampleEvent[],
  work: readonly AssignedWork[],
  { keyOf, today }: Pick<UnitPlanScene, 'keyOf' | 'today'>,
): ExampleEvent[] {
  const others = events.filter((event) => work[event.assignmentIndex]?.code !== PLAN_TASK);
  const reports = work.flatMap((item, assignmentIndex): ExampleEvent[] => {
    if (item.code !== PLAN_TASK) return [];
    const { issuedOn, number, returned } = exampleUnitPlan(keyOf(item.unitId), false);
    if (issuedOn === null) return [];
    const note = `Đã ban hành Kế hoạch số ${number} của đơn vị.`;
    const claim: ExampleEvent = { assignmentIndex, kind: 'claim', happenedOn: issuedOn, note };
    const answer: ExampleEvent = returned
      ? { assignmentIndex, kind: 'return', happenedOn: returned.on, note: returned.reason }
      : { assignmentIndex, kind: 'accept', happenedOn: addDays(issuedOn, 1), note: '' };
    return [claim, answer];
  });
  return [...others, ...reports]
    .filter((event) => event.happenedOn <= today)
    .sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0));
}
