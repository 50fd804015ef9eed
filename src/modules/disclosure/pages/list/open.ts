import { z } from 'zod';
import { type CalendarDate, formatDate, parseVietnameseDate } from '../../../../kernel/dates.ts';
import { AppError, ensure, type FieldProblem } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
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
  buttonRow,
  card,
  csrfInput,
  dateField,
  definitionList,
  emptyState,
  errorSummary,
  field,
  notice,
  problemOf,
  selectField,
  shell,
} from '../../../../ui/index.ts';
import { computeDeadline, currentCalendar } from '../../../calendar/index.ts';
import { unitById } from '../../../units/index.ts';
import { openItem } from '../../commands/open-item.ts';
import { type Declaration, SECTIONS } from '../../domain/declaration.ts';
import { dueExpression } from '../../domain/due.ts';
import { termsOn } from '../../domain/terms.ts';
import { disclosureErrors } from '../../errors.ts';
import { m } from '../../messages-places.ts';
import { m as words } from '../../messages-staff.ts';
import { sectionNames } from '../../messages-words.ts';
import { mayWrite } from '../../policy.ts';
import { declarationsOf } from '../../queries/declarations.ts';
import { lineageOf } from '../../units.ts';
import { placesList } from '../catalog/words.ts';
import { basisLine, whyDue } from '../law-words.ts';
import { itemHref } from '../looking.ts';
import { problemsOf } from '../proof.ts';

const PATH = '/cong-khai/mo';

/** What the unit opens by itself when it happens: followed, of events, for its kind and tier. */
async function openable(context: RequestContext, unitId: string): Promise<Declaration[]> {
  const { db, today } = context;
  const unit = await unitById(db, unitId, today);
  return (await declarationsOf(db))
    .filter(({ boundFrom, boundUntil }) => boundFrom !== null && (boundUntil === null || boundUntil >= today))
    .map(({ declaration }) => declaration)
    .filter(
      ({ occasion, by }) =>
        occasion.kind === 'event' &&
        by.some(({ kind, tier }) => unit?.kind === kind && (tier === null || tier === unit.tier)),
    );
}

/** Which law, due and places an event of a day would have. */
async function wouldBe(context: RequestContext, declaration: Declaration, day: CalendarDate): Promise<Html> {
  const { t, lang, db } = context;
  const terms = termsOn(declaration, day);
  if (!terms) return notice({ kind: 'warning', text: t(m.open_not_then, { date: formatDate(day) }) }, t);
  const due = computeDeadline(dueExpression(terms.regime.due, day), await currentCalendar(db));
  return card({
    title: t(m.open_preview, { date: formatDate(day) }),
    id: 'xem-truoc',
    body: definitionList([
      { term: t(m.due), value: html`<strong>${formatDate(due.on)}</strong>${whyDue(context, due)}` },
      { term: t(m.basis), value: basisLine(context, terms.regime) },
      {
        term: t(m.where),
        value: placesList(terms.regime, context),
      },
      { term: declaration.name[lang], value: declaration.about[lang] },
    ]),
  });
}

interface Typed {
  readonly unitId: string | undefined;
  readonly code?: string | undefined;
  readonly day?: string | undefined;
  readonly title?: string | undefined;
}

