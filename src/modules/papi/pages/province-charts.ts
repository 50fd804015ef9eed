import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { details, type LineBreak, lineChart } from '../../../ui/index.ts';
import { breaksOf } from '../domain/comparable.ts';
import { nameOf, TOTAL } from '../domain/editions.ts';
import { ranksOf } from '../domain/ranks.ts';
import { valuesOf } from '../domain/results.ts';
import { m } from '../messages.ts';
import type { PlaceView } from '../queries/province-view.ts';
import type { SetTarget } from '../store-targets.ts';

/** Every year between the first and the last, so that a missing one is a gap and not a step. */
function stepsOf({ all }: PlaceView): number[] {
  const [first, last] = [all.at(0)?.year ?? 0, all.at(-1)?.year ?? 0];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function breaksIn({ t }: RequestContext, code: string, steps: readonly number[]): LineBreak[] {
  const [first = 0] = steps;
  return breaksOf(code, first, steps.at(-1) ?? first).map((one) => ({
    before: one.year - first,
    why: t(one.why),
  }));
}

function valuesIn({ all, place }: PlaceView, code: string, steps: readonly number[]): (number | null)[] {
  return steps.map(
    (year) =>
      all
        .find((one) => one.year === year)
        ?.places.get(place.code)
        ?.values.get(code)?.value ?? null,
  );
}

/** The total of every year, broken where the index changed. */
export function totalChart(context: RequestContext, view: PlaceView, targets: readonly SetTarget[]): Html {
  const { t } = context;
  const steps = stepsOf(view);
  const goal = targets.find((one) => one.code === TOTAL && one.kind === 'points');
  return lineChart(
    {
      title: t(m.chart_total),
      steps: steps.map(String),
      stepLabel: t(m.year),
      series: [{ name: view.place.name, values: valuesIn(view, TOTAL, steps) }],
      breaks: breaksIn(context, TOTAL, steps),
      target:
        goal?.points == null
          ? undefined
          : { value: goal.points, label: t(m.target, { year: String(goal.year) }) },
    },
    t,
  );
}

/** The rank of every year; 1 stands on top. Breaks do not matter: a rank compares places of one year. */
export function rankChart({ t }: RequestContext, view: PlaceView): Html {
  const steps = stepsOf(view);
  const ranks = steps.map((year) => {
    const results = view.all.find((one) => one.year === year);
    return results ? (ranksOf(valuesOf(results, TOTAL)).get(view.place.code)?.rank ?? null) : null;
  });
  return lineChart(
    {
      title: t(m.chart_rank),
      steps: steps.map(String),
      stepLabel: t(m.year),
      series: [{ name: view.place.name, values: ranks }],
      reversed: true,
      decimals: 0,
    },
    t,
  );
}

/** A small course for each content. */
export function contentCharts(context: RequestContext, view: PlaceView): Html {
  const { t } = context;
  const steps = stepsOf(view);
  const charts = view.results.edition.dimensions.map(({ code, number }) => {
    const name = nameOf(view.results.edition, code);
    return lineChart(
      {
        title: `${number}. ${name ? t(name) : code}`,
        steps: steps.map(String),
        stepLabel: t(m.year),
        series: [{ name: t(m.score), values: valuesIn(view, code, steps) }],
        breaks: breaksIn(context, code, steps),
        small: true,
      },
      t,
    );
  });
  return details(t(m.chart_contents), html`<div class="charts">${charts}</div>`, true);
}
