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
  selectField,
  stateWord,
  textareaField,
} from '../../../../ui/index.ts';
import { STATES } from '../../domain/state.ts';
import { m } from '../../messages.ts';
import { mayAccept } from '../../policy.ts';
import type { Item } from '../../queries/item.ts';
import { type Typed, typedText } from './action-form.ts';

/** Sets a state by hand where the rule misleads: with a reason and an end. Empty for who may not. */
export function overridePanel(context: RequestContext, item: Item, typed?: Typed): Html {
  const { t } = context;
  if (!mayAccept(context.actor, item)) return html``;
  const posted = typed?.values.viec === 'dat-trang-thai' ? typed : undefined;
  const values = posted?.values ?? {};
  const idOf = (name: string): string => `${name}-override`;
  const text = (name: string) => ({
    name,
    id: idOf(name),
    value: typedText(values[name]),
    error: problemOf(posted?.problems, name, t),
  });
  const end = item.override && button({ text: t(m.override_end), name: 'viec', value: 'bo-trang-thai' });
  return details(
    t(m.override),
    html`<p>${t(m.override_what)}</p>${errorSummary(posted?.problems, t, idOf)}<form method="post" action="/phan-viec/${item.id}/trang-thai" novalidate>${csrfInput(context.csrf)}<input type="hidden" name="revision" value="${item.revision}">${selectField(
      {
        ...text('trang_thai'),
        label: t(m.col_state),
        options: [
          { value: '', text: t(m.choose) },
          ...STATES.map((state) => ({ value: state, text: stateWord(state, t) })),
        ],
      },
      t,
    )}${dateField({ ...text('den_ngay'), label: t(m.override_until) }, t)}${textareaField(
      { ...text('noi_dung'), label: t(m.reason), rows: 2, maxlength: 4000 },
      t,
    )}${buttonRow(button({ text: t(m.override_set), name: 'viec', value: 'dat-trang-thai' }), end ?? html``)}</form>`,
    posted !== undefined || item.override !== null,
  );
}
