import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFileNames, readExampleFile } from '../../../reference/example/index.ts';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../test/support/plan-world.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { newId } from '../../kernel/ids.ts';
import { planById, tasksOfPlan } from './index.ts';

let app: TestApp;
let world: PlanWorld;
let standing: Visitor;
let leader: Visitor;
let commune: Visitor;
const today = calendarDate('2024-06-24');

beforeAll(async () => {
  app = await testApp();
  world = await planWorld(app);
  await world.account('thuongtruc', 'standing', 'phong-noi-vu');
  await world.account('chutich', 'leader', 'ubnd-huyen-an-thi');
  await world.account('xabaisay', 'member', 'xa-bai-say');
  standing = await app.signIn('thuongtruc', TEST_PASSWORD);
  leader = await app.signIn('chutich', TEST_PASSWORD);
  commune = await app.signIn('xabaisay', TEST_PASSWORD);
});
afterAll(() => app.close());

const fileOf = (name: string, bytes: Uint8Array = readExampleFile(name as 'phu-luc-2024.xlsx')): File =>
  new File([new Uint8Array(bytes)], name);

async function textOf(response: Response): Promise<string> {
  return response.text();
}

/** Tables of this room by their number of rows: equal before and after means that nothing was written. */
async function rowCounts(): Promise<unknown> {
  return app.db.rows(
    query({
      plans: 'int',
      tasks: 'int',
      clauses: 'int',
      imports: 'int',
      files: 'int',
      products: 'int',
    })`select
      (select count(*)::integer from plans_plan) as plans, (select count(*)::integer from plans_task) as tasks,
      (select count(*)::integer from plans_clause) as clauses, (select count(*)::integer from plans_import) as imports,
      (select count(*)::integer from kernel_file) as files,
      (select count(*)::integer from plans_task_product) as products`,
  );
}

async function uploadAnnex(planId: string, file: File): Promise<string> {
  const response = await standing.post(`/ke-hoach/${planId}/nhap`, { annex: file });
  expect(response.status, await response.clone().text()).toBe(303);
  return response.headers.get('location') ?? '';
}

/** What the next page would say about this answer. */
function flashOf(response: Response): string {
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith('danbiet_flash=')) ?? '';
  return Buffer.from(cookie.replace(/^[^=]*=|;.*$/g, ''), 'base64url').toString();
}

/** Confirms as a person does: from the page that shows the changes. Answers that page. */
async function confirm(base: string, planId: string): Promise<string> {
  const diff = await textOf(await standing.get(`${base}?phan=thay-doi`));
  const seen = /name="seen" value="([^"]+)"/.exec(diff)?.[1] ?? '';
  const answer = await standing.post(`${base}/xac-nhan`, { seen });
  expect([answer.status, answer.headers.get('location')], flashOf(answer)).toEqual([
    303,
    `/ke-hoach/${planId}`,
  ]);
  return diff;
}

