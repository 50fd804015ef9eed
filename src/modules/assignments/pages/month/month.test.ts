import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../../test/support/app.ts';
import { htmlProblems } from '../../../../../test/support/html-rules.ts';
import { issueUnprovenWork, proveWork } from '../../../../../test/support/issued-work.ts';
import {
  personWithPost,
  type SmallTree,
  smallTree,
  TEST_PASSWORD,
} from '../../../../../test/support/people.ts';
import { calendarDate } from '../../../../kernel/dates.ts';
import { query } from '../../../../kernel/db/sql.ts';
import { type ExportColumn, readDocument, writeWorkbook } from '../../../../kernel/documents/index.ts';

let place: TestApp;
let tree: SmallTree;
let commune: Visitor;
let colleague: Visitor;
let standing: Visitor;
let other: Visitor;
/** Ids of the commune's work: due in June, overdue since March, due in December, a figure due in June. */
let ids: { june: string; late: string; december: string; figure: string };

beforeAll(async () => {
  place = await testApp();
  tree = await smallTree(place);
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
  await personWithPost(place, 'xa.mot.ban', { unitId: tree.commune, role: 'leader' });
  await personWithPost(place, 'xa.hai', { unitId: tree.otherCommune, role: 'member' });
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  commune = await place.signIn('xa.mot', TEST_PASSWORD);
  colleague = await place.signIn('xa.mot.ban', TEST_PASSWORD);
  other = await place.signIn('xa.hai', TEST_PASSWORD);
  standing = await place.signIn('noi.vu', TEST_PASSWORD);
});
beforeEach(async () => {
  const of = (on: string, words: string, type = 'document') => ({
    executors: 'chosen' as const,
    chosenUnitIds: [tree.commune],
    words,
    due: { v: 1, type: 'date', on: calendarDate(on) } as const,
    products: [{ text: 'Kết quả', type: type as 'document' }],
  });
  const { work } = await issueUnprovenWork(place, tree, [
    of('2024-06-30', 'Niêm yết lịch tiếp dân'),
    of('2024-03-31', 'Họp giao ban với thôn'),
    of('2024-12-31', 'Tổng kết năm'),
    of('2024-06-28', 'Vận động bảo hiểm y tế', 'figure'),
  ]);
  const own = work.filter((item) => item.unitId === tree.commune).map((item) => item.id);
  const [june = '', late = '', december = '', figure = ''] = own;
  ids = { june, late, december, figure };
});
afterAll(() => place.close());

const PAGE = (): string => `/viec-thang?don-vi=${tree.commune}&thang=2024-06`;
const mainOf = (page: string): string => /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '';
const textOf = async (visitor: Visitor, path: string): Promise<string> =>
  mainOf(await (await visitor.get(path)).text());

const progressOf = async (id: string) =>
  (
    await place.db.one(query({ progress: 'text' } as const)`
    select progress from assignments_assignment where id = ${id}`)
  ).progress;

