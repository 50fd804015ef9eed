import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
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
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dateField,
  definitionList,
  errorSummary,
  linkButton,
  notice,
  radioGroup,
  selectField,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import { answerExtension } from '../commands/answer-extension.ts';
import { askExtension } from '../commands/ask-extension.ts';
import { inTimeUntil } from '../domain/window.ts';
import { periodErrors } from '../errors.ts';
import { m } from '../messages.ts';
import { f } from '../messages-forms.ts';
import { mayAnswer, unitsAskedFor } from '../policy.ts';
import { extensionById } from '../queries/period-record.ts';
import { windowsOfPeriods } from '../queries/windows.ts';
import { dayTyped, optionalDay, reasonTyped, typedIn } from './fields.ts';
import { crumbs, PERIOD_PATH, periodHref, windowBadge, windowReason } from './parts.ts';
import { periodOfAddress } from './period.ts';
import { periodReading } from './reading.ts';

async function askPage(context: RequestContext, code: string, rejected?: Rejected): Promise<Answer> {
  const { t, db, actor, csrf } = context;
  const reading = await periodReading(context);
  const period = await periodOfAddress(context, code, null);
  const units = unitsAskedFor(actor).filter((id) => reading.units.byId.has(id));
  const [first] = units;
  ensure(first !== undefined, kernelErrors.forbidden);
  const windows = await windowsOfPeriods(db, [period], context.now);
  const typed = typedIn(rejected, t);
  const unitId = typed.value('don_vi', first);
  const window = windows.of(code, unitId);
  const after = inTimeUntil(period, windows.extensionOf(code, unitId));
  const days = { after: formatDate(after), lock: formatDate(period.lockOn) };
  const nameOf = (id: string): string => reading.units.names.get(id) ?? '';
  const who =
    units.length > 1
      ? selectField(
          {
            ...typed.of('don_vi', first),
            label: t(f.ask_unit),
            options: units.map((id) => ({ value: id, text: nameOf(id) })),
          },
          t,
        )
      : html`<input type="hidden" name="don_vi" value="${first}"><p>${t(f.ask_unit)}: <strong>${nameOf(first)}</strong></p>`;
  const form = html`<form method="post" action="${periodHref(code)}/gia-han" novalidate>${csrfInput(csrf)}${who}${dateField(
    { ...typed.of('den_ngay'), label: t(f.until_on), hint: t(f.ask_until_hint, days), required: true },
    t,
  )}${textareaField(
    {
      ...typed.of('ly_do'),
      label: t(f.reason),
      hint: t(f.ask_reason_hint),
      rows: 4,
      maxlength: 2000,
      required: true,
    },
    t,
  )}${buttonRow(
    button({ text: t(f.send), kind: 'primary' }),
    linkButton({ href: periodHref(code), text: t(f.back) }),
  )}</form>`;
  const now =
    window && html`<p>${windowBadge(context, window.state)}</p><p>${windowReason(context, window)}</p>`;
  return answerPage(
    shell(context, {
      title: t(f.ask_title),
      active: 'periods',
      kicker: t(period.name),
      lead: t(f.ask_lead),
      breadcrumb: crumbs(context, period, t(f.ask_title)),
      main: html`${errorSummary(typed.problems, t)}${card({ body: html`${now}${form}` })}`,
    }),
  );
}

export const askForm = get({
  path: `${PERIOD_PATH}/gia-han`,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => askPage(context, params.code),
});

export const ask = post({
  path: `${PERIOD_PATH}/gia-han`,
  access: signedIn,
  rate: 'write',
  body: z.object({ don_vi: z.uuid(), den_ngay: dayTyped, ly_do: reasonTyped }),
  async handle(context, tx, { params, body }) {
    const { don_vi: unitId, den_ngay: untilOn, ly_do: reason } = body;
    await askExtension(context, tx, { code: params.code, unitId, untilOn, reason });
    return redirectTo(periodHref(params.code), { kind: 'success', text: context.t(f.asked) });
  },
  redisplay: (context, params, rejected) => askPage(context, params.code, rejected),
});

