import { formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  csrfInput,
  dateField,
  details,
  errorSummary,
  problemOf,
  textareaField,
} from '../../../../ui/index.ts';
import { m } from '../../messages.ts';
import { mayAccept, mayReport } from '../../policy.ts';
import type { Item } from '../../queries/item.ts';
import { type Typed, typedText } from './action-form.ts';

/** The cases of work that waits for an event: opens one, with the day it happened. Empty for who may not, or other work. */
export function casePanel(context: RequestContext, item: Item, typed?: Typed): Html {
  const { t } = context;
  const mayOpen = mayReport(context.actor, item) || mayAccept(context.actor, item);
  if (!item.waitsForEvent || !mayOpen) return html``;
  const posted = typed?.values.viec === 'mo-viec' ? typed : undefined;
  const values = posted?.values ?? {};
  const idOf = (name: string): string => `${name}-case`;
  return details(
    t(m.case_open),
    html`<p>${t(m.case_what)}</p>${errorSummary(posted?.problems, t, idOf)}<form method="post" action="/phan-viec/${item.id}/phat-sinh" novalidate>${csrfInput(context.csrf)}${dateField(
      {
        label: t(m.case_day),
        name: 'ngay',
        id: idOf('ngay'),
        value: typedText(values.ngay) ?? formatDate(context.today),
        error: problemOf(posted?.problems, 'ngay', t),
      },
      t,
    )}${textareaField(
      {
        label: t(m.case_event),
        hint: t(m.case_event_hint),
        name: 'su_viec',
        id: idOf('su_viec'),
        rows: 2,
        maxlength: 500,
        value: typedText(values.su_viec),
        error: problemOf(posted?.problems, 'su_viec', t),
      },
      t,
    )}${buttonRow(button({ text: t(m.case_open), name: 'viec', value: 'mo-viec', kind: 'primary' }))}</form>`,
    true,
  );
}
