import { z } from 'zod';
import type { Tx } from '../../../../kernel/db/database.ts';
import type { AppError, FieldProblem } from '../../../../kernel/errors.ts';
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
import { reopenSheet } from '../../commands/reopen-sheet.ts';
import { saveCells } from '../../commands/save-cells.ts';
import type { SaveCellsOutcome } from '../../domain/sheet.ts';
import { formErrors } from '../../errors.ts';
import { formLimits } from '../../limits.ts';
import { m } from '../../messages-entry.ts';
import type { CellAgain } from './cell-field.ts';
import { cellLabel } from './labels.ts';
import { fieldName, sheetPath } from './paths.ts';
import { type FormScene, formScene, type SheetParams, sheetScene } from './scene.ts';
import { type Refused, sheetPage } from './sheet-page.ts';
import { addRefused, problemsOf, type TypedPlace, typedCells } from './typed-cells.ts';

const PATH = '/so-lieu/:unitId/:period/:formId{[0-9a-f-]{36}}';

export const sheet = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({
    'so-sanh': z.literal('co').optional().catch(undefined),
    dong: z.literal('tat-ca').optional().catch(undefined),
  }),
  async handle(context, { params, query }) {
    const compare = query['so-sanh'] === 'co';
    return answerPage(await sheetPage(context, params, { compare, isWhole: query.dong === 'tat-ca' }));
  },
});

const ACTS = ['luu', 'xong', 'sua-lai'] as const;

function placesOf({ ready }: FormScene, unitId: string): TypedPlace[] {
  return ready.compiled.cells
    .filter((cell) => cell.input !== null)
    .map(({ key }) => ({ unitId, key, name: fieldName(key) }));
}

export const save = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: z.looseObject({ viec: z.enum(ACTS).default('luu') }),
  unaudited: 'rooms record what was changed; a form sent as it was shown changes nothing',
  async handle(context, tx, { params, body }) {
    await sheetScene(context, params, tx);
    if (body.viec === 'sua-lai')
      await reopenSheet(context, tx, {
        formId: params.formId,
        periodCode: params.period,
        unitId: params.unitId,
      });
    return saveTyped(context, tx, params, body, body.viec === 'xong');
  },
  redisplay: showAgain,
});

/** Saves what can be saved; what cannot comes back as it was typed. To confirm, all of it must be saved. */
async function saveTyped(
  context: RequestContext,
  tx: Tx,
  params: SheetParams,
  body: Readonly<Record<string, unknown>>,
  complete: boolean,
): Promise<Answer> {
  const { t } = context;
  const scene = await formScene(tx, params.formId, params.period);
  const places = placesOf(scene, params.unitId);
  const given = typedCells(context, scene, places, body);
  const isUnread = given.again.size > 0;
  const saved = await saveCells(context, tx, {
    formId: params.formId,
    periodCode: params.period,
    unitIds: [params.unitId],
    cells: given.cells,
    via: 'page',
    complete: complete && !isUnread,
  });
  addRefused(context, saved.cells, given);
  if (given.again.size > 0) {
    const refused: Refused = {
      again: given.again,
      problems: problemsOf(scene.ready, given.again, places),
      said: t(saved.counts.saved > 0 ? m.some_not_saved : m.nothing_saved, { n: saved.counts.saved }),
    };
    const isConflict = [...given.again.values()].some((one) => one.isConflict);
    return answerPage(await sheetPage(context, params, { refused, db: tx }), isConflict ? 409 : 422);
  }
  const text = body.viec === 'sua-lai' ? t(m.reopened) : savedWords(context, saved, complete);
  return redirectTo(sheetPath(params.unitId, params.period, params.formId), { kind: 'success', text });
}

function savedWords({ t }: RequestContext, { counts }: SaveCellsOutcome, complete: boolean): string {
  if (complete) return t(m.saved_complete);
  return counts.saved === 0 ? t(m.saved_none) : t(m.saved_n, { n: counts.saved });
}

/** The sheet with everything as it was typed, when nothing was saved: a check forbids the confirmation, or the server was busy. */
async function showAgain(context: RequestContext, params: SheetParams, rejected: Rejected): Promise<Answer> {
  const scene = await formScene(context.db, params.formId, params.period);
  const places = placesOf(scene, params.unitId);
  const given = typedCells(context, scene, places, rejected.values);
  const again = new Map<string, CellAgain>(
    [...given.typed].map(([name, typed]) => [name, { typed, note: '', isConflict: false }]),
  );
  for (const [name, one] of given.again) again.set(name, one);
  const { message, remedy } = rejected.error.describe(context.lang);
  const problems = cellProblems(context, scene, rejected.error);
  return answerPage(
    await sheetPage(context, params, { refused: { again, problems, said: `${message} ${remedy}` } }),
  );
}

/** The command names cells by their keys; the page links to their fields and says them in words. */
function cellProblems({ t }: RequestContext, { ready }: FormScene, error: AppError): FieldProblem[] {
  const lines = error.fields.map(({ field, message, params }): FieldProblem => {
    const cell = ready.compiled.cells.find((one) => one.key === field);
    if (!cell) return { field, message, ...(params ? { params } : {}) };
    const words = message === formErrors.sheet_lacking ? t(m.cell_empty) : t(message, params);
    const said = { cell: cellLabel(ready, cell), words };
    return { field: fieldName(field), message: m.at_cell, params: said };
  });
  const most = formLimits.told_problems;
  if (lines.length <= most) return lines;
  const n = lines.length - most;
  return [...lines.slice(0, most), { field: '', message: m.more_cells, params: { n } }];
}
