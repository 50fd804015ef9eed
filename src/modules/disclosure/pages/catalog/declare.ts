import { stringify } from 'yaml';
import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import { html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
} from '../../../../kernel/http/route.ts';
import {
  button,
  card,
  csrfInput,
  dateField,
  errorSummary,
  problemOf,
  shell,
  textareaField,
} from '../../../../ui/index.ts';
import { declareObligation, TEXT_FIELD } from '../../commands/declare-obligation.ts';
import type { Declaration } from '../../domain/declaration.ts';
import { catalogErrors } from '../../errors-catalog.ts';
import { catalogLimits } from '../../limits-catalog.ts';
import { c } from '../../messages-register.ts';
import { declarationOf } from '../../queries/declarations.ts';
import { dayTyped } from './list.ts';
import { SAMPLE } from './sample.ts';
import { DECLARE, keepersOnly, OBLIGATION, obligationHref, REGISTER, refusals } from './words.ts';

interface Shown {
  readonly text: string;
  /** The code of the one that is changed. */
  readonly changes?: string | undefined;
}

function declarePage(context: RequestContext, { text, changes }: Shown, rejected?: Rejected): Answer {
  const { t, csrf, today } = context;
  const title = t(changes === undefined ? c.declare : c.change);
  const typed = (name: string, otherwise: string): string =>
    rejected && name in rejected.values ? [rejected.values[name] ?? ''].flat().join('') : otherwise;
  const problems = refusals(rejected, TEXT_FIELD);
  const day =
    changes === undefined &&
    dateField(
      {
        label: t(c.from_on),
        name: 'tu_ngay',
        required: true,
        value: typed('tu_ngay', formatDate(today)),
        error: problemOf(problems, 'tu_ngay', t),
      },
      t,
    );
  const body = textareaField(
    {
      label: t(c.text),
      name: TEXT_FIELD,
      hint: t(c.text_hint),
      rows: 36,
      required: true,
      maxlength: catalogLimits.declaration_characters,
      value: typed(TEXT_FIELD, text),
      error: problemOf(problems, TEXT_FIELD, t),
    },
    t,
  );
  return answerPage(
    shell(context, {
      title,
      lead: t(changes === undefined ? c.declare_what : c.change_what),
      active: 'disclosure',
      breadcrumb: [
        { href: '/cong-khai', text: t(c.disclosure) },
        { href: REGISTER, text: t(c.register) },
        { text: title },
      ],
      main: html`${errorSummary(problems, t)}${card({
        body: html`<form method="post" action="${changes === undefined ? DECLARE : `${obligationHref(changes)}/sua`}" novalidate>${csrfInput(csrf)}${day}${body}${button({ text: t(c.save), kind: 'primary' })}</form>`,
      })}`,
    }),
    rejected?.error.type.status,
  );
}

const written = (declaration: Declaration): string => stringify(declaration, { lineWidth: 120 });

export const newObligation = get({
  path: DECLARE,
  access: keepersOnly,
  rate: 'page',
  query: z.object({ theo: z.string().max(60).optional() }),
  async handle(context, { query }) {
    const like = query.theo === undefined ? undefined : await declarationOf(context.db, query.theo);
    return declarePage(context, { text: like ? written(like.declaration) : SAMPLE });
  },
});

const sentText = z.string().max(catalogLimits.declaration_characters);

export const declare = post({
  path: DECLARE,
  access: keepersOnly,
  rate: 'write',
  body: z.object({ [TEXT_FIELD]: sentText, tu_ngay: dayTyped }),
  async handle(context, tx, { body }) {
    const { code } = await declareObligation(context, tx, { text: body[TEXT_FIELD], fromOn: body.tu_ngay });
    return redirectTo(obligationHref(code), { kind: 'success', text: context.t(c.declared, { code }) });
  },
  redisplay: async (context, _params, rejected) => declarePage(context, { text: SAMPLE }, rejected),
});

async function ownOf({ db }: RequestContext, code: string): Promise<Declaration> {
  const one = await declarationOf(db, code);
  ensure(one, catalogErrors.no_such_obligation, { code });
  if (one.isShipped) throw new AppError(catalogErrors.not_own_obligation, { name: one.declaration.name });
  return one.declaration;
}

export const edit = get({
  path: `${OBLIGATION}/sua`,
  access: keepersOnly,
  rate: 'page',
  async handle(context, { params }) {
    return declarePage(context, { text: written(await ownOf(context, params.code)), changes: params.code });
  },
});

export const saveEdit = post({
  path: `${OBLIGATION}/sua`,
  access: keepersOnly,
  rate: 'write',
  body: z.object({ [TEXT_FIELD]: sentText }),
  async handle(context, tx, { params, body }) {
    const { code } = await declareObligation(context, tx, {
      text: body[TEXT_FIELD],
      fromOn: context.today,
      changes: params.code,
    });
    return redirectTo(obligationHref(code), { kind: 'success', text: context.t(c.declared, { code }) });
  },
  redisplay: async (context, params, rejected) =>
    declarePage(context, { text: '', changes: params.code }, rejected),
});
