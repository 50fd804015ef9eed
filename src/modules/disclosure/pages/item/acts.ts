import { z } from 'zod';
import { ensure } from '../../../../kernel/errors.ts';
import {
  type Answer,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import type { Message } from '../../../../kernel/i18n.ts';
import { PICTURE_MEDIA_TYPE } from '../../../../kernel/pictures.ts';
import { prepareEvidence, uploadOf } from '../../../evidence/index.ts';
import { answerCheck, OUTCOMES } from '../../commands/answer-check.ts';
import { exemptItem, sayNil, takeBackException } from '../../commands/exceptions.ts';
import { withdrawItem } from '../../commands/publish-item.ts';
import { disclosureErrors } from '../../errors.ts';
import { m } from '../../messages-item.ts';
import { itemHref, lookingAt, seenItem } from '../looking.ts';
import { proofTyped } from '../proof.ts';
import type { ActPath } from './acts-card.ts';
import { itemPage } from './page.ts';

const reasonBody = z.object({ ly_do: z.string().default('') });

type Act = Parameters<typeof withdrawItem>;
type Run = (context: Act[0], tx: Act[1], input: { itemId: string; reason: string }) => Promise<void>;

/** An act of the item that asks only for its reason. */
function reasoned(act: ActPath, run: Run, done: Message) {
  return post({
    path: `/cong-khai/muc/:id/${act}`,
    access: signedIn,
    rate: 'write',
    body: reasonBody,
    async handle(context, tx, { params, body }) {
      await run(context, tx, { itemId: params.id, reason: body.ly_do });
      return redirectTo(itemHref(params.id), { kind: 'success', text: context.t(done) });
    },
    redisplay: (context, params, rejected): Promise<Answer> =>
      itemPage(context, params.id ?? '', undefined, { act, rejected }),
  });
}

export const withdraw = reasoned('rut', withdrawItem, m.withdraw_done);
export const nil = reasoned('khong-phat-sinh', sayNil, m.nil_done);
export const exempt = reasoned('mien', exemptItem, m.exempt_done);
export const takeBack = reasoned('huy', takeBackException, m.undone);

export const answer = post({
  path: '/cong-khai/muc/:id/kiem-tra/:checkId',
  access: signedIn,
  rate: 'upload',
  upload: true,
  body: z.object({
    ket_qua: z.enum(OUTCOMES),
    tra_loi: z.string().default(''),
    anh: proofTyped.anh,
  }),
  async prepare(context, { params, body }) {
    const { mayWrite } = await seenItem(context, await lookingAt(context), params.id);
    ensure(mayWrite, disclosureErrors.may_not_write);
    const given = await Promise.all(
      body.anh.map(async (file) => ({ kind: 'photo' as const, words: '', upload: await uploadOf(file) })),
    );
    return prepareEvidence(given, context.now);
  },
  async handle(context, tx, { params, body, prepared }) {
    const { checkId } = params;
    const input = { checkId, outcome: body.ket_qua, words: body.tra_loi, proof: prepared };
    await answerCheck(context, tx, input, context.files);
    return redirectTo(`${itemHref(params.id)}#nguoi-dan`, {
      kind: 'success',
      text: context.t(m.answered_done),
    });
  },
  redisplay: (context: RequestContext, params, rejected: Rejected): Promise<Answer> =>
    itemPage(context, params.id ?? '', undefined, { checkId: params.checkId ?? '', rejected }),
});

/** The picture that a citizen sent with an answer, made anew without place and device: for the unit that looks into it. */
export const citizenPhoto = get({
  path: '/cong-khai/muc/:id/anh-nguoi-dan/:sayId',
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    const seen = await seenItem(context, await lookingAt(context), params.id);
    const say = seen.detail.says.find(({ id }) => id === params.sayId);
    ensure(say?.photoHash && seen.mayWrite, disclosureErrors.not_found);
    const body = await context.files.read(say.photoHash);
    return {
      kind: 'file',
      body,
      mediaType: PICTURE_MEDIA_TYPE,
      fileName: `nguoi-dan-${say.id}.jpg`,
      inline: true,
    };
  },
});

/** A file of a published version, for whoever may see the item; the sealed original only for the unit's own people. */
export const publishedFile = get({
  path: '/cong-khai/muc/:id/tep-da-cong-bo/:fileId',
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    const seen = await seenItem(context, await lookingAt(context), params.id);
    const file = seen.detail.versions.flatMap(({ files }) => files).find(({ id }) => id === params.fileId);
    ensure(file && (file.role !== 'sealed' || seen.mayWrite), disclosureErrors.not_found);
    const body = await context.files.read(file.hash);
    return { kind: 'file', body, mediaType: file.mediaType, fileName: file.name };
  },
});
