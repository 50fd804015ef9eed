import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../../test/support/app.ts';
import { type FormsWorld, formsWorld, WHOLE_SHEET } from '../../../../../test/support/forms-world.ts';
import { htmlProblems } from '../../../../../test/support/html-rules.ts';
import { personWithPost, TEST_PASSWORD } from '../../../../../test/support/people.ts';
import { createUnit, createUnitInput } from '../../../units/index.ts';
import { saveCells } from '../../commands/save-cells.ts';

let place: TestApp;
let world: FormsWorld;
let office: Visitor;
let other: Visitor;
let above: Visitor;
/** A commune of its own for each test, with the person who enters for it. */
let unitId: string;
let commune: Visitor;
let sheet: string;

beforeAll(async () => {
  place = await testApp();
  world = await formsWorld(place);
  const { tree } = world;
  await personWithPost(place, 'xa.hai', { unitId: tree.otherCommune, role: 'member' });
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  await personWithPost(place, 'cap.tren', { unitId: tree.district, role: 'superior' });
  other = await place.signIn('xa.hai', TEST_PASSWORD);
  office = await place.signIn('noi.vu', TEST_PASSWORD);
  above = await place.signIn('cap.tren', TEST_PASSWORD);
});
afterAll(() => place.close());

let turn = 0;
beforeEach(async () => {
  place.clock.set(new Date('2024-06-24T02:00:00Z'));
  const userName = `xa.thu.${++turn}`;
  const input = createUnitInput.parse({
    name: `UBND xã Thử ${turn}`,
    kind: 'ubnd',
    tier: 'xã',
    parentId: world.tree.district,
    from: '2021-01-01',
  });
  ({ id: unitId } = await world.run(undefined, (context, tx) => createUnit(context, tx, input)));
  await personWithPost(place, userName, { unitId, role: 'member' });
  commune = await place.signIn(userName, TEST_PASSWORD);
  sheet = `/so-lieu/${unitId}/2024-H1/${world.formId}`;
});

const many = (): string => `/so-lieu/${world.formId}/2024-H1/tat-ca`;
const cellsAt = (): string => `/so-lieu/${world.formId}/2024-H1/o`;
const mainOf = (page: string): string => /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '';

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** What the page showed, as its form sends it back, with the token for the program. */
async function opened(
  visitor: Visitor,
  address: string,
): Promise<{ readonly text: string; readonly seen: string; readonly csrf: string }> {
  const text = await (await visitor.get(address)).text();
  return {
    text,
    seen: unescaped(/name="da_thay" value="([^"]*)"/.exec(text)?.[1] ?? ''),
    csrf: /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '',
  };
}

async function send(
  visitor: Visitor,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const { seen } = await opened(visitor, address);
  return visitor.post(address, { da_thay: seen, ...fields });
}

const whole = Object.fromEntries(Object.entries(WHOLE_SHEET).map(([key, n]) => [`o.u.${key}`, String(n)]));

async function someoneSaves(key: string, number: number): Promise<void> {
  const actor = await world.actor('member', unitId);
  await world.run(actor, (context, tx) =>
    saveCells(context, tx, {
      formId: world.formId,
      periodCode: '2024-H1',
      cells: [{ unitId, key, value: { kind: 'number', number } }],
      via: 'page',
    }),
  );
}

interface Put {
  readonly key: string;
  readonly number: number;
  readonly revision?: number;
}

async function put(visitor: Visitor, cells: readonly Put[], of = unitId): Promise<Response> {
  const { csrf } = await opened(visitor, '/tai-khoan');
  return visitor.send('PUT', cellsAt(), {
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
    body: JSON.stringify({
      cells: cells.map(({ key, number, revision = 0 }) => ({
        unitId: of,
        key,
        value: { kind: 'number', number },
        revision,
      })),
    }),
  });
}

