import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { htmlProblems } from '../../../test/support/html-rules.ts';
import { personWithPost, TEST_PASSWORD } from '../../../test/support/people.ts';
import { draftForm } from '../../../test/support/unit-plan-form.ts';
import { type UnitPlanWorld, unitPlanWorld } from '../../../test/support/unit-plan-world.ts';
import { systemActor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import { withdrawPlan } from '../plans/index.ts';
import { lineStamp } from './line-stamp.ts';
import { loadLines } from './store-draft.ts';

let place: TestApp;
let world: UnitPlanWorld;
let head: Visitor;
let clerk: Visitor;
let neighbour: Visitor;
let standing: Visitor;
let id: string;
let href: string;
let register: string;

beforeAll(async () => {
  place = await testApp();
  world = await unitPlanWorld(place);
  const { commune, otherCommune, office } = world.tree;
  const sign = async (name: string, unitId: string, role: 'member' | 'standing', title: string) => {
    await personWithPost(place, name, { unitId, role, title });
    return place.signIn(name, TEST_PASSWORD);
  };
  head = await sign('xa.mot.chutich', commune, 'member', 'Chủ tịch UBND xã');
  clerk = await sign('xa.mot', commune, 'member', 'Công chức Văn phòng - Thống kê');
  neighbour = await sign('xa.hai', otherCommune, 'member', 'Chủ tịch UBND xã');
  standing = await sign('noi.vu', office, 'standing', 'Chuyên viên');
  id = (await world.of(commune)).id;
  href = `/ke-hoach-don-vi/${id}`;
  register = `/ke-hoach/${world.planId}/don-vi`;
});
afterAll(() => place.close());

const pageOf = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();

const draftFields = (change?: (words: string, index: number) => Record<string, string>) =>
  draftForm(place.db, id, change);

describe('before anything is written', () => {
  it('a visitor who is signed out is sent to sign in', async () => {
    for (const path of ['/ke-hoach-don-vi', href, `${href}/soan`, register])
      expect((await place.visitor().get(path)).headers.get('location')).toContain('/dang-nhap?ve=');
  });

  it('a unit sees what it owes, by when and why; its late day is said in words', async () => {
    const page = await pageOf(clerk, '/ke-hoach-don-vi');
    expect(page).toContain('quá hạn, chưa nhận');
    expect(page).toContain('15 ngày làm việc từ 22/01/2024');
    expect(page).toContain('Xác nhận đã nhận');
  });

  it('what a unit has not issued is hidden from other units, and refused to those who only follow it', async () => {
    expect((await neighbour.get(href)).status).toBe(404);
    expect((await standing.get(href)).status).toBe(200);
    expect((await neighbour.post(`${href}/nhan`, {})).status).toBe(404);
    expect((await standing.post(`${href}/nhan`, {})).status).toBe(403);
    expect((await standing.get(`${href}/soan`)).status).toBe(403);
    expect((await clerk.get(`${href}/soan`)).status).toBe(409);
    expect((await clerk.get('/ke-hoach-don-vi/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('receipt is confirmed with a message; a second time says who did (409)', async () => {
    const answer = await clerk.post(`${href}/nhan`, {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, href]);
    expect((await head.post(`${href}/nhan`, {})).status).toBe(409);
    expect(await pageOf(standing, href)).toContain('Người xa.mot, ngày 24/06/2024');
  });
});

describe('the draft', () => {
  it('begins with the tasks of the parent and names what each line lacks', async () => {
    const answer = await clerk.post(`${href}/bat-dau`, {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${href}/soan`]);
    const page = await pageOf(clerk, `${href}/soan`);
    expect(page).toContain('Đã đủ 0 trên 4 nhiệm vụ');
    expect(page).toContain('Niêm yết danh sách hộ nghèo');
    expect(page).toContain('thiếu người hoặc chức danh phụ trách');
    expect(page).toContain('làm nhiều kỳ, thiếu chu kỳ');
    expect(page).toContain('<option value="Người xa.mot, Công chức Văn phòng - Thống kê">');
  });

  it('cannot be issued while something is missing: each gap is a link to its line', async () => {
    const page = await pageOf(head, `${href}/ban-hanh`);
    expect(page).toContain('Còn 5 chỗ thiếu, chưa ban hành được');
    const [line] = await loadLines(place.db, id);
    expect(page).toContain(`href="${href}/soan?xem=1#d-${line?.id}"`);
    expect(page).not.toContain('name="number"');
    const refused = await head.post(`${href}/ban-hanh`, {
      number: '12/KH-UBND',
      issuedOn: '19/02/2024',
      signerName: 'Ai đó',
      signerTitle: 'Chủ tịch',
    });
    expect(refused.status).toBe(422);
  });

  it('saves many lines at once, keeps what was typed when refused (422), and sends nothing twice', async () => {
    const filled = await draftFields((words) => ({
      how: 'Mời báo cáo viên về từng thôn',
      responsible: 'Công chức Tư pháp - Hộ tịch',
      dueWords: words === 'Thường xuyên' ? 'Hằng quý' : words,
    }));
    const [first] = await loadLines(place.db, id);
    const tooLong = { ...filled, [`${first?.id}.responsible`]: 'x'.repeat(201) };
    const refused = await clerk.post(`${href}/soan`, tooLong);
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain('Mời báo cáo viên về từng thôn');
    expect(again).toContain(`id="f-${first?.id}-responsible-error"`);
    const saved = await clerk.post(`${href}/soan`, filled);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${href}/soan?xem=tat-ca`]);
    expect(await pageOf(clerk, `${href}/soan`)).toContain('Đã đủ 4 trên 4 nhiệm vụ');
    expect((await clerk.post(`${href}/soan`, await draftFields())).status).toBe(303);
    expect(await pageOf(clerk, `${href}/soan`)).toContain('Không có dòng nào thay đổi');
  });

  it('two people at the same line: the second is told by whom and what (409), and nothing typed is lost', async () => {
    const mine = await draftFields((_, index) => (index === 0 ? { how: 'Bản của văn phòng' } : {}));
    const theirs = await draftFields((_, index) => (index === 0 ? { how: 'Bản của chủ tịch' } : {}));
    expect((await head.post(`${href}/soan`, theirs)).status).toBe(303);
    const refused = await clerk.post(`${href}/soan`, mine);
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('Người xa.mot.chutich vừa lưu dòng này');
    expect(page).toContain('Bản của văn phòng');
    expect(page).toContain('Bản của chủ tịch');
    expect((await loadLines(place.db, id))[0]?.how).toBe('Bản của chủ tịch');
  });

  it('one responsible and one time are set for the chosen lines; choosing none is refused with words', async () => {
    const lines = await loadLines(place.db, id);
    const set = { 'dat.responsible': 'Phó Chủ tịch UBND xã', 'dat.dueWords': '' };
    const none = await clerk.post(`${href}/soan`, { ...(await draftFields()), ...set, viec: 'dat' });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('Chưa chọn dòng nào');
    const fields: Record<string, string | string[]> = { ...(await draftFields()), ...set, viec: 'dat' };
    fields.chon = lines.slice(0, 2).map((line) => line.id);
    expect((await clerk.post(`${href}/soan`, fields)).status).toBe(303);
    const responsible = (await loadLines(place.db, id)).map((line) => line.responsible);
    expect(responsible.filter((words) => words === 'Phó Chủ tịch UBND xã')).toHaveLength(2);
    const all = {
      ...(await draftFields()),
      ...set,
      'dat.responsible': 'Chủ tịch UBND xã',
      'chon-het': '1',
      viec: 'dat',
    };
    expect((await clerk.post(`${href}/soan`, all)).status).toBe(303);
    expect((await loadLines(place.db, id)).every((line) => line.responsible === 'Chủ tịch UBND xã')).toBe(
      true,
    );
  });

  it('a time later than the parent’s is shown with its question; its reason clears it', async () => {
    const late = await draftFields((_, index) => (index === 1 ? { dueWords: '15/7/2024' } : {}));
    await clerk.post(`${href}/soan`, late);
    expect(await pageOf(clerk, `${href}/soan?xem=thieu`)).toContain('muộn hơn cấp trên, thiếu lý do');
    const reasoned = await draftFields((_, index) =>
      index === 1 ? { dueWords: '15/7/2024', lateReason: 'Chờ kết quả rà soát' } : {},
    );
    await clerk.post(`${href}/soan`, reasoned);
    expect(await pageOf(clerk, `${href}/soan?xem=thieu`)).toContain('Không còn dòng nào thiếu');
  });

  it('a line of the unit’s own is added, refused without words (422), and taken out again', async () => {
    const typed = {
      words: '',
      dimension: '2',
      how: '',
      product: 'Chuyên mục',
      responsible: 'Văn phòng',
      dueWords: 'Hằng quý',
    };
    expect((await clerk.post(`${href}/viec-rieng`, typed)).status).toBe(422);
    const added = await clerk.post(`${href}/viec-rieng`, { ...typed, words: 'Mở chuyên mục hỏi đáp' });
    expect(added.status).toBe(303);
    const own = (await loadLines(place.db, id)).find((line) => line.taskId === null);
    expect(await pageOf(clerk, `${href}/soan?xem=rieng`)).toContain('Mở chuyên mục hỏi đáp');
    const stale = await clerk.post(`${href}/viec-rieng/bo`, { lineId: own?.id ?? '', stamp: '9.x' });
    expect(stale.status).toBe(409);
    const gone = await clerk.post(`${href}/viec-rieng/bo`, {
      lineId: own?.id ?? '',
      stamp: own ? lineStamp(own) : '',
    });
    expect(gone.status).toBe(303);
    expect((await clerk.post(`${href}/viec-rieng/bo`, { lineId: own?.id ?? '', stamp: '1.x' })).status).toBe(
      404,
    );
  });

  it('the text is saved with its revision; an old cited law is told before the issue', async () => {
    const text = {
      title: 'Thực hiện kế hoạch của huyện',
      bases: 'Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007',
      opening: 'Mục đích',
      closing: 'Tổ chức',
      recipients: 'UBND huyện',
      revision: '1',
    };
    expect((await clerk.post(`${href}/loi`, { ...text, title: '' })).status).toBe(422);
    expect((await clerk.post(`${href}/loi`, text)).status).toBe(303);
    const second = await head.post(`${href}/loi`, { ...text, title: 'Tên khác' });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('value="Tên khác"');
    expect(page).toContain('Người xa.mot vừa lưu phần lời');
    expect(await pageOf(head, `${href}/ban-hanh`)).toContain('34/2007/PL-UBTVQH11');
  });
});

describe('the issue', () => {
  const signed = {
    number: '12/KH-UBND',
    issuedOn: '19/02/2024',
    signerName: 'Lê Văn Mẫu',
    signerTitle: 'Chủ tịch UBND xã',
  };

  it('is for whoever leads the unit; a wrong day is shown again (422); then it is in time', async () => {
    expect(await pageOf(clerk, `${href}/ban-hanh`)).toContain('do người lãnh đạo đơn vị ghi nhận');
    expect((await clerk.post(`${href}/ban-hanh`, signed)).status).toBe(403);
    for (const day of ['21/01/2024', '25/06/2024', '31/02/2024']) {
      const refused = await head.post(`${href}/ban-hanh`, { ...signed, issuedOn: day });
      expect(refused.status, day).toBe(422);
      expect(await refused.text()).toContain(`value="${day}"`);
    }
    expect(await pageOf(head, `${href}/ban-hanh`)).toContain('Đồng thời báo hoàn thành nhiệm vụ 1.1');
    const issued = await head.post(`${href}/ban-hanh`, { ...signed, reportDone: '1' });
    expect([issued.status, issued.headers.get('location')]).toEqual([303, href]);
    const page = await pageOf(head, href);
    expect(page).toContain('Đã ban hành kế hoạch số 12/KH-UBND, sau 15 ngày làm việc, đúng hạn.');
    expect(page).toContain('muộn hơn vì: Chờ kết quả rà soát');
    expect((await head.post(`${href}/ban-hanh`, signed)).status).toBe(409);
  });

  it('reports the task that asks for the plan as done, with the plan as its evidence', async () => {
    const reported = await place.db.rows(query({ code: 'text', doneOn: 'date', url: 'text' } as const)`
      select t.code, a.done_on as "doneOn", e.url from assignments_assignment a
      join assignments_task t on t.id = a.task_id join evidence_record e on e.subject_id = a.id
      where a.unit_id = ${world.tree.commune} and a.progress = 'claimed'`);
    expect(reported).toEqual([
      { code: '1.1', doneOn: '2024-02-19', url: `http://danbiet.test${href}?ban=1` },
    ]);
  });

  it('is read by everybody from then on, and the day before it is read as it stood', async () => {
    expect((await neighbour.get(href)).status).toBe(200);
    const past = await pageOf(standing, `${href}?as_of=2024-06-23`);
    expect(past).toContain('Đến ngày này đơn vị chưa ban hành kế hoạch');
    expect(past).toContain('ghi sau');
    expect((await neighbour.get(`${href}?as_of=2024-06-23`)).status).toBe(404);
    expect((await standing.get(`${href}?as_of=2030-01-01`)).status).toBe(422);
    expect((await standing.get(`${href}?ban=7`)).status).toBe(404);
  });

  it('is taken along as a Word file and as a PDF, with number, day and every task', async () => {
    const word = await neighbour.get(`${href}/van-ban?ban=1&dinh-dang=docx`);
    expect(word.headers.get('content-disposition')).toContain('ke-hoach-don-vi-12-KH-UBND.docx');
    const read = await readDocument('a.docx', new Uint8Array(await word.arrayBuffer()));
    const text = JSON.stringify(read);
    for (const words of ['ỦY BAN NHÂN DÂN', '12/KH-UBND', 'Niêm yết danh sách hộ nghèo', 'Chủ tịch UBND xã'])
      expect(text).toContain(words);
    const pdf = await neighbour.get(`${href}/van-ban?dinh-dang=pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});

describe('the register', () => {
  it('shows all units to who follows them, and to a unit its own and what was issued', async () => {
    const page = await pageOf(standing, register);
    for (const words of ['UBND xã Một', 'UBND xã Hai', 'UB MTTQ huyện', '12/KH-UBND', '100%'])
      expect(page).toContain(words);
    const seen = await pageOf(neighbour, register);
    expect(seen).toContain('UBND xã Một');
    expect(seen).not.toContain('UB MTTQ huyện');
    expect(seen).not.toContain('Đổi thời hạn ban hành kế hoạch đơn vị');
    expect((await standing.get('/ke-hoach/00000000-0000-7000-8000-000000000000/don-vi')).status).toBe(404);
  });

  it('filters by state and name, and every row it shows can be taken along', async () => {
    const late = await pageOf(standing, `${register}?trang-thai=tre`);
    expect(late).toContain('UBND xã Hai');
    expect(late).not.toContain('12/KH-UBND');
    expect(await pageOf(standing, `${register}?q=xa+mot`)).not.toContain('UBND xã Hai');
    expect(await pageOf(standing, `${register}?q=khong+co`)).toContain('Không có đơn vị nào khớp');
    const file = await standing.get(`${register}?dinh-dang=xlsx`);
    const read = JSON.stringify(await readDocument('a.xlsx', new Uint8Array(await file.arrayBuffer())));
    for (const words of ['UBND xã Một', 'UBND xã Hai', '12/KH-UBND']) expect(read).toContain(words);
    expect(await (await standing.get(`${register}?dinh-dang=csv`)).text()).toContain('UBND xã Một');
  });

  it('reads any day as it stood', async () => {
    const then = await pageOf(standing, `${register}?as_of=2024-01-22`);
    expect(then).toContain('UBND xã Một');
    expect(then).not.toContain('12/KH-UBND');
    expect(await pageOf(standing, `${register}?as_of=2024-01-21`)).not.toContain('UBND xã Một');
  });

  it('changes the time given with a reason, shows the form again without one (422), refuses units (403)', async () => {
    const refused = await standing.post(`${register}/thoi-han`, { within: '20', reason: '' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="20"');
    expect((await neighbour.post(`${register}/thoi-han`, { within: '20', reason: 'x' })).status).toBe(403);
    expect((await standing.post(`${register}/thoi-han`, { within: '20', reason: 'Theo tỉnh' })).status).toBe(
      303,
    );
    expect((await world.of(world.tree.otherCommune)).course.due?.on).toBe('2024-02-26');
  });
});

describe('a return', () => {
  it('needs a reason (422), is for who follows (403), and is told to the unit', async () => {
    expect((await head.post(`${href}/tra-lai`, { reason: 'x' })).status).toBe(403);
    const empty = await standing.post(`${href}/tra-lai`, { reason: '' });
    expect(empty.status).toBe(422);
    const answer = await standing.post(`${href}/tra-lai`, { reason: 'Nhiệm vụ 1.2 chưa rõ cách làm' });
    expect(answer.status).toBe(303);
    expect((await standing.post(`${href}/tra-lai`, { reason: 'lần nữa' })).status).toBe(409);
    const page = await pageOf(clerk, href);
    expect(page).toContain('Nhiệm vụ 1.2 chưa rõ cách làm');
    expect(page).toContain('Soạn bản 2');
    expect(await pageOf(clerk, '/thong-bao')).toContain('trả lại kế hoạch thực hiện');
  });
});

it('each page is valid HTML in Vietnamese and in English', async () => {
  await clerk.post(`${href}/bat-dau`, {});
  await clerk.post(`${href}/viec-rieng`, {
    words: 'Mở chuyên mục hỏi đáp',
    dimension: '2',
    product: 'Chuyên mục',
    responsible: 'Văn phòng',
    dueWords: 'Thường xuyên',
  });
  const pages: [Visitor, string][] = [
    [clerk, '/ke-hoach-don-vi'],
    [clerk, href],
    [clerk, `${href}/soan?xem=tat-ca`],
    [clerk, `${href}/soan?xem=rieng`],
    [clerk, `${href}/viec-rieng`],
    [clerk, `${href}/loi`],
    [head, `${href}/ban-hanh`],
    [standing, register],
    [standing, `/ke-hoach/${world.planId}`],
    [standing, `/don-vi/${world.tree.commune}`],
  ];
  for (const [visitor, path] of pages)
    for (const lang of ['en', 'vi']) {
      const answer = await visitor.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect(answer.status, path).toBe(200);
      const page = await answer.text();
      expect(await htmlProblems(page), `${path} in ${lang}`).toEqual([]);
      expect(page, path).not.toMatch(/\{\w+\}/);
    }
});

it('programs read the same, as far as the caller sees', async () => {
  const read = async (visitor: Visitor, query: string) =>
    (await (await visitor.get(`/api/v1/unit-plans?${query}`)).json()) as {
      unitPlans: { unitName: string; state: string }[];
    };
  const all = await read(standing, `plan=${world.planId}`);
  expect(all.unitPlans.map((one) => one.unitName).sort()).toEqual([
    'Phòng Nội vụ',
    'UB MTTQ huyện',
    'UBND xã Hai',
    'UBND xã Một',
  ]);
  expect((await read(neighbour, `plan=${world.planId}`)).unitPlans).toHaveLength(2);
  expect((await read(clerk, '')).unitPlans).toMatchObject([{ unitName: 'UBND xã Một', state: 'returned' }]);
  expect((await read(standing, `plan=${world.planId}&as_of=2024-01-21`)).unitPlans).toEqual([]);
});

it('a plan that was withdrawn leaves nothing to do, and says why', async () => {
  await world.on('2024-06-24', systemActor, (context, tx) =>
    withdrawPlan(context, tx, {
      planId: world.planId,
      on: calendarDate('2024-06-24'),
      reason: 'Ban hành nhầm',
    }),
  );
  const page = await pageOf(clerk, href);
  expect(page).toContain('Kế hoạch cấp trên đã thu hồi ngày 24/06/2024: Ban hành nhầm');
  expect(page).not.toContain('Soạn tiếp');
});
