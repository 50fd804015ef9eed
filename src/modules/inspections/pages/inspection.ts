import { z } from 'zod';
import { addDays, formatDate, formatInstant } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  card,
  type DefinitionItem,
  definitionList,
  details,
  errorSummary,
  notice,
  shell,
  timeline,
} from '../../../ui/index.ts';
import { evidenceById, evidenceErrors, evidenceFile, evidenceOf } from '../../evidence/index.ts';
import { INSPECTION } from '../commands/conclude-inspection.ts';
import { inspectionLimits } from '../limits.ts';
import { m as words } from '../messages.ts';
import { m } from '../messages-inspection.ts';
import { fieldNames, formNames, inspectionEventNames, kindNames } from '../messages-words.ts';
import { mayInspect } from '../policy.ts';
import { type Finding, findingsOf } from '../queries/findings.ts';
import { inspectionHistory, teamOf } from '../queries/history.ts';
import { type Inspection, inspectionsOf } from '../queries/inspections.ts';
import { findingsTable } from './findings-table.ts';
import { againCard, arrangeCard, concludeCard, findCard, type RefusedAct } from './inspection-acts.ts';
import { inspectionBadge, kindTags, placeWords, problemsOf } from './parts.ts';
import { proofList } from './proof.ts';
import { inspectionHref, type Reading, readingOf, sameDay } from './reading.ts';
import { inspectionIfSeen, seenInspection } from './seen.ts';

export const INSPECTION_PATH = '/kiem-tra/:id{[0-9a-f-]{36}}';

async function linked(
  context: RequestContext,
  reading: Reading,
  inspection: Inspection,
): Promise<DefinitionItem[]> {
  const { t, db } = context;
  const link = (one: Inspection): Html =>
    html`<a href="${sameDay(reading, inspectionHref(one.id))}">${one.title}</a>, ${formatDate(one.heldOn)}`;
  const before =
    inspection.previousId === null
      ? undefined
      : await inspectionIfSeen(context, reading, inspection.previousId);
  const page = { limit: 20, offset: 0 };
  const after = await inspectionsOf(db, reading.scope, { previousId: inspection.id }, reading.moment, page);
  return [
    ...(before ? [{ term: t(m.previous), value: link(before) }] : []),
    ...(after.length > 0
      ? [{ term: t(m.later), value: html`<ul>${after.map((one) => html`<li>${link(one)}</li>`)}</ul>` }]
      : []),
  ];
}

async function factsCard(context: RequestContext, reading: Reading, inspection: Inspection): Promise<Html> {
  const { t, lang, db } = context;
  const team = await teamOf(db, inspection.id);
  const members = html`<ul>${team.map(({ name, duty }) => html`<li>${duty === '' ? name : `${name}, ${duty}`}</li>`)}</ul>`;
  return card({
    title: t(m.facts),
    body: definitionList([
      {
        term: t(words.state),
        value: html`${inspectionBadge(inspection.state, t)}${kindTags(inspection, t)}`,
      },
      { term: t(words.kind), value: `${t(kindNames[inspection.kind])} · ${t(formNames[inspection.form])}` },
      { term: t(m.held_on), value: formatDate(inspection.heldOn) },
      {
        term: t(m.of),
        value: html`<a href="${sameDay(reading, `/don-vi/${inspection.ofUnitId}`)}">${inspection.ofName}</a>`,
      },
      { term: t(m.by), value: inspection.byName },
      ...(inspection.partnerNames.length > 0
        ? [{ term: t(m.partners), value: inspection.partnerNames.join(', ') }]
        : []),
      { term: t(words.field), value: t(fieldNames[inspection.field]) },
      { term: t(words.content), value: placeWords(inspection, lang) },
      ...(inspection.scope === '' ? [] : [{ term: t(m.scope), value: inspection.scope }]),
      ...(inspection.decision === '' ? [] : [{ term: t(m.decision), value: inspection.decision }]),
      ...(team.length === 0 ? [] : [{ term: t(m.team), value: members }]),
      { term: t(m.made_by), value: inspection.madeBy },
      ...(await linked(context, reading, inspection)),
    ]),
  });
}

/** What has to be known first: that it is secret, called off, or that another team goes there too. */
async function notices(context: RequestContext, reading: Reading, inspection: Inspection): Promise<Html> {
  const { t, db, actor } = context;
  const { id, heldOn, ofUnitId, ofName, end, state, isSecret } = inspection;
  const secret =
    isSecret &&
    notice({ kind: 'warning', text: t(m.secret_notice, { date: formatDate(addDays(heldOn, -1)) }) }, t);
  const cancelled =
    state === 'cancelled' &&
    end &&
    notice({ kind: 'info', text: t(m.cancelled_notice, { date: formatDate(end.on), reason: end.words }) }, t);
  const isComing = reading.asOf === null && end === null && mayInspect(actor, inspection);
  const n = inspectionLimits.near_days;
  const near = isComing
    ? await inspectionsOf(
        db,
        reading.scope,
        { unitId: ofUnitId, heldFrom: addDays(heldOn, -n), heldTo: addDays(heldOn, n) },
        reading.moment,
        { limit: 10, offset: 0 },
      )
    : [];
  const others = near.filter((one) => one.id !== id && one.state !== 'cancelled');
  const names = others
    .map(({ title, byName, heldOn: on }) => t(m.near_one, { title, by: byName, date: formatDate(on) }))
    .join('; ');
  const beside =
    others.length > 0 && notice({ kind: 'info', text: t(m.near_notice, { n, unit: ofName, names }) }, t);
  return html`${secret}${cancelled}${beside}`;
}

