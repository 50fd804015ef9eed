import { type Html, html } from '../../../../kernel/html.ts';
import { httpLimits } from '../../../../kernel/http/limits.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { checkboxField, dateField, details, field, fileField, problemOf } from '../../../../ui/index.ts';
import { type Evidence, evidenceRules, lackingFor } from '../../../evidence/index.ts';
import { m } from '../../messages-evidence.ts';
import type { IssuedTaskFacts } from '../../queries/item.ts';
import { type Typed, typedText } from './action-form.ts';

/** Named one by one: a phone then turns its own format into one of these, and still offers camera and gallery. */
const PICTURES = 'image/jpeg,image/png,image/webp';
const DOCUMENTS = `.pdf,.docx,.xlsx,.csv,.txt,${PICTURES}`;

export interface EvidenceFieldsProps {
  readonly task: IssuedTaskFacts;
  /** Distinguishes the fields of two forms on one page. */
  readonly idOf: (name: string) => string;
  readonly typed: Typed | undefined;
}

/** The fields that send evidence: photos, files, a link, and what the products of the task ask for besides. */
export function evidenceFields(context: RequestContext, { task, idOf, typed }: EvidenceFieldsProps): Html {
  const { t } = context;
  const values = typed?.values ?? {};
  const has = (type: string): boolean => task.products.some((product) => product.type === type);
  const base = (name: string) => ({
    name,
    id: idOf(name),
    error: problemOf(typed?.problems, name, t),
  });
  const text = (name: string) => ({ ...base(name), value: typedText(values[name]) });
  const filled = (...names: string[]): boolean =>
    names.some((name) => values[name] || problemOf(typed?.problems, name, t));
  const limit = {
    bytes: httpLimits.upload_bytes,
    tooHeavy: t(m.too_heavy, { limit: httpLimits.upload_bytes / 1024 / 1024 }),
  };
  const location =
    has('posting') &&
    checkboxField(
      { ...base('giu_vi_tri'), label: t(m.keep_location), checked: values.giu_vi_tri === '1' },
      t,
    );
  const posting =
    has('posting') &&
    details(
      t(m.posting),
      html`${field({ ...text('niem_yet_o'), label: t(m.posting_place), hint: t(m.posting_place_hint), maxlength: 300 }, t)}${dateField({ ...text('niem_yet_tu'), label: t(m.posting_from) }, t)}${dateField({ ...text('niem_yet_den'), label: t(m.posting_to), hint: t(m.posting_to_hint), optional: true }, t)}${fileField({ ...base('niem_yet_tep'), label: t(m.posting_file), accept: DOCUMENTS, limit }, t)}`,
      filled('niem_yet_o', 'niem_yet_tu', 'niem_yet_den', 'niem_yet_tep'),
    );
  const minutes =
    has('meeting') &&
    details(
      t(m.minutes),
      html`${dateField({ ...text('hop_ngay'), label: t(m.held_on) }, t)}${field({ ...text('hop_o'), label: t(m.held_at), maxlength: 300 }, t)}${field({ ...text('hop_so_nguoi'), label: t(m.attendants), inputmode: 'numeric', width: 'short' }, t)}${fileField({ ...base('bien_ban'), label: t(m.minutes_file), accept: DOCUMENTS, limit }, t)}`,
      filled('hop_ngay', 'hop_o', 'hop_so_nguoi', 'bien_ban'),
    );
  return html`${typed && html`<p class="hint">${t(m.files_again)}</p>`}${fileField(
    { ...base('anh'), label: t(m.photos), hint: t(m.photos_hint), accept: PICTURES, multiple: true, limit },
    t,
  )}${location}${fileField(
    { ...base('tep'), label: t(m.files), hint: t(m.files_hint), accept: DOCUMENTS, multiple: true, limit },
    t,
  )}${field(
    {
      ...text('lien_ket'),
      label: t(m.link),
      hint: t(m.link_hint),
      type: 'url',
      maxlength: 2000,
      spellcheck: false,
    },
    t,
  )}${posting}${minutes}`;
}

/** What a report that the work is done still needs, in words; empty when the evidence is enough. */
export function stillNeeded(
  context: RequestContext,
  task: IssuedTaskFacts,
  evidence: readonly Evidence[],
): Html {
  const { t } = context;
  const types = task.products.map(({ type }) => type);
  const lacking = new Set(lackingFor(types, evidence, null).map(({ type }) => type));
  if (lacking.size === 0) return html``;
  const lines = evidenceRules(types)
    .filter(({ type }) => lacking.has(type))
    .map(({ message, params }) => html`<li>${t(message, params)}</li>`);
  return html`<div class="hint"><p>${t(m.needed)}:</p><ul>${lines}</ul></div>`;
}
