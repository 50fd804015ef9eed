import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { type KernelApp, kernelApp, trialRoutes } from '../../../test/support/kernel-app.ts';
import { newId } from '../ids.ts';
import { openApi } from './openapi.ts';

let it_: TestTenant;
let kernel: KernelApp;
beforeAll(async () => {
  it_ = await testTenant();
  kernel = kernelApp(it_);
});
afterAll(() => it_.close());

const ORIGIN = 'http://danbiet.test';
type Env = { incoming: { socket: { remoteAddress: string } } };
const ask = async (path: string, init: RequestInit = {}, env?: Env, app = kernel.app): Promise<Response> =>
  app.request(`${ORIGIN}${path}`, { ...init, headers: { host: 'danbiet.test', ...init.headers } }, env);
const clerk = { cookie: 'danbiet_session=clerk' };
const from = (remoteAddress: string): Env => ({ incoming: { socket: { remoteAddress } } });

describe('headers', () => {
  it.each([
    ['a page', '/open', 200],
    ['a redirect', '/page', 303],
    ['JSON', `/item/${newId()}`, 200],
    ['a download', '/file/a.txt', 200],
    ['an asset', '/assets/a.js', 200],
    ['what is missing', '/nowhere', 404],
    ['an error of the interface for programs', '/api/v1/nothing', 404],
    ['a probe', '/healthz', 200],
    ['a refused probe', '/metrics', 200],
  ])('%s carries the policy that lets no foreign or inline program run', async (_what, path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|http/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('pages are kept by nobody, assets for a year', async () => {
    expect((await ask('/page', { headers: clerk })).headers.get('cache-control')).toBe('no-store');
    expect((await ask('/nowhere')).headers.get('cache-control')).toBe('no-store');
    expect((await ask('/assets/a.js')).headers.get('cache-control')).toContain('immutable');
  });

  it('https, seen directly or said by a trusted proxy, makes cookies secure and strict', async () => {
    const proxied = kernelApp(it_, { trustProxy: true }).app;
    const https = await ask(
      '/open?lang=en',
      { headers: { 'x-forwarded-proto': 'https' } },
      undefined,
      proxied,
    );
    expect(https.headers.get('strict-transport-security')).toContain('max-age=');
    expect(https.headers.getSetCookie()[0]).toMatch(/; Secure/);
    const plain = await ask('/open?lang=en', { headers: { 'x-forwarded-proto': 'https' } });
    expect(plain.headers.getSetCookie()[0]).toMatch(
      /^danbiet_lang=en; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    );
    expect(plain.headers.get('strict-transport-security')).toBeNull();
  });

  it('no file name can add a header or leave its quotes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (name) => {
        const clean = name.toWellFormed();
        const { status, headers } = await ask(`/file/${encodeURIComponent(clean)}`);
        if (status === 404) return;
        const value = headers.get('content-disposition') ?? '';
        expect(value).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w%.!~-]*$/);
      }),
      { numRuns: 150 },
    );
    const named = await ask(`/file/${encodeURIComponent('Kế hoạch đợt 1 (b).xlsx')}`);
    expect(named.headers.get('content-disposition')).toContain('filename="Ke hoach dot 1 _b_.xlsx"');
    expect(named.headers.get('content-disposition')).toContain("UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch");
  });
});

describe('compression', () => {
  const long = `/open?q=${'a'.repeat(3000)}`;
  const asked = (path: string, accepted?: string) =>
    ask(path, { headers: accepted === undefined ? {} : { 'accept-encoding': accepted } });

  it('comes to who accepts it, and the bytes unpack to the same page', async () => {
    const plain = await asked(long);
    const packed = await asked(long, 'br, gzip');
    expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([
      null,
      'gzip',
    ]);
    expect([plain.headers.get('vary'), packed.headers.get('vary')]).toEqual([
      'accept-encoding',
      'accept-encoding',
    ]);
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(gunzipSync(bytes).toString()).toBe(await plain.text());
    expect(bytes.byteLength).toBeLessThan(500);
  });

  it('is left out where it is refused or gains nothing', async () => {
    for (const accepted of ['gzip;q=0', 'br', 'xgzip', 'gzip; q=0.0, br'])
      expect((await asked(long, accepted)).headers.get('content-encoding'), accepted).toBeNull();
    expect((await asked('/open', 'gzip')).headers.get('content-encoding')).toBeNull();
    expect((await asked('/assets/a.js', 'gzip')).headers.get('content-encoding')).toBe('gzip');
  });
});

