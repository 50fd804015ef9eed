import { z } from 'zod';
import { formatDate, formatInstant } from '../../../../kernel/dates.ts';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import { asOfSchema } from '../../../../kernel/http/as-of.ts';
import {
  type Answer,
  answerPage,
  get,
  type Rejected,
  type RequestContext,
  signedIn,
} from '../../../../kernel/http/route.ts';
import {
  attachmentList,
  button,
  card,
  confirmAction,
  csrfInput,
  dateField,
  definitionList,
  errorSummary,
  field,
  notice,
  problemOf,
  shell,
  textareaField,
  timeline,
} from '../../../../ui/index.ts';
import {
  captureDoubt,
  type Evidence,
  evidenceById,
  evidenceErrors,
  evidenceFile,
  evidenceOf,
} from '../../../evidence/index.ts';
import { REMOVAL } from '../../commands/remove-posting.ts';
import { PAPER_PLACES, type PlaceKind, SAID_PLACES } from '../../domain/declaration.ts';
import { askedOf } from '../../domain/due.ts';
import { broadcastsAsked } from '../../domain/enough-proof.ts';
import { postingErrors } from '../../errors-posting.ts';
import { m } from '../../messages-proof.ts';
import { m as words } from '../../messages-staff.ts';
import { mayPost } from '../../policy.ts';
import type { PostingDetail } from '../../queries/item-detail.ts';
import { POSTING } from '../../queries/item-facts.ts';
import { isOwnPortal, type Place, placeById } from '../../store/places.ts';
import { postingById } from '../../store/postings.ts';
import { stayText } from '../item/places-card.ts';
import { itemHref, type Looking, lookingAt, type SeenItem, sameDay, seenItem } from '../looking.ts';
import { problemsOf, proofFields, typedText } from '../proof.ts';

export const postingHref = (id: string): string => `/cong-khai/lan/${id}`;

export interface SeenPosting {
  readonly seen: SeenItem;
  readonly looking: Looking;
  readonly posting: PostingDetail;
  readonly place: Place;
  readonly isProven: boolean;
  readonly mayPost: boolean;
}

/** A posting for somebody who may see its item. Throws `disclosure.posting_not_found`. */
export async function seenPosting(
  context: RequestContext,
  id: string,
  typedAsOf?: string,
): Promise<SeenPosting> {
  const { db, actor } = context;
  const found = await postingById(db, id);
  ensure(found, postingErrors.posting_not_found);
  const looking = await lookingAt(context, typedAsOf);
  const seen = await seenItem(context, looking, found.itemId);
  const posting = seen.detail.allPostings.find((one) => one.id === id);
  ensure(posting, postingErrors.posting_not_found);
  const place = await placeById(db, found.placeId);
  return {
    seen,
    looking,
    posting,
    place,
    isProven: seen.detail.postings.some((one) => one.id === id && one.isProven),
    mayPost: looking.asOf === null && mayPost(actor, { lineage: seen.lineage, villageId: place.villageId }),
  };
}

const ENOUGH_WORDS: Readonly<Record<PlaceKind, keyof typeof m>> = {
  office_board: 'enough_paper',
  village_hall: 'enough_paper',
  community_point: 'enough_paper',
  portal: 'enough_web',
  media: 'enough_web',
  loudspeaker: 'enough_log',
  village_heads: 'enough_notice',
  meeting: 'enough_meeting',
};

function linesOf({ t }: RequestContext, one: Evidence): string[] {
  const lines = [t(m[`kind_${one.kind}`], { n: one.attendants ?? 0 })];
  if (one.capturedAt) {
    const doubt = captureDoubt(one.capturedAt, one.recordedAt);
    const taken = t(m.taken_at, { at: formatInstant(one.capturedAt) });
    lines.push(doubt === null ? taken : `${taken} (${t(m[`doubt_${doubt}`])})`);
  }
  lines.push(t(m.added_by, { who: one.personName, at: formatInstant(one.recordedAt) }));
  return lines;
}

/** Records of evidence with their pictures. */
export function evidenceList(context: RequestContext, postingId: string, records: readonly Evidence[]): Html {
  return attachmentList(
    records
      .filter(({ withdrawn }) => withdrawn === null)
      .map((one) => {
        const href = `${postingHref(postingId)}/minh-chung/${one.id}`;
        const title = one.file?.name ?? one.url ?? one.place ?? '';
        return {
          title,
          href: one.file ? href : (one.url ?? undefined),
          external: one.url !== null,
          thumbnail: one.file?.picture ? { src: `${href}?co=nho`, alt: title } : undefined,
          lines: linesOf(context, one),
        };
      }),
  );
}

