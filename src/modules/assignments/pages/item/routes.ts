import { z } from 'zod';
import { AppError } from '../../../../kernel/errors.ts';
import { answerPage, get, post, redirectTo, signedIn } from '../../../../kernel/http/route.ts';
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import { addWorkEvidence } from '../../commands/add-evidence.ts';
import { openOccurrence } from '../../commands/open-occurrence.ts';
import { overrideState } from '../../commands/override-state.ts';
import { recordEntry } from '../../commands/record-entry.ts';
import { ENTRY_KINDS } from '../../domain/progress.ts';
import { STATES } from '../../domain/state.ts';
import { m } from '../../messages.ts';
import { asOfSchema } from '../as-of.ts';
import { showAgain } from './again.ts';
import { evidenceGiven, evidenceTyped } from './evidence-given.ts';
import { addedWords } from './evidence-routes.ts';
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

/** A report with what proves it goes in one form: the evidence is kept with the entry or not at all. */
export const record = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'write',
  upload: true,
  body: z.object({
    viec: z.enum(ENTRY_KINDS),
    ngay: dayTyped,
    noi_dung: z.string().trim().max(4000).default(''),
    so_luong: quantityTyped,
    lam_lai: dayTyped.or(z.literal('')).default(''),
    revision: revisionTyped,
    ...evidenceTyped,
  }),
  prepare: (context, { params, body }) => evidenceGiven(context, params.id, body),
  async handle(context, tx, { params, body, prepared }) {
    const { t } = context;
    const items = { assignmentId: params.id, items: prepared };
    const added = prepared.length > 0 && (await addWorkEvidence(context, tx, items, context.files));
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
    const text = [t(m.recorded, { what }), added && addedWords(context, added)].filter(Boolean).join(' ');
    return redirectTo(`/phan-viec/${params.id}`, { kind: 'success', text });
  },
  redisplay: showAgain,
});

export const override = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/trang-thai',
  access: signedIn,
  rate: 'write',
  body: z.object({
    viec: z.enum(['dat-trang-thai', 'bo-trang-thai']),
    trang_thai: z.enum(STATES).or(z.literal('')).default(''),
    den_ngay: dayTyped.or(z.literal('')).default(''),
    noi_dung: z.string().trim().max(4000).default(''),
    revision: revisionTyped,
  }),
  async handle(context, tx, { params, body }) {
    const isSet = body.viec === 'dat-trang-thai';
    if (isSet && body.trang_thai === '')
      throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'trang_thai', message: m.choose_state }]);
    await overrideState(context, tx, {
      assignmentId: params.id,
      state: isSet && body.trang_thai !== '' ? body.trang_thai : null,
      until: body.den_ngay === '' ? null : body.den_ngay,
      reason: body.noi_dung,
      ...(body.revision === undefined ? {} : { revision: body.revision }),
    });
    const text = context.t(isSet ? m.override_done : m.override_ended);
    return redirectTo(`/phan-viec/${params.id}`, { kind: 'success', text });
  },
  redisplay: showAgain,
});

export const openCase = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/phat-sinh',
  access: signedIn,
  rate: 'write',
  body: z.object({
    viec: z.literal('mo-viec').default('mo-viec'),
    ngay: dayTyped,
    su_viec: z.string().trim().min(1).max(500),
  }),
  async handle(context, tx, { params, body }) {
    const id = await openOccurrence(context, tx, {
      assignmentId: params.id,
      happenedOn: body.ngay,
      event: body.su_viec,
    });
    return redirectTo(`/phan-viec/${id}`, { kind: 'success', text: context.t(m.case_opened) });
  },
  redisplay: showAgain,
});
