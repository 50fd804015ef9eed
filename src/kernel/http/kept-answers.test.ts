import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { type KernelApp, kernelApp } from '../../../test/support/kernel-app.ts';
import { html } from '../html.ts';
import { KeptAnswers } from './kept-answers.ts';
import { answerMarkedPage, anyone, get } from './route.ts';

let it_: TestTenant;
let kernel: KernelApp;
let now = 'one';
let made = 0;
beforeAll(async () => {
  it_ = await testTenant();
  const marked = get({
    path: '/marked',
    access: anyone('a trial'),
    rate: 'public',
    cache: { maxAgeSeconds: 60, staleSeconds: 600 },
    stillRight: async (_, { mark }) => mark === now,
    async handle({ url }) {
      made += 1;
      return answerMarkedPage(html`<p>${now} ${url.search} ${'x'.repeat(3000)}</p>`, now);
    },
  });
  const unmarked = get({
    path: '/unmarked',
    access: anyone('a trial'),
    rate: 'public',
    cache: { maxAgeSeconds: 60, staleSeconds: 600 },
    stillRight: async () => true,
    async handle() {
      made += 1;
      return answerMarkedPage(html`<p>${'x'.repeat(3000)}</p>`, null);
    },
  });
  kernel = kernelApp(it_, { routes: [marked, unmarked] });
});
afterAll(() => it_.close());
beforeEach(() => {
  made = 0;
});

const GZIP = { 'accept-encoding': 'gzip' };
const ask = async (path: string, headers: Record<string, string> = GZIP, host = 'danbiet.test') =>
  kernel.app.request(`http://${host}${path}`, { headers: { host, ...headers } });
const textOf = async (answer: Response): Promise<string> =>
  gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();

describe('a page that says what it was made from', () => {
  it('is made once while that is the same, and sent again byte for byte with the same headers', async () => {
    now = 'one';
    const first = await ask('/marked?a');
    const again = await ask('/marked?a');
    expect([made, first.status, again.status]).toEqual([1, 200, 200]);
    expect(Object.fromEntries(again.headers)).toEqual(Object.fromEntries(first.headers));
    expect(await textOf(again)).toBe(await textOf(first));
  });

  it('is not made for whoever has it already', async () => {
    const tag = (await ask('/marked?b')).headers.get('etag') ?? '';
    const again = await ask('/marked?b', { 'if-none-match': tag });
    expect([made, again.status, await again.text(), again.headers.get('etag')]).toEqual([1, 304, '', tag]);
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is made anew as soon as that has changed, and whoever has the old one gets the new one', async () => {
    now = 'one';
    const old = await ask('/marked?c');
    now = 'two';
    const tag = old.headers.get('etag') ?? '';
    const changed = await ask('/marked?c', { ...GZIP, 'if-none-match': tag });
    expect([made, changed.status]).toEqual([2, 200]);
    expect(await textOf(changed)).toContain('two');
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  it('is another page under another query or host', async () => {
    for (const [path, host] of [
      ['/marked?d', 'danbiet.test'],
      ['/marked?e', 'danbiet.test'],
      ['/marked?d', 'other.test'],
    ] as const)
      expect(await textOf(await ask(path, GZIP, host))).toContain(path.slice(-2));
    expect(made).toBe(3);
  });

  it('is made for whoever cannot read what is compressed', async () => {
    await ask('/marked?f');
    const plain = await ask('/marked?f', {});
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toContain('?f');
  });

  it('is made each time where it does not say so', async () => {
    for (let round = 0; round < 2; round++) await ask('/unmarked');
    expect(made).toBe(2);
  });

  it('of addresses without number only the last ones are remembered', () => {
    const kept = new KeptAnswers();
    for (let n = 0; n <= 20_000; n++) kept.keep(`/${n}`, { mark: 'm', tag: 't' });
    expect([kept.at('/0'), kept.at('/20000')]).toEqual([undefined, { mark: 'm', tag: 't' }]);
  });

  it('the newest answer of an address is remembered, and the same one again is not a new one', () => {
    const kept = new KeptAnswers();
    const first = { mark: 'm', tag: 't' };
    kept.keep('/', first);
    kept.keep('/', { ...first });
    expect(kept.at('/')).toBe(first);
    for (const next of [{ mark: 'n', tag: 't' }, { mark: 'n', tag: 'u' }, first]) {
      kept.keep('/', next);
      expect(kept.at('/')).toBe(next);
    }
  });
});
