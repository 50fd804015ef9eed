import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counting } from '../../../../test/support/counting.ts';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import {
  CONTENT,
  DECISION,
  type DisclosureWorld,
  disclosureWorld,
} from '../../../../test/support/disclosure-world.ts';
import { systemActor } from '../../../kernel/authz.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { createUnit, createUnitInput } from '../../units/index.ts';
import { openDueItems } from '../commands/open-due-items.ts';
import { postAt } from '../commands/post-at.ts';
import { publishItem } from '../commands/publish-item.ts';
import { boardItems, complianceBySubDimension } from './compliance-board.ts';
import { readableItems } from './readable.ts';

let it_: TestTenant;
let world: DisclosureWorld;
const DAY = calendarDate('2024-06-24');
const wanted = { unitIds: null, day: DAY, asOf: null };

beforeAll(async () => {
  it_ = await testTenant();
  it_.clock.set(new Date('2024-06-24T02:00:00Z'));
  world = await disclosureWorld(it_);
});
afterAll(() => it_.close());

const statements = (): Promise<number> =>
  it_.db.transaction(async (tx) => {
    const counted = counting(tx);
    await boardItems(counted.tx, wanted);
    return counted.count();
  });

describe('the facts of the board', () => {
  it('cost as many statements for 104 units and 40 obligations as for one item', async () => {
    const itemId = await world.published(CONTENT, '2024-06-20T09:00');
    const placeId = await world.place();
    await world.run(world.clerk, async (context, tx) =>
      postAt(context, tx, { itemId, placeId, postedOn: DAY, proof: await world.photo() }, it_.files),
    );
    await statements();
    const before = await statements();
    await world.run(systemActor, async (context, tx) => {
      for (let n = 1; n <= 102; n += 1) {
        const facts = { name: `UBND xã số ${n}`, kind: 'ubnd', tier: 'xã', parentId: world.tree.district };
        await createUnit(context, tx, createUnitInput.parse({ ...facts, from: '2021-01-01' }));
      }
    });
    for (let n = 1; n <= 40; n += 1)
      await world.declare({
        ...DECISION,
        code: `ky-${n}`,
        papi: { dimension: (n % 4) + 1 },
        occasion: { kind: 'period', period: 'half', only: [1] },
      });
    const made = await world.run(systemActor, (context, tx) => openDueItems(context, tx, DAY));
    expect(made).toBe(104 * 40);
    // The first reading also learns the new terms, which are kept in memory.
    await statements();
    expect(await statements()).toBe(before);
    expect(before).toBeLessThan(20);
  });

  it('give a line for each part of the index, with the share that is proven', async () => {
    const parts = await it_.db.transaction((tx) => complianceBySubDimension(tx, wanted));
    expect(parts.map(({ dimension, subDimension }) => subDimension ?? dimension)).toEqual([
      1,
      2,
      '2.1',
      3,
      4,
    ]);
    expect(parts.find(({ subDimension }) => subDimension === '2.1')).toMatchObject({
      dimension: 2,
      tally: { asked: 1, proven: 0 },
    });
    expect(parts[0]).toMatchObject({ provenShare: null, tally: { ahead: 104 * 10 } });
  });

  it('say of a table that it can be read only where it has rows', async () => {
    await world.declare({
      ...DECISION,
      code: 'co-bang',
      fields: [
        { key: 'so', label: { vi: 'Số', en: 'Number' }, kind: 'text' },
        {
          key: 'bang',
          label: { vi: 'Bảng', en: 'Table' },
          kind: 'table',
          required: false,
          columns: [{ key: 'ten', label: { vi: 'Tên', en: 'Name' }, kind: 'text' }],
        },
      ],
    });
    const publish = async (bang: { ten: string }[]): Promise<string> => {
      const itemId = await world.item({ code: 'co-bang' });
      const content = { v: 1 as const, fields: { so: '1', bang } };
      await world.run(world.clerk, (context, tx) =>
        publishItem(context, tx, { itemId, content, summary: 'Thử.', files: [] }, it_.files),
      );
      return itemId;
    };
    const [full, bare] = [await publish([{ ten: 'Một' }]), await publish([])];
    const plain = await world.published();
    const silent = await world.item({ title: 'Chưa công bố' });
    const readable = await it_.db.transaction((tx) => readableItems(tx, [full, bare, plain, silent], null));
    expect([...readable].sort()).toEqual([full, plain].sort());
  });
});
