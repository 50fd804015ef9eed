import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  only,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  checkboxField,
  csrfInput,
  dataTable,
  errorSummary,
  linkButton,
  notice,
  problemOf,
  shell,
} from '../../../ui/index.ts';
import { type UnitsOfDay, unitGroups, unitsOfDay } from '../../units/index.ts';
import { changeFigure, defineFigure } from '../commands/define-figure.ts';
import { type FigureDefinition, NUMBER_KINDS } from '../domain/figure.ts';
import { similarTo } from '../domain/similar.ts';
import { figureErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { f } from '../messages-form.ts';
import { mayDefine, mayDefineSome } from '../policy.ts';
import { definitionHistory, definitionsOf } from '../queries/definitions.ts';
import { meansFields, type Shown, whatFields, whoFields } from './form-fields.ts';
import { changeBody, defineBody, factsOf, typedOf } from './form-input.ts';
import { CODE } from './one.ts';
import { changesBetween } from './one-history.ts';
import { figureHref, namesOf } from './words.ts';

const definersOnly = only('cơ quan chủ trì, cơ quan thường trực', mayDefineSome);

type Values = Readonly<Record<string, string | readonly string[]>>;

const EMPTY: Values = { numberKind: 'count', decimals: '0', dimension: '0', direction: 'up', rollUp: 'sum' };

function shownOf(context: RequestContext, values: Values, rejected: Rejected | undefined): Shown {
  const all = (name: string): readonly string[] => {
    const value = (rejected?.values ?? values)[name];
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
  };
  return {
    all,
    text: (name) => all(name)[0] ?? '',
    error: (name) => problemOf(rejected?.problems, name, context.t),
  };
}

interface FormProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly back: string;
  /** The figure that is changed; none when one is made. */
  readonly figure?: FigureDefinition;
  readonly values: Values;
}

async function form(context: RequestContext, props: FormProps, rejected?: Rejected): Promise<Answer> {
  const { t, db, today } = context;
  const shown = shownOf(context, props.values, rejected);
  const units = await unitsOfDay(db, today);
  const choices = {
    owners: ownersOf(context, units),
    groups: await unitGroups(db),
    units: units.tree.filter(({ kind }) => kind !== 'thon'),
  };
  const isOld = props.figure !== undefined && rejected?.error.type === figureErrors.changed_meanwhile;
  const revision = isOld ? String(props.figure.revision) : shown.text('revision');
  const isSimilar = rejected?.error.type === figureErrors.similar_exists;
  const body = html`${summary(context, rejected)}<form method="post" action="${props.action}" class="form" novalidate>${csrfInput(context.csrf)}${props.figure && html`<input type="hidden" name="revision" value="${revision}">`}${isOld && (await meanwhilePart(context, props.figure, Number(shown.text('revision'))))}${isSimilar && (await similarPart(context, props, shown))}${whatFields(context, shown, !props.figure)}${whoFields(context, shown, choices)}${meansFields(context, shown)}${buttonRow(
    button({ text: t(f.save), kind: 'primary' }),
    linkButton({ href: props.back, text: t(f.back) }),
  )}</form>`;
  const crumbs = props.figure ? [{ href: props.back, text: props.figure.code }] : [];
  return answerPage(
    shell(context, {
      title: props.title,
      lead: props.lead,
      active: 'figures',
      breadcrumb: [{ href: '/chi-tieu', text: t(m.title) }, ...crumbs, { text: props.title }],
      main: card({ body }),
    }),
  );
}

function ownersOf({ actor }: RequestContext, { tree }: UnitsOfDay) {
  return tree
    .filter(
      ({ id, kind, lineage }) =>
        kind !== 'thon' && mayDefine(actor, { ownerUnitId: id, ownerLineage: lineage }),
    )
    .map(({ id, name }) => ({ value: id, text: name }));
}

function summary({ t }: RequestContext, rejected: Rejected | undefined): Html {
  if (!rejected) return html``;
  const { error, problems } = rejected;
  const whole = [{ field: '', message: error.type, params: error.params }];
  return errorSummary(problems.length > 0 ? problems : whole, t);
}

