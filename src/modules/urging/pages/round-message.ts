import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import type { FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dataTable,
  definitionList,
  errorSummary,
  linkButton,
  problemOf,
  stateBadge,
  textareaField,
  timeline,
  titleLines,
} from '../../../ui/index.ts';
import { onSameDay, type Reading } from '../../assignments/index.ts';
import { urgingLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { mayAnswer } from '../policy.ts';
import type { UrgedItem } from '../queries/items.ts';
import type { Round, UrgingMessage } from '../queries/round.ts';
import { answerByCell, followedCell } from './parts.ts';
import { placeOf } from './preview.ts';

/** What was typed in an answer that was refused. */
export interface TypedAnswer {
  readonly unitId: string;
  readonly words: string;
  readonly problems: readonly FieldProblem[];
}

export interface MessageProps {
  readonly round: Round;
  readonly message: UrgingMessage;
  readonly items: readonly UrgedItem[];
  readonly typed?: TypedAnswer | undefined;
}

/** Somebody's words, each line a paragraph. */
export function paragraphs(words: string): Html {
  return html`${words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`)}`;
}

/** One unit's message: its lists with what followed, who opened it, what was written back; for its own people, what to do. */
export function messagePart(context: RequestContext, reading: Reading, props: MessageProps): Html {
  const { message, round, items } = props;
  const lineage = reading.units.byId.get(message.unitId)?.lineage ?? [message.unitId];
  const isTheirs = mayAnswer(context.actor, { lineage });
  const mayAct = isTheirs && reading.day.asOf === null;
  const name = reading.units.names.get(message.unitId) ?? '';
  const words = message.isRequest ? round.requestWords : round.words;
  const { t } = context;
  const toDo = items.filter((item) => item.asks === 'do');
  const toAnswer = items.filter((item) => item.asks === 'answer');
  const isSettled = message.isRequest || message.answers.length > 0;
  const caption = message.isRequest ? m.asked_list : m.to_do_list;
  return html`${card({
    id: `don-vi-${message.unitId}`,
    title: name,
    note: readers(context, message),
    body: html`${paragraphs(words)}${definitionList([
      { term: t(m.answer_by), value: answerByCell(context, reading, round.answerBy, isSettled) },
    ])}`,
  })}${toDo.length > 0 && itemTable(context, reading, { caption: t(caption), items: toDo, mayAct })}${
    toAnswer.length > 0 &&
    itemTable(context, reading, { caption: t(m.to_answer_list), items: toAnswer, mayAct })
  }${(message.answers.length > 0 || !mayAct) && answers(context, message)}${mayAct && answerForm(context, props)}`;
}

function readers({ t }: RequestContext, { readers: all }: UrgingMessage): string {
  const names = all.map(({ name, at }) => t(m.read_by_one, { name, at: formatInstant(at) }));
  return names.length === 0 ? t(m.unread) : `${t(m.read_by)}: ${names.join('; ')}`;
}

function itemTable(
  context: RequestContext,
  reading: Reading,
  props: { readonly caption: string; readonly items: readonly UrgedItem[]; readonly mayAct: boolean },
): Html {
  const { t } = context;
  const shown = props.items.slice(0, urgingLimits.item_rows);
  const act = (item: UrgedItem): Html | string => {
    const done = item.asks === 'answer' ? item.followed.outcome !== 'nothing' : isOver(item);
    if (done) return '';
    return linkButton({
      href: `/phan-viec/${item.subjectId}`,
      text: t(item.asks === 'do' ? m.act_do : m.act_answer),
      about: item.words,
      small: true,
    });
  };
  const table = dataTable(
    {
      caption: props.caption,
      captionVisible: true,
      columns: [
        { key: 'work', label: t(m.col_work), primary: true },
        { key: 'then', label: t(m.col_then), width: 'fit' },
        { key: 'since', label: t(m.col_since), width: 'fit' },
        ...(props.mayAct
          ? [{ key: 'act', label: t(m.col_act), hideLabel: true, width: 'fit' as const }]
          : []),
      ],
      rows: shown.map((item) => ({
        href: onSameDay(reading, `/phan-viec/${item.subjectId}`),
        cells: [
          titleLines(
            item.words,
            [placeOf(context, item), item.asks === 'answer' ? reading.units.names.get(item.unitId) : '']
              .filter(Boolean)
              .join(' · '),
          ),
          html`${stateBadge(item.state, t)}${item.dueOn !== null && html` ${formatDate(item.dueOn)}`}`,
          followedCell(context, item.followed),
          ...(props.mayAct ? [act(item)] : []),
        ],
      })),
      empty: html``,
    },
    t,
  );
  const more = props.items.length - shown.length;
  return html`${table}${more > 0 && html`<p>${t(m.more_items, { n: more })}</p>`}`;
}

/** Nothing is left for the unit to do about it. */
function isOver({ followed: { outcome } }: UrgedItem): boolean {
  return outcome === 'claimed' || outcome === 'accepted' || outcome === 'set_aside';
}

function answers({ t }: RequestContext, message: UrgingMessage): Html {
  const title = t(message.isRequest ? m.answers_asked : m.answers);
  if (message.answers.length === 0) return card({ title, body: html`<p>${t(m.no_answers)}</p>` });
  return card({
    title,
    body: timeline(
      message.answers.map((answer) => ({
        at: formatInstant(answer.at),
        who: [answer.name, answer.title].filter(Boolean).join(', '),
        text: paragraphs(answer.words),
      })),
    ),
  });
}

function answerForm(context: RequestContext, { round, message, typed }: MessageProps): Html {
  const { t, csrf } = context;
  const own = typed?.unitId === message.unitId ? typed : undefined;
  const asked = message.isRequest;
  const id = `f-noi-dung-${message.unitId}`;
  return card({
    title: t(asked ? m.answer_title_asked : m.answer_title),
    body: html`${errorSummary(own?.problems, t, () => id)}<form method="post" action="/don-doc/${round.id}" novalidate>${csrfInput(csrf)}<input type="hidden" name="don_vi" value="${message.unitId}">${textareaField(
      {
        label: t(asked ? m.answer_words_asked : m.answer_words),
        name: 'noi_dung',
        id,
        hint: t(asked ? m.answer_hint_asked : m.answer_hint),
        value: own?.words,
        error: problemOf(own?.problems, 'noi_dung', t),
        rows: 4,
        maxlength: 4000,
        required: true,
      },
      t,
    )}${buttonRow(button({ text: t(asked ? m.answer_send_asked : m.answer_send), kind: 'primary' }))}</form>`,
  });
}