describe('pages of entry', () => {
  it('each is valid HTML in both languages, to enter and to read', async () => {
    await someoneSaves('u.c4', 30);
    const seen: [Visitor, string][] = [
      [commune, '/so-lieu'],
      [commune, sheet],
      [commune, `${sheet}?so-sanh=co`],
      [commune, `${sheet}/o/u.c4`],
      [office, '/so-lieu'],
      [office, sheet],
      [office, many()],
      [above, sheet],
    ];
    for (const [visitor, path] of seen)
      for (const lang of ['en', 'vi']) {
        const answer = await visitor.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(answer.status, path).toBe(200);
        expect(await htmlProblems(await answer.text()), `${path} in ${lang}`).toEqual([]);
      }
  });

  it('a signed-out visitor signs in first; another unit’s sheet, an unknown form, period, or cell is not there', async () => {
    for (const path of ['/so-lieu', sheet, many(), `${sheet}/o/u.c4`])
      expect((await place.visitor().get(path)).status, path).toBe(303);
    const nowhere = '00000000-0000-7000-8000-000000000000';
    for (const path of [sheet, `${sheet}/o/u.c4`, `/so-lieu?don-vi=${unitId}`])
      expect((await other.get(path)).status, path).toBe(404);
    for (const path of [
      sheet.replace(world.formId, nowhere),
      sheet.replace('2024-H1', '2031-H1'),
      `${sheet}/o/u.c99`,
      many().replace(world.formId, nowhere),
    ])
      expect((await commune.get(path)).status, path).toBe(404);
    expect((await send(other, '/so-lieu', {})).status).toBe(404);
    expect((await other.post(sheet, { da_thay: '{}', 'o.u.c4': '1' })).status).toBe(404);
    expect((await other.post(`${sheet}/o/u.c4/ghi-chu`, { noi_dung: 'x' })).status).toBe(404);
  });

  it('the list names the form, how far it is and until when', async () => {
    await someoneSaves('u.c4', 30);
    const page = mainOf(await (await commune.get('/so-lieu')).text());
    expect(page).toContain('BM.01');
    expect(page).toContain('1/7 ô');
    expect(page).toContain('Hạn nhập: hết ngày 04/07/2024, còn 10 ngày.');
  });

  it('who only reads gets no field; an agency enters what the unit has not said, and not what it has', async () => {
    await someoneSaves('u.c4', 30);
    expect((await opened(above, sheet)).text).not.toContain('data-key=');
    const { text } = await opened(office, sheet);
    expect(text).toContain('data-key="u.c5"');
    expect(text).not.toContain('data-key="u.c4"');
    expect(text).toContain('Bạn đang nhập thay');
  });

  it('after the lock nothing is entered, and the page says why', async () => {
    place.clock.set(new Date('2024-12-20T02:00:00Z'));
    const later = await place.signIn(`xa.thu.${turn}`, TEST_PASSWORD);
    const { text } = await opened(later, sheet);
    expect(text).not.toContain('data-key=');
    expect(mainOf(text)).toContain('Kỳ đã khóa');
  });
});

