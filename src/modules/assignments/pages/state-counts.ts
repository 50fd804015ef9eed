import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { chips, stackedBar, stateWord, WORK_STATES } from '../../../ui/index.ts';
import type { StateCounts } from '../queries/counts.ts';

/** One bar of all states, and beside it each count as a way into its list. */
export function stateCounts(
  context: RequestContext,
  counts: StateCounts,
  props: { label: string; listHref: string },
): Html {
  const { t } = context;
  const segments = WORK_STATES.map((state) => ({ state, count: counts[state] ?? 0 })).filter(
    (one) => one.count > 0,
  );
  const total = segments.reduce((sum, one) => sum + one.count, 0);
  return html`${stackedBar({ segments, total, label: props.label }, t)}${chips(
    {
      label: props.label,
      items: segments.map(({ state, count }) => ({
        href: `${props.listHref}&trang-thai=${state}`,
        text: stateWord(state, t),
        count,
      })),
    },
    t,
  )}`;
}
