import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  card,
  type DefinitionItem,
  dataTable,
  definitionList,
  emptyState,
  lineChart,
  linkButton,
  tag,
} from '../../../ui/index.ts';
import {
  breaksOf,
  CITATION,
  type EditionPart,
  type Indicator,
  mayKeepIndex,
  valuesOf,
  whatIf,
} from '../../papi/index.ts';
import { m, movementWords } from '../messages.ts';
import { q } from '../messages-part.ts';
import type { Analysis, PartLine } from '../queries/analysis.ts';
import { fixed, signed } from './numbers.ts';

/** Where the part stands, against whom, and its course over the years. */
export function scoreCard(context: RequestContext, found: Analysis, line: PartLine): Html {
  const { t } = context;
  const body = line.loss
    ? html`${definitionList(facts(context, found, line))}${course(context, found, line.part.code)}`
    : emptyState({ title: t(q.no_score) });
  return card({
    title: t(q.score),
    id: 'diem',
    body: html`${body}<p class="hint">${t(m.source, { cite: CITATION })}</p>`,
  });
}

function facts({ t }: RequestContext, found: Analysis, { loss, part, movement }: PartLine): DefinitionItem[] {
  if (!loss) return [];
  const names = loss.bestPlaces.map((code) => found.results.places.get(code)?.name ?? code).join(', ');
  const against = (score: string, lost: number): string => t(q.lost_line, { score, lost: fixed(lost, t) });
  return [
    {
      term: t(q.own_score, { place: found.placeName }),
      value: t(q.of_range, {
        score: fixed(loss.value, t),
        min: fixed(part.min, t),
        max: fixed(part.max, t),
      }),
    },
    {
      term: t(q.best),
      value: against(t(q.best_value, { score: fixed(loss.best, t), places: names }), loss.againstBest),
    },
    { term: t(q.quarter), value: against(fixed(loss.topQuarter, t), loss.againstTopQuarter) },
    ...(loss.ownBest
      ? [
          {
            term: t(q.own_best),
            value: against(
              t(q.own_best_value, { score: fixed(loss.ownBest.value, t), year: String(loss.ownBest.year) }),
              loss.againstOwnPast ?? 0,
            ),
          },
        ]
      : []),
    { term: t(q.before), value: loss.change === null ? t(q.not_comparable) : signed(loss.change, t) },
    { term: t(q.movement), value: t(movementWords[movement]) },
  ];
}

function course({ t, lang }: RequestContext, found: Analysis, code: string): Html {
  const all = [...found.past, found.results]
    .filter(({ edition }) => edition.parts.has(code))
    .sort((a, b) => a.year - b.year);
  const [first, last] = [all[0]?.year, all.at(-1)?.year];
  if (first === undefined || last === undefined || all.length < 2) return html``;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const valueIn = (year: number): number | null =>
    all
      .find((one) => one.year === year)
      ?.places.get(found.placeCode)
      ?.values.get(code)?.value ?? null;
  return lineChart(
    {
      title: t(q.course),
      steps: years.map(String),
      stepLabel: t(q.year),
      series: [{ name: found.placeName, values: years.map(valueIn) }],
      breaks: breaksOf(code, first, last).map(({ year, why }) => ({ before: year - first, why: why[lang] })),
      decimals: 3,
      small: true,
    },
    t,
  );
}

function ruleText({ t }: RequestContext, { status, largestError }: EditionPart): string {
  if (status === 'not_reproducible') return t(q.rule_none);
  if (status === 'approximate')
    return t(q.rule_approximate, { error: largestError === null ? '?' : fixed(largestError, t) });
  return t(q.rule_exact);
}

/** The part taken apart into its indicators, with what each is worth. */
export function indicatorsCard(context: RequestContext, found: Analysis, { part }: PartLine): Html {
  const { t } = context;
  const own = found.place?.values;
  const known = part.indicators.flatMap((code) => {
    const indicator = found.results.edition.indicators.get(code);
    const value = own?.get(code)?.value;
    return indicator && value !== undefined ? [{ indicator, value }] : [];
  });
  if (known.length === 0)
    return card({
      title: t(q.indicators),
      id: 'chi-tieu',
      body: emptyState({
        title: t(q.indicators_missing, { year: String(found.year) }),
        action:
          mayKeepIndex(context.actor, null) && linkButton({ href: '/chi-so/nhap', text: t(q.import_link) }),
      }),
    });
  const rows = known.map(({ indicator, value }) => {
    const best = bestOf(found, indicator);
    return {
      cells: [
        indicatorName(context, indicator),
        fixed(value, t),
        fixed(best, t),
        indicator.isScored ? fixed(gainTo(found, part.code, indicator.code, best), t) : t(q.not_scored),
      ],
    };
  });
  const table = dataTable(
    {
      caption: t(q.indicators),
      columns: [
        { key: 'name', label: t(q.col_indicator), primary: true },
        { key: 'value', label: t(q.col_value), align: 'end', width: 'fit' },
        { key: 'best', label: t(q.col_best), align: 'end', width: 'fit' },
        { key: 'gain', label: t(q.col_gain), align: 'end' },
      ],
      rows,
      empty: emptyState({ title: t(q.none_under) }),
    },
    t,
  );
  return card({
    title: t(q.indicators),
    id: 'chi-tieu',
    body: html`<p>${t(q.indicators_lead)} ${ruleText(context, part)}</p>${table}`,
  });
}

function indicatorName({ t, lang }: RequestContext, indicator: Indicator): Html {
  return html`${indicator.code} ${indicator[lang]}${indicator.better === 'lower' && html` ${tag(t(q.lower_better))}`}`;
}

function bestOf(found: Analysis, indicator: Indicator): number | null {
  const values = valuesOf(found.results, indicator.code).map(({ value }) => value);
  if (values.length === 0 || indicator.better === null) return null;
  return indicator.better === 'lower' ? Math.min(...values) : Math.max(...values);
}

/** Points that the part gains when one of its indicators comes to a value; `null` where the tables do not tell. */
function gainTo(found: Analysis, part: string, code: string, to: number | null): number | null {
  if (to === null) return null;
  const tried = whatIf(found.results, found.placeCode, [{ code, to }]);
  if (!tried.ok) return null;
  const moved = tried.value.parts.find((one) => one.code === part);
  return moved ? moved.after - moved.before : null;
}