interface PanelProps {
  readonly one: SeenPosting;
  readonly refused: { readonly panel: string; readonly rejected: Rejected } | undefined;
}

function proofCard(
  context: RequestContext,
  { one, refused }: PanelProps,
  evidence: readonly Evidence[],
): Html {
  const { t, csrf } = context;
  const { posting, place, isProven } = one;
  const rejected = refused?.panel === 'minh-chung' ? refused.rejected : undefined;
  const what = t(m[ENOUGH_WORDS[place.kind]]);
  const state = isProven
    ? notice({ kind: 'success', text: t(m.proof_enough) }, t)
    : notice({ kind: 'warning', text: t(m.proof_lacks, { what }) }, t);
  const form =
    one.mayPost &&
    !isOwnPortal(place) &&
    html`<h3>${t(m.proof_add)}</h3><form method="post" action="${postingHref(posting.id)}/minh-chung" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}${proofFields(context, 'mc', rejected)}${button({ text: t(m.proof_add), kind: 'primary' })}</form>`;
  return card({
    title: t(m.proof_title),
    id: 'minh-chung',
    body: html`${state}${evidence.length === 0 ? html`<p class="hint">${t(m.proof_none)}</p>` : evidenceList(context, posting.id, evidence)}${form}`,
  });
}

function logCard(context: RequestContext, { one, refused }: PanelProps): Html {
  const { t, csrf, today } = context;
  const { posting, place, seen } = one;
  if (place.kind !== 'loudspeaker') return html``;
  const rejected = refused?.panel === 'phat' ? refused.rejected : undefined;
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const { days, timesADay } = broadcastsAsked(askedOf(seen.detail.item.terms.regime, place.kind));
  const lines = seen.detail.broadcasts.filter(({ postingId }) => postingId === posting.id);
  const list = timeline(
    lines.map(({ on, at, minutes, personName }) => ({
      at: `${formatDate(on)} ${at}`,
      who: personName,
      text: minutes === null ? '–' : `${minutes} ${t(m.log_minutes).toLowerCase()}`,
    })),
  );
  const form =
    one.mayPost &&
    html`<form method="post" action="${postingHref(posting.id)}/phat" novalidate>${csrfInput(csrf)}${dateField({ label: t(m.log_on), name: 'ngay', value: typedText(rejected, 'ngay', formatDate(today)), error: error('ngay') }, t)}${field({ label: t(m.log_at), name: 'gio', hint: t(m.log_at_hint), width: 'short', maxlength: 8, value: typedText(rejected, 'gio'), error: error('gio') }, t)}${field({ label: t(m.log_minutes), name: 'phut', width: 'short', maxlength: 3, inputmode: 'numeric', optional: true, value: typedText(rejected, 'phut'), error: error('phut') }, t)}${button({ text: t(m.log_add), kind: 'primary' })}</form>`;
  return card({
    title: t(m.log_title),
    id: 'phat',
    body: html`<p>${t(m.log_asked, { days, times: timesADay })}</p>${lines.length === 0 ? html`<p class="hint">${t(m.log_none)}</p>` : list}${form}`,
  });
}

/** What a removal means on the days before the last one. */
export function removalMeaning(
  { t }: RequestContext,
  { posting, place, seen }: Pick<SeenPosting, 'posting' | 'place' | 'seen'>,
): string {
  const plain = t(m.remove_what, { place: place.name });
  const isWithdrawn = seen.detail.facts.version?.isWithdrawn ?? false;
  if (isWithdrawn || !askedOf(seen.detail.item.terms.regime, place.kind)) return plain;
  const meaning =
    posting.staysUntil === null
      ? t(m.remove_holds)
      : t(m.remove_last_day, { date: formatDate(posting.staysUntil) });
  return `${plain} ${meaning}`;
}

