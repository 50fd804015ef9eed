import type { Placed } from '../../../../kernel/authz.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { button, buttonRow, card, csrfInput, field, problemOf, textareaField } from '../../../../ui/index.ts';
import { mayFollow } from '../../domain/explanation.ts';
import { steeringLimits } from '../../limits.ts';
import { ma } from '../../messages-ask.ts';
import { mayAnswer, mayDecide, mayJudge } from '../../policy.ts';
import type { Ask } from '../../queries/asks.ts';
import type { TypedAsk } from '../cell/ask-form.ts';
import { ASKS } from './table.ts';

/** What this person may say next about a request: the unit explains, whoever may ask takes it or wants more. */
export function sayForms(context: RequestContext, ask: Ask, unit: Placed, typed: TypedAsk): Html {
  const { actor } = context;
  if (mayFollow(ask.said, 'answer')) return mayAnswer(actor, unit) ? answerForm(context, ask, typed) : html``;
  const may = mayFollow(ask.said, 'accept') && mayDecide(actor, unit) && mayJudge(actor, ask.said);
  return may ? decideForm(context, ask, typed) : html``;
}

const given = ({ values }: TypedAsk, name: string, otherwise = ''): string => {
  const value = values[name];
  return typeof value === 'string' ? value : otherwise;
};

function answerForm({ t, csrf }: RequestContext, { id }: Ask, typed: TypedAsk): Html {
  const words = textareaField(
    {
      label: t(ma.answer_words),
      name: 'noi_dung',
      hint: t(ma.answer_hint),
      value: given(typed, 'noi_dung'),
      error: problemOf(typed.problems, 'noi_dung', t),
      rows: 6,
      maxlength: 4000,
      required: true,
    },
    t,
  );
  const send = button({ text: t(ma.answer_send), kind: 'primary', name: 'viec', value: 'answer' });
  return card({
    title: t(ma.answer),
    body: html`<form method="post" action="${ASKS}/${id}" novalidate>${csrfInput(csrf)}${words}${buttonRow(send)}</form>`,
  });
}

function decideForm({ t, csrf }: RequestContext, { id }: Ask, typed: TypedAsk): Html {
  const words = textareaField(
    {
      label: t(ma.decide_words),
      name: 'noi_dung',
      hint: t(ma.decide_hint),
      value: given(typed, 'noi_dung'),
      error: problemOf(typed.problems, 'noi_dung', t),
      rows: 3,
      maxlength: 4000,
      optional: true,
    },
    t,
  );
  const days = field(
    {
      label: t(ma.ask_days),
      name: 'so_ngay',
      value: given(typed, 'so_ngay', String(steeringLimits.usual_answer_days)),
      error: problemOf(typed.problems, 'so_ngay', t),
      inputmode: 'numeric',
      width: 'short',
    },
    t,
  );
  const acts = buttonRow(
    button({ text: t(ma.accept), kind: 'primary', name: 'viec', value: 'accept' }),
    button({ text: t(ma.give_back), name: 'viec', value: 'return' }),
  );
  return card({
    title: t(ma.decide),
    body: html`<form method="post" action="${ASKS}/${id}" novalidate>${csrfInput(csrf)}${words}${days}${acts}</form>`,
  });
}
