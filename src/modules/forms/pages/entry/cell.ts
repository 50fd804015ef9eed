import { z } from 'zod';
import { AppError, ensure } from '../../../../kernel/errors.ts';
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
import { remarkCell } from '../../commands/remark-cell.ts';
import { saveCells } from '../../commands/save-cells.ts';
import type { CellOutcome } from '../../domain/sheet.ts';
import { formErrors } from '../../errors.ts';
import { m } from '../../messages-entry.ts';
import { cellPage } from './cell-page.ts';
import { cellPath, sheetPath } from './paths.ts';
import { type SheetParams, sheetScene } from './scene.ts';
import { conflictWords } from './typed-cells.ts';

const PATH = '/so-lieu/:unitId/:period/:formId{[0-9a-f-]{36}}/o/:cell';

type CellParams = SheetParams & { readonly cell: string };

const addressOf = ({ unitId, period, formId, cell }: CellParams): string =>
  cellPath(sheetPath(unitId, period, formId), cell);

export const cell = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    return answerPage(await cellPage(context, params));
  },
});

export const remark = post({
  path: `${PATH}/ghi-chu`,
  access: signedIn,
  rate: 'write',
  body: z.object({ noi_dung: z.string().trim().min(1).max(2000) }),
  async handle(context, tx, { params, body }) {
    await sheetScene(context, params, tx);
    await remarkCell(context, tx, {
      formId: params.formId,
      periodCode: params.period,
      unitId: params.unitId,
      key: params.cell,
      words: body.noi_dung,
    });
    return redirectTo(`${addressOf(params)}#ghi-chu`, { kind: 'success', text: context.t(m.remark_added) });
  },
  redisplay: showAgain,
});

/** “No data” as a form of its own: the small keyboard of a phone's number field has no letters. */
export const noData = post({
  path: `${PATH}/khong-co`,
  access: signedIn,
  rate: 'write',
  body: z.object({
    ly_do: z.string().trim().min(1).max(300),
    revision: z.coerce.number().int().min(0),
  }),
  unaudited: 'rooms record what was changed; the same reason sent twice changes nothing',
  async handle(context, tx, { params, body }) {
    await sheetScene(context, params, tx);
    const { cells } = await saveCells(context, tx, {
      formId: params.formId,
      periodCode: params.period,
      cells: [
        {
          unitId: params.unitId,
          key: params.cell,
          value: { kind: 'no_data', reason: body.ly_do },
          revision: body.revision,
        },
      ],
      via: 'page',
    });
    for (const outcome of cells) refuse(context, outcome);
    return redirectTo(addressOf(params), { kind: 'success', text: context.t(m.no_data_saved) });
  },
  redisplay: showAgain,
});

function refuse(context: RequestContext, outcome: CellOutcome): void {
  if (outcome.outcome === 'problem') throw new AppError(outcome.error, outcome.params);
  const isConflict = outcome.outcome === 'conflict';
  const said = isConflict ? conflictWords(context, outcome) : '';
  ensure(!isConflict, formErrors.changed_meanwhile, { said });
}

async function showAgain(context: RequestContext, params: CellParams, rejected: Rejected): Promise<Answer> {
  const { error, values, problems } = rejected;
  const text = (name: string): string => {
    const given = values[name];
    return typeof given === 'string' ? given : '';
  };
  const whole = [{ field: '', message: error.type, params: error.params }];
  const typed = {
    problems: problems.length > 0 ? problems : whole,
    words: text('noi_dung'),
    reason: text('ly_do'),
  };
  return answerPage(await cellPage(context, params, typed));
}
