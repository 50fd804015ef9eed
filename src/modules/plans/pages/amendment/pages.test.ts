import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amending, taskAt } from '../../../../../test/support/amend-plan.ts';
import { type TestApp, testApp, type Visitor } from '../../../../../test/support/app.ts';
import { htmlProblems } from '../../../../../test/support/html-rules.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../../../test/support/plan-world.ts';
import { newId } from '../../../../kernel/ids.ts';
import { type PlanTask, tasksOfPlan } from '../../index.ts';

let app: TestApp;
let world: PlanWorld;
let plans: ReturnType<typeof amending>;
let standing: Visitor;
let colleague: Visitor;
let leader: Visitor;
let commune: Visitor;
let planId: string;
let tasks: PlanTask[];
let base: string;
let draft: string;

beforeAll(async () => {
  app = await testApp();
  world = await planWorld(app);
  plans = amending(world, app.db);
  await world.account('thuongtruc', 'standing', 'phong-noi-vu');
  await world.account('thuongtruc2', 'standing', 'phong-noi-vu');
  await world.account('chutich', 'leader', 'ubnd-huyen-an-thi');
  await world.account('xabaisay', 'member', 'xa-bai-say');
  standing = await app.signIn('thuongtruc', TEST_PASSWORD);
  colleague = await app.signIn('thuongtruc2', TEST_PASSWORD);
  leader = await app.signIn('chutich', TEST_PASSWORD);
  commune = await app.signIn('xabaisay', TEST_PASSWORD);
});
afterAll(() => app.close());

beforeEach(async () => {
  ({ planId, tasks } = await plans.issuedPlan());
  base = `/ke-hoach/${planId}`;
  draft = `${base}/sua-doi/du-thao`;
});

/** A task has as many products as its form has lines, all of one name. */
const problemsOf = async (page: string): Promise<string[]> =>
  (await htmlProblems(page)).filter((problem) => !/"product(?:Text|Type)"/.test(problem));

const text = async (answer: Promise<Response> | Response): Promise<string> => (await answer).text();

