import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counting } from '../../../../test/support/counting.ts';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import {
  CONTENT,
  DECISION,
  type DisclosureWorld,
  disclosureWorld,
} from '../../../../test/support/disclosure-world.ts';
import { refusal } from '../../../../test/support/period-world.ts';
import { type Actor, systemActor } from '../../../kernel/authz.ts';
import { type CalendarDate, vietnamDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import { applyProposal, proposeEdit } from '../../calendar/index.ts';
import { closeUnit, closeUnitInput } from '../../units/index.ts';
import type { DeclarationInput } from '../domain/declaration.ts';
import { disclosureErrors } from '../errors.ts';
import { itemDetail } from '../queries/item-detail.ts';
import { exemptItem, sayNil, takeBackException } from './exceptions.ts';
import { openDueItems } from './open-due-items.ts';
import { publishItem } from './publish-item.ts';

let place: TestTenant;
let world: DisclosureWorld;

const other = (code: string, occasion: DeclarationInput['occasion']): DeclarationInput => ({
  ...DECISION,
  code,
  occasion,
});
const FOLLOWED: readonly DeclarationInput[] = [
  other('thu-theo-quy', { kind: 'period', period: 'quarter' }),
  other('thu-theo-nam', { kind: 'period', period: 'year' }),
  { ...other('thu-theo-mua', { kind: 'window', from: '05-01', to: '07-31' }), nil: false },
  other('thu-thuong-xuyen', { kind: 'standing', refresh: { amount: 10, unit: 'wd' } }),
];

beforeAll(async () => {
  place = await testTenant();
  world = await disclosureWorld(place);
  for (const declaration of FOLLOWED) await world.declare(declaration);
});
afterAll(() => place.close());

const openAll = (at = '2024-06-24T01:00') =>
  world.run(systemActor, (context, tx) => openDueItems(context, tx, vietnamDate(context.now)), at);
const itemsOf = (unitId: string) =>
  place.db.rows(query({ code: 'text', occurrence: 'text', dueOn: 'date', title: 'text' } as const)`
    select code, occurrence, due_on as "dueOn", title from disclosure_item where unit_id = ${unitId}
    order by event_on, code`);
const idOf = async (code: string, occurrence: string) =>
  (
    await place.db.one(query({ id: 'uuid' })`
      select id from disclosure_item where unit_id = ${world.tree.commune} and code = ${code} and occurrence = ${occurrence}`)
  ).id;

describe('items that open by themselves', () => {
  it('are those of periods, seasons and standing content that have begun, for units that are asked; once', async () => {
    expect(await openAll()).toBe(10);
    expect(await openAll()).toBe(0);
    expect(
      (await itemsOf(world.tree.commune)).map(({ code, occurrence, dueOn }) => [code, occurrence, dueOn]),
    ).toEqual([
      ['thu-thuong-xuyen', 'standing', '2024-01-08'],
      ['thu-theo-quy', '2024Q1', '2024-04-05'],
      ['thu-theo-quy', '2024Q2', '2024-07-05'],
      ['thu-theo-mua', '2024-05-01..2024-07-31', '2024-08-07'],
      ['thu-theo-nam', '2024', '2025-01-08'],
    ]);
    expect(await itemsOf(world.tree.village)).toEqual([]);
    expect(await itemsOf(world.tree.district)).toEqual([]);
    const [, quarter] = await itemsOf(world.tree.otherCommune);
    expect(quarter?.title).toBe('Quyết định về các khoản thu, quý I năm 2024');
    expect(await openAll('2024-07-01T01:00')).toBe(2);
  });

  it('take the same number of statements for many as for few', async () => {
    const count = (today: string) =>
      world.run(systemActor, async (context, tx) => {
        const counted = counting(tx);
        const made = await openDueItems(context, counted.tx, today as CalendarDate);
        return [made, counted.count()] as const;
      });
    const [few, fewStatements] = await count('2024-10-01');
    const [many, manyStatements] = await count('2027-01-01');
    expect([few, many > few * 5]).toEqual([2, true]);
    expect(manyStatements).toBe(fewStatements);
  });

  it('are not opened for a unit that ended before; what was opened earlier stays readable', async () => {
    await world.run(systemActor, (context, tx) =>
      closeUnit(
        context,
        tx,
        closeUnitInput.parse({ unitId: world.tree.otherCommune, lastDay: '2027-01-15', act: 'NQ 1' }),
      ),
    );
    const before = (await itemsOf(world.tree.otherCommune)).length;
    await openAll('2027-04-02T01:00');
    expect((await itemsOf(world.tree.otherCommune)).length).toBe(before);
    const { id } = await place.db.one(query({ id: 'uuid' })`
      select id from disclosure_item where unit_id = ${world.tree.otherCommune} limit 1`);
    const detail = await itemDetail(place.db, id, { day: world.day('2027-04-02'), asOf: null });
    expect(detail?.item.unitId).toBe(world.tree.otherCommune);
    // Whoever carries its work on answers for what it left, and nobody else.
    const left = await place.db.one(query({ id: 'uuid' })`
      select id from disclosure_item where unit_id = ${world.tree.otherCommune} and code = 'thu-theo-quy' limit 1`);
    const sayNilAs = (actor: Actor) =>
      world.run(
        actor,
        (context, tx) => sayNil(context, tx, { itemId: left.id, reason: 'Quý này không có khoản thu mới' }),
        '2027-04-02T01:00',
      );
    expect(await refusal(sayNilAs(world.clerk))).toBe(disclosureErrors.may_not_write);
    const carries = [world.tree.otherCommune];
    await sayNilAs({ ...world.clerk, posts: world.clerk.posts.map((post) => ({ ...post, carries })) });
  });
});

describe('village heads', () => {
  const placesOf = (unitId: string) =>
    place.db.rows(query({ name: 'text', untilOn: 'date?' } as const)`
      select name, until_on as "untilOn" from disclosure_place where unit_id = ${unitId} and kind = 'village_heads'`);

  it('are a place of each unit whose items must be sent to them, once, and stay as the unit left them', async () => {
    const sent = { kind: 'village_heads', required: 'yes', lasts: 'once' } as const;
    const told: DeclarationInput = {
      ...DECISION,
      code: 'gui-truong-thon',
      regimes: DECISION.regimes.map((regime) => ({ ...regime, places: [...regime.places, sent] })),
    };
    const { commune } = world.tree;
    await world.item({ eventOn: '2024-06-11' });
    expect(await placesOf(commune)).toEqual([]);
    await world.declare(told);
    await world.declare({ ...told, code: 'gui-theo-nam', occasion: { kind: 'period', period: 'year' } });
    const itemId = await world.item({ code: 'gui-truong-thon', eventOn: '2024-06-11' });
    const heads = [{ name: 'Trưởng thôn, tổ trưởng tổ dân phố', untilOn: null }];
    expect(await placesOf(commune)).toEqual(heads);
    const detail = await itemDetail(place.db, itemId, { day: world.day('2024-06-24'), asOf: null });
    expect(detail?.facts.places.find(({ kind }) => kind === 'village_heads')?.placeId).toBeTruthy();
    await place.db.pool.query(
      `update disclosure_place set until_on = '2024-06-30' where kind = 'village_heads'`,
    );
    await openAll();
    expect(await placesOf(commune)).toEqual([{ ...heads[0], untilOn: '2024-06-30' }]);
  });

  it('are there for every unit of which items open by themselves', async () => {
    expect(await placesOf(world.tree.otherCommune)).toHaveLength(1);
    expect(await placesOf(world.tree.district)).toEqual([]);
  });
});

describe('an event', () => {
  const open = (parts: object = {}) =>
    refusal(world.item({ ...parts } as Parameters<DisclosureWorld['item']>[0]));
  it('opens an item for its day, numbered, with a due that explains itself', async () => {
    const first = await world.item({ eventOn: '2024-06-19' });
    await world.item({ eventOn: '2024-06-19', title: 'Quyết định 16' });
    const detail = await itemDetail(place.db, first, { day: world.day('2024-06-24'), asOf: null });
    expect(detail?.item).toMatchObject({ occurrence: '2024-06-19#1', dueOn: '2024-06-26' });
    expect(detail?.item.due.explanation.vi).toContain('5 ngày làm việc');
    expect((await itemsOf(world.tree.commune)).map(({ occurrence }) => occurrence)).toContain('2024-06-19#2');
  });

  it('is refused for another occasion, day, unit or obligation', async () => {
    expect(await open({ code: 'khong-co' })).toBe(disclosureErrors.unknown_obligation);
    expect(await open({ code: 'thu-theo-quy' })).toBe(disclosureErrors.not_an_event);
    expect(await open({ eventOn: '2024-06-25' })).toBe(disclosureErrors.event_ahead);
    expect(await open({ eventOn: '2023-12-31' })).toBe(disclosureErrors.not_bound_then);
    expect(await open({ unitId: world.tree.village })).toBe(disclosureErrors.unit_not_asked);
  });
});

describe('exceptions', () => {
  const at = '2024-06-24T09:00';
  const nil = async (itemId: string, actor = world.clerk) =>
    world.run(actor, (context, tx) => sayNil(context, tx, { itemId, reason: 'Quý này xã không thu' }), at);
  const exempt = async (itemId: string, actor = world.standing) =>
    world.run(
      actor,
      (context, tx) => exemptItem(context, tx, { itemId, reason: 'Xã không có khoản thu' }),
      at,
    );
  const back = async (itemId: string, actor = world.clerk) =>
    world.run(actor, (context, tx) => takeBackException(context, tx, { itemId, reason: 'Ghi nhầm' }), at);
  const state = async (itemId: string) =>
    (await itemDetail(place.db, itemId, { day: world.day('2024-06-24'), asOf: null }))?.state;
  const shown = async (itemId: string) =>
    place.db.row(query({ summary: 'text', body: 'json' } as const)`
      select summary, body from disclosure_public where item_id = ${itemId}`);

  it('“nothing arose” is an answer that the portal shows, and is taken back', async () => {
    const itemId = await idOf('thu-theo-quy', '2024Q1');
    expect(await refusal(nil(itemId, world.otherClerk))).toBe(disclosureErrors.may_not_write);
    await nil(itemId);
    expect(await state(itemId)).toBe('nil');
    expect(await shown(itemId)).toMatchObject({
      body: { nil: { reason: 'Quý này xã không thu' }, fields: [] },
    });
    expect(await refusal(nil(itemId))).toBe(disclosureErrors.said_nil);
    const publish = () =>
      world.run(world.clerk, (context, tx) =>
        publishItem(context, tx, { itemId, content: CONTENT, summary: 'Mức thu', files: [] }, place.files),
      );
    expect(await refusal(publish())).toBe(disclosureErrors.said_nil);
    await back(itemId);
    expect(await shown(itemId)).toBeUndefined();
    expect(await refusal(back(itemId))).toBe(disclosureErrors.no_exception);
    await publish();
    expect(await refusal(nil(itemId))).toBe(disclosureErrors.published_already);
  });

  it('only where the declaration takes it as an answer', async () => {
    const itemId = await idOf('thu-theo-mua', '2024-05-01..2024-07-31');
    expect(await refusal(nil(itemId))).toBe(disclosureErrors.nil_no_answer);
  });

  it('an exemption is for whoever follows the tree, never for one’s own unit, and shows nothing', async () => {
    const itemId = await idOf('thu-theo-nam', '2024');
    for (const actor of [world.clerk, world.front, world.villageHead])
      expect(await refusal(exempt(itemId, actor))).toBe(disclosureErrors.may_not_exempt);
    await exempt(itemId);
    expect([await state(itemId), await shown(itemId)]).toEqual(['exempt', undefined]);
    expect(await refusal(exempt(itemId, world.leader))).toBe(disclosureErrors.is_exempt);
    expect(await refusal(nil(itemId))).toBe(disclosureErrors.is_exempt);
    expect(await refusal(back(itemId))).toBe(disclosureErrors.may_not_exempt);
    await back(itemId, world.leader);
    expect(await state(itemId)).toBe('not_due');
  });
});

describe('a calendar that changes', () => {
  it('moves the dues of what is not published, and a past day still reads the day before', async () => {
    const itemId = await world.item({ eventOn: '2024-06-20' });
    const dueOn = async (asOf: Date | null) =>
      (await itemDetail(place.db, itemId, { day: world.day('2024-06-24'), asOf }))?.item.dueOn;
    expect(await dueOn(null)).toBe('2024-06-27');
    const done = await world.run(
      systemActor,
      async (context, tx) => {
        await proposeEdit(context, tx, {
          type: 'day_off',
          date: world.day('2024-06-26'),
          source: 'QĐ 1/QĐ-TTg',
          nameVi: 'Nghỉ thêm',
          nameEn: '',
          kind: 'statutory',
          status: 'CONFIRMED',
        });
        return context.now;
      },
      '2024-06-25T09:00',
    );
    await world.run(
      systemActor,
      (context, tx) => applyProposal(context, tx, { revision: 1, note: 'QĐ 1/QĐ-TTg' }),
      '2024-06-25T10:00',
    );
    expect(await dueOn(null)).toBe('2024-06-28');
    expect(await dueOn(done)).toBe('2024-06-27');
  });
});
