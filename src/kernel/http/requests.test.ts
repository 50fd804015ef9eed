import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { type KernelApp, kernelApp } from '../../../test/support/kernel-app.ts';
import { query } from '../db/sql.ts';
import { AppError } from '../errors.ts';
import { html } from '../html.ts';
import { newId } from '../ids.ts';
import { kernelErrors } from '../kernel-errors.ts';
import { readFields } from './input.ts';
import { httpLimits, rateClasses } from './limits.ts';
import { answerJson, answerPage, anyone, post, signedIn } from './route.ts';

let it_: TestTenant;
let kernel: KernelApp;
beforeAll(async () => {
  it_ = await testTenant();
  kernel = kernelApp(it_);
});
afterAll(() => it_.close());

const ORIGIN = 'http://danbiet.test';
const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
  kernel.app.request(`${ORIGIN}${path}`, { ...init, headers: { host: 'danbiet.test', ...init.headers } });
const as = (session: string) => ({ cookie: `danbiet_session=${session}` });
const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const note = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ask('/note', {
    method: 'POST',
    body: form({ _csrf: 'token-of-clerk', ...fields }),
    headers: { ...as('clerk'), ...FORM, origin: ORIGIN, ...headers },
  });

/** What the last note left behind; each test writes its own name. */
const savedNote = async (): Promise<string | undefined> =>
  (await it_.db.row(query({ name: 'text' })`select media_type as name from kernel_file`))?.name;
const auditedNotes = async (): Promise<string[]> =>
  (await it_.db.rows(query({ id: 'text' })`select subject_id as id from kernel_audit order by at`)).map(
    (r) => r.id,
  );

describe('who may call', () => {
  it('a page sends a visitor to sign in and back; the interface for programs says 401', async () => {
    const page = await ask('/page?a=1&b=%2F');
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      '/sign-in?to=%2Fpage%3Fa%3D1%26b%3D%252F',
    ]);
    const api = await ask(`/api/v1/things/${newId()}`);
    expect(api.status).toBe(401);
    expect(await api.json()).toMatchObject({ error: { code: 'kernel.sign_in_needed', fields: [] } });
    expect((await ask('/note', { method: 'POST', body: form({ name: 'x' }), headers: FORM })).status).toBe(
      401,
    );
  });

  it('a right that a person lacks answers 403, one they have opens', async () => {
    expect((await ask('/chiefs', { headers: as('clerk') })).status).toBe(403);
    expect((await ask('/chiefs', { headers: as('chief') })).status).toBe(200);
  });

  it('a person who must first change a password gets nothing else', async () => {
    const answer = await ask('/page', { headers: as('newcomer') });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/first']);
    expect((await ask('/first', { headers: as('newcomer') })).status).toBe(200);
    const write = await ask('/note', {
      method: 'POST',
      body: form({ name: 'x', _csrf: 'token-of-newcomer' }),
      headers: { ...as('newcomer'), ...FORM },
    });
    expect(write.headers.get('location')).toBe('/first');
  });

  it('a token opens only what its scope names, and never a page', async () => {
    const bearer = (scope: string) => ({ authorization: `Bearer token-${scope}` });
    const thing = `/api/v1/things/${newId()}`;
    expect((await ask(thing, { headers: bearer('read') })).status).toBe(200);
    expect((await ask(thing, { headers: bearer('write') })).status).toBe(403);
    expect((await ask('/page', { headers: bearer('read') })).status).toBe(403);
    expect((await ask(thing, { headers: { authorization: 'Bearer unknown', ...as('clerk') } })).status).toBe(
      401,
    );
  });
});

