import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { parseInput } from '../../../kernel/http/input.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { currentFile } from '../current.ts';
import { type CalendarEdit, editHolidays } from '../domain/edit.ts';
import { type HolidaysFile, holidaysSchema } from '../domain/work-calendar.ts';
import { calendarErrors } from '../errors.ts';
import { calendarEvents } from '../events.ts';
import { calendarLimits } from '../limits.ts';
import { fieldTexts as says } from '../messages.ts';
import { mayChangeCalendar } from '../policy.ts';
import { shippedFile } from '../shipped.ts';
import { changeProposal, insertProposal, lockCalendar, openProposal } from '../store.ts';
import { day, line, optionalLine } from './fields.ts';

const cited = { date: day, source: line(200, says.sourceMissing) };
const named = { nameVi: line(200, says.nameMissing), nameEn: optionalLine };
const status = z.enum(['CONFIRMED', 'UNCONFIRMED']).default('CONFIRMED');

/** One change of the calendar, as forms and programs send it. An English name left out is the Vietnamese one. */
export const proposeEditInput = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('day_off'),
    ...cited,
    ...named,
    kind: z.enum(['statutory', 'in_lieu']).default('statutory'),
    status,
  }),
  z.object({ type: z.literal('swap'), ...cited, ...named, makeup: day, status }),
  z.object({ type: z.literal('remove'), ...cited }),
  z.object({ type: z.literal('confirm'), ...cited }),
]);

function editOf(input: z.infer<typeof proposeEditInput>): CalendarEdit {
  if (input.type === 'remove' || input.type === 'confirm') return input;
  const { nameVi, nameEn, ...rest } = input;
  return { ...rest, name: { vi: nameVi, en: nameEn || nameVi } };
}

/** Adds one change to the open proposal, or opens one. */
export async function proposeEdit(
  context: CommandContext,
  tx: Tx,
  input: z.infer<typeof proposeEditInput>,
): Promise<void> {
  const edit = editOf(input);
  await propose(context, tx, { ...edit }, (file) => editHolidays(file, edit));
}

/** Makes a whole holidays file the proposal. Throws with every contradiction of the file. */
export async function proposeFile(context: CommandContext, tx: Tx, bytes: Uint8Array): Promise<void> {
  ensure(bytes.byteLength <= calendarLimits.file_bytes, calendarErrors.file_too_large, {
    limit: calendarLimits.file_bytes / 1024,
  });
  const file = readFile(bytes);
  await propose(context, tx, { type: 'file', title: file.title }, () => file);
}

/** Makes the calendar that comes with the program the proposal: after an update, its newer holidays. */
export async function proposeShipped(context: CommandContext, tx: Tx): Promise<void> {
  await propose(context, tx, { type: 'shipped', version: shippedFile().version }, shippedFile);
}

function readFile(bytes: Uint8Array): HolidaysFile {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC'));
  } catch {
    throw new AppError(calendarErrors.not_holidays_file);
  }
  try {
    return parseInput(holidaysSchema, json);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.type, {}, error.fields.slice(0, calendarLimits.problems_shown));
  }
}

async function propose(
  context: CommandContext,
  tx: Tx,
  what: Readonly<Record<string, unknown>>,
  change: (file: HolidaysFile) => HolidaysFile,
): Promise<void> {
  ensure(mayChangeCalendar(context.actor, null), kernelErrors.forbidden);
  await lockCalendar(tx);
  const open = await openProposal(tx);
  const { ordinal, file: current } = await currentFile(tx);
  const file = parseInput(holidaysSchema, change(open?.file ?? current));
  // The version's name is given when it is applied.
  ensure(
    !isDeepStrictEqual({ ...file, version: '' }, { ...current, version: '' }),
    calendarErrors.same_calendar,
  );
  const id = open?.id ?? newId();
  if (open) await changeProposal(tx, id, file, context.now);
  else await insertProposal(tx, context, { id, baseOrdinal: ordinal, file });
  await audit(tx, context, calendarEvents.proposed, {
    subject: { type: 'calendar_proposal', id },
    after: what,
  });
}