/** The fields of the page's main form as a browser would send them. */
function fieldsOf(page: string): Record<string, string | string[]> {
  const form = page.match(/<main[\s\S]*<form method="post"[^>]*novalidate>([\s\S]*?)<\/form>/)?.[1] ?? '';
  const plain = (value: string): string =>
    value
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const out: Record<string, string[]> = {};
  const add = (name: string, value: string): void => {
    out[name] = [...(out[name] ?? []), plain(value)];
  };
  for (const [, tag = ''] of form.matchAll(/<input ([^>]*)>/g)) {
    const attribute = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute('name');
    if (name === undefined || name === '_csrf' || (attribute('type') === 'radio' && !/ checked/.test(tag)))
      continue;
    add(name, attribute('value') ?? '');
  }
  for (const [, name = '', value = ''] of form.matchAll(
    /<textarea [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  ))
    add(name, value.replace(/^\n/, ''));
  for (const [, name = '', options = ''] of form.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    add(name, /<option value="([^"]*)"[^>]* selected/.exec(options)?.[1] ?? '');
  return out;
}

const signature = {
  number: '99/KH-UBND',
  issuedOn: '24/06/2024',
  signerName: 'Phạm Đức Thắng',
  signerTitle: '',
  reason: 'Theo tỉnh',
};

describe('an amendment through the pages', () => {
  it('is begun, written, issued and read side by side; every page is valid HTML in both languages', async () => {
    const begun = await standing.post(`${base}/sua-doi`, { reason: 'Theo Công văn số 215' });
    expect([begun.status, begun.headers.get('location')]).toEqual([303, draft]);
    const first = taskAt(tasks, 0);
    const edit = `${draft}/nhiem-vu/${first.id}`;
    const form = fieldsOf(await text(standing.get(edit)));
    const saved = await standing.post(edit, { ...form, words: 'Lời sửa đổi', reason: 'Vì rõ hơn' });
    expect(saved.status, await saved.clone().text()).toBe(303);
    const moved = await standing.post(`${draft}/nhiem-vu/${taskAt(tasks, 1).id}/doi-han`, {
      due: 'Trước ngày 30/11/2024',
      reason: 'Cần thời gian',
      revision: '0',
    });
    expect(moved.status).toBe(303);
    const dropped = await standing.post(`${draft}/nhiem-vu/${taskAt(tasks, 2).id}/bo`, {
      reason: 'Tỉnh làm',
      revision: '0',
    });
    expect(dropped.status).toBe(303);
    const added = await standing.post(`${draft}/them`, {
      ...form,
      code: '9.9',
      words: 'Việc mới',
      reason: 'Bổ sung',
    });
    expect(added.status).toBe(303);

    for (const path of [
      `${base}/sua-doi`,
      draft,
      `${draft}/chon`,
      `${draft}/chon?q=khong-co`,
      `${draft}/them`,
      edit,
      `${edit}/doi-han`,
      `${edit}/bo`,
      `${draft}/ban-hanh`,
      `${base}/dinh-chinh`,
      `${base}/thu-hoi`,
      `${base}/nam-sau`,
    ])
      for (const lang of ['vi', 'en']) {
        const answer = await standing.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(answer.status, path).toBe(200);
        expect(await problemsOf(await answer.text()), `${path} in ${lang}`).toEqual([]);
      }
    await standing.get(`${base}?lang=vi`);
    const page = await text(standing.get(draft));
    expect(page).toContain('Lời sửa đổi');
    expect(page).toContain('Tỉnh làm');

    const issue = fieldsOf(await text(leader.get(`${draft}/ban-hanh`)));
    const issued = await leader.post(`${draft}/ban-hanh`, { ...issue, ...signature });
    expect([issued.status, issued.headers.get('location')]).toEqual([303, `${base}/sua-doi/2`]);
    for (const path of [
      base,
      `${base}?phien-ban=1`,
      `${base}/sua-doi`,
      `${base}/sua-doi/2`,
      `${base}/so-sanh`,
    ])
      for (const lang of ['vi', 'en']) {
        const answer = await commune.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(answer.status, path).toBe(200);
        expect(await problemsOf(await answer.text()), `${path} in ${lang}`).toEqual([]);
      }
    await commune.get(`${base}?lang=vi`);
    expect(await text(commune.get(`${base}/so-sanh`))).toContain('1 nhiệm vụ thêm, 1 bỏ');
    expect(await text(commune.get(base))).toContain('sửa đổi lần 1 số 99/KH-UBND');
    const original = await text(commune.get(`${base}?phien-ban=1`));
    expect(original).toContain('Đang xem phiên bản 1');
    expect(original).toContain(first.words.slice(0, 30));
    expect(original).not.toContain('Lời sửa đổi');
    expect(await tasksOfPlan(app.db, planId)).toHaveLength(tasks.length);
  });

  it('is hidden from those who neither write nor sign it (403), and a draft that is gone says so (404)', async () => {
    expect((await standing.get(draft)).status).toBe(404);
    await standing.post(`${base}/sua-doi`, { reason: 'Vì' });
    for (const path of [draft, `${draft}/chon`, `${draft}/them`, `${draft}/ban-hanh`, `${base}/dinh-chinh`])
      expect((await commune.get(path)).status, path).toBe(403);
    expect(await text(commune.get(`${base}/sua-doi`))).not.toContain('Dự thảo sửa đổi');
    expect((await commune.post(`${base}/sua-doi`, { reason: 'Vì' })).status).toBe(403);
    const discarded = await standing.post(`${draft}/bo-du-thao`, {});
    expect([discarded.status, discarded.headers.get('location')]).toEqual([303, `${base}/sua-doi`]);
    expect((await standing.get(draft)).status).toBe(404);
    expect((await standing.get(`/ke-hoach/${newId()}/sua-doi`)).status).toBe(404);
    expect((await standing.get(`${base}?phien-ban=2`)).status).toBe(404);
    expect((await standing.get(`${base}/so-sanh?tu=1&den=7`)).status).toBe(404);
  });

  it('shows each form again with what was typed and what is wrong (422)', async () => {
    const noReason = await standing.post(`${base}/sua-doi`, { reason: '' });
    expect(noReason.status).toBe(422);
    await standing.post(`${base}/sua-doi`, { reason: 'Vì' });
    const edit = `${draft}/nhiem-vu/${taskAt(tasks, 0).id}`;
    const form = fieldsOf(await text(standing.get(edit)));
    const unknown = await standing.post(edit, {
      ...form,
      words: 'Giữ lời này',
      lead: 'Phòng Không Có',
      reason: 'Vì',
    });
    expect(unknown.status).toBe(422);
    const page = await unknown.text();
    expect(page).toContain('Giữ lời này');
    expect(page).toContain('Phòng Không Có');
    expect(await problemsOf(page)).toEqual([]);
    const due = await standing.post(`${edit}/doi-han`, { due: 'hôm nào đó', reason: 'Vì', revision: '0' });
    expect(due.status).toBe(422);
    expect(await due.text()).toContain('hôm nào đó');
    const drop = await standing.post(`${edit}/bo`, { reason: '', revision: '0' });
    expect(drop.status).toBe(422);
    const same = await standing.post(edit, { ...form, reason: 'Vì' });
    expect(same.status).toBe(422);
    expect(await same.text()).toContain('Nội dung không khác');
    const empty = await leader.post(`${draft}/ban-hanh`, signature);
    expect(empty.status).toBe(422);
    await standing.post(`${edit}/bo`, { reason: 'Vì', revision: '0' });
    const early = await leader.post(`${draft}/ban-hanh`, { ...signature, issuedOn: '01/01/2024' });
    expect(early.status).toBe(422);
    const again = await early.text();
    expect(again).toContain('01/01/2024');
    expect(again).toContain('phải từ ngày 22/01/2024');
  });
});

describe('two people at the same task of a draft', () => {
  it('the second is told (409), keeps what was typed and sees what the first saved; sent again it is saved', async () => {
    await standing.post(`${base}/sua-doi`, { reason: 'Vì' });
    const edit = `${draft}/nhiem-vu/${taskAt(tasks, 0).id}`;
    const [mine, theirs] = [
      fieldsOf(await text(standing.get(edit))),
      fieldsOf(await text(colleague.get(edit))),
    ];
    await standing.post(edit, { ...mine, words: 'Lời của người thứ nhất', reason: 'Lý do một' });
    const refused = await colleague.post(edit, {
      ...theirs,
      words: 'Lời của người thứ hai',
      reason: 'Lý do hai',
    });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('Lời của người thứ nhất');
    expect(page).toContain('Lời của người thứ hai');
    expect(page).toContain('Người dùng thuongtruc đã lưu thay đổi');
    expect(await problemsOf(page)).toEqual([]);
    const again = await colleague.post(edit, fieldsOf(page));
    expect(again.status).toBe(303);
    expect(await text(standing.get(draft))).toContain('Lời của người thứ hai');
  });

  it('a change taken out meanwhile can be saved again as it was typed', async () => {
    await standing.post(`${base}/sua-doi`, { reason: 'Vì' });
    const edit = `${draft}/nhiem-vu/${taskAt(tasks, 0).id}`;
    const form = fieldsOf(await text(standing.get(edit)));
    await standing.post(edit, { ...form, words: 'Đã lưu', reason: 'Vì' });
    const later = fieldsOf(await text(colleague.get(edit)));
    const undone = await standing.post(`${edit}/rut`, { revision: '1' });
    expect(undone.status).toBe(303);
    const gone = await colleague.post(edit, { ...later, words: 'Lời viết sau' });
    expect(gone.status).toBe(409);
    const page = await gone.text();
    expect(page).toContain('Lời viết sau');
    expect((await colleague.post(edit, fieldsOf(page))).status).toBe(303);
  });

  it('what changed while the leader was signing is not issued unseen (409)', async () => {
    await standing.post(`${base}/sua-doi`, { reason: 'Vì' });
    await standing.post(`${draft}/nhiem-vu/${taskAt(tasks, 0).id}/bo`, { reason: 'Vì', revision: '0' });
    const seen = fieldsOf(await text(leader.get(`${draft}/ban-hanh`)));
    await standing.post(`${draft}/nhiem-vu/${taskAt(tasks, 1).id}/bo`, { reason: 'Thêm sau', revision: '0' });
    const stale = await leader.post(`${draft}/ban-hanh`, { ...seen, ...signature });
    expect(stale.status).toBe(409);
    const page = await stale.text();
    expect(page).toContain('Thêm sau');
    expect((await leader.post(`${draft}/ban-hanh`, { ...fieldsOf(page), ...signature })).status).toBe(303);
  });
});

describe('what ends or follows a plan', () => {
  it('a corrected day stands on the page beside the original; a wrong one is refused with what was typed (422)', async () => {
    const form = fieldsOf(await text(standing.get(`${base}/dinh-chinh`)));
    const wrong = await standing.post(`${base}/dinh-chinh`, {
      ...form,
      issuedOn: '25/06/2024',
      reason: 'Nhầm',
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('25/06/2024');
    const right = await standing.post(`${base}/dinh-chinh`, {
      ...form,
      issuedOn: '23/01/2024',
      reason: 'Gõ nhầm ngày',
    });
    expect([right.status, right.headers.get('location')]).toEqual([303, base]);
    const page = await text(commune.get(base));
    expect(page).toContain('23/01/2024');
    expect(page).toContain('Gõ nhầm ngày');
    expect(await text(commune.get(`${base}?phien-ban=1`))).toContain('23/01/2024');
    const stale = await leader.post(`${base}/dinh-chinh`, {
      ...form,
      issuedOn: '24/01/2024',
      reason: 'Muộn',
    });
    expect(stale.status).toBe(409);
  });

  it('a withdrawn plan says so to everybody and is acted on no more (409)', async () => {
    expect((await leader.post(`${base}/thu-hoi`, { on: '24/06/2024', reason: '' })).status).toBe(422);
    const done = await leader.post(`${base}/thu-hoi`, {
      on: '24/06/2024',
      reason: 'Ban hành sai thẩm quyền',
    });
    expect([done.status, done.headers.get('location')]).toEqual([303, base]);
    const page = await text(commune.get(base));
    expect(page).toContain('đã bị thu hồi ngày 24/06/2024: Ban hành sai thẩm quyền');
    expect(await problemsOf(page)).toEqual([]);
    for (const path of [`${base}/thu-hoi`, `${base}/dinh-chinh`, `${base}/nam-sau`])
      expect((await standing.get(path)).status, path).toBe(409);
    expect((await standing.post(`${base}/sua-doi`, { reason: 'Vì' })).status).toBe(409);
    expect(await text(standing.get('/ke-hoach?trang-thai=withdrawn'))).toContain(base);
  });

  it('next year’s plan begins from this one and each leads to the other', async () => {
    const form = fieldsOf(await text(standing.get(`${base}/nam-sau`)));
    expect((await standing.post(`${base}/nam-sau`, { ...form, year: '2024' })).status).toBe(422);
    const begun = await standing.post(`${base}/nam-sau`, form);
    expect(begun.status).toBe(303);
    const next = begun.headers.get('location') ?? '';
    const page = await text(standing.get(next));
    expect(page).toContain(`href="${base}"`);
    expect(await problemsOf(page)).toEqual([]);
    expect(await text(standing.get(base))).toContain(`href="${next}"`);
    // The draft of next year is hidden from those who may not see drafts.
    expect(await text(commune.get(base))).not.toContain(next);
    expect((await commune.get(`${base}/nam-sau`)).status).toBe(403);
    const [task] = await tasksOfPlan(app.db, next.split('/').at(-1) ?? '');
    expect(await text(standing.get(`${next}/nhiem-vu/${task?.id}/sua`))).toContain(
      `href="/nhiem-vu/${task?.previousTaskId}"`,
    );
  });
});

describe('a plan on a day of the past', () => {
  it('shows the version that had been recorded by then, and marks an amendment recorded later about an earlier day', async () => {
    app.clock.set(new Date('2024-06-26T02:00:00Z'));
    const reader = await app.signIn('xabaisay', TEST_PASSWORD);
    await plans.start(planId);
    await plans.amend(planId, { task: taskAt(tasks, 0), with: { words: 'Lời sau này' } });
    await plans.issue(planId, { issuedOn: '24/06/2024' });
    const on = (day: string) => reader.get(`${base}?as_of=${day}`);
    const before = await text(on('2024-06-25'));
    expect(before).toContain('phiên bản 1');
    expect(before).not.toContain('Lời sau này');
    expect(before).toContain('Ghi sau: sửa đổi lần 1 ban hành ngày 24/06/2024');
    expect(await problemsOf(before)).toEqual([]);
    expect(await text(on('2024-06-26'))).toContain('Lời sau này');
    expect((await on('2024-06-23')).status).toBe(404);
    for (const day of ['2024-06-27', 'homqua']) expect((await on(day)).status, day).toBe(422);
    app.clock.set(new Date('2024-06-24T02:00:00Z'));
  });
});
