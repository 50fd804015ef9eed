import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../../test/support/database.ts';
import { calendarDate } from '../../../kernel/dates.ts';
import { query } from '../../../kernel/db/sql.ts';
import {
  contactOn,
  type ImportOutcome,
  importUnits,
  successorsOf,
  unitErrors,
  unitsInGroup,
  unitTree,
} from '../index.ts';

const d = calendarDate;
const EXAMPLE = new URL('../../../../reference/example/', import.meta.url);
let world: TestTenant;

beforeAll(async () => {
  world = await testTenant();
});
afterAll(() => world.close());

function load(fileName: string, content: string | Uint8Array, dryRun = false): Promise<ImportOutcome> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return world.db.transaction((tx) => importUnits(world.context(), tx, { fileName, bytes, dryRun }));
}

const HEADER = 'Khóa,Mã,Tên,Loại,Cấp,Đơn vị cấp trên,Từ ngày,Đến ngày,Tên gọi khác';

async function auditCount(): Promise<number> {
  return (await world.db.one(query({ n: 'bigint' })`select count(*) as n from kernel_audit`)).n;
}

describe('importing the example district', () => {
  it('tells in a dry run what would happen and changes nothing', async () => {
    const units = await readFile(new URL('units.json', EXAMPLE));
    const outcome = await load('units.json', units, true);
    expect(outcome.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(outcome).toMatchObject({ applied: false, counts: { new: 167, changed: 0, closed: 0 } });
    expect(await unitTree(world.db, d('2024-06-24'))).toEqual([]);
    expect(await auditCount()).toBe(0);
  });

  it('reads 21 communes in June 2024, 18 at the end of 2024 and 5 from July 2025', async () => {
    await load('units.json', await readFile(new URL('units.json', EXAMPLE)));
    await load('groups.json', await readFile(new URL('groups.json', EXAMPLE)));
    const communes = async (on: string): Promise<number> =>
      (await unitsInGroup(world.db, 'communes', d(on))).length;
    expect(await communes('2024-06-24')).toBe(21);
    expect(await communes('2024-12-31')).toBe(18);
    expect(await communes('2025-07-01')).toBe(5);
  });

  it('keeps a code apart from the unit that carries it: 12157 is Tân Phúc, then Quang Vinh', async () => {
    const holder = async (on: string) =>
      (await unitTree(world.db, d(on))).find((unit) => unit.kind === 'ubnd' && unit.code === '12157');
    const before = await holder('2024-11-30');
    const after = await holder('2024-12-01');
    expect(before?.name).toBe('UBND xã Tân Phúc');
    expect(after?.name).toBe('UBND xã Quang Vinh');
    expect(after?.id).not.toBe(before?.id);
    expect(await successorsOf(world.db, before?.id ?? '', d('2024-12-01'))).toEqual([after?.id]);
    const last = await successorsOf(world.db, before?.id ?? '', d('2025-07-01'));
    expect(last).toHaveLength(1);
    expect(last).not.toEqual([after?.id]);
  });

  it('publishes contacts and changes nothing when the same file comes again', async () => {
    const tree = await unitTree(world.db, d('2024-06-24'));
    const district = tree.find((unit) => unit.key === 'ubnd-huyen-an-thi');
    expect(await contactOn(world.db, district?.id ?? '', d('2024-06-24'))).toMatchObject({
      headTitle: 'Chủ tịch UBND huyện',
    });
    const again = await load('units.json', await readFile(new URL('units.json', EXAMPLE)));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, closed: 0, unchanged: 167, contacts: 0 });
    expect(await unitTree(world.db, d('2024-06-24'))).toEqual(tree);
  });
});

