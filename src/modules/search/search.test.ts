import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../test/support/plan-world.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { type SearchWords, searchWords } from '../../kernel/search-words.ts';
import { issuePlan, issuePlanInput } from '../plans/index.ts';
import { searchAll, searchGroup } from './queries/search-all.ts';

let it_: TestApp;
let world: PlanWorld;
let planId: string;
let draftId: string;
let clerk: Visitor;
let writer: Visitor;
const today = calendarDate('2024-06-24');

const read = (text: string): SearchWords => searchWords(text) as SearchWords;
const member = () => world.actor('member', 'xa-bai-say');
const standing = () => world.actor('standing', 'phong-noi-vu');
const find = (text: string, actor = member()) => searchAll(it_.db, actor, today, read(text));

beforeAll(async () => {
  it_ = await testApp();
  world = await planWorld(it_);
  planId = await world.draft();
  await world.importExample(planId);
  await world.run(standing(), (context, tx) =>
    issuePlan(
      context,
      tx,
      issuePlanInput.parse({
        planId,
        number: '15/KH-UBND',
        issuedOn: '22/01/2024',
        signerName: 'Phạm Đức Thắng',
      }),
    ),
  );
  draftId = await world.draft('Kế hoạch còn soạn');
  await world.importExample(draftId);
  await world.account('can.bo', 'member', 'xa-bai-say');
  await world.account('noi.vu', 'standing', 'phong-noi-vu');
  clerk = await it_.signIn('can.bo', TEST_PASSWORD);
  writer = await it_.signIn('noi.vu', TEST_PASSWORD);
});
afterAll(() => it_.close());

describe('what is found', () => {
  it('is the same with and without diacritics, composed and decomposed', async () => {
    const counts = [];
    for (const text of [
      'hòa giải cơ sở',
      'hòa giải cơ sở'.normalize('NFD'),
      'hoa giai co so',
      'HOA GIAI CO SO',
    ]) {
      const { tasks, clauses } = await find(text);
      counts.push([tasks.total, clauses.total]);
    }
    expect(counts[0]?.some((count) => count > 0)).toBe(true);
    expect(new Set(counts.map(String)).size).toBe(1);
  });

  it('puts the exact code first, then what lies under it', async () => {
    const clauses = (await find('II.1.2.b')).clauses.rows;
    expect(clauses[0]?.path).toBe('II.1.2.b');
    const under = (await find('ii.1')).clauses.rows.map((row) => row.path);
    expect(under[0]).toBe('II.1');
    expect(under.every((path) => path === 'II.1' || path.startsWith('II.1.'))).toBe(true);
    const task = (await find('hòa giải')).tasks.rows[0];
    if (!task) throw new Error('the example has a task about mediation');
    expect((await find(task.code)).tasks.rows[0]?.code).toBe(task.code);
  });

  it('puts a unit’s own name before longer names that hold it, and finds units by code and by two letters', async () => {
    const { units } = await find('bai say');
    expect(units.rows[0]?.name).toBe('UBND xã Bãi Sậy');
    const code = world.unit('xa-bai-say').code;
    if (code) expect((await find(code)).units.rows[0]?.id).toBe(world.unit('xa-bai-say').id);
    expect((await find('xã')).units.total).toBeGreaterThan(5);
    expect((await find('xã')).tasks.total).toBe(0);
  });

  it('takes wildcards and operators as letters of the text', async () => {
    for (const text of ['100%', 'a_b', "'; drop table plans_task; --", '\\', '(công', '[a-z]+x', '.*cong'])
      if (searchWords(text)) await expect(find(text)).resolves.toBeDefined();
    expect((await find('c_ng')).tasks.total).toBe(0);
  });

  it('offers similar spellings only when nothing holds the words', async () => {
    expect((await find('niêm yết')).near).toBe(false);
    const wrong = await find('bai sayy');
    expect(wrong.near).toBe(true);
    expect(wrong.units.rows.map((row) => row.name)).toContain('UBND xã Bãi Sậy');
    expect((await find('qqqqzzzz')).units.rows).toEqual([]);
  });

  it('finds a plan by its number', async () => {
    expect((await find('15/KH-UBND')).plans.rows.map((row) => row.id)).toEqual([planId]);
  });

  it('pages through a group without losing or repeating a row', async () => {
    const words = read('công khai');
    const first = await searchGroup(it_.db, member(), today, words, 'tasks', 1);
    const ids = new Set(first.tasks.rows.map((row) => row.id));
    expect(ids.size).toBe(Math.min(50, first.tasks.total));
    const second = await searchGroup(it_.db, member(), today, words, 'tasks', 2);
    expect(second.tasks.rows.some((row) => ids.has(row.id))).toBe(false);
  });
});

