import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { issueUnprovenWork } from '../../../../test/support/issued-work.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { jpegPicture, phonePhoto, pngDeclaring } from '../../../../test/support/pictures.ts';
import { query } from '../../../kernel/db/sql.ts';
import { hashOf } from '../../../kernel/files.ts';
import { newId } from '../../../kernel/ids.ts';
import { evidenceLimits, evidenceOf, evidenceSummary, NO_EVIDENCE } from '../../evidence/index.ts';
import type { AssignedWork } from '../queries/assigned-work.ts';
import { evidenceSubject } from '../queries/lacking.ts';

let place: TestApp;
let tree: SmallTree;
let [commune, other, lead]: Visitor[] = [];
const work: AssignedWork[] = [];

const PRODUCTS = [
  { text: 'Kế hoạch', type: 'document' },
  { text: 'Ảnh niêm yết', type: 'posting' },
  { text: 'Biên bản họp', type: 'meeting' },
  { text: 'Số hộ được tuyên truyền', type: 'figure' },
] as const;

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  const account = async (login: string, unitId: string, role: 'member' | 'lead'): Promise<Visitor> => {
    await personWithPost(place, login, { unitId, role });
    return place.signIn(login, TEST_PASSWORD);
  };
  commune = await account('xa.mot', tree.commune, 'member');
  other = await account('xa.hai', tree.otherCommune, 'member');
  lead = await account('noi.vu', tree.office, 'lead');
});
afterAll(() => place.close());

/** A fresh assignment of the commune with one product of the type. */
async function workOf(...types: (typeof PRODUCTS)[number]['type'][]): Promise<string> {
  const { work: issued } = await issueUnprovenWork(place, tree, [
    {
      executors: 'chosen',
      chosenUnitIds: [tree.commune],
      products: PRODUCTS.filter(({ type }) => types.includes(type)),
    },
  ]);
  work.push(...issued);
  return issued.find(({ unitId }) => unitId === tree.commune)?.id ?? '';
}

const pdf = (words = 'a'): File => new File([`%PDF-1.7\n${words}\n%%EOF\n`], 'Báo cáo.pdf');
const photo = async (name = 'IMG_1.jpg'): Promise<File> =>
  new File(
    [new Uint8Array(await phonePhoto({ takenAt: '2024:06:20 08:30:00', latitude: 20.8, longitude: 106.1 }))],
    name,
  );
const ALONE = { viec: 'them-minh-chung' };
const claim = { viec: 'claim', ngay: '20/06/2024', noi_dung: 'Đã làm xong' };
type Fields = Parameters<Visitor['post']>[1];

/** Posts from the item's page, as a browser does. */
async function send(visitor: Visitor | undefined, path: string, fields: Fields): Promise<Response> {
  const [item = ''] = /^\/phan-viec\/[0-9a-f-]{36}/.exec(path) ?? [];
  await visitor?.get(item);
  const answer = await visitor?.post(path, fields);
  if (!answer) throw new Error('nobody is signed in');
  return answer;
}
const recordsOf = (id: string) => evidenceOf(place.db, evidenceSubject(id), null);
const progressOf = async (id: string): Promise<string> =>
  (
    await place.db.one(
      query({ progress: 'text' })`select progress from assignments_assignment where id = ${id}`,
    )
  ).progress;

