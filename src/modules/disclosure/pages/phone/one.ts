import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Db } from '../../../../kernel/db/database.ts';
import { ensure } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  type Rejected,
  type RequestContext,
  signedIn,
} from '../../../../kernel/http/route.ts';
import { newId } from '../../../../kernel/ids.ts';
import {
  button,
  card,
  csrfInput,
  dateField,
  definitionList,
  details,
  emptyState,
  errorSummary,
  field,
  fileField,
  linkButton,
  notice,
  problemOf,
  radioGroup,
  shell,
  textareaField,
} from '../../../../ui/index.ts';
import { currentCalendar } from '../../../calendar/index.ts';
import { askedOf } from '../../domain/due.ts';
import { disclosureErrors } from '../../errors.ts';
import { m } from '../../messages-phone.ts';
import { needsAt, type PlaceNeed } from '../../queries/phone-work.ts';
import { postingById, staysFor } from '../../store/postings.ts';
import { itemHref, lookingAt, type SeenItem, seenItem } from '../looking.ts';
import { removalMeaning } from '../posting/one.ts';
import { postablePlaces } from '../posting/post.ts';
import { PICTURES, problemsOf, typedText } from '../proof.ts';
import { keeper } from './keeper.ts';

export interface PhoneTarget {
  readonly seen: SeenItem;
  readonly needs: readonly PlaceNeed[];
  /** The place that is stood before. */
  readonly chosen: PlaceNeed | undefined;
}

/** The item, by its own id or that of a posting, with what it needs at the person's places. */
export async function phoneTarget(
  context: RequestContext,
  db: Db,
  id: string,
  placeId: string | undefined,
): Promise<PhoneTarget> {
  const posting = await postingById(db, id);
  const seen = await seenItem(context, await lookingAt(context), posting?.itemId ?? id);
  const places = await postablePlaces(context, seen);
  ensure(places.length > 0 || seen.mayWrite, disclosureErrors.may_not_post);
  const needs = needsAt(seen.detail, places, context.today);
  const wanted = placeId ?? posting?.placeId;
  return { seen, needs, chosen: needs.find(({ place }) => place.id === wanted) ?? needs[0] };
}

async function factsOf(context: RequestContext, { seen, chosen }: PhoneTarget): Promise<Html> {
  const { t, db, today } = context;
  const { item } = seen.detail;
  if (!chosen) return html``;
  const { place } = chosen;
  const lasts = askedOf(item.terms.regime, place.kind)?.lasts;
  const until = chosen.postedOn
    ? chosen.staysUntil
    : (staysFor(lasts, today, await currentCalendar(db))?.on ?? null);
  const keep = until === null ? t(m.keep_always) : t(m.keep, { date: formatDate(until) });
  const where = [place.name, place.address].filter(Boolean).join(', ');
  return definitionList([
    { term: t(m.what), value: html`<strong>${item.title}</strong><span class="line-sub">${keep}</span>` },
    { term: t(m.where), value: where },
  ]);
}

function choosePlace({ t }: RequestContext, { needs, chosen }: PhoneTarget, id: string): Html {
  if (needs.length < 2) return html`<input type="hidden" name="diem" value="${chosen?.place.id ?? ''}">`;
  return radioGroup(
    {
      label: t(m.where),
      name: 'diem',
      id,
      value: chosen?.place.id ?? '',
      options: needs.map(({ place, need }) => ({
        value: place.id,
        text: `${place.name}: ${t(m[`need_${need}`])}`,
      })),
    },
    t,
  );
}

function hangForm(context: RequestContext, target: PhoneTarget, rejected?: Rejected): Html {
  const { t, csrf, today } = context;
  const { item } = target.seen.detail;
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const other = details(
    t(m.other_day),
    html`${dateField({ label: t(m.day), name: 'ngay', value: typedText(rejected, 'ngay', formatDate(today)), error: error('ngay') }, t)}${field({ label: t(m.note), name: 'ghi_chu', hint: t(m.note_hint), value: typedText(rejected, 'ghi_chu'), maxlength: 500, error: error('ghi_chu') }, t)}`,
    Boolean(error('ngay') ?? error('ghi_chu') ?? (rejected && rejected.problems.length === 0)),
  );
  return keeper(
    context,
    html`<form method="post" action="/niem-yet/${item.id}" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}<input type="hidden" name="viec" value="treo"><input type="hidden" name="khoa" value="${typedText(rejected, 'khoa', newId())}">${choosePlace(context, target, 'treo-diem')}${fileField({ label: t(m.photo), name: 'anh', hint: t(m.photo_hint), accept: PICTURES, error: error('anh') }, t)}${other}${button({ text: t(m.send), kind: 'primary' })}</form>`,
  );
}

