import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { button, buttonRow, card, csrfInput, details, errorSummary } from '../../../../ui/index.ts';
import { m } from '../../messages-people.ts';
import type { Item } from '../../queries/item.ts';
import type { Typed } from './action-form.ts';
import type { ItemPeople } from './people-data.ts';
import { whoLine, whomFields } from './whom.ts';

/** Who answers for the work on the day, why it is that person, and the form that hands it on for who may. */
export function responsiblePanel(
  context: RequestContext,
  item: Item,
  { holder, staff }: Pick<ItemPeople, 'holder' | 'staff'>,
  typed?: Typed,
): Html {
  const { t } = context;
  const isGiven = item.responsiblePersonId !== null || item.responsibleTitle !== null;
  const who = html`<p>${whoLine(context, holder, item.responsibleTitle)}.</p>`;
  return card({
    title: t(m.responsible),
    id: 'phu-trach',
    body: html`${who}${!isGiven && html`<p class="hint">${t(m.given_nobody)}</p>`}${staff && handForm(context, item, staff, isGiven, typed)}`,
  });
}

function handForm(
  context: RequestContext,
  item: Item,
  staff: NonNullable<ItemPeople['staff']>,
  isGiven: boolean,
  typed: Typed | undefined,
): Html {
  const { t } = context;
  const posted = typed?.values.viec === 'giao' ? typed : undefined;
  const idOf = (name: string): string => `${name}-hand`;
  const form = html`${errorSummary(posted?.problems, t, idOf)}<form method="post" action="/phan-viec/${item.id}/giao#phu-trach" novalidate>${csrfInput(context.csrf)}<input type="hidden" name="revision" value="${item.revision}">${whomFields(context, staff, posted, idOf)}${buttonRow(button({ text: t(m.do_hand), name: 'viec', value: 'giao' }))}</form>`;
  return details(t(isGiven ? m.hand_again : m.hand_on), form, posted !== undefined);
}
