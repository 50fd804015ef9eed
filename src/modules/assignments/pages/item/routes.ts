import { z } from 'zod';
import type { AppError, FieldProblem } from '../../../../kernel/errors.ts';
import { answerPage, get, post, redirectTo, signedIn } from '../../../../kernel/http/route.ts';
import { recordEntry } from '../../commands/record-entry.ts';
import { ENTRY_KINDS } from '../../domain/progress.ts';
import { assignmentErrors } from '../../errors.ts';
import { m } from '../../messages.ts';
import { asOfSchema } from '../as-of.ts';
import { itemPage } from './page.ts';
import { dayTyped, quantityTyped, revisionTyped } from './typed.ts';

export const item = get({
  path: '/phan-viec/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema }),
  async handle(context, { params, query }) {
    return answerPage(await itemPage(context, params.id, { asOf: query.as_of }));
  },
});

export const record = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'write',
  body: z.object({
    viec: z.enum(ENTRY_KINDS),
    ngay: dayTyped,
    noi_dung: z.string().trim().max(4000).default(''),
    so_luong: quantityTyped,
    lam_lai: dayTyped.or(z.literal('')).default(''),
    revision: revisionTyped,
  }),
  async handle(context, tx, { params, body }) {
    const { t } = context;
    await recordEntry(context, tx, {
      assignmentId: params.id,
      kind: body.viec,
      happenedOn: body.ngay,
      note: body.noi_dung,
      quantity: body.so_luong,
      redoBy: body.lam_lai === '' ? null : body.lam_lai,
      ...(body.revision === undefined ? {} : { revision: body.revision }),
    });
    const what = t(m[`do_${body.viec}`]).toLocaleLowerCase('vi');
    return redirectTo(`/phan-viec/${params.id}`, { kind: 'success', text: t(m.recorded, { what }) });
  },
  async redisplay(context, params, rejected) {
    const named = rejected.problems.length > 0 ? rejected.problems : [problemAt(rejected.error)];
    const typed = { values: rejected.values, problems: named };
    return answerPage(await itemPage(context, params.id, { typed }));
  },
});

/** A refusal of the command, put at the field it speaks of. */
function problemAt(error: AppError): FieldProblem {
  const fields = new Map([
    [assignmentErrors.reason_needed, 'noi_dung'],
    [assignmentErrors.future_day, 'ngay'],
    [assignmentErrors.redo_in_past, 'lam_lai'],
  ]);
  return { field: fields.get(error.type) ?? '', message: error.type, params: error.params };
}
