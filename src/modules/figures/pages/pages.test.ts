import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { type FiguresWorld, figuresWorld } from '../../../../test/support/figures-world.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { readDocument } from '../../../kernel/documents/index.ts';
import { saveValues } from '../commands/save-values.ts';
import { definitionsOf } from '../queries/definitions.ts';
import { valuesOf } from '../queries/values.ts';

let place: TestApp;
let world: FiguresWorld;
let commune: Visitor;
let other: Visitor;
let office: Visitor;
let figureId: string;

beforeAll(async () => {
  place = await testApp();
  world = await figuresWorld(place);
  const { tree } = world;
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
  await personWithPost(place, 'xa.hai', { unitId: tree.otherCommune, role: 'member' });
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  commune = await place.signIn('xa.mot', TEST_PASSWORD);
  other = await place.signIn('xa.hai', TEST_PASSWORD);
  office = await place.signIn('noi.vu', TEST_PASSWORD);
  figureId = await world.define({ evidenceWanted: true }, 'CT5.01');
  await world.define(
    {
      name: 'Tỷ lệ hòa giải thành ở cơ sở',
      unitOfMeasure: '%',
      numberKind: 'rate',
      numeratorLabel: 'Vụ hòa giải thành',
      denominatorLabel: 'Vụ hòa giải',
      isPart: true,
      rollUp: 'rate',
      dimension: 3,
      subDimension: '3.3',
      periods: [{ kind: 'half' }],
    },
    'CT3.09',
  );
});
afterAll(() => place.close());

const cellPath = (code = 'CT5.01', period = '2024-H1', unitId = world.tree.commune): string =>
  `/chi-tieu/${code}/so-lieu/${unitId}/${period}`;

const form = (parts: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  code: 'CT9.99',
  name: 'Số trẻ em được tiêm chủng',
  unitOfMeasure: 'trẻ',
  numberKind: 'count',
  decimals: '0',
  dimension: '6',
  subDimension: '6.1',
  direction: 'up',
  groups: 'communes',
  ownerUnitId: world.tree.office,
  periods: ['half', 'year'],
  windows: '',
  rollUp: 'sum',
  ...parts,
});

describe('the catalogue', () => {
  it('is listed with who enters and who asks, filtered by words without diacritics', async () => {
    const page = await (await commune.get('/chi-tieu')).text();
    for (const text of ['CT5.01', 'CT3.09', 'UBND các xã', 'Phòng Nội vụ', '6 tháng; năm'])
      expect(page).toContain(text);
    const found = await (await commune.get('/chi-tieu?q=hoa+giai')).text();
    expect([found.includes('CT3.09'), found.includes('CT5.01')]).toEqual([true, false]);
    expect(await (await commune.get('/chi-tieu?noi_dung=7')).text()).toContain('Không có chỉ tiêu nào khớp');
    expect(await (await commune.get('/chi-tieu?ky=year')).text()).not.toContain('CT3.09');
    const english = await place.signIn('xa.hai', TEST_PASSWORD);
    expect(await (await english.get('/chi-tieu?lang=en')).text()).toContain('Who enters');
  });

  it('leaves as a workbook and as CSV, and reads as of a day before there was any', async () => {
    for (const format of ['xlsx', 'csv']) {
      const answer = await commune.get(`/chi-tieu?dinh-dang=${format}`);
      const content = await readDocument(`a.${format}`, new Uint8Array(await answer.arrayBuffer()));
      expect(content.grids[0]?.rows.flat().map((cell) => cell?.text)).toContain('Vụ hòa giải thành');
    }
    expect(await (await commune.get('/chi-tieu?as_of=2024-06-01')).text()).toContain('Chưa có chỉ tiêu nào');
    expect((await commune.get('/chi-tieu?as_of=2030-01-01')).status).toBe(422);
  });

  it('is not for strangers, and only agencies that ask may define', async () => {
    expect((await place.visitor().get('/chi-tieu')).status).toBe(303);
    expect((await commune.get('/chi-tieu/them')).status).toBe(403);
    expect((await commune.get('/chi-tieu/CT5.01/sua')).status).toBe(403);
    expect((await office.get('/chi-tieu/KHONG1')).status).toBe(404);
    expect((await office.get('/chi-tieu/KHONG1/sua')).status).toBe(404);
  });
});

