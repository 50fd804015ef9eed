import { formatDate, formatInstant } from '../../../../kernel/dates.ts';
import { type Html, type HtmlValue, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  attachmentList,
  button,
  buttonRow,
  card,
  confirmAction,
  csrfInput,
  details,
  errorSummary,
  field,
  problemOf,
  textareaField,
} from '../../../../ui/index.ts';
import { captureDoubt, type Evidence } from '../../../evidence/index.ts';
import { m } from '../../messages-evidence.ts';
import { mayReport } from '../../policy.ts';
import type { IssuedTaskFacts, Item } from '../../queries/item.ts';
import type { Reading } from '../reading.ts';
import { type Typed, typedText } from './action-form.ts';
import { evidenceFields } from './evidence-fields.ts';

interface PanelProps {
  readonly reading: Reading;
  readonly item: Item;
  readonly task: IssuedTaskFacts;
  /** As it stood on the day that is read. */
  readonly evidence: readonly Evidence[];
  readonly typed: Typed | undefined;
}

export const evidenceHref = (itemId: string, evidenceId: string): string =>
  `/phan-viec/${itemId}/minh-chung/${evidenceId}`;

/** What proves the work: pictures, files and links with who added them and when; what was withdrawn stays to be read. */
export function evidencePanel(context: RequestContext, props: PanelProps): Html {
  const { t, actor } = context;
  const { reading, item, evidence } = props;
  const mayAdd = reading.day.asOf === null && item.droppedVersion === null && mayReport(actor, item);
  const standing = evidence.filter((one) => one.withdrawn === null);
  const withdrawn = evidence.filter((one) => one.withdrawn !== null);
  const list = (records: readonly Evidence[]): Html =>
    attachmentList(records.map((one) => attachmentOf(context, props, one, mayAdd)));
  return card({
    title: t(m.evidence),
    id: 'minh-chung',
    note: standing.length > 0 && t(m.count, { n: standing.length }),
    body: html`${standing.length === 0 ? html`<p class="hint">${t(m.none)}</p>` : list(standing)}${
      withdrawn.length > 0 && details(t(m.withdrawn_list, { n: withdrawn.length }), list(withdrawn))
    }${mayAdd && addForm(context, props)}`,
  });
}

function attachmentOf(context: RequestContext, props: PanelProps, one: Evidence, mayWithdraw: boolean) {
  const { file, url, place, withdrawn } = one;
  const href = evidenceHref(props.item.id, one.id);
  const title = file?.name ?? url ?? place ?? '';
  return {
    title,
    href: file ? href : (url ?? undefined),
    external: url !== null,
    thumbnail: file?.picture ? { src: `${href}?co=nho`, alt: one.words || title } : undefined,
    lines: linesOf(context, one),
    act: mayWithdraw && withdrawn === null && withdrawForm(context, props, one, title),
  };
}

const MB = 1024 * 1024;

function sizeOf(bytes: number): { n: number; unit: string } {
  return bytes < MB / 10
    ? { n: Math.max(1, Math.round(bytes / 1024)), unit: 'KB' }
    : { n: Math.round((bytes / MB) * 10) / 10, unit: 'MB' };
}

/** What is known of a record, a line for each fact. */
function linesOf({ t }: RequestContext, one: Evidence): HtmlValue[] {
  const { file, place, capturedAt, location, withdrawn } = one;
  const kind = [t(m[`kind_${one.kind}`]), file && t(m.size, sizeOf(file.sizeBytes))]
    .filter(Boolean)
    .join(' · ');
  const lines: HtmlValue[] = [one.words === '' ? kind : html`${one.words} (${kind})`];
  const when = whenOf(t, one);
  const where = place !== null && file !== null ? t(m.at_place, { place }) : '';
  if (when || where) lines.push([when, where].filter(Boolean).join(', '));
  if (capturedAt) {
    const doubt = captureDoubt(capturedAt, one.recordedAt);
    const taken = t(m.taken_at, { at: formatInstant(capturedAt) });
    lines.push(doubt === null ? taken : html`${taken} · <strong>${t(m[`doubt_${doubt}`])}</strong>`);
  }
  if (location) lines.push(t(m.location, { latitude: location.latitude, longitude: location.longitude }));
  lines.push(t(m.added_by, { who: one.personName, at: formatInstant(one.recordedAt) }));
  if (withdrawn) {
    const { personName: who, at, reason } = withdrawn;
    lines.push(t(m.withdrawn_by, { who, at: formatInstant(at), reason }));
  }
  return lines;
}

function whenOf(t: RequestContext['t'], one: Evidence): string {
  const { postedFrom, postedTo, heldOn, attendants } = one;
  if (heldOn !== null) return t(m.meeting_held, { date: formatDate(heldOn), n: attendants ?? 0 });
  if (postedFrom === null) return '';
  const from = formatDate(postedFrom);
  return postedTo === null
    ? t(m.posted_since, { from })
    : t(m.posted_between, { from, to: formatDate(postedTo) });
}

function withdrawForm(
  context: RequestContext,
  { item, typed }: PanelProps,
  one: Evidence,
  title: string,
): Html {
  const { t } = context;
  const posted = typed?.values.rut === one.id ? typed : undefined;
  const id = `ly_do-${one.id}`;
  const fields = html`<input type="hidden" name="rut" value="${one.id}">${errorSummary(posted?.problems, t, () => id)}${field(
    {
      label: t(m.withdraw_reason),
      name: 'ly_do',
      id,
      maxlength: 2000,
      value: typedText(posted?.values.ly_do),
      error: problemOf(posted?.problems, 'ly_do', t),
    },
    t,
  )}`;
  return confirmAction({
    summary: t(m.withdraw_this),
    explain: html`${title}: ${t(m.withdraw_what)}`,
    action: `${evidenceHref(item.id, one.id)}/rut`,
    csrf: context.csrf,
    button: t(m.withdraw),
    fields,
    open: posted !== undefined,
  });
}

function addForm(context: RequestContext, { item, task, typed }: PanelProps): Html {
  const { t, csrf } = context;
  const posted = typed?.values.viec === 'them-minh-chung' ? typed : undefined;
  const idOf = (name: string): string => `${name}-evidence`;
  return details(
    t(m.add),
    html`${errorSummary(posted?.problems, t, idOf)}<form method="post" action="/phan-viec/${item.id}/minh-chung" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}${evidenceFields(context, { task, idOf, typed: posted })}${textareaField(
      {
        label: t(m.what_it_shows),
        name: 'minh_chung',
        id: idOf('minh_chung'),
        rows: 2,
        maxlength: 500,
        optional: true,
        value: typedText(posted?.values.minh_chung),
        error: problemOf(posted?.problems, 'minh_chung', t),
      },
      t,
    )}${buttonRow(button({ text: t(m.send), name: 'viec', value: 'them-minh-chung', icon: 'upload' }))}</form>`,
    posted !== undefined,
  );
}
