import { z } from 'zod';
import { formatDate, vietnamDate } from '../../../../kernel/dates.ts';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import { get, post, type RequestContext, redirectTo, signedIn } from '../../../../kernel/http/route.ts';
import { type Added, evidenceById, evidenceErrors, evidenceFile } from '../../../evidence/index.ts';
import { addWorkEvidence } from '../../commands/add-evidence.ts';
import { withdrawWorkEvidence } from '../../commands/withdraw-evidence.ts';
import { assignmentErrors } from '../../errors.ts';
import { m } from '../../messages-evidence.ts';
import { maySee } from '../../policy.ts';
import { evidenceSubject } from '../../queries/lacking.ts';
import { placedWork } from '../../queries/placed-work.ts';
import { showAgain } from './again.ts';
import { evidenceGiven, evidenceTyped } from './evidence-given.ts';

/** What was added, and what stood there before and was not kept again. */
export function addedWords({ t }: RequestContext, { ids, already }: Added): string {
  const names = already.map(({ name }) => name).join('; ');
  return [ids.length > 0 && t(m.added, { n: ids.length }), names !== '' && t(m.already, { names })]
    .filter(Boolean)
    .join(' ');
}

export const addEvidencePieces = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/minh-chung',
  access: signedIn,
  rate: 'upload',
  upload: true,
  body: z.object({ viec: z.literal('them-minh-chung').default('them-minh-chung'), ...evidenceTyped }),
  prepare: (context, { params, body }) => evidenceGiven(context, params.id, body),
  async handle(context, tx, { params, prepared }) {
    ensure(prepared.length > 0, evidenceErrors.nothing_sent);
    const added = await addWorkEvidence(
      context,
      tx,
      { assignmentId: params.id, items: prepared },
      context.files,
    );
    const [repeat] = added.already;
    if (added.ids.length === 0 && repeat)
      throw new AppError(evidenceErrors.already_there, {
        name: repeat.name,
        at: formatDate(vietnamDate(repeat.since)),
      });
    const text = addedWords(context, added);
    return redirectTo(`/phan-viec/${params.id}#minh-chung`, { kind: 'success', text });
  },
  redisplay: showAgain,
});

export const withdrawPiece = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/minh-chung/:evidenceId{[0-9a-f-]{36}}/rut',
  access: signedIn,
  rate: 'write',
  body: z.object({ rut: z.string().default(''), ly_do: z.string().trim().max(2000).default('') }),
  async handle(context, tx, { params, body }) {
    await withdrawWorkEvidence(context, tx, {
      assignmentId: params.id,
      evidenceId: params.evidenceId,
      reason: body.ly_do,
    });
    const text = context.t(m.withdrawn_done);
    return redirectTo(`/phan-viec/${params.id}#minh-chung`, { kind: 'success', text });
  },
  redisplay: showAgain,
});

/** The bytes of one piece, for whoever may see the work that it proves. */
export const evidencePiece = get({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/minh-chung/:evidenceId{[0-9a-f-]{36}}',
  access: signedIn,
  rate: 'page',
  query: z.object({ co: z.literal('nho').optional() }),
  async handle(context, { params, query }) {
    const { db, actor, today, files } = context;
    const work = await placedWork(db, params.id, today);
    ensure(work && maySee(actor, work), assignmentErrors.not_found);
    const record = await evidenceById(db, evidenceSubject(work.id), params.evidenceId, null);
    ensure(record, evidenceErrors.not_found);
    return evidenceFile(files, record, query.co === 'nho' ? 'thumbnail' : 'whole');
  },
});
