import { z } from 'zod';
import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerMarkedPage, anyone, get, type RequestContext } from '../../../kernel/http/route.ts';
import { formatNumber } from '../../../kernel/i18n.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { placeName } from '../domain/address.ts';
import { SLUG_OF } from '../domain/section-slug.ts';
import { frame, to } from '../frame.ts';
import { jsonLd } from '../json-ld.ts';
import { originOf } from '../open.ts';
import { type Entry, entryById, entryMark } from '../queries/entry.ts';
import { sectionWords } from '../section-words.ts';
import { describedItem, feedHead, takeItemAlong } from '../take-along.ts';
import { noteVisit } from '../visits.ts';
import { content, personalNote } from './item-content.ts';
import { answerList, hangsNow, placeList } from './item-places.ts';
import { iw } from './item-words.ts';
import { boardName, dayText, hangingTime, KEPT } from './parts.ts';
import { fullSay } from './say-form.ts';

const KB = 1024;

function size(context: RequestContext, bytes: number): string {
  return bytes < KB * KB
    ? `${formatNumber(context.lang, Math.ceil(bytes / KB))} KB`
    : `${formatNumber(context.lang, Math.round((bytes / KB / KB) * 10) / 10)} MB`;
}

function files(context: RequestContext, { itemId, body }: Entry): Html {
  const { t } = context;
  if (body.files.length === 0) return html``;
  return html`<section><h2>${t(iw.files)}</h2><ul class="list">${body.files.map((file) => html`<li><a class="title" href="/muc/${itemId}/tep/${file.hash}">${file.name}</a> <span class="meta">${size(context, file.sizeBytes)}${file.isReduced && ` · ${t(iw.reduced)}`}</span></li>`)}</ul></section>`;
}

function standing(context: RequestContext, entry: Entry): Html {
  const { t } = context;
  const { body, isWithdrawn } = entry;
  const withdrawal = isWithdrawn ? body.history[0] : undefined;
  if (withdrawal)
    return html`<div class="note care block"><p><strong>${t(iw.withdrawn_title)}</strong></p><p>${t(iw.withdrawn_on, { day: dayText(withdrawal.on), reason: withdrawal.reason ?? '' })}</p></div>`;
  if (body.nil)
    return html`<div class="note good block"><p><strong>${t(iw.nil_title)}</strong></p><p>${t(iw.nil_what, { day: dayText(body.nil.on), reason: body.nil.reason })}</p></div>`;
  return html`${entry.summary && html`<p class="lead">${entry.summary}</p>`}`;
}

/** The place the reader stands at, where the address names one; else the newest paper; else the page itself. */
function say(context: RequestContext, entry: Entry, at: string | undefined): Html {
  if (entry.isWithdrawn || entry.body.nil) return html``;
  const hanging = entry.body.places.filter((place) => hangsNow(place, context.today));
  const place =
    hanging.find(({ placeId }) => placeId === at) ??
    (at === undefined ? hanging.sort((a, b) => b.postedOn.localeCompare(a.postedOn))[0] : undefined);
  const where =
    place &&
    `${boardName(place.name, place.villageName)} (${hangingTime(context, place.postedOn, place.staysUntil)})`;
  return fullSay(context, {
    itemId: entry.itemId,
    place: place && where ? { id: place.placeId, where } : null,
  });
}

function history(context: RequestContext, { body }: Entry): Html {
  const { t } = context;
  if (body.history.length === 0) return html``;
  const what = (one: Entry['body']['history'][number]): string =>
    one.kind === 'publish'
      ? t(iw.h_publish)
      : one.kind === 'withdraw'
        ? t(iw.h_withdraw)
        : t(iw.h_correct, { n: one.number - 1 });
  return html`<section><h2>${t(iw.history)}</h2><ol class="list plain">${body.history.map((one) => html`<li><strong>${dayText(one.on)}</strong> ${what(one)}${one.reason && html`<p>${one.reason}</p>`}</li>`)}</ol></section>`;
}