describe('defining on the page', () => {
  it('makes the figure and leads to it', async () => {
    await office.get('/chi-tieu/them');
    const answer = await office.post('/chi-tieu/them', form({ windows: '15/12-14/3\n01/9-14/12' }));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/chi-tieu/CT9.99']);
    const made = (await definitionsOf(place.db)).find(({ code }) => code === 'CT9.99');
    expect(made?.periods).toEqual([
      { kind: 'half' },
      { kind: 'year' },
      { kind: 'window', from: '12-15', to: '03-14' },
      { kind: 'window', from: '09-01', to: '12-14' },
    ]);
    expect(await (await office.get('/chi-tieu/CT9.99')).text()).toContain('từ 15/12 đến 14/3');
  });

  it('shows the form again with what was typed, each problem at its field', async () => {
    const answer = await office.post(
      '/chi-tieu/them',
      form({ code: 'sai', name: 'Tên đã gõ', target: 'nhiều', windows: 'cả năm', periods: [] }),
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const text of [
      'value="Tên đã gõ"',
      'cả năm',
      'Mã gồm chữ in hoa',
      'Nhập một số, như 95',
      'Không đọc được khoảng thời gian',
    ])
      expect(page).toContain(text);
    const contradicting = await office.post(
      '/chi-tieu/them',
      form({ code: 'CT9.98', numberKind: 'rate', rollUp: 'rate' }),
    );
    expect([contradicting.status, (await contradicting.text()).includes('Tỷ lệ cần tên của tử số')]).toEqual([
      422,
      true,
    ]);
  });

  it('shows what is like it, and goes on once that was confirmed', async () => {
    const alike = form({ code: 'CT9.97', name: 'Số trẻ được tiêm chủng', unitOfMeasure: 'trẻ' });
    const told = await office.post('/chi-tieu/them', alike);
    const page = await told.text();
    expect(told.status).toBe(409);
    for (const text of ['href="/chi-tieu/CT9.99"', 'name="confirmed"', 'value="CT9.97"'])
      expect(page).toContain(text);
    expect((await office.post('/chi-tieu/them', { ...alike, confirmed: '1' })).status).toBe(303);
  });

  it('changes it, and tells the second of two what the first changed', async () => {
    const page = await (await office.get('/chi-tieu/CT9.99/sua')).text();
    const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
    // What changes twice in one instant has no state between that anybody could have seen.
    place.clock.set(new Date('2024-06-24T02:05:00Z'));
    const changed = await office.post('/chi-tieu/CT9.99/sua', form({ revision, target: '95,5' }));
    expect(changed.status).toBe(303);
    const late = await office.post(
      '/chi-tieu/CT9.99/sua',
      form({ revision, note: 'Ghi chú của người thứ hai' }),
    );
    const again = await late.text();
    expect(late.status).toBe(409);
    for (const text of ['Ghi chú của người thứ hai', 'Mục tiêu: “–” thành “95,5”'])
      expect(again).toContain(text);
    const fresh = /name="revision" value="(\d+)"/.exec(again)?.[1] ?? '';
    place.clock.set(new Date('2024-06-24T02:10:00Z'));
    const saved = await office.post(
      '/chi-tieu/CT9.99/sua',
      form({ revision: fresh, target: '95,5', note: 'Ghi chú của người thứ hai' }),
    );
    expect(saved.status).toBe(303);
    expect(await (await office.get('/chi-tieu/CT9.99')).text()).toContain('Thay đổi: Kỳ nhập, Mục tiêu');
  });
});

