import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp, type Visitor } from '../../../test/support/app.ts';
import { type PlanWorld, planWorld, TEST_PASSWORD } from '../../../test/support/plan-world.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import { newId } from '../../kernel/ids.ts';
import { issuePlan, issuePlanInput } from './index.ts';

let app: TestApp;
let world: PlanWorld;
let standing: Visitor;
let commune: Visitor;
let planId: string;

beforeAll(async () => {
  app = await testApp();
  world = await planWorld(app);
  await world.account('thuongtruc', 'standing', 'phong-noi-vu');
  await world.account('xabaisay', 'member', 'xa-bai-say');
  standing = await app.signIn('thuongtruc', TEST_PASSWORD);
  commune = await app.signIn('xabaisay', TEST_PASSWORD);
  planId = await world.draft('Nâng cao hiệu quả quản trị và hành chính công năm 2024');
  await world.importExample(planId);
});
afterAll(() => app.close());

const paperOf = (format: string) => `/ke-hoach/${planId}/van-ban?dinh-dang=${format}`;

async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes));
  return text.map((page) => page.replace(/\s+/g, ' '));
}

describe('the paper of a plan', () => {
  it('a draft is a Word file and a PDF that say they are drafts, for those who see it', async () => {
    const page = await (await standing.get(`/ke-hoach/${planId}`)).text();
    expect(page).toContain(`href="${paperOf('docx')}"`);
    expect(page).toContain(`href="${paperOf('pdf')}"`);

    const word = await standing.get(paperOf('docx'));
    expect(word.status).toBe(200);
    expect(word.headers.get('content-type')).toContain('wordprocessingml');
    expect(word.headers.get('content-disposition')).toContain('ke-hoach-2024-du-thao.docx');
    const { grids } = await readDocument('a.docx', await bytesOf(word));
    const head = grids[0]?.rows.flat().map((cell) => cell?.text ?? '') ?? [];
    expect(head.join('\n')).toMatch(/ỦY BAN NHÂN DÂN\nHUYỆN ÂN THI/);
    expect(head.join('\n')).toMatch(/DỰ THẢO/);

    const pdf = await standing.get(paperOf('pdf'));
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const pages = await pagesOf(await bytesOf(pdf));
    expect(pages[0]).toContain('DỰ THẢO');
    expect(pages[1]).toMatch(/Dự thảo/);
    expect(pages.join(' ')).toContain('Giới thiệu Luật Thực hiện dân chủ ở cơ sở tới từng khu dân cư');

    expect((await commune.get(paperOf('docx'))).status).toBe(404);
    expect((await standing.get(`/ke-hoach/${newId()}/van-ban`)).status).toBe(404);
    const stranger = await app.visitor().get(paperOf('docx'));
    expect(stranger.status).toBe(303);
  });

  it('an issued plan has its number, day and signer, for everyone of the tenant', async () => {
    await world.run(world.actor('leader', 'ubnd-huyen-an-thi'), (context, tx) =>
      issuePlan(
        context,
        tx,
        issuePlanInput.parse({
          planId,
          number: '15/KH-UBND',
          issuedOn: '22/01/2024',
          signerName: 'Phạm Đức Toàn',
          signerTitle: 'Phó Chủ tịch UBND huyện',
        }),
      ),
    );
    const answer = await commune.get(paperOf('pdf'));
    expect(answer.headers.get('content-disposition')).toContain('ke-hoach-2024-15-KH-UBND.pdf');
    const pages = await pagesOf(await bytesOf(answer));
    const whole = pages.join(' ');
    expect(pages[0]).toContain('Số: 15/KH-UBND');
    expect(pages[0]).toContain('Ân Thi, ngày 22 tháng 01 năm 2024');
    expect(whole).toMatch(/TM\. ỦY BAN NHÂN DÂN KT\. CHỦ TỊCH PHÓ CHỦ TỊCH Phạm Đức Toàn/);
    expect(whole).not.toMatch(/DỰ THẢO|Dự thảo/);
  });
});
