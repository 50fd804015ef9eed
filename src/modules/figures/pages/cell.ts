import { formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import { answerPage, get, type Rejected, signedIn } from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  definitionList,
  errorSummary,
  field,
  problemOf,
  shell,
  textareaField,
  timeline,
} from '../../../ui/index.ts';
import { unitsOfDay } from '../../units/index.ts';
import { type FigureValue, isFilled, type StoredCell } from '../domain/figure.ts';
import { showValue, typedValue } from '../domain/value-text.ts';
import { m, viaNames } from '../messages.ts';
import { c } from '../messages-cell.ts';
import { mayEnterForUnit, mayRemark } from '../policy.ts';
import { type CellScene, cellScene } from '../queries/cell.ts';
import { remarksOf } from '../queries/cell-history.ts';
import { previousValues, samePeriodLastYear } from '../queries/related-values.ts';
import { evidencePart } from './cell-evidence.ts';
import { CODE } from './one.ts';
import { cellHref, figureHref } from './words.ts';

export const CELL = `/chi-tieu/${CODE}/so-lieu/:unitId{[0-9a-f-]{36}}/:period{[0-9A-Z.-]+}` as const;

export type CellParams = { readonly code: string; readonly unitId: string; readonly period: string };

export const addressOf = (params: CellParams) => ({
  code: params.code,
  unitId: params.unitId,
  periodCode: params.period,
});

/** Which form of the page was sent, so that what was typed is shown there again. */
export type CellForm = 'value' | 'remark' | 'evidence';

export async function cellPage(
  context: RequestContext,
  params: CellParams,
  sent?: { readonly form: CellForm; readonly rejected: Rejected },
): Promise<Answer> {
  const { t, db, actor, now, lang, today } = context;
  const scene = await cellScene(db, actor, addressOf(params), now);
  const { definition, unit, period, history } = scene;
  const rejectedOf = (form: CellForm): Rejected | undefined =>
    sent?.form === form ? sent.rejected : undefined;
  const { names } = await unitsOfDay(db, today);
  const main = html`${card({ body: await facts(context, scene, names) })}${enterPart(context, scene, rejectedOf('value'))}${await evidencePart(
    context,
    scene,
    rejectedOf('evidence'),
  )}${await remarksPart(context, scene, rejectedOf('remark'))}${card({
    title: t(c.history),
    body: historyPart(context, history, names),
  })}`;
  return answerPage(
    shell(context, {
      title: `${definition.name}: ${unit.name}`,
      kicker: t(c.kicker, { code: definition.code, period: period.name[lang] }),
      active: 'figures',
      breadcrumb: [
        { href: '/chi-tieu', text: t(m.title) },
        { href: figureHref(definition.code), text: definition.code },
        { text: `${unit.name}, ${period.name[lang]}` },
      ],
      main,
    }),
  );
}

export const cell = get({
  path: CELL,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => cellPage(context, params),
});

function said({ t, lang }: RequestContext, value: StoredCell | undefined): string {
  if (!isFilled(value)) return t(c.nothing);
  return value.value.kind === 'no_data'
    ? t(c.no_data_because, { reason: value.value.reason })
    : showValue(lang, value.value);
}

/** By which way it came, for whom, and whether late. */
function howWords({ t }: RequestContext, value: StoredCell, names: ReadonlyMap<string, string>): string {
  const unit = value.byUnitId === null ? undefined : names.get(value.byUnitId);
  return [
    t(viaNames[value.via]),
    value.byUnitId !== value.unitId && unit !== undefined && t(c.for_unit, { unit }),
    value.isLate && t(c.late),
  ]
    .filter(Boolean)
    .join('; ');
}

/** Who entered it and when besides. */
function whoWords(context: RequestContext, value: StoredCell, names: ReadonlyMap<string, string>): string {
  const at = formatInstant(value.changedAt);
  return context.t(c.by, { who: value.byName, at, how: howWords(context, value, names) });
}

async function facts(
  context: RequestContext,
  { definition, unit, period, window, stored }: CellScene,
  names: ReadonlyMap<string, string>,
): Promise<Html> {
  const { t, db } = context;
  const wanted = { figureIds: [definition.id], unitIds: [unit.id], periodCode: period.code, asOf: null };
  const [lastYear] = await samePeriodLastYear(db, wanted);
  const [before] = await previousValues(db, wanted);
  const related = (value: FigureValue | undefined, term: string) =>
    value ? [{ term, value: said(context, value) }] : [];
  return definitionList([
    { term: t(c.value), value: html`<strong>${said(context, stored)}</strong>` },
    { term: t(m.col_measure), value: definition.unitOfMeasure },
    ...(isFilled(stored) ? [{ term: t(c.entered_by), value: whoWords(context, stored, names) }] : []),
    ...(before?.id === lastYear?.id ? [] : related(before, t(c.before))),
    ...related(lastYear, t(c.last_year)),
    { term: t(c.window), value: t(window.reason.message, window.reason.params) },
  ]);
}

