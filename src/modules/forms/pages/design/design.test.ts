import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../../test/support/app.ts';
import { type FormsWorld, formsWorld, unitsSpec } from '../../../../../test/support/forms-world.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../../test/support/people.ts';
import { writeCells, writeWorkbook } from '../../../../kernel/documents/index.ts';
import { newId } from '../../../../kernel/ids.ts';
import { createForm } from '../../commands/design-form.ts';
import { formSpecSchema } from '../../domain/spec.ts';
import { formByCode } from '../../queries/forms.ts';
import { versionsOf } from '../../store/versions.ts';

let app: TestApp;
let world: FormsWorld;
let designer: Visitor;
let clerk: Visitor;
beforeAll(async () => {
  app = await testApp();
  world = await formsWorld(app);
  await personWithPost(app, 'noivu', { unitId: world.tree.office, role: 'standing' });
  await personWithPost(app, 'xamot', { unitId: world.tree.commune, role: 'member' });
  designer = await app.signIn('noivu', TEST_PASSWORD);
  clerk = await app.signIn('xamot', TEST_PASSWORD);
});
afterAll(() => app.close());

const page = async (who: Visitor, path: string): Promise<{ status: number; text: string }> => {
  const answer = await who.get(path);
  return { status: answer.status, text: await answer.text() };
};
const newForm = {
  code: 'M.01',
  title: 'Số cuộc họp thôn',
  dimension: '1',
  rows: 'fixed',
  groups: 'communes',
  periods: ['half', 'year'],
};
const make = (fields: Record<string, string | string[]> = {}) =>
  designer.post('/bieu-mau/tao', { ...newForm, owner: world.tree.office, ...fields });
const draftOf = async (code: string) => {
  const form = await formByCode(app.db, code);
  const found = form && (await versionsOf(app.db, form.id)).find(({ version }) => version.state === 'draft');
  if (!found) throw new Error(`no draft of ${code}`);
  return found;
};

describe('the list of forms', () => {
  it('is read by everyone signed in, and by nobody else', async () => {
    expect(await page(clerk, '/bieu-mau')).toMatchObject({
      status: 200,
      text: expect.stringContaining('BM.01'),
    });
    expect((await app.visitor().get('/bieu-mau')).status).toBe(303);
  });

  it('offers to make forms to those who may, and shows drafts to them alone', async () => {
    expect((await page(clerk, '/bieu-mau')).text).not.toContain('href="/bieu-mau/tao"');
    expect((await page(designer, '/bieu-mau')).text).toContain('href="/bieu-mau/tao"');
    expect((await clerk.get('/bieu-mau/tao')).status).toBe(403);
  });

  it('may be narrowed to one content, in both languages', async () => {
    expect((await page(clerk, '/bieu-mau?noi-dung=5')).text).toContain('Kết quả giải quyết hồ sơ');
    expect((await page(clerk, '/bieu-mau?noi-dung=2')).text).not.toContain('Kết quả giải quyết hồ sơ');
    expect((await page(clerk, '/bieu-mau?lang=en')).text).toContain('Forms');
    await clerk.get('/bieu-mau?lang=vi');
  });

  it('loads the shipped forms only where their units and figures stand', async () => {
    const answer = await designer.post('/bieu-mau/nap-san', {});
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Không nạp được biểu có sẵn'),
    ]);
    expect((await clerk.post('/bieu-mau/nap-san', {})).status).toBe(403);
  });
});

describe('one form', () => {
  it('shows its headings, what its cells hold, its checks and its versions', async () => {
    const { status, text } = await page(clerk, `/bieu-mau/${world.formId}`);
    expect(status).toBe(200);
    expect(text).toMatch(/<th scope="colgroup" colspan="3" >Tiếp nhận<\/th>|colspan="3"[^>]*>Tiếp nhận/);
    for (const words of ['= c4 + c5', 'CT9.01', 'c3 = c6 + c7', 'Phiên bản 1']) expect(text).toContain(words);
    expect(text).not.toContain('Soạn phiên bản mới');
  });

  it('that is none answers 404, as does a draft for those who do not design it', async () => {
    expect((await designer.get(`/bieu-mau/${newId()}`)).status).toBe(404);
    await make({ code: 'M.hidden' });
    const { form } = await draftOf('M.hidden');
    expect((await clerk.get(`/bieu-mau/${form.id}`)).status).toBe(404);
    expect((await clerk.get(`/bieu-mau/${form.id}/sua`)).status).toBe(403);
  });
});

