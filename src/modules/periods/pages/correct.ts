import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dateField,
  errorSummary,
  field,
  linkButton,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { writeExpression } from '../../calendar/index.ts';
import { correctPeriod } from '../commands/correct-period.ts';
import { type Period, STEPS } from '../domain/period.ts';
import { periodErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { f } from '../messages-forms.ts';
import { dayTyped, expressionTyped, managers, reasonTyped, type Typed, typedIn } from './fields.ts';
import { crumbs, PERIOD_PATH, periodHref, STEP_NAMES } from './parts.ts';
import { periodOfAddress } from './period.ts';

async function correctPage(context: RequestContext, code: string, rejected?: Rejected): Promise<Answer> {
  const { t, csrf } = context;
  const period = await periodOfAddress(context, code, null);
  const typed = typedIn(rejected, t);
  // Sent again after seeing what the other person corrected, it is the newest that is meant.
  const seen = rejected?.error.type === periodErrors.changed_meanwhile ? undefined : rejected;
  const revision = typedIn(seen, t).value('ban', String(period.revision));
  const form = html`<form method="post" action="${periodHref(code)}/sua" novalidate>${csrfInput(csrf)}<input type="hidden" name="ban" value="${revision}">${dayFields(context, period, typed)}${milestoneFields(context, period, typed)}${textareaField(
    {
      ...typed.of('ly_do'),
      label: t(f.reason),
      hint: t(f.correct_reason_hint),
      rows: 3,
      maxlength: 2000,
      required: true,
    },
    t,
  )}${buttonRow(
    button({ text: t(f.save), kind: 'primary' }),
    linkButton({ href: periodHref(code), text: t(f.back) }),
  )}</form>`;
  return answerPage(
    shell(context, {
      title: t(f.correct_title),
      active: 'periods',
      kicker: t(period.name),
      lead: t(f.correct_lead),
      breadcrumb: crumbs(context, period, t(f.correct_title)),
      main: html`${errorSummary(typed.problems, t)}${seen === rejected ? '' : standsNow(context, period)}${card({ body: form })}`,
    }),
  );
}

/** What another person made of the days meanwhile, beside what was typed. */
function standsNow({ t }: RequestContext, period: Period) {
  const days = [
    [m.data, t(m.span, { from: formatDate(period.fromOn), to: formatDate(period.toOn) })],
    [m.cut_off, formatDate(period.cutOffOn)],
    ...period.milestones.map(({ step, on }) => [STEP_NAMES[step], formatDate(on)] as const),
    [m.due, formatDate(period.dueOn)],
    [m.lock, formatDate(period.lockOn)],
  ] as const;
  return card({
    title: t(f.stands_now),
    body: html`<ul>${days.map(([name, day]) => html`<li>${t(name)}: ${day}</li>`)}</ul>`,
  });
}

function dayFields({ t, lang }: RequestContext, period: Period, typed: Typed) {
  const { fromOn, toOn, cutOffOn, lockOn, due, kind } = period;
  const span = { from: formatDate(fromOn), to: formatDate(toOn) };
  const days =
    kind === 'window'
      ? html`<p>${t(f.window_days, span)}</p><input type="hidden" name="tu" value="${span.from}"><input type="hidden" name="den" value="${span.to}">`
      : html`${dateField({ ...typed.of('tu', span.from), label: t(f.from_on), required: true }, t)}${dateField({ ...typed.of('den', span.to), label: t(f.to_on), required: true }, t)}`;
  return html`${days}${dateField({ ...typed.of('chot', formatDate(cutOffOn)), label: t(f.cut_off_on), required: true }, t)}${field(
    {
      ...typed.of('han', writeExpression(due.expression, lang)),
      label: t(f.due),
      hint: t(f.due_hint),
      maxlength: 200,
      autocomplete: 'off',
      required: true,
    },
    t,
  )}${dateField({ ...typed.of('khoa', formatDate(lockOn)), label: t(f.lock_on), required: true }, t)}`;
}

function milestoneFields({ t, lang }: RequestContext, period: Period, typed: Typed) {
  const fields = STEPS.map((step) => {
    const milestone = period.milestones.find((one) => one.step === step) ?? period.due;
    return field(
      {
        ...typed.of(`moc_${step}`, writeExpression(milestone.expression, lang)),
        label: t(STEP_NAMES[step]),
        maxlength: 200,
        autocomplete: 'off',
        required: true,
      },
      t,
    );
  });
  return html`<fieldset class="field"><legend>${t(m.milestones_title)}</legend><p class="hint">${t(f.milestone_hint)}</p>${fields}</fieldset>`;
}

export const correctForm = get({
  path: `${PERIOD_PATH}/sua`,
  access: managers,
  rate: 'page',
  handle: (context, { params }) => correctPage(context, params.code),
});

export const correct = post({
  path: `${PERIOD_PATH}/sua`,
  access: managers,
  rate: 'write',
  body: z.object({
    ban: z.coerce.number().int(),
    tu: dayTyped,
    den: dayTyped,
    chot: dayTyped,
    han: expressionTyped,
    khoa: dayTyped,
    moc_unit: expressionTyped,
    moc_sector: expressionTyped,
    moc_standing: expressionTyped,
    ly_do: reasonTyped,
  }),
  async handle(context, tx, { params, body }) {
    await correctPeriod(context, tx, {
      code: params.code,
      revision: body.ban,
      fromOn: body.tu,
      toOn: body.den,
      cutOffOn: body.chot,
      due: body.han,
      lockOn: body.khoa,
      milestones: { unit: body.moc_unit, sector: body.moc_sector, standing: body.moc_standing },
      reason: body.ly_do,
    });
    return redirectTo(periodHref(params.code), { kind: 'success', text: context.t(f.corrected) });
  },
  redisplay: (context, params, rejected) => correctPage(context, params.code, rejected),
});
