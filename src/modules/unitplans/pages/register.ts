import { ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  confirmAction,
  details,
  errorSummary,
  field,
  filterBar,
  listDownloads,
  problemOf,
  selectField,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { asOfForm, asOfNotice, onSameDay, type Reading, readingOf } from '../../assignments/index.ts';
import {
  changeUnitPlanRule,
  changeUnitPlanRuleInput,
  type Plan,
  planById,
  planErrors,
} from '../../plans/index.ts';
import { UNIT_PLAN_STATES } from '../domain/state.ts';
import { m } from '../messages.ts';
import { rm } from '../messages-register.ts';
import { mayReturn, type PlacedUnitPlan } from '../policy.ts';
import { registerOf } from '../queries/register.ts';
import { textOf } from './draft-form.ts';
import { registerHref } from './parts.ts';
import { registerFile } from './register-file.ts';
import { isWanted, type RegisterQuery, registerQuery, shownRows, stats, table } from './register-rows.ts';

const PATH = '/ke-hoach/:id{[0-9a-f-]{36}}/don-vi';

async function registerPage(
  context: RequestContext,
  planId: string,
  query: RegisterQuery,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db, url } = context;
  const reading = await readingOf(context, query.as_of);
  const plan = await planById(db, planId, reading.day.today);
  ensure(plan && plan.issuedOn !== null, planErrors.not_found);
  const all = shownRows(context, reading, await registerOf(db, planId, reading.day));
  const rows = all.filter((row) => isWanted(row, query));
  if (query['dinh-dang']) return registerFile(context, plan, rows, query['dinh-dang']);
  const exports = html`${listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t)}`;
  const problems =
    rejected &&
    (rejected.problems.length > 0
      ? rejected.problems
      : [{ field: '', message: rejected.error.type, params: rejected.error.params }]);
  const main = html`${errorSummary(problems, t)}${asOfNotice(context, reading)}${all.length > 0 && stats(context, reading, planId, all)}${all.length > 0 && filters(context, planId, query)}${table(context, reading, plan, rows, all.length > 0)}${details(t(m.rule_title), html`<p>${t(m.rule)}</p>`)}${ruleForm(context, reading, plan, rejected)}${asOfForm(context, reading)}`;
  return answerPage(
    shell(context, {
      title: t(rm.title),
      kicker: `${plan.number ?? ''} · ${t(rm.rule)}: ${plan.unitPlanWithin === null ? t(rm.rule_none) : t(rm.rule_days, { n: plan.unitPlanWithin })}`,
      lead: t(rm.lead),
      active: 'unit-plans',
      breadcrumb: [
        { href: '/ke-hoach', text: t(rm.plans) },
        { href: onSameDay(reading, `/ke-hoach/${planId}`), text: plan.number ?? plan.title },
        { text: t(m.unit_plans) },
      ],
      ...(all.length > 0 ? { actions: exports } : {}),
      main,
      wide: true,
      scripts: ['filter-auto'],
    }),
  );
}

function filters(context: RequestContext, planId: string, query: RegisterQuery): Html {
  const { t } = context;
  const isFiltered = query['trang-thai'] !== undefined || query.q !== undefined;
  const options = [
    { value: '', text: t(rm.all) },
    { value: 'tre', text: t(rm.late_only) },
    ...UNIT_PLAN_STATES.map((state) => ({ value: state, text: t(m[state]) })),
  ];
  const kept = query.as_of && html`<input type="hidden" name="as_of" value="${query.as_of}">`;
  return filterBar(
    {
      action: registerHref(planId),
      fields: html`${kept}${selectField({ label: t(rm.state), name: 'trang-thai', value: query['trang-thai'] ?? '', options }, t)}${field({ label: t(rm.unit_words), name: 'q', type: 'search', value: query.q }, t)}`,
      ...(isFiltered ? { reset: registerHref(planId) } : {}),
    },
    t,
  );
}

/** Changing the time given, for those who may record the plan's issue. */
function ruleForm(
  context: RequestContext,
  reading: Reading,
  plan: Plan,
  rejected: Rejected | undefined,
): Html {
  const { t, actor } = context;
  const placed: PlacedUnitPlan = { lineage: [], issuerLineage: plan.lineage, isIssued: true };
  const may = reading.day.asOf === null && plan.state === 'issued' && mayReturn(actor, placed);
  if (!may) return html``;
  const typed = (name: string, otherwise = ''): string =>
    rejected === undefined ? otherwise : (textOf(rejected.values, name) ?? '');
  return confirmAction({
    summary: t(rm.change_rule),
    explain: t(rm.change_rule_what),
    action: `${registerHref(plan.id)}/thoi-han`,
    csrf: context.csrf,
    button: t(rm.change_rule),
    fields: html`${field({ label: t(rm.within), name: 'within', value: typed('within', String(plan.unitPlanWithin ?? '')), width: 'short', inputmode: 'numeric', maxlength: 3, error: problemOf(rejected?.problems, 'within', t) }, t)}${textareaField({ label: t(rm.reason), name: 'reason', value: typed('reason'), rows: 3, maxlength: 2000, required: true, error: problemOf(rejected?.problems, 'reason', t) }, t)}`,
  });
}

export const register = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: registerQuery,
  handle: (context, { params, query }) => registerPage(context, params.id, query),
});

export const changeRule = post({
  path: `${PATH}/thoi-han`,
  access: signedIn,
  rate: 'write',
  body: changeUnitPlanRuleInput.omit({ planId: true }),
  async handle(context, tx, { params, body }) {
    await changeUnitPlanRule(context, tx, { ...body, planId: params.id });
    return redirectTo(registerHref(params.id), { kind: 'success', text: context.t(rm.rule_changed) });
  },
  redisplay: (context, params, rejected) =>
    registerPage(context, params.id ?? '', { as_of: undefined }, rejected),
});
