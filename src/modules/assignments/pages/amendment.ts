import { z } from 'zod';
import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dataTable,
  details,
  emptyState,
  errorSummary,
  linkButton,
  shell,
  tag,
  titleLines,
} from '../../../ui/index.ts';
import {
  type AmendmentView,
  amendmentHref,
  amendmentsHref,
  amendmentView,
  amendmentWords,
  nthOf,
  planBreadcrumb,
  planKicker,
} from '../../plans/index.ts';
import { confirmChange } from '../commands/confirm-change.ts';
import { m } from '../messages.ts';
import { ma } from '../messages-amended.ts';
import { mayOversee, mayReport } from '../policy.ts';
import { type Receipt, receiptsOf, type TouchedWork, touchedWork } from '../queries/receipts.ts';
import { asOfForm, asOfNotice, asOfSchema, onSameDay } from './as-of.ts';
import { occurrenceName } from './occurrence.ts';
import { type Reading, readingOf } from './reading.ts';

const PATH = '/ke-hoach/:id{[0-9a-f-]{36}}/sua-doi/:version{[0-9]{1,3}}';

/** One amendment: what it changes for the reader's units, for everybody, and who has confirmed. */
async function amendmentPage(
  context: RequestContext,
  params: { id: string; version: string },
  { asOf, rejected }: { readonly asOf?: string | undefined; readonly rejected?: Rejected } = {},
): Promise<Answer> {
  const { t, db } = context;
  const reading = await readingOf(context, asOf);
  const version = Number(params.version);
  const view = await amendmentView(context, params.id, version, reading.day.asOf);
  const { plan, amendment } = view;
  const receipts = await receiptsOf(db, plan.id, version, reading.day);
  const own = receipts.filter((receipt) => isOwn(context, reading, receipt.unitId));
  const parts: Html[] = [];
  for (const receipt of own) parts.push(await ownPart(context, reading, view, receipt));
  const signer = [amendment.signerName, amendment.signerTitle].filter(Boolean).join(', ');
  const title = t(amendmentWords.nth, { n: String(nthOf(version)) });
  const paper = (format: string) => `${amendmentHref(plan.id, version)}/van-ban?dinh-dang=${format}`;
  const all = view.table(t(ma.all_changes), emptyState({ title: t(ma.no_changes) }));
  const problems = rejected
    ? [{ field: '', message: rejected.error.type, params: rejected.error.params }]
    : [];
  return answerPage(
    shell(context, {
      title,
      kicker: planKicker(plan, context),
      lead: t(ma.signed, {
        number: amendment.number ?? '',
        date: amendment.issuedOn === null ? '' : formatDate(amendment.issuedOn),
        signer,
      }),
      active: 'plans',
      breadcrumb: [
        ...planBreadcrumb(plan, context, title).slice(0, 2),
        { href: amendmentsHref(plan.id), text: t(amendmentWords.amendments) },
        { text: title },
      ],
      actions: html`${linkButton({ href: paper('docx'), text: t(ma.paper_word), download: true })}${linkButton({ href: paper('pdf'), text: t(ma.paper_pdf), download: true })}`,
      main: html`${asOfNotice(context, reading)}${errorSummary(problems, t)}${card({ title: t(amendmentWords.startWhy), body: html`<p>${amendment.reason}</p>` })}${parts}${own.length > 0 ? details(t(ma.all_changes), all) : all}${mayOversee(context.actor, plan) && register(context, reading, receipts)}${asOfForm(context, reading)}`,
      wide: true,
    }),
  );
}

function isOwn({ actor }: RequestContext, { units }: Reading, unitId: string): boolean {
  const lineage = units.tree.find((unit) => unit.id === unitId)?.lineage ?? [unitId];
  return actor.personId !== null && mayReport(actor, { lineage });
}

/** Only what there is: “Phần việc: thêm 2, bỏ 1.” */
function countsText(receipt: Receipt, { t }: RequestContext): string {
  const parts = (['added', 'moved', 'changed', 'dropped'] as const).filter((key) => receipt[key] > 0);
  const what = parts.map((key) => t(ma[`count_${key}`], { n: receipt[key] })).join(', ');
  return t(receipt.isRequest ? ma.counts_asked : ma.counts, { what });
}

