import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiCaller, tokenFor } from '../../../../test/support/api-calls.ts';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { type FiguresWorld, figuresWorld } from '../../../../test/support/figures-world.ts';
import { personWithPost } from '../../../../test/support/people.ts';
import { forgetAnswersJob } from '../../../kernel/forget-answers-job.ts';
import { unitTree } from '../../units/index.ts';
import { saveValues } from '../commands/save-values.ts';
import { valuesOf } from '../queries/values.ts';

let place: TestApp;
let world: FiguresWorld;
let figureId: string;
let unit: string;
let other: string;
const tokens = { write: '', read: '' };

beforeAll(async () => {
  place = await testApp();
  world = await figuresWorld(place);
  figureId = await world.define({}, 'CT5.01');
  const { personId } = await personWithPost(place, 'xa.mot', { unitId: world.tree.commune, role: 'member' });
  tokens.write = await tokenFor(place, personId, 'write', ['read', 'write']);
  tokens.read = await tokenFor(place, personId, 'read', ['read']);
  const units = await unitTree(place.db, place.tenant.clock.today());
  const keyOf = (id: string): string => units.find((one) => one.id === id)?.key ?? '';
  [unit, other] = [keyOf(world.tree.commune), keyOf(world.tree.otherCommune)];
});
afterAll(() => place.close());

const call = apiCaller(
  () => place,
  '/api/v1/figures',
  () => tokens.write,
);

const send = (value: unknown, parts: object = {}, more: object = {}, headers: Record<string, string> = {}) =>
  call('POST', '', {
    body: {
      dataValues: [{ dataElement: 'CT5.01', period: '2024S1', orgUnit: unit, value, ...parts }],
      ...more,
    },
    headers,
  });

const standing = async () => (await valuesOf(place.db, { figureIds: [figureId], asOf: null }))[0];

describe('saving', () => {
  it('tells a dry run without saving, then saves, then finds it unchanged', async () => {
    expect((await send('7', {}, { dryRun: true })).data).toMatchObject({
      applied: false,
      counts: { saved: 1 },
    });
    expect(await standing()).toBeUndefined();
    expect((await send('7')).data).toMatchObject({ applied: true, counts: { saved: 1 } });
    expect(await standing()).toMatchObject({ value: { number: 7 }, via: 'api' });
    expect((await send(7)).data.counts).toMatchObject({ saved: 0, unchanged: 1 });
  });

  it('tells a conflict with the other’s value and who said so', async () => {
    const { data } = await send('8', { revision: 0 });
    expect(data.outcomes).toEqual([
      {
        place: 'dataValues[0].value',
        outcome: 'conflict',
        other: expect.objectContaining({ value: '7', storedBy: 'Người xa.mot', revision: 1 }),
      },
    ]);
  });

  it('takes back what was a mistake with null, and passes over what says nothing', async () => {
    expect((await send(undefined)).data).toMatchObject({ counts: { saved: 0, unchanged: 0, problem: 0 } });
    expect((await send(null)).data.counts.saved).toBe(1);
    expect(await standing()).toBeUndefined();
  });

  it('saves all or none when whole is asked, and what it can otherwise', async () => {
    const dataValues = [
      { dataElement: 'CT5.01', period: '2024S1', orgUnit: unit, value: '9' },
      { dataElement: 'CT0.00', period: '2024S1', orgUnit: unit, value: '9' },
    ];
    const whole = await call('POST', '', { body: { dataValues, whole: true } });
    expect(whole.data).toMatchObject({ applied: false, counts: { saved: 1, problem: 1 } });
    expect(await standing()).toBeUndefined();
    const part = await call('POST', '', { body: { dataValues } });
    expect(part.data).toMatchObject({ applied: true, counts: { saved: 1, problem: 1 } });
    expect(part.data.outcomes[0]).toMatchObject({
      place: 'dataValues[1].dataElement',
      code: 'figures.unknown_figure',
    });
  });

  it('keeps to the rights of the token: its scope, and its owner’s unit', async () => {
    const readOnly = await call('POST', '', { body: { dataValues: [{}] }, token: tokens.read });
    expect(readOnly.status).toBe(403);
    expect((await call('POST', '', { body: { dataValues: [] }, token: 'danbiet_x' })).status).toBe(401);
    expect((await send('1', { orgUnit: other })).data.outcomes[0]).toMatchObject({
      code: 'figures.not_allowed',
    });
  });

  it('refuses a body of another form, naming the field', async () => {
    const { status, data } = await call('POST', '', { body: { dataValues: [{ dataElement: 'CT5.01' }] } });
    expect([status, data.error.fields.map(({ field }: { field: string }) => field)]).toEqual([
      422,
      ['dataValues.0.period', 'dataValues.0.orgUnit'],
    ]);
  });
});

