import { z } from 'zod';
import { type CalendarDate, parseVietnameseDate } from '../../../../kernel/dates.ts';
import { AppError, ensure, type FieldProblem } from '../../../../kernel/errors.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import {
  type EvidenceInput,
  type GivenEvidence,
  type PreparedEvidence,
  prepareFields,
  uploadOf,
} from '../../../evidence/index.ts';
import { assignmentErrors } from '../../errors.ts';
import { m as words } from '../../messages.ts';
import { m } from '../../messages-evidence.ts';
import { mayReport, maySee } from '../../policy.ts';
import { placedWork } from '../../queries/placed-work.ts';

const typed = z.string().trim().max(2000).default('');
const fileTyped = z.instanceof(File).optional();
const filesTyped = z
  .union([z.instanceof(File), z.array(z.instanceof(File))])
  .optional()
  .transform((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]));

/** The fields with which evidence is sent, in whichever form they stand (evidence-fields.ts). */
export const evidenceTyped = {
  anh: filesTyped,
  giu_vi_tri: z.literal('1').optional(),
  tep: filesTyped,
  lien_ket: typed,
  minh_chung: z.string().trim().max(500).default(''),
  niem_yet_o: typed,
  niem_yet_tu: typed,
  niem_yet_den: typed,
  niem_yet_tep: fileTyped,
  hop_ngay: typed,
  hop_o: typed,
  hop_so_nguoi: typed,
  bien_ban: fileTyped,
};
const evidenceBody = z.object(evidenceTyped);
export type EvidenceTyped = z.output<typeof evidenceBody>;

/** One piece with the field it came from, so that a refusal is shown there. */
/**
 * Reads what was sent, before the transaction: pictures take long. Whoever may not report is refused before anything is
 * decoded. Throws with each problem at its field.
 */
export async function evidenceGiven(
  context: RequestContext,
  assignmentId: string,
  body: EvidenceTyped,
): Promise<PreparedEvidence[]> {
  const given = await piecesOf(body);
  if (given.length === 0) return [];
  const work = await placedWork(context.db, assignmentId, context.today);
  ensure(work && maySee(context.actor, work), assignmentErrors.not_found);
  ensure(mayReport(context.actor, work), kernelErrors.forbidden);
  return prepareFields(given, context.now);
}

async function piecesOf(body: EvidenceTyped): Promise<GivenEvidence[]> {
  const { minh_chung, giu_vi_tri } = body;
  const keepLocation = giu_vi_tri !== undefined;
  const given: GivenEvidence[] = [];
  for (const file of body.anh)
    given.push({
      field: 'anh',
      item: { kind: 'photo', words: minh_chung, upload: await uploadOf(file), keepLocation },
    });
  for (const file of body.tep)
    given.push({ field: 'tep', item: { kind: 'file', words: minh_chung, upload: await uploadOf(file) } });
  if (body.lien_ket !== '')
    given.push({ field: 'lien_ket', item: { kind: 'link', words: minh_chung, url: body.lien_ket } });
  const problems: FieldProblem[] = [];
  const posting = await postingOf(body, keepLocation, problems);
  const minutes = await minutesOf(body, problems);
  if (problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, problems);
  if (posting) given.push({ field: 'niem_yet_tep', item: posting });
  if (minutes) given.push({ field: 'bien_ban', item: minutes });
  return given;
}

function dayAt(field: string, text: string, problems: FieldProblem[]): CalendarDate {
  const day = parseVietnameseDate(text);
  if (!day) problems.push({ field, message: words.day_needed });
  return day ?? ('' as CalendarDate);
}

function placeAt(field: string, text: string, problems: FieldProblem[]): string {
  if (text === '' || text.length > 300) problems.push({ field, message: m.place_needed });
  return text;
}

/** A posting, once one of its fields is filled. */
async function postingOf(
  body: EvidenceTyped,
  keepLocation: boolean,
  problems: FieldProblem[],
): Promise<EvidenceInput | undefined> {
  const { niem_yet_o, niem_yet_tu, niem_yet_den, niem_yet_tep } = body;
  if (niem_yet_o + niem_yet_tu + niem_yet_den === '' && !niem_yet_tep) return undefined;
  return {
    kind: 'posting',
    words: body.minh_chung,
    place: placeAt('niem_yet_o', niem_yet_o, problems),
    from: dayAt('niem_yet_tu', niem_yet_tu, problems),
    to: niem_yet_den === '' ? null : dayAt('niem_yet_den', niem_yet_den, problems),
    upload: niem_yet_tep ? await uploadOf(niem_yet_tep) : null,
    keepLocation,
  };
}

/** Minutes of a meeting, once one of its fields is filled. */
async function minutesOf(body: EvidenceTyped, problems: FieldProblem[]): Promise<EvidenceInput | undefined> {
  const { hop_ngay, hop_o, hop_so_nguoi, bien_ban } = body;
  if (hop_ngay + hop_o + hop_so_nguoi === '' && !bien_ban) return undefined;
  const attendants = Number(hop_so_nguoi.replaceAll('.', ''));
  if (!Number.isInteger(attendants) || attendants < 1 || attendants > 100_000)
    problems.push({ field: 'hop_so_nguoi', message: m.attendants_needed });
  if (!bien_ban) problems.push({ field: 'bien_ban', message: m.minutes_file_needed });
  const heldOn = dayAt('hop_ngay', hop_ngay, problems);
  const place = placeAt('hop_o', hop_o, problems);
  if (!bien_ban) return undefined;
  return {
    kind: 'minutes',
    words: body.minh_chung,
    heldOn,
    place,
    attendants,
    upload: await uploadOf(bien_ban),
  };
}
