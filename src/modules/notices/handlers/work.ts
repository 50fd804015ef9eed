import type { CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import type { ProgressRecorded } from '../../assignments/index.ts';
import { unitById } from '../../units/index.ts';
import { settleNotices } from '../commands/settle.ts';
import { tellUnits } from '../commands/tell-units.ts';
import { shortened } from '../domain/kind.ts';

async function nameOf(context: CommandContext, tx: Tx, unitId: string): Promise<string> {
  return (await unitById(tx, unitId, vietnamDate(context.now)))?.name ?? '—';
}

/** A claim waits for whoever accepts it, until it is answered; a return goes back to the unit, until it reports again. */
async function onProgressRecorded(context: CommandContext, tx: Tx, entry: ProgressRecorded): Promise<void> {
  const { assignmentId, unitId, acceptingUnitId, isRequest } = entry;
  const subject = { type: 'assignment', id: assignmentId };
  const link = `/phan-viec/${assignmentId}`;
  const words = shortened(entry.words);
  if (entry.kind === 'claim') {
    await settleNotices(context, tx, 'work_returned', assignmentId);
    const by = await nameOf(context, tx, unitId);
    const facts = { v: 1, by, words, isRequest } as const;
    await tellUnits(context, tx, {
      kind: 'work_claimed',
      subject,
      units: [{ unitId: acceptingUnitId, facts, link }],
    });
  }
  if (entry.kind === 'accept' || entry.kind === 'return')
    await settleNotices(context, tx, 'work_claimed', assignmentId);
  if (entry.kind === 'return') {
    const by = await nameOf(context, tx, context.actor.current?.unitId ?? acceptingUnitId);
    const facts = { v: 1, by, words, note: shortened(entry.note), isRequest } as const;
    await tellUnits(context, tx, { kind: 'work_returned', subject, units: [{ unitId, facts, link }] });
  }
}

/** What units are told as work goes on. */
export const workHandlers = { onProgressRecorded } as const;
