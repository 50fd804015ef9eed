import { z } from 'zod';
import type { Db } from '../../../../kernel/db/database.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import {
  button,
  csrfInput,
  emptyState,
  errorSummary,
  linkButton,
  notice,
  selectField,
  shell,
} from '../../../../ui/index.ts';
import { unitsOfDay } from '../../../units/index.ts';
import { saveCells } from '../../commands/save-cells.ts';
import type { CompiledCell, CompiledForm } from '../../domain/compiled.ts';
import { cellsOfCheck } from '../../domain/expr.ts';
import { UNIT_ROW } from '../../domain/spec.ts';
import { m } from '../../messages-entry.ts';
import { type ManyParts, manyTable } from './all-units-table.ts';
import type { CellAgain } from './cell-field.ts';
import { checkSummary } from './checks.ts';
import { cellPanel, entryData } from './client-data.ts';
import { rowLabel } from './labels.ts';
import { allUnitsPath, unitFieldName } from './paths.ts';
import { type FormScene, formScene, type UnitScene, unitScenes } from './scene.ts';
import type { Refused } from './sheet-page.ts';
import { addRefused, problemsOf, seen, type TypedPlace, typedCells } from './typed-cells.ts';

const PATH = '/so-lieu/:formId/:period/tat-ca';

interface FormParams {
  readonly formId: string;
  readonly period: string;
}

interface ManyScene {
  readonly form: FormScene;
  readonly units: readonly UnitScene[];
  /** The row of the form that is shown, for every unit. */
  readonly row: string;
  readonly cells: readonly CompiledCell[];
}

/** All units that fill the form and that this person sees, in the order of the tree. */
async function manyScene(
  context: RequestContext,
  params: FormParams,
  row: string | undefined,
  db: Db,
): Promise<ManyScene> {
  const form = await formScene(db, params.formId, params.period);
  const { tree } = await unitsOfDay(db, form.period.toOn);
  const ids = tree.map(({ id }) => id);
  const units = await unitScenes(context, db, form, ids);
  const { compiled } = form.ready;
  const rows = compiled.rows.filter((one) => one.kind === 'row');
  const chosen = rows.find((one) => one.key === row)?.key ?? rows[0]?.key ?? UNIT_ROW;
  const cells = compiled.cells.filter((cell) => cell.row === chosen);
  const keys = new Set(cells.map(({ key }) => key));
  const onRow = units.map((unit) => ({ ...unit, entered: both(unit.entered, keys) }));
  return { form, units: onRow, row: chosen, cells };
}

const withRow = (params: FormParams, row: string): string =>
  `${allUnitsPath(params.formId, params.period)}${row === UNIT_ROW ? '' : `?dong=${row}`}`;

async function manyPage(
  context: RequestContext,
  params: FormParams,
  { row, refused, db = context.db }: { row?: string | undefined; refused?: Refused; db?: Db },
): Promise<Html> {
  const { t } = context;
  const scene = await manyScene(context, params, row, db);
  const { form, units } = scene;
  const { ready, period } = form;
  const [first] = units;
  const n = units.length;
  const complete = units.filter(({ sheet }) => sheet.state === 'complete').length;
  return shell(context, {
    title: t(m.all_title, { form: ready.version.spec.title }),
    active: 'entry',
    wide: true,
    kicker: [ready.form.code, t(period.name), t(m.units_n, { n, complete })].join(' · '),
    ...(first ? { lead: t(first.window.reason.message, first.window.reason.params) } : {}),
    breadcrumb: [{ href: '/so-lieu', text: t(m.title) }, { text: ready.form.code }],
    // A form of fixed rows has one workbook a unit, at the unit's sheet.
    ...(ready.compiled.rowsAreUnits && n > 0 ? { actions: download(context, params) } : {}),
    scripts: ['filter-auto', ...(isEntered(units, refused) ? ['entry-grid'] : [])],
    main: html`${refused && notice({ kind: 'error', text: refused.said }, t)}${errorSummary(refused?.problems, t)}${rowChoice(context, params, scene)}${n === 0 ? emptyState({ title: t(m.all_none) }) : manyBody(context, params, scene, refused)}`,
  });
}

/** Something is entered here, or was just typed and refused. */
function isEntered(units: readonly UnitScene[], refused: Refused | undefined): boolean {
  return units.some(({ entered }) => entered.size > 0) || (refused?.again.size ?? 0) > 0;
}

function download({ t }: RequestContext, { formId, period }: FormParams): Html {
  return linkButton({ href: `${allUnitsPath(formId, period)}/tep`, text: t(m.download), download: true });
}

/** A form of fixed rows is looked at row by row: units below, columns beside. */
function rowChoice({ t }: RequestContext, params: FormParams, { form, row }: ManyScene): Html {
  const { compiled } = form.ready;
  if (compiled.rowsAreUnits) return html``;
  const options = rowOptions(compiled);
  return html`<filter-auto><form class="filters entry-choice" method="get" action="${allUnitsPath(params.formId, params.period)}">${selectField({ label: t(m.choose_row), name: 'dong', value: row, options }, t)}<div class="filter-actions">${button({ text: t(m.show) })}</div></form></filter-auto>`;
}