describe('from a file to an issued plan, through the pages', () => {
  it('makes a draft, previews two files, imports them, and issues the plan', async () => {
    const form = await standing.get('/ke-hoach/moi');
    expect(form.status).toBe(200);
    const created = await standing.post('/ke-hoach/moi', {
      unitId: world.unit('ubnd-huyen-an-thi').id,
      title: 'Kế hoạch qua trang',
      year: '2024',
      number: '',
      parentPlanId: '',
      parentCitation: '',
      regularPeriod: 'half',
    });
    expect(created.status).toBe(303);
    const upload = created.headers.get('location') ?? '';
    expect((await standing.get(upload)).status).toBe(200);
    const staged = await standing.post(upload, {
      body: fileOf(exampleFileNames.body),
      annex: fileOf(exampleFileNames.annexSheet),
    });
    expect(staged.status, await staged.clone().text()).toBe(303);
    const base = staged.headers.get('location') ?? '';
    const planId = /ke-hoach\/([^/]+)/.exec(base)?.[1] ?? '';
    const preview = await textOf(await standing.get(base));
    expect(preview).toContain('Giới thiệu Luật Thực hiện dân chủ ở cơ sở');
    expect(await textOf(await standing.get(`${base}?phan=muc`))).toContain('II.1.2.b');
    expect(await textOf(await standing.get(`${base}?trang=3`))).toContain('101–103');
    expect(await tasksOfPlan(app.db, planId)).toEqual([]);
    expect(await confirm(base, planId)).toContain('thêm 103, sửa 0, bỏ 0');
    expect(await tasksOfPlan(app.db, planId)).toHaveLength(103);

    const page = await textOf(await standing.get(`/ke-hoach/${planId}?noi-dung=2`));
    expect(page).toContain('Kế hoạch qua trang');
    expect((await commune.get(`/ke-hoach/${planId}`)).status).toBe(404);
    expect(await textOf(await leader.get(`/ke-hoach/${planId}/ban-hanh`))).toContain('Giao ');
    const signature = {
      number: '15/KH-UBND',
      issuedOn: '22/01/2024',
      signerName: 'Phạm Đức Thắng',
      signerTitle: '',
    };
    const wrong = await leader.post(`/ke-hoach/${planId}/ban-hanh`, { ...signature, issuedOn: '32/01/2024' });
    expect(wrong.status).toBe(422);
    expect(await textOf(wrong)).toContain('value="15/KH-UBND"');
    expect((await leader.post(`/ke-hoach/${planId}/ban-hanh`, signature)).status).toBe(303);
    const again = await leader.post(`/ke-hoach/${planId}/ban-hanh`, signature);
    expect([again.status, again.headers.get('location')]).toEqual([303, `/ke-hoach/${planId}`]);
    expect((await planById(app.db, planId, today))?.state).toBe('issued');

    expect((await commune.get(`/ke-hoach/${planId}`)).status).toBe(200);
    expect((await commune.get(`/ke-hoach/${planId}/nhiem-vu?xep=due&chieu=giam&q=dan%20chu`)).status).toBe(
      200,
    );
    const sheet = await commune.get(`/ke-hoach/${planId}/nhiem-vu?dinh-dang=xlsx`);
    expect(sheet.headers.get('content-type')).toContain('spreadsheetml');
    const csv = await textOf(await commune.get('/ke-hoach?dinh-dang=csv'));
    expect(csv).toContain('Kế hoạch qua trang');
    const [hash] = await app.db.rows(
      query({ hash: 'text' })`select hash from kernel_file order by hash limit 1`,
    );
    expect((await standing.get(`/ke-hoach/${planId}/tep/${hash?.hash}`)).status).toBe(200);
    expect((await commune.get(`/ke-hoach/${planId}/tep/${hash?.hash}`)).status).toBe(404);
    expect((await standing.get(`/ke-hoach/${planId}/nhap`)).status).toBe(409);
  });
});

describe('who may', () => {
  it('sends visitors to sign in, and refuses people without the right', async () => {
    const visitor = app.visitor();
    expect((await visitor.get('/ke-hoach')).headers.get('location')).toContain('/dang-nhap');
    expect((await visitor.post('/ke-hoach/moi', {})).status).toBe(401);
    expect((await commune.get('/ke-hoach')).status).toBe(200);
    expect((await commune.get('/ke-hoach/moi')).status).toBe(403);
    expect((await leader.post('/ke-hoach/moi', { title: 'x' })).status).toBe(403);
    expect((await standing.get(`/ke-hoach/${newId()}`)).status).toBe(404);
  });
});

