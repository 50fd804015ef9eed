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
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import {
  button,
  card,
  confirmAction,
  csrfInput,
  dateField,
  details,
  errorSummary,
  field,
  problemOf,
  selectField,
  shell,
} from '../../../../ui/index.ts';
import { changePlace, closePlace, makePlace } from '../../commands/places.ts';
import { PLACE_KINDS, type PlaceKind } from '../../domain/declaration.ts';
import { disclosureErrors } from '../../errors.ts';
import { m } from '../../messages-places.ts';
import { m as words } from '../../messages-staff.ts';
import { placeKindNames } from '../../messages-words.ts';
import { mayWrite } from '../../policy.ts';
import { type Place, placeById } from '../../store/places.ts';
import { lineageOf } from '../../units.ts';
import { lookingAt } from '../looking.ts';
import { problemsOf, typedText } from '../proof.ts';

const typedBody = {
  ten: z.string().default(''),
  thon: z.string().default(''),
  dia_chi: z.string().default(''),
  trang: z.string().trim().default(''),
  tu_ngay: z.string().default(''),
  vi_do: z.string().trim().default(''),
  kinh_do: z.string().trim().default(''),
};
type TypedPlace = z.output<z.ZodObject<typeof typedBody>>;

interface PlaceFields {
  readonly name: string;
  readonly address: string;
  readonly villageId: string | null;
  readonly url: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly fromOn: CalendarDate;
}

/** Reads what was typed. Throws with each problem at its field. */
function factsOf(typed: TypedPlace): PlaceFields {
  const problems: FieldProblem[] = [];
  const fromOn = parseVietnameseDate(typed.tu_ngay);
  if (!fromOn) problems.push({ field: 'tu_ngay', message: m.day_wrong });
  if (typed.ten.trim().length < 2) problems.push({ field: 'ten', message: m.name_hint });
  if (typed.trang !== '' && !(URL.canParse(typed.trang) && /^https?:/.test(typed.trang)))
    problems.push({ field: 'trang', message: m.url_hint });
  const degrees = (name: 'vi_do' | 'kinh_do', most: number): number | null => {
    if (typed[name] === '') return null;
    const value = Number(typed[name].replace(',', '.'));
    if (!(Math.abs(value) <= most)) problems.push({ field: name, message: m.number_wrong });
    return value;
  };
  const latitude = degrees('vi_do', 90);
  const longitude = degrees('kinh_do', 180);
  if (!fromOn || problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, problems);
  return {
    name: typed.ten,
    address: typed.dia_chi,
    villageId: typed.thon === '' ? null : typed.thon,
    url: typed.trang === '' ? null : typed.trang,
    latitude,
    longitude,
    fromOn,
  };
}

interface Edited {
  readonly unitId: string;
  /** `null`: a new one. */
  readonly place: Place | null;
  readonly kind?: PlaceKind | undefined;
  readonly villageId?: string | undefined;
}

const degreesText = (value: number | null | undefined): string =>
  value == null ? '' : String(value).replace('.', ',');

async function editPage(
  context: RequestContext,
  { unitId, place, kind, villageId }: Edited,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db, actor, csrf, today } = context;
  ensure(mayWrite(actor, { lineage: await lineageOf(db, unitId, today) }), disclosureErrors.may_not_write);
  const { units } = await lookingAt(context);
  const villages = units.tree.filter((one) => one.kind === 'thon' && one.parentId === unitId);
  const village = villages.find(({ id }) => id === villageId);
  // Where the closing alone was refused, the fields above show what stands.
  const isClosing = rejected?.values.den_ngay !== undefined;
  const value = (name: string, otherwise: string): string =>
    typedText(isClosing && name !== 'den_ngay' ? undefined : rejected, name, otherwise);
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const kinds = PLACE_KINDS.map((one) => ({ value: one, text: t(placeKindNames[one]) }));
  const firstName = village ? `${t(placeKindNames.village_hall).split(' thôn')[0]} ${village.name}` : '';
  const location = details(
    t(m.location),
    html`<p class="hint">${t(m.location_hint)}</p>${field({ label: t(m.latitude), name: 'vi_do', value: value('vi_do', degreesText(place?.latitude)), inputmode: 'decimal', width: 'short', error: error('vi_do') }, t)}${field({ label: t(m.longitude), name: 'kinh_do', value: value('kinh_do', degreesText(place?.longitude)), inputmode: 'decimal', width: 'short', error: error('kinh_do') }, t)}`,
    Boolean(error('vi_do') ?? error('kinh_do')),
  );
  const chooseKind = selectField(
    {
      label: t(m.kind),
      name: 'loai',
      value: value('loai', kind ?? (village ? 'village_hall' : '')),
      options: kinds,
      error: error('loai'),
    },
    t,
  );
  const chooseVillage = selectField(
    {
      label: t(m.village),
      name: 'thon',
      hint: t(m.village_hint),
      value: value('thon', place?.villageId ?? villageId ?? ''),
      options: [
        { value: '', text: t(m.no_village) },
        ...villages.map(({ id, name }) => ({ value: id, text: name })),
      ],
      error: error('thon'),
    },
    t,
  );
  const action = place ? `/cong-khai/diem/${place.id}` : '/cong-khai/diem/them';
  const hidden = place
    ? html`<input type="hidden" name="ban" value="${value('ban', String(place.revision))}">`
    : html`<input type="hidden" name="don_vi" value="${unitId}">`;
  const form = html`<form method="post" action="${action}" novalidate>${csrfInput(csrf)}${hidden}${!place && chooseKind}${field({ label: t(m.name), name: 'ten', hint: t(m.name_hint), value: value('ten', place?.name ?? firstName), maxlength: 200, required: true, error: error('ten') }, t)}${villages.length > 0 ? chooseVillage : html`<input type="hidden" name="thon" value="">`}${field({ label: t(m.address), name: 'dia_chi', value: value('dia_chi', place?.address ?? ''), maxlength: 300, optional: true, error: error('dia_chi') }, t)}${field({ label: t(m.url), name: 'trang', hint: t(m.url_hint), type: 'url', value: value('trang', place?.url ?? ''), maxlength: 500, optional: true, spellcheck: false, error: error('trang') }, t)}${dateField({ label: t(m.from_on), name: 'tu_ngay', value: value('tu_ngay', formatDate(place?.fromOn ?? today)), required: true, error: error('tu_ngay') }, t)}${location}${button({ text: t(m.save), kind: 'primary' })}</form>`;
  const close =
    place &&
    place.untilOn === null &&
    confirmAction({
      summary: t(m.close),
      explain: t(m.close_what),
      action: `/cong-khai/diem/${place.id}/dong`,
      csrf,
      button: t(m.close_do),
      open: isClosing,
      fields: dateField(
        {
          label: t(m.until_on),
          name: 'den_ngay',
          value: value('den_ngay', formatDate(today)),
          error: error('den_ngay'),
        },
        t,
      ),
    });
  const title = t(place ? m.change_title : m.add);
  return answerPage(
    shell(context, {
      title,
      kicker: place ? place.name : (units.names.get(unitId) ?? ''),
      active: 'disclosure',
      breadcrumb: [
        { href: `/cong-khai?don-vi=${unitId}`, text: t(words.title) },
        { href: `/cong-khai/diem?don-vi=${unitId}`, text: t(m.title) },
        { text: title },
      ],
      main: html`${errorSummary(problemsOf(rejected), t)}${card({ body: form })}${close}`,
    }),
  );
}

