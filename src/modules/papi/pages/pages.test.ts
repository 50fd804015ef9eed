import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../../test/support/app.ts';
import { htmlProblems } from '../../../../test/support/html-rules.ts';
import { resultsWorkbook } from '../../../../test/support/papi-workbooks.ts';
import { personWithPost, smallTree, TEST_PASSWORD } from '../../../../test/support/people.ts';
import { createUnit, createUnitInput } from '../../units/index.ts';

let place: TestApp;
let standing: Visitor;
let commune: Visitor;

const mainOf = (page: string): string => /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '';
const location = (answer: Response): string => answer.headers.get('location') ?? '';

async function page(visitor: Visitor, path: string, status = 200): Promise<string> {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(status);
  const text = await answer.text();
  expect(await htmlProblems(text), path).toEqual([]);
  return mainOf(text);
}

const workbook = (
  year: number,
  value?: (place: string, code: string, own: number | undefined) => number | null,
) =>
  new File(
    [
      Buffer.from(
        resultsWorkbook([
          {
            year,
            tab: `${year}`,
            title: `PAPI ${year}`,
            standardError: () => 0.02,
            ...(value ? { value } : {}),
          },
        ]),
      ),
    ],
    `papi-${year}.xlsx`,
  );

const choices = { nam: '', ngay: '', loai: 'papi', cap: 'province', gia: 'auto', nguon: 'CECODES' };

beforeAll(async () => {
  place = await testApp();
  const tree = await smallTree(place);
  await personWithPost(place, 'noi.vu', { unitId: tree.office, role: 'standing' });
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
  standing = await place.signIn('noi.vu', TEST_PASSWORD);
  commune = await place.signIn('xa.mot', TEST_PASSWORD);
});
afterAll(() => place.close());

describe('the index page', () => {
  it('asks for the province while no unit says it, and shows that province once one does', async () => {
    expect(await page(commune, '/chi-so')).toContain('Chưa rõ địa bàn thuộc tỉnh nào');
    await place.db.transaction((tx) =>
      createUnit(
        place.context(),
        tx,
        createUnitInput.parse({
          name: 'UBND tỉnh Hưng Yên',
          code: '33',
          kind: 'ubnd',
          tier: 'huyện',
          parentId: null,
          from: '2021-01-01',
        }),
      ),
    );
    const main = await page(commune, '/chi-so');
    expect(main).toContain('Chỉ số PAPI của Hưng Yên');
    expect(main).toContain('44,23');
    expect(main).toContain('CECODES');
    expect(main).toContain('công bố ngày 02/04/2024');
  });

  it('shows what people knew on a day: the results of 2023 are not there on 01/04/2024', async () => {
    const main = await page(commune, '/chi-so?as_of=2024-04-01');
    expect(main).toContain('Kết quả năm 2022');
    expect(main).not.toContain('nam=2023');
  });

  it('tells a change only where the years are comparable', async () => {
    const main = await page(commune, '/chi-so/tinh/33?nam=2018');
    expect(main).toContain('không so được');
    expect(await page(commune, '/chi-so/tinh/33?nam=2022')).not.toMatch(
      /So với năm trước<\/p><p[^>]*><span[^>]*>không so được/,
    );
  });

  it('says that a province was withheld instead of showing a 0', async () => {
    const answer = await (await commune.get('/api/v1/papi/results?year=2021')).json();
    const there = new Set(answer.rows.map((row: { place: string }) => row.place));
    const gone = Array.from({ length: 96 }, (_, index) => String(index + 1).padStart(2, '0')).filter(
      (code) => !there.has(code),
    );
    const withheld: string[] = [];
    for (const code of gone) {
      const response = await commune.get(`/chi-so/tinh/${code}?nam=2021`);
      if (response.status === 404) continue;
      expect(await response.text()).toContain('Năm 2021 không công bố điểm');
      withheld.push(code);
    }
    expect(withheld).toHaveLength(3);
  });

  it('has no province for a code that is none', async () => {
    await page(commune, '/chi-so/tinh/99', 404);
  });

  it('is a list for machines and spreadsheets too', async () => {
    const csv = await (await commune.get('/chi-so?dinh-dang=csv')).text();
    expect(csv.split('\n').length).toBeGreaterThan(400);
    const answer = await (await commune.get('/api/v1/papi/series')).json();
    expect(answer).toMatchObject({ place: '33', name: 'Hưng Yên' });
    expect(answer.cite).toContain('UNDP');
  });
});