describe('a sheet sent as a form', () => {
  it('saves what was changed, answers with a message, and changes nothing when sent as shown', async () => {
    const answer = await send(commune, sheet, { ...whole, viec: 'luu' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(sheet);
    const { text } = await opened(commune, sheet);
    expect(text).toContain('Đã lưu 7 ô.');
    expect((await send(commune, sheet, { ...whole, viec: 'luu' })).status).toBe(303);
    expect((await opened(commune, sheet)).text).toContain('Không có ô nào thay đổi.');
  });

  it('what cannot be read comes back as typed with 422, beside its words; the rest is saved', async () => {
    const answer = await send(commune, sheet, { 'o.u.c4': '1.234', 'o.u.c5': 'hai mươi', 'o.u.c8': '9' });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(await htmlProblems(text)).toEqual([]);
    expect(text).toContain('value="hai mươi"');
    expect(text).toContain('value="9"');
    expect(text).toContain('href="#f-o-u-c5"');
    expect(text).toContain('Nhập cả tử số và mẫu số.');
    expect(text).toContain('Đã lưu 1 ô');
    expect((await opened(commune, sheet)).text).toContain('value="1.234"');
  });

  it('what somebody else changed meanwhile answers 409 with both; saving again puts one’s own in its place', async () => {
    await someoneSaves('u.c4', 10);
    const { seen } = await opened(commune, sheet);
    await someoneSaves('u.c4', 15);
    const answer = await commune.post(sheet, { da_thay: seen, 'o.u.c4': '30' });
    expect(answer.status).toBe(409);
    const text = await answer.text();
    expect(unescaped(text)).toContain(`member UBND xã Thử ${turn} ghi “15”`);
    expect(text).toContain('value="30"');
    const shown = unescaped(/name="da_thay" value="([^"]*)"/.exec(text)?.[1] ?? '');
    expect((await commune.post(sheet, { da_thay: shown, 'o.u.c4': '30' })).status).toBe(303);
    expect((await opened(commune, sheet)).text).toContain('value="30"');
  });

  it('is confirmed only when whole and right, and corrected again', async () => {
    const lacking = await send(commune, sheet, { 'o.u.c4': '30', viec: 'xong' });
    expect(lacking.status).toBe(422);
    const text = await lacking.text();
    expect(text).toContain('value="30"');
    expect(text).toContain('chưa nhập');
    const broken = await send(commune, sheet, { ...whole, 'o.u.c7': '11', viec: 'xong' });
    expect(broken.status).toBe(422);
    expect(await broken.text()).toContain('Tiếp nhận phải bằng');
    expect((await send(commune, sheet, { ...whole, viec: 'xong' })).status).toBe(303);
    expect(mainOf((await opened(commune, sheet)).text)).toContain('xác nhận biểu đã đủ');
    const breaks = await send(commune, sheet, { 'o.u.c7': '12' });
    expect(breaks.status).toBe(422);
    expect(await breaks.text()).toContain('value="12"');
    expect((await send(commune, sheet, { viec: 'sua-lai', 'o.u.c7': '12' })).status).toBe(303);
    expect((await opened(commune, sheet)).text).toContain('value="12"');
    expect((await send(commune, sheet, { viec: 'sua-lai' })).status).toBe(409);
  });
});

describe('cells sent by the program of the page', () => {
  it('are saved, and saved once however often they are sent; nothing is saved without the token', async () => {
    const first = await put(commune, [{ key: 'u.c4', number: 30 }]);
    expect(first.status).toBe(200);
    expect(await first.json()).toMatchObject({
      cells: [{ unitId, key: 'u.c4', outcome: 'saved', revision: 1 }],
      sheets: [{ unitId, asked: 7, filled: 1 }],
      at: '09:00',
    });
    const again = await put(commune, [{ key: 'u.c4', number: 30 }]);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ cells: [{ outcome: 'unchanged', revision: 1 }] });
    const bare = await commune.send('PUT', cellsAt(), {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cells: [{ unitId, key: 'u.c4', value: null, revision: 1 }] }),
    });
    expect(bare.status).toBe(403);
    expect((await opened(commune, sheet)).text).toContain('value="30"');
  });

  it('answer 409 with what somebody else wrote and 422 with what is wrong, and save the others', async () => {
    await someoneSaves('u.c4', 15);
    const conflict = await put(commune, [
      { key: 'u.c4', number: 30 },
      { key: 'u.c5', number: 20 },
    ]);
    expect(conflict.status).toBe(409);
    expect(await conflict.json()).toMatchObject({
      cells: [
        { outcome: 'conflict', value: { kind: 'number', number: 15 }, who: `member UBND xã Thử ${turn}` },
        { outcome: 'saved' },
      ],
    });
    const wrong = await put(commune, [
      { key: 'u.c11', number: 1.5 },
      { key: 'u.c6', number: 2 },
    ]);
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({
      cells: [{ outcome: 'problem', message: 'Cần số nguyên.' }, { outcome: 'saved' }],
    });
    const empty = await put(commune, []);
    expect(empty.status).toBe(422);
  });

  it('of units that are not seen are not there, and who only reads is refused', async () => {
    expect((await put(other, [{ key: 'u.c4', number: 1 }])).status).toBe(404);
    expect((await put(above, [{ key: 'u.c4', number: 1 }])).status).toBe(403);
    expect((await opened(commune, sheet)).text).toContain('name="o.u.c4"');
  });
});

