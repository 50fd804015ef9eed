import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { chips, emptyState, linkButton, shell } from '../../../ui/index.ts';
import { myParts } from '../acts.ts';
import { OPEN_STATES, type State } from '../domain/state.ts';
import { assignmentLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { m as months } from '../messages-month.ts';
import { m as people } from '../messages-people.ts';
import { mayReport } from '../policy.ts';
import { countsOfList, type StateCounts } from '../queries/counts.ts';
import { type Counted, countAssignments, type ListFilters, listAssignments } from '../queries/list.ts';
import { asOfNotice, asOfSchema, onSameDay } from './as-of.ts';
import { againNotice, forWhom, type PersonalWork, personalWork } from './mine-personal.ts';
import { cursorSchema, listPager } from './paging.ts';
import { readingOf } from './reading.ts';
import { waitingChanges } from './waiting-changes.ts';
import { workTable } from './work-table.ts';

const VIEWS = {
  'can-lam': { title: m.to_do, states: OPEN_STATES },
  'giao-cho-toi': { title: people.given_to_me, states: OPEN_STATES },
  'qua-han': { title: m.overdue, states: ['overdue'] },
  'sap-den-han': { title: m.due_soon, states: ['due_soon'] },
  'bi-tra-lai': { title: m.returned_to_me, states: ['returned'] },
  'cho-xac-nhan': { title: m.waiting_for_me, states: ['claimed'] },
  'da-bao': { title: m.claimed_by_me, states: ['claimed'] },
  'da-xong': { title: m.done, states: ['accepted', 'accepted_late'] },
  'theo-doi': { title: people.followed, states: [...OPEN_STATES, 'claimed'] },
} as const satisfies Record<string, { title: Message; states: readonly State[] }>;

type View = keyof typeof VIEWS;
const VIEW_KEYS = Object.keys(VIEWS) as [View, ...View[]];

/** Units whose claims this person's post accepts: its own as lead, the committee it serves as standing agency. */
function acceptingUnits(context: RequestContext): string[] {
  const post = context.actor.current;
  if (!post) return [];
  if (post.role === 'standing') return [post.lineage.at(-2) ?? post.unitId, post.unitId];
  return post.role === 'lead' || post.role === 'leader' ? [post.unitId] : [];
}

function filtersOf(
  context: RequestContext,
  view: View,
  accepting: readonly string[],
  personal: PersonalWork,
): ListFilters {
  const { states } = VIEWS[view];
  if (view === 'theo-doi') return { followedBy: context.actor.personId ?? '', states };
  if (view === 'giao-cho-toi')
    return { unitId: context.actor.current?.unitId, givenTo: personal.givenTo, states };
  if (view === 'cho-xac-nhan') return { acceptingUnitIds: accepting, states };
  return { unitId: context.actor.current?.unitId, states };
}

const NONE: Counted = { count: 0, capped: false };

function sumOf(counts: StateCounts, states: readonly State[]): Counted {
  return { count: states.reduce((sum, state) => sum + (counts[state] ?? 0), 0), capped: false };
}

export const mine = get({
  path: '/viec-cua-toi',
  access: signedIn,
  rate: 'page',
  query: z.object({
    xem: z.enum(VIEW_KEYS).catch('can-lam').default('can-lam'),
    as_of: asOfSchema,
    sau: cursorSchema,
  }),
  async handle(context, { query }) {
    const { t, actor, db } = context;
    const post = actor.current;
    const kicker = [post?.unitName, formatDate(context.today)].filter(Boolean).join(' · ');
    if (!post) {
      const empty = emptyState({ title: t(m.no_post), text: t(m.no_post_what) });
      return answerPage(shell(context, { title: t(m.my_work), active: 'mine', kicker, main: empty }));
    }
    const reading = await readingOf(context, query.as_of);
    const accepting = acceptingUnits(context);
    const personal = await personalWork(context, reading, post);
    const views = VIEW_KEYS.filter((view) => view !== 'cho-xac-nhan' || accepting.length > 0);
    const filters = (view: View): ListFilters => filtersOf(context, view, accepting, personal);
    const countOf = (view: View): Promise<Counted> =>
      countAssignments(db, filters(view), reading.scope, reading.day);
    const isFollowed = query.xem === 'theo-doi';
    const [page, byState, waiting, followed] = await Promise.all([
      listAssignments(db, filters(query.xem), reading, {
        sort: query.xem === 'da-xong' ? 'due_desc' : 'due',
        after: query.sau ?? null,
        size: assignmentLimits.page_rows,
      }),
      countsOfList(db, { unitId: post.unitId }, reading.scope, reading.day),
      accepting.length === 0 ? NONE : countOf('cho-xac-nhan'),
      // Counted only where it is looked at: what one follows lies anywhere.
      isFollowed ? countOf('theo-doi') : undefined,
    ]);
    const given = { count: personal.count, capped: false };
    const special: Partial<Record<View, Counted | undefined>> = {
      'cho-xac-nhan': waiting,
      'giao-cho-toi': given,
      'theo-doi': followed,
    };
    const counts = new Map(
      views.map((view) => [view, view in special ? special[view] : sumOf(byState, VIEWS[view].states)]),
    );
    const elsewhere = reading.day.asOf === null && query.xem === 'can-lam' ? await myParts(context) : [];
    const main = html`${asOfNotice(context, reading)}${await waitingChanges(context, reading, post)}${againNotice(context, reading, post, personal)}${chips(
      {
        label: t(m.my_views),
        items: views.map((view) => ({
          href: onSameDay(reading, `/viec-cua-toi?xem=${view}`),
          text: t(VIEWS[view].title),
          count: counts.get(view)?.count,
          current: view === query.xem,
        })),
      },
      t,
    )}${elsewhere}${query.xem === 'giao-cho-toi' && forWhom(context, personal)}${workTable(context, reading, {
      caption: t(VIEWS[query.xem].title),
      rows: page.rows,
      hideUnit: query.xem !== 'cho-xac-nhan' && !isFollowed,
      empty: emptyState({
        title: t(m.nothing_here),
        text: t(m.nothing_here_what),
        action: linkButton({ href: `/don-vi/${post.unitId}`, text: t(m.unit_page) }),
      }),
    })}${listPager(context, page, counts.get(query.xem) ?? NONE)}`;
    const all = `/phan-viec?don-vi=${post.unitId}`;
    const mayHandOn = reading.day.asOf === null && mayReport(actor, post);
    const actions = html`${mayHandOn && linkButton({ href: `/viec-thang?don-vi=${post.unitId}`, text: t(months.open) })}${mayHandOn && linkButton({ href: `/giao-viec?don-vi=${post.unitId}`, text: t(people.hand_on) })}${linkButton({ href: all, text: t(m.see_all) })}${linkButton({ href: `${all}&dinh-dang=xlsx`, text: t(m.export_xlsx), download: true })}`;
    return answerPage(shell(context, { title: t(m.my_work), active: 'mine', kicker, actions, main }));
  },
});
