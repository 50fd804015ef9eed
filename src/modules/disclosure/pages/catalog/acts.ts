import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { post, redirectTo } from '../../../../kernel/http/route.ts';
import { bindObligations } from '../../commands/bind-obligations.ts';
import { decideWeb } from '../../commands/decide-web.ts';
import { endObligation } from '../../commands/end-obligation.ts';
import { WEB_SHOWS } from '../../domain/declaration.ts';
import { c } from '../../messages-register.ts';
import { dayTyped } from './list.ts';
import { obligationPage } from './view.ts';
import { keepersOnly, OBLIGATION, obligationHref } from './words.ts';

export const start = post({
  path: `${OBLIGATION}/ap-dung`,
  access: keepersOnly,
  rate: 'write',
  body: z.object({ tu_ngay: dayTyped }),
  async handle(context, tx, { params, body }) {
    const { bound } = await bindObligations(context, tx, { codes: [params.code], fromOn: body.tu_ngay });
    const said = context.t(c.started, { n: bound.length, day: formatDate(body.tu_ngay) });
    return redirectTo(obligationHref(params.code), { kind: 'success', text: said });
  },
  redisplay: (context, params, rejected) => obligationPage(context, params.code, rejected),
});

export const end = post({
  path: `${OBLIGATION}/thoi-ap-dung`,
  access: keepersOnly,
  rate: 'write',
  body: z.object({ den_ngay: dayTyped }),
  async handle(context, tx, { params, body }) {
    await endObligation(context, tx, { code: params.code, untilOn: body.den_ngay });
    const said = context.t(c.ended, { day: formatDate(body.den_ngay) });
    return redirectTo(obligationHref(params.code), { kind: 'success', text: said });
  },
  redisplay: (context, params, rejected) => obligationPage(context, params.code, rejected),
});

const decision = z
  .object({
    hien: z.enum([...WEB_SHOWS, 'khai-bao'], { error: () => ({ message: c.choice_missing.en }) }),
    ly_do: z.string().trim().max(1000).normalize('NFC').default(''),
  })
  .superRefine(({ hien, ly_do }, issues) => {
    if (hien !== 'khai-bao' && ly_do.length < 5)
      issues.addIssue({ code: 'custom', path: ['ly_do'], params: { message: c.reason_missing } });
  });

export const decide = post({
  path: `${OBLIGATION}/tren-mang`,
  access: keepersOnly,
  rate: 'write',
  body: decision,
  async handle(context, tx, { params, body }) {
    const { hien, ly_do: reason } = body;
    await decideWeb(context, tx, {
      code: params.code,
      decision: hien === 'khai-bao' ? null : { show: hien, reason },
    });
    return redirectTo(`${obligationHref(params.code)}#tren-mang`, {
      kind: 'success',
      text: context.t(c.decided),
    });
  },
  redisplay: (context, params, rejected) => obligationPage(context, params.code, rejected),
});