const text = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : '';

export const addForm = get({
  path: '/cong-khai/diem/them',
  access: signedIn,
  rate: 'page',
  query: z.object({
    'don-vi': z.uuid().optional().catch(undefined),
    loai: z.enum(PLACE_KINDS).optional().catch(undefined),
    thon: z.uuid().optional().catch(undefined),
  }),
  handle: (context, { query }) =>
    editPage(context, {
      unitId: query['don-vi'] ?? context.actor.current?.unitId ?? '',
      place: null,
      kind: query.loai,
      villageId: query.thon,
    }),
});

export const add = post({
  path: '/cong-khai/diem/them',
  access: signedIn,
  rate: 'write',
  body: z.object({ ...typedBody, don_vi: z.uuid(), loai: z.enum(PLACE_KINDS) }),
  async handle(context, tx, { body }) {
    const { don_vi: unitId, loai: kind, ...typed } = body;
    const facts = factsOf(typed);
    await makePlace(context, tx, { ...facts, unitId, kind });
    const done = context.t(m.made, { name: facts.name });
    return redirectTo(`/cong-khai/diem?don-vi=${unitId}`, { kind: 'success', text: done });
  },
  redisplay: (context, _params, rejected) =>
    editPage(context, { unitId: text(rejected.values.don_vi), place: null }, rejected),
});

async function placeToEdit(context: RequestContext, id: string): Promise<Edited> {
  const place = await placeById(context.db, id);
  return { unitId: place.unitId, place };
}

export const changeForm = get({
  path: '/cong-khai/diem/:id',
  access: signedIn,
  rate: 'page',
  handle: async (context, { params }) => editPage(context, await placeToEdit(context, params.id)),
});

export const change = post({
  path: '/cong-khai/diem/:id',
  access: signedIn,
  rate: 'write',
  body: z.object({ ...typedBody, ban: z.coerce.number().int().min(1) }),
  async handle(context, tx, { params, body }) {
    const { ban: seenRevision, ...typed } = body;
    await changePlace(context, tx, { ...factsOf(typed), placeId: params.id, seenRevision });
    const { unitId } = await placeById(tx, params.id);
    return redirectTo(`/cong-khai/diem?don-vi=${unitId}`, { kind: 'success', text: context.t(m.changed) });
  },
  redisplay: async (context, params, rejected) =>
    editPage(context, await placeToEdit(context, params.id ?? ''), rejected),
});

export const close = post({
  path: '/cong-khai/diem/:id/dong',
  access: signedIn,
  rate: 'write',
  body: z.object({ den_ngay: z.string().default('') }),
  async handle(context, tx, { params, body }) {
    const untilOn = parseVietnameseDate(body.den_ngay);
    if (!untilOn)
      throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'den_ngay', message: m.day_wrong }]);
    await closePlace(context, tx, { placeId: params.id, untilOn });
    const { unitId } = await placeById(tx, params.id);
    return redirectTo(`/cong-khai/diem?don-vi=${unitId}`, { kind: 'success', text: context.t(m.closed) });
  },
  redisplay: async (context, params, rejected) =>
    editPage(context, await placeToEdit(context, params.id ?? ''), rejected),
});
