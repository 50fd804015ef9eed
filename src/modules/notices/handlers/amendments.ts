import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { IssueMoved, WorkAmended, WorkWithdrawn } from '../../assignments/index.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

async function onWorkAmended(context: CommandContext, tx: Tx, amended: WorkAmended): Promise<void> {
  const { planId, planTitle: plan, issuerName: issuer, version, number, issuedOn } = amended;
  await tellUnits(context, tx, {
    kind: 'plan_amended',
    subject: { type: 'plan', id: planId },
    units: amended.perUnit.map(({ unitId, ...counts }) => ({
      unitId,
      facts: { v: 1, issuer, plan, number, issuedOn, ...counts },
      link: `/ke-hoach/${planId}/sua-doi/${version}`,
    })),
  });
}

async function onIssueMoved(context: CommandContext, tx: Tx, moved: IssueMoved): Promise<void> {
  const { planId, planTitle: plan, issuerName: issuer, from, to } = moved;
  await tellUnits(context, tx, {
    kind: 'plan_corrected',
    subject: { type: 'plan', id: planId },
    units: moved.perUnit.map(({ unitId, count }) => ({
      unitId,
      facts: { v: 1, issuer, plan, from, to, count },
      link: `/phan-viec?ke-hoach=${planId}&don-vi=${unitId}`,
    })),
  });
}

async function onWorkWithdrawn(context: CommandContext, tx: Tx, withdrawn: WorkWithdrawn): Promise<void> {
  const { planId, planTitle: plan, issuerName: issuer, on } = withdrawn;
  const reason = shortened(withdrawn.reason);
  await tellUnits(context, tx, {
    kind: 'plan_withdrawn',
    subject: { type: 'plan', id: planId },
    units: withdrawn.perUnit.map(({ unitId, count, isRequest }) => ({
      unitId,
      facts: { v: 1, issuer, plan, on, reason, count, isRequest },
      link: `/ke-hoach/${planId}`,
    })),
  });
}

/** What units are told when a plan in force is amended, corrected or withdrawn. */
export const amendmentHandlers = { onWorkAmended, onIssueMoved, onWorkWithdrawn } as const;
