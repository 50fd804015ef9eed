import { z } from 'zod';
import { type CalendarDate, parseVietnameseDate } from '../../../kernel/dates.ts';
import { AppError, ensure, type FieldProblem } from '../../../kernel/errors.ts';
import {
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { announceInspection, cancelInspection, moveInspection } from '../commands/arrange.ts';
import { concludeInspection } from '../commands/conclude-inspection.ts';
import { recordFinding } from '../commands/record-finding.ts';
import { reinspect } from '../commands/reinspect.ts';
import { FORMS, KINDS } from '../domain/kinds.ts';
import { m } from '../messages-inspection.ts';
import { mayInspect } from '../policy.ts';
import { INSPECTION_PATH, inspectionPage } from './inspection.ts';
import type { InspectionAct } from './inspection-acts.ts';
import { dueTyped, placeTyped } from './parts.ts';
import { proofGiven, proofTyped } from './proof.ts';
import { inspectionHref, readingOf } from './reading.ts';
import { seenInspection } from './seen.ts';

const typed = (most: number) => z.string().trim().max(most).default('');

const again =
  (act: InspectionAct) => (context: RequestContext, params: Record<string, string>, rejected: Rejected) =>
    inspectionPage(context, params.id ?? '', undefined, { act, rejected });

function dayTyped(text: string): CalendarDate {
  const day = parseVietnameseDate(text);
  if (!day) throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'ngay', message: m.day_needed }]);
  return day;
}

export const find = post({
  path: `${INSPECTION_PATH}/ton-tai`,
  access: signedIn,
  rate: 'write',
  body: z.object({
    ton_tai: typed(2000),
    yeu_cau: typed(2000),
    noi_dung: typed(3),
    don_vi: z.uuid(),
    so_ngay: typed(10),
    den_ngay: typed(20),
  }),
  async handle(context, tx, { params, body }) {
    const problems: FieldProblem[] = (['ton_tai', 'yeu_cau'] as const)
      .filter((name) => body[name].length < 5)
      .map((name) => ({ field: name, message: m.words_short }));
    if (problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, problems);
    await recordFinding(context, tx, {
      inspectionId: params.id,
      ownerId: body.don_vi,
      words: body.ton_tai,
      remedy: body.yeu_cau,
      due: dueTyped(body),
      ...placeTyped(body.noi_dung),
    });
    return redirectTo(`${inspectionHref(params.id)}#ghi-ton-tai`, {
      kind: 'success',
      text: context.t(m.find_saved),
    });
  },
  redisplay: again('ton-tai'),
});

export const conclude = post({
  path: `${INSPECTION_PATH}/ket-luan`,
  access: signedIn,
  rate: 'upload',
  upload: true,
  body: z.object({ ket_luan: typed(10_000), tep: proofTyped.tep }),
  async prepare(context, { params, body }) {
    // Whoever may not conclude is refused before anything is decoded.
    const inspection = await seenInspection(context, await readingOf(context), params.id);
    ensure(mayInspect(context.actor, inspection), kernelErrors.forbidden);
    return proofGiven(context, { ...body, anh: [], lien_ket: '' });
  },
  async handle(context, tx, { params, body, prepared }) {
    await concludeInspection(
      context,
      tx,
      { inspectionId: params.id, words: body.ket_luan, papers: prepared },
      context.files,
    );
    const text = context.t(m.conclude_saved);
    return redirectTo(inspectionHref(params.id), { kind: 'success', text });
  },
  redisplay: again('ket-luan'),
});

export const move = post({
  path: `${INSPECTION_PATH}/doi-ngay`,
  access: signedIn,
  rate: 'write',
  body: z.object({ ngay: typed(20), ly_do: typed(2000) }),
  async handle(context, tx, { params, body }) {
    await moveInspection(context, tx, {
      inspectionId: params.id,
      heldOn: dayTyped(body.ngay),
      reason: body.ly_do,
    });
    return redirectTo(inspectionHref(params.id), { kind: 'success', text: context.t(m.moved_done) });
  },
  redisplay: again('doi-ngay'),
});

export const announce = post({
  path: `${INSPECTION_PATH}/bao-truoc`,
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    await announceInspection(context, tx, { inspectionId: params.id });
    return redirectTo(inspectionHref(params.id), { kind: 'success', text: context.t(m.announced_done) });
  },
  redisplay: again('bao-truoc'),
});

export const cancel = post({
  path: `${INSPECTION_PATH}/huy`,
  access: signedIn,
  rate: 'write',
  body: z.object({ ly_do: typed(2000) }),
  async handle(context, tx, { params, body }) {
    await cancelInspection(context, tx, { inspectionId: params.id, reason: body.ly_do });
    return redirectTo(inspectionHref(params.id), { kind: 'success', text: context.t(m.cancelled_done) });
  },
  redisplay: again('huy'),
});

export const inspectAgain = post({
  path: `${INSPECTION_PATH}/tai-kiem-tra`,
  access: signedIn,
  rate: 'write',
  body: z.object({ loai: z.enum(KINDS), hinh_thuc: z.enum(FORMS), ngay: typed(20) }),
  async handle(context, tx, { params, body }) {
    const { inspectionId } = await reinspect(context, tx, {
      previousId: params.id,
      kind: body.loai,
      form: body.hinh_thuc,
      heldOn: dayTyped(body.ngay),
    });
    const text = context.t(body.loai === 'planned' ? m.saved_planned : m.saved_unannounced);
    return redirectTo(inspectionHref(inspectionId), { kind: 'success', text });
  },
  redisplay: again('tai-kiem-tra'),
});