describe('importing a sheet', () => {
  it('finds units without a key by their code or name on the day, and closes one whose line has an end', async () => {
    const csv = [
      HEADER,
      ',,Hội Nông dân huyện,Đoàn thể,huyện,,01/01/2024,,HND; Hội ND',
      ',99001,Trạm A,su_nghiep,huyện,,01/02/2024,,',
    ].join('\n');
    expect((await load('a.csv', csv)).counts).toMatchObject({ new: 2 });
    const closing = [HEADER, ',99001,Trạm A,su_nghiep,huyện,,01/02/2024,31/05/2024,'].join('\n');
    const outcome = await load('b.csv', closing);
    expect(outcome.counts).toMatchObject({ new: 0, closed: 1 });
    const names = (await unitTree(world.db, d('2024-06-24'))).map((unit) => unit.name);
    expect(names).toContain('Hội Nông dân huyện');
    expect(names).not.toContain('Trạm A');
  });

  it('renames a unit from a day when a later line carries the same key', async () => {
    const csv = [
      HEADER,
      'tram-b,99002,Trạm B,su_nghiep,huyện,329,01/01/2024,31/03/2024,',
      'tram-b,99002,Trung tâm B,su_nghiep,huyện,329,01/04/2024,30/06/2025,',
    ].join('\n');
    await load('c.csv', csv);
    const name = async (on: string) =>
      (await unitTree(world.db, d(on))).find((unit) => unit.key === 'tram-b')?.name;
    expect(await name('2024-03-31')).toBe('Trạm B');
    expect(await name('2024-04-01')).toBe('Trung tâm B');
    expect((await load('c.csv', csv)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  });

  it('keeps what the file has no column for: code, other names and the unit above', async () => {
    const find = async (on: string) =>
      (await unitTree(world.db, d(on))).find((unit) => unit.key === 'xa-bai-say');
    const before = await find('2024-05-31');
    await load(
      'renamed.csv',
      'Khóa,Tên,Loại,Cấp,Từ ngày\nxa-bai-say,UBND xã Bãi Sậy (đổi tên),ubnd,xã,01/06/2024',
    );
    const { name: _, ...rest } = (await find('2024-06-01')) ?? { name: '' };
    expect(before).toMatchObject(rest);
    await load('back.csv', 'Khóa,Tên,Loại,Cấp,Từ ngày\nxa-bai-say,UBND xã Bãi Sậy,ubnd,xã,01/06/2024');
  });

  it('names the cell of every problem, suggests the nearest unit, and saves nothing', async () => {
    const csv = [
      HEADER,
      ',,Thôn Một,thôn,thôn,UBND xã Bãi Say,01/01/2024,,',
      ',,Thôn Hai,hợp tác xã,thôn,UBND xã Bãi Sậy,01/01/2024,,',
      ',,Thôn Ba,thôn,thôn,UBND xã Bãi Sậy,30/02/2024,,',
      ',,,thôn,thôn,UBND xã Bãi Sậy,01/01/2024,,',
      ',,Thôn Bốn,thôn,thôn,UBND xã Bãi Sậy,01/01/2024,31/12/2026,',
    ].join('\n');
    const before = await auditCount();
    const dry = await load('d.csv', csv, true);
    const errors = dry.problems.filter((problem) => problem.severity === 'error');
    expect(errors.map((problem) => problem.place)).toEqual(['D3', 'G4', 'C5', 'F2']);
    expect(errors.at(-1)?.params?.near).toContain('UBND xã Bãi Sậy');
    await expect(load('d.csv', csv)).rejects.toMatchObject({ type: unitErrors.import_has_errors });
    expect(await auditCount()).toBe(before);
  });

  it('refuses a period outside the life of the unit above, at the cell of that unit', async () => {
    const csv = [HEADER, ',,Thôn Năm,thôn,thôn,UBND xã Bãi Sậy,01/01/2024,31/12/2026,'].join('\n');
    const dry = await load('e.csv', csv, true);
    expect(dry.problems.map((problem) => problem.place)).toEqual(['F2']);
  });

  it('refuses one code for two units of a kind on the same day', async () => {
    const csv = [HEADER, 'x-1,12151,Xã giả,ubnd,xã,329,01/01/2024,,'].join('\n');
    const dry = await load('f.csv', csv, true);
    expect(dry.problems.map((problem) => problem.place)).toContain('B2');
  });

  it('never reopens a closed unit because an old file leaves its end empty', async () => {
    const csv = [HEADER, ',99001,Trạm A,su_nghiep,huyện,,01/02/2024,,'].join('\n');
    expect((await load('g.csv', csv)).counts).toMatchObject({ unchanged: 1, changed: 0 });
  });

  it('refuses a file without the needed columns, and JSON that is no list of units', async () => {
    await expect(load('h.csv', 'a,b\n1,2')).rejects.toMatchObject({ type: unitErrors.import_no_header });
    await expect(load('h.json', '{"units": 3}')).rejects.toMatchObject({ type: unitErrors.import_bad_json });
    await expect(load('h.json', '[{"name":')).rejects.toMatchObject({ type: unitErrors.import_bad_json });
  });
});