describe('a report that work is done', () => {
  it('is refused without evidence: each thing that lacks is named at its field, and what was typed stays', async () => {
    const id = await workOf('document', 'posting', 'figure');
    const answer = await send(commune, `/phan-viec/${id}`, claim);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of [
      'Văn bản: tệp văn bản hoặc đường dẫn',
      'Niêm yết, công khai: ảnh chụp',
      'Số liệu: số đã đạt',
    ])
      expect(page).toContain(words);
    expect(page).toContain('href="#tep-doer"');
    expect(page).toContain('href="#anh-doer"');
    expect(page).toContain('href="#so_luong-doer"');
    expect(page).toContain('Đã làm xong');
    expect(await progressOf(id)).toBe('none');
    const english = await (await send(commune, `/phan-viec/${id}?lang=en`, claim)).text();
    expect(english).toContain('Document: a file of the document or a link');
    await commune?.get(`/phan-viec/${id}?lang=vi`);
  });

  it('goes with its photo, file and number in one form, and the acceptor sees them', async () => {
    const id = await workOf('document', 'posting', 'figure');
    const fields = { ...claim, so_luong: '1.250', anh: await photo(), tep: pdf() };
    const answer = await send(commune, `/phan-viec/${id}`, fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/phan-viec/${id}`]);
    expect(await progressOf(id)).toBe('claimed');
    const page = await (await lead?.get(`/phan-viec/${id}`))?.text();
    expect(page).toContain('IMG_1.jpg');
    expect(page).toContain('Báo cáo.pdf');
    expect(page).toContain('máy ảnh ghi lúc 20/06/2024 08:30');
    expect(page).toContain('1.250');
    expect((await send(lead, `/phan-viec/${id}`, { viec: 'accept', ngay: '24/06/2024' })).status).toBe(303);
  });

  it('that is refused for another reason keeps nothing of the evidence sent with it', async () => {
    const id = await workOf('document');
    const answer = await send(commune, `/phan-viec/${id}`, { ...claim, ngay: '25/06/2024', tep: pdf('mai') });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('hãy chọn lại');
    expect(await recordsOf(id)).toEqual([]);
  });

  it('rests on evidence sent before, and says of a repeat that it is there', async () => {
    const id = await workOf('document');
    expect((await send(commune, `/phan-viec/${id}/minh-chung`, { tep: pdf('trước') })).status).toBe(303);
    const answer = await send(commune, `/phan-viec/${id}`, { ...claim, tep: pdf('trước') });
    expect(answer.status).toBe(303);
    expect(await (await commune?.get(`/phan-viec/${id}`))?.text()).toContain(
      'Đã có sẵn, không thêm lại: Báo cáo.pdf',
    );
    expect(await recordsOf(id)).toHaveLength(1);
  });

  it('of a meeting takes its minutes with day, place and people', async () => {
    const id = await workOf('meeting');
    const half = await send(commune, `/phan-viec/${id}`, { ...claim, hop_ngay: '10/06/2024', hop_o: '' });
    expect(half.status).toBe(422);
    const page = await half.text();
    for (const words of ['Chọn tệp biên bản', 'Nhập số người dự', 'Nhập nơi niêm yết hoặc nơi họp'])
      expect(page).toContain(words);
    expect(page).toMatch(/<details class="more" open><summary>Ghi biên bản cuộc họp/);
    const minutes = {
      hop_ngay: '10/06/2024',
      hop_o: 'Hội trường',
      hop_so_nguoi: '45',
      bien_ban: pdf('biên bản'),
    };
    expect((await send(commune, `/phan-viec/${id}`, { ...claim, ...minutes })).status).toBe(303);
    expect(await (await lead?.get(`/phan-viec/${id}`))?.text()).toContain(
      'họp ngày 10/06/2024, 45 người dự, tại Hội trường',
    );
  });
});

describe('evidence sent alone', () => {
  it('of a posting says where and since when, with the place of the photo only when asked', async () => {
    const id = await workOf('posting');
    const posting = { niem_yet_o: 'Bảng tin trụ sở', niem_yet_tu: '01/06/2024', niem_yet_tep: await photo() };
    await send(commune, `/phan-viec/${id}/minh-chung`, { ...posting, giu_vi_tri: '1' });
    await send(commune, `/phan-viec/${id}/minh-chung`, {
      anh: new File([new Uint8Array(await jpegPicture())], 'b.jpg'),
    });
    const [first, second] = await recordsOf(id);
    expect(first?.location?.latitude).toBeCloseTo(20.8, 5);
    expect(second?.location).toBeNull();
    const page = await (await commune?.get(`/phan-viec/${id}`))?.text();
    expect(page).toContain('niêm yết từ 01/06/2024, tại Bảng tin trụ sở');
    expect(page).toContain('vị trí chụp 20,8; 106,1');
  });

  it('names every file that was refused and keeps none of that upload', async () => {
    const id = await workOf('document', 'posting');
    const answer = await send(commune, `/phan-viec/${id}/minh-chung`, {
      ...ALONE,
      anh: new File(['\0\0\0\u0018ftypheic'], 'IMG_9.HEIC'),
      tep: new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'hinh.svg'),
      lien_ket: 'javascript:alert(1)',
    });
    expect(answer.status).toBe(415);
    const page = await answer.text();
    expect(page).toContain('Ảnh “IMG_9.HEIC” là HEIC');
    expect(page).toContain('Tệp “hinh.svg” là SVG (.svg)');
    expect(page).toContain('href="#lien_ket-evidence"');
    const big = new File([new Uint8Array(pngDeclaring(9000, 9000))], 'lon.png');
    expect((await send(commune, `/phan-viec/${id}/minh-chung`, { anh: big })).status).toBe(413);
    expect(await recordsOf(id)).toEqual([]);
  });

  it('with nothing chosen, a repeat alone, or more than one upload holds, says so', async () => {
    const id = await workOf('document');
    const path = `/phan-viec/${id}/minh-chung`;
    const nothing = await send(commune, path, ALONE);
    expect([nothing.status, await nothing.text()]).toEqual([
      422,
      expect.stringContaining('Chưa chọn tệp, ảnh'),
    ]);
    await send(commune, path, { tep: pdf('một') });
    const repeat = await send(commune, path, { ...ALONE, tep: pdf('một') });
    expect([repeat.status, await repeat.text()]).toEqual([
      409,
      expect.stringContaining('đã có ở đây từ 24/06/2024'),
    ]);
    const heavy = new File([new Uint8Array(26 * 1024 * 1024)], 'nang.pdf');
    const refused = await send(commune, path, { ...ALONE, tep: heavy });
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining('lớn hơn 25 MB')]);
    expect(evidenceLimits.items_at_once).toBe(12);
  });

  it('is for people of the unit: 403 for who only accepts, 404 for who sees nothing, 303 to sign in for strangers', async () => {
    const id = await workOf('document');
    const path = `/phan-viec/${id}/minh-chung`;
    expect((await send(lead, path, { tep: pdf('x') })).status).toBe(403);
    expect((await send(other, path, { tep: pdf('x') })).status).toBe(404);
    expect((await place.visitor().post(path, { tep: pdf('x') })).status).toBe(401);
    expect((await commune?.post(path, { tep: pdf('x'), _csrf: 'x' }))?.status).toBe(403);
    expect(await recordsOf(id)).toEqual([]);
  });
});

describe('the bytes of a piece', () => {
  it('open for who sees the work and for nobody else, with headers that run nothing', async () => {
    const id = await workOf('document', 'posting');
    await send(commune, `/phan-viec/${id}/minh-chung`, { anh: await photo('Ảnh.jpg'), tep: pdf('tải') });
    const [picture, report] = await recordsOf(id);
    const path = (one: string | undefined): string => `/phan-viec/${id}/minh-chung/${one}`;
    const shown = await lead?.get(path(picture?.id));
    expect(shown?.status).toBe(200);
    expect(shown?.headers.get('content-type')).toBe('image/jpeg');
    expect(shown?.headers.get('content-disposition')).toMatch(/^inline; filename="Anh\.jpg"/);
    expect(shown?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(hashOf(new Uint8Array((await shown?.arrayBuffer()) ?? new ArrayBuffer(0)))).toBe(
      picture?.file?.hash,
    );
    const small = await commune?.get(`${path(picture?.id)}?co=nho`);
    expect((await small?.arrayBuffer())?.byteLength).toBeLessThan(20 * 1024);
    const download = await commune?.get(path(report?.id));
    expect(download?.headers.get('content-disposition')).toMatch(/^attachment; filename="Bao cao\.pdf"/);
    expect((await other?.get(path(report?.id)))?.status).toBe(404);
    expect((await place.visitor().get(path(report?.id))).status).toBe(303);
    expect((await commune?.get(path(newId())))?.status).toBe(404);
    expect((await commune?.get(`${path(report?.id)}?co=nho`))?.status).toBe(404);
  });

  it('of one assignment do not open under another', async () => {
    const [first, second] = [await workOf('document'), await workOf('document')];
    await send(commune, `/phan-viec/${first}/minh-chung`, { tep: pdf('riêng') });
    const [record] = await recordsOf(first);
    expect((await commune?.get(`/phan-viec/${second}/minh-chung/${record?.id}`))?.status).toBe(404);
  });
});

describe('evidence that is withdrawn', () => {
  it('stays on the page with its reason, and counts no more', async () => {
    const id = await workOf('document');
    await send(commune, `/phan-viec/${id}/minh-chung`, { tep: pdf('nhầm') });
    const [record] = await recordsOf(id);
    const path = `/phan-viec/${id}/minh-chung/${record?.id}/rut`;
    const silent = await send(commune, path, { rut: record?.id ?? '', ly_do: ' ' });
    expect([silent.status, await silent.text()]).toEqual([
      422,
      expect.stringContaining('Chưa nhập lý do rút minh chứng'),
    ]);
    expect((await send(lead, path, { ly_do: 'x' })).status).toBe(403);
    expect((await send(commune, path, { rut: record?.id ?? '', ly_do: 'Tải nhầm tệp' })).status).toBe(303);
    const page = await (await lead?.get(`/phan-viec/${id}`))?.text();
    expect(page).toContain('Đã rút (1)');
    expect(page).toContain('Tải nhầm tệp');
    expect((await send(commune, path, { ly_do: 'lần nữa' })).status).toBe(409);
    expect((await send(commune, `/phan-viec/${id}`, claim)).status).toBe(422);
  });

  it('is kept back while a claim rests on it, until something takes its place', async () => {
    const id = await workOf('document');
    await send(commune, `/phan-viec/${id}`, { ...claim, tep: pdf('cũ') });
    const [record] = await recordsOf(id);
    const path = `/phan-viec/${id}/minh-chung/${record?.id}/rut`;
    const refused = await send(commune, path, { rut: record?.id ?? '', ly_do: 'Bản cũ' });
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('rút đi thì thiếu: Văn bản'),
    ]);
    expect((await recordsOf(id))[0]?.withdrawn).toBeNull();
    await send(commune, `/phan-viec/${id}/minh-chung`, { tep: pdf('mới') });
    expect((await send(commune, path, { rut: record?.id ?? '', ly_do: 'Bản cũ' })).status).toBe(303);
  });
});

describe('a day of the past', () => {
  it('shows the evidence there was by its end, and offers no form', async () => {
    const id = await workOf('document');
    await send(commune, `/phan-viec/${id}/minh-chung`, { tep: pdf('hôm nay') });
    place.clock.advance(24 * 3_600_000);
    const next = await place.signIn('xa.mot', TEST_PASSWORD);
    await send(next, `/phan-viec/${id}/minh-chung`, { lien_ket: 'https://xa-mot.vn/bai' });
    const past = await (await next.get(`/phan-viec/${id}?as_of=2024-06-24`)).text();
    expect(past).toContain('Báo cáo.pdf');
    expect(past).not.toContain('xa-mot.vn');
    expect(past).not.toContain('type="file"');
    const today = await (await next.get(`/phan-viec/${id}`)).text();
    expect(today).toContain('xa-mot.vn');
    place.clock.advance(-24 * 3_600_000);
  });
});

describe('the published rule', () => {
  it('says which evidence is enough for each type of product, to anyone', async () => {
    const page = await (await place.visitor().get('/quy-tac-trang-thai')).text();
    expect(page).toContain('Minh chứng nào là đủ');
    expect(page).toContain('ảnh chụp cùng tệp văn bản');
    const english = await (await place.visitor().get('/quy-tac-trang-thai?lang=en')).text();
    expect(english).toContain('a photo together with a file');
  });
});

describe('counting for lists', () => {
  it('sees what stands at each of many assignments in one statement', async () => {
    const ids = work.map(({ id }) => id);
    const counts = await evidenceSummary(place.db, evidenceSubject('').type, ids, null);
    for (const id of ids) {
      const standing = (await recordsOf(id)).filter((one) => one.withdrawn === null);
      expect((counts.get(id) ?? NO_EVIDENCE).total).toBe(standing.length);
    }
  });
});
