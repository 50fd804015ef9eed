import { z } from 'zod';
import { formatInstant } from '../../../kernel/dates.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  asOfNotice,
  button,
  buttonRow,
  card,
  csrfInput,
  definitionList,
  errorSummary,
  field,
  linkButton,
  problemOf,
  shell,
  textareaField,
  timeline,
} from '../../../ui/index.ts';
import { definitionsNamed, type FigureDefinition, readValue, showValue } from '../../figures/index.ts';
import { adjustTotal, withdrawAdjustment } from '../commands/adjust-total.ts';
import { reportErrors } from '../errors.ts';
import { tm } from '../messages-totals.ts';
import { mayAdjust } from '../policy-totals.ts';
import { type AdjustmentAct, adjustmentHistory } from '../queries/rollup-adjustments.ts';
import { type TotalCell, totalCells } from '../queries/rollup-board.ts';
import {
  adjustHref,
  adjustmentWords,
  cellReading,
  FIGURE_CODE,
  figureOfAddress,
  PERIOD_CODE,
  stateWords,
} from './board-cell.ts';
import { type BoardReading, boardQuery, TOTALS } from './board-parts.ts';
import { crumbs, sameDay } from './parts.ts';

const PATH = `${TOTALS}/${PERIOD_CODE}/${FIGURE_CODE}/dieu-chinh/:unitId{[0-9a-f-]{36}}` as const;

interface Address {
  readonly period: string;
  readonly code: string;
  readonly unitId: string;
}

interface CellScene {
  readonly reading: BoardReading;
  readonly cell: TotalCell;
  readonly acts: readonly AdjustmentAct[];
}

/** What the actor may not see answers `reports.cell_not_found`. */
async function cellScene(context: RequestContext, address: Address, asOf?: string): Promise<CellScene> {
  const { db, actor } = context;
  const reading = await cellReading(context, address.period, { as_of: asOf });
  const definition = await figureOfAddress(context, reading, address.code);
  const { period, end, tree } = reading;
  const of = { figures: [definition], period, asOf: end, nodeId: address.unitId };
  const cell = (await totalCells(db, actor, of, tree.names)).find(({ unit }) => unit.id === address.unitId);
  ensure(cell, reportErrors.cell_not_found);
  const acts = await adjustmentHistory(db, {
    periodCodes: [period.code],
    figureIds: [definition.id],
    unitIds: [address.unitId],
    asOf: end,
  });
  return { reading, cell, acts };
}

async function adjustPage(
  context: RequestContext,
  address: Address,
  sent: { readonly form: 'adjust' | 'withdraw'; readonly rejected: Rejected } | undefined = undefined,
  asOf?: string,
): Promise<Answer> {
  const { t, lang, url, actor } = context;
  const { reading, cell, acts } = await cellScene(context, address, asOf);
  const { definition, unit, said, adjustment } = cell;
  const back = sameDay(reading, `${TOTALS}/${address.period}/${address.code}`);
  const may =
    reading.day.asOf === null &&
    definition.rollUp !== 'none' &&
    mayAdjust(actor, { lineage: unit.lineage, ownerUnitId: definition.ownerUnitId });
  const facts = definitionList([
    { term: t(tm.col_unit), value: cell.name },
    { term: t(tm.col_said), value: said ? showValue(lang, said.value) : t(tm.nothing_said) },
    { term: t(tm.col_state), value: html`${stateWords(context, cell)}${adjustmentWords(context, cell)}` },
    { term: t(tm.owner), value: reading.units.names.get(definition.ownerUnitId) ?? '' },
  ]);
  const problems = sent ? problemsOf(sent.rejected) : [];
  const main = html`${asOfNotice({ asOf: reading.day.asOf, url }, t)}${errorSummary(problems, t)}${card({ body: facts })}${may && adjustForm(context, address, cell, acts, sent?.form === 'adjust' ? sent.rejected : undefined, back)}${may && adjustment && withdrawForm(context, address, acts, sent?.form === 'withdraw' ? sent.rejected : undefined)}${card({ title: t(tm.history), body: history(context, acts) })}`;
  return answerPage(
    shell(context, {
      title: t(tm.adjust_title),
      active: 'reports',
      kicker: `${t(reading.period.name)} · ${definition.code} ${definition.name}`,
      lead: t(tm.adjust_lead),
      breadcrumb: crumbs(
        context,
        reading,
        { href: sameDay(reading, `${TOTALS}?ky=${address.period}`), text: t(tm.title) },
        { href: back, text: definition.code },
        { text: cell.name },
      ),
      main,
    }),
  );
}

function problemsOf({ problems, error }: Rejected) {
  return problems.length > 0 ? problems : [{ field: '', message: error.type, params: error.params }];
}

const typedOf = (rejected: Rejected | undefined, name: string): string => {
  const typed = rejected?.values[name];
  return typeof typed === 'string' ? typed : '';
};