const ANSWER_PATH = `${PERIOD_PATH}/gia-han/:id{[0-9a-f-]{36}}` as const;

async function answerFormPage(
  context: RequestContext,
  { code, id }: { readonly code: string; readonly id: string },
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db, actor, csrf } = context;
  const reading = await periodReading(context);
  const period = await periodOfAddress(context, code, null);
  const extension = await extensionById(db, id, reading.today);
  ensure(extension?.periodCode === code, periodErrors.extension_not_found);
  // Everybody reads extensions on the page of the period; only who may answer has something to do here.
  if (extension.answer !== null || !mayAnswer(actor, extension)) return redirectTo(periodHref(code));
  const typed = typedIn(rejected, t);
  const asked = formatDate(extension.askedUntilOn);
  const unit = reading.units.names.get(extension.unitId) ?? '';
  const facts = definitionList([
    { term: t(m.col_unit), value: unit },
    { term: t(f.asks_for), value: t(f.asks_text, { date: asked }) },
    { term: t(m.col_reason), value: extension.reason },
    {
      term: t(m.due),
      value: t(m.end_of, { date: formatDate(period.dueOn) }),
    },
    { term: t(m.lock), value: t(m.end_of, { date: formatDate(period.lockOn) }) },
  ]);
  const form = html`<form method="post" action="${periodHref(code)}/gia-han/${id}" novalidate>${csrfInput(csrf)}${radioGroup(
    {
      ...typed.of('tra_loi', ''),
      label: t(f.answer),
      required: true,
      options: [
        { value: 'approved', text: t(f.approve) },
        { value: 'refused', text: t(f.refuse) },
      ],
    },
    t,
  )}${dateField(
    { ...typed.of('den_ngay', asked), label: t(f.approve_until), hint: t(f.approve_until_hint) },
    t,
  )}${textareaField(
    {
      ...typed.of('ly_do'),
      label: t(f.answer_reason),
      hint: t(f.answer_reason_hint),
      rows: 3,
      maxlength: 2000,
    },
    t,
  )}${buttonRow(
    button({ text: t(f.send_answer), kind: 'primary' }),
    linkButton({ href: periodHref(code), text: t(f.back) }),
  )}</form>`;
  const isOwn = extension.askedBy.personId === actor.personId;
  const body = isOwn ? notice({ kind: 'info', text: t(f.own_asked) }, t) : form;
  return answerPage(
    shell(context, {
      title: t(f.answer_title),
      active: 'periods',
      kicker: `${unit} · ${t(period.name)}`,
      breadcrumb: crumbs(context, period, t(f.answer_title)),
      main: html`${errorSummary(typed.problems, t)}${card({ body: html`${facts}${body}` })}`,
    }),
  );
}

export const answerForm = get({
  path: ANSWER_PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => answerFormPage(context, params),
});

export const answer = post({
  path: ANSWER_PATH,
  access: signedIn,
  rate: 'write',
  body: z
    .object({
      tra_loi: z.enum(['approved', 'refused']),
      den_ngay: optionalDay,
      ly_do: z.string().trim().max(2000).default(''),
    })
    .transform(({ tra_loi, den_ngay: untilOn, ly_do: reason }, check) => {
      if (tra_loi === 'refused') return { outcome: tra_loi, reason };
      if (untilOn !== null) return { outcome: tra_loi, untilOn, reason };
      check.addIssue({ code: 'custom', path: ['den_ngay'], params: { message: f.bad_day } });
      return z.NEVER;
    }),
  async handle(context, tx, { params, body }) {
    const { outcome } = body;
    const { code } = await answerExtension(context, tx, { ...body, extensionId: params.id });
    const text = context.t(outcome === 'approved' ? f.approved : f.refused);
    return redirectTo(periodHref(code), { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => answerFormPage(context, params, rejected),
});
