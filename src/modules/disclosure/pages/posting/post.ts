import { z } from 'zod';
import { type CalendarDate, formatDate, parseVietnameseDate } from '../../../../kernel/dates.ts';
import { AppError, ensure, type FieldProblem } from '../../../../kernel/errors.ts';
import { html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import { newId } from '../../../../kernel/ids.ts';
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dateField,
  emptyState,
  errorSummary,
  field,
  linkButton,
  type OptionGroup,
  problemOf,
  selectField,
  shell,
} from '../../../../ui/index.ts';
import { postAt } from '../../commands/post-at.ts';
import { SAID_PLACES } from '../../domain/declaration.ts';
import { disclosureErrors } from '../../errors.ts';
import { m } from '../../messages-proof.ts';
import { m as words } from '../../messages-staff.ts';
import { placeKindNames } from '../../messages-words.ts';
import { mayPost } from '../../policy.ts';
import { placesOf } from '../../queries/places.ts';
import { isOwnPortal, type Place } from '../../store/places.ts';
import { itemHref, lookingAt, type SeenItem, seenItem } from '../looking.ts';
import { problemsOf, proofFields, proofGiven, proofTyped, typedText } from '../proof.ts';

const PATH = '/cong-khai/muc/:id/niem-yet';

/** The places at which this person may post an item of the unit. */
export async function postablePlaces(context: RequestContext, seen: SeenItem): Promise<Place[]> {
  const all = await placesOf(context.db, seen.detail.item.unitId, context.today);
  return all.filter(
    (place) =>
      !isOwnPortal(place) && mayPost(context.actor, { lineage: seen.lineage, villageId: place.villageId }),
  );
}

/** Places by village, as a choice; what a regime asks for is not told apart, since any place may hang it. */
function placeOptions({ t }: RequestContext, seen: SeenItem, places: readonly Place[]): OptionGroup[] {
  const names = new Map(seen.villages.map(({ id, name }) => [id, name]));
  const groups = Map.groupBy(places, ({ villageId }) => villageId);
  return [...groups].map(([villageId, ones]) => ({
    label: villageId === null ? t(m.no_village) : (names.get(villageId) ?? ''),
    options: ones.map(({ id, name, kind }) => ({ value: id, text: `${name} (${t(placeKindNames[kind])})` })),
  }));
}

async function postPage(
  context: RequestContext,
  id: string,
  chosen: string | undefined,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, csrf, today } = context;
  const seen = await seenItem(context, await lookingAt(context), id);
  const { item } = seen.detail;
  const places = await postablePlaces(context, seen);
  ensure(seen.mayWrite || places.length > 0, disclosureErrors.may_not_post);
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const href = itemHref(id);
  const form = html`<form method="post" action="${href}/niem-yet" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}<input type="hidden" name="khoa" value="${typedText(rejected, 'khoa', newId())}">${selectField(
    {
      label: t(m.place),
      name: 'diem',
      value: typedText(rejected, 'diem', chosen ?? ''),
      options: [{ value: '', text: t(m.choose) }, ...placeOptions(context, seen, places)],
      required: true,
      error: error('diem'),
    },
    t,
  )}${dateField({ label: t(m.posted_on), name: 'ngay', value: typedText(rejected, 'ngay', formatDate(today)), required: true, error: error('ngay') }, t)}${proofFields(context, 'p', rejected)}${field({ label: t(m.url), name: 'dia_chi', hint: t(m.url_hint), type: 'url', value: typedText(rejected, 'dia_chi'), optional: true, maxlength: 2000, spellcheck: false, error: error('dia_chi') }, t)}${field({ label: t(m.words), name: 'ghi_chu', hint: t(m.words_hint), value: typedText(rejected, 'ghi_chu'), optional: true, maxlength: 500, error: error('ghi_chu') }, t)}${buttonRow(
    button({ text: t(m.save), kind: 'primary' }),
    linkButton({ href, text: t(words.act_read) }),
  )}</form>`;
  const none = emptyState({
    title: t(m.place_none),
    text: t(m.place_none_what),
    action: linkButton({
      href: `/cong-khai/diem?don-vi=${item.unitId}`,
      text: t(m.place_add),
      kind: 'primary',
    }),
  });
  return answerPage(
    shell(context, {
      title: t(m.title),
      kicker: `${seen.unitName} · ${item.title}`,
      lead: t(m.lead),
      active: 'disclosure',
      breadcrumb: [
        { href: `/cong-khai?don-vi=${item.unitId}`, text: t(words.title) },
        { href, text: item.title },
        { text: t(m.title) },
      ],
      main: html`${errorSummary(problemsOf(rejected), t, (name) => (['anh', 'tep', 'bien_ban', 'so_nguoi'].includes(name) ? `p-${name}` : `f-${name}`))}${places.length === 0 ? none : card({ body: form })}`,
      scripts: ['file-drop'],
    }),
  );
}

export const postForm = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({ diem: z.uuid().optional().catch(undefined) }),
  handle: (context, { params, query }) => postPage(context, params.id, query.diem),
});

/** A day as people type it. Throws with the problem at its field. */
export function dayTyped(name: string, typed: string): CalendarDate {
  const day = parseVietnameseDate(typed);
  if (!day) throw new AppError(kernelErrors.invalid_input, {}, [{ field: name, message: m.day_needed }]);
  return day;
}

export const record = post({
  path: PATH,
  access: signedIn,
  rate: 'upload',
  upload: true,
  body: z.object({
    ...proofTyped,
    diem: z.string().default(''),
    ngay: z.string().default(''),
    dia_chi: z.string().trim().default(''),
    ghi_chu: z.string().trim().max(500).default(''),
    khoa: z.string().min(8).max(200),
  }),
  async prepare(context, { params, body }) {
    const seen = await seenItem(context, await lookingAt(context), params.id);
    const places = await postablePlaces(context, seen);
    ensure(seen.mayWrite || places.length > 0, disclosureErrors.may_not_post);
    const place = places.find(({ id }) => id === body.diem);
    const problems: FieldProblem[] = [];
    if (!place) problems.push({ field: 'diem', message: m.place_needed });
    const on = parseVietnameseDate(body.ngay);
    if (!on) problems.push({ field: 'ngay', message: m.day_needed });
    if (!place || !on) throw new AppError(kernelErrors.invalid_input, {}, problems);
    return { place, on, proof: await proofGiven(context, body, { place: place.name, on }) };
  },
  async handle(context, tx, { params, body, prepared: { place, on, proof } }) {
    const { isNew } = await postAt(
      context,
      tx,
      {
        itemId: params.id,
        placeId: place.id,
        postedOn: on,
        url: body.dia_chi === '' ? null : body.dia_chi,
        words: body.ghi_chu,
        requestKey: body.khoa,
        proof,
      },
      context.files,
    );
    const text = isNew
      ? context.t(SAID_PLACES.includes(place.kind) ? m.saved_said : m.saved, { place: place.name })
      : context.t(m.saved_before);
    return redirectTo(`${itemHref(params.id)}#noi-niem-yet`, { kind: isNew ? 'success' : 'info', text });
  },
  // Sent again by a lost line: the first one stands, and nothing more is recorded.
  unaudited: 'the same request key answers what was recorded before',
  redisplay: (context, params, rejected) => postPage(context, params.id ?? '', undefined, rejected),
});
