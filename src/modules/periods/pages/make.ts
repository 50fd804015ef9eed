import { z } from 'zod';
import { yearOf } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { errorSummary, shell } from '../../../ui/index.ts';
import { type MadePeriods, makeFromPlan, makePeriod, makeYear } from '../commands/make-periods.ts';
import { REGIMES } from '../domain/draft.ts';
import { PERIOD_KINDS } from '../domain/period.ts';
import { periodLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { f } from '../messages-forms.ts';
import { plansWithRules } from '../queries/plan-rules.ts';
import { dayTyped, expressionTyped, managers, optionalDay, typedIn } from './fields.ts';
import { fromPlanCard, MAKE_PATH, oneCard, yearCard } from './make-forms.ts';
import { periodHref } from './parts.ts';

/** Which of the forms was sent: the others show what they show at first. */
type Form = 'plan' | 'year' | 'one';

async function makePage(
  context: RequestContext,
  refused?: { readonly form: Form; readonly rejected: Rejected },
): Promise<Answer> {
  const { t, db, actor, today } = context;
  const plans = await plansWithRules(db, actor, today);
  const of = (form: Form) => typedIn(refused?.form === form ? refused.rejected : undefined, t);
  const problems = refused ? of(refused.form).problems : [];
  const main: Html = html`${errorSummary(problems, t)}${await fromPlanCard(context, plans)}${yearCard(context, of('year'), yearOf(today))}${oneCard(context, of('one'))}`;
  return answerPage(
    shell(context, {
      title: t(f.make_title),
      active: 'periods',
      lead: t(f.make_lead),
      breadcrumb: [{ href: '/ky-bao-cao', text: t(m.title) }, { text: t(f.make_title) }],
      main,
    }),
  );
}

function done({ t }: RequestContext, year: number, { made, stood }: MadePeriods): Answer {
  const counts = { n: made.length, k: stood.length };
  const message: Message = stood.length === 0 ? f.made : f.made_stood;
  return redirectTo(`/ky-bao-cao?nam=${year}`, { kind: 'success', text: t(message, counts) });
}

export const makeForm = get({
  path: MAKE_PATH,
  access: managers,
  rate: 'page',
  handle: (context) => makePage(context),
});

export const fromPlan = post({
  path: `${MAKE_PATH}/tu-ke-hoach`,
  access: managers,
  rate: 'write',
  body: z.object({ ke_hoach: z.uuid(), nam: z.coerce.number().int() }),
  async handle(context, tx, { body }) {
    return done(context, body.nam, await makeFromPlan(context, tx, { planId: body.ke_hoach }));
  },
  redisplay: (context, _params, rejected) => makePage(context, { form: 'plan', rejected }),
});

const many = z.preprocess(
  (typed) => (typeof typed === 'string' ? [typed] : typed),
  z.array(z.enum(['month', 'quarter', 'half', 'year'])).min(1),
);

export const ofYear = post({
  path: `${MAKE_PATH}/nam`,
  access: managers,
  rate: 'write',
  body: z.object({
    nam: z.coerce.number().int().min(2000).max(2199),
    loai: many,
    so_lieu: z.enum(REGIMES),
    han_sau: z.coerce.number().int().min(1).max(periodLimits.due_working_days),
    khoa_sau: z.coerce.number().int().min(0).max(periodLimits.lock_working_days),
  }),
  async handle(context, tx, { body }) {
    const outcome = await makeYear(context, tx, {
      year: body.nam,
      kinds: body.loai,
      regime: body.so_lieu,
      dueWithin: body.han_sau,
      lockWithin: body.khoa_sau,
    });
    return done(context, body.nam, outcome);
  },
  redisplay: (context, _params, rejected) => makePage(context, { form: 'year', rejected }),
});

export const one = post({
  path: MAKE_PATH,
  access: managers,
  rate: 'write',
  body: z.object({
    loai_ky: z.enum(PERIOD_KINDS),
    ten: z.string().trim().max(200).default(''),
    tu: dayTyped,
    den: dayTyped,
    chot: optionalDay,
    han: expressionTyped,
    khoa: optionalDay,
  }),
  async handle(context, tx, { body }) {
    const code = await makePeriod(context, tx, {
      kind: body.loai_ky,
      name: body.ten,
      fromOn: body.tu,
      toOn: body.den,
      cutOffOn: body.chot,
      due: body.han,
      lockOn: body.khoa,
    });
    return redirectTo(periodHref(code), { kind: 'success', text: context.t(f.made, { n: 1 }) });
  },
  redisplay: (context, _params, rejected) => makePage(context, { form: 'one', rejected }),
});
