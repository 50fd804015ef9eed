import type { CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { DeadlinesMoved } from '../../assignments/index.ts';
import { tellUnits } from '../commands/tell-units.ts';

async function onDeadlinesMoved(context: CommandContext, tx: Tx, moved: DeadlinesMoved): Promise<void> {
  await tellUnits(context, tx, {
    kind: 'calendar_moved',
    subject: { type: 'calendar', id: moved.calendarVersion },
    units: moved.perUnit.map(({ unitId, count }) => ({
      unitId,
      facts: { v: 1, calendar: moved.calendarVersion, count },
      link: `/phan-viec?don-vi=${unitId}`,
    })),
  });
}

/** What units are told when the working calendar moves their deadlines. */
export const calendarHandlers = { onDeadlinesMoved } as const;