/** The form of the page as it stands, with some rows filled in. */
async function filled(
  visitor: Visitor,
  rows: Record<string, Partial<Record<'what' | 'day' | 'note' | 'quantity', string>>>,
): Promise<Record<string, string | string[]>> {
  const page = await (await visitor.get(PAGE())).text();
  const form: Record<string, string | string[]> = {
    don_vi: tree.commune,
    thang: '2024-06',
    pham_vi: 'thang',
    ...Object.fromEntries(
      [...page.matchAll(/name="(revision\.[0-9a-f-]+)" value="(\d+)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    ),
  };
  for (const [id, parts] of Object.entries(rows))
    for (const [part, value] of Object.entries(parts)) form[`${part}.${id}`] = value;
  return form;
}

describe('the page of a month', () => {
  it('is valid HTML in both languages, for who fills it in and for who reads it', async () => {
    await proveWork(place, [ids.june]);
    for (const visitor of [commune, standing])
      for (const path of [PAGE(), `${PAGE()}&pham-vi=tat-ca`, `${PAGE()}&as_of=2024-05-01`])
        for (const lang of ['en', 'vi']) {
          const answer = await visitor.get(`${path}&lang=${lang}`);
          expect(answer.status, path).toBe(200);
          expect(await htmlProblems(await answer.text()), `${path} in ${lang}`).toEqual([]);
        }
    for (const lang of ['en', 'vi']) {
      const answer = await commune.get(`/viec-thang/nhap?don-vi=${tree.commune}&lang=${lang}`);
      expect(await htmlProblems(await answer.text())).toEqual([]);
    }
  });

  it('holds what is due in the month and what is late, not what comes later; everything open when asked', async () => {
    const month = await textOf(commune, PAGE());
    expect(month).toContain('Niêm yết lịch tiếp dân');
    expect(month).toContain('Họp giao ban với thôn');
    expect(month).not.toContain('Tổng kết năm');
    expect(await textOf(commune, `${PAGE()}&pham-vi=tat-ca`)).toContain('Tổng kết năm');
    expect(await textOf(commune, `/viec-thang?don-vi=${tree.commune}&thang=2024-12`)).toContain(
      'Tổng kết năm',
    );
  });

  it('is filled in by the unit alone; who oversees it reads; others learn nothing; a wrong month is refused', async () => {
    expect(await textOf(standing, PAGE())).not.toContain('name="revision.');
    expect((await other.get(PAGE())).status).toBe(404);
    expect((await place.visitor().get(PAGE())).status).toBe(303);
    expect((await commune.get(`/viec-thang?don-vi=${tree.commune}&thang=2024-13`)).status).toBe(422);
    expect((await standing.get(`/viec-thang/nhap?don-vi=${tree.commune}`)).status).toBe(403);
    const form = await filled(commune, { [ids.june]: { what: 'start' } });
    await standing.get(PAGE());
    expect((await standing.post('/viec-thang', form)).status).toBe(403);
    await other.get('/viec-cua-toi');
    expect((await other.post('/viec-thang', form)).status).toBe(404);
    expect(await progressOf(ids.june)).toBe('none');
  });

  it('saves many rows at once and says how many', async () => {
    await proveWork(place, [ids.june]);
    const form = await filled(commune, {
      [ids.june]: { what: 'claim', day: '20/06/2024', note: 'Đã niêm yết' },
      [ids.late]: { what: 'start', note: 'Đã họp 3 thôn' },
      [ids.figure]: { what: 'claim', quantity: '1.234,5' },
    });
    const answer = await commune.post('/viec-thang', form);
    expect(answer.status).toBe(303);
    const page = await textOf(commune, PAGE());
    expect(page).toContain('Đã ghi 3 phần việc: 2 báo hoàn thành, 1 đang làm.');
    expect(await progressOf(ids.june)).toBe('claimed');
    expect(await progressOf(ids.late)).toBe('in_progress');
    const notices = await (await standing.get('/thong-bao?xem=tat-ca')).text();
    const told = /line-title">UBND xã Một báo hoàn thành 2 phần việc, trong đó có “/g;
    expect(notices.match(told)).toHaveLength(1);
  });

  it('a row that is wrong keeps everything as it was typed, with what is wrong at its field, and saves nothing', async () => {
    await proveWork(place, [ids.june]);
    const form = await filled(commune, {
      [ids.june]: { what: 'claim', note: 'Đã <b>niêm yết' },
      [ids.late]: { what: 'claim' },
      [ids.figure]: { what: 'start', day: '31/02/2024', quantity: 'nhiều' },
    });
    const typed = await commune.post('/viec-thang', form);
    expect(typed.status).toBe(422);
    const page = await typed.text();
    expect(page).toContain('Đã &lt;b&gt;niêm yết');
    expect(page).toContain(`id="f-day-${ids.figure}-error"`);
    expect(page).toContain(`href="#f-quantity-${ids.figure}"`);
    expect(await progressOf(ids.june)).toBe('none');
    const bare = await commune.post(
      '/viec-thang',
      await filled(commune, { [ids.june]: { what: 'claim' }, [ids.late]: { what: 'claim' } }),
    );
    expect(bare.status).toBe(422);
    const lacking = await bare.text();
    expect(lacking).toContain(`id="f-what-${ids.late}-error"`);
    expect(lacking).toContain(`href="/phan-viec/${ids.late}#minh-chung"`);
    expect(await progressOf(ids.june)).toBe('none');
    const forgotten = await commune.post('/viec-thang', await filled(commune, { [ids.june]: { note: 'x' } }));
    expect(await forgotten.text()).toContain('Đã nhập nội dung nhưng chưa chọn ghi gì.');
    expect((await commune.post('/viec-thang', await filled(commune, {}))).status).toBe(422);
  });

  it('the second of two people is told which row the first changed, with what was typed still there (409)', async () => {
    await proveWork(place, [ids.june, ids.late]);
    const mine = await filled(commune, {
      [ids.june]: { what: 'start', note: 'Bản của tôi' },
      [ids.late]: { what: 'start' },
    });
    await colleague.post('/viec-thang', await filled(colleague, { [ids.june]: { what: 'claim' } }));
    const second = await commune.post('/viec-thang', mine);
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Niêm yết lịch tiếp dân');
    expect(page).toContain('Người xa.mot.ban');
    expect(await progressOf(ids.late)).toBe('none');
  });
});

interface Cells {
  readonly what?: string;
  readonly day?: string;
  readonly note?: string;
  readonly quantity?: string | number;
}

/** Downloads the sheet, fills rows in as people would, and answers the file. */
async function filledSheet(rows: Readonly<Record<string, Cells>>): Promise<File> {
  const answer = await commune.get(`${PAGE()}&dinh-dang=xlsx`);
  expect(answer.headers.get('content-disposition')).toContain('viec-thang-2024-06.xlsx');
  const { grids } = await readDocument('bieu.xlsx', new Uint8Array(await answer.arrayBuffer()));
  const grid = grids[0];
  const header = grid?.rows.findIndex((row) => row.some((cell) => cell?.text === 'Ghi')) ?? -1;
  const names = (grid?.rows[header] ?? []).map((cell) => cell?.text ?? '');
  const at = (name: string): number => names.indexOf(name);
  const columns: ExportColumn[] = names.map((name) => ({
    header: name,
    width: 10,
    kind: name === 'Số lượng' ? 'number' : 'text',
  }));
  const body = (grid?.rows ?? []).slice(header + 1).map((row) => {
    const values: (string | number)[] = names.map((_, index) => row[index]?.text ?? '');
    const own = rows[String(values[0])];
    if (own) {
      values[at('Ghi')] = own.what ?? '';
      values[at('Ngày thực hiện')] = own.day ?? '';
      values[at('Nội dung')] = own.note ?? '';
      values[at('Số lượng')] = own.quantity ?? '';
    }
    return values;
  });
  const bytes = writeWorkbook({ sheets: [{ name: 'Tháng 6-2024', title: 'Việc', columns, rows: body }] });
  return new File([new Uint8Array(bytes)], 'bieu-thang-6.xlsx');
}

async function uploaded(file: File): Promise<string> {
  await commune.get(`/viec-thang/nhap?don-vi=${tree.commune}&thang=2024-06`);
  const answer = await commune.post('/viec-thang/nhap', {
    don_vi: tree.commune,
    thang: '2024-06',
    bieu: file,
  });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

describe('the sheet of a month', () => {
  it('goes out, is filled in, is shown with what it changes, and records nothing until confirmed', async () => {
    await proveWork(place, [ids.june]);
    const file = await filledSheet({
      [ids.june]: { what: 'báo hoàn thành', day: '20/06/2024', note: 'Đã niêm yết' },
      [ids.figure]: { what: 'Đang làm', quantity: 12.5 },
      [ids.late]: { what: 'không đổi' },
    });
    const address = await uploaded(file);
    for (const lang of ['en', 'vi'])
      expect(await htmlProblems(await (await commune.get(`${address}?lang=${lang}`)).text())).toEqual([]);
    const preview = await textOf(commune, address);
    expect(preview).toContain('Sẽ ghi: 2 dòng');
    expect(preview).toContain('báo hoàn thành · 20/06/2024 · Đã niêm yết');
    expect(preview).toContain('đang làm · 24/06/2024 · 12,5');
    expect(await progressOf(ids.june)).toBe('none');
    const seen = /name="seen" value="([^"]+)"/.exec(preview)?.[1] ?? '';
    expect((await commune.post(address, { seen })).status).toBe(303);
    expect(await progressOf(ids.june)).toBe('claimed');
    expect(await progressOf(ids.figure)).toBe('in_progress');
    const again = await commune.post(address, { seen });
    expect(again.status).toBe(303);
    expect(await textOf(commune, PAGE())).toContain('Biểu này đã được ghi.');
  });

  it('names the sheet and the cell of everything that is wrong, and cannot be confirmed', async () => {
    const file = await filledSheet({
      [ids.june]: { what: 'báo hoàn thành' },
      [ids.late]: { what: 'xong rồi' },
      [ids.figure]: { what: 'đang làm', day: '25/06/2024', quantity: '12 người' },
    });
    const address = await uploaded(file);
    const preview = await textOf(commune, address);
    expect(preview).toMatch(/trang tính “Tháng 6-2024”, ô H\d/);
    for (const column of ['H', 'I', 'K']) expect(preview).toMatch(new RegExp(`ô ${column}\\d+`));
    expect(preview).toContain('Không hiểu “xong rồi”');
    expect(preview).toContain(`href="/phan-viec/${ids.june}#minh-chung"`);
    expect(preview).not.toContain('name="seen"');
    const forced = await commune.post(address, { seen: 'x' });
    expect(forced.status).toBe(409);
    expect(await progressOf(ids.figure)).toBe('none');
  });

  it('leaves out what somebody else changed since it was made, and says so before and after', async () => {
    const file = await filledSheet({ [ids.june]: { what: 'đang làm' }, [ids.late]: { what: 'đang làm' } });
    const address = await uploaded(file);
    const first = await textOf(commune, address);
    const stale = /name="seen" value="([^"]+)"/.exec(first)?.[1] ?? '';
    await colleague.post('/viec-thang', await filled(colleague, { [ids.june]: { what: 'start' } }));
    const refused = await commune.post(address, { seen: stale });
    expect(refused.status).toBe(409);
    const preview = mainOf(await refused.text());
    expect(preview).toContain('Người khác đã sửa: 1 dòng');
    expect(preview).toContain('Người xa.mot.ban');
    const seen = /name="seen" value="([^"]+)"/.exec(preview)?.[1] ?? '';
    expect((await commune.post(address, { seen })).status).toBe(303);
    expect(await progressOf(ids.late)).toBe('in_progress');
    const { entries } = await place.db.one(query({ entries: 'bigint' } as const)`
      select count(*) as entries from assignments_entry where assignment_id = ${ids.june}`);
    expect(entries).toBe(2);
  });

  it('is laid aside without a trace in the work; a file that is no such sheet is refused with words', async () => {
    const address = await uploaded(await filledSheet({ [ids.june]: { what: 'đang làm' } }));
    await commune.get(address);
    expect((await commune.post(`${address}/bo`, {})).status).toBe(303);
    expect(await progressOf(ids.june)).toBe('none');
    await commune.get(`/viec-thang/nhap?don-vi=${tree.commune}`);
    const bytes = writeWorkbook({
      sheets: [{ name: 'A', columns: [{ header: 'STT', width: 5, kind: 'text' }], rows: [] }],
    });
    const foreign = new File([new Uint8Array(bytes)], 'khac.xlsx');
    const refused = await commune.post('/viec-thang/nhap', {
      don_vi: tree.commune,
      thang: '2024-06',
      bieu: foreign,
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Không nhận ra biểu việc tháng trong tệp “khac.xlsx”.');
    const none = await commune.post('/viec-thang/nhap', { don_vi: tree.commune, thang: '2024-06' });
    expect(none.status).toBe(422);
  });

  it('of another unit is refused row by row, and its preview is the unit’s own', async () => {
    const address = await uploaded(await filledSheet({ [ids.june]: { what: 'đang làm' } }));
    expect((await other.get(address)).status).toBe(403);
    expect((await standing.get(address)).status).toBe(403);
    await other.get(`/viec-thang/nhap?don-vi=${tree.otherCommune}`);
    const stolen = await other.post('/viec-thang/nhap', {
      don_vi: tree.otherCommune,
      thang: '2024-06',
      bieu: await filledSheet({ [ids.june]: { what: 'đang làm' } }),
    });
    const preview = await textOf(other, stolen.headers.get('location') ?? '');
    expect(preview).toContain('Dòng không thuộc biểu đã tải về, hoặc của đơn vị khác.');
    expect(preview).not.toContain('Niêm yết lịch tiếp dân');
  });
});
