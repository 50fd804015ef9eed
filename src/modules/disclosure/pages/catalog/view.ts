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
import {
  card,
  dataTable,
  definitionList,
  errorSummary,
  linkButton,
  notice,
  shell,
  tag,
  timeline,
} from '../../../../ui/index.ts';
import { subDimension } from '../../../papi/index.ts';
import { type Column, type Declaration, type Field, regimeOn } from '../../domain/declaration.ts';
import { catalogErrors } from '../../errors-catalog.ts';
import { daysSaid, dueSaid, occasionSaid, valueWords } from '../../messages-catalog.ts';
import { c } from '../../messages-register.ts';
import { sectionNames } from '../../messages-words.ts';
import { mayKeepRegister } from '../../policy-catalog.ts';
import { type BoundDeclaration, declarationOf } from '../../queries/declarations.ts';
import { followCard, webCard } from './cards.ts';
import {
  basisLine,
  DECLARE,
  followedWords,
  OBLIGATION,
  obligationHref,
  owersWords,
  placesLine,
  placesList,
  REGISTER,
  refusals,
  unconfirmedTag,
} from './words.ts';

/** One obligation, wholly explained. */
export async function obligationPage(
  context: RequestContext,
  code: string,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db, actor, lang, today } = context;
  const one = await declarationOf(db, code);
  ensure(one, catalogErrors.no_such_obligation, { code });
  const { declaration } = one;
  const regime = regimeOn(declaration, today);
  const mayKeep = mayKeepRegister(actor, null);
  const warning =
    regime?.status === 'UNCONFIRMED' &&
    notice({ kind: 'warning', title: t(c.unconfirmed), text: t(c.unconfirmed_what) }, t);
  const acts = html`${linkButton({ href: `${obligationHref(code)}/mau.xlsx`, text: t(c.download), kind: 'primary' })}${linkButton({ href: `${obligationHref(code)}/so-do.json`, text: t(c.download_schema) })}${
    mayKeep &&
    (one.isShipped
      ? linkButton({ href: `${DECLARE}?theo=${code}`, text: t(c.declare_like) })
      : linkButton({ href: `${obligationHref(code)}/sua`, text: t(c.change) }))
  }`;
  return answerPage(
    shell(context, {
      title: declaration.name[lang],
      kicker: `${t(sectionNames[declaration.section])} · ${code}`,
      lead: declaration.about[lang],
      active: 'disclosure',
      breadcrumb: [
        { href: '/cong-khai', text: t(c.disclosure) },
        { href: REGISTER, text: t(c.register) },
        { text: declaration.name[lang] },
      ],
      actions: acts,
      main: html`${errorSummary(refusals(rejected, firstField(rejected)), t)}${warning}${card({ body: facts(context, one) })}${timeLine(context, declaration)}${fieldsTable(context, declaration)}${printedRows(context, declaration)}${webCard(context, one, mayKeep, rejected)}${mayKeep && followCard(context, one, rejected)}`,
    }),
    rejected?.error.type.status,
  );
}

/** The first field of the form that was sent. */
const firstField = (rejected: Rejected | undefined): string =>
  Object.keys(rejected?.values ?? {}).find((name) => !name.startsWith('_')) ?? '';

function facts(context: RequestContext, one: BoundDeclaration): Html {
  const { t, lang, today } = context;
  const { declaration } = one;
  const regime = regimeOn(declaration, today);
  const { papi } = declaration;
  const sub = papi.sub === undefined ? undefined : subDimension(papi.sub);
  return definitionList([
    { term: t(c.who), value: owersWords(declaration, context) },
    { term: t(c.when), value: occasionSaid(declaration.occasion, t) },
    { term: t(c.due), value: regime ? dueSaid(regime, declaration, t) : t(c.no_law_today) },
    ...(regime ? [{ term: t(c.places), value: placesList(regime, context) }] : []),
    ...(declaration.officialForm ? [{ term: t(c.form), value: declaration.officialForm }] : []),
    { term: t(c.papi), value: sub ? `${papi.sub} ${sub[lang]}` : String(papi.dimension) },
    { term: t(c.nil), value: t(declaration.nil ? c.nil_yes : c.nil_no) },
    {
      term: t(c.following),
      value: html`${followedWords(one, context)} ${!one.isShipped && tag(t(c.own))}`,
    },
  ]);
}

/** Newest first, as people ask what holds now. */
function timeLine(context: RequestContext, declaration: Declaration): Html {
  const { t, today, lang } = context;
  const current = regimeOn(declaration, today);
  const items = [...declaration.regimes].reverse().map((regime) => ({
    at: daysSaid(regime, t),
    text: html`${dueSaid(regime, declaration, t)} ${regime === current && tag(t(c.now))}${unconfirmedTag(regime, context)}`,
    detail: html`<p>${t(c.ground)}: ${basisLine(regime, context)}.</p><p>${t(c.places)}: ${placesLine(regime, context)}.</p>${regime.note && html`<p>${regime.note[lang]}</p>`}`,
  }));
  return card({ title: t(c.time_line), id: 'quy-dinh', body: timeline(items) });
}

interface FieldLine {
  readonly label: string;
  readonly of: string;
  readonly kind: Column['kind'] | Exclude<Field['kind'], 'table'>;
  readonly required: boolean;
  readonly personal: 'paper' | 'never' | undefined;
}

function fieldsTable(context: RequestContext, { fields }: Declaration): Html {
  const { t, lang } = context;
  const lines = fields.flatMap((field): FieldLine[] =>
    field.kind === 'table'
      ? field.columns.map(({ label, kind, required, personal }) => ({
          label: label[lang],
          of: t(c.in_table, { table: field.label[lang] }),
          kind,
          required: required && field.required,
          personal,
        }))
      : [
          {
            label: field.label[lang],
            of: '',
            kind: field.kind,
            required: field.required,
            personal: field.personal,
          },
        ],
  );
  return dataTable(
    {
      caption: t(c.fields),
      captionVisible: true,
      stickyHeader: false,
      columns: [
        { key: 'field', label: t(c.field), primary: true },
        { key: 'kind', label: t(c.kind) },
        { key: 'must', label: t(c.must), width: 'fit' },
        { key: 'public', label: t(c.public) },
      ],
      rows: lines.map(({ label, of, kind, required, personal }) => ({
        cells: [
          html`<span class="line-title">${label}</span>${of && html`<span class="line-sub">${of}</span>`}`,
          t(valueWords[kind]),
          t(required && personal !== 'never' ? c.must_yes : c.must_no),
          t(personal === undefined ? c.public_open : personal === 'paper' ? c.public_paper : c.public_never),
        ],
      })),
      empty: html``,
    },
    t,
  );
}

function printedRows({ t, lang }: RequestContext, { fields }: Declaration): Html {
  return html`${fields.map(
    (field) =>
      field.kind === 'table' &&
      field.rows &&
      card({
        title: t(c.printed_rows, { table: field.label[lang] }),
        body: html`<ol>${field.rows.map((row) => html`<li>${row[lang]}</li>`)}</ol>`,
      }),
  )}`;
}

export const view = get({
  path: OBLIGATION,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => obligationPage(context, params.code),
});