async function openPage(context: RequestContext, typed: Typed, rejected?: Rejected): Promise<Answer> {
  const { t, lang, db, actor, csrf, today } = context;
  const unitId = typed.unitId ?? actor.current?.unitId ?? '';
  const frame = (main: Html, kicker = ''): Answer =>
    answerPage(
      shell(context, {
        title: t(m.open_title),
        kicker,
        lead: t(m.open_lead),
        active: 'disclosure',
        breadcrumb: [
          { href: unitId === '' ? '/cong-khai' : `/cong-khai?don-vi=${unitId}`, text: t(words.title) },
          { text: t(m.open_title) },
        ],
        main,
      }),
    );
  const unit = unitId === '' ? undefined : await unitById(db, unitId, today);
  if (!unit) return frame(emptyState({ title: t(m.unit_needed) }));
  ensure(mayWrite(actor, { lineage: await lineageOf(db, unitId, today) }), disclosureErrors.may_not_write);
  const known = await openable(context, unitId);
  if (known.length === 0)
    return frame(emptyState({ title: t(m.open_none), text: t(m.open_none_what) }), unit.name);
  const chosen = known.find(({ code }) => code === typed.code);
  const day = parseVietnameseDate(typed.day ?? '');
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const groups = SECTIONS.flatMap((section) => {
    const ones = known.filter((one) => one.section === section);
    const options = ones.map(({ code, name }) => ({ value: code, text: name[lang] }));
    return ones.length === 0 ? [] : [{ label: t(sectionNames[section]), options }];
  });
  const occasion = chosen?.occasion.kind === 'event' ? chosen.occasion.day[lang] : undefined;
  const form = html`<form method="post" action="${PATH}" novalidate>${csrfInput(csrf)}<input type="hidden" name="don_vi" value="${unitId}">${selectField({ label: t(m.open_what), name: 'noi_dung', value: typed.code ?? '', options: [{ value: '', text: t(m.choose) }, ...groups], required: true, error: error('noi_dung') }, t)}${dateField({ label: t(m.open_day), name: 'ngay', hint: occasion, value: typed.day ?? '', required: true, error: error('ngay') }, t)}${field({ label: t(m.open_name), name: 'ten', hint: t(m.open_name_hint), value: typed.title ?? '', maxlength: 300, error: error('ten') }, t)}${buttonRow(
    button({ text: t(m.open_do), kind: 'primary', name: 'viec', value: 'mo' }),
    button({ text: t(m.open_show), name: 'viec', value: 'xem' }),
  )}</form>`;
  return frame(
    html`${errorSummary(problemsOf(rejected), t)}${card({ body: form })}${chosen && day && (await wouldBe(context, chosen, day))}`,
    unit.name,
  );
}

export const openForm = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({
    'don-vi': z.uuid().optional().catch(undefined),
    'noi-dung': z.string().max(60).optional(),
    ngay: z.string().max(10).optional(),
    ten: z.string().max(300).optional(),
  }),
  handle: (context, { query }) =>
    openPage(context, {
      unitId: query['don-vi'],
      code: query['noi-dung'],
      day: query.ngay,
      title: query.ten,
    }),
});

const text = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : '';

export const open = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  unaudited: 'looking at what a day would ask for opens nothing',
  body: z.object({
    don_vi: z.uuid(),
    noi_dung: z.string().max(60).default(''),
    ngay: z.string().max(10).default(''),
    ten: z.string().max(300).default(''),
    viec: z.enum(['mo', 'xem']).default('mo'),
  }),
  async handle(context, tx, { body }) {
    const { don_vi: unitId, noi_dung: code, ngay, ten: title, viec } = body;
    if (viec === 'xem') {
      const query = new URLSearchParams({ 'don-vi': unitId, 'noi-dung': code, ngay, ten: title });
      return redirectTo(`${PATH}?${query}#xem-truoc`);
    }
    const problems: FieldProblem[] = [];
    const eventOn = parseVietnameseDate(ngay);
    if (code === '') problems.push({ field: 'noi_dung', message: m.choose });
    if (!eventOn) problems.push({ field: 'ngay', message: m.day_wrong });
    if (title.trim().length < 3) problems.push({ field: 'ten', message: m.open_name_hint });
    if (!eventOn || problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, problems);
    const { itemId } = await openItem(context, tx, { unitId, code, eventOn, title });
    return redirectTo(itemHref(itemId), { kind: 'success', text: context.t(m.open_done) });
  },
  redisplay: (context, _params, rejected) =>
    openPage(
      context,
      {
        unitId: text(rejected.values.don_vi),
        code: text(rejected.values.noi_dung),
        day: text(rejected.values.ngay),
        title: text(rejected.values.ten),
      },
      rejected,
    ),
});