function removalCard(
  context: RequestContext,
  { one, refused }: PanelProps,
  evidence: readonly Evidence[],
): Html {
  const { t, csrf, today } = context;
  const { posting, place } = one;
  const { removal } = posting;
  if (removal) {
    const line = removal.isEarly ? m.removal_early_line : m.removal_line;
    const text = t(line, { date: formatDate(removal.on), who: removal.personName, reason: removal.reason });
    return card({
      title: t(m.removal_title),
      id: 'go',
      body: html`${notice({ kind: removal.isEarly ? 'error' : 'info', text }, t)}${evidence.length > 0 && evidenceList(context, posting.id, evidence)}`,
    });
  }
  if (!one.mayPost || !PAPER_PLACES.includes(place.kind)) return html``;
  const rejected = refused?.panel === 'go' ? refused.rejected : undefined;
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const form = confirmAction({
    summary: t(m.remove),
    explain: removalMeaning(context, one),
    action: `${postingHref(posting.id)}/go`,
    csrf,
    button: t(m.remove_do),
    open: rejected !== undefined,
    fields: html`${dateField({ label: t(m.removed_on), name: 'ngay_go', value: typedText(rejected, 'ngay_go', formatDate(today)), error: error('ngay_go') }, t)}${textareaField({ label: t(m.remove_reason), name: 'ly_do', value: typedText(rejected, 'ly_do'), rows: 2, maxlength: 1000, required: true, error: error('ly_do') }, t)}`,
  });
  return card({ title: t(m.removal_title), id: 'go', body: form });
}

export async function postingPage(
  context: RequestContext,
  id: string,
  typedAsOf?: string,
  refused?: PanelProps['refused'],
): Promise<Answer> {
  const { t, db } = context;
  const one = await seenPosting(context, id, typedAsOf);
  const { seen, posting, place, looking } = one;
  const { item } = seen.detail;
  const evidence = await evidenceOf(db, { type: POSTING, id }, looking.before);
  const ofRemoval = posting.removal
    ? await evidenceOf(db, { type: REMOVAL, id: posting.removal.id }, looking.before)
    : [];
  const props = { one, refused };
  const newest = seen.detail.versions[0]?.number ?? 0;
  const facts = {
    ...posting,
    removedOn: posting.removal?.on ?? null,
    isProven: one.isProven,
  };
  const href = sameDay(looking, itemHref(item.id));
  const summaryId = (name: string): string =>
    ['anh', 'tep', 'bien_ban', 'so_nguoi'].includes(name) ? `mc-${name}` : `f-${name}`;
  return answerPage(
    shell(context, {
      title: t(SAID_PLACES.includes(place.kind) ? m.posting_title_said : m.posting_title, {
        place: place.name,
      }),
      kicker: `${seen.unitName} · ${item.title}`,
      active: 'disclosure',
      breadcrumb: [
        { href: `/cong-khai?don-vi=${item.unitId}`, text: t(words.title) },
        { href, text: item.title },
        { text: place.name },
      ],
      main: html`${errorSummary(problemsOf(refused?.rejected), t, summaryId)}${card({
        title: t(m.facts),
        body: definitionList([
          { term: t(m.period), value: stayText(context, facts, newest) },
          { term: t(m.version), value: t(m.version_n, { n: posting.versionNumber }) },
          ...(posting.url
            ? [
                {
                  term: t(m.address),
                  value: html`<a href="${posting.url}" rel="noopener noreferrer nofollow">${posting.url}</a>`,
                },
              ]
            : []),
          ...(posting.words ? [{ term: t(m.words), value: posting.words }] : []),
          { term: t(m.recorded), value: `${posting.personName}, ${formatInstant(posting.recordedAt)}` },
        ]),
      })}${proofCard(context, props, evidence)}${logCard(context, props)}${removalCard(context, props, ofRemoval)}`,
      scripts: ['file-drop'],
    }),
  );
}

export const postingOne = get({
  path: '/cong-khai/lan/:id',
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema }),
  handle: (context, { params, query }) => postingPage(context, params.id, query.as_of),
});

/** The bytes of a proof of a posting or of its removal. */
export const proofFile = get({
  path: '/cong-khai/lan/:id/minh-chung/:evidenceId',
  access: signedIn,
  rate: 'page',
  query: z.object({ co: z.literal('nho').optional() }),
  async handle(context, { params, query }) {
    const { db, files } = context;
    const { posting } = await seenPosting(context, params.id);
    const subjects = [
      { type: POSTING, id: posting.id },
      ...(posting.removal ? [{ type: REMOVAL, id: posting.removal.id }] : []),
    ];
    for (const subject of subjects) {
      const record = await evidenceById(db, subject, params.evidenceId, null);
      if (record) return evidenceFile(files, record, query.co === 'nho' ? 'thumbnail' : 'whole');
    }
    throw new AppError(evidenceErrors.not_found);
  },
});
