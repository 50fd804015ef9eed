import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amending, taskAt } from '../../../test/support/amend-plan.ts';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { partOf, pdfPages } from '../../../test/support/papers.ts';
import { planWorld, TEST_PASSWORD } from '../../../test/support/plan-world.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { readDocument } from '../../kernel/documents/index.ts';

let app: TestApp;
let plans: ReturnType<typeof amending>;
let planId: string;
let number: string;
let dropped: string;
let standing: Visitor;
let commune: Visitor;
const paper = (format: 'docx' | 'pdf') => `/ke-hoach/${planId}/sua-doi/2/van-ban?dinh-dang=${format}`;
const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

beforeAll(async () => {
  app = await testApp();
  const world = await planWorld(app);
  plans = amending(world, app.db);
  await world.account('thuongtruc', 'standing', 'phong-noi-vu');
  await world.account('xabaisay', 'member', 'xa-bai-say');
  const issued = await plans.issuedPlan();
  ({ planId, number } = issued);
  await plans.start(planId);
  const [first, second, third] = [taskAt(issued.tasks, 0), taskAt(issued.tasks, 1), taskAt(issued.tasks, 2)];
  await plans.add(planId, first, '9.9');
  await plans.amend(planId, {
    task: second,
    with: {
      due: { v: 1, type: 'date', on: calendarDate('2024-11-30'), exclusive: true },
      dueWords: 'Trước ngày 30/11/2024',
    },
    reason: 'Cần thêm thời gian',
  });
  await plans.amend(planId, { task: third, with: null, reason: 'Tỉnh thực hiện' });
  dropped = third.words;
  standing = await app.signIn('thuongtruc', TEST_PASSWORD);
  commune = await app.signIn('xabaisay', TEST_PASSWORD);
});
afterAll(() => app.close());

describe('the paper of an amendment', () => {
  it('of a draft is for those who write or sign it, with gaps for number and day', async () => {
    const answer = await standing.get(paper('pdf'));
    expect(answer.status).toBe(200);
    const [page = ''] = await pdfPages(await bytesOf(answer));
    expect(page).toContain('DỰ THẢO');
    expect((await commune.get(paper('pdf'))).status).toBe(404);
    expect((await standing.get(`/ke-hoach/${planId}/sua-doi/3/van-ban`)).status).toBe(404);
  });

  it('once issued says what is amended and why, and lays old and new side by side on a lying annex', async () => {
    await plans.issue(planId, { number: '99/KH-UBND', signerTitle: 'Phó Chủ tịch' });
    const answer = await commune.get(paper('pdf'));
    expect(answer.headers.get('content-disposition')).toContain('sua-doi-ke-hoach-2024-99-KH-UBND.pdf');
    const [page = '', annex = ''] = await pdfPages(await bytesOf(answer));
    for (const words of [
      'Số: 99/KH-UBND',
      `Sửa đổi, bổ sung Kế hoạch số ${number} ngày 22/01/2024`,
      'Theo chỉ đạo của tỉnh',
      'bổ sung 1 nhiệm vụ, thay đổi thời gian hoàn thành 1 nhiệm vụ, bãi bỏ 1 nhiệm vụ',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('DỰ THẢO');
    for (const words of [
      'Trước ngày 30/11/2024',
      'Cần thêm thời gian',
      'Bãi bỏ',
      'Chưa có',
      dropped.slice(0, 20),
    ])
      expect(annex).toContain(words);
  });

  it('leaves the paper of the plan as it was signed; the version put together says that it is', async () => {
    const plan = async (rest: string) =>
      (
        await pdfPages(await bytesOf(await commune.get(`/ke-hoach/${planId}/van-ban?dinh-dang=pdf${rest}`)))
      ).join(' ');
    const signed = await plan('');
    expect(signed).not.toContain('30/11/2024');
    expect(signed).not.toContain('hợp nhất');
    const together = await plan('&phien-ban=2');
    expect(together).toContain('Trước ngày 30/11/2024');
    expect(together).toContain('hợp nhất đến sửa đổi lần 1');
  });

  it('is a Word file with a table, a landscape section, and the same words', async () => {
    const docx = await bytesOf(await commune.get(paper('docx')));
    const body = partOf(docx, 'word/document.xml');
    expect(body).toContain('w:orient="landscape"');
    const read = await readDocument('sua-doi.docx', docx);
    const words = JSON.stringify(read);
    for (const text of ['Sửa đổi, bổ sung Kế hoạch', 'Trước ngày 30/11/2024', 'Tỉnh thực hiện'])
      expect(words).toContain(text);
  });
});