describe('rights', () => {
  it('shows tasks, clauses and the head of a draft to its writers and to nobody else', async () => {
    for (const actor of [
      member(),
      world.actor('lead', 'phong-tu-phap'),
      world.actor('superior', 'phong-noi-vu'),
    ]) {
      const { tasks, clauses, plans } = await find('kế hoạch', actor);
      const seen = [...tasks.rows, ...clauses.rows].map((row) => row.planId);
      expect([...seen, ...plans.rows.map((row) => row.id)]).not.toContain(draftId);
    }
    const { tasks } = await find('hòa giải', standing());
    expect(new Set(tasks.rows.map((row) => row.planId))).toEqual(new Set([planId, draftId]));
    expect(tasks.rows.find((row) => row.planId === draftId)?.isDraft).toBe(true);
  });

  it('asks a visitor to sign in first', async () => {
    const response = await it_.visitor().get('/tim?q=abc');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toContain('/dang-nhap');
    expect((await it_.visitor().get('/api/v1/search?q=abc')).status).toBe(401);
  });
});

describe('the page', () => {
  const page = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

  it('says what to type when nothing or too little was typed', async () => {
    expect(await page(clerk, '/tim')).toContain('Gõ từ cần tìm');
    expect(await page(clerk, '/tim?q=%25')).toContain('Từ tìm kiếm quá ngắn');
    expect(await page(clerk, `/tim?q=${encodeURIComponent('tổ')}`)).toContain(
      'chỉ tìm trong mã và tên đơn vị',
    );
  });

  it('marks the words in the text as it is written, and escapes what was typed', async () => {
    expect(await page(clerk, '/tim?q=bai+say')).toContain('<mark class="found">Bãi Sậy</mark>');
    const body = await page(clerk, `/tim?q=${encodeURIComponent('<script>alert(1)</script>')}`);
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('&lt;script&gt;');
  });

  it('links every group with more results to all of them, and these to the list of the room', async () => {
    const body = await page(clerk, `/tim?q=${encodeURIComponent('xã')}`);
    expect(body).toContain('/tim?q=x%C3%A3&amp;loai=don-vi');
    const all = await page(clerk, '/tim?q=x%C3%A3&loai=don-vi');
    expect(all).toContain('/don-vi?q=x%C3%A3');
    expect(all).toMatch(/Kết quả 1–\d+ trong/);
  });

  it('leads a clause to its place in the plan', async () => {
    const href = /href="(\/ke-hoach\/[0-9a-f-]{36})#([^"]+)"/.exec(await page(clerk, '/tim?q=II.1.2.b'));
    expect(await page(clerk, href?.[1] ?? '')).toContain(`id="${href?.[2]}"`);
  });

  it('keeps what was typed in the field of the header', async () => {
    expect(await page(clerk, '/tim?q=bai+say')).toMatch(
      /class="top-search"[^>]*action="\/tim"><input[^>]*value="bai say"/,
    );
  });

  it('names a draft as a draft to its writer', async () => {
    const body = await page(writer, `/tim?q=${encodeURIComponent('hòa giải')}`);
    expect(body).toContain('dự thảo');
    expect(body).toContain(`/ke-hoach/${draftId}`);
    expect(await page(clerk, `/tim?q=${encodeURIComponent('hòa giải')}`)).not.toContain(draftId);
  });

  it('ignores a page or a group that does not exist', async () => {
    expect((await clerk.get('/tim?q=bai+say&trang=abc&loai=gi')).status).toBe(200);
    expect(await page(clerk, '/tim?q=bai+say&loai=don-vi&trang=9')).toContain('Không tìm thấy');
  });
});

describe('the API', () => {
  it('answers the same results with the fields it declares and no others', async () => {
    const response = await clerk.get('/api/v1/search?q=bai+say&limit=3');
    expect(response.status).toBe(200);
    const body = (await response.json()) as { units: { total: number; items: object[] }; near: boolean };
    expect(body.near).toBe(false);
    expect(Object.keys(body.units.items[0] ?? {}).sort()).toEqual([
      'code',
      'id',
      'kind',
      'name',
      'parentName',
      'tier',
    ]);
  });

  it('refuses an empty search and a limit out of range with words', async () => {
    const empty = await clerk.get('/api/v1/search?q=%25');
    expect(empty.status).toBe(422);
    expect(await empty.json()).toMatchObject({ error: { code: 'search.too_short' } });
    expect((await clerk.get('/api/v1/search?q=abc&limit=1000')).status).toBe(422);
  });
});
