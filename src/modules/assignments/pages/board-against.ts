import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { chips } from '../../../ui/index.ts';
import { amendmentsHref, differenceFromFirst } from '../../plans/index.ts';
import { ma } from '../messages-amended.ts';
import { movedFromFirst } from '../queries/board.ts';
import type { Against } from './against.ts';
import type { Reading } from './reading.ts';

/** What the board is read against, and how the plan in force differs from what was first promised. */
export interface BoardAgainst {
  /** Said above the title: against which plan the board counts. */
  readonly label: string;
  /** The choice between the two, and the difference in one line; empty for a plan never amended. */
  readonly choice: Html;
}

export async function boardAgainst(
  context: RequestContext,
  reading: Reading,
  planId: string,
  against: Against,
): Promise<BoardAgainst> {
  const { t, db, url } = context;
  const difference = await differenceFromFirst(db, planId, reading.day.asOf);
  const label =
    against === 'first' ? t(ma.kicker_first) : t(ma.kicker_current, { n: String(difference.version) });
  const moved = await movedFromFirst(db, planId, reading.scope, reading.day);
  const isSame = difference.version === 1 && moved.later + moved.earlier === 0;
  if (isSame && against === 'current') return { label, choice: html`` };
  const parts = [
    difference.added > 0 && t(ma.diff_added, { n: difference.added }),
    difference.dropped > 0 && t(ma.diff_dropped, { n: difference.dropped }),
    moved.later > 0 && t(ma.diff_later, { n: moved.later }),
    moved.earlier > 0 && t(ma.diff_earlier, { n: moved.earlier }),
  ].filter((part) => part !== false);
  const what = parts.length === 0 ? t(ma.no_difference) : parts.join(', ');
  const choice = chips(
    {
      label: t(ma.against),
      items: [
        {
          href: withQuery(url, { 'so-voi': null }),
          text: t(ma.against_current),
          current: against === 'current',
        },
        {
          href: withQuery(url, { 'so-voi': 'goc' }),
          text: t(ma.against_first),
          current: against === 'first',
        },
      ],
    },
    t,
  );
  return {
    label,
    choice: html`${choice}<p><a href="${amendmentsHref(planId)}">${t(ma.difference, { what })}</a></p>`,
  };
}