describe('making a form', () => {
  it('asks again with what was typed, naming each field', async () => {
    const answer = await make({
      code: 'có dấu',
      title: '',
      groups: [],
      periods: [],
      windows: '30/2-1/1',
      owner: '',
    });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    for (const name of ['code', 'title', 'groups', 'periods', 'windows', 'owner'])
      expect(text).toContain(`href="#f-${name}"`);
    expect(text).toContain('value="có dấu"');
    const taken = await make({ code: 'BM.01' });
    expect([taken.status, await taken.text()]).toEqual([
      409,
      expect.stringContaining('Đã có biểu mẫu mang mã này'),
    ]);
  });

  it('leads to its columns, then rows, cells and checks; the preview follows each saving', async () => {
    const made = await make();
    const { form, version } = await draftOf('M.01');
    expect([made.status, made.headers.get('location')]).toEqual([303, `/bieu-mau/${form.id}/sua?phan=cot`]);
    const edit = `/bieu-mau/${form.id}/sua`;
    for (const part of ['chung', 'cot', 'dong', 'o', 'kiem-tra'])
      expect(await page(designer, `${edit}?phan=${part}`)).toMatchObject({
        status: 200,
        text: expect.stringContaining('Xem trước'),
      });
    const columns = [
      ['1', 'TT', 'c1', 'order', '', ''],
      ['1', 'Nội dung', 'c2', 'label', '', ''],
      ['1', 'Cuộc họp', '', 'cells', '', ''],
      ['2', 'Thôn', '', 'cells', 'free.number', ''],
      ['2', 'Xã', '', 'cells', 'free.number', ''],
      ['2', 'Cộng', '', 'cells', 'formula', 'c3 + c4'],
    ];
    const fields = Object.fromEntries(
      columns.flatMap(([level, label, key, role, kind, what], at) =>
        Object.entries({ level, label, key, role, kind, what, period: 'this', decimals: '0' }).map(
          ([name, value]) => [`c.${at}.${name}`, value ?? ''],
        ),
      ),
    );
    const saved = await designer.post(edit, {
      phan: 'cot',
      revision: String(version.revision),
      viec: 'luu',
      ...fields,
    });
    expect(saved.headers.get('location')).toBe(`${edit}?phan=cot`);
    const text = (await page(designer, `${edit}?phan=cot`)).text;
    expect(text).toContain('= c3 + c4');
    expect((await draftOf('M.01')).version.spec.columns.at(-1)).toMatchObject({
      label: 'Cuộc họp',
      columns: [{ key: 'c3' }, { key: 'c4' }, { key: 'c5' }],
    });
  });

  it('moves and removes lines, and adds rows pasted from Excel', async () => {
    const { form, version } = await draftOf('M.01');
    const edit = `/bieu-mau/${form.id}/sua`;
    const row = (at: number, key: string, label: string) => ({
      [`r.${at}.key`]: key,
      [`r.${at}.label`]: label,
      [`r.${at}.kind`]: 'row',
      [`r.${at}.level`]: '0',
    });
    await designer.post(edit, {
      phan: 'dong',
      revision: String(version.revision),
      viec: 'xuong.0',
      ...row(0, 'r1', 'Một'),
      ...row(1, '', 'Hai'),
      ...row(2, '', 'Ba'),
      'r.2.drop': '1',
      them: '4\tBốn\tcuộc\n5 | Năm | cuộc | CT9.01',
    });
    const { rows } = (await draftOf('M.01')).version.spec;
    expect(
      rows.kind === 'fixed' &&
        rows.rows.map(({ key, label, measure, figure }) => [key, label, measure, figure]),
    ).toEqual([
      ['r2', 'Hai', '', null],
      ['r1', 'Một', '', null],
      ['r3', 'Bốn', 'cuộc', null],
      ['r4', 'Năm', 'cuộc', 'CT9.01'],
    ]);
  });

  it('tells where a formula is wrong, and keeps the draft all the same', async () => {
    const { form, version } = await draftOf('M.01');
    const edit = `/bieu-mau/${form.id}/sua`;
    const check = { 'k.0.severity': 'error', 'k.0.expr': 'c5 = c3 + c9', 'k.0.vi': 'Sai', 'k.0.en': 'Wrong' };
    await designer.post(edit, {
      phan: 'kiem-tra',
      revision: String(version.revision),
      viec: 'luu',
      ...check,
    });
    expect((await page(designer, `${edit}?phan=kiem-tra`)).text).toContain(
      'Ký tự thứ 11: biểu không có cột hoặc dòng “c9”.',
    );
    const publish = await designer.post(`/bieu-mau/${form.id}/ban-hanh`, {
      revision: String(version.revision + 1),
      fromOn: '01/01/2024',
    });
    expect([publish.status, await publish.text()]).toEqual([
      422,
      expect.stringContaining('biểu không có cột hoặc dòng “c9”'),
    ]);
  });

  it('asks again for what is no cell, no code and no message', async () => {
    const { form, version } = await draftOf('M.01');
    const edit = `/bieu-mau/${form.id}/sua`;
    const send = (fields: Record<string, string>) =>
      designer.post(edit, { revision: String(version.revision), viec: 'luu', ...fields });
    const cells = await send({ phan: 'o', 'o.0.cell': 'ô thứ nhất', 'o.0.kind': 'formula', 'o.0.what': '' });
    const text = await cells.text();
    expect([
      cells.status,
      text.includes('#f-o-0-cell'),
      text.includes('#f-o-0-what'),
      text.includes('ô thứ nhất'),
    ]).toEqual([422, true, true, true]);
    expect((await send({ phan: 'dong', 'r.0.label': 'Một', 'r.0.figure': 'năm' })).status).toBe(422);
    expect((await send({ phan: 'kiem-tra', 'k.0.expr': '', 'k.0.vi': 'Sai', 'k.0.en': '' })).status).toBe(
      422,
    );
    expect((await send({ phan: 'cot' })).status).toBe(422);
  });

  it('shows another’s saving instead of replacing it, and what was typed stays', async () => {
    const { form } = await draftOf('M.01');
    const fields = {
      phan: 'kiem-tra',
      revision: '1',
      viec: 'luu',
      'k.0.severity': 'warning',
      'k.0.expr': 'r1.c3 >= 0',
      'k.0.vi': 'Của tôi',
      'k.0.en': 'Mine',
    };
    const answer = await designer.post(`/bieu-mau/${form.id}/sua`, fields);
    const text = await answer.text();
    expect([answer.status, text.includes('Của tôi'), text.includes('vừa lưu bản nháp này')]).toEqual([
      409,
      true,
      true,
    ]);
    const shown = /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '';
    expect((await designer.post(`/bieu-mau/${form.id}/sua`, { ...fields, revision: shown })).status).toBe(
      303,
    );
  });

  it('is published after what is asked elsewhere was seen, and then has no draft', async () => {
    const { form, version } = await draftOf('M.01');
    const publish = (fields: Record<string, string>) =>
      designer.post(`/bieu-mau/${form.id}/ban-hanh`, { revision: String(version.revision), ...fields });
    expect((await publish({ fromOn: 'hôm nay' })).status).toBe(422);
    expect((await page(designer, `/bieu-mau/${form.id}`)).text).toContain('Biểu dùng được');
    expect(
      (await clerk.post(`/bieu-mau/${form.id}/ban-hanh`, { revision: '1', fromOn: '01/01/2024' })).status,
    ).toBe(403);
    const done = await publish({ fromOn: '01/01/2024', confirmed: '1' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `/bieu-mau/${form.id}`]);
    expect((await designer.get(`/bieu-mau/${form.id}/sua`)).status).toBe(409);
    expect((await publish({ fromOn: '01/01/2024' })).status).toBe(409);
  });

  it('goes on with a new version, which may be discarded; a form may be ended and used again', async () => {
    const form = await formByCode(app.db, 'M.01');
    const at = `/bieu-mau/${form?.id}`;
    expect((await designer.post(`${at}/phien-ban-moi`, {})).headers.get('location')).toBe(
      `${at}/sua?phan=cot`,
    );
    expect((await designer.post(`${at}/phien-ban-moi`, {})).status).toBe(409);
    expect((await page(designer, `${at}?phien-ban=1`)).text).toContain('Thôi dùng biểu này');
    expect((await designer.post(`${at}/bo-nhap`, { revision: '9' })).status).toBe(409);
    expect((await designer.post(`${at}/bo-nhap`, { revision: '1' })).status).toBe(303);
    expect((await designer.post(`${at}/thoi-dung`, { askedUntil: 'mai' })).status).toBe(422);
    expect((await designer.post(`${at}/thoi-dung`, { askedUntil: '31/12/2024' })).status).toBe(303);
    expect((await page(clerk, at)).text).toContain('Thôi dùng sau ngày 31/12/2024');
    expect((await designer.post(`${at}/thoi-dung`, { askedUntil: '' })).status).toBe(303);
  });

  it('tells a form that asks what others ask', async () => {
    const spec = formSpecSchema.parse(unitsSpec(world.tree.office));
    const id = await world.run(undefined, (context, tx) =>
      createForm(context, tx, { code: 'M.again', ownerUnitId: world.tree.office, spec }),
    );
    const { text } = await page(designer, `/bieu-mau/${id}`);
    expect(text).toContain('Chỉ tiêu CT9.01 “Số hồ sơ trực tuyến” có trong biểu BM.01, Phòng Nội vụ ra.');
    const refused = await designer.post(`/bieu-mau/${id}/ban-hanh`, { revision: '1', fromOn: '01/01/2024' });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('name="confirmed"'),
    ]);
  });
});