async function conclusionCard(
  context: RequestContext,
  reading: Reading,
  inspection: Inspection,
): Promise<Html> {
  const { t, db } = context;
  const { end, state, id } = inspection;
  if (state !== 'concluded' || !end) return html``;
  const papers = await evidenceOf(db, { type: INSPECTION, id }, reading.moment.asOf);
  const text = end.words
    .split('\n')
    .filter(Boolean)
    .map((line) => html`<p>${line}</p>`);
  const list =
    papers.length > 0 &&
    html`<h3>${t(m.papers)}</h3>${proofList(context, `${inspectionHref(id)}/van-ban`, papers)}`;
  return card({
    title: t(m.conclusion),
    note: t(m.concluded_by, { name: end.by, date: formatDate(end.on) }),
    body: html`${text}${list}`,
  });
}

async function historyCard(context: RequestContext, reading: Reading, id: string): Promise<Html> {
  const { t, db } = context;
  const events = await inspectionHistory(db, id, reading.moment.asOf);
  const items = events.map(({ kind, heldOn, words: said, personName, recordedAt }) => ({
    at: formatInstant(recordedAt),
    who: personName,
    text: t(inspectionEventNames[kind], { date: heldOn ? formatDate(heldOn) : '' }),
    detail: kind === 'concluded' ? undefined : said,
  }));
  return details(t(m.history), timeline(items));
}

export async function inspectionPage(
  context: RequestContext,
  id: string,
  typedAsOf?: string,
  refused?: RefusedAct,
): Promise<Answer> {
  const { t, db, url } = context;
  const reading = await readingOf(context, typedAsOf);
  const inspection = await seenInspection(context, reading, id);
  const page = { limit: inspectionLimits.findings, offset: 0 };
  const own = await findingsOf(db, reading.scope, { inspectionId: id }, reading.moment, page);
  const carried = await findingsOf(db, reading.scope, { carriedInto: id }, reading.moment, page);
  const table = (caption: string, rows: readonly Finding[], query = '') =>
    findingsTable(context, reading, {
      caption,
      captionVisible: true,
      rows,
      query,
      empty: html`<h2>${caption}</h2><p class="hint">${t(m.findings_none)}</p>`,
    });
  const open = [...own, ...carried].filter(({ state }) => state !== 'closed').length;
  const props = { inspection, reading, refused, open };
  const past = { asOf: reading.asOf, url };
  const isUpcoming = inspection.state === 'upcoming' || inspection.state === 'cancelled';
  const main = html`${errorSummary(problemsOf(refused?.rejected), t, (name) => idIn(refused, name))}${asOfNotice(past, t)}${await notices(context, reading, inspection)}${await factsCard(context, reading, inspection)}${await conclusionCard(context, reading, inspection)}${carried.length > 0 && table(t(m.carried), carried, `?lan=${id}`)}${(!isUpcoming || own.length > 0) && table(t(m.findings), own)}${findCard(context, props)}${concludeCard(context, props)}${againCard(context, props)}${arrangeCard(context, props)}${await historyCard(context, reading, id)}${asOfForm(past, t)}`;
  return answerPage(
    shell(context, {
      title: inspection.title,
      kicker: inspection.ofName,
      active: 'inspections',
      breadcrumb: [{ href: sameDay(reading, '/kiem-tra'), text: t(words.title) }, { text: inspection.title }],
      main,
      scripts: ['file-drop'],
    }),
  );
}

/** The id of a field of a refused form, where two forms of the page have fields of one name. */
function idIn(refused: RefusedAct | undefined, name: string): string {
  if (name === 'so_ngay' || name === 'den_ngay') return `tt-${name}`;
  if (name === 'ly_do') return `${refused?.act}-ly_do`;
  return name === 'ngay' && refused?.act === 'tai-kiem-tra' ? 'lai-ngay' : `f-${name}`;
}

export const inspection = get({
  path: INSPECTION_PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema }),
  handle: (context, { params, query }) => inspectionPage(context, params.id, query.as_of),
});

/** The bytes of a paper of the conclusion. */
export const inspectionPaper = get({
  path: `${INSPECTION_PATH}/van-ban/:evidenceId{[0-9a-f-]{36}}`,
  access: signedIn,
  rate: 'page',
  query: z.object({ co: z.literal('nho').optional() }),
  async handle(context, { params, query }) {
    const { id } = await seenInspection(context, await readingOf(context), params.id);
    const record = await evidenceById(context.db, { type: INSPECTION, id }, params.evidenceId, null);
    ensure(record, evidenceErrors.not_found);
    return evidenceFile(context.files, record, query.co === 'nho' ? 'thumbnail' : 'whole');
  },
});
