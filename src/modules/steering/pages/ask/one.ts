import { z } from 'zod';
import { endOfDay, formatDate, formatInstant } from '../../../../kernel/dates.ts';
import { ensure } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import type { Message } from '../../../../kernel/i18n.ts';
import { isId } from '../../../../kernel/ids.ts';
import { card, definitionList, errorSummary, linkButton, shell, timeline } from '../../../../ui/index.ts';
import {
  asOfForm,
  asOfNotice,
  asOfSchema,
  boardCounts,
  onSameDay,
  type Reading,
  readingOf,
} from '../../../assignments/index.ts';
import { placeIn } from '../../../units/index.ts';
import { acceptAsk, answerAsk, returnAsk } from '../../commands/answer-ask.ts';
import { appliesOf, sumOf } from '../../domain/cell.ts';
import type { Said } from '../../domain/explanation.ts';
import type { Shown } from '../../domain/shown.ts';
import { steeringErrors } from '../../errors.ts';
import { steeringLimits } from '../../limits.ts';
import { m } from '../../messages.ts';
import { ma } from '../../messages-ask.ts';
import { type Ask, asksOf } from '../../queries/asks.ts';
import { BOARD } from '../board/reading.ts';
import type { TypedAsk } from '../cell/ask-form.ts';
import { CELL } from '../cell/reading.ts';
import { problemsOf } from '../problems.ts';
import { sayForms } from './forms.ts';
import { ASKS, askBadge, askDue } from './table.ts';
import { askTopic } from './words.ts';

const PATH = `${ASKS}/:id` as const;
const SAID_WORDS: Readonly<Record<Said, Message>> = {
  answer: ma.said_answer,
  accept: ma.said_accept,
  return: ma.said_return,
};

export const askPage = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema }),
  handle: (context, { params, query }) => show(context, params.id, query.as_of, { values: {}, problems: [] }),
});

async function show(
  context: RequestContext,
  id: string,
  typedAsOf: string | undefined,
  typed: TypedAsk,
): Promise<Answer> {
  const { t, db, actor } = context;
  const reading = await readingOf(context, typedAsOf);
  const { day, units } = reading;
  const before = day.asOf === null ? null : endOfDay(day.asOf);
  const [ask] = isId(id) ? await asksOf(db, actor, { units, day: day.today, before, ids: [id] }) : [];
  ensure(ask, steeringErrors.not_found);
  const content = ask.dimension === null ? '' : `&noi-dung=${ask.dimension}`;
  const cell = onSameDay(reading, `${CELL}?ke-hoach=${ask.planId}&don-vi=${ask.unitId}${content}`);
  const main = html`${asOfNotice(context, reading)}${errorSummary(typed.problems, t)}${card({
    body: html`<p class="asked-words">${ask.words}</p>${await facts(context, reading, ask)}`,
  })}${day.asOf === null && sayForms(context, ask, placeIn(units, ask.unitId), typed)}${history(context, ask)}${asOfForm(context, reading)}`;
  return answerPage(
    shell(context, {
      title: askTopic(context, units, ask),
      active: 'board',
      kicker: t(ma.one_asked, { who: ask.personName, title: ask.personTitle }),
      breadcrumb: [
        { href: onSameDay(reading, BOARD), text: t(m.title) },
        { href: onSameDay(reading, ASKS), text: t(ma.list_title) },
        { text: askTopic(context, units, ask) },
      ],
      actions: linkButton({ href: cell, text: t(ma.one_cell) }),
      main,
    }),
  );
}

async function facts(context: RequestContext, reading: Reading, ask: Ask): Promise<Html> {
  const { t, db } = context;
  const counts = await boardCounts(db, ask.planId, reading.scope, reading.day);
  const own = sumOf(
    counts.filter(
      ({ unitId, dimension }) =>
        unitId === ask.unitId && (ask.dimension === null || dimension === ask.dimension),
    ),
  );
  const said = ({ total, accepted, claimed, overdue }: Omit<Shown, 'v'>): string =>
    t(ma.one_counts, { total, accepted, claimed, overdue });
  return definitionList([
    { term: t(ma.col_state), value: askBadge(context, ask.state) },
    { term: t(ma.one_due), value: askDue(context, reading, ask) },
    { term: t(ma.col_asked_at), value: formatInstant(ask.madeAt) },
    { term: t(ma.one_shown), value: said(ask.shown) },
    { term: t(ma.one_now), value: said({ ...own, total: appliesOf(own) }) },
  ]);
}

function history({ t }: RequestContext, ask: Ask): Html {
  const first = {
    at: formatInstant(ask.madeAt),
    who: `${ask.personName}, ${ask.personTitle}`,
    text: t(ma.said_ask),
    detail: ask.words,
  };
  const said = ask.said.map((one) => ({
    at: formatInstant(one.recordedAt),
    who: `${one.personName}, ${one.personTitle}`,
    text: t(SAID_WORDS[one.kind]),
    detail: one.words,
  }));
  return card({ title: t(ma.one_history), body: timeline([first, ...said]) });
}

const sayBody = z.object({
  viec: z.enum(['answer', 'accept', 'return']),
  noi_dung: z.string().trim().max(4000).default(''),
  so_ngay: z.coerce.number().int().min(1).max(steeringLimits.answer_days).optional(),
});

export const sayAboutAsk = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: sayBody,
  async handle(context, tx, { params, body }) {
    const { t } = context;
    const { viec, noi_dung: words } = body;
    ensure(isId(params.id), steeringErrors.not_found);
    ensure(viec === 'accept' || words !== '', steeringErrors.words_needed);
    const askId = params.id;
    const back = (text: string): Answer => redirectTo(`${ASKS}/${askId}`, { kind: 'success', text });
    if (viec === 'answer') {
      await answerAsk(context, tx, { askId, words });
      return back(t(ma.answer_sent));
    }
    if (viec === 'accept') {
      await acceptAsk(context, tx, { askId, words });
      return back(t(ma.accepted));
    }
    const { dueOn } = await returnAsk(context, tx, { askId, words, workingDays: body.so_ngay });
    return back(t(ma.returned, { date: formatDate(dueOn) }));
  },
  redisplay: (context, params, rejected) =>
    show(context, params.id, undefined, { values: rejected.values, problems: problemsOf(rejected) }),
});
