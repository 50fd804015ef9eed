import { z } from 'zod';
import type { CalendarDate } from '../../../kernel/dates.ts';
import { AppError, type FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { httpLimits } from '../../../kernel/http/limits.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { details, field, fileField, problemOf } from '../../../ui/index.ts';
import {
  type EvidenceInput,
  type GivenEvidence,
  type PreparedEvidence,
  prepareFields,
  uploadOf,
} from '../../evidence/index.ts';
import { m } from '../messages-proof.ts';

/** Named one by one: a phone then turns its own format into one of these, and still offers camera and gallery. */
export const PICTURES = 'image/jpeg,image/png,image/webp';
export const DOCUMENTS = `.pdf,.docx,.xlsx,.csv,.txt,${PICTURES}`;

const files = z
  .union([z.instanceof(File), z.array(z.instanceof(File))])
  .optional()
  .transform((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]));

/** The fields with which proof is sent, in whichever form they stand. */
export const proofTyped = {
  anh: files,
  tep: files,
  bien_ban: z.instanceof(File).optional(),
  so_nguoi: z.string().trim().max(10).default(''),
};
const proofBody = z.object(proofTyped);
export type ProofTyped = z.output<typeof proofBody>;

/**
 * Reads the proof that was sent, before the transaction: pictures take long. Throws with each problem at its field. `at`: what minutes are
 * about.
 */
export async function proofGiven(
  context: RequestContext,
  body: ProofTyped,
  at: { readonly place: string; readonly on: CalendarDate },
): Promise<PreparedEvidence[]> {
  const given: GivenEvidence[] = [];
  for (const file of body.anh)
    given.push({ field: 'anh', item: { kind: 'photo', words: '', upload: await uploadOf(file) } });
  for (const file of body.tep)
    given.push({ field: 'tep', item: { kind: 'file', words: '', upload: await uploadOf(file) } });
  const minutes = await minutesOf(body, at);
  if (minutes) given.push({ field: 'bien_ban', item: minutes });
  return prepareFields(given, context.now);
}

async function minutesOf(
  { bien_ban, so_nguoi }: ProofTyped,
  { place, on }: { readonly place: string; readonly on: CalendarDate },
): Promise<EvidenceInput | undefined> {
  if (!bien_ban && so_nguoi === '') return undefined;
  const attendants = Number(so_nguoi);
  const problems: FieldProblem[] = [];
  if (!Number.isInteger(attendants) || attendants < 1 || attendants > 100_000)
    problems.push({ field: 'so_nguoi', message: m.witnesses_needed });
  if (!bien_ban) problems.push({ field: 'bien_ban', message: m.minutes_file_needed });
  if (problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, problems);
  return (
    bien_ban && {
      kind: 'minutes',
      words: '',
      heldOn: on,
      place,
      attendants,
      upload: await uploadOf(bien_ban),
    }
  );
}

/** The fields that send proof; `prefix` tells the fields of two forms on one page apart. */
export function proofFields({ t }: RequestContext, prefix: string, rejected?: Rejected): Html {
  const base = (name: string) => ({
    name,
    id: `${prefix}-${name}`,
    error: problemOf(rejected?.problems, name, t),
  });
  const limit = {
    bytes: httpLimits.upload_bytes,
    tooHeavy: t(m.too_heavy, { limit: httpLimits.upload_bytes / 1024 / 1024 }),
  };
  const typed = rejected?.values.so_nguoi;
  const isOpen = ['bien_ban', 'so_nguoi'].some((name) => problemOf(rejected?.problems, name, t));
  return html`${rejected && html`<p class="hint">${t(m.files_again)}</p>`}${fileField(
    {
      ...base('anh'),
      label: t(m.photos),
      hint: t(m.photos_hint),
      accept: PICTURES,
      multiple: true,
      optional: true,
      limit,
    },
    t,
  )}${details(
    t(m.minutes),
    html`${fileField({ ...base('bien_ban'), label: t(m.minutes_file), accept: DOCUMENTS, limit }, t)}${field(
      {
        ...base('so_nguoi'),
        label: t(m.witnesses),
        inputmode: 'numeric',
        width: 'short',
        maxlength: 6,
        value: typeof typed === 'string' ? typed : '',
      },
      t,
    )}`,
    isOpen,
  )}${details(
    t(m.files),
    fileField(
      { ...base('tep'), label: t(m.files), hint: t(m.files_hint), accept: DOCUMENTS, multiple: true, limit },
      t,
    ),
    problemOf(rejected?.problems, 'tep', t) !== undefined,
  )}`;
}

export const typedText = (rejected: Rejected | undefined, name: string, otherwise = ''): string => {
  const value = rejected?.values[name];
  return typeof value === 'string' ? value : rejected ? '' : otherwise;
};

/** All that is wrong with a form that was refused: what is at its fields, or else the refusal itself. */
export function problemsOf(rejected: Rejected | undefined): FieldProblem[] | undefined {
  if (!rejected) return undefined;
  const { problems, error } = rejected;
  return problems.length > 0 ? [...problems] : [{ field: '', message: error.type, params: error.params }];
}
