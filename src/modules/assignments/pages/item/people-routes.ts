import { z } from 'zod';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import { answerPage, get, post, redirectTo, signedIn } from '../../../../kernel/http/route.ts';
import { isId } from '../../../../kernel/ids.ts';
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import { comment, commentWords, withdrawComment } from '../../commands/comment.ts';
import { follow } from '../../commands/follow.ts';
import { handOn } from '../../commands/hand-on.ts';
import { assignmentErrors } from '../../errors.ts';
import { m } from '../../messages-people.ts';
import { asOfSchema } from '../as-of.ts';
import { showAgain } from './again.ts';
import { historyPage } from './history-page.ts';
import { revisionTyped } from './typed.ts';
import { handFields, whomChosen } from './whom.ts';

export const hand = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/giao',
  access: signedIn,
  rate: 'write',
  body: z.object({ viec: z.literal('giao').default('giao'), ...handFields, revision: revisionTyped }),
  async handle(context, tx, { params, body }) {
    const to = whomChosen(body.cho);
    if (to === undefined)
      throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'cho', message: m.whom_missing }]);
    const { revision, loi_dan: note } = body;
    const chosen = { assignmentId: params.id, ...(revision === undefined ? {} : { revision }) };
    const { handed: n } = await handOn(context, tx, { work: [chosen], to, note });
    return redirectTo(`/phan-viec/${params.id}`, { kind: 'success', text: context.t(m.handed, { n }) });
  },
  redisplay: showAgain,
});

export const say = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/trao-doi',
  access: signedIn,
  rate: 'write',
  body: z.object({
    viec: z.literal('trao-doi').default('trao-doi'),
    noi_dung: commentWords,
    nhac: z.string().max(40).default(''),
  }),
  async handle(context, tx, { params, body }) {
    await comment(context, tx, {
      assignmentId: params.id,
      words: body.noi_dung,
      alsoMention: body.nhac === '' ? null : body.nhac,
    });
    return redirectTo(`/phan-viec/${params.id}#trao-doi`, { kind: 'success', text: context.t(m.said) });
  },
  redisplay: showAgain,
});

export const unsay = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/trao-doi/:commentId/rut-lai',
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    ensure(isId(params.commentId), assignmentErrors.comment_not_found);
    await withdrawComment(context, tx, { commentId: params.commentId });
    return redirectTo(`/phan-viec/${params.id}#trao-doi`, { kind: 'success', text: context.t(m.withdrawn) });
  },
});

export const followed = post({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/theo-doi',
  access: signedIn,
  rate: 'write',
  body: z.object({ theo_doi: z.enum(['0', '1']) }),
  unaudited: 'a person’s own choice of what to be told; it changes nothing for anybody else',
  async handle(context, tx, { params, body }) {
    const follows = body.theo_doi === '1';
    await follow(context, tx, { assignmentId: params.id, follows });
    const text = context.t(follows ? m.followed_now : m.unfollowed_now);
    return redirectTo(`/phan-viec/${params.id}#trao-doi`, { kind: 'success', text });
  },
});

export const wholeHistory = get({
  path: '/phan-viec/:id{[0-9a-f-]{36}}/lich-su',
  access: signedIn,
  rate: 'page',
  query: z.object({ as_of: asOfSchema }),
  handle: async (context, { params, query }) =>
    answerPage(await historyPage(context, params.id, query.as_of)),
});
