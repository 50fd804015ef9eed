import { z } from 'zod';
import { formatDate, parseVietnameseDate } from '../../../../kernel/dates.ts';
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
import {
  button,
  card,
  checkboxGroup,
  csrfInput,
  dataTable,
  dateField,
  details,
  emptyState,
  errorSummary,
  filterBar,
  linkButton,
  problemOf,
  selectField,
  shell,
  tag,
  titleLines,
} from '../../../../ui/index.ts';
import { bindObligations, isFollowed } from '../../commands/bind-obligations.ts';
import { regimeOn, SECTIONS, type Section } from '../../domain/declaration.ts';
import { basisSaid, dueSaid, occasionSaid } from '../../messages-catalog.ts';
import { c } from '../../messages-register.ts';
import { sectionNames } from '../../messages-words.ts';
import { mayKeepRegister } from '../../policy-catalog.ts';
import { type BoundDeclaration, declarationsOf } from '../../queries/declarations.ts';
import {
  DECLARE,
  followedWords,
  keepersOnly,
  obligationHref,
  placesLine,
  REGISTER,
  refusals,
  unconfirmedTag,
} from './words.ts';

const SHOWS = ['dang', 'chua', 'chua-xac-minh'] as const;
const wanted = z.object({
  nhom: z.enum(SECTIONS).optional().catch(undefined),
  xem: z.enum(SHOWS).optional().catch(undefined),
});
type Wanted = z.infer<typeof wanted>;

async function listPage(context: RequestContext, query: Wanted, rejected?: Rejected): Promise<Answer> {
  const { t, db, actor } = context;
  const all = await declarationsOf(db);
  const shown = all.filter((one) => isWanted(one, query, context));
  const sections = SECTIONS.filter((section) =>
    shown.some(({ declaration }) => declaration.section === section),
  );
  const mayKeep = mayKeepRegister(actor, null);
  const problems = refusals(rejected, 'ma');
  const tables = sections.map((section) => sectionTable(context, section, shown));
  const empty = card({ body: emptyState({ title: t(c.nothing_found), text: t(c.clear) }) });
  return answerPage(
    shell(context, {
      title: t(c.title),
      lead: t(c.lead),
      active: 'disclosure',
      wide: true,
      breadcrumb: [{ href: '/cong-khai', text: t(c.disclosure) }, { text: t(c.register) }],
      ...(mayKeep ? { actions: linkButton({ href: DECLARE, text: t(c.declare) }) } : {}),
      main: html`${errorSummary(problems, t)}${mayKeep && startPart(context, all, rejected)}${filters(context, query)}${sections.length === 0 ? empty : tables}`,
    }),
    rejected?.error.type.status,
  );
}

function isWanted(one: BoundDeclaration, { nhom, xem }: Wanted, { today }: RequestContext): boolean {
  const { declaration } = one;
  if (nhom !== undefined && declaration.section !== nhom) return false;
  if (xem === 'dang') return isFollowed(one);
  if (xem === 'chua') return !isFollowed(one);
  return xem !== 'chua-xac-minh' || regimeOn(declaration, today)?.status === 'UNCONFIRMED';
}

function filters({ t }: RequestContext, { nhom, xem }: Wanted): Html {
  const section = selectField(
    {
      label: t(c.section),
      name: 'nhom',
      value: nhom ?? '',
      options: [
        { value: '', text: t(c.all_sections) },
        ...SECTIONS.map((value) => ({ value, text: t(sectionNames[value]) })),
      ],
    },
    t,
  );
  const show = selectField(
    {
      label: t(c.following),
      name: 'xem',
      value: xem ?? '',
      options: [
        { value: '', text: t(c.show_all) },
        { value: 'dang', text: t(c.show_followed) },
        { value: 'chua', text: t(c.show_not) },
        { value: 'chua-xac-minh', text: t(c.show_open) },
      ],
    },
    t,
  );
  const isFiltered = nhom !== undefined || xem !== undefined;
  return filterBar(
    { action: REGISTER, fields: html`${section}${show}`, reset: isFiltered ? REGISTER : undefined },
    t,
  );
}

