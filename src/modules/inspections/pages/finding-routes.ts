import { z } from 'zod';
import { AppError, ensure } from '../../../kernel/errors.ts';
import {
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { claimRemedy } from '../commands/claim-remedy.ts';
import { judgeRemedy } from '../commands/judge-remedy.ts';
import { withdrawRemedyProof } from '../commands/withdraw-proof.ts';
import { inspectionErrors } from '../errors.ts';
import { m } from '../messages-finding.ts';
import { mayClaim } from '../policy.ts';
import { FINDING_PATH, findingPage } from './finding.ts';
import type { FindingAct } from './finding-acts.ts';
import { dueTyped } from './parts.ts';
import { proofGiven, proofTyped } from './proof.ts';
import { findingHref, readingOf } from './reading.ts';
import { seenFinding } from './seen.ts';

const typed = z.string().trim().max(4000).default('');

const again =
  (act: FindingAct) => (context: RequestContext, params: Record<string, string>, rejected: Rejected) => {
    const { lan } = rejected.values;
    const query = typeof lan === 'string' ? { lan } : {};
    return findingPage(context, params.id ?? '', query, { act, rejected });
  };

export const claim = post({
  path: `${FINDING_PATH}/bao-khac-phuc`,
  access: signedIn,
  rate: 'upload',
  upload: true,
  body: z.object({ da_lam: typed, ...proofTyped }),
  async prepare(context, { params, body }) {
    // Whoever may not report is refused before anything is decoded.
    const finding = await seenFinding(context, await readingOf(context), params.id);
    ensure(mayClaim(context.actor, finding), inspectionErrors.may_not_claim);
    return proofGiven(context, body);
  },
  async handle(context, tx, { params, body, prepared }) {
    await claimRemedy(
      context,
      tx,
      { findingId: params.id, words: body.da_lam, proof: prepared },
      context.files,
    );
    return redirectTo(findingHref(params.id), { kind: 'success', text: context.t(m.claimed_done) });
  },
  redisplay: again('bao-khac-phuc'),
});

export const withdrawProof = post({
  path: `${FINDING_PATH}/minh-chung/:evidenceId{[0-9a-f-]{36}}/rut`,
  access: signedIn,
  rate: 'write',
  body: z.object({ rut: z.string().default(''), ly_do: z.string().trim().max(2000).default('') }),
  async handle(context, tx, { params, body }) {
    const { id: findingId, evidenceId } = params;
    await withdrawRemedyProof(context, tx, { findingId, evidenceId, reason: body.ly_do });
    const text = context.t(m.withdrawn_done);
    return redirectTo(`${findingHref(findingId)}#minh-chung`, { kind: 'success', text });
  },
  redisplay: again('rut'),
});

export const judge = post({
  path: `${FINDING_PATH}/xac-nhan`,
  access: signedIn,
  rate: 'write',
  body: z.object({
    ket_qua: z.enum(['closed', 'returned', '']).default(''),
    can_cu: typed,
    lan: z.uuid().nullable().default(null),
  }),
  async handle(context, tx, { params, body }) {
    const { ket_qua: verdict, can_cu: words, lan: inspectionId } = body;
    if (verdict === '')
      throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'ket_qua', message: m.choose_verdict }]);
    await judgeRemedy(context, tx, { findingId: params.id, inspectionId, verdict, words });
    const text = context.t(m[`judged_${verdict}`]);
    return redirectTo(findingHref(params.id), { kind: 'success', text });
  },
  redisplay: again('xac-nhan'),
});

const dueBody = z.object({ so_ngay: typed, den_ngay: typed, ly_do: typed });

export const extend = post({
  path: `${FINDING_PATH}/gia-han`,
  access: signedIn,
  rate: 'write',
  body: dueBody,
  async handle(context, tx, { params, body }) {
    const input = { findingId: params.id, words: body.ly_do, due: dueTyped(body) };
    await judgeRemedy(context, tx, { ...input, verdict: 'extended' });
    return redirectTo(findingHref(params.id), { kind: 'success', text: context.t(m.judged_extended) });
  },
  redisplay: again('gia-han'),
});

export const reopen = post({
  path: `${FINDING_PATH}/mo-lai`,
  access: signedIn,
  rate: 'write',
  body: dueBody,
  async handle(context, tx, { params, body }) {
    const input = { findingId: params.id, words: body.ly_do, due: dueTyped(body) };
    await judgeRemedy(context, tx, { ...input, verdict: 'reopened' });
    return redirectTo(findingHref(params.id), { kind: 'success', text: context.t(m.judged_reopened) });
  },
  redisplay: again('mo-lai'),
});
