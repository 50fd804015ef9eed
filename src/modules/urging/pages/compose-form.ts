import type { FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dateField,
  field,
  linkButton,
  problemOf,
  radioGroup,
  textareaField,
} from '../../../ui/index.ts';
import { isOutsideBody, type UnitsOfDay } from '../../units/index.ts';
import type { UnitList } from '../domain/per-unit.ts';
import { m } from '../messages.ts';
import type { Draft } from '../queries/drafts.ts';

export interface ComposeProps {
  readonly draft: Draft;
  readonly lists: readonly UnitList[];
  readonly units: UnitsOfDay;
  /** How many were urged within the last `days` working days, and how many were not. */
  readonly recent: number;
  readonly others: number;
  readonly days: number;
  /** What was typed in a form that was refused. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: readonly FieldProblem[];
}

/** The words, the day for the answer, and the button that sends. */
export function composeForm(context: RequestContext, props: ComposeProps): Html {
  const { t } = context;
  const { lists, units, problems, values, recent } = props;
  const isAsked = (list: UnitList): boolean => isOutsideBody(units.byId.get(list.unitId)?.kind ?? '');
  const onlyAnswers = lists.every((list) => list.toDo === 0);
  const given = (name: string, otherwise: Message | string): string => {
    const typed = values[name];
    if (typeof typed === 'string') return typed;
    return typeof otherwise === 'string' ? otherwise : t(otherwise);
  };
  const of = (name: string, otherwise: Message | string = '') => ({
    name,
    value: given(name, otherwise),
    error: problemOf(problems, name, t),
  });
  const words =
    lists.some((list) => !isAsked(list)) &&
    textareaField(
      {
        ...of('noi_dung', onlyAnswers ? m.default_words_answer : m.default_words),
        label: t(m.words),
        hint: t(m.words_hint),
        rows: 5,
        maxlength: 4000,
        required: true,
      },
      t,
    );
  const requestWords =
    lists.some(isAsked) &&
    textareaField(
      {
        ...of('loi_de_nghi', m.default_request),
        label: t(m.request_words),
        hint: t(m.request_words_hint),
        rows: 4,
        maxlength: 4000,
        required: true,
      },
      t,
    );
  const subject = field(
    {
      ...of('ve_viec', onlyAnswers ? m.default_subject_answer : m.default_subject),
      label: t(m.subject),
      hint: t(m.subject_hint),
      maxlength: 200,
      required: true,
    },
    t,
  );
  const answer = html`${field(
    {
      ...of('so_ngay', '3'),
      label: t(m.answer_days),
      hint: t(m.answer_days_hint),
      inputmode: 'numeric',
      width: 'short',
    },
    t,
  )}${dateField({ ...of('den_ngay'), label: t(m.answer_day), hint: t(m.answer_day_hint), optional: true }, t)}`;
  return card({
    title: t(m.words_title),
    body: html`<form method="post" action="/don-doc/tao/${props.draft.id}" novalidate>${csrfInput(context.csrf)}${subject}${words}${requestWords}${answer}${recent > 0 && againChoice(context, props)}${buttonRow(
      button({ text: t(m.send), kind: 'primary' }),
      linkButton({ href: '/don-doc/tao', text: t(m.choose_again) }),
    )}</form>`,
  });
}

/** Who is urged every day reads nothing: what was urged lately is left out unless there is a reason. */
function againChoice(context: RequestContext, { recent, others, days, values }: ComposeProps): Html {
  const { t } = context;
  const value = values.lai === 'van-gui' ? 'van-gui' : 'bo-qua';
  return radioGroup(
    {
      label: t(m.again),
      hint: t(m.recent, { n: recent, days }),
      name: 'lai',
      value,
      options: [
        { value: 'bo-qua', text: others === 0 ? t(m.again_none) : t(m.again_skip, { n: others }) },
        { value: 'van-gui', text: t(m.again_send), hint: t(m.again_send_why) },
      ],
    },
    t,
  );
}
