import { z } from 'zod';
import { ensure } from '../../kernel/errors.ts';
import { answerPage, anyone, get, post, type Route, redirectTo } from '../../kernel/http/route.ts';
import { firstSetUp, firstSetUpInput, isSetUpNeeded } from './commands/set-up.ts';
import { identityErrors } from './errors.ts';
import { m } from './messages.ts';
import { setUpPage } from './pages/set-up.ts';

export const setUpRoutes: readonly Route[] = [
  get({
    path: '/thiet-lap',
    access: anyone('nobody has an account yet; the code from the console opens it'),
    rate: 'page',
    query: z.object({ ma: z.string().max(100).optional() }),
    async handle(context, { query }) {
      ensure(await isSetUpNeeded(context.db), identityErrors.set_up_done);
      return answerPage(setUpPage(context, { code: query.ma ?? '', refused: null }));
    },
  }),
  post({
    path: '/thiet-lap',
    access: anyone('nobody has an account yet; the code from the console opens it'),
    rate: 'sign_in',
    body: firstSetUpInput,
    async handle(context, tx, { body }) {
      await firstSetUp(context, tx, body);
      return redirectTo('/dang-nhap', { kind: 'success', text: context.t(m.setUpDone) });
    },
    async redisplay(context, _params, rejected) {
      ensure(await isSetUpNeeded(context.db), identityErrors.set_up_done);
      return answerPage(setUpPage(context, { code: '', refused: { rejected, form: 'set-up' } }));
    },
  }),
];
