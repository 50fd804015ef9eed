import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { only, post, type Rejected, type RequestContext, redirectTo } from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  button,
  card,
  csrfInput,
  dataTable,
  details,
  emptyState,
  field,
  notice,
  problemOf,
  selectField,
} from '../../../ui/index.ts';
import type { Reading } from '../../assignments/index.ts';
import { whatIf } from '../../papi/index.ts';
import { giveEffort } from '../commands/give-effort.ts';
import { byReturn, type Effort, MEASURES, pointsPerUnit } from '../domain/effort.ts';
import { measureWords } from '../messages.ts';
import { q } from '../messages-part.ts';
import { p } from '../messages-practices.ts';
import { mayGiveEffort, mayTellEfforts } from '../policy.ts';
import { type Analysis, instantOf, type PartLine } from '../queries/analysis.ts';
import { effortsOf } from '../queries/efforts.ts';
import { fixed } from './numbers.ts';
import { type PartForm, partPage } from './part.ts';
import { yearOf } from './part-cause.ts';
import { codesToRaise } from './part-what-if.ts';
import { ANALYSIS, PART } from './parts.ts';
import { typedNumber } from './words.ts';

/** What a step costs and what it brings, the best return first; with the form for offices. */
export async function effortCard(
  context: RequestContext,
  reading: Reading,
  found: Analysis,
  line: PartLine,
  rejected: PartForm | undefined,
): Promise<Html> {
  const { t, db } = context;
  const { code } = line.part;
  const efforts = (await effortsOf(db, found.year, instantOf(reading.day.asOf)))
    .filter((one) => one.code === code || one.code.startsWith(`${code}.`))
    .map((one) => ({ ...one, gained: gainOf(found, one) }));
  const tables = MEASURES.map((measure) => byReturn(efforts, measure))
    .filter((some) => some.length > 0)
    .map((some) => table(context, reading, some));
  const body = tables.length > 0 ? html`${tables}` : emptyState({ title: t(q.effort_none) });
  const form = reading.day.asOf === null && effortForm(context, reading, found, line, rejected);
  return card({
    title: t(q.effort),
    id: 'cong-suc',
    body: html`<p>${t(q.effort_lead)}</p>${body}${form}`,
  });
}

type Gained = Effort & { readonly gained: number | null };

/** Points of the total that the step brings. */
function gainOf(found: Analysis, { code, step }: Effort): number | null {
  const now = found.place?.values.get(code)?.value;
  if (now === undefined) return null;
  const isLower = found.results.edition.indicators.get(code)?.better === 'lower';
  const tried = whatIf(found.results, found.placeCode, [{ code, to: isLower ? now - step : now + step }]);
  return tried.ok ? tried.value.total.after - tried.value.total.before : null;
}

function table(context: RequestContext, { units }: Reading, efforts: readonly Gained[]): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(q.effort),
      columns: [
        { key: 'code', label: t(q.effort_code), primary: true },
        { key: 'step', label: t(q.col_step), align: 'end', width: 'fit' },
        { key: 'cost', label: t(q.col_cost), align: 'end', width: 'fit' },
        { key: 'points', label: t(q.col_points), align: 'end', width: 'fit' },
        { key: 'per', label: t(q.col_per), align: 'end' },
        { key: 'office', label: t(q.col_office) },
      ],
      rows: efforts.map((one) => ({
        cells: [
          html`${one.code}${one.words !== '' && html`<p class="hint">${one.words}</p>`}`,
          t(q.step, { n: one.step }),
          t(q.cost, { n: one.cost, measure: measureWords[one.measure] }),
          fixed(one.gained, t),
          perUnit(context, one),
          units.names.get(one.unitId) ?? '',
        ],
      })),
      empty: emptyState({ title: t(q.effort_none) }),
    },
    t,
  );
}

function perUnit({ t }: RequestContext, effort: Gained): string {
  const points = pointsPerUnit(effort, effort.gained);
  return points === null ? '–' : t(p.number, { n: Number(points.toPrecision(2)) });
}

function effortForm(
  context: RequestContext,
  { units }: Reading,
  found: Analysis,
  line: PartLine,
  shown: PartForm | undefined,
): Html {
  const { t, csrf, actor } = context;
  const offices = units.tree
    .filter((unit) => unit.kind !== 'thon' && mayGiveEffort(actor, unit))
    .map(({ id, name }) => ({ value: id, text: name }));
  const codes = codesToRaise(context, found, line);
  if (offices.length === 0 || codes.length === 0) return html``;
  const rejected: Rejected | undefined = shown?.form === 'effort' ? shown : undefined;
  const value = (name: string): string => {
    const typed = rejected?.values[name];
    return typeof typed === 'string' ? typed : '';
  };
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const input = (name: string, label: string, more: object = {}): Html =>
    field({ label, name, value: value(name), error: error(name), ...more }, t);
  const measures = MEASURES.map((measure) => ({ value: measure, text: t(measureWords[measure]) }));
  const fields = html`${selectField({ label: t(q.col_office), name: 'co-quan', value: value('co-quan'), options: offices }, t)}${selectField({ label: t(q.effort_code), name: 'nang', value: value('nang'), options: codes }, t)}${input('muc', t(q.effort_step), { width: 'short', inputmode: 'decimal', hint: t(q.effort_step_hint) })}${input('ton', t(q.effort_cost), { width: 'short', inputmode: 'decimal' })}${selectField({ label: t(q.effort_measure), name: 'don-vi-tinh', value: value('don-vi-tinh'), options: measures }, t)}${input('gom', t(q.effort_words), { maxlength: 1000, optional: true })}`;
  const form = html`<form method="post" action="${ANALYSIS}/${line.part.code}/cong-suc" class="form" novalidate>${csrfInput(csrf)}<input type="hidden" name="nam" value="${found.year}">${fields}${button({ text: t(q.effort_add) })}</form>`;
  const refused =
    rejected && notice({ kind: 'error', text: t(rejected.error.type, rejected.error.params) }, t);
  return html`${refused}${details(t(q.effort_add), form, rejected !== undefined)}`;
}

function positive(typed: string, name: string): number {
  const value = typedNumber(typed, name);
  if (value !== null && value > 0) return value;
  throw new AppError(kernelErrors.invalid_input, {}, [{ field: name, message: p.number_unreadable }]);
}

export const saveEffort = post({
  path: `${PART}/cong-suc`,
  access: only('cơ quan chủ trì, cơ quan thường trực, lãnh đạo', mayTellEfforts),
  rate: 'write',
  body: z.object({
    nam: z.coerce.number().int().min(2011).max(2199),
    'co-quan': z.uuid(),
    nang: z.string().max(12),
    muc: z.string().trim().max(20),
    ton: z.string().trim().max(20),
    'don-vi-tinh': z.enum(MEASURES),
    gom: z.string().trim().max(1000).default(''),
  }),
  async handle(context, tx, { params, body }) {
    await giveEffort(context, tx, {
      year: body.nam,
      code: body.nang,
      unitId: body['co-quan'],
      step: positive(body.muc, 'muc'),
      cost: positive(body.ton, 'ton'),
      measure: body['don-vi-tinh'],
      words: body.gom,
    });
    const text = context.t(q.effort_saved, { code: body.nang });
    return redirectTo(`${ANALYSIS}/${params.part}?nam=${body.nam}#cong-suc`, { kind: 'success', text });
  },
  redisplay: (context, params, rejected) =>
    partPage(context, params.part ?? '', { nam: yearOf(rejected) }, { ...rejected, form: 'effort' }),
});
