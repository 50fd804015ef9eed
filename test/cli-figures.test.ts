import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClientConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarDate, vietnamDate } from '../src/kernel/dates.ts';
import { writeWorkbook } from '../src/kernel/documents/index.ts';
import { run } from '../src/main/cli/run.ts';
import { createForm, formSpecSchema, publishDraft } from '../src/modules/forms/index.ts';
import { makeYear } from '../src/modules/periods/index.ts';
import { defineGroups, unitTree } from '../src/modules/units/index.ts';
import { type TestTenant, testTenant } from './support/database.ts';
import { type SmallTree, smallTree } from './support/people.ts';

let place: TestTenant;
let folder: string;
let tree: SmallTree;
let officeKey: string;
/** The command line has the machine's clock. */
const year = Number(vietnamDate(new Date()).slice(0, 4));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'danbiet-cli-figures-'));
  place = await testTenant();
  tree = await smallTree(place);
  await place.db.transaction(async (tx) => {
    const context = place.context();
    const rules = [{ kinds: ['ubnd' as const], tier: 'xã' }];
    await defineGroups(context, tx, {
      groups: [{ key: 'communes', name: 'UBND các xã', aliases: [], rules, exceptKeys: [] }],
    });
    await makeYear(context, tx, {
      year,
      kinds: ['year'],
      regime: 'calendar_year',
      dueWithin: 4,
      lockWithin: 5,
    });
  });
  const units = await unitTree(place.db, place.tenant.clock.today());
  officeKey = units.find(({ id }) => id === tree.office)?.key ?? '';
});
afterAll(async () => {
  await place.close();
  await rm(folder, { recursive: true, force: true });
});

