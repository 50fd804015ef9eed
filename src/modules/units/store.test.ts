import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import {
  changeUnit,
  changeUnitInput,
  childrenOf,
  closeUnit,
  contactOn,
  createUnit,
  createUnitInput,
  defineGroups,
  defineTiers,
  mergeUnits,
  mergeUnitsInput,
  placeIn,
  predecessorsOf,
  publishContact,
  splitUnit,
  successorsOf,
  unitById,
  unitDirectory,
  unitErrors,
  unitsInGroup,
  unitsOfDay,
  unitTree,
} from './index.ts';
import { contactsOf } from './queries/contacts.ts';

const d = calendarDate;
let it_: TestTenant;

async function create(fields: Record<string, unknown>): Promise<string> {
  const input = createUnitInput.parse({ kind: 'ubnd', tier: 'xã', from: '2021-01-01', ...fields });
  return (await it_.db.transaction((tx) => createUnit(it_.context(), tx, input))).id;
}

beforeAll(async () => {
  it_ = await testTenant();
  await it_.db.transaction((tx) =>
    defineTiers(it_.context(), tx, { names: ['tỉnh', 'huyện', 'xã', 'thôn'] }),
  );
});
afterAll(() => it_.close());

describe('units in the database', () => {
  it('reads a tree as it stood on each day of a rename, a move and a merger', async () => {
    const root = await create({ name: 'UBND huyện Ân Thi', tier: 'huyện', code: '329' });
    const quangVinh = await create({ name: 'UBND xã Quang Vinh', parentId: root, code: '12163' });
    const tanPhuc = await create({ name: 'UBND xã Tân Phúc', parentId: root, code: '12157' });
    const village = await create({ name: 'Thôn Đỗ Mỹ', kind: 'thon', tier: 'thôn', parentId: tanPhuc });
    const merged = await it_.db.transaction((tx) =>
      mergeUnits(
        it_.context(),
        tx,
        mergeUnitsInput.parse({
          sourceIds: [quangVinh, tanPhuc],
          on: '2024-12-01',
          act: 'NQ 1248/NQ-UBTVQH15',
          into: { name: 'UBND xã Quang Vinh', code: '12157', kind: 'ubnd', tier: 'xã', parentId: root },
        }),
      ),
    );
    expect(merged.movedIds).toEqual([village]);
    const before = await unitTree(it_.db, d('2024-11-30'));
    const after = await unitTree(it_.db, d('2024-12-01'));
    expect(before.map((unit) => [unit.id, unit.lineage.length])).toEqual([
      [root, 1],
      [quangVinh, 2],
      [tanPhuc, 2],
      [village, 3],
    ]);
    expect(after.map((unit) => [unit.id, unit.code])).toEqual([
      [root, '329'],
      [merged.id, '12157'],
      [village, null],
    ]);
    expect(before[1]).toMatchObject({ validFrom: '2021-01-01', validTo: '2024-11-30' });
    expect(await successorsOf(it_.db, tanPhuc, d('2024-11-30'))).toEqual([tanPhuc]);
    expect(await successorsOf(it_.db, tanPhuc, d('2025-01-01'))).toEqual([merged.id]);
    expect((await predecessorsOf(it_.db, merged.id, d('2025-01-01'))).sort()).toEqual(
      [quangVinh, tanPhuc].sort(),
    );
    const [last, first] = [
      await unitsOfDay(it_.db, d('2024-11-30')),
      await unitsOfDay(it_.db, d('2024-12-01')),
    ];
    expect([last.carried.get(merged.id), [...(first.carried.get(merged.id) ?? [])].sort()]).toEqual([
      undefined,
      [quangVinh, tanPhuc].sort(),
    ]);
    expect([placeIn(last, tanPhuc).lineage, placeIn(first, tanPhuc).lineage]).toEqual([
      [root, tanPhuc],
      [root, tanPhuc],
    ]);
    expect([first.carrier.get(tanPhuc), placeIn(first, village).lineage]).toEqual([
      merged.id,
      [root, merged.id, village],
    ]);
    expect((await unitById(it_.db, village, d('2024-12-01')))?.lineage).toEqual([root, merged.id, village]);
    expect(await unitById(it_.db, tanPhuc, d('2024-12-01'))).toBeUndefined();
    expect((await childrenOf(it_.db, merged.id, d('2025-01-01'))).map((unit) => unit.id)).toEqual([village]);
  });

  it('gives other rooms the lineage and the name of a unit on a day', async () => {
    const root = await create({ name: 'UBND huyện B', tier: 'huyện' });
    const unit = await create({ name: 'Tên cũ', parentId: root, from: '2022-01-01' });
    const change = changeUnitInput.parse({
      unitId: unit,
      from: '2023-01-01',
      name: 'Tên mới',
      kind: 'ubnd',
      tier: 'xã',
    });
    await it_.db.transaction((tx) => changeUnit(it_.context(), tx, change));
    const read = (at: string) =>
      it_.db.one(
        query({ lineage: 'uuid[]', name: 'text?' })`select units_lineage(${unit}, ${at}::date) as lineage,
          units_name(${unit}, ${at}::date) as name`,
      );
    expect(await read('2021-12-31')).toEqual({ lineage: [], name: 'Tên cũ' });
    expect(await read('2022-06-01')).toEqual({ lineage: [root, unit], name: 'Tên cũ' });
    expect(await read('2023-01-01')).toEqual({ lineage: [unit], name: 'Tên mới' });
  });

  it('refuses in the database itself two versions of one unit on a day, one code twice, and a circle', async () => {
    const a = await create({ name: 'A', code: 'X1' });
    const b = await create({ name: 'B', parentId: a });
    const insert = (unit: string, code: string | null, parent: string | null) =>
      it_.db.transaction((tx) =>
        tx.run(sql`insert into units_version (id, unit_id, valid, code, name, kind, tier, parent_id)
          values (${newId()}, ${unit}, daterange('2024-01-01', null), ${code}, 'x', 'ubnd', 'xã', ${parent})`),
      );
    await expect(insert(a, null, null)).rejects.toMatchObject({ type: unitErrors.overlapping });
    await expect(
      it_.db.transaction((tx) => tx.run(sql`update units_version set code = 'X1' where unit_id = ${b}`)),
    ).rejects.toMatchObject({ type: unitErrors.overlapping });
    await expect(
      it_.db.transaction((tx) => tx.run(sql`update units_version set parent_id = ${b} where unit_id = ${a}`)),
    ).rejects.toMatchObject({ type: unitErrors.cycle });
  });

  it('lets only one of two changes through that together would form a circle', async () => {
    const a = await create({ name: 'Vòng A' });
    const b = await create({ name: 'Vòng B' });
    const under = (unit: string, parent: string) =>
      it_.db.transaction((tx) =>
        tx.run(sql`update units_version set parent_id = ${parent} where unit_id = ${unit}`),
      );
    const outcomes = await Promise.allSettled([under(a, b), under(b, a)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses to end a unit before the merger that is recorded of it, and says from which day', async () => {
    const a = await create({ name: 'Sáp nhập sau' });
    const merge = (on: string) =>
      it_.db.transaction((tx) =>
        mergeUnits(
          it_.context(),
          tx,
          mergeUnitsInput.parse({
            sourceIds: [a],
            on,
            act: 'NQ',
            into: { name: `Mới ${on}`, kind: 'ubnd', tier: 'xã' },
          }),
        ),
      );
    await merge('2024-06-01');
    await expect(merge('2024-03-01')).rejects.toMatchObject({
      type: unitErrors.changes_later,
      params: { date: '01/06/2024' },
    });
  });

  it('refuses to close a unit while others stand under it, and closes it once they have ended', async () => {
    const root = await create({ name: 'C' });
    const child = await create({ name: 'Thôn C1', kind: 'thon', tier: 'thôn', parentId: root });
    const close = (unitId: string) =>
      it_.db.transaction((tx) =>
        closeUnit(it_.context(), tx, { unitId, lastDay: d('2024-06-30'), act: 'QĐ 1' }),
      );
    await expect(close(root)).rejects.toMatchObject({ type: unitErrors.still_has_children });
    await close(child);
    await close(root);
    expect(await unitById(it_.db, root, d('2024-07-01'))).toBeUndefined();
  });

  it('splits a unit and follows its work to the parts, the rest staying when it continues', async () => {
    const unit = await create({ name: 'D' });
    const { partIds } = await it_.db.transaction((tx) =>
      splitUnit(it_.context(), tx, {
        unitId: unit,
        on: d('2024-03-01'),
        act: 'NQ 2',
        continues: true,
        parts: [{ name: 'D mới', code: null, shortNames: [] }],
        childTo: {},
      }),
    );
    expect(await successorsOf(it_.db, unit, d('2024-03-01'))).toEqual([unit, ...partIds]);
    // Of all whose work came to a unit, it carries on those that do not stand: this one gave parts away and stands itself.
    for (const day of ['2024-01-31', '2024-03-01', '2025-06-01'].map(d)) {
      const { byId, carried, names } = await unitsOfDay(it_.db, day);
      for (const id of names.keys())
        expect([...(carried.get(id) ?? [])].sort()).toEqual(
          (await predecessorsOf(it_.db, id, day)).filter((one) => !byId.has(one)).sort(),
        );
    }
  });

  it('shows the contact of the day and keeps what was published before', async () => {
    const unit = await create({ name: 'E' });
    for (const [from, phone] of [
      ['2023-01-01', '0221 1'],
      ['2024-01-01', '0221 2'],
    ] as const)
      await it_.db.transaction((tx) =>
        publishContact(it_.context(), tx, {
          unitId: unit,
          validFrom: d(from),
          headTitle: 'Chủ tịch',
          phone,
          email: null,
        }),
      );
    expect((await contactOn(it_.db, unit, d('2023-12-31')))?.phone).toBe('0221 1');
    expect((await contactOn(it_.db, unit, d('2024-01-01')))?.phone).toBe('0221 2');
    expect(await contactOn(it_.db, unit, d('2022-12-31'))).toBeUndefined();
    expect(await contactsOf(it_.db, unit)).toHaveLength(2);
  });

  it('reads a group as the units its rule means on the day', async () => {
    const front = await create({ name: 'MTTQ xã F', kind: 'mttq', key: 'mttq-f' });
    const other = await create({ name: 'MTTQ xã G', kind: 'mttq', key: 'mttq-g' });
    await it_.db.transaction((tx) =>
      defineGroups(it_.context(), tx, {
        groups: [
          {
            key: 'fronts',
            name: 'UB MTTQ các xã',
            aliases: ['MTTQ xã'],
            rules: [{ kinds: ['mttq'], tier: 'xã' }],
            exceptKeys: ['mttq-g'],
          },
        ],
      }),
    );
    const ids = (await unitsInGroup(it_.db, 'fronts', d('2024-01-01'))).map((unit) => unit.id);
    expect(ids).toEqual([front]);
    expect(ids).not.toContain(other);
    const directory = await unitDirectory(it_.db, d('2024-01-01'));
    expect(directory.groups).toEqual([{ code: 'fronts', name: 'UB MTTQ các xã', aliases: ['MTTQ xã'] }]);
    expect(directory.units.find((unit) => unit.id === front)).toMatchObject({ kind: 'mttq' });
  });
});