function basis(context: RequestContext, { body }: Entry): Html {
  const { t, lang } = context;
  const cited = body.basis.map((one) => {
    const parts = [
      one.point === undefined ? null : t(iw.point, { n: one.point }),
      one.clause === undefined ? null : t(iw.clause, { n: one.clause }),
      t(iw.article, { n: one.article }),
      one.document,
    ];
    return parts.filter((part) => part !== null).join(', ');
  });
  return html`<section><h2>${t(iw.basis)}</h2><p>${body.about[lang]}</p><ul>${cited.map((text) => html`<li>${text}</li>`)}</ul>${body.basisStatus === 'UNCONFIRMED' && html`<p><span class="tag care">${t(iw.unconfirmed)}</span></p>`}<p class="meta">${body.officialForm && html`${t(iw.form, { name: body.officialForm })} · `}${t(iw.due, { day: dayText(body.dueOn) })}</p></section>`;
}

function take(context: RequestContext, entry: Entry): Html {
  const { t } = context;
  const here = `${originOf(context)}/muc/${entry.itemId}`;
  return html`<section class="no-print"><h2>${t(iw.take)}</h2>${!entry.isWithdrawn && takeItemAlong(context, entry)}<p>${t(iw.share)}: <a href="${to(context, `/muc/${entry.itemId}`)}">${here}</a> · <a href="sms:?body=${encodeURIComponent(`${entry.title}: ${here}`)}">${t(iw.share_sms)}</a></p></section>`;
}

/** One entry: what it says, where it hangs, what proves it, and whether that is true. */
export const item = get({
  path: '/muc/:id{[0-9a-f-]{36}}',
  access: anyone('one thing that a commune has made public'),
  rate: 'public',
  cache: KEPT,
  query: z.object({
    diem: z.uuid().optional().catch(undefined),
    lang: z.string().optional(),
    co: z.string().optional(),
  }),
  async stillRight(context, { params, mark }) {
    const now = await entryMark(context.tenant.publicDb, params.id);
    if (now?.mark !== mark) return false;
    noteVisit(context, { unitId: now.unitId, itemId: params.id });
    return true;
  },
  async handle(context, { params, query }) {
    const { t, tenant, today } = context;
    const entry = await entryById(tenant.publicDb, params.id, today);
    if (!entry) throw new AppError(kernelErrors.not_found);
    const { unit, section, body } = entry;
    noteVisit(context, { unitId: entry.unitId, itemId: entry.itemId });
    const isIndexed = entry.isIndexed && query.diem === undefined;
    const at = `/xa/${unit.key}`;
    const days = [
      t(iw.updated, { day: formatDate(vietnamDate(entry.updatedAt)) }),
      t(iw.published, { day: formatDate(entry.publishedOn) }),
    ];
    const says = body.says.seen + body.says.wrong;
    return answerMarkedPage(
      frame(context, {
        title: entry.title,
        kicker: body.name[context.lang],
        unit,
        isIndexed,
        head: html`${feedHead(context, unit, section)}${isIndexed && !entry.isWithdrawn && jsonLd(describedItem(context, entry))}`,
        description: entry.summary.slice(0, 300),
        breadcrumb: [
          { href: at, text: placeName(unit.name) },
          { href: `${at}/nhom/${SLUG_OF[section]}`, text: t(sectionWords[section]) },
        ],
        main: html`<p class="meta">${days.join(' · ')}</p>${standing(context, entry)}${content(context, entry)}${personalNote(context, entry)}${files(context, entry)}${placeList(context, entry)}${say(context, entry, query.diem)}${says > 0 && html`<p class="meta">${t(iw.people_portal, { seen: body.says.seen, wrong: body.says.wrong })}</p>`}${answerList(context, entry)}${history(context, entry)}${basis(context, entry)}${take(context, entry)}`,
      }),
      entry.mark,
    );
  },
});

/** A file of the entry as it stands: only what the public row names, never what is sealed. */
export const itemFile = get({
  path: '/muc/:id/tep/:hash{[0-9a-f]{64}}',
  access: anyone('a document that a commune has made public'),
  rate: 'public',
  cache: KEPT,
  async handle(context, { params }) {
    const entry = await entryById(context.tenant.publicDb, params.id, context.today);
    const file = entry?.body.files.find(({ hash }) => hash === params.hash);
    if (!file) throw new AppError(kernelErrors.not_found);
    return {
      kind: 'file',
      body: await context.files.read(file.hash),
      mediaType: file.mediaType,
      fileName: file.name,
      tag: file.hash,
    };
  },
});