describe('a form from Excel', () => {
  const file = (bytes: Uint8Array, name = 'bieu.xlsx') => new File([new Uint8Array(bytes)], name);
  const table = writeCells([
    {
      name: 'Biểu 1',
      widths: [],
      rows: [
        ['Biểu số 05/TNMT'],
        ['KẾT QUẢ THU GOM RÁC THẢI'],
        ['TT', 'Nội dung', 'Khối lượng'],
        ['(1)', '(2)', '(3)'],
        ['I', 'Khu vực nông thôn'],
        ['1', 'Thu gom'],
      ].map((line) => ({ cells: line.map((value, column) => ({ column, style: {}, value })) })),
    },
  ]);

  it('is previewed before it is made, and made as a draft', async () => {
    expect((await clerk.get('/bieu-mau/tao-tu-excel')).status).toBe(403);
    expect((await designer.get('/bieu-mau/tao-tu-excel')).status).toBe(200);
    const sent = await designer.post('/bieu-mau/tao-tu-excel', { file: file(table) });
    const at = sent.headers.get('location') ?? '';
    const { status, text } = await page(designer, at);
    expect(status).toBe(200);
    for (const words of [
      'Kết quả thu gom rác thải',
      'value="05/TNMT"',
      'Khu vực nông thôn',
      'Đọc được 2 dòng',
    ])
      expect(text).toContain(words);
    const refused = await designer.post(at, {
      ...newForm,
      code: '05/TNMT',
      title: '',
      owner: world.tree.office,
    });
    expect(refused.status).toBe(422);
    const made = await designer.post(at, {
      ...newForm,
      code: '05/TNMT',
      title: 'Thu gom rác thải',
      header: 'Biểu số 05/TNMT',
      owner: world.tree.office,
    });
    const { form, version } = await draftOf('05/TNMT');
    expect(made.headers.get('location')).toBe(`/bieu-mau/${form.id}/sua?phan=cot`);
    expect(version.spec).toMatchObject({
      title: 'Thu gom rác thải',
      header: 'Biểu số 05/TNMT',
      rows: { rows: [{ kind: 'group' }, { label: 'Thu gom' }] },
    });
    expect((await designer.get(at)).status).toBe(409);
  });

  it('may be given up', async () => {
    const at =
      (await designer.post('/bieu-mau/tao-tu-excel', { file: file(table) })).headers.get('location') ?? '';
    expect((await designer.post(`${at}/bo`, {})).headers.get('location')).toBe('/bieu-mau');
    expect((await designer.get(at)).status).toBe(409);
  });

  it.each([
    ['nothing', undefined, 422, 'Bạn chưa chọn tệp'],
    ['a file that is no workbook', new File(['xin chào'], 'bieu.xlsx'), 415, ''],
    [
      'a workbook without a table',
      new File(
        [
          new Uint8Array(
            writeWorkbook({
              sheets: [{ name: 'A', columns: [{ header: 'Một', width: 9, kind: 'text' }], rows: [] }],
            }),
          ),
        ],
        'a.xlsx',
      ),
      422,
      'Không tìm thấy bảng nào',
    ],
  ])('%s is refused on the page', async (_, given, status, says) => {
    const answer = await designer.post('/bieu-mau/tao-tu-excel', given ? { file: given } : {});
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(says)]);
  });
});