describe('the ranking', () => {
  it('orders the provinces of a year by what is asked and opens each', async () => {
    const main = await page(commune, '/chi-so/xep-hang?nam=2023&theo=D1');
    expect(main).toContain('/chi-so/tinh/33');
    expect(main).toContain('không kèm sai số chuẩn');
    const csv = await (await commune.get('/chi-so/xep-hang?nam=2023&theo=1.1&dinh-dang=csv')).text();
    const ranks = csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[0]));
    expect(ranks).toHaveLength(61);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it('marks own surveys as unofficial', async () => {
    expect(await page(commune, '/chi-so/xep-hang?nguon=rieng')).toContain('không chính thức');
  });
});

describe('the target', () => {
  it('is set by the standing agency alone, shown to everybody and judged once results are out', async () => {
    await standing.get('/chi-so');
    const set = (fields: Record<string, string>) =>
      standing.post('/chi-so/muc-tieu', {
        year: '2024',
        code: 'TOTAL',
        kind: 'rank_up',
        points: '',
        note: '',
        ...fields,
      });
    expect((await set({})).status).toBe(303);
    expect((await set({ year: '2023', kind: 'points', points: '45,5' })).status).toBe(303);
    const main = await page(commune, '/chi-so');
    expect(main).toContain('Tăng bậc so với năm 2023');
    expect(main).toContain('Chưa công bố kết quả');
    expect(main).toContain('45,50 điểm');
    expect(main).toContain('Không đạt');
    expect(main).not.toContain('action="/chi-so/muc-tieu"');
    expect(
      (await commune.post('/chi-so/muc-tieu', { year: '2024', code: 'TOTAL', kind: 'none' })).status,
    ).toBe(403);
  });

  it('is refused with what was typed when its points are outside the scale', async () => {
    const answer = await standing.post('/chi-so/muc-tieu', {
      year: '2024',
      code: '1.1',
      kind: 'points',
      points: '12',
      note: 'thử',
    });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('value="12"');
    expect(text).toContain('Ghi số điểm từ 0,25 đến 2,5');
  });
});

describe('importing', () => {
  it('shows what was understood, saves nothing until confirmed, then shows ranks with their intervals', async () => {
    await page(standing, '/chi-so/nhap');
    const upload = await standing.post('/chi-so/nhap', { ...choices, file: workbook(2022) });
    expect(upload.status).toBe(303);
    const preview = await page(standing, location(upload));
    expect(preview).toContain('mỗi dòng một địa phương');
    expect(preview).toContain('Nhập kết quả này');
    expect(await page(commune, '/chi-so/xep-hang?nam=2022')).toContain('không kèm sai số chuẩn');
    const query = new URLSearchParams(location(upload).split('?')[1]);
    await standing.get(location(upload));
    const confirmed = await standing.post('/chi-so/nhap/xac-nhan', Object.fromEntries(query));
    expect(confirmed.status).toBe(303);
    const again = await standing.post('/chi-so/nhap/xac-nhan', Object.fromEntries(query));
    expect(again.status).toBe(409);
    expect(await page(standing, '/chi-so/nhap')).toContain('papi-2022.xlsx');
  });

  it('names sheet and cell of an error in the preview, which then cannot be confirmed', async () => {
    const bad = workbook(2023, (code, part, own) => (code === '33' && part === '1.1' ? 9.9 : (own ?? null)));
    const upload = await standing.post('/chi-so/nhap', { ...choices, file: bad });
    const preview = await page(standing, location(upload));
    expect(preview).toMatch(/2023!C\d+/);
    expect(preview).not.toContain('Nhập kết quả này');
    const query = new URLSearchParams(location(upload).split('?')[1]);
    expect((await standing.post('/chi-so/nhap/xac-nhan', Object.fromEntries(query))).status).toBe(422);
  });

  it('tells beside the form what file or day is missing', async () => {
    const answer = await standing.post('/chi-so/nhap', {
      ...choices,
      ngay: 'hôm qua',
      file: new File([], ''),
    });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('Chọn một tệp.');
    expect(text).toContain('value="hôm qua"');
  });

  it('is closed to everybody else', async () => {
    for (const path of ['/chi-so/nhap', '/chi-so/khoang-hang'])
      expect((await commune.get(path)).status).toBe(403);
  });
});
