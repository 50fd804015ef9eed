import type { CommandContext } from '../../src/kernel/audit.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type AssignedWork, assignedWork, onPlanIssued } from '../../src/modules/assignments/index.ts';
import type { IssuedPlan, IssuedTask } from '../../src/modules/plans/index.ts';
import type { TestTenant } from './database.ts';
import type { SmallTree } from './people.ts';

/** Issues a small plan to the tree and answers its work: one task of the office with both communes, one of the office. */
export async function issueWork(
  place: TestTenant,
  tree: SmallTree,
  tasks: readonly Partial<IssuedTask>[] = [
    { executors: 'chosen', chosenUnitIds: [tree.commune, tree.otherCommune] },
    {},
  ],
  context: CommandContext = place.context(),
): Promise<{ planId: string; work: AssignedWork[] }> {
  const planId = newId();
  const issued: IssuedPlan = {
    plan: {
      id: planId,
      unitId: tree.district,
      year: 2024,
      title: 'Kế hoạch thử nghiệm 2024',
      number: '15/KH-UBND',
      issuedOn: calendarDate('2024-01-22'),
      regularPeriod: 'half',
      version: 1,
    },
    tasks: tasks.map((changes, index) => ({
      id: newId(),
      code: `1.${index + 1}`,
      clausePath: 'II.1.1.b',
      dimension: 1,
      subDimension: '1.1',
      position: index,
      words: `Phổ biến Luật Thực hiện dân chủ ở cơ sở, đợt ${index + 1}`,
      products: [{ text: 'Kế hoạch', type: 'document' }],
      leadUnitId: tree.office,
      leadGroup: null,
      leadWords: 'Phòng Nội vụ',
      executors: 'lead',
      executorGroup: null,
      chosenUnitIds: [],
      coordinatorNames: [],
      due: { v: 1, type: 'date', on: calendarDate('2024-06-30') },
      dueWords: 'Trước 01/7',
      tags: [],
      priority: 0,
      previousTaskId: null,
      ...changes,
    })),
  };
  await place.db.transaction((tx) => onPlanIssued(context, tx, issued));
  return { planId, work: await assignedWork(place.db, planId) };
}
