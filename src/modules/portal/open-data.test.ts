import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { type SmallTree, smallTree } from '../../../test/support/people.ts';
import { plainBody, putPublicItem } from '../../../test/support/public-items.ts';
import { query } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import { openItemSchema, openListSchema } from './domain/open-data.ts';
import { dataLimits } from './limits-data.ts';

let it_: TestApp;
let tree: SmallTree;
let citizen: Visitor;
let key: string;
let itemId: string;
let namedId: string;

const label = (vi: string) => ({ vi, en: vi });

beforeAll(async () => {
  it_ = await testApp();
  tree = await smallTree(it_);
  citizen = it_.visitor();
  key = (
    await it_.db.one(query({ key: 'text' })`select key from portal_unit where unit_id = ${tree.commune}`)
  ).key;
  itemId = await putPublicItem(it_, {
    unitId: tree.commune,
    title: 'Dự toán, “2024” <thu & chi>',
    occurrence: '2024',
    body: {
      fields: [
        { key: 'so_quyet_dinh', label: label('Số quyết định'), kind: 'text', value: '12/QĐ-UBND' },
        {
          key: 'bang',
          label: label('Bảng thu, chi'),
          kind: 'table',
          columns: [
            { key: 'noi_dung', label: label('Nội dung'), kind: 'text' },
            { key: 'so_tien', label: label('Số tiền'), kind: 'amount' },
          ],
          rows: [
            { noi_dung: 'Tổng số thu', so_tien: 3_214_500_000 },
            { noi_dung: '=1+1, "x"', so_tien: null },
          ],
        },
      ],
    },
  });
  namedId = await putPublicItem(it_, { unitId: tree.commune, section: 'poverty', isIndexed: false });
  for (let n = 0; n < dataLimits.feed_entries + 2; n++) {
    it_.clock.advance(1000);
    await putPublicItem(it_, { unitId: tree.commune, section: 'land', title: `Đất số ${n}` });
  }
  await putPublicItem(it_, {
    unitId: tree.otherCommune,
    section: 'budget',
    isWithdrawn: true,
    title: 'Đã sai',
  });
});
afterAll(() => it_.close());

const bytes = async (path: string) => Buffer.from(await (await citizen.get(path)).arrayBuffer());

