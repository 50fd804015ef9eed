import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { UnitsUrged, UrgingAnswered } from '../../urging/index.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

async function onUnitsUrged(context: CommandContext, tx: Tx, urged: UnitsUrged): Promise<void> {
  const { roundId, byName: by, subject, answerBy } = urged;
  await tellUnits(context, tx, {
    kind: 'urged',
    subject: { type: 'urging', id: roundId },
    units: urged.perUnit.map(({ unitId, toDo, toAnswer, isRequest }) => ({
      unitId,
      facts: { v: 1, by, subject, toDo, toAnswer, answerBy, isRequest },
      link: `/don-doc/${roundId}`,
    })),
  });
}

async function onUrgingAnswered(context: CommandContext, tx: Tx, answer: UrgingAnswered): Promise<void> {
  const facts = { v: 1, by: answer.byName, subject: shortened(answer.subject) } as const;
  await tellUnits(context, tx, {
    kind: 'urging_answered',
    subject: { type: 'urging', id: answer.roundId },
    units: [{ unitId: answer.toUnitId, facts, link: `/don-doc/${answer.roundId}` }],
  });
}

/** What units are told when they are urged, and whoever urged when they answer. */
export const urgingHandlers = { onUnitsUrged, onUrgingAnswered } as const;
