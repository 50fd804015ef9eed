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
  linkButton,
  selectField,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { endReopening, reopenPeriod } from '../commands/reopen.ts';
import { windowOf } from '../domain/window.ts';
import { periodLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { f } from '../messages-forms.ts';
import { dayTyped, managers, reasonTyped, typedIn } from './fields.ts';
import { crumbs, PERIOD_PATH, periodHref, reportingUnits, windowBadge, windowReason } from './parts.ts';
import { periodOfAddress } from './period.ts';
import { periodReading } from './reading.ts';

const ALL = 'tat-ca';

async function reopenPage(context: RequestContext, code: string, rejected?: Rejected): Promise<Answer> {
  const { t, csrf } = context;
  const reading = await periodReading(context);
  const period = await periodOfAddress(context, code, null);
  const typed = typedIn(rejected, t);
  const window = windowOf(period, context.now, null, null);
  const form = html`<form method="post" action="${periodHref(code)}/mo-lai" novalidate>${csrfInput(csrf)}${selectField(
    {
      ...typed.of('don_vi', ALL),
      label: t(f.for_unit),
      options: [{ value: ALL, text: t(f.for_all) }, ...reportingUnits(reading.units)],
    },
    t,
  )}${dateField(
    {
      ...typed.of('den_ngay', formatDate(reading.today)),
      label: t(f.until_on),
      hint: t(f.reopen_until_hint, { days: periodLimits.reopened_days }),
      required: true,
    },
    t,
  )}${textareaField(
    {
      ...typed.of('ly_do'),
      label: t(f.reason),
      hint: t(f.reopen_reason_hint),
      rows: 4,
      maxlength: 2000,
      required: true,
    },
    t,
  )}${buttonRow(
    button({ text: t(f.reopen), kind: 'primary' }),
    linkButton({ href: periodHref(code), text: t(f.back) }),
  )}</form>`;
  const now = html`<p>${windowBadge(context, window.state)}</p><p>${windowReason(context, window)}</p>`;
  return answerPage(
    shell(context, {
      title: t(f.reopen_title),
      active: 'periods',
      kicker: t(period.name),
      lead: t(f.reopen_lead),
      breadcrumb: crumbs(context, period, t(f.reopen_title)),
      main: html`${errorSummary(typed.problems, t)}${card({ body: html`${now}${form}` })}`,
    }),
  );
}

export const reopenForm = get({
  path: `${PERIOD_PATH}/mo-lai`,
  access: managers,
  rate: 'page',
  handle: (context, { params }) => reopenPage(context, params.code),
});

export const reopen = post({
  path: `${PERIOD_PATH}/mo-lai`,
  access: managers,
  rate: 'write',
  body: z.object({
    don_vi: z.union([z.literal(ALL), z.uuid()]),
    den_ngay: dayTyped,
    ly_do: reasonTyped,
  }),
  async handle(context, tx, { params, body }) {
    await reopenPeriod(context, tx, {
      code: params.code,
      unitId: body.don_vi === ALL ? null : body.don_vi,
      untilOn: body.den_ngay,
      reason: body.ly_do,
    });
    return redirectTo(periodHref(params.code), { kind: 'success', text: context.t(f.reopened) });
  },
  redisplay: (context, params, rejected) => reopenPage(context, params.code, rejected),
});

export const end = post({
  path: `${PERIOD_PATH}/mo-lai/:id{[0-9a-f-]{36}}/ket-thuc`,
  access: managers,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    const { code } = await endReopening(context, tx, { reopeningId: params.id });
    return redirectTo(periodHref(code), { kind: 'success', text: context.t(m.ended) });
  },
});
