import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { type KernelApp, kernelApp } from '../../../test/support/kernel-app.ts';
import { rateClasses } from './limits.ts';
import { matches, validatorOf } from './validator.ts';

let it_: TestTenant;
let kernel: KernelApp;
beforeAll(async () => {
  it_ = await testTenant();
  kernel = kernelApp(it_);
});
afterAll(() => it_.close());

const ORIGIN = 'http://danbiet.test';
const ask = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  kernel.app.request(`${ORIGIN}${path}`, { headers: { host: 'danbiet.test', ...headers } });
const FLASH = `danbiet_flash=${Buffer.from(JSON.stringify({ kind: 'info', text: 'hello' })).toString('base64url')}`;

describe('a page that may be kept', () => {
  it('is the same for everybody: no cookie, session, message or language of a cookie changes a byte, and none is set', async () => {
    const plain = await ask('/kept');
    const other = await ask('/kept', {
      cookie: `danbiet_session=clerk; danbiet_lang=en; ${FLASH}`,
      authorization: 'Bearer token-read',
    });
    const page = await plain.text();
    expect(page).toContain('vi nobody');
    expect(await other.text()).toBe(page);
    expect(other.headers.getSetCookie()).toEqual([]);
    const english = await ask('/kept?lang=en');
    expect(await english.text()).toContain('en nobody');
    expect(english.headers.getSetCookie()).toEqual([]);
  });

  it('says how long it may be kept, has a weak validator, and keeps the headers that protect', async () => {
    const answer = await ask('/kept');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'public, max-age=60, stale-while-revalidate=600',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('etag')).toMatch(/^W\/"[\w-]{27}"$/);
  });

  it('is not sent again to whoever has it: 304 with validator and times, without body and type', async () => {
    const tag = (await ask('/kept')).headers.get('etag') ?? '';
    for (const asked of [tag, tag.replace('W/', ''), `"x", ${tag}`, '*']) {
      const again = await ask('/kept', { 'if-none-match': asked });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
      expect(again.headers.get('cache-control')).toContain('max-age=60');
      expect(again.headers.get('content-type')).toBeNull();
    }
    for (const asked of ['"x"', 'W/"x"', '', tag.toUpperCase(), tag.slice(0, -2)])
      expect((await ask('/kept', { 'if-none-match': asked })).status).toBe(200);
  });

  it('is compressed to the same content each time it is asked for, under the same validator', async () => {
    const plain = await ask('/kept?n=5000');
    const text = await plain.text();
    for (let round = 0; round < 3; round++) {
      const packed = await ask('/kept?n=5000', { 'accept-encoding': 'gzip' });
      expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'));
      expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(text);
    }
  });

  it('an error of such a page is kept by nobody', async () => {
    const answer = await ask('/kept?n=404');
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      409,
      'no-store',
      null,
    ]);
  });

  it('a file is known by the hash it comes with', async () => {
    const answer = await ask('/kept-file');
    expect(answer.headers.get('etag')).toBe('W/"abc"');
    expect((await ask('/kept-file', { 'if-none-match': 'W/"abc"' })).status).toBe(304);
  });

  it('pages of the office stay with nobody', async () => {
    const answer = await ask('/open');
    expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['no-store', null]);
  });
});

describe('a form for everybody', () => {
  const send = (headers: Record<string, string>) =>
    kernel.app.request(`${ORIGIN}/said`, {
      method: 'POST',
      body: new URLSearchParams({ name: 'x' }),
      headers: { host: 'danbiet.test', ...headers },
    });

  it('needs no token, and whoever is signed in is nobody there', async () => {
    const answer = await send({ origin: ORIGIN, cookie: 'danbiet_session=clerk' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/nobody']);
  });

  it('is refused when another site sends it', async () => {
    expect((await send({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('is slowed for one address alone, and says for how long', async () => {
    const limited = kernelApp(it_, { rateLimits: 'on' }).app;
    const from = (remoteAddress: string) =>
      limited.request(
        `${ORIGIN}/said`,
        {
          method: 'POST',
          body: new URLSearchParams({ name: 'x' }),
          headers: { host: 'danbiet.test', origin: ORIGIN },
        },
        { incoming: { socket: { remoteAddress } } },
      );
    for (let sent = 0; sent < rateClasses.say; sent++) expect((await from('10.0.0.1')).status).toBe(303);
    const refused = await from('10.0.0.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('10.0.0.2')).status).toBe(303);
  });
});

describe('validators', () => {
  it('differ for different content, and each matches itself among others however it is written', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.array(fc.string({ unit: fc.constantFrom('a', '-', '_') })),
        (a, b, others) => {
          const tag = validatorOf(a);
          expect(validatorOf(b) === tag).toBe(a === b);
          const list = [...others.map((one) => `"${one}"`), tag].join(', ');
          expect(matches(list, tag)).toBe(true);
          expect(matches(list, validatorOf(`${a}!`))).toBe(false);
        },
      ),
    );
  });
});
