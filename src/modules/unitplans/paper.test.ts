import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../kernel/dates.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import { renderDocx } from '../../kernel/paper/index.ts';
import type { ContentLine, UnitPlanContent } from './domain/content.ts';
import { unitPlanPaper } from './paper.ts';

const line = (changes: Partial<ContentLine>): ContentLine => ({
  lineId: 'l1',
  taskId: 't1',
  code: '1.1',
  clausePath: 'II.1.1.b',
  dimension: 1,
  words: 'Phổ biến Luật Thực hiện dân chủ ở cơ sở',
  asked: { product: 'Kế hoạch', due: 'Thường xuyên', lead: 'Phòng Tư pháp' },
  how: 'Mời báo cáo viên về từng thôn',
  product: 'Kế hoạch của xã',
  responsible: 'Công chức Tư pháp - Hộ tịch',
  dueWords: 'Hằng quý',
  lateReason: '',
  isDeclined: false,
  declineReason: '',
  ...changes,
});

const content: UnitPlanContent = {
  v: 1,
  unit: { id: 'u', name: 'UBND xã Bãi Sậy' },
  parent: {
    planId: 'p',
    version: 1,
    title: 'Nâng cao hiệu quả quản trị năm 2024',
    number: '15/KH-UBND',
    issuedOn: calendarDate('2024-01-22'),
    issuerName: 'UBND huyện Ân Thi',
  },
  signed: {
    number: '12/KH-UBND',
    issuedOn: calendarDate('2024-02-15'),
    signerName: 'Nguyễn Thị Duyên',
    signerTitle: 'Chủ tịch UBND xã',
  },
  title: 'Thực hiện Kế hoạch số 15/KH-UBND',
  bases: 'Kế hoạch số 15/KH-UBND ngày 22/01/2024 của UBND huyện Ân Thi;\nCăn cứ tình hình thực tế của xã.',
  opening: 'Thực hiện đầy đủ nhiệm vụ.',
  closing: 'Người phụ trách tổ chức thực hiện.',
  recipients: 'UBND huyện Ân Thi (để báo cáo)\nLưu: VT',
  lines: [
    line({}),
    line({ lineId: 'l2', code: '2.1', dimension: 2, lateReason: 'Chờ kinh phí' }),
    line({ lineId: 'l3', code: '2.2', dimension: 2, isDeclined: true, declineReason: 'Xã không có dự án' }),
    line({ lineId: 'l4', taskId: null, code: 'ĐV.1', asked: null, words: 'Mở chuyên mục hỏi đáp' }),
  ],
};

describe('the paper of a unit plan', () => {
  it('carries the head of a committee, its number, its day and its signature', () => {
    const paper = unitPlanPaper(content, { superior: null });
    expect(paper).toMatchObject({
      authority: { superior: null, name: 'Ủy ban nhân dân\nxã Bãi Sậy' },
      number: { number: '12', symbol: 'KH-UBND' },
      place: 'Bãi Sậy',
      date: { year: 2024, month: 2, day: 15 },
      draft: false,
      signature: { title: 'Chủ tịch', name: 'Nguyễn Thị Duyên', signedFor: [{ capacity: 'TM.' }] },
    });
    expect(paper.bases).toEqual([
      'Căn cứ Kế hoạch số 15/KH-UBND ngày 22/01/2024 của UBND huyện Ân Thi',
      'Căn cứ tình hình thực tế của xã',
    ]);
  });

  it('an office stands below its committee and writes from its place; a draft has gaps and says so', () => {
    const paper = unitPlanPaper(
      { ...content, unit: { id: 'o', name: 'Phòng Nội vụ' }, signed: null },
      { superior: 'UBND huyện Ân Thi' },
    );
    expect(paper).toMatchObject({
      authority: { superior: 'UBND huyện Ân Thi', name: 'Phòng Nội vụ' },
      number: { number: null },
      place: 'Ân Thi',
      date: { year: 2024, month: null, day: null },
      draft: true,
    });
  });

  it('lays the tasks out under their contents, with what is later or declined, and the unit’s own last', () => {
    const [annex] = unitPlanPaper(content, { superior: null }).annexes;
    const [block] = annex?.blocks ?? [];
    if (annex?.orientation !== 'landscape' || block?.kind !== 'table') throw new Error('no lying table');
    expect(block.rows.filter((row) => row.length === 1).map((row) => row[0]?.words)).toEqual([
      'Nội dung 1: Tham gia của người dân ở cấp cơ sở',
      expect.stringContaining('Nội dung 2'),
      'Nhiệm vụ do đơn vị bổ sung',
    ]);
    const notes = block.rows.filter((row) => row.length > 1).map((row) => row.at(-1)?.words);
    expect(notes).toEqual(['', 'Muộn hơn: Chờ kinh phí', 'Không thực hiện: Xã không có dự án', '']);
    expect(block.rows.find((row) => row[0]?.words === '2.2')?.map((cell) => cell.words)[4]).toBe('');
  });

  it('is read back from Word with every cell of its table', async () => {
    const bytes = await renderDocx(unitPlanPaper(content, { superior: null }));
    const text = JSON.stringify(await readDocument('a.docx', bytes));
    for (const words of ['Cách làm của đơn vị', 'Mời báo cáo viên về từng thôn', 'Hằng quý', 'ĐV.1'])
      expect(text).toContain(words);
  });
});