/** What exists already, and the tick of whoever has looked at it. */
async function similarPart(context: RequestContext, props: FormProps, shown: Shown): Promise<Html> {
  const { t, db, today } = context;
  const { names } = await unitsOfDay(db, today);
  const numberKind = NUMBER_KINDS.find((kind) => kind === shown.text('numberKind')) ?? 'count';
  const others = (await definitionsOf(db)).filter(({ id }) => id !== props.figure?.id);
  const candidate = { name: shown.text('name'), unitOfMeasure: shown.text('unitOfMeasure'), numberKind };
  const table = dataTable(
    {
      caption: t(f.similar),
      captionVisible: true,
      columns: [
        { key: 'code', label: t(m.col_code), width: 'fit' },
        { key: 'name', label: t(m.col_name), primary: true },
        { key: 'owner', label: t(m.owner) },
        { key: 'score', label: t(f.similar), hideLabel: true, width: 'fit' },
      ],
      rows: similarTo(candidate, others).map(({ figure, score }) => ({
        href: figureHref(figure.code),
        cells: [
          figure.code,
          figure.name,
          names.get(figure.ownerUnitId) ?? '',
          t(f.similar_score, { n: Math.round(score * 100) }),
        ],
      })),
      empty: html``,
    },
    t,
  );
  return html`${table}${checkboxField({ name: 'confirmed', label: t(f.confirm) }, t)}`;
}

/** What somebody else changed since the form was made; saving again goes on from there. */
async function meanwhilePart(
  context: RequestContext,
  figure: FigureDefinition,
  revision: number,
): Promise<Html> {
  const { t, db, today } = context;
  const seen = (await definitionHistory(db, figure.id)).find((one) => one.revision === revision);
  if (!seen) return html``;
  const names = namesOf(await unitGroups(db), await unitsOfDay(db, today));
  const changes = changesBetween(context, names, seen, figure);
  return notice({ kind: 'info', text: html`${t(f.meanwhile, { who: figure.changedBy })}${changes}` }, t);
}

const defineProps = ({ t }: RequestContext): FormProps => ({
  title: t(f.define_title),
  lead: t(f.define_lead),
  action: '/chi-tieu/them',
  back: '/chi-tieu',
  values: EMPTY,
});

export const defineForm = get({
  path: '/chi-tieu/them',
  access: definersOnly,
  rate: 'page',
  handle: (context) => form(context, defineProps(context)),
});

export const defineAction = post({
  path: '/chi-tieu/them',
  access: definersOnly,
  rate: 'write',
  body: defineBody,
  async handle(context, tx, { body }) {
    const { code, ...fields } = body;
    const { confirmed } = fields;
    await defineFigure(context, tx, { code, facts: factsOf(fields), confirmed });
    return redirectTo(figureHref(code), { kind: 'success', text: context.t(f.defined, { code }) });
  },
  redisplay: (context, _params, rejected) => form(context, defineProps(context), rejected),
});

async function figureOf({ db }: RequestContext, code: string): Promise<FigureDefinition> {
  const figure = (await definitionsOf(db)).find((one) => one.code === code);
  ensure(figure, figureErrors.not_found);
  return figure;
}

const changeProps = ({ t }: RequestContext, figure: FigureDefinition): FormProps => ({
  title: t(f.change_title, { code: figure.code }),
  lead: t(f.change_lead),
  action: `${figureHref(figure.code)}/sua`,
  back: figureHref(figure.code),
  figure,
  values: typedOf(figure),
});

export const changeForm = get({
  path: `/chi-tieu/${CODE}/sua`,
  access: definersOnly,
  rate: 'page',
  async handle(context, { params }) {
    const figure = await figureOf(context, params.code);
    const { byId } = await unitsOfDay(context.db, context.today);
    const { ownerUnitId } = figure;
    const ownerLineage = byId.get(ownerUnitId)?.lineage ?? [];
    ensure(mayDefine(context.actor, { ownerUnitId, ownerLineage }), figureErrors.may_not_define);
    return form(context, changeProps(context, figure));
  },
});

export const changeAction = post({
  path: `/chi-tieu/${CODE}/sua`,
  access: definersOnly,
  rate: 'write',
  body: changeBody,
  async handle(context, tx, { params, body }) {
    const { revision, ...fields } = body;
    const figure = await figureOf(context, params.code);
    const { confirmed } = fields;
    await changeFigure(context, tx, { figureId: figure.id, revision, facts: factsOf(fields), confirmed });
    return redirectTo(figureHref(params.code), {
      kind: 'success',
      text: context.t(f.changed, { code: params.code }),
    });
  },
  async redisplay(context, params, rejected) {
    const figure = await figureOf(context, params.code ?? '');
    return form(context, changeProps(context, figure), rejected);
  },
});
