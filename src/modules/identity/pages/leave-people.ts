import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { card, dataTable, emptyState, linkButton, titleLines } from '../../../ui/index.ts';
import { m } from '../messages-leave.ts';
import type { UnitPerson } from '../queries/colleagues.ts';
import type { StoredLeave } from '../store/leaves.ts';

export const LEAVE_PATH = '/tai-khoan/nghi-uy-quyen';

/** The people of the units the reader leads: who is away today, who will be, and where to record it. */
export function unitPeople(
  context: RequestContext,
  led: { readonly people: readonly UnitPerson[]; readonly leaves: readonly StoredLeave[] },
): Html {
  const { t, actor, today } = context;
  const others = led.people.filter((one) => one.personId !== actor.personId);
  const nextOf = (personId: string): string => {
    const next = led.leaves.find((leave) => leave.personId === personId && leave.from > today);
    return next ? t(m.awayFrom, { from: formatDate(next.from), to: formatDate(next.to) }) : t(m.none);
  };
  return dataTable(
    {
      caption: t(m.unitPeople),
      captionVisible: true,
      note: t(m.unitPeopleNote),
      columns: [
        { key: 'who', label: t(m.who), primary: true },
        { key: 'today', label: t(m.today) },
        { key: 'next', label: t(m.next) },
        { key: 'open', label: t(m.record), hideLabel: true, width: 'fit' },
      ],
      rows: others.map((one) => ({
        cells: [
          titleLines(one.fullName, one.title),
          one.away ? t(m.awayUntil, { to: formatDate(one.away.until) }) : t(m.present),
          nextOf(one.personId),
          linkButton({
            href: `/nguoi-dung/${one.personId}/nghi-uy-quyen`,
            text: t(m.record),
            about: one.fullName,
            small: true,
          }),
        ],
      })),
      empty: emptyState({ title: t(m.unitPeople) }),
    },
    t,
  );
}

/** The account page's line about one's own leave and for whom one deputises, with the way to the whole page. */
export function leaveCard(
  context: RequestContext,
  own: readonly StoredLeave[],
  deputising: readonly StoredLeave[],
): Html {
  const { t, today } = context;
  const [next] = own;
  const line = next
    ? t(next.from <= today ? m.awayNow : m.awaySoon, {
        from: formatDate(next.from),
        to: formatDate(next.to),
        deputy: next.deputyName ?? m.nobody,
      })
    : t(m.thereNow);
  const others = deputising.map((leave) => {
    const days = { from: formatDate(leave.from), to: formatDate(leave.to) };
    return html`<p>${t(m.deputisingLine, { name: leave.personName, ...days })}</p>`;
  });
  return card({
    title: t(m.leaves),
    body: html`<p>${line}</p>${others}${linkButton({ href: LEAVE_PATH, text: t(m.openLeaves) })}`,
  });
}