function adjustForm(
  { t, csrf }: RequestContext,
  address: Address,
  { definition }: TotalCell,
  acts: readonly AdjustmentAct[],
  rejected: Rejected | undefined,
  back: string,
): Html {
  const problems = rejected ? problemsOf(rejected) : [];
  const { numeratorLabel, denominatorLabel, unitOfMeasure } = definition;
  const hint =
    definition.numberKind === 'rate'
      ? t(tm.adjust_rate_hint, { numerator: numeratorLabel ?? '', denominator: denominatorLabel ?? '' })
      : t(tm.adjust_number_hint, { measure: unitOfMeasure });
  const href = adjustHref(address.period, address.code, address.unitId);
  return card({
    title: t(tm.adjust),
    body: html`<form method="post" action="${href}" novalidate>${csrfInput(csrf)}<input type="hidden" name="sau" value="${acts[0]?.id ?? ''}">${field(
      {
        label: t(tm.adjust_number),
        name: 'so',
        value: typedOf(rejected, 'so'),
        hint,
        error: problemOf(problems, 'so', t),
        required: true,
        width: 'medium',
      },
      t,
    )}${textareaField(
      {
        label: t(tm.adjust_reason),
        name: 'ly_do',
        value: typedOf(rejected, 'ly_do'),
        hint: t(tm.adjust_reason_hint),
        error: problemOf(problems, 'ly_do', t),
        rows: 3,
        maxlength: 2000,
        required: true,
      },
      t,
    )}${buttonRow(button({ text: t(tm.adjust_save), kind: 'primary' }), linkButton({ href: back, text: t(tm.back) }))}</form>`,
  });
}

function withdrawForm(
  { t, csrf }: RequestContext,
  address: Address,
  acts: readonly AdjustmentAct[],
  rejected: Rejected | undefined,
): Html {
  const problems = rejected ? problemsOf(rejected) : [];
  const href = `${adjustHref(address.period, address.code, address.unitId)}/rut`;
  return card({
    title: t(tm.withdraw),
    body: html`<form method="post" action="${href}" novalidate>${csrfInput(csrf)}<input type="hidden" name="sau" value="${acts[0]?.id ?? ''}">${textareaField(
      {
        label: t(tm.withdraw_reason),
        name: 'ly_do',
        id: 'ly_do_rut',
        value: typedOf(rejected, 'ly_do'),
        error: problemOf(problems, 'ly_do', t),
        rows: 2,
        maxlength: 2000,
        required: true,
      },
      t,
    )}${buttonRow(button({ text: t(tm.withdraw), kind: 'secondary' }))}</form>`,
  });
}

function history({ t, lang }: RequestContext, acts: readonly AdjustmentAct[]): Html {
  if (acts.length === 0) return html`<p>${t(tm.no_history)}</p>`;
  return timeline(
    acts.map(({ value, byName, madeAt, reason }) => ({
      at: formatInstant(madeAt),
      who: byName,
      text: value === null ? t(tm.h_withdrawn) : t(tm.h_adjusted, { value: showValue(lang, value) }),
      detail: reason,
    })),
  );
}

export const adjustView = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: boardQuery.as_of }),
  handle: (context, { params, query }) => adjustPage(context, params, undefined, query.as_of),
});

const reason = z.string().trim().max(2000).default('');
const after = z
  .string()
  .max(40)
  .default('')
  .transform((id) => (id === '' ? null : id));

async function figureNamed({ db }: RequestContext, code: string): Promise<FigureDefinition> {
  const [found] = await definitionsNamed(db, { ids: [], codes: [code] });
  ensure(found, reportErrors.cell_not_found);
  return found;
}

export const adjust = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: z.object({ so: z.string().trim().max(60).default(''), ly_do: reason, sau: after }),
  async handle(context, tx, { params, body }) {
    const definition = await figureNamed(context, params.code);
    const read = readValue(definition, body.so, 'people');
    const problem =
      'problem' in read
        ? read.problem
        : read.value === null
          ? { error: reportErrors.number_needed, params: {} }
          : null;
    if (problem || !('value' in read) || read.value === null) {
      const { error, params: said } = problem ?? { error: reportErrors.number_needed, params: {} };
      throw new AppError(error, said, [{ field: 'so', message: error, params: said }]);
    }
    await adjustTotal(context, tx, {
      figureId: definition.id,
      unitId: params.unitId,
      periodCode: params.period,
      value: read.value,
      reason: body.ly_do,
      afterId: body.sau,
    });
    return redirectTo(adjustHref(params.period, params.code, params.unitId), {
      kind: 'success',
      text: context.t(tm.adjust_saved),
    });
  },
  redisplay: (context, params, rejected) => adjustPage(context, params, { form: 'adjust', rejected }),
});

export const withdraw = post({
  path: `${PATH}/rut`,
  access: signedIn,
  rate: 'write',
  body: z.object({ ly_do: reason, sau: after }),
  async handle(context, tx, { params, body }) {
    const definition = await figureNamed(context, params.code);
    await withdrawAdjustment(context, tx, {
      figureId: definition.id,
      unitId: params.unitId,
      periodCode: params.period,
      reason: body.ly_do,
      afterId: body.sau,
    });
    return redirectTo(adjustHref(params.period, params.code, params.unitId), {
      kind: 'success',
      text: context.t(tm.withdrawn),
    });
  },
  redisplay: (context, params, rejected) => adjustPage(context, params, { form: 'withdraw', rejected }),
});