describe('a write', () => {
  it('saves, records and answers with a message', async () => {
    const answer = await note({ name: 'plain' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/page']);
    expect(await savedNote()).toBe('plain');
    expect(await auditedNotes()).toContain('plain');
  });

  it.each([
    ['without a token', { _csrf: '' }, {}],
    ['with the token of another session', { _csrf: 'token-of-chief' }, {}],
    ['from another site by Origin', {}, { origin: 'http://evil.test' }],
    ['from a sandbox, whose Origin is null', {}, { origin: 'null' }],
    ['from the same host on another port', {}, { origin: 'http://danbiet.test:8080' }],
    ['from another site by Sec-Fetch-Site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', {}, { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused and saves nothing', async (_what, fields, headers) => {
    const answer = await note({ name: 'forged', ...fields }, headers);
    expect(answer.status).toBe(403);
    expect(await savedNote()).not.toBe('forged');
  });

  it('with the token in a header, as JSON, is taken', async () => {
    const answer = await ask('/note', {
      method: 'POST',
      body: JSON.stringify({ name: 'json' }),
      headers: { ...as('clerk'), 'content-type': 'application/json', 'x-csrf-token': 'token-of-clerk' },
    });
    expect([answer.status, await savedNote()]).toEqual([303, 'json']);
  });

  it('that is not valid shows the form again with all that was typed but the secrets', async () => {
    const answer = await note({ name: 'x'.repeat(21), password: 'hunter2', other: 'giữ lại' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('giữ lại');
    expect(page).toContain('name kernel.invalid_input');
    expect(page).not.toMatch(/hunter2|token-of-clerk/);
  });

  it('that the command refuses shows the form again and keeps nothing of it', async () => {
    const answer = await note({ name: 'taken' });
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('trial.taken')]);
    expect(await savedNote()).not.toBe('taken');
  });

  it('that breaks unexpectedly answers 500 with a reference, keeps nothing and logs no value', async () => {
    const secret = 'Trần Thị Kín 0987654321';
    const answer = await note({ name: 'break', password: secret });
    const page = await answer.text();
    expect(answer.status).toBe(500);
    expect(await savedNote()).not.toBe('break');
    const line = kernel.lines.find((one) => one.includes('unexpected error')) ?? '{}';
    const { requestId, message } = JSON.parse(line) as { requestId: string; message: string };
    expect(page).toContain(requestId);
    expect(message).toContain('PostgreSQL 22007');
    expect(kernel.lines.join('')).not.toMatch(/Kín|0987654321|clerk|danbiet_session/);
    expect(page).not.toMatch(/22007|select/);
  });

  it('that records nothing is a defect: 500, rolled back', async () => {
    expect((await note({ name: 'silent' })).status).toBe(500);
    expect(await savedNote()).not.toBe('silent');
  });
});

describe('a body', () => {
  const send = (body: BodyInit, headers: Record<string, string>) =>
    ask('/api/v1/note', {
      method: 'POST',
      body,
      headers: { authorization: 'Bearer token-write', ...headers },
      duplex: 'half',
    } as RequestInit);
  const JSON_TYPE = { 'content-type': 'application/json' };

  it('over the limit is refused by its declared length, before it is read', async () => {
    const answer = await send('{}', { ...JSON_TYPE, 'content-length': String(httpLimits.form_bytes + 1) });
    expect(answer.status).toBe(413);
  });

  it('over the limit in pieces without a length is refused as soon as the limit is passed', async () => {
    let pieces = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces++;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    expect((await send(endless, JSON_TYPE)).status).toBe(413);
    expect(pieces).toBeLessThan(30);
  });

  it('that breaks off in the middle is no defect of ours', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('aborted'));
      },
    });
    const before = kernel.lines.length;
    expect((await send(broken, JSON_TYPE)).status).toBe(415);
    expect(kernel.lines.slice(before).join('')).not.toContain('unexpected error');
  });

  it.each([
    ['of no known type', 'x', { 'content-type': 'text/plain' }],
    ['that is no JSON', '{', JSON_TYPE],
    ['that is JSON but no object', '[1]', JSON_TYPE],
    ['that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), JSON_TYPE],
    ['nested past any use', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, JSON_TYPE],
    ['with a broken multipart', 'x', { 'content-type': 'multipart/form-data; boundary=y' }],
  ])('%s answers 415', async (_what, body, headers) => {
    const answer = await send(body, headers);
    expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
      415,
      'kernel.unsupported_body',
    ]);
  });

  it('is read as NFC without control characters, whatever was sent', async () => {
    const sent = JSON.stringify({ name: `${'Đặng Lễ'.normalize('NFD')}\u0000\u0007` });
    expect(await (await send(sent, JSON_TYPE)).json()).toEqual({ name: 'Đặng Lễ' });
  });

  it.each([
    ['Kế hoạch.csv'.normalize('NFD'), 'Kế hoạch.csv'],
    ['a\u0000b\u001b.csv', 'ab.csv'],
    ['x";\r\n Set-Cookie: a.csv', 'x"; Set-Cookie: a.csv'],
    ['C:\\Users\\..\\/etc/bảng.xlsx', 'bảng.xlsx'],
    [`${'x'.repeat(5000)}.xlsx`, `${'x'.repeat(180)}…${'x'.repeat(14)}.xlsx`],
  ])('brings a file named %j as %j', async (sent, expected) => {
    const upload = new FormData();
    upload.set('file', new File(['content'], sent));
    const request = new Request(ORIGIN, { method: 'POST', body: upload });
    const bytes = new Uint8Array(await request.clone().arrayBuffer());
    const { file } = await readFields(request, bytes);
    expect(file).toBeInstanceOf(File);
    expect([(file as File).name, await (file as File).text()]).toEqual([expected, 'content']);
  });

  it('cannot reach the prototype of anything', async () => {
    const answer = await send('{"name":"a","__proto__":{"admin":true}}', JSON_TYPE);
    expect(answer.status).toBe(200);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('every field that is wrong is named, in the language asked for', async () => {
    const answer = await ask('/api/v1/note?lang=en', {
      method: 'POST',
      body: '{"name":7,"password":7}',
      headers: { authorization: 'Bearer token-write', ...JSON_TYPE },
    });
    const { error } = (await answer.json()) as { error: { fields: { field: string; message: string }[] } };
    expect(error.fields.map((one) => one.field)).toEqual(['name', 'password']);
    expect(error.fields[0]?.message).toMatch(/string/);
  });
});

