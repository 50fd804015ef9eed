import type { Actor } from '../../src/kernel/authz.ts';
import type { Db } from '../../src/kernel/db/database.ts';
import {
  amendTask,
  issueAmendment,
  issueAmendmentInput,
  issuePlan,
  issuePlanInput,
  type PlanTask,
  startAmendment,
  taskContentInput,
  tasksOfPlan,
} from '../../src/modules/plans/index.ts';
import type { PlanWorld } from './plan-world.ts';

export interface Amend {
  readonly task: PlanTask;
  /** What of the task becomes different; `null` drops it. */
  readonly with: Partial<PlanTask> | null;
  readonly revision?: number;
  readonly actor?: Actor;
  readonly reason?: string;
}

/** A plan in force and its amendments, written as people write them; nothing is checked that a test wants to check. */
export function amending(world: PlanWorld, db: Db) {
  const standing = world.actor('standing', 'phong-noi-vu');
  const leader = world.actor('leader', 'ubnd-huyen-an-thi');
  let numbers = 0;
  const contentOf = (task: PlanTask, parts: Partial<PlanTask>) => {
    const { id: _, planId: __, position: ___, previousTaskId: ____, ...content } = { ...task, ...parts };
    return taskContentInput.parse(content);
  };
  return {
    standing,
    leader,
    /** The example, issued on 22/01/2024 under a number of its own. */
    async issuedPlan(): Promise<{ planId: string; number: string; tasks: PlanTask[] }> {
      const number = `${++numbers}/KH-UBND`;
      const planId = await world.draft(`Kế hoạch ${numbers}`);
      await world.importExample(planId);
      const input = { planId, number, issuedOn: '22/01/2024', signerName: 'Phạm Đức Thắng' };
      await world.run(leader, (context, tx) => issuePlan(context, tx, issuePlanInput.parse(input)));
      return { planId, number, tasks: await tasksOfPlan(db, planId) };
    },
    start: (planId: string, actor: Actor = standing) =>
      world.run(actor, (context, tx) =>
        startAmendment(context, tx, { planId, reason: 'Theo chỉ đạo của tỉnh' }),
      ),
    amend: (planId: string, { task, with: parts, revision = 0, actor = standing, reason = 'Vì' }: Amend) =>
      world.run(actor, (context, tx) =>
        amendTask(context, tx, {
          planId,
          taskId: task.id,
          content: parts && contentOf(task, parts),
          reason,
          revision,
        }),
      ),
    /** Adds a task like another under a new code; answers its id. */
    add: (planId: string, like: PlanTask, code: string, parts: Partial<PlanTask> = {}) =>
      world.run(standing, (context, tx) =>
        amendTask(context, tx, {
          planId,
          taskId: null,
          content: contentOf(like, { code, words: `Nhiệm vụ mới ${code}`, ...parts }),
          reason: 'Bổ sung',
          revision: 0,
        }),
      ),
    issue: (planId: string, rest: Record<string, unknown> = {}, actor: Actor = leader) =>
      world.run(actor, (context, tx) =>
        issueAmendment(
          context,
          tx,
          issueAmendmentInput.parse({
            planId,
            number: '99/KH-UBND',
            issuedOn: '24/06/2024',
            signerName: 'Phạm Đức Thắng',
            reason: 'Theo chỉ đạo của tỉnh',
            ...rest,
          }),
        ),
      ),
  };
}

/** The task at a place of the list; throws where there is none. */
export function taskAt(tasks: readonly PlanTask[], index: number): PlanTask {
  const task = tasks[index];
  if (!task) throw new Error(`no task at ${index}`);
  return task;
}