function urlOf({ user, database, host }: ClientConfig): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`;
}

async function danBiet(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const env = {
    DATA_DIR: place.dataDir,
    DATABASE_URL: urlOf(place.appConnection as ClientConfig),
    DATABASE_OWNER_URL: urlOf(place.owner),
  };
  const streams = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await run([...args, '--json'], env, streams);
  // biome-ignore lint/suspicious/noExplicitAny: an answer in JSON, whose fields the tests name
  return { code, data: JSON.parse(out.join('') || 'null') as any, err: err.join('\n') };
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const catalog = (parts: object) =>
  JSON.stringify({
    v: 1,
    title: 'Thử',
    figures: [
      {
        code: 'CT9.01',
        name: 'Số hồ sơ đã giải quyết',
        unitOfMeasure: 'hồ sơ',
        numberKind: 'count',
        dimension: 5,
        direction: 'up',
        enteredBy: ['group:communes'],
        owner: officeKey,
        periods: [{ kind: 'year' }],
        rollUp: 'sum',
        ...parts,
      },
    ],
  });

const HEADER = ['Mã chỉ tiêu', 'Kỳ', 'Đơn vị', 'Số liệu'];
const workbook = (rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  writeWorkbook({
    sheets: [
      {
        name: 'Biểu 1',
        columns: HEADER.map((header) => ({ header, width: 20, kind: 'text' as const })),
        rows: rows.map((row) => row.map(String)),
      },
    ],
  });

describe('a catalogue', () => {
  it('is loaded once; what stands already is kept', async () => {
    const file = await fileOf('danh-muc.json', catalog({}));
    expect(await danBiet('figures', 'define', file)).toMatchObject({ code: 0, data: { added: ['CT9.01'] } });
    expect((await danBiet('figures', 'define', file)).data).toEqual({ added: [], kept: ['CT9.01'] });
  });

  it('that names a unit the tenant has not, or is none, is refused with exit code 2', async () => {
    const unfit = await danBiet(
      'figures',
      'define',
      await fileOf('xa.json', catalog({ code: 'CT9.02', owner: 'x' })),
    );
    expect([unfit.code, unfit.data.error.code]).toEqual([2, 'figures.catalog_unfit']);
    const other = await danBiet('figures', 'define', await fileOf('khac.json', '{"figures":[]}'));
    expect([other.code, other.data.error.code]).toEqual([2, 'figures.catalog_unreadable']);
  });
});

describe('import', () => {
  it('tells of each error with its sheet and cell, saves nothing, and ends with exit code 2', async () => {
    const bytes = workbook([
      ['CT9.01', year, 'UBND xã Một', '1.234'],
      ['CT9.01', year, 'UBND xã Ba', '7'],
      ['CT9.01', year, 'UBND xã Hai', 'nhiều'],
    ]);
    const answer = await danBiet('figures', 'import', await fileOf('sai.xlsx', bytes));
    expect(answer.code).toBe(2);
    expect(answer.data).toMatchObject({
      applied: false,
      counts: { saved: 1, problem: 2 },
      problems: [
        { place: 'Biểu 1, C3', code: 'figures.unknown_unit' },
        { place: 'Biểu 1, D4', code: 'figures.wrong_shape' },
      ],
    });
    expect((await danBiet('figures', 'import', await fileOf('sai.xlsx', bytes), '--dry-run')).code).toBe(2);
  });

  it('tells in a dry run what it then does, and leaves what is the same', async () => {
    const file = await fileOf('dung.xlsx', workbook([['CT9.01', year, 'UBND xã Một', '1.234']]));
    expect(await danBiet('figures', 'import', file, '--dry-run')).toMatchObject({
      code: 0,
      data: { applied: false, counts: { saved: 1 } },
    });
    expect((await danBiet('figures', 'import', file)).data).toMatchObject({
      applied: true,
      counts: { saved: 1 },
    });
    expect((await danBiet('figures', 'import', file)).data.counts).toMatchObject({ saved: 0, unchanged: 1 });
  });

  it('tells the checks of forms that the values break, as they would stand, in a dry run', async () => {
    await place.db.transaction(async (tx) => {
      const column = (key: string, label: string) => ({ key, label, role: 'cells' as const });
      const cell = { kind: 'figure' as const, figure: 'CT9.01' };
      const spec = formSpecSchema.parse({
        v: 1,
        title: 'Kết quả giải quyết hồ sơ',
        header: 'Biểu BM.01',
        unitLine: '',
        dimension: 5,
        asked: { periods: [{ kind: 'year' }], by: { groups: ['communes'], kinds: [], unitIds: [] } },
        columns: [
          { key: 'c1', label: 'TT', role: 'order' },
          { key: 'c2', label: 'Đơn vị', role: 'label' },
          { ...column('c3', 'Đã giải quyết'), cell },
        ],
        rows: { kind: 'units' },
        checks: [
          {
            key: 'k1',
            severity: 'warning',
            expr: 'c3 < 1000',
            message: { vi: 'Trên 1.000 hồ sơ.', en: 'Over 1,000.' },
          },
        ],
        notes: [],
      });
      const code = 'BM.01';
      const formId = await createForm(place.context(), tx, { code, ownerUnitId: tree.office, spec });
      const fromOn = calendarDate('2023-01-01');
      await publishDraft(place.context(), tx, { formId, revision: 1, fromOn, confirmed: true });
    });
    const told = {
      checksTotal: 1,
      checks: [
        {
          form: 'BM.01',
          orgUnitName: 'UBND xã Hai',
          period: String(year),
          severity: 'warning',
          cells: [{ cell: 'u.c3', dataElement: 'CT9.01' }],
        },
      ],
    };
    const file = await fileOf('canh-bao.xlsx', workbook([['CT9.01', year, 'UBND xã Hai', '1.500']]));
    expect(await danBiet('figures', 'import', file, '--dry-run')).toMatchObject({ code: 0, data: told });
    const small = await fileOf('it.xlsx', workbook([['CT9.01', year, 'UBND xã Hai', '15']]));
    expect((await danBiet('figures', 'import', small, '--dry-run')).data).toMatchObject({
      checks: [],
      checksTotal: 0,
    });
  });

  it('refuses to replace what was changed since the revision in the file', async () => {
    const csv = `Figure,Period,Unit,Value,Revision\nCT9.01,${year},UBND xã Một,9,0\n`;
    const answer = await danBiet('figures', 'import', await fileOf('cu.csv', csv));
    expect(answer.code).toBe(2);
    expect(answer.data.problems).toEqual([
      { place: 'D2', code: 'conflict', message: expect.stringContaining('Hệ thống') },
    ]);
  });

  it('refuses a file that holds no figures, or none at all, with exit code 2', async () => {
    const none = await danBiet('figures', 'import', await fileOf('khac.csv', 'A,B\n1,2\n'));
    expect([none.code, none.data.error.code]).toEqual([2, 'figures.import_no_header']);
    const json = await danBiet('figures', 'import', await fileOf('khac.json', '{"a":1}'));
    expect([json.code, json.data.error.code]).toEqual([2, 'figures.import_bad_json']);
    expect((await danBiet('figures', 'import', path.join(folder, 'khong-co.csv'))).code).toBe(2);
  });
});

describe('export', () => {
  it('writes what import reads back', async () => {
    const file = path.join(folder, 'ra.json');
    expect((await danBiet('figures', 'export', String(year), '--to', file)).data).toEqual({
      file,
      values: 1,
    });
    expect(JSON.parse(await readFile(file, 'utf8')).dataValues).toMatchObject([
      { dataElement: 'CT9.01', period: String(year), value: '1234', revision: 1 },
    ]);
    expect((await danBiet('figures', 'import', file)).data.counts).toMatchObject({
      unchanged: 1,
      problem: 0,
    });
  });

  it('needs a file of a kind it knows, in a folder that is there', async () => {
    expect((await danBiet('figures', 'export', String(year), '--to', 'so-lieu.txt')).code).toBe(64);
    const lost = await danBiet('figures', 'export', String(year), '--to', path.join(folder, 'x/y.csv'));
    expect([lost.code, lost.data.error.code]).toEqual([1, 'cli.file_unwritable']);
  });
});