describe('the page of one cell', () => {
  const at = (key: string): string => `${sheet}/o/${key}`;

  it('tells what a figure and a free cell said before, with other periods', async () => {
    await someoneSaves('u.c4', 10);
    await someoneSaves('u.c11', 3);
    place.clock.set(new Date('2024-06-24T03:00:00Z'));
    await someoneSaves('u.c4', 12);
    await someoneSaves('u.c11', 4);
    const figure = mainOf((await opened(commune, at('u.c4'))).text);
    expect(figure.indexOf('<p>12</p>')).toBeGreaterThan(0);
    expect(figure.indexOf('<p>10</p>')).toBeGreaterThan(figure.indexOf('<p>12</p>'));
    expect(figure).toContain('CT9.01');
    const free = mainOf((await opened(commune, at('u.c11'))).text);
    expect(free.indexOf('<p>3</p>')).toBeGreaterThan(free.indexOf('<p>4</p>'));
  });

  it('takes remarks beside figures and free cells, from whoever reads but a superior', async () => {
    for (const key of ['u.c4', 'u.c11', 'u.c9'])
      for (const visitor of [commune, office]) {
        await visitor.get(at(key));
        const answer = await visitor.post(`${at(key)}/ghi-chu`, { noi_dung: `Về ô ${key}.` });
        expect(answer.status, key).toBe(303);
        expect((await opened(visitor, at(key))).text).toContain(`Về ô ${key}.`);
      }
    expect((await opened(commune, sheet)).text).toContain('Ghi chú: 2');
    await above.get(at('u.c4'));
    expect((await opened(above, at('u.c4'))).text).not.toContain('name="noi_dung"');
    expect((await above.post(`${at('u.c11')}/ghi-chu`, { noi_dung: 'x' })).status).toBe(404);
    await commune.get(at('u.c4'));
    const empty = await commune.post(`${at('u.c4')}/ghi-chu`, { noi_dung: ' ' });
    expect(empty.status).toBe(422);
    expect((await commune.post(`${at('u.c3')}/ghi-chu`, { noi_dung: 'x' })).status).toBe(422);
  });

  it('enters “no data” with its reason, never 0; without a reason 422, over a change of somebody else 409', async () => {
    await commune.get(at('u.c4'));
    expect((await commune.post(`${at('u.c4')}/khong-co`, { ly_do: '', revision: '0' })).status).toBe(422);
    const saved = await commune.post(`${at('u.c4')}/khong-co`, { ly_do: 'chưa thống kê', revision: '0' });
    expect(saved.status).toBe(303);
    expect((await opened(commune, sheet)).text).toContain('value="không có số liệu: chưa thống kê"');
    await someoneSaves('u.c4', 15);
    const late = await commune.post(`${at('u.c4')}/khong-co`, { ly_do: 'mất sổ', revision: '1' });
    expect(late.status).toBe(409);
    const text = await late.text();
    expect(text).toContain('value="mất sổ"');
    expect(text).toContain('ghi “15”');
  });
});

describe('the table of all units', () => {
  it('shows a person the units they see, and takes what they may enter', async () => {
    await someoneSaves('u.c4', 10);
    const name = `UBND xã Thử ${turn}`;
    expect((await opened(commune, many())).text).toContain(name);
    expect(mainOf((await opened(other, many())).text)).not.toContain(name);
    const saved = await send(office, many(), { [`o.${unitId}.u.c5`]: '5' });
    expect(saved.status).toBe(303);
    expect((await opened(commune, sheet)).text).toContain('value="5"');
    const wrong = await send(office, many(), { [`o.${unitId}.u.c6`]: 'năm' });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain('value="năm"');
    expect(text).toContain(`${name}: Đã giải quyết`);
    const { seen } = await opened(office, many());
    await someoneSaves('u.c6', 7);
    const conflict = await office.post(many(), { da_thay: seen, [`o.${unitId}.u.c6`]: '5' });
    expect(conflict.status).toBe(409);
    expect(await conflict.text()).toContain('ghi “7”');
  });
});
