import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { issueWork } from '../../../../test/support/issued-work.ts';
import { actorWith, type SmallTree, smallTree } from '../../../../test/support/people.ts';
import { type Actor, systemActor } from '../../../kernel/authz.ts';
import { endOfDay } from '../../../kernel/dates.ts';
import { Fragment, query } from '../../../kernel/db/sql.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { currentCalendar, registerDeadlines } from '../../calendar/index.ts';
import { mergeUnits, mergeUnitsInput, unitsOfDay } from '../../units/index.ts';
import { steeringErrors } from '../errors.ts';
import { explanationAsked, explanationGiven, explanationTaken } from '../events.ts';
import { asksOf } from '../queries/asks.ts';
import { acceptAsk, answerAsk, returnAsk } from './answer-ask.ts';
import { askUnit } from './ask-unit.ts';
import { moveSteeringDues, openSteeringDues } from './move-dues.ts';

let place: TestTenant;
let tree: SmallTree;
let planId: string;
let chairman: Actor;
let commune: Actor;
let other: Actor;
const told: string[] = [];

const as = <T>(
  actor: Actor,
  act: (
    context: ReturnType<TestTenant['context']>,
    tx: Parameters<Parameters<TestTenant['db']['transaction']>[0]>[0],
  ) => Promise<T>,
) => place.db.transaction((tx) => act(place.context(actor), tx));
const ask = (actor: Actor, dimension: number | null = 1, unitId = tree.commune) =>
  as(actor, (context, tx) =>
    askUnit(context, tx, { unitId, planId, dimension, words: 'Vì sao chậm?', workingDays: 3 }),
  );
const read = async (
  actor: Actor,
  id: string,
  before: Date | null = null,
  day = place.tenant.clock.today(),
) => {
  const units = await unitsOfDay(place.db, day);
  return (await asksOf(place.db, actor, { units, day, before, ids: [id] }))[0];
};

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
  ({ planId } = await issueWork(place, tree));
  chairman = actorWith('leader', [tree.district]);
  commune = actorWith('leader', [tree.district, tree.commune]);
  other = actorWith('leader', [tree.district, tree.otherCommune]);
  explanationAsked.on(async (_context, _tx, event) => void told.push(`asked ${event.dueOn}`));
  explanationGiven.on(async (_context, _tx, event) => void told.push(`given ${event.personId}`));
  explanationTaken.on(async (_context, _tx, event) => void told.push(`taken ${event.dueOn}`));
});
afterAll(() => place.close());