const HINTS = { number: c.hint_number, rate: c.hint_rate, date: c.hint_date, words: c.hint_text };

function enterPart(context: RequestContext, scene: CellScene, rejected: Rejected | undefined): Html {
  const { t, lang, csrf, actor } = context;
  const { definition, unit, period, window, stored } = scene;
  const placed = { lineage: unit.lineage, ownerUnitId: definition.ownerUnitId };
  const problems = rejected && problemsOf(rejected, 'so_lieu');
  // What was refused may be that anything is taken at all: it is said also where no field stands any more.
  if (!window.mayEnter || !mayEnterForUnit(actor, placed))
    return errorSummary(
      problems?.map((problem) => ({ ...problem, field: '' })),
      t,
    );
  const hint =
    definition.numberKind === 'rate'
      ? t(HINTS.rate, {
          numerator: definition.numeratorLabel ?? '',
          denominator: definition.denominatorLabel ?? '',
        })
      : t(
          definition.numberKind === 'date'
            ? HINTS.date
            : definition.numberKind === 'text'
              ? HINTS.words
              : HINTS.number,
        );
  const typed = rejected?.values.so_lieu;
  const standing = isFilled(stored) ? typedValue(lang, stored.value) : '';
  return card({
    title: t(c.enter),
    body: html`${errorSummary(problems, t)}<form method="post" action="${cellHref(definition.code, unit.id, period.code)}" novalidate>${csrfInput(csrf)}<input type="hidden" name="revision" value="${isFilled(stored) ? stored.revision : 0}">${field(
      {
        name: 'so_lieu',
        label: t(c.enter_label, { measure: definition.unitOfMeasure }),
        hint,
        width: 'medium',
        autocomplete: 'off',
        value: typeof typed === 'string' ? typed : standing,
        error: problemOf(problems, 'so_lieu', t),
      },
      t,
    )}${buttonRow(button({ text: t(c.save), kind: 'primary' }))}</form>`,
  });
}

/** A refusal of the command as the problem of its one field. */
export function problemsOf(rejected: Rejected, name: string) {
  const { error, problems } = rejected;
  return problems.length > 0 ? problems : [{ field: name, message: error.type, params: error.params }];
}

function historyPart(
  context: RequestContext,
  history: readonly StoredCell[],
  names: ReadonlyMap<string, string>,
): Html {
  const { t } = context;
  if (history.length === 0) return html`<p class="hint">${t(c.history_none)}</p>`;
  return timeline(
    history.toReversed().map((one) => ({
      at: formatInstant(one.changedAt),
      who: one.byName,
      text: isFilled(one) ? said(context, one) : t(c.taken_back),
      detail: howWords(context, one, names),
    })),
  );
}

async function remarksPart(
  context: RequestContext,
  { definition, unit, period }: CellScene,
  rejected: Rejected | undefined,
): Promise<Html> {
  const { t, db, csrf, actor } = context;
  const wanted = { figureIds: [definition.id], unitIds: [unit.id], periodCodes: [period.code], asOf: null };
  const remarks = await remarksOf(db, wanted);
  const problems = rejected && problemsOf(rejected, 'ghi_chu');
  const typed = rejected?.values.ghi_chu;
  const mayWrite = mayRemark(actor, { lineage: unit.lineage, ownerUnitId: definition.ownerUnitId });
  return card({
    title: t(c.remarks),
    id: 'ghi-chu',
    body: html`${
      remarks.length === 0
        ? html`<p class="hint">${t(c.remarks_none)}</p>`
        : timeline(
            remarks.map(({ recordedAt, personName, words }) => ({
              at: formatInstant(recordedAt),
              who: personName,
              text: words,
            })),
          )
    }${
      mayWrite &&
      html`${errorSummary(problems, t)}<form method="post" action="${cellHref(definition.code, unit.id, period.code)}/ghi-chu" novalidate>${csrfInput(csrf)}${textareaField(
        {
          name: 'ghi_chu',
          label: t(c.remark),
          rows: 2,
          maxlength: 2000,
          value: typeof typed === 'string' ? typed : '',
          error: problemOf(problems, 'ghi_chu', t),
        },
        t,
      )}${buttonRow(button({ text: t(c.remark_save) }))}</form>`
    }`,
  });
}
