import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiCaller, tokenFor } from '../../../../test/support/api-calls.ts';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import {
  DECISION,
  type DisclosureWorld,
  disclosureWorld,
} from '../../../../test/support/disclosure-world.ts';
import { personWithPost } from '../../../../test/support/people.ts';
import { unitTree } from '../../units/index.ts';

let place: TestApp;
let world: DisclosureWorld;
let unit: string;
let other: string;
const tokens = { clerk: '', reader: '', stranger: '' };

beforeAll(async () => {
  place = await testApp();
  world = await disclosureWorld(place);
  const clerk = await personWithPost(place, 'xa.mot', { unitId: world.tree.commune, role: 'member' });
  const stranger = await personWithPost(place, 'xa.hai', { unitId: world.tree.otherCommune, role: 'member' });
  tokens.clerk = await tokenFor(place, clerk.personId, 'clerk', ['read', 'write']);
  tokens.reader = await tokenFor(place, clerk.personId, 'reader', ['read']);
  tokens.stranger = await tokenFor(place, stranger.personId, 'stranger', ['read', 'write']);
  const units = await unitTree(place.db, place.tenant.clock.today());
  const keyOf = (id: string): string => units.find((one) => one.id === id)?.key ?? '';
  [unit, other] = [keyOf(world.tree.commune), keyOf(world.tree.otherCommune)];
});
afterAll(() => place.close());

const call = apiCaller(
  () => place,
  '/api/v1/disclosures',
  () => tokens.clerk,
);

const CONTENT = { so_quyet_dinh: '15/QĐ-UBND', muc_thu: 250_000 };
const send = (parts: object = {}, more: { headers?: Record<string, string>; token?: string } = {}) =>
  call('POST', '', {
    body: {
      unit,
      code: DECISION.code,
      event: { on: '2024-06-20', title: 'Quyết định 15' },
      content: CONTENT,
      summary: 'Mức thu mới.',
      ...parts,
    },
    ...more,
  });
const code = ({ status, data }: Awaited<ReturnType<typeof send>>) => [status, data.error?.code];
const count = async () => (await call('GET', '')).data.items.length;

describe('publishing by a program', () => {
  it('tells every problem in a dry run and writes nothing', async () => {
    const { status, data } = await send({ content: { muc_thu: 'nhiều' }, dryRun: true });
    expect(status).toBe(200);
    expect(data).toMatchObject({
      applied: false,
      problems: [
        { place: 'muc_thu', code: 'not_a_number' },
        { place: 'so_quyet_dinh', code: 'lacking' },
      ],
    });
    expect((await send({ dryRun: true })).data).toMatchObject({ applied: false, problems: [] });
    expect(await count()).toBe(0);
  });

  it('refuses what is not whole, naming each value, and saves nothing of it', async () => {
    const refused = await send({ content: { muc_thu: 1 } });
    expect(code(refused)).toEqual([422, 'disclosure.not_whole']);
    expect(refused.data.error.fields.map(({ field }: { field: string }) => field)).toEqual([
      'content.so_quyet_dinh',
    ]);
    expect(await count()).toBe(0);
  });

  it('is under the rights of the caller and the scope of the token', async () => {
    expect(code(await send({}, { token: tokens.stranger }))).toEqual([403, 'disclosure.may_not_write']);
    expect((await send({}, { token: tokens.reader })).status).toBe(403);
    expect(code(await send({ unit: 'khong-co' }))).toEqual([404, 'disclosure.not_found']);
    expect(code(await send({ code: 'khong-co' }))).toEqual([404, 'disclosure.unknown_obligation']);
    expect(code(await send({ event: undefined, occurrence: '2024Q1' }))).toEqual([
      404,
      'disclosure.not_found',
    ]);
  });

  it('a correction says which version was seen; another one in between is told', async () => {
    const first = await send();
    const of = { event: undefined, occurrence: first.data.occurrence };
    expect(first.data).toMatchObject({ applied: true, version: 1, occurrence: '2024-06-20#1' });
    expect(code(await send(of))).toEqual([409, 'disclosure.published_already']);
    const fix = { ...of, seenVersion: 1, reason: 'Sai số' };
    expect((await send(fix)).data).toMatchObject({ applied: true, version: 2 });
    expect(code(await send(fix))).toEqual([409, 'disclosure.changed_meanwhile']);
  });

  it('sent twice under one key is one publication, whichever comes first', async () => {
    const headers = { 'Idempotency-Key': 'yeu-cau-0001' };
    const before = await count();
    const answers = await Promise.all([1, 2, 3].map(() => send({}, { headers })));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers.filter(({ headers: own }) => own.get('idempotent-replayed') === 'true')).toHaveLength(2);
    expect(await count()).toBe(before + 1);
    expect(code(await send({ summary: 'Khác' }, { headers }))).toEqual([422, 'kernel.key_reused']);
    expect(code(await send({}, { headers: { 'Idempotency-Key': 'ngan' } }))).toEqual([
      400,
      'kernel.key_unfit',
    ]);
  });
});

describe('reading', () => {
  it('lists only what the caller may see, filtered, by pages, and as of a past day', async () => {
    expect((await call('GET', '', { token: tokens.stranger })).data).toEqual({ items: [], next: null });
    expect((await call('GET', `?unit=${other}`)).data.items).toEqual([]);
    expect((await call('GET', '?state=due_soon')).data.items.length).toBe(await count());
    expect((await call('GET', '?state=proven')).data.items).toEqual([]);
    expect((await call('GET', '?as_of=2024-06-23')).data.items).toEqual([]);
    expect((await call('GET', '?as_of=hom-qua')).status).toBe(422);
    expect((await call('GET', '?section=khong-co')).status).toBe(422);
  });

  it('gives one item with its versions and the schema of its content', async () => {
    const [item] = (await call('GET', '?words=quyet+dinh')).data.items;
    const { status, data } = await call('GET', `/${item.id}`);
    expect(status).toBe(200);
    expect(data.contentSchema).toMatchObject({ required: ['so_quyet_dinh', 'muc_thu'] });
    expect(data.versions.at(-1)).toMatchObject({ number: 1, kind: 'publish', content: CONTENT });
    expect((await call('GET', `/${item.id}`, { token: tokens.stranger })).status).toBe(403);
    expect((await call('GET', '/01900000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('the published rule', () => {
  it.each(['vi', 'en'])('is read by anybody, in %s, with every state', async (lang) => {
    const visitor = place.visitor();
    const answer = await visitor.get(`/quy-tac-cong-khai?lang=${lang}`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    for (const words of lang === 'vi'
      ? ['Gỡ sớm', 'nhật ký phát thanh', '5 ngày làm việc']
      : ['Removed early', '5 working days'])
      expect(page).toContain(words);
  });
});