describe('the same request again', () => {
  const key = (text: string) => ({ 'Idempotency-Key': text });
  const changes = async (): Promise<number> => (await standing())?.revision ?? 0;

  it('gets the same answer, word for word, and saves nothing more', async () => {
    const first = await send('21', {}, {}, key('yeu-cau-0001'));
    await send('22');
    const before = await changes();
    const again = await send('21', {}, {}, key('yeu-cau-0001'));
    expect(JSON.stringify(again.data)).toBe(JSON.stringify(first.data));
    expect([again.headers.get('idempotent-replayed'), first.headers.get('idempotent-replayed')]).toEqual([
      'true',
      null,
    ]);
    expect(await changes()).toBe(before);
    expect(await standing()).toMatchObject({ value: { number: 22 } });
  });

  it('sent twice at the same moment is saved once', async () => {
    const before = await changes();
    const answers = await Promise.all([1, 2, 3].map(() => send('31', {}, {}, key('yeu-cau-0002'))));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(2);
    expect(await changes()).toBe(before + 1);
  });

  it('with another content, or a key too short, is refused', async () => {
    const reused = await send('32', {}, {}, key('yeu-cau-0002'));
    expect([reused.status, reused.data.error.code]).toEqual([422, 'kernel.key_reused']);
    expect((await send('32', {}, {}, key('ngan'))).status).toBe(400);
  });

  it('is a new one once the declared time has passed, and the night’s job forgets it', async () => {
    place.clock.set(new Date('2024-06-26T03:00:00Z'));
    const later = await send('41', {}, {}, key('yeu-cau-0002'));
    expect([later.status, later.headers.get('idempotent-replayed')]).toEqual([200, null]);
    expect(await forgetAnswersJob.run(undefined as never, { tenant: place.tenant } as never)).toEqual({
      answers: 1,
    });
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
  });
});

describe('reading', () => {
  it('answers what the caller may see, by pages that meet, and as of a past day', async () => {
    await world.run(undefined, (context, tx) =>
      saveValues(context, tx, {
        rows: [world.cell(figureId, 50, { unitId: world.tree.otherCommune })],
        via: 'import',
      }),
    );
    const { data } = await call('GET', '?period=2024S1', { token: tokens.read });
    expect(data.dataValues).toMatchObject([
      { dataElement: 'CT5.01', period: '2024S1', orgUnit: unit, value: '41' },
    ]);
    expect(data.next).toBeNull();
    const named = await call('GET', `?period=2024-H1&figure=CT5.01,CT0.00&unit=${unit},${other}`);
    expect(named.data.dataValues).toHaveLength(1);
    const past = await call('GET', '?period=2024S1&as_of=2024-06-01');
    expect(past.data.dataValues).toEqual([]);
  });

  it('goes on after the last one, and says what is missing or unreadable', async () => {
    const [value] = await valuesOf(place.db, {
      figureIds: [figureId],
      unitIds: [world.tree.commune],
      asOf: null,
    });
    const after = `2024-H1_${value?.figureId}_${value?.unitId}`;
    expect((await call('GET', `?period=2024S1&after=${after}`)).data.dataValues).toEqual([]);
    expect((await call('GET', '')).status).toBe(422);
    expect((await call('GET', '?period=2024S1&as_of=hom-qua')).status).toBe(422);
  });
});
