import { z } from 'zod';
import { SESSION_COOKIE } from '../../kernel/http/app.ts';
import {
  answerPage,
  anyone,
  type CookieChange,
  get,
  post,
  type RequestContext,
  type Route,
  redirectTo,
  signedIn,
} from '../../kernel/http/route.ts';
import { changePassword, changePasswordInput } from './commands/change-password.ts';
import { signOut } from './commands/sessions.ts';
import { signIn, signInInput } from './commands/sign-in.ts';
import { returnPath } from './domain/return-path.ts';
import { identityLimits } from './limits.ts';
import { m } from './messages.ts';
import { passwordPage } from './pages/password.ts';
import { signInPage } from './pages/sign-in.ts';
import { secretHash } from './secrets.ts';
import { personById } from './store/people.ts';

export const clearedSession: CookieChange = { name: SESSION_COOKIE, value: null };

/** Hash of this browser's session; of nothing for a request by token, which no row matches. */
export function ownSession(context: RequestContext): Buffer {
  return secretHash(context.cookie(SESSION_COOKIE) ?? '');
}

const signInQuery = z.object({ ve: z.string().optional() });
const returnTo = z.string().max(4000).default('');

const signInGet = get({
  path: '/dang-nhap',
  access: anyone('nobody is signed in before signing in'),
  rate: 'page',
  query: signInQuery,
  async handle(context, { query }) {
    const target = returnPath(query.ve);
    // In the example the page stays open to try another role.
    if (context.signedIn && !context.tenant.isExample) return redirectTo(target);
    return answerPage(
      await signInPage(context, { login: '', returnTo: target, refused: false, problems: [] }),
    );
  },
});

const signInPost = post({
  path: '/dang-nhap',
  access: anyone('this is how one signs in'),
  rate: 'sign_in',
  body: signInInput.extend({ returnTo }),
  async handle(context, tx, { body }) {
    const target = returnPath(body.returnTo);
    const opened = await signIn(context, tx, body, context.userAgent);
    if (!opened)
      return answerPage(
        await signInPage(context, { login: body.login, returnTo: target, refused: true, problems: [] }),
        401,
      );
    if (context.signedIn) await signOut(context, tx, ownSession(context));
    const cookie: CookieChange = {
      name: SESSION_COOKIE,
      value: opened.secret,
      maxAgeSeconds: identityLimits.session_hours * 3600,
    };
    const answer =
      opened.failuresBefore > 0
        ? redirectTo(target, {
            kind: 'info',
            text: context.t(m.failuresBefore, { n: opened.failuresBefore }),
          })
        : redirectTo(opened.mustChangePassword ? '/mat-khau' : target);
    return { ...answer, cookies: [cookie] };
  },
  async redisplay(context, _params, { values, problems }) {
    const typed = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
    return answerPage(
      await signInPage(context, {
        login: typed('login'),
        returnTo: returnPath(typed('returnTo')),
        refused: false,
        problems,
      }),
    );
  },
});

const signOutPost = post({
  path: '/dang-xuat',
  access: anyone('signing out twice is no mistake'),
  rate: 'write',
  body: z.object({}),
  unaudited: 'a session that has ended by itself leaves nothing to record',
  async handle(context, tx) {
    if (context.signedIn) await signOut(context, tx, ownSession(context));
    const answer = redirectTo('/dang-nhap', { kind: 'success', text: context.t(m.signedOut) });
    return { ...answer, cookies: [clearedSession] };
  },
});

async function hasFirstPassword(context: RequestContext): Promise<boolean> {
  const person = context.actor.personId ? await personById(context.db, context.actor.personId) : undefined;
  return person?.mustChangePassword ?? false;
}

const passwordGet = get({
  path: '/mat-khau',
  access: signedIn,
  rate: 'page',
  async handle(context) {
    return answerPage(passwordPage(context, { first: await hasFirstPassword(context), problems: [] }));
  },
});

const passwordPost = post({
  path: '/mat-khau',
  access: signedIn,
  // A guess at the current password is a guess at a sign-in.
  rate: 'sign_in',
  body: changePasswordInput,
  async handle(context, tx, { body }) {
    await changePassword(context, tx, body, ownSession(context));
    return redirectTo('/tai-khoan', { kind: 'success', text: context.t(m.passwordChanged) });
  },
  async redisplay(context, _params, { problems }) {
    return answerPage(passwordPage(context, { first: await hasFirstPassword(context), problems }));
  },
});

export const signInRoutes: readonly Route[] = [signInGet, signInPost, signOutPost, passwordGet, passwordPost];
