import { z } from 'zod';
import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  card,
  definitionList,
  errorSummary,
  notice,
  shell,
  timeline,
} from '../../../ui/index.ts';
import {
  type Evidence,
  evidenceById,
  evidenceErrors,
  evidenceFile,
  evidenceOf,
} from '../../evidence/index.ts';
import { FINDING } from '../commands/claim-remedy.ts';
import { m as words } from '../messages.ts';
import { m } from '../messages-finding.ts';
import { findingEvents } from '../messages-words.ts';
import { mayClaim } from '../policy.ts';
import type { Finding } from '../queries/findings.ts';
import { carriedInto, findingHistory } from '../queries/history.ts';
import type { Inspection } from '../queries/inspections.ts';
import { claimCard, dueCard, judgeCard, type RefusedFinding } from './finding-acts.ts';
import { findingBadge, placeWords, problemsOf, whyDue } from './parts.ts';
import { proofList } from './proof.ts';
import { findingHref, inspectionHref, type Reading, readingOf, sameDay } from './reading.ts';
import { inspectionIfSeen, seenFinding } from './seen.ts';

export const FINDING_PATH = '/kiem-tra/ton-tai/:id{[0-9a-f-]{36}}';

function standingNotice({ t }: RequestContext, { state, standsSince, dueOn }: Finding): Html {
  const date = formatDate(standsSince);
  if (state === 'late')
    return notice({ kind: 'error', text: t(m.late_notice, { date: formatDate(dueOn) }) }, t);
  if (state === 'claimed') return notice({ kind: 'info', text: t(m.claimed_notice, { date }) }, t);
  if (state === 'closed') return notice({ kind: 'success', text: t(m.closed_notice, { date }) }, t);
  return html``;
}

/** Re-inspections that carry the finding, as far as the person may know of them. */
async function secondLooks(context: RequestContext, reading: Reading, id: string): Promise<Inspection[]> {
  const found: Inspection[] = [];
  for (const inspectionId of await carriedInto(context.db, id)) {
    const one = await inspectionIfSeen(context, reading, inspectionId);
    if (one) found.push(one);
  }
  return found;
}

function factsCard(
  context: RequestContext,
  reading: Reading,
  finding: Finding,
  again: readonly Inspection[],
): Html {
  const { t, lang } = context;
  const link = (id: string, title: string): Html =>
    html`<a href="${sameDay(reading, inspectionHref(id))}">${title}</a>`;
  return card({
    body: definitionList([
      { term: t(words.state), value: findingBadge(finding.state, t) },
      { term: t(words.col_remedy), value: finding.remedy },
      { term: t(words.col_due), value: html`${formatDate(finding.dueOn)}${whyDue(context, finding.due)}` },
      {
        term: t(words.col_owner),
        value: html`<a href="${sameDay(reading, `/don-vi/${finding.ownerId}`)}">${finding.ownerName}</a>`,
      },
      { term: t(words.content), value: placeWords(finding, lang) },
      {
        term: t(m.from),
        value: html`${link(finding.inspectionId, finding.inspectionTitle)}, ${finding.byName}`,
      },
      { term: t(m.found), value: formatDate(finding.foundOn) },
      ...(again.length === 0
        ? []
        : [
            {
              term: t(m.again),
              value: html`<ul>${again.map((one) => html`<li>${link(one.id, one.title)}, ${formatDate(one.heldOn)}</li>`)}</ul>`,
            },
          ]),
    ]),
  });
}

async function historyCard(
  context: RequestContext,
  reading: Reading,
  finding: Finding,
  again: readonly Inspection[],
): Promise<Html> {
  const { t, db } = context;
  const events = await findingHistory(db, finding.id, reading.moment.asOf);
  const items = events.map(({ kind, dueOn, words: said, inspectionId, personName, recordedAt }) => {
    const during = again.find(({ id }) => id === inspectionId);
    const detail = [
      said !== '' && html`<p>${said}</p>`,
      dueOn !== null && html`<p>${t(m.until, { date: formatDate(dueOn) })}</p>`,
      during && html`<p>${t(m.during)}: ${during.title}</p>`,
    ].filter(Boolean);
    return {
      at: formatInstant(recordedAt),
      who: personName,
      text: t(findingEvents[kind]),
      detail: detail.length > 0 && html`${detail}`,
    };
  });
  return card({ title: t(m.history), id: 'dien-bien', body: timeline(items) });
}

