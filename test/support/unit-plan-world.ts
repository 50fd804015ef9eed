import type { CommandContext } from '../../src/kernel/audit.ts';
import { type Actor, systemActor } from '../../src/kernel/authz.ts';
import { calendarDate, startOfVietnamDay, vietnamDate } from '../../src/kernel/dates.ts';
import type { Tx } from '../../src/kernel/db/database.ts';
import { newId } from '../../src/kernel/ids.ts';
import {
  addTask,
  addTaskInput,
  createPlan,
  createPlanInput,
  issuePlan,
} from '../../src/modules/plans/index.ts';
import { type UnitPlan, unitPlans } from '../../src/modules/unitplans/index.ts';
import { createUnit, createUnitInput, unitById } from '../../src/modules/units/index.ts';
import '../../src/main/rooms.ts';
import type { TestTenant } from './database.ts';
import { type SmallTree, smallTree } from './people.ts';

/** A plan issued to the small tree on 22/01/2024, and what its units owe for it: due on 19/02/2024, Tết left out. */
export interface UnitPlanWorld {
  readonly tree: SmallTree;
  readonly front: string;
  readonly planId: string;
  /** Acts at nine in the morning of the day. */
  on<T>(day: string, actor: Actor, work: (context: CommandContext, tx: Tx) => Promise<T>): Promise<T>;
  /** Someone who heads the unit, or with another title works there. */
  actor(unitId: string, role?: string, title?: string): Promise<Actor>;
  /** The unit's plan as it stands, or as it stood on a day. */
  of(unitId: string, asOf?: string): Promise<UnitPlan>;
}

interface TrialTask {
  readonly words: string;
  readonly due: unknown;
  readonly dueWords: string;
  readonly chosenUnitIds?: readonly string[];
}

/** Four tasks of the office that the commune carries out too: by a day, regularly, each quarter, and when a case arises. */
const TASKS: readonly TrialTask[] = [
  {
    words: 'Ban hành kế hoạch của đơn vị',
    due: { v: 1, type: 'after', amount: 15, unit: 'wd', event: 'plan_issued' },
    dueWords: 'Chậm nhất 15 ngày làm việc sau khi ban hành kế hoạch',
  },
  {
    words: 'Niêm yết danh sách hộ nghèo',
    due: { v: 1, type: 'date', on: '2024-06-30' },
    dueWords: 'Trước 01/7/2024',
  },
  {
    words: 'Đối thoại với dân',
    due: { v: 1, type: 'recurring', every: null },
    dueWords: 'Thường xuyên',
  },
  {
    words: 'Trả lời kiến nghị của dân',
    due: { v: 1, type: 'event', event: 'khi phát sinh' },
    dueWords: 'Khi phát sinh',
  },
];

export async function unitPlanWorld(
  place: TestTenant,
  options: { readonly within?: number | null; readonly tasks?: readonly TrialTask[] } = {},
): Promise<UnitPlanWorld> {
  const tree = await smallTree(place);
  const at = (day: string, actor: Actor = systemActor): CommandContext => ({
    ...place.context(actor),
    now: new Date(startOfVietnamDay(calendarDate(day)).getTime() + 9 * 3_600_000),
  });
  const front = await place.db.transaction(async (tx) => {
    const input = { name: 'UB MTTQ huyện', kind: 'mttq', tier: 'huyện', parentId: tree.district };
    return (await createUnit(at('2021-01-01'), tx, createUnitInput.parse({ ...input, from: '2021-01-01' })))
      .id;
  });
  const planId = await place.db.transaction(async (tx) => {
    const context = at('2024-01-22');
    const id = await createPlan(
      context,
      tx,
      createPlanInput.parse({
        unitId: tree.district,
        title: 'Nâng cao hiệu quả quản trị năm 2024',
        year: 2024,
        unitPlanWithin: options.within === undefined ? 15 : (options.within ?? ''),
      }),
    );
    const units = [tree.commune, tree.otherCommune, front];
    for (const [index, task] of (options.tasks ?? TASKS).entries())
      await addTask(context, tx, addTaskInput.parse(taskInput(id, index, task, tree.office, units)));
    await issuePlan(context, tx, {
      planId: id,
      number: '15/KH-UBND',
      issuedOn: calendarDate('2024-01-22'),
      signerName: 'Phạm Đức Toàn',
      signerTitle: 'Chủ tịch',
    });
    return id;
  });
  return {
    tree,
    front,
    planId,
    on: (day, actor, work) => {
      const context = at(day, actor);
      return place.db.transaction((tx) => work(context, tx));
    },
    async actor(unitId, role = 'member', title = 'Chủ tịch UBND xã') {
      const unit = await unitById(place.db, unitId, place.clock.today());
      const post = {
        postId: newId(),
        role,
        title,
        unitId,
        unitName: unit?.name ?? '',
        lineage: unit?.lineage ?? [],
        acting: false,
        carries: [],
      };
      return {
        personId: newId(),
        name: `${title} ${unit?.name}`,
        posts: [post],
        current: post,
        scopes: null,
      };
    },
    async of(unitId, asOf) {
      const day = asOf === undefined ? null : calendarDate(asOf);
      const today = vietnamDate(place.clock.now());
      const all = await unitPlans(place.db, { planId }, { today: day ?? today, asOf: day });
      const found = all.find((one) => one.unitId === unitId);
      if (!found) throw new Error('the unit owes no plan');
      return found;
    },
  };
}

function taskInput(
  planId: string,
  index: number,
  task: TrialTask,
  leadUnitId: string,
  units: readonly string[],
): unknown {
  return {
    planId,
    content: {
      code: `1.${index + 1}`,
      clausePath: null,
      dimension: 1,
      subDimension: null,
      words: task.words,
      products: [{ text: 'Kế hoạch', type: 'document' }],
      leadUnitId,
      leadGroup: null,
      leadWords: 'Phòng Nội vụ',
      executors: 'chosen',
      executorGroup: null,
      chosenUnitIds: task.chosenUnitIds ?? units,
      coordinators: [],
      due: task.due,
      dueWords: task.dueWords,
      tags: [],
      priority: 0,
      note: '',
    },
  };
}
