import { formatDate } from '../../../../kernel/dates.ts';
import { html } from '../../../../kernel/html.ts';
import { answerPage, get, signedIn } from '../../../../kernel/http/route.ts';
import { emptyState, shell } from '../../../../ui/index.ts';
import { m } from '../../messages-phone.ts';
import { phoneWork } from '../../queries/phone-work.ts';
import { lookingAt } from '../looking.ts';
import { keeper } from './keeper.ts';
import { scopesOf } from './scope.ts';

/** What must be hung, proven or taken down at the person's places; photos that wait on this phone are sent on. */
export const phoneList = get({
  path: '/niem-yet',
  access: signedIn,
  rate: 'page',
  async handle(context) {
    const { t, db, today, actor } = context;
    const looking = await lookingAt(context);
    const { lines, hasPlaces } = await phoneWork(db, scopesOf(context, looking), today);
    const list = html`<ul class="phone-list">${lines.map(({ line, at }) => {
      const due = at.need === 'post' && line.item.dueOn;
      const when = due ? html` ${t(m.before, { date: formatDate(due) })}` : '';
      return html`<li><a href="/niem-yet/${line.item.id}?diem=${at.place.id}"><strong>${line.item.title}</strong><span>${at.place.name}</span><span class="phone-need">${t(m[`need_${at.need}`])}${when}</span></a></li>`;
    })}</ul>`;
    const empty = hasPlaces
      ? emptyState({ title: t(m.nothing), text: t(m.nothing_what) })
      : emptyState({ title: t(m.no_place), text: t(m.no_place_what) });
    return answerPage(
      shell(context, {
        title: t(m.list_title),
        kicker: actor.current?.unitName ?? '',
        lead: t(m.list_lead),
        active: 'disclosure',
        main: html`${keeper(context, html``)}${lines.length === 0 ? empty : list}`,
        scripts: ['proof-photo'],
      }),
    );
  },
});
