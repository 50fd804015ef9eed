import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  card,
  dataTable,
  emptyState,
  field,
  notice,
  type Option,
  selectField,
} from '../../../ui/index.ts';
import { CONTENTS, type WhatIf, type WhatIfProblem, whatIf } from '../../papi/index.ts';
import { q } from '../messages-part.ts';
import type { Analysis, PartLine } from '../queries/analysis.ts';
import { fixed, signed } from './numbers.ts';
import { nameOfPart } from './parts.ts';

export interface Tried {
  readonly ma?: string | undefined;
  readonly den?: string | undefined;
}

/** Codes of the part that have a value this year, to choose from. */
export function codesToRaise(context: RequestContext, found: Analysis, { part }: PartLine): Option[] {
  const { t, lang } = context;
  const own = found.place?.values;
  const value = own?.get(part.code)?.value;
  const indicators = part.indicators.flatMap((code): Option[] => {
    const indicator = found.results.edition.indicators.get(code);
    const now = own?.get(code)?.value;
    if (!indicator?.isScored || now === undefined) return [];
    const text = t(q.what_if_indicator, { code, name: indicator[lang], value: fixed(now, t) });
    return [{ value: code, text }];
  });
  const whole = { value: part.code, text: t(q.what_if_part, { code: part.code, value: fixed(value, t) }) };
  return value === undefined ? indicators : [whole, ...indicators];
}

/** A GET form: the page answers with what the part, its content, the total and the rank would be. */
export function whatIfCard(context: RequestContext, found: Analysis, line: PartLine, tried: Tried): Html {
  const { t, url } = context;
  const options = codesToRaise(context, found, line);
  if (options.length === 0) return html``;
  const kept = ['nam', 'as_of'].flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [html`<input type="hidden" name="${name}" value="${value}">`];
  });
  const typed = tried.den?.trim() ?? '';
  const to = Number(typed.replace(',', '.'));
  const isNumber = typed !== '' && Number.isFinite(to);
  const error = typed !== '' && !isNumber ? t(q.problem_number) : undefined;
  const code = options.find(({ value }) => value === tried.ma)?.value ?? options[0]?.value ?? '';
  const form = html`<form method="get" action="${url.pathname}#neu" class="form no-print">${kept}${selectField({ label: t(q.what_if_code), name: 'ma', value: code, options }, t)}${field(
    {
      label: t(q.what_if_to),
      name: 'den',
      value: typed,
      error,
      width: 'short',
      inputmode: 'decimal',
      maxlength: 12,
    },
    t,
  )}${button({ text: t(q.what_if_go) })}</form>`;
  const result = isNumber && resultOf(context, found, whatIf(found.results, found.placeCode, [{ code, to }]));
  return card({
    title: t(q.what_if),
    id: 'neu',
    body: html`<p>${t(q.what_if_lead)}</p>${form}${result}`,
  });
}

function resultOf(context: RequestContext, found: Analysis, tried: ReturnType<typeof whatIf>): Html {
  const { t } = context;
  if (!tried.ok) return notice({ kind: 'error', text: problemText(context, tried.problem) }, t);
  const { value } = tried;
  const isEstimate = value.status === 'approximate';
  return html`${table(context, found, value)}${isEstimate && html`<p class="hint">${t(q.estimate)}</p>`}`;
}

function table(context: RequestContext, found: Analysis, tried: WhatIf): Html {
  const { t, lang } = context;
  const { edition } = found.results;
  const row = (name: string, before: number, after: number) => ({
    cells: [name, fixed(before, t), fixed(after, t), signed(after - before, t)],
  });
  const parts = tried.parts.map(({ code, before, after }) => {
    const part = edition.parts.get(code);
    return row(part ? t(q.title, { code, name: nameOfPart(part, context) }) : code, before, after);
  });
  const dimensions = tried.dimensions.map(({ code, before, after }) => {
    const content = CONTENTS[Number(code.slice(1))];
    return row(t(q.dimension, { n: code.slice(1), name: content?.[lang] ?? '' }), before, after);
  });
  const { before, after } = tried.rank;
  const rank = (one: typeof before): string => t(q.rank_of, { rank: one.rank, of: one.of });
  const better = before.rank - after.rank;
  return dataTable(
    {
      caption: t(q.what_if_result),
      captionVisible: true,
      columns: [
        { key: 'what', label: t(q.col_what), primary: true },
        { key: 'now', label: t(q.col_now), align: 'end', width: 'fit' },
        { key: 'then', label: t(q.col_then), align: 'end', width: 'fit' },
        { key: 'difference', label: t(q.col_difference), align: 'end', width: 'fit' },
      ],
      rows: [
        ...parts,
        ...dimensions,
        row(t(q.total), tried.total.before, tried.total.after),
        {
          cells: [
            t(q.rank),
            rank(before),
            rank(after),
            better === 0 ? '0' : t(better > 0 ? q.rank_up : q.rank_down, { n: Math.abs(better) }),
          ],
        },
      ],
      empty: emptyState({ title: '' }),
    },
    t,
  );
}

function problemText({ t }: RequestContext, problem: WhatIfProblem): string {
  switch (problem.kind) {
    case 'no_total':
      return t(q.problem_no_total);
    case 'unknown':
      return t(q.problem_unknown, { code: problem.code });
    case 'outside':
      return t(q.problem_outside, {
        code: problem.code,
        min: fixed(problem.min, t),
        max: fixed(problem.max, t),
      });
    case 'not_reproducible':
      return t(q.problem_rule, { code: problem.code });
  }
}
