import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { WorkAssigned } from '../../assignments/index.ts';
import { tellUnits } from '../commands/tell-units.ts';

async function onWorkAssigned(context: CommandContext, tx: Tx, work: WorkAssigned): Promise<void> {
  await tellUnits(context, tx, {
    kind: 'plan_issued',
    subject: { type: 'plan', id: work.planId },
    units: work.perUnit.map(({ unitId, count, firstDueOn, isRequest }) => ({
      unitId,
      facts: { v: 1, issuer: work.issuerName, plan: work.planTitle, count, firstDueOn, isRequest },
      link: `/phan-viec?ke-hoach=${work.planId}&don-vi=${unitId}`,
    })),
  });
}

/** What units are told when a plan is issued. */
export const planHandlers = { onWorkAssigned } as const;
