import { z } from 'zod';
import { parseVietnameseDate } from '../../../../kernel/dates.ts';
import { AppError, ensure, type FieldProblem } from '../../../../kernel/errors.ts';
import { post, redirectTo, signedIn } from '../../../../kernel/http/route.ts';
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import { addProof, recordBroadcast } from '../../commands/prove-posting.ts';
import { removePosting } from '../../commands/remove-posting.ts';
import { readValue } from '../../domain/read-value.ts';
import { disclosureErrors } from '../../errors.ts';
import { m } from '../../messages-proof.ts';
import { proofGiven, proofTyped } from '../proof.ts';
import { postingHref, postingPage, seenPosting } from './one.ts';
import { dayTyped } from './post.ts';

export const prove = post({
  path: '/cong-khai/lan/:id/minh-chung',
  access: signedIn,
  rate: 'upload',
  upload: true,
  body: z.object(proofTyped),
  async prepare(context, { params, body }) {
    const { place, posting, mayPost } = await seenPosting(context, params.id);
    ensure(mayPost, disclosureErrors.may_not_post);
    return proofGiven(context, body, { place: place.name, on: posting.postedOn });
  },
  async handle(context, tx, { params, prepared }) {
    const { ids } = await addProof(context, tx, { postingId: params.id, proof: prepared }, context.files);
    const text = context.t(ids.length > 0 ? m.proof_added : m.proof_same);
    return redirectTo(`${postingHref(params.id)}#minh-chung`, {
      kind: ids.length > 0 ? 'success' : 'info',
      text,
    });
  },
  redisplay: (context, params, rejected) =>
    postingPage(context, params.id ?? '', undefined, { panel: 'minh-chung', rejected }),
});

export const broadcast = post({
  path: '/cong-khai/lan/:id/phat',
  access: signedIn,
  rate: 'write',
  body: z.object({
    ngay: z.string().default(''),
    gio: z.string().default(''),
    phut: z.string().trim().default(''),
  }),
  async handle(context, tx, { params, body }) {
    const problems: FieldProblem[] = [];
    const onDay = parseVietnameseDate(body.ngay);
    if (!onDay) problems.push({ field: 'ngay', message: m.day_needed });
    const time = readValue('time', body.gio, []);
    const atTime = 'value' in time && typeof time.value === 'string' ? time.value : '';
    if (atTime === '') problems.push({ field: 'gio', message: m.time_needed });
    const minutes = body.phut === '' ? null : Number(body.phut);
    if (minutes !== null && (!Number.isInteger(minutes) || minutes < 1 || minutes > 600))
      problems.push({ field: 'phut', message: m.minutes_wrong });
    if (!onDay || problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, problems);
    await recordBroadcast(context, tx, { postingId: params.id, onDay, atTime, minutes });
    return redirectTo(`${postingHref(params.id)}#phat`, { kind: 'success', text: context.t(m.log_added) });
  },
  redisplay: (context, params, rejected) =>
    postingPage(context, params.id ?? '', undefined, { panel: 'phat', rejected }),
});

export const remove = post({
  path: '/cong-khai/lan/:id/go',
  access: signedIn,
  rate: 'write',
  body: z.object({ ngay_go: z.string().default(''), ly_do: z.string().default('') }),
  async handle(context, tx, { params, body }) {
    const removedOn = dayTyped('ngay_go', body.ngay_go);
    const input = { postingId: params.id, removedOn, reason: body.ly_do, proof: [] };
    const { isEarly } = await removePosting(context, tx, input, context.files);
    const text = context.t(isEarly ? m.removed_alarm : m.removed_done);
    return redirectTo(postingHref(params.id), { kind: isEarly ? 'info' : 'success', text });
  },
  redisplay: (context, params, rejected) =>
    postingPage(context, params.id ?? '', undefined, { panel: 'go', rejected }),
});