describe('a draft in hand', () => {
  it('shows a refused head form again with what was typed', async () => {
    const refused = await standing.post('/ke-hoach/moi', {
      title: '',
      year: '2024',
      unitId: world.unit('ubnd-huyen-an-thi').id,
      parentCitation: 'Gõ dở',
    });
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain('Gõ dở');
  });

  it('corrects rows, columns and slips in the preview without touching the plan', async () => {
    const planId = await world.draft('Sửa trong bản xem trước');
    const csv =
      'STT,Nhiệm vụ,Sản phẩm,Chủ trì,Phối hợp,Thời gian\n1.1,Họp dân,Biên bản,Phòng Nội vụu,,Hằng tháng\n1.2,,Báo cáo,Phòng Tư pháp,,Quý I\n1.3,Niêm yết,Ảnh,Phòng Tư pháp,,bao giờ xong thì xong\n';
    const base = await uploadAnnex(planId, fileOf('phu-luc.csv', new TextEncoder().encode(csv)));
    const page = await textOf(await standing.get(base));
    expect(page).toContain('Là Phòng Nội vụ');
    expect(page).toContain('Còn 1 lỗi');
    const refused = await standing.post(`${base}/xac-nhan`, { seen: 'x' });
    expect(refused.headers.get('location')).toBe(`${base}?phan=thay-doi`);
    expect(
      (await standing.post(`${base}/dong`, { row: '0:2', lead: 'Phòng Nội vụ', coordinating: '' })).status,
    ).toBe(303);
    expect((await standing.post(`${base}/dong`, { row: '0:3', action: 'leave' })).status).toBe(303);
    expect((await standing.post(`${base}/dong`, { row: '0:4', due: 'Quý II/2024' })).status).toBe(303);
    expect((await standing.get(`${base}?sua=0:4`)).status).toBe(200);
    const after = await textOf(await standing.get(base));
    expect(after).not.toContain('Là Phòng Nội vụ');
    expect(after).toContain('hết quý II/2024');
    const mapped = await standing.post(`${base}/cot`, {
      grid: '0',
      headerRow: '1',
      headerHeight: '1',
      'cot-stt': '0',
      'cot-text': '1',
      'cot-product': '2',
      'cot-lead': '3',
      'cot-due': '5',
      'cot-note': '4',
    });
    expect(mapped.status).toBe(303);
    expect(await tasksOfPlan(app.db, planId)).toEqual([]);
    await confirm(base, planId);
    expect((await tasksOfPlan(app.db, planId)).map((task) => [task.code, task.leadUnitId])).toEqual([
      ['1.1', world.unit('phong-noi-vu').id],
      ['1.3', world.unit('phong-tu-phap').id],
    ]);
    expect((await standing.post(`${base}/bo`, {})).status).toBe(409);
  });

  it('refuses a correction that is too long or too many, and the preview can still be read', async () => {
    const planId = await world.draft('Sửa quá dài');
    const csv = 'Mã,Nhiệm vụ,Sản phẩm,Chủ trì,Thời gian\n1,Họp dân,Biên bản,Phòng Nội vụ,Quý I\n';
    const base = await uploadAnnex(planId, fileOf('phu-luc.csv', new TextEncoder().encode(csv)));
    const decide = (path: string | string[]) => {
      const many = [path].flat();
      const words = { written: many.map(() => 'cơ quán'), suggestion: many.map(() => 'cơ quan') };
      return standing.post(`${base}/chinh-ta`, { path, ...words, decision: 'ignore' });
    };
    expect((await decide('x'.repeat(61))).status).toBe(422);
    expect((await decide(Array.from({ length: 2000 }, (_, index) => `I.${index}`))).status).toBe(303);
    expect((await decide('II.1')).status).toBe(422);
    expect((await standing.get(base)).status).toBe(200);
  });

  it('previews 5,000 rows page by page and takes them all', async () => {
    const planId = await world.draft('Phụ lục rất dài');
    const leads = world.units.filter((unit) => unit.kind === 'phong').map((unit) => unit.name);
    const rows = Array.from({ length: 5000 }, (_, i) =>
      [
        i + 1,
        `Việc số ${i + 1}: rà soát, công khai và báo cáo kết quả của lĩnh vực ${i % 97}`,
        'Báo cáo; biên bản họp',
        leads[i % leads.length],
        'UBND các xã, thị trấn; Phòng Nội vụ',
        ['Thường xuyên', 'Quý II/2024', 'Trước ngày 30/6', 'Hằng tháng'][i % 4],
        '',
      ]
        .map((cell) => `"${cell}"`)
        .join(','),
    );
    const csv = `STT,Nhiệm vụ,Sản phẩm,Chủ trì,Phối hợp,Thời gian,Ghi chú\n${rows.join('\n')}\n`;
    const base = await uploadAnnex(planId, fileOf('dai.csv', new TextEncoder().encode(csv)));
    expect(await textOf(await standing.get(base))).toContain('1–50 trong 5.000');
    expect(await textOf(await standing.get(`${base}?trang=100`))).toContain('4.951–5.000 trong 5.000');
    await confirm(base, planId);
    expect(await tasksOfPlan(app.db, planId)).toHaveLength(5000);
  });

  it('shows what a second import would change, and keeps the ids of tasks found again', async () => {
    const planId = await world.draft('Nhập lại');
    const first =
      'Mã,Nhiệm vụ,Sản phẩm,Chủ trì,Thời gian\n1,Họp dân ở từng thôn,Biên bản,Phòng Nội vụ,Hằng tháng\n2,Rà soát thủ tục hành chính,Báo cáo,Phòng Tư pháp,Quý I\n3,Tập huấn công chức,Danh sách,Phòng Nội vụ,Quý I\n';
    const second =
      'Mã,Nhiệm vụ,Sản phẩm,Chủ trì,Thời gian\n1,Họp dân ở từng thôn,Biên bản,Phòng Nội vụ,Hằng quý\n3,Tập huấn công chức,Danh sách,Phòng Nội vụ,Quý I\n4,Mở đường dây nóng,Thông báo,Phòng Nội vụ,Quý II\n';
    const bring = async (csv: string): Promise<string> => {
      const base = await uploadAnnex(planId, fileOf('phu-luc.csv', new TextEncoder().encode(csv)));
      return confirm(base, planId);
    };
    await bring(first);
    const before = await tasksOfPlan(app.db, planId);
    expect(await bring(second)).toContain('thêm 1, sửa 1, bỏ 1, giữ nguyên 1');
    const after = await tasksOfPlan(app.db, planId);
    expect(after.map((task) => task.code)).toEqual(['1', '3', '4']);
    expect(after[0]?.id).toBe(before[0]?.id);
    expect(after[1]?.id).toBe(before[2]?.id);
  });

  it('leaves everything unchanged when a file is bad, and says why', async () => {
    const planId = await world.draft('Tệp hỏng');
    const before = await rowCounts();
    const bytes = readExampleFile(exampleFileNames.annexSheet);
    const bad: [File, number][] = [
      [fileOf('rong.xlsx', new Uint8Array()), 422],
      [fileOf('hong.xlsx', bytes.slice(0, bytes.length / 2)), 422],
      [fileOf('macro.xlsm', bytes), 415],
      [fileOf('gia.docx', new TextEncoder().encode('%PDF-1.7 không phải Word')), 415],
      [fileOf('to.xlsx', new Uint8Array(24 * 1024 * 1024)), 413],
    ];
    for (const [file, status] of bad) {
      const response = await standing.post(`/ke-hoach/${planId}/nhap`, { annex: file });
      expect([file.name, response.status]).toEqual([file.name, status]);
      expect(await textOf(response)).toMatch(/Tệp|tệp/);
    }
    expect((await standing.post(`/ke-hoach/${planId}/nhap`, {})).status).toBe(422);
    expect(await rowCounts()).toEqual(before);
  });

  it('adds, changes and removes a task by names and phrases, and says which it does not know', async () => {
    const planId = await world.draft('Sửa tay');
    const base = `/ke-hoach/${planId}/nhiem-vu`;
    expect((await standing.get(`${base}/moi`)).status).toBe(200);
    const task = {
      code: '1.1',
      words: 'Họp thôn',
      dimension: '1',
      subDimension: '1.2',
      clausePath: '',
      productText: ['Biên bản họp', ''],
      productType: ['', ''],
      lead: 'Phòng Nội vụu',
      coordinators: 'UB MTTQ các xã, thị trấn',
      executors: 'group',
      executorGroup: 'communes',
      chosenUnits: '',
      due: 'Hằng tháng',
      tags: 'CCHC, NTM',
      priority: '1',
      note: '',
    };
    const refused = await standing.post(`${base}/moi`, task);
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain('Có phải: “Phòng Nội vụ”');
    expect((await standing.post(`${base}/moi`, { ...task, lead: 'Phòng Nội vụ' })).status).toBe(303);
    const [saved] = await tasksOfPlan(app.db, planId);
    expect(saved).toMatchObject({
      leadUnitId: world.unit('phong-noi-vu').id,
      executorGroup: 'communes',
      products: [{ text: 'Biên bản họp', type: 'meeting' }],
      due: { type: 'recurring', every: 'month' },
      tags: ['CCHC', 'NTM'],
    });
    const edit = `${base}/${saved?.id}/sua`;
    const form = await textOf(await standing.get(edit));
    const seen = /name="seen" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const changed = { ...task, lead: 'UBND các xã, thị trấn', executors: 'lead', executorGroup: '', seen };
    expect((await standing.post(edit, { ...changed, due: 'bao giờ xong thì xong' })).status).toBe(422);
    expect((await standing.post(edit, changed)).status).toBe(303);
    expect((await standing.post(edit, { ...changed, note: 'x' })).status).toBe(409);
    expect((await tasksOfPlan(app.db, planId))[0]).toMatchObject({ leadGroup: 'communes', leadUnitId: null });
    expect((await standing.post(`${base}/moi`, { ...task, lead: '', due: '' })).status).toBe(409);
    expect((await standing.post(`${base}/${saved?.id}/xoa`, {})).status).toBe(303);
    expect(await tasksOfPlan(app.db, planId)).toEqual([]);
  });
});
