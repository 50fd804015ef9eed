import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, only, post, type RequestContext, redirectTo } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  button,
  card,
  csrfInput,
  definitionList,
  details,
  field,
  fixedNumber,
  selectField,
  shell,
} from '../../../ui/index.ts';
import { setTarget, targetInput } from '../commands/set-target.ts';
import { nameOf, TOTAL } from '../domain/editions.ts';
import { type TargetState, targetState } from '../domain/target.ts';
import { m } from '../messages.ts';
import { mayKeepIndex } from '../policy.ts';
import { homeProvince } from '../queries/home-province.ts';
import type { PlaceView } from '../queries/province-view.ts';
import { placeView } from '../queries/province-view.ts';
import type { SetTarget } from '../store-targets.ts';
import { INDEX_PATH, type IndexReading, indexReading } from './reading.ts';

const STATES: Readonly<Record<TargetState, Message>> = {
  open: m.target_open,
  met: m.target_met,
  missed: m.target_missed,
  not_comparable: m.target_not_comparable,
};

/** What is aimed at, whether it was reached, and for those who may, the form that sets it. */
export function targetCard(
  context: RequestContext,
  reading: IndexReading,
  view: PlaceView,
  targets: readonly SetTarget[],
): Html {
  const { t } = context;
  const items = targets.slice(0, 6).map((target) => ({
    term: `${t(m.target, { year: String(target.year) })}${target.code === TOTAL ? '' : ` · ${codeName(context, view, target.code)}`}`,
    value: html`<strong>${goalText(context, target)}</strong>. ${t(STATES[targetState(target, view.place.code, view.all)])}. <span class="table-note">${t(m.target_set_by, { who: target.setBy, date: formatDate(vietnamDate(target.setAt)) })}${target.note && `. ${target.note}`}</span>`,
  }));
  const may = reading.asOf === null && mayKeepIndex(context.actor, null);
  if (items.length === 0 && !may) return html``;
  const list = items.length > 0 ? definitionList(items) : html`<p>${t(m.target_none)}</p>`;
  return card({
    id: 'muc-tieu',
    body: html`${list}${may && details(t(m.target_form), targetForm(context, view))}`,
  });
}

function goalText({ t }: RequestContext, target: SetTarget): string {
  return target.kind === 'rank_up'
    ? `${t(m.target_rank_up)} ${t(m.target_rank_up_text, { year: String(target.year - 1) })}`
    : t(m.target_points, { points: fixedNumber(target.points ?? 0, 2, t) });
}

function codeName({ t }: RequestContext, { results }: PlaceView, code: string): string {
  const name = nameOf(results.edition, code);
  const number = code.startsWith('D') ? code.slice(1) : code;
  return code === TOTAL ? t(m.total) : `${number}. ${name ? t(name) : ''}`;
}

interface Typed {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: ReadonlyMap<string, string>;
}

function targetForm(context: RequestContext, view: PlaceView, typed?: Typed): Html {
  const { t, csrf } = context;
  const value = (name: string, usual: string): string => {
    const given = typed?.values[name];
    return typeof given === 'string' ? given : usual;
  };
  const { edition, year } = view.results;
  const codes = [TOTAL, ...edition.dimensions.flatMap((one) => [one.code, ...one.parts])];
  const years = [year + 1, year + 2, year].map((one) => ({ value: String(one), text: String(one) }));
  const kinds = [
    { value: 'rank_up', text: t(m.target_rank_up) },
    { value: 'points', text: t(m.target_kind_points) },
    { value: 'none', text: t(m.target_kind_none) },
  ];
  return html`<form method="post" action="/chi-so/muc-tieu" class="form" novalidate>${csrfInput(csrf)}${selectField(
    { label: t(m.year), name: 'year', options: years, value: value('year', String(year + 1)) },
    t,
  )}${selectField(
    {
      label: t(m.target_code),
      name: 'code',
      options: codes.map((code) => ({ value: code, text: codeName(context, view, code) })),
      value: value('code', TOTAL),
    },
    t,
  )}${selectField({ label: t(m.target_kind), name: 'kind', options: kinds, value: value('kind', 'rank_up') }, t)}${field(
    {
      label: t(m.points),
      name: 'points',
      value: value('points', ''),
      width: 'short',
      optional: true,
      error: typed?.problems.get('points'),
    },
    t,
  )}${field(
    { label: t(m.note), name: 'note', value: value('note', ''), maxlength: 500, optional: true },
    t,
  )}${button({ text: t(m.save), kind: 'primary' })}</form>`;
}

export const saveTarget = post({
  path: '/chi-so/muc-tieu',
  access: only('standing agency or administrator of the jurisdiction', mayKeepIndex),
  rate: 'write',
  body: targetInput,
  async handle(context, tx, { body }) {
    await setTarget(context, tx, body);
    return redirectTo(`${INDEX_PATH}#muc-tieu`, { kind: 'success', text: context.t(m.target_saved) });
  },
  async redisplay(context, _params, rejected) {
    const { t, db } = context;
    const reading = indexReading(context, undefined);
    const home = await homeProvince(db, reading.day);
    const view = home && (await placeView(db, { place: home.code, day: reading.day }));
    if (!view) throw rejected.error;
    const problems = new Map(rejected.problems.map((one) => [one.field, t(one.message, one.params)]));
    return answerPage(
      shell(context, {
        title: t(m.target_form),
        active: 'index',
        breadcrumb: [{ href: INDEX_PATH, text: t(m.title) }, { text: t(m.target_form) }],
        main: card({ body: targetForm(context, view, { values: rejected.values, problems }) }),
      }),
      422,
    );
  },
});
