import { anyone, get, redirectTo } from '../kernel/http/route.ts';

/** The front door: one's work, or the sign-in. The citizens' portal takes this address when it is built. */
export const homeRoute = get({
  path: '/',
  access: anyone('only sends the visitor on: to their work, or to sign in'),
  rate: 'page',
  async handle(context) {
    return redirectTo(context.signedIn ? '/viec-cua-toi' : '/dang-nhap');
  },
});
