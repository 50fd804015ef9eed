import type { CommandContext } from '../../src/kernel/audit.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type AssignedWork, assignedWork, onPlanIssued } from '../../src/modules/assignments/index.ts';
import { addEvidence, prepareEvidence } from '../../src/modules/evidence/index.ts';
import type { IssuedPlan, IssuedTask } from '../../src/modules/plans/index.ts';
import type { TestTenant } from './database.ts';
import type { SmallTree } from './people.ts';

/** Gives each assignment a link, which is enough for every type of product but meetings and figures. */
export async function proveWork(
  place: TestTenant,
  assignmentIds: readonly string[],
  context: CommandContext = place.context(),
): Promise<void> {
  const items = await prepareEvidence([{ kind: 'link', url: 'https://thu-nghiem.vn/ket-qua' }], context.now);
  await place.db.transaction(async (tx) => {
    for (const id of assignmentIds)
      await addEvidence(context, tx, { subject: { type: 'assignment', id }, items }, place.files);
  });
}

/**
 * Issues a small plan to the tree and answers its work: one task of the office with both communes, one of the office. Nothing
 * proves it yet (`proveWork`).
 */
export async function issueUnprovenWork(
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

/** The same with evidence for each, so that a test about something else can report work as done. */
export async function issueWork(
  ...given: Parameters<typeof issueUnprovenWork>
): Promise<{ planId: string; work: AssignedWork[] }> {
  const issued = await issueUnprovenWork(...given);
  const [place, , , context] = given;
  await proveWork(
    place,
    issued.work.map(({ id }) => id),
    context,
  );
  return issued;
}
