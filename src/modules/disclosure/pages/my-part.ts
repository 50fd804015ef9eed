import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { card, linkButton } from '../../../ui/index.ts';
import { m as phone } from '../messages-phone.ts';
import { m } from '../messages-staff.ts';
import { phoneWork } from '../queries/phone-work.ts';
import { workList } from '../queries/work-list.ts';
import { actHref, todoText } from './act-link.ts';
import { itemHref, lookingAt } from './looking.ts';
import { scopesOf } from './phone/scope.ts';
import { itemBadge } from './state-badge.ts';

/** Lines on “my work”: more stand in the room itself. */
const SHOWN = 5;

function part(
  context: RequestContext,
  title: string,
  all: number,
  more: string,
  lines: readonly Html[],
): Html {
  if (all === 0) return html``;
  const rest = all > lines.length && html`<p><a href="${more}">${context.t(m.mine_more, { n: all })}</a></p>`;
  return card({
    title,
    id: 'cong-khai',
    body: html`<ul class="my-lines">${lines.map((one) => html`<li>${one}</li>`)}</ul>${rest}`,
  });
}

/** What waits for a person in this room: what the village must hang, or what the unit must make public. */
export async function myDisclosure(context: RequestContext): Promise<Html> {
  const { t, db, actor, today } = context;
  const unitId = actor.current?.unitId;
  if (!unitId) return html``;
  const looking = await lookingAt(context);
  if (looking.units.byId.get(unitId)?.kind === 'thon') {
    const { lines } = await phoneWork(db, scopesOf(context, looking), today);
    const shown = lines
      .slice(0, SHOWN)
      .map(
        ({ line, at }) =>
          html`<a href="/niem-yet/${line.item.id}?diem=${at.place.id}">${line.item.title}</a> · ${at.place.name} · ${t(phone[`need_${at.need}`])}`,
      );
    return part(context, t(m.mine_phone), lines.length, '/niem-yet', shown);
  }
  const waiting = (await workList(db, { unitId, day: today, asOf: null })).filter(
    ({ urgency }) => urgency.todo !== 'done' && urgency.todo !== 'not_due',
  );
  const shown = waiting
    .slice(0, SHOWN)
    .map(
      (line) =>
        html`${itemBadge(line.state, t)} <a href="${itemHref(line.item.id)}">${line.item.title}</a> · ${todoText(context, line)} ${linkButton({ href: actHref(line), text: t(m[`act_${line.urgency.act}`]), about: line.item.title, small: true })}`,
    );
  return part(context, t(m.mine_title), waiting.length, '/cong-khai', shown);
}
