import { z } from 'zod';
import { anyone, get, post, redirectTo, signedIn } from '../../../kernel/http/route.ts';
import { clientScripts } from '../../../ui/index.ts';
import { agentLabel } from '../../identity/index.ts';
import { addBrowser, addBrowserInput, removeBrowser } from '../commands/browsers.ts';
import { mp } from '../messages-preferences.ts';
import { showWithError } from './preferences.ts';

const HOME = '/tai-khoan/thong-bao';

export const switchOn = post({
  path: '/tai-khoan/thong-bao/trinh-duyet',
  access: signedIn,
  rate: 'write',
  body: addBrowserInput,
  async handle(context, tx, { body }) {
    await addBrowser(context, tx, { ...body, agent: agentLabel(context.userAgent) }, context.outward);
    return redirectTo(HOME, { kind: 'success', text: context.t(mp.push_added) });
  },
  redisplay(context, _params, { error }) {
    const { message, remedy } = error.describe(context.lang);
    return showWithError(context, `${message} ${remedy}`);
  },
});

export const switchOff = post({
  path: '/tai-khoan/thong-bao/trinh-duyet/:id{[0-9a-f-]{36}}/tat',
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    await removeBrowser(context, tx, { browserId: params.id });
    return redirectTo(HOME, { kind: 'success', text: context.t(mp.push_removed) });
  },
});

/** The program that shows a push while no page is open. Its address decides what it may serve, so it stands at the root. */
export const serviceWorker = get({
  path: '/sw.js',
  access: anyone('a program for browsers, the same for everybody, without any data'),
  rate: 'page',
  async handle() {
    const script = clientScripts().find(({ name }) => name === 'service-worker');
    if (!script) throw new Error('src/client/service-worker.ts is missing');
    return { kind: 'file', body: script.text, mediaType: 'text/javascript; charset=utf-8' };
  },
});