describe('a request to explain', () => {
  it('goes to the unit with what the board showed, is answered, given back, answered again and accepted', async () => {
    const { id, dueOn } = await ask(chairman);
    expect(dueOn).toBe('2024-06-27');
    expect(await read(commune, id)).toMatchObject({
      state: 'waiting',
      dueOn: '2024-06-27',
      shown: { total: 1, accepted: 0, overdue: 0 },
    });
    expect(await read(other, id)).toBeUndefined();
    await expect(ask(chairman)).rejects.toMatchObject({ type: steeringErrors.already_asked });
    await as(commune, (context, tx) => answerAsk(context, tx, { askId: id, words: 'Cán bộ ốm.' }));
    await expect(
      as(commune, (context, tx) => answerAsk(context, tx, { askId: id, words: 'Lần nữa.' })),
    ).rejects.toMatchObject({ type: steeringErrors.not_now });
    await as(chairman, (context, tx) =>
      returnAsk(context, tx, { askId: id, words: 'Bao giờ xong?', workingDays: 2 }),
    );
    expect(await read(commune, id)).toMatchObject({ state: 'returned', dueOn: '2024-06-26' });
    await as(commune, (context, tx) => answerAsk(context, tx, { askId: id, words: 'Trước 30/6.' }));
    await as(chairman, (context, tx) => acceptAsk(context, tx, { askId: id }));
    expect((await read(commune, id))?.said.map(({ kind }) => kind)).toEqual([
      'answer',
      'return',
      'answer',
      'accept',
    ]);
    expect(told).toEqual([
      'asked 2024-06-27',
      `given ${chairman.personId}`,
      'taken 2024-06-26',
      `given ${chairman.personId}`,
      'taken null',
    ]);
    await expect(as(chairman, (context, tx) => acceptAsk(context, tx, { askId: id }))).rejects.toMatchObject({
      type: steeringErrors.not_now,
    });
  });

  it('is refused to who may not ask, about nothing, and by those who are not asked', async () => {
    await expect(ask(commune)).rejects.toMatchObject({ type: steeringErrors.may_not_ask });
    await expect(ask(other)).rejects.toMatchObject({ type: steeringErrors.may_not_ask });
    await expect(ask(chairman, 7)).rejects.toMatchObject({ type: steeringErrors.no_such_cell });
    const { id } = await ask(chairman, null);
    await expect(
      as(other, (context, tx) => answerAsk(context, tx, { askId: id, words: 'x' })),
    ).rejects.toMatchObject({ type: steeringErrors.not_found });
    await expect(
      as(chairman, (context, tx) => answerAsk(context, tx, { askId: id, words: 'x' })),
    ).rejects.toMatchObject({ type: kernelErrors.forbidden });
    await as(commune, (context, tx) => answerAsk(context, tx, { askId: id, words: 'x' }));
    await expect(as(commune, (context, tx) => acceptAsk(context, tx, { askId: id }))).rejects.toMatchObject({
      type: kernelErrors.forbidden,
    });
  });

  it('is decided by nobody who explained it, whatever post they hold since', async () => {
    const { id } = await ask(chairman, 1, tree.otherCommune);
    await as(other, (context, tx) => answerAsk(context, tx, { askId: id, words: 'Do mưa bão.' }));
    const promoted = { ...chairman, personId: other.personId };
    for (const decide of [acceptAsk, returnAsk])
      await expect(
        as(
          promoted,
          async (context, tx) => void (await decide(context, tx, { askId: id, words: 'Đồng ý.' })),
        ),
      ).rejects.toMatchObject({ type: steeringErrors.own_answer });
    await as(chairman, (context, tx) => acceptAsk(context, tx, { askId: id }));
  });

  it('reads on a past day as it stood then', async () => {
    const asked = new Date('2024-06-10T02:00:00Z');
    place.clock.set(asked);
    const { id } = await ask(chairman, 1, tree.otherCommune);
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
    await as(other, (context, tx) => answerAsk(context, tx, { askId: id, words: 'Đã làm.' }));
    const then = place.tenant.clock.today();
    expect(await read(chairman, id)).toMatchObject({ state: 'answered' });
    const day = '2024-06-20' as typeof then;
    expect(await read(chairman, id, endOfDay(day), day)).toMatchObject({ state: 'late', said: [] });
    const earlier = '2024-06-09' as typeof then;
    expect(await read(chairman, id, endOfDay(earlier), earlier)).toBeUndefined();
  });

  it('moves with the working calendar while the unit owes an answer, and keeps the day it had', async () => {
    const { id } = await ask(chairman, 1);
    registerDeadlines({ name: 'steering', openDeadlines: openSteeringDues, move: moveSteeringDues });
    const open = (await openSteeringDues(place.db, place.tenant.clock.today())).find((one) => one.id === id);
    expect(open).toMatchObject({ on: '2024-06-27', unitName: 'UBND xã Một' });
    const calendar = await currentCalendar(place.db);
    const deadline = {
      on: '2024-06-28',
      expression: open?.expression,
      calendarVersion: calendar.version,
      explanation: { vi: 'x', en: 'x' },
      warnings: [],
    };
    await as(chairman, (context, tx) =>
      moveSteeringDues(context, tx, [{ id, from: '2024-06-27', to: '2024-06-28', deadline }] as never),
    );
    expect(await read(commune, id)).toMatchObject({ dueOn: '2024-06-28' });
    const { dues } = await place.db.one(query({ dues: 'bigint' } as const)`
      select count(*) as dues from steering_due where ask_id = ${id}`);
    expect(dues).toBe(2);
  });

  it('is never changed or removed', async () => {
    for (const table of ['steering_ask', 'steering_due', 'steering_answer'])
      await expect(
        place.db.transaction((tx) => tx.run(new Fragment([`delete from ${table}`], []))),
        table,
      ).rejects.toThrow(/never changed|append|refus/i);
  });

  it('of a unit that ends is read and answered by the one that carries its work on', async () => {
    const { id } = await ask(chairman, null, tree.otherCommune);
    await as(systemActor, (context, tx) =>
      mergeUnits(
        context,
        tx,
        mergeUnitsInput.parse({
          sourceIds: [tree.otherCommune],
          on: '2024-07-01',
          act: 'NQ 1',
          into: { unitId: tree.commune },
        }),
      ),
    );
    place.clock.set(new Date('2024-07-01T02:00:00Z'));
    const { carried } = await unitsOfDay(place.db, place.tenant.clock.today());
    const posts = commune.posts.map((post) => ({ ...post, carries: carried.get(post.unitId) ?? [] }));
    const carrying = { ...commune, posts, current: posts[0] ?? null };
    expect(await read(chairman, id)).toMatchObject({ unitId: tree.otherCommune, state: 'late' });
    const village = actorWith('member', [tree.district, tree.commune, tree.village]);
    expect(await read(village, id)).toBeUndefined();
    await expect(
      as(village, (context, tx) => answerAsk(context, tx, { askId: id, words: 'Thôn trả lời.' })),
    ).rejects.toMatchObject({ type: steeringErrors.not_found });
    await as(carrying, (context, tx) => answerAsk(context, tx, { askId: id, words: 'Xã mới đã rà soát.' }));
    expect(await read(carrying, id)).toMatchObject({ state: 'answered' });
    await as(chairman, (context, tx) => acceptAsk(context, tx, { askId: id }));
    expect(await read(chairman, id)).toMatchObject({ state: 'accepted' });
  });
});
