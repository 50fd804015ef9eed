import { type Html, html } from '../../kernel/html.ts';
import type { Translate } from '../../kernel/i18n.ts';
import type { BudgetLine } from './domain/budget.ts';
import { moneyWords } from './domain/money.ts';
import { mw } from './pages/money-words.ts';

const percentOf = (amount: number | null, most: number): number =>
  amount === null || amount <= 0 || most <= 0 ? 0 : Math.round((amount / most) * 10_000) / 100;

/** One bar: the plan behind, what was done in front; `most` is the length of the whole. Sizes are attributes: no style is inline. */
function bar({ plan, done }: BudgetLine, most: number, y: number): Html {
  return html`<rect class="bar-plan" y="${y}" width="${percentOf(plan, most)}" height="10"/><rect class="bar-done" y="${y + 2.5}" width="${percentOf(done, most)}" height="5"/>`;
}

/** Both totals as two bars of one scale. The words beside say the same; the picture has them as its name. */
export function totalsChart(
  totals: readonly [BudgetLine, BudgetLine],
  labels: readonly [string, string],
  t: Translate,
): Html {
  const most = Math.max(...totals.flatMap(({ plan, done }) => [plan ?? 0, done ?? 0]));
  const hasDone = totals.some(({ done }) => done !== null);
  const words = totals
    .map(({ plan, done }, at) => {
      const label = labels[at] ?? '';
      const planned = moneyWords(plan ?? 0, t);
      return done === null
        ? t(mw.chart_plan, { label, plan: planned })
        : t(mw.chart, { label, plan: planned, done: moneyWords(done, t) });
    })
    .join(' ');
  const rows = totals.map((total, at) => bar(total, most, at * 16));
  const legend = html`<p class="meta legend" aria-hidden="true"><span class="legend-key key-plan"></span> ${t(mw.legend_plan)}${hasDone && html` <span class="legend-key key-done"></span> ${t(mw.legend_done)}`}</p>`;
  return html`<figure class="money"><div class="bars"><ul class="plain bar-names" aria-hidden="true">${labels.map((label) => html`<li>${label}</li>`)}</ul><svg viewBox="0 0 100 26" preserveAspectRatio="none" role="img" aria-label="${words}">${rows}</svg></div>${legend}</figure>`;
}

/** The bar of one line beside its numbers. */
export function lineBar(line: BudgetLine, most: number): Html {
  return html`<svg class="line-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bar(line, most, 0)}</svg>`;
}
