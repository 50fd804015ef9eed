import { formatDate } from '../../../../kernel/dates.ts';
import type { FieldProblem } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  field,
  linkButton,
  notice,
  problemOf,
  textareaField,
} from '../../../../ui/index.ts';
import { isOutsideBody } from '../../../units/index.ts';
import { steeringLimits } from '../../limits.ts';
import { askStateNames } from '../../messages.ts';
import { ma } from '../../messages-ask.ts';
import { mayAsk } from '../../policy.ts';
import type { Ask } from '../../queries/asks.ts';
import { BOARD } from '../board/reading.ts';
import { CELL, type CellView } from './reading.ts';

/** What was typed in a form that was refused. */
export interface TypedAsk {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: readonly FieldProblem[];
}

/** Asks the unit of this cell to explain it; says instead that a request is open, or why nobody is asked here. */
export function askForm(
  context: RequestContext,
  { reading, unit, plan, dimension }: CellView,
  asks: readonly Ask[],
  typed: TypedAsk,
): Html {
  const { t, actor } = context;
  const open = asks.find(({ state }) => state !== 'accepted');
  if (open) {
    const text = t(ma.ask_open, { state: t(askStateNames[open.state]), date: formatDate(open.dueOn) });
    const action = linkButton({ href: `${BOARD}/giai-trinh/${open.id}`, text: t(ma.ask_see), small: true });
    return notice({ kind: 'info', text, action }, t);
  }
  if (reading.day.asOf !== null || !mayAsk(actor, unit)) return html``;
  if (isOutsideBody(unit.kind)) return html`<p class="hint">${t(ma.ask_outside)}</p>`;
  const { values, problems } = typed;
  const given = (name: string, otherwise: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const body = html`<p class="hint">${t(ma.ask_lead)}</p><form method="post" action="${CELL}" novalidate>${csrfInput(context.csrf)}<input type="hidden" name="ke-hoach" value="${plan.id}"><input type="hidden" name="don-vi" value="${unit.id}">${dimension !== null && html`<input type="hidden" name="noi-dung" value="${dimension}">`}${textareaField(
    {
      label: t(ma.ask_words),
      name: 'noi_dung',
      hint: t(ma.ask_words_hint),
      value: given('noi_dung', ''),
      error: problemOf(problems, 'noi_dung', t),
      rows: 3,
      maxlength: 4000,
      required: true,
    },
    t,
  )}${field(
    {
      label: t(ma.ask_days),
      name: 'so_ngay',
      value: given('so_ngay', String(steeringLimits.usual_answer_days)),
      error: problemOf(problems, 'so_ngay', t),
      inputmode: 'numeric',
      width: 'short',
    },
    t,
  )}${buttonRow(button({ text: t(ma.ask_send), kind: 'primary' }))}</form>`;
  return card({ title: t(ma.ask), id: 'giai-trinh', body });
}