/** What changes for one unit of the reader, and the button by which it says that it has read so. */
async function ownPart(
  context: RequestContext,
  reading: Reading,
  view: AmendmentView,
  receipt: Receipt,
): Promise<Html> {
  const { t, db, lang } = context;
  const { plan, amendment } = view;
  const { unitId } = receipt;
  const unit = reading.units.names.get(unitId) ?? '';
  const work = await touchedWork(db, plan.id, amendment.version, unitId, reading.day);
  const table = dataTable(
    {
      caption: t(ma.own_work),
      captionVisible: true,
      columns: [
        { key: 'work', label: t(m.col_work), primary: true },
        { key: 'became', label: t(ma.became), width: 'fit' },
        { key: 'due', label: t(m.col_due), width: 'fit' },
      ],
      rows: work.map((one) => ({
        href: onSameDay(reading, `/phan-viec/${one.id}`),
        cells: [
          titleLines(html`<strong>${one.code}</strong> ${one.words}`, occurrenceName(one.occurrence, lang)),
          tag(t(becameWords(one))),
          one.isDropped ? '–' : one.dueOn === null ? one.dueWords : formatDate(one.dueOn),
        ],
      })),
      empty: emptyState({ title: t(ma.no_changes) }),
    },
    t,
  );
  return html`${card({
    title: t(ma.own_changes, { unit }),
    body: html`<p>${countsText(receipt, context)}</p>${confirmation(context, reading, plan.id, amendment.version, receipt)}`,
  })}${view.table(t(ma.own_table), emptyState({ title: t(ma.no_changes) }), new Set(work.map((one) => one.taskId)))}${table}`;
}

const becameWords = ({ isAdded, isDropped }: TouchedWork) =>
  isDropped ? ma.became_dropped : isAdded ? ma.became_added : ma.became_changed;

function confirmation(
  context: RequestContext,
  { day }: Reading,
  planId: string,
  version: number,
  receipt: Receipt,
): Html {
  const { t, csrf } = context;
  if (receipt.confirmedAt !== null)
    return html`<p>${t(ma.confirmed_by, { name: receipt.confirmedByName ?? '', time: formatInstant(receipt.confirmedAt) })}</p>`;
  if (day.asOf !== null) return html`<p>${tag(t(ma.not_confirmed))}</p>`;
  return html`<p>${t(ma.confirm_what)}</p><form method="post" action="${amendmentHref(planId, version)}">${csrfInput(csrf)}<input type="hidden" name="don_vi" value="${receipt.unitId}">${buttonRow(button({ text: t(ma.confirm), kind: 'primary' }))}</form>`;
}

/** Who has confirmed and who has not, the latter first. */
function register(context: RequestContext, reading: Reading, receipts: readonly Receipt[]): Html {
  const { t } = context;
  const name = (receipt: Receipt): string => reading.units.names.get(receipt.unitId) ?? '';
  const order = new Map(reading.units.tree.map((unit, index) => [unit.id, index]));
  const place = (receipt: Receipt): number => order.get(receipt.unitId) ?? order.size;
  const rows = [...receipts].sort(
    (a, b) => Number(a.confirmedAt !== null) - Number(b.confirmedAt !== null) || place(a) - place(b),
  );
  const done = receipts.filter((receipt) => receipt.confirmedAt !== null).length;
  return dataTable(
    {
      caption: t(ma.receipts),
      captionVisible: true,
      note: t(ma.receipts_note, { done, all: receipts.length }),
      columns: [
        { key: 'unit', label: t(m.col_unit), primary: true },
        { key: 'changes', label: t(ma.unit_changes) },
        { key: 'confirmed', label: t(ma.confirm) },
      ],
      rows: rows.map((receipt) => ({
        href: onSameDay(reading, `/don-vi/${receipt.unitId}`),
        cells: [
          name(receipt),
          countsText(receipt, context),
          receipt.confirmedAt === null
            ? tag(t(ma.not_confirmed))
            : t(ma.confirmed_by, {
                name: receipt.confirmedByName ?? '',
                time: formatInstant(receipt.confirmedAt),
              }),
        ],
      })),
      empty: emptyState({ title: t(ma.no_changes) }),
    },
    t,
  );
}

export const amendment = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema }),
  handle: (context, { params, query }) => amendmentPage(context, params, { asOf: query.as_of }),
});

export const confirmAmendment = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: z.object({ don_vi: z.uuid() }),
  async handle(context, tx, { params, body }) {
    const version = Number(params.version);
    await confirmChange(context, tx, { planId: params.id, version, unitId: body.don_vi });
    return redirectTo(amendmentHref(params.id, version), {
      kind: 'success',
      text: context.t(ma.confirmed_now),
    });
  },
  redisplay: (context, params, rejected) => amendmentPage(context, params, { rejected }),
});
