import { z } from 'zod';
import { ensure } from '../../kernel/errors.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  type Route,
  redirectTo,
  signedIn,
} from '../../kernel/http/route.ts';
import { kernelErrors } from '../../kernel/kernel-errors.ts';
import { idleSince } from './authenticate.ts';
import { choosePost, choosePostInput, endSession, signOutEverywhere } from './commands/sessions.ts';
import { makeToken, makeTokenInput, revokeToken } from './commands/tokens.ts';
import { returnPath } from './domain/return-path.ts';
import { m } from './messages.ts';
import { accountPage, tokenMadePage } from './pages/account.ts';
import type { Refused } from './pages/parts.ts';
import { clearedSession, ownSession } from './routes-sign-in.ts';
import { leavesDeputisedBy, leavesOf } from './store/leaves.ts';
import { personById } from './store/people.ts';
import { openSessionsOf, sessionIdOf } from './store/sessions.ts';
import { tokensOf } from './store/tokens.ts';

const nothing = z.object({});

async function showAccount(context: RequestContext, refused: Refused | null): Promise<Answer> {
  const { db, now, today, actor } = context;
  const id = actor.personId ?? '';
  const [person, sessions, ownSessionId, tokens, leaves, deputising] = await Promise.all([
    personById(db, id),
    openSessionsOf(db, id, now, idleSince(now)),
    sessionIdOf(db, ownSession(context)),
    tokensOf(db, id),
    leavesOf(db, [id], today),
    leavesDeputisedBy(db, id, today),
  ]);
  ensure(person, kernelErrors.sign_in_needed);
  const view = { person, sessions, ownSessionId, tokens, leaves, deputising, refused };
  return answerPage(accountPage(context, view));
}

export const accountRoutes: readonly Route[] = [
  get({
    path: '/tai-khoan',
    access: signedIn,
    rate: 'page',
    handle: (context) => showAccount(context, null),
  }),

  post({
    path: '/chuc-vu',
    access: signedIn,
    rate: 'write',
    body: choosePostInput.extend({ returnTo: z.string().max(4000).default('') }),
    unaudited:
      'a choice of view: rights are those of all posts, and each later event names the unit acted from',
    async handle(context, tx, { body }) {
      await choosePost(context, tx, body, ownSession(context));
      const chosen = context.actor.posts.find((one) => one.postId === body.postId);
      return redirectTo(returnPath(body.returnTo), {
        kind: 'success',
        text: context.t(m.postChosen, { title: chosen?.title ?? '', unit: chosen?.unitName ?? '' }),
      });
    },
  }),

  post({
    path: '/tai-khoan/phien/:id/ket-thuc',
    access: signedIn,
    rate: 'write',
    body: nothing,
    async handle(context, tx, { params }) {
      await endSession(context, tx, { sessionId: params.id });
      return redirectTo('/tai-khoan', { kind: 'success', text: context.t(m.sessionEnded) });
    },
  }),

  post({
    path: '/tai-khoan/dang-xuat-moi-noi',
    access: signedIn,
    rate: 'write',
    body: nothing,
    async handle(context, tx) {
      const n = await signOutEverywhere(context, tx);
      const answer = redirectTo('/dang-nhap', {
        kind: 'success',
        text: context.t(m.signedOutEverywhere, { n }),
      });
      return { ...answer, cookies: [clearedSession] };
    },
  }),

  post({
    path: '/tai-khoan/ma-truy-cap',
    access: signedIn,
    rate: 'write',
    body: makeTokenInput,
    async handle(context, tx, { body }) {
      const { secret } = await makeToken(context, tx, body);
      return answerPage(tokenMadePage(context, { name: body.name, secret }));
    },
    redisplay: (context, _params, rejected) => showAccount(context, { rejected, form: 'token' }),
  }),

  post({
    path: '/tai-khoan/ma-truy-cap/:id/thu-hoi',
    access: signedIn,
    rate: 'write',
    body: nothing,
    async handle(context, tx, { params }) {
      await revokeToken(context, tx, { tokenId: params.id });
      return redirectTo('/tai-khoan', { kind: 'success', text: context.t(m.tokenRevoked) });
    },
  }),
];