describe('methods', () => {
  it('HEAD answers like GET without a body', async () => {
    const head = await ask('/open', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('a method that is not declared finds nothing and changes nothing', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await ask('/note', { method })).status, method).toBe(404);
    expect((await ask('/open', { method: 'POST' })).status).toBe(404);
  });
});

describe('a message after a redirect', () => {
  const flash = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('is shown once and then forgotten', async () => {
    const write = await ask('/note', {
      method: 'POST',
      body: new URLSearchParams({ name: 'shown', _csrf: 'token-of-clerk' }),
      headers: { ...clerk, origin: ORIGIN },
    });
    const cookie = write.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await ask('/page', { headers: { cookie: `${clerk.cookie}; ${cookie}` } });
    expect(await page.text()).toContain('Đã ghi “shown”');
    expect(page.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^danbiet_flash=; .*Max-Age=0/));
    expect(await (await ask('/page', { headers: clerk })).text()).not.toContain('shown');
  });

  it('made by hand can say nothing but text, and leads nowhere', async () => {
    const show = async (cookie: string) =>
      (await ask('/open', { headers: { cookie: `danbiet_flash=${cookie}` } })).text();
    expect(await show(flash({ kind: 'success', text: '<script>x</script>' }))).not.toContain('<script>');
    for (const wrong of [
      flash({ kind: 'evil', text: 'x' }),
      flash({ kind: 'info', text: {} }),
      '%%%',
      flash(null),
    ])
      expect(await show(wrong)).toBe('<p>vi |</p>');
    const led = await ask('/open', {
      headers: { cookie: `danbiet_flash=${flash({ kind: 'info', text: 'x', to: '//evil' })}` },
    });
    expect([led.status, led.headers.get('location')]).toEqual([200, null]);
  });
});

describe('the language', () => {
  it('is Vietnamese unless chosen, and the choice stays; nothing else can be set through it', async () => {
    expect(await (await ask('/open')).text()).toContain('vi');
    const chosen = await ask('/open?lang=en');
    expect(await chosen.text()).toContain('en');
    const cookie = chosen.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await (await ask('/open', { headers: { cookie } })).text()).toContain('en');
    for (const odd of ['fr', 'en%0d%0aset-cookie:x', '//evil', ''])
      expect((await ask(`/open?lang=${odd}`)).headers.getSetCookie(), odd).toEqual([]);
  });
});

describe('probes', () => {
  it('say whether the process lives and whether the database answers', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
  });

  it('metrics answer this machine only, and nobody who comes through a proxy', async () => {
    const here = await ask('/metrics', {}, from('127.0.0.1'));
    expect([here.status, await here.text()]).toEqual([
      200,
      expect.stringContaining('danbiet_request_seconds'),
    ]);
    expect((await ask('/metrics', {}, from('::ffff:127.0.0.1'))).status).toBe(200);
    expect((await ask('/metrics', {}, from('10.0.0.8'))).status).toBe(403);
    const proxied = await ask('/metrics', { headers: { 'x-forwarded-for': '8.8.8.8' } }, from('127.0.0.1'));
    expect(proxied.status).toBe(403);
  });

  it('with a token set, metrics answer its bearer only', async () => {
    const { app } = kernelApp(it_, { metricsToken: 'a-long-enough-token' });
    const asked = (authorization: string) =>
      ask('/metrics', { headers: { authorization } }, from('10.0.0.8'), app);
    expect((await asked('Bearer a-long-enough-token')).status).toBe(200);
    expect((await asked('Bearer another')).status).toBe(403);
    expect((await ask('/metrics', {}, from('127.0.0.1'), app)).status).toBe(403);
  });

  it('metrics name declared routes, never the addresses people opened', async () => {
    await ask(`/item/${newId()}?q=0912345678`);
    const text = await (await ask('/metrics')).text();
    expect(text).toContain('route="/item/:id"');
    expect(text).not.toContain('0912345678');
  });
});

describe('the description of the interface', () => {
  const document = openApi(trialRoutes(), { title: 't', version: '1' }) as {
    openapi: string;
    paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
  };

  it('holds what describes itself and nothing else, with plain names in its paths', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(['/api/v1/things/{id}', '/api/v1/note']);
    const { parameters } = document.paths['/api/v1/things/{id}']?.get ?? { parameters: [] };
    expect(parameters.map((one) => [one.in, one.name])).toEqual([
      ['path', 'id'],
      ['query', 'after'],
    ]);
  });
});
