import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  button,
  card,
  checkboxGroup,
  csrfInput,
  dataTable,
  dateField,
  emptyState,
  field,
  radioGroup,
  selectField,
  titleLines,
} from '../../../ui/index.ts';
import { computeDeadline, currentCalendar } from '../../calendar/index.ts';
import { clauseHref } from '../../plans/index.ts';
import { formatCode } from '../domain/code.ts';
import { LOCK_WORKING_DAYS, type Regime } from '../domain/draft.ts';
import { nameOf } from '../domain/names.ts';
import { PERIOD_KINDS, type PeriodKind } from '../domain/period.ts';
import { m } from '../messages.ts';
import { f } from '../messages-forms.ts';
import { periodsByCodes } from '../queries/periods.ts';
import type { PlanWithRules } from '../queries/plan-rules.ts';
import type { Typed } from './fields.ts';

export const MAKE_PATH = '/ky-bao-cao/tao';

const KINDS: Readonly<Record<PeriodKind, Message>> = {
  month: f.month,
  quarter: f.quarter,
  half: f.half,
  year: f.year_kind,
  window: f.window,
};

/** What each issued plan asks for, in its own words, with one button that makes it. */
export async function fromPlanCard(context: RequestContext, plans: readonly PlanWithRules[]): Promise<Html> {
  const { t } = context;
  if (plans.length === 0)
    return card({ title: t(f.from_plan), body: emptyState({ title: t(f.from_plan_none) }) });
  const parts: Html[] = [];
  for (const plan of plans) parts.push(await planPart(context, plan));
  return html`<h2>${t(f.from_plan)}</h2>${parts}`;
}

async function planPart(context: RequestContext, { plan, rules }: PlanWithRules): Promise<Html> {
  const { t, db, csrf } = context;
  const calendar = await currentCalendar(db);
  const codes = rules.map(({ code }) => formatCode(code));
  const stand = new Set((await periodsByCodes(db, codes)).map(({ code }) => code));
  const table = dataTable(
    {
      caption: plan.title,
      captionVisible: true,
      columns: [
        { key: 'period', label: t(m.col_period), primary: true },
        { key: 'says', label: t(f.col_says) },
        { key: 'due', label: t(m.due), width: 'fit' },
      ],
      rows: rules.map((rule, index) => {
        const exists = stand.has(codes[index] ?? '');
        const span = t(m.span, { from: formatDate(rule.fromOn), to: formatDate(rule.toOn) });
        return {
          cells: [
            titleLines(t(nameOf(rule.code)), exists ? `${span} · ${t(f.stands)}` : span),
            html`“${rule.quote}” <a href="${clauseHref(plan.id, rule.clausePath)}">${rule.clausePath}</a>`,
            t(m.end_of, { date: formatDate(computeDeadline(rule.due, calendar).on) }),
          ],
        };
      }),
      empty: html``,
    },
    t,
  );
  const press =
    stand.size === codes.length
      ? html`<p>${t(f.all_stand)}</p>`
      : html`<form method="post" action="${MAKE_PATH}/tu-ke-hoach">${csrfInput(csrf)}<input type="hidden" name="ke_hoach" value="${plan.id}"><input type="hidden" name="nam" value="${plan.year}">${button({ text: t(f.make_from_plan, { year: String(plan.year) }), kind: 'primary', about: plan.title })}</form>`;
  return html`${table}${press}`;
}

/** All periods of a year by one rule. */
export function yearCard({ t, csrf }: RequestContext, typed: Typed, year: number): Html {
  const regime: Regime = typed.value('so_lieu') === 'decree_09' ? 'decree_09' : 'calendar_year';
  const kinds = checkboxGroup(
    {
      ...typed.of('loai'),
      label: t(f.kinds),
      values: typed.values('loai', ['month', 'quarter', 'half', 'year']),
      options: (['month', 'quarter', 'half', 'year'] as const).map((kind) => ({
        value: kind,
        text: t(KINDS[kind]),
      })),
    },
    t,
  );
  const days = radioGroup(
    {
      ...typed.of('so_lieu'),
      label: t(f.regime),
      value: regime,
      options: [
        { value: 'calendar_year', text: t(f.calendar_year), hint: t(f.calendar_year_hint) },
        { value: 'decree_09', text: t(f.decree_09), hint: t(f.decree_09_hint) },
      ],
    },
    t,
  );
  const number = (name: string, label: Message, hint: Message, usual: number): Html =>
    field(
      {
        ...typed.of(name, String(usual)),
        label: t(label),
        hint: t(hint),
        inputmode: 'numeric',
        width: 'short',
        required: true,
      },
      t,
    );
  const body = html`<form method="post" action="${MAKE_PATH}/nam" novalidate>${csrfInput(csrf)}${field(
    {
      ...typed.of('nam', String(year)),
      label: t(f.year),
      inputmode: 'numeric',
      width: 'short',
      required: true,
    },
    t,
  )}${kinds}${days}${number('han_sau', f.due_within, f.due_within_hint, 4)}${number('khoa_sau', f.lock_within, f.lock_within_hint, LOCK_WORKING_DAYS)}${button({ text: t(f.make_year) })}</form>`;
  return card({ title: t(f.of_year), body });
}

/** One period with its own days. */
export function oneCard({ t, csrf }: RequestContext, typed: Typed): Html {
  const kind = selectField(
    {
      ...typed.of('loai_ky', 'window'),
      label: t(f.kind),
      options: PERIOD_KINDS.map((one) => ({ value: one, text: t(KINDS[one]) })),
    },
    t,
  );
  const body = html`<form method="post" action="${MAKE_PATH}" novalidate>${csrfInput(csrf)}${kind}${field(
    { ...typed.of('ten'), label: t(f.name), hint: t(f.name_hint), maxlength: 200, optional: true },
    t,
  )}${dateField({ ...typed.of('tu'), label: t(f.from_on), required: true }, t)}${dateField({ ...typed.of('den'), label: t(f.to_on), required: true }, t)}${dateField(
    { ...typed.of('chot'), label: t(f.cut_off_on), hint: t(f.cut_off_hint), optional: true },
    t,
  )}${field(
    {
      ...typed.of('han'),
      label: t(f.due),
      hint: t(f.due_hint),
      maxlength: 200,
      autocomplete: 'off',
      required: true,
    },
    t,
  )}${dateField({ ...typed.of('khoa'), label: t(f.lock_on), hint: t(f.lock_hint), optional: true }, t)}${button({ text: t(f.make_one) })}</form>`;
  return card({ title: t(f.one), body });
}