export async function findingPage(
  context: RequestContext,
  id: string,
  query: { readonly as_of?: string | undefined; readonly lan?: string | undefined },
  refused?: RefusedFinding,
): Promise<Answer> {
  const { t, db, url } = context;
  const reading = await readingOf(context, query.as_of);
  const finding = await seenFinding(context, reading, id);
  const proof = await evidenceOf(db, { type: FINDING, id }, reading.moment.asOf);
  const again = await secondLooks(context, reading, id);
  const during = again.find((one) => one.id === query.lan);
  const props = { finding, reading, refused, during };
  const past = { asOf: reading.asOf, url };
  const proofBody =
    proof.length === 0
      ? html`<p class="hint">${t(m.proof_none)}</p>`
      : proofList(context, `${findingHref(id)}/minh-chung`, proof, {
          withdraw: reading.asOf === null && mayClaim(context.actor, finding) && !isReliedOn(finding, proof),
          rejected: refused?.act === 'rut' ? refused.rejected : undefined,
        });
  const main = html`${errorSummary(problemsOf(refused?.rejected), t, (name) => idIn(refused, name))}${asOfNotice(past, t)}${standingNotice(context, finding)}${factsCard(context, reading, finding, again)}${card({ title: t(m.proof), id: 'minh-chung', body: proofBody })}${claimCard(context, props)}${judgeCard(context, props)}${dueCard(context, props)}${await historyCard(context, reading, finding, again)}${asOfForm(past, t)}`;
  return answerPage(
    shell(context, {
      title: finding.words,
      kicker: t(m.kicker, { unit: finding.ownerName }),
      active: 'inspections',
      breadcrumb: [
        { href: sameDay(reading, '/kiem-tra'), text: t(words.title) },
        { href: sameDay(reading, inspectionHref(finding.inspectionId)), text: finding.inspectionTitle },
        { text: t(words.col_finding) },
      ],
      main,
      scripts: ['file-drop'],
    }),
  );
}

/** What a finding was closed on, or the one piece that a claim rests on, is not withdrawn. */
function isReliedOn({ standing }: Finding, proof: readonly Evidence[]): boolean {
  const count = proof.filter(({ withdrawn }) => withdrawn === null).length;
  return standing === 'closed' || (standing === 'claimed' && count < 2);
}

/** The id of a field of a refused form, where two forms of the page have fields of one name. */
function idIn(refused: RefusedFinding | undefined, name: string): string {
  if (refused?.act === 'rut') return `rut-${refused.rejected.values.rut}`;
  return name === 'so_ngay' || name === 'den_ngay' || name === 'ly_do'
    ? `${refused?.act}-${name}`
    : `f-${name}`;
}

export const finding = get({
  path: FINDING_PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema, lan: z.uuid().optional().catch(undefined) }),
  handle: (context, { params, query }) => findingPage(context, params.id, query),
});

/** The bytes of one piece of evidence. */
export const findingProof = get({
  path: `${FINDING_PATH}/minh-chung/:evidenceId{[0-9a-f-]{36}}`,
  access: signedIn,
  rate: 'page',
  query: z.object({ co: z.literal('nho').optional() }),
  async handle(context, { params, query }) {
    const { id } = await seenFinding(context, await readingOf(context), params.id);
    const record = await evidenceById(context.db, { type: FINDING, id }, params.evidenceId, null);
    ensure(record, evidenceErrors.not_found);
    return evidenceFile(context.files, record, query.co === 'nho' ? 'thumbnail' : 'whole');
  },
});