function takeDownForm(context: RequestContext, target: PhoneTarget, rejected?: Rejected): Html {
  const { t, csrf, today } = context;
  const { seen, chosen } = target;
  const posting = seen.detail.allPostings.find(({ id }) => id === chosen?.postingId);
  if (!chosen || !posting || posting.removal) return html``;
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const explain = removalMeaning(context, { seen, posting, place: chosen.place });
  const form = keeper(
    context,
    html`<form method="post" action="/niem-yet/${seen.detail.item.id}" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}<input type="hidden" name="viec" value="go"><input type="hidden" name="khoa" value="${newId()}"><input type="hidden" name="diem" value="${chosen.place.id}"><p>${explain}</p>${fileField({ label: t(m.photo_removed), name: 'anh', id: 'go-anh', accept: PICTURES, error: error('anh') }, t)}${dateField({ label: t(m.removed_day), name: 'ngay', id: 'go-ngay', value: typedText(rejected, 'ngay', formatDate(today)), error: error('ngay') }, t)}${textareaField({ label: t(m.remove_reason), name: 'ly_do', id: 'go-ly_do', value: typedText(rejected, 'ly_do'), rows: 2, maxlength: 1000, required: true, error: error('ly_do') }, t)}${button({ text: t(m.remove_send), kind: 'danger' })}</form>`,
  );
  return details(t(m.remove), form, chosen.need === 'take_down' || rejected !== undefined);
}

export async function phonePage(
  context: RequestContext,
  id: string,
  placeId: string | undefined,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db } = context;
  const target = await phoneTarget(context, db, id, placeId);
  const { seen, chosen } = target;
  const { item } = seen.detail;
  const isRemoval = rejected?.values.viec === 'go';
  const hangs = chosen !== undefined && (chosen.need === 'post' || chosen.need === 'prove');
  const names = item.terms.personalOnWeb !== undefined && notice({ kind: 'warning', text: t(m.names) }, t);
  const sheet = linkButton({
    href: `${itemHref(item.id)}/phieu?kho=a4&dinh-dang=pdf${chosen ? `&diem=${chosen.place.id}` : ''}`,
    text: t(m.sheet),
    download: true,
    small: true,
  });
  const isDone = chosen?.need === 'done';
  const main = chosen
    ? html`${isDone && notice({ kind: 'success', text: t(m.need_done) }, t)}${card({ body: html`${await factsOf(context, target)}${hangs && names}${hangs && hangForm(context, target, isRemoval ? undefined : rejected)}${takeDownForm(context, target, isRemoval ? rejected : undefined)}` })}<div class="buttons">${sheet}${linkButton({ href: '/niem-yet', text: t(m.next), small: true })}</div>`
    : emptyState({
        title: t(m.nothing),
        text: t(m.nothing_what),
        action: linkButton({ href: '/niem-yet', text: t(m.next) }),
      });
  const idOf = (name: string): string => (isRemoval ? `go-${name}` : `f-${name}`);
  return answerPage(
    shell(context, {
      title: t(m.title),
      kicker: seen.unitName,
      active: 'disclosure',
      main: html`${errorSummary(problemsOf(rejected), t, idOf)}${main}`,
      scripts: ['proof-photo', 'file-drop'],
    }),
  );
}

export const phoneOne = get({
  path: '/niem-yet/:id',
  access: signedIn,
  rate: 'page',
  query: z.object({ diem: z.uuid().optional().catch(undefined) }),
  handle: (context, { params, query }) => phonePage(context, params.id, query.diem),
});
