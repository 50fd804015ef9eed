import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { ensure } from '../../../kernel/errors.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { currentFile } from '../current.ts';
import { movesUnder, storeMoves } from '../deadline-sources.ts';
import { differences } from '../domain/compare.ts';
import { calendarOf } from '../domain/work-calendar.ts';
import { calendarErrors } from '../errors.ts';
import { calendarEvents } from '../events.ts';
import { fieldTexts as says } from '../messages.ts';
import { mayChangeCalendar } from '../policy.ts';
import { shippedFile } from '../shipped.ts';
import {
  appliedVersions,
  closeProposal,
  insertVersion,
  lockCalendar,
  openProposal,
  type Proposal,
} from '../store.ts';
import { line } from './fields.ts';

/** `revision` is the one the person saw; a proposal that changed since is not touched. */
const seen = { revision: z.coerce.number().int() };

export const withdrawProposalInput = z.object(seen);
export const applyProposalInput = z.object({ ...seen, note: line(2000, says.noteMissing) });

/** Drops the gathered changes; the calendar in force stays. */
export async function withdrawProposal(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof withdrawProposalInput>,
): Promise<void> {
  const proposal = await lockedProposal(context, tx, input.revision);
  await closeProposal(tx, proposal.id, 'withdrawn', context.now);
  await audit(tx, context, calendarEvents.withdrawn, {
    subject: { type: 'calendar_proposal', id: proposal.id },
  });
}

/**
 * Makes the proposal the calendar in force and moves every open deadline that it moves, in one transaction. Deadlines
 * already met keep the version that computed them.
 */
export async function applyProposal(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof applyProposalInput>,
): Promise<{ version: string; moved: number }> {
  const proposal = await lockedProposal(context, tx, input.revision);
  const { file: before } = await currentFile(tx);
  const today = vietnamDate(context.now);
  const version = await freeName(tx, today);
  const file = { ...proposal.file, version };
  const calendar = calendarOf(file);
  const moves = await movesUnder(tx, calendar, today);
  await insertVersion(tx, context, { ordinal: proposal.baseOrdinal + 1, file, note: input.note });
  await closeProposal(tx, proposal.id, 'applied', context.now);
  await storeMoves(context, tx, moves);
  await audit(tx, context, calendarEvents.applied, {
    subject: { type: 'calendar', id: version },
    before: { version: before.version },
    after: {
      version,
      note: input.note,
      days: differences(calendarOf(before), calendar),
      deadlinesMoved: moves.length,
    },
  });
  return { version, moved: moves.length };
}

async function lockedProposal(context: CommandContext, tx: Tx, revision: number): Promise<Proposal> {
  ensure(mayChangeCalendar(context.actor, null), kernelErrors.forbidden);
  await lockCalendar(tx);
  const proposal = await openProposal(tx);
  ensure(proposal, calendarErrors.proposal_not_found);
  ensure(proposal.revision === revision, calendarErrors.proposal_changed);
  return proposal;
}

/** A version is named by the day it is applied; a second one that day gets -2. */
async function freeName(tx: Tx, today: CalendarDate): Promise<string> {
  const taken = new Set([shippedFile().version, ...(await appliedVersions(tx)).map((row) => row.version)]);
  let name: string = today;
  for (let n = 2; taken.has(name); n++) name = `${today}-${n}`;
  return name;
}