describe('an item', () => {
  it('comes as JSON that its schema describes, and says where the schema is', async () => {
    const response = await citizen.get(`/muc/${itemId}.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('etag')).toMatch(/^(W\/)?"/);
    const item = openItemSchema.parse(await response.json());
    expect(item).toMatchObject({
      id: itemId,
      title: 'Dự toán, “2024” <thu & chi>',
      unit: { name: 'UBND xã Một' },
    });
    const published = await citizen.get(new URL(item.$schema).pathname);
    const schema = (await published.json()) as z.core.JSONSchema.JSONSchema;
    expect(schema.$id).toBe(item.$schema);
    const read = z.fromJSONSchema(schema);
    expect(read.safeParse(item).success).toBe(true);
    expect(read.safeParse({ ...item, title: 4 }).success).toBe(false);
  });

  it('comes as CSV without byte order mark, with names of columns, and cells that no spreadsheet runs', async () => {
    const table = await bytes(`/muc/${itemId}/bang/bang.csv`);
    expect(table.toString('utf8')).toBe(`noi_dung,so_tien\r\nTổng số thu,3214500000\r\n"'=1+1, ""x""",\r\n`);
    const facts = (await bytes(`/muc/${itemId}.csv`)).toString('utf8').split('\r\n');
    expect(facts[0]).toBe('truong,ten,gia_tri');
    expect(facts).toContain('so_quyet_dinh,Số quyết định,12/QĐ-UBND');
    expect(facts).toContain('ngay_cong_khai,,2024-01-10');
  });

  it('whose names must not be found is marked so in its files as well', async () => {
    expect((await citizen.get(`/muc/${namedId}.json`)).headers.get('x-robots-tag')).toBe('noindex');
    expect((await citizen.get(`/muc/${itemId}.json`)).headers.get('x-robots-tag')).toBeNull();
  });

  it('that is not public, and a table it does not have, are not found', async () => {
    for (const path of [`/muc/${newId()}.json`, `/muc/${newId()}.csv`, `/muc/${itemId}/bang/khac.csv`])
      expect((await citizen.get(path)).status, path).toBe(404);
  });
});

describe('a section of a commune', () => {
  it('comes as CSV, JSON and workbook with the same items', async () => {
    const path = `/xa/${key}/nhom/dat-dai`;
    const list = openListSchema.parse(await (await citizen.get(`${path}.json`)).json());
    expect(list.items).toHaveLength(dataLimits.feed_entries + 2);
    expect(list.items[0]?.title).toBe(`Đất số ${dataLimits.feed_entries + 1}`);
    expect(list.next).toBeNull();
    const lines = (await bytes(`${path}.csv`)).toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(list.items.length + 1);
    expect(lines[0]).toMatch(/^ma_muc,don_vi,nhom,/);
    const xlsx = await bytes(`${path}.xlsx`);
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
  });

  it('of all communes is one list too; what was withdrawn says so', async () => {
    const list = openListSchema.parse(await (await citizen.get('/nhom/ngan-sach.json')).json());
    expect(list.unit).toBeNull();
    expect(list.items.find(({ title }) => title === 'Đã sai')).toMatchObject({
      isWithdrawn: true,
      summary: '',
    });
  });

  it('that is unknown, of an unknown commune or with a cursor that is none, is not found', async () => {
    for (const path of [
      `/xa/${key}/nhom/gia-vang.csv`,
      `/xa/${key}/nhom/vang.csv`,
      '/xa/khong-co/nhom/dat-dai.csv',
      `/xa/${key}/nhom/dat-dai.csv?truoc=x`,
    ])
      expect((await citizen.get(path)).status, path).toBe(404);
  });
});

describe('a feed', () => {
  /** Ids of the entries, and the address of the next page, as a real parser reads them. */
  function read(text: string): { ids: string[]; next: string | undefined } {
    const ids: string[] = [];
    let next: string | undefined;
    let inside = '';
    let depth = '';
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', (tag) => {
      if (tag.local === 'entry' || tag.local === 'item') depth = tag.local;
      inside = tag.local;
      if (tag.local === 'link' && tag.attributes.rel?.value === 'next') next = tag.attributes.href?.value;
    });
    parser.on('text', (words) => {
      if (depth !== '' && (inside === 'id' || inside === 'guid') && words.trim() !== '') ids.push(words);
    });
    parser.on('closetag', (tag) => {
      if (tag.local === depth) depth = '';
      inside = '';
    });
    parser.write(text).close();
    return { ids, next };
  }

  it.each(['atom', 'rss'])('as %s pages through everything once, with ids that stay', async (format) => {
    const first = await citizen.get(`/xa/${key}/nhom/dat-dai.${format}`);
    expect(first.headers.get('content-type')).toBe(`application/${format}+xml; charset=utf-8`);
    const one = read(await first.text());
    expect(one.ids).toHaveLength(dataLimits.feed_entries);
    const { pathname, search } = new URL(one.next ?? '');
    const two = read(await (await citizen.get(pathname + search)).text());
    expect(two).toMatchObject({ next: undefined });
    const ids = [...one.ids, ...two.ids];
    expect(new Set(ids).size).toBe(dataLimits.feed_entries + 2);
    for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });

  it('of the whole commune and of all communes exists, also where nothing is public yet', async () => {
    expect(read(await (await citizen.get(`/xa/${key}/tin-moi.atom`)).text()).ids.length).toBeGreaterThan(0);
    expect(read(await (await citizen.get('/tin-moi.rss')).text()).ids.length).toBeGreaterThan(0);
    expect(read(await (await citizen.get(`/xa/${key}/nhom/nghia-vu-quan-su.atom`)).text()).ids).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('names each data set with what DCAT-US asks, by section and by commune, with files that exist', async () => {
    const response = await citizen.get('/data.json');
    const body = (await response.json()) as {
      conformsTo: string;
      dataset: {
        identifier: string;
        title: string;
        license: string;
        accessLevel: string;
        publisher: { name: string };
        contactPoint: { fn: string };
        distribution: { downloadURL: string; mediaType: string }[];
      }[];
    };
    expect(body.conformsTo).toBe('https://project-open-data.cio.gov/v1.1/schema');
    expect(new Set(body.dataset.map(({ identifier }) => identifier)).size).toBe(body.dataset.length);
    for (const one of body.dataset) {
      for (const needed of [
        'title',
        'description',
        'keyword',
        'modified',
        'publisher',
        'contactPoint',
        'identifier',
      ])
        expect(one, one.title).toHaveProperty(needed);
      expect(one.accessLevel).toBe('public');
      expect(new URL(one.license).pathname).toBe('/du-lieu-mo');
    }
    const land = body.dataset.find(({ title }) => title === 'Xã Một: Đất đai');
    expect(land?.publisher.name).toBe('UBND xã Một');
    for (const { downloadURL, mediaType } of land?.distribution ?? []) {
      const file = await citizen.get(new URL(downloadURL).pathname);
      expect(file.status, downloadURL).toBe(200);
      expect(file.headers.get('content-type')).toContain(mediaType);
    }
    expect(land?.distribution).toHaveLength(4);
  });

  it('has a page that explains it to people', async () => {
    const page = await (await citizen.get('/du-lieu-mo')).text();
    expect(await htmlProblems(page)).toEqual([]);
    expect(page).toContain('href="/data.json"');
    expect(page).toContain('id="giay-phep"');
    expect(await (await citizen.get('/du-lieu-mo?lang=en')).text()).toContain('Terms of use');
  });
});

describe('what stands in files', () => {
  it('is what the public row has and nothing more', async () => {
    const item = (await (await citizen.get(`/muc/${itemId}.json`)).json()) as { body: object };
    expect(Object.keys(item).sort()).toEqual([...Object.keys(openItemSchema.shape)].sort());
    expect(Object.keys(item.body).sort()).toEqual(Object.keys(plainBody).sort());
  });
});