function sectionTable(context: RequestContext, section: Section, shown: readonly BoundDeclaration[]): Html {
  const { t, today, lang } = context;
  const rows = shown.filter(({ declaration }) => declaration.section === section);
  return dataTable(
    {
      caption: t(sectionNames[section]),
      captionVisible: true,
      stickyHeader: false,
      columns: [
        { key: 'content', label: t(c.content), primary: true },
        { key: 'when', label: t(c.when) },
        { key: 'where', label: t(c.where), phone: 'hide' },
        { key: 'ground', label: t(c.ground), phone: 'hide' },
        { key: 'followed', label: t(c.following), width: 'fit' },
      ],
      rows: rows.map((one) => {
        const { declaration, isShipped } = one;
        const regime = regimeOn(declaration, today);
        return {
          href: obligationHref(declaration.code),
          cells: [
            titleLines(declaration.name[lang], declaration.officialForm),
            titleLines(occasionSaid(declaration.occasion, t), regime && dueSaid(regime, declaration, t)),
            regime ? placesLine(regime, context) : t(c.no_law_today),
            regime?.basis[0] ? basisSaid(regime.basis[0], t) : '',
            html`${followedWords(one, context)} ${regime && unconfirmedTag(regime, context)}${!isShipped && tag(t(c.own))}`,
          ],
        };
      }),
      empty: html``,
    },
    t,
  );
}

/** Starts to follow many at once: a new tenant begins with all of them. */
function startPart(context: RequestContext, all: readonly BoundDeclaration[], rejected?: Rejected): Html {
  const { t, csrf, today, lang } = context;
  const open = all.filter((one) => !isFollowed(one));
  if (open.length === 0) return html``;
  const typed = rejected?.values;
  const ticked = typed ? [typed.ma ?? []].flat() : open.map(({ declaration }) => declaration.code);
  const which = checkboxGroup(
    {
      label: t(c.start_which),
      name: 'ma',
      values: ticked,
      options: open.map(({ declaration }) => ({ value: declaration.code, text: declaration.name[lang] })),
      error: problemOf(rejected?.problems, 'ma', t),
    },
    t,
  );
  const day = dateField(
    {
      label: t(c.from_on),
      name: 'tu_ngay',
      required: true,
      value: typed ? [typed.tu_ngay ?? ''].flat().join('') : formatDate(today),
      error: problemOf(rejected?.problems, 'tu_ngay', t),
    },
    t,
  );
  const form = html`<p>${t(c.start_what)}</p><form method="post" action="${REGISTER}/ap-dung" novalidate>${csrfInput(csrf)}${day}${which}${button({ text: t(c.start), kind: 'primary' })}</form>`;
  return details(
    t(c.start_many, { n: open.length }),
    form,
    rejected !== undefined || open.length === all.length,
  );
}

export const dayTyped = z.string().transform((text, issues) => {
  const day = parseVietnameseDate(text);
  if (day) return day;
  issues.addIssue({ code: 'custom', params: { message: c.day_wrong } });
  return z.NEVER;
});

const many = z.preprocess(
  (sent) => (sent === undefined ? [] : typeof sent === 'string' ? [sent] : sent),
  z.array(z.string().max(60)).refine((codes) => codes.length > 0, { params: { message: c.none_chosen } }),
);

export const list = get({
  path: REGISTER,
  access: signedIn,
  rate: 'page',
  query: wanted,
  handle: (context, { query }) => listPage(context, query),
});

export const startMany = post({
  path: `${REGISTER}/ap-dung`,
  access: keepersOnly,
  rate: 'write',
  body: z.object({ ma: many, tu_ngay: dayTyped }),
  async handle(context, tx, { body }) {
    const { bound } = await bindObligations(context, tx, { codes: body.ma, fromOn: body.tu_ngay });
    const said = context.t(c.started, { n: bound.length, day: formatDate(body.tu_ngay) });
    return redirectTo(`${REGISTER}?xem=dang`, { kind: 'success', text: said });
  },
  redisplay: (context, _params, rejected) => listPage(context, {}, rejected),
});