describe('a cell', () => {
  it('takes a value as people write it, shows it with who entered it, and its share', async () => {
    await commune.get(cellPath('CT3.09'));
    const saved = await commune.post(cellPath('CT3.09'), { so_lieu: '1.176 / 1.221', revision: '0' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, cellPath('CT3.09')]);
    const page = await (await commune.get(cellPath('CT3.09'))).text();
    for (const text of ['1.176/1.221 (96,31%)', 'Người xa.mot', 'nhập trên trang'])
      expect(page).toContain(text);
    const course = await (await office.get('/chi-tieu/CT3.09')).text();
    for (const text of ['1.176/1.221 (96,31%)', `href="${cellPath('CT3.09')}"`])
      expect(course).toContain(text);
  });

  it('shows what was typed again when it is refused', async () => {
    const answer = await commune.post(cellPath('CT3.09'), { so_lieu: '5/4', revision: '1' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const text of ['value="5/4"', 'Tử số 5 lớn hơn mẫu số 4']) expect(page).toContain(text);
    expect((await commune.post(cellPath('CT3.09'), { so_lieu: 'nhiều', revision: '1' })).status).toBe(422);
  });

  it('tells of another’s change, keeps what was typed, and saves it the next time', async () => {
    await commune.get(cellPath());
    await commune.post(cellPath(), { so_lieu: '10', revision: '0' });
    await commune.post(cellPath(), { so_lieu: '11', revision: '1' });
    const answer = await commune.post(cellPath(), { so_lieu: '12', revision: '1' });
    const page = await answer.text();
    expect(answer.status).toBe(409);
    for (const text of ['value="12"', 'Người xa.mot đã ghi ô này là “11”', 'name="revision" value="2"'])
      expect(page).toContain(text);
    expect((await commune.post(cellPath(), { so_lieu: '12', revision: '2' })).status).toBe(303);
    expect((await commune.post(cellPath(), { so_lieu: '12', revision: '2' })).status).toBe(303);
    const [value] = await valuesOf(place.db, { figureIds: [figureId], asOf: null });
    expect(value).toMatchObject({ value: { number: 12 }, revision: 3 });
  });

  it('is not another commune’s to see, and not the office’s to overwrite', async () => {
    expect((await other.get(cellPath())).status).toBe(404);
    await other.get('/chi-tieu');
    expect((await other.post(cellPath(), { so_lieu: '1', revision: '0' })).status).toBe(404);
    expect(await (await other.get('/chi-tieu/CT5.01')).text()).not.toContain(cellPath());
    await office.get(cellPath());
    const answer = await office.post(cellPath(), { so_lieu: '1', revision: '3' });
    expect([answer.status, (await answer.text()).includes('do chính đơn vị nhập')]).toEqual([422, true]);
    expect((await office.get(cellPath('CT5.01', '2031-H1'))).status).toBe(404);
  });

  it('takes remarks, and shows an empty one again', async () => {
    await office.get(cellPath());
    expect((await office.post(`${cellPath()}/ghi-chu`, { ghi_chu: '  ' })).status).toBe(422);
    expect((await office.post(`${cellPath()}/ghi-chu`, { ghi_chu: 'Đề nghị kiểm tra lại' })).status).toBe(
      303,
    );
    expect(await (await commune.get(cellPath())).text()).toContain('Đề nghị kiểm tra lại');
    expect((await other.post(`${cellPath()}/ghi-chu`, { ghi_chu: 'x' })).status).toBe(404);
  });

  it('takes evidence once it is filled, gives its bytes to who may see it, and takes it back with a reason', async () => {
    const empty = cellPath('CT5.01', '2024');
    await commune.get(empty);
    expect((await commune.post(`${empty}/minh-chung`, { lien_ket: 'https://vidu.example/a' })).status).toBe(
      422,
    );
    const file = new File(['%PDF-1.7\nmột\n%%EOF\n'], 'bao-cao.pdf', { type: 'application/pdf' });
    expect((await commune.post(`${cellPath()}/minh-chung`, { tep: file })).status).toBe(303);
    expect((await commune.post(`${cellPath()}/minh-chung`, { tep: file })).status).toBe(409);
    expect((await commune.post(`${cellPath()}/minh-chung`, {})).status).toBe(422);
    const page = await (await commune.get(cellPath())).text();
    const href = /href="([^"]+\/minh-chung\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
    expect(await (await office.get(href)).text()).toContain('%PDF-1.7');
    expect((await other.get(href)).status).toBe(404);
    expect((await commune.post(`${href}/thu-lai`, { ly_do: '' })).status).toBe(422);
    expect((await commune.post(`${href}/thu-lai`, { ly_do: 'Nhầm tệp' })).status).toBe(303);
    expect(await (await commune.get(cellPath())).text()).toContain('Nhầm tệp');
  });

  it('says why nothing is taken once the period is closed, and offers no field', async () => {
    const answer = await (await commune.get(cellPath('CT5.01', '2023-H1'))).text();
    expect(answer).toContain('Kỳ đã khóa');
    expect(answer).not.toContain('name="so_lieu"');
    await commune.get(cellPath());
    const closed = await commune.post(cellPath('CT5.01', '2023-H1'), { so_lieu: '1', revision: '0' });
    expect([closed.status, (await closed.text()).includes('Không nhận số liệu của kỳ này')]).toEqual([
      422,
      true,
    ]);
  });
});

describe('reporting burden', () => {
  it('shows each unit’s figures, who asks and what overlaps; a commune sees its own', async () => {
    const all = await (await office.get('/chi-tieu/ganh-nang')).text();
    for (const text of ['UBND xã Một', 'UBND xã Hai']) expect(all).toContain(text);
    const own = await (await commune.get('/chi-tieu/ganh-nang')).text();
    for (const text of ['UBND xã Một', 'Hỏi cả kỳ ngắn lẫn kỳ dài', 'Hai chỉ tiêu như một'])
      expect(own).toContain(text);
    expect(own).not.toContain('UBND xã Hai');
    const one = await office.get(`/chi-tieu/ganh-nang?don_vi=${world.tree.commune}&dinh-dang=csv`);
    expect(await one.text()).toContain('CT5.01');
    expect(await (await office.get('/chi-tieu/ganh-nang?dinh-dang=csv')).text()).toContain('UBND xã Hai');
  });
});

describe('values as files', () => {
  it('hold what the reader may see, in the formats of exchange', async () => {
    expect((await commune.get('/chi-tieu/so-lieu')).status).toBe(200);
    await world.run(undefined, (context, tx) =>
      saveValues(context, tx, {
        rows: [world.cell(figureId, 44, { unitId: world.tree.otherCommune })],
        via: 'import',
      }),
    );
    const units = async (reader: Visitor): Promise<string[]> => {
      const answer = await reader.get('/chi-tieu/so-lieu?ky=2024-H1&dinh-dang=json');
      const { dataValues } = (await answer.json()) as {
        dataValues: { dataElement: string; value: string }[];
      };
      return dataValues.filter(({ dataElement }) => dataElement === 'CT5.01').map(({ value }) => value);
    };
    expect(await units(commune)).toEqual(['12']);
    expect(await units(other)).toEqual(['44']);
    expect((await units(office)).sort()).toEqual(['12', '44']);
    const csv = await (await office.get('/chi-tieu/so-lieu?ky=2024-H1&noi_dung=3&dinh-dang=csv')).text();
    expect([csv.includes('CT3.09'), csv.includes('CT5.01')]).toEqual([true, false]);
  });
});