describe('an address', () => {
  it('names nothing when its id is no UUID', async () => {
    for (const id of ['x', '-'.repeat(36), '%00', newId().toUpperCase()])
      expect((await ask(`/item/${id}`)).status, id).toBe(404);
    expect((await ask(`/item/${newId()}`)).status).toBe(200);
  });

  it('no query, however odd, makes a page fail; empty fields count as absent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('q', 'n', 'lang', '__proto__'), fc.string())),
        async (pairs) => {
          const { status } = await ask(`/open?${new URLSearchParams(pairs.map(([k, v]) => [k, v]))}`);
          expect([200, 422]).toContain(status);
        },
      ),
      { numRuns: 60 },
    );
    expect(await (await ask('/open?q=')).text()).toBe('<p>vi |</p>');
    expect(await (await ask('/open?q=a%00b')).text()).toBe('<p>vi ab|</p>');
  });
});

describe('the rate limit', () => {
  it('answers 429 with the seconds to wait, counts each caller alone, and lets go with time', async () => {
    const { app } = kernelApp(it_, { rateLimits: 'on' });
    const write = (session: string) =>
      app.request(`${ORIGIN}/note`, { method: 'POST', headers: as(session), body: form({ name: 'x' }) });
    let last = await write('clerk');
    for (let sent = 1; sent <= rateClasses.write + 2 && last.status !== 429; sent++)
      last = await write('clerk');
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await write('chief')).status).not.toBe(429);
    await new Promise((resolve) => setTimeout(resolve, Number(last.headers.get('retry-after')) * 1000));
    expect((await write('clerk')).status).not.toBe(429);
  });

  it('counts sign-ins from one address together, whatever session they come with', async () => {
    const signIn = post({
      path: '/sign-in',
      access: anyone('a trial'),
      rate: 'sign_in',
      body: z.object({ name: z.string() }),
      unaudited: 'a trial that only answers',
      handle: async () => answerJson({}),
    });
    const { app } = kernelApp(it_, { rateLimits: 'on', routes: [signIn] });
    const statuses: number[] = [];
    for (let sent = 0; sent <= rateClasses.sign_in; sent++) {
      const session = sent % 2 === 0 ? 'clerk' : 'chief';
      const body = form({ name: 'x', _csrf: `token-of-${session}` });
      const headers = { ...as(session), ...FORM, origin: ORIGIN, host: 'danbiet.test' };
      statuses.push((await app.request(`${ORIGIN}/sign-in`, { method: 'POST', headers, body })).status);
    }
    expect(statuses).toEqual([...Array(rateClasses.sign_in).fill(200), 429]);
  });
});

describe('what takes long', () => {
  const AT_ONCE = 6;
  const statuses = (names: readonly string[], app: KernelApp['app']): Promise<(string | number)[]> =>
    Promise.all(
      names.map(async (name) => {
        const body = form({ name, _csrf: 'token-of-clerk' });
        const headers = { ...as('clerk'), ...FORM, origin: ORIGIN, host: 'danbiet.test' };
        const answer = await app.request(`${ORIGIN}/slow`, { method: 'POST', headers, body });
        return answer.status === 200 ? answer.text() : answer.status;
      }),
    );

  it('is prepared before the transaction: more at once than there are connections, each with its own result', async () => {
    let inside = 0;
    const gate = Promise.withResolvers<void>();
    const slow = post({
      path: '/slow',
      access: signedIn,
      rate: 'write',
      body: z.object({ name: z.string() }),
      unaudited: 'a trial that only answers',
      async prepare(_context, { body }) {
        inside += 1;
        if (inside === AT_ONCE) gate.resolve();
        await gate.promise;
        return `prepared for ${body.name}`;
      },
      handle: async (_context, _tx, { prepared }) => answerJson(prepared),
    });
    const names = Array.from({ length: AT_ONCE }, (_, index) => `n${index}`);
    const { app } = kernelApp(it_, { routes: [slow] });
    expect(await statuses(names, app)).toEqual(names.map((name) => JSON.stringify(`prepared for ${name}`)));
  });

  it('that is refused while it is prepared shows the form again and begins no transaction', async () => {
    let began = false;
    const slow = post({
      path: '/slow',
      access: signedIn,
      rate: 'write',
      body: z.object({ name: z.string() }),
      unaudited: 'a trial that only answers',
      prepare: () => Promise.reject(new AppError(kernelErrors.invalid_input)),
      async handle() {
        began = true;
        return answerJson({});
      },
      redisplay: async (_context, _params, { values }) => answerPage(html`typed: ${values.name as string}`),
    });
    const { app } = kernelApp(it_, { routes: [slow] });
    expect(await statuses(['x'], app)).toEqual([422]);
    expect(began).toBe(false);
  });
});
