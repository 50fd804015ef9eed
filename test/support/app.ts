import { nothingOutward, type Outward } from '../../src/kernel/outward.ts';
import { createLog } from '../../src/kernel/telemetry.ts';
import { webApp } from '../../src/main/web.ts';
import { type TestTenant, testTenant } from './database.ts';

/** A visitor with a cookie jar: follows nothing by itself, so that a test sees every answer. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts a form; the token of the last page read is sent along unless `_csrf` is given. */
  post(
    path: string,
    fields: Record<string, string | string[] | File>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Sends a body as a program of a page does. */
  send(
    method: string,
    path: string,
    init: { readonly headers: Record<string, string>; readonly body: string },
  ): Promise<Response>;
  cookie(name: string): string | undefined;
}

export interface TestApp extends TestTenant {
  readonly app: ReturnType<typeof webApp>;
  visitor(): Visitor;
  /** A visitor who has signed in through the sign-in form. */
  signIn(userName: string, password: string): Promise<Visitor>;
}

const ORIGIN = 'http://danbiet.test';

/** The whole application over a fresh tenant, called without a socket. It sends nothing outward unless told. */
export async function testApp(outward: Outward = nothingOutward): Promise<TestApp> {
  const tenant = await testTenant();
  const app = webApp({
    tenants: tenant.tenants,
    files: tenant.files,
    log: createLog('silent'),
    trustProxy: false,
    metricsToken: undefined,
    rateLimits: 'off',
    outward,
  });
  const visitor = (): Visitor => {
    const jar = new Map<string, string>();
    let token = '';
    const send = async (path: string, init: RequestInit): Promise<Response> => {
      const headers = new Headers(init.headers);
      if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      headers.set('host', 'danbiet.test');
      const response = await app.request(`${ORIGIN}${path}`, { ...init, headers });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      if (response.headers.get('content-type')?.startsWith('text/html')) {
        const page = await response.clone().text();
        token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? token;
      }
      return response;
    };
    return {
      get: (path, headers = {}) => send(path, { headers }),
      post(path, fields, headers = {}) {
        const form = new FormData();
        for (const [name, value] of Object.entries({ _csrf: token, ...fields }))
          for (const item of Array.isArray(value) ? value : [value]) form.append(name, item);
        return send(path, { method: 'POST', body: form, headers: { origin: ORIGIN, ...headers } });
      },
      send: (method, path, { headers, body }) =>
        send(path, { method, body, headers: { origin: ORIGIN, ...headers } }),
      cookie: (name) => jar.get(name),
    };
  };
  return {
    ...tenant,
    app,
    visitor,
    async signIn(userName, password) {
      const someone = visitor();
      const response = await someone.post('/dang-nhap', { login: userName, password });
      if (response.status !== 303) throw new Error(`sign-in of ${userName} answered ${response.status}`);
      await someone.get('/tai-khoan');
      return someone;
    },
  };
}
