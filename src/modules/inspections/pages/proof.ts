import { z } from 'zod';
import { formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { httpLimits } from '../../../kernel/http/limits.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import { attachmentList, confirmAction, field, fileField, problemOf } from '../../../ui/index.ts';
import {
  type Evidence,
  type GivenEvidence,
  type PreparedEvidence,
  prepareFields,
  uploadOf,
} from '../../evidence/index.ts';
import { m } from '../messages-finding.ts';
import { typedText } from './parts.ts';

/** Named one by one: a phone then turns its own format into one of these, and still offers camera and gallery. */
const PICTURES = 'image/jpeg,image/png,image/webp';
const DOCUMENTS = `.pdf,.docx,.xlsx,.csv,.txt,${PICTURES}`;

const files = z
  .union([z.instanceof(File), z.array(z.instanceof(File))])
  .optional()
  .transform((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]));

/** The fields with which papers and evidence are sent. */
export const proofTyped = { anh: files, tep: files, lien_ket: z.string().trim().max(2000).default('') };
const proofBody = z.object(proofTyped);

/** Reads what was sent, before the transaction: pictures take long. Throws with each problem at its field. */
export async function proofGiven(
  context: RequestContext,
  body: z.output<typeof proofBody>,
): Promise<PreparedEvidence[]> {
  const given: GivenEvidence[] = [];
  for (const file of body.anh)
    given.push({ field: 'anh', item: { kind: 'photo', words: '', upload: await uploadOf(file) } });
  for (const file of body.tep)
    given.push({ field: 'tep', item: { kind: 'file', words: '', upload: await uploadOf(file) } });
  if (body.lien_ket !== '')
    given.push({ field: 'lien_ket', item: { kind: 'link', words: '', url: body.lien_ket } });
  return prepareFields(given, context.now);
}

/** The field of files alone: papers of a conclusion. */
export function filesField(
  { t }: RequestContext,
  props: { readonly label: string; readonly hint: string },
  rejected?: Rejected,
): Html {
  const limit = {
    bytes: httpLimits.upload_bytes,
    tooHeavy: t(m.too_heavy, { limit: httpLimits.upload_bytes / 1024 / 1024 }),
  };
  const error = problemOf(rejected?.problems, 'tep', t);
  return html`${rejected && html`<p class="hint">${t(m.files_again)}</p>`}${fileField({ ...props, name: 'tep', error, accept: DOCUMENTS, multiple: true, optional: true, limit }, t)}`;
}

/** Photos, files and a link. */
export function proofFields(context: RequestContext, rejected?: Rejected): Html {
  const { t } = context;
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const limit = {
    bytes: httpLimits.upload_bytes,
    tooHeavy: t(m.too_heavy, { limit: httpLimits.upload_bytes / 1024 / 1024 }),
  };
  return html`${fileField({ label: t(m.photos), name: 'anh', hint: t(m.photos_hint), error: error('anh'), accept: PICTURES, multiple: true, optional: true, limit }, t)}${filesField(context, { label: t(m.files), hint: t(m.files_hint) }, rejected)}${field({ label: t(m.link), name: 'lien_ket', type: 'url', maxlength: 2000, spellcheck: false, optional: true, value: typedText(rejected, 'lien_ket'), error: error('lien_ket') }, t)}`;
}

/** Records with their pictures, what was withdrawn with the reason; `base` is the address under which their bytes are. */
export function proofList(
  context: RequestContext,
  base: string,
  records: readonly Evidence[],
  may: { readonly withdraw: boolean; readonly rejected?: Rejected | undefined } = { withdraw: false },
): Html {
  const { t } = context;
  return attachmentList(
    records.map((one) => {
      const href = `${base}/${one.id}`;
      const title = one.file?.name ?? one.url ?? '';
      const added = t(m.added_by, { who: one.personName, at: formatInstant(one.recordedAt) });
      const taken = one.withdrawn;
      const back =
        taken &&
        t(m.withdrawn_by, { who: taken.personName, at: formatInstant(taken.at), reason: taken.reason });
      return {
        title,
        href: one.file ? href : (one.url ?? undefined),
        external: one.url !== null,
        thumbnail: one.file?.picture ? { src: `${href}?co=nho`, alt: title } : undefined,
        lines: back ? [added, back] : [added],
        act: may.withdraw && !taken && withdrawForm(context, href, one.id, may.rejected),
      };
    }),
  );
}

function withdrawForm(
  { t, csrf }: RequestContext,
  href: string,
  id: string,
  rejected: Rejected | undefined,
): Html {
  const own = rejected?.values.rut === id ? rejected : undefined;
  return confirmAction({
    summary: t(m.withdraw_this),
    explain: t(m.withdraw_what),
    action: `${href}/rut`,
    csrf,
    button: t(m.withdraw),
    open: own !== undefined,
    fields: html`<input type="hidden" name="rut" value="${id}">${field({ label: t(m.reason), name: 'ly_do', id: `rut-${id}`, maxlength: 2000, required: true, value: typedText(own, 'ly_do'), error: problemOf(own?.problems, 'ly_do', t) }, t)}`,
  });
}