function rowOptions(compiled: CompiledForm): { value: string; text: string }[] {
  return compiled.rows
    .filter((row) => row.kind === 'row')
    .map(({ key }) => ({ value: key, text: rowLabel(compiled, key) }));
}

function manyBody(
  context: RequestContext,
  params: FormParams,
  scene: ManyScene,
  refused: Refused | undefined,
): Html {
  const { t } = context;
  const { form, units, cells } = scene;
  const { compiled } = form.ready;
  const parts: ManyParts = {
    form,
    units,
    row: scene.row,
    cells,
    again: refused?.again ?? new Map<string, CellAgain>(),
  };
  const keys = new Set(cells.map(({ key }) => key));
  const checks = checkSummary(
    context,
    compiled,
    units.flatMap(({ unit, sheet }) =>
      sheet.broken
        .map((check) => ({ check, first: cellsOfCheck(check).find((key) => keys.has(key)) }))
        .filter(({ first }) => first !== undefined)
        .map(({ check, first }) => ({
          check,
          first,
          id: `k-${unit.id}-${check.key.replace('@', '-')}`,
          nameOf: (key: string) => unitFieldName(unit.id, key),
          unitName: unit.name,
        })),
    ),
    scene.row,
  );
  const table = manyTable(context, parts, t(m.all_title, { form: form.ready.version.spec.title }));
  if (!isEntered(units, refused)) return html`${checks}${table}`;
  const shown = Object.fromEntries(
    units.flatMap((unit) => Object.entries(seen(context, unit, (key) => unitFieldName(unit.unit.id, key)))),
  );
  const data = entryData(context, { form, units, shown: cells, onlyRow: scene.row });
  return html`<entry-grid data-entry="${JSON.stringify(data)}"><form id="bieu" method="post" action="${withRow(params, scene.row)}" novalidate autocomplete="off">${csrfInput(context.csrf)}<input type="hidden" name="dong" value="${scene.row}"><input type="hidden" name="da_thay" value="${JSON.stringify(shown)}"><div class="entry-bar"><p role="status" data-part="status"></p></div>${checks}${table}${cellPanel(context, { form })}<div class="buttons entry-buttons"><button type="submit" class="btn btn-primary" data-act="save">${t(m.save)}</button></div></form></entry-grid>`;
}

/** What stands in both. */
function both(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((key) => b.has(key)));
}

const rowSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,19}$/)
  .optional()
  .catch(undefined);

export const allUnits = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({ dong: rowSchema }),
  async handle(context, { params, query }) {
    return answerPage(await manyPage(context, params, { row: query.dong }));
  },
});

function placesOf({ units, cells }: ManyScene): (TypedPlace & { readonly about: string })[] {
  return units.flatMap(({ unit }) =>
    cells
      .filter((cell) => cell.input !== null)
      .map(({ key }) => ({
        unitId: unit.id,
        key,
        name: unitFieldName(unit.id, key),
        about: unit.name,
      })),
  );
}

export const saveAllUnits = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: z.looseObject({ dong: rowSchema }),
  unaudited: 'rooms record what was changed; a form sent as it was shown changes nothing',
  async handle(context, tx, { params, body }) {
    const { t } = context;
    const scene = await manyScene(context, params, body.dong, tx);
    const places = placesOf(scene);
    const given = typedCells(context, scene.form, places, body);
    const saved = await saveCells(context, tx, {
      formId: params.formId,
      periodCode: params.period,
      cells: given.cells,
      via: 'page',
    });
    addRefused(context, saved.cells, given);
    const n = saved.counts.saved;
    if (given.again.size > 0) {
      const refused: Refused = {
        again: given.again,
        problems: problemsOf(scene.form.ready, given.again, places),
        said: t(n > 0 ? m.some_not_saved : m.nothing_saved, { n }),
      };
      const isConflict = [...given.again.values()].some((one) => one.isConflict);
      const page = await manyPage(context, params, { row: scene.row, refused, db: tx });
      return answerPage(page, isConflict ? 409 : 422);
    }
    const text = n > 0 ? t(m.saved_n, { n }) : t(m.saved_none);
    return redirectTo(withRow(params, scene.row), { kind: 'success', text });
  },
  redisplay: showAgain,
});

async function showAgain(context: RequestContext, params: FormParams, rejected: Rejected): Promise<Answer> {
  const row = rowSchema.parse(rejected.values.dong);
  const scene = await manyScene(context, params, row, context.db);
  const given = typedCells(context, scene.form, placesOf(scene), rejected.values);
  const again = new Map<string, CellAgain>(
    [...given.typed].map(([name, typed]) => [name, { typed, note: '', isConflict: false }]),
  );
  for (const [name, one] of given.again) again.set(name, one);
  const { message, remedy } = rejected.error.describe(context.lang);
  const refused: Refused = { again, problems: [], said: `${message} ${remedy}` };
  return answerPage(await manyPage(context, params, { row: scene.row, refused }));
}
