import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../kernel/dates.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import { renderDocx } from '../../kernel/paper/index.ts';
import { symbolOf } from './pages/letter.ts';
import { type LetterItem, type LetterPieces, letterDay, urgingLetter } from './paper.ts';

const item = (changes: Partial<LetterItem> = {}): LetterItem => ({
  words: 'Niêm yết danh sách hộ nghèo',
  place: 'II.1.2.b, 2.1',
  asks: 'do',
  doer: 'UBND xã Một',
  dueOn: calendarDate('2024-03-31'),
  state: 'quá hạn',
  isOverdue: true,
  ...changes,
});

const pieces = (changes: Partial<LetterPieces> = {}): LetterPieces => ({
  sender: { name: 'Phòng Nội vụ', superior: 'UBND huyện Ân Thi' },
  number: null,
  symbol: 'PNV',
  sentOn: calendarDate('2024-06-24'),
  signedOn: null,
  signer: { title: 'Trưởng phòng', name: null },
  subject: 'đôn đốc các nhiệm vụ quá hạn',
  words: 'Đề nghị khẩn trương thực hiện.',
  answerBy: calendarDate('2024-07-01'),
  isRequest: false,
  plans: ['Kế hoạch số 15/KH-UBND ngày 22/01/2024 của UBND huyện Ân Thi về nâng cao hiệu quả quản trị'],
  units: [{ name: 'UBND xã Một', items: [item(), item({ isOverdue: false, state: 'đang làm' })] }],
  ...changes,
});

const wordsOf = (given: LetterPieces): string =>
  urgingLetter(given)
    .body.map((block) => (block.kind === 'paragraph' ? String(block.words) : ''))
    .join('\n');

describe('the urging letter', () => {
  it('says by which plan, what was found by which day, what is asked, and by when to answer', () => {
    expect(wordsOf(pieces())).toBe(
      'Thực hiện Kế hoạch số 15/KH-UBND ngày 22/01/2024 của UBND huyện Ân Thi về nâng cao hiệu quả quản trị, qua theo dõi tiến độ đến hết ngày 24/6/2024, Phòng Nội vụ nhận thấy UBND xã Một còn 2 phần việc chưa hoàn thành, trong đó 1 phần việc đã quá hạn (có danh mục kèm theo).\n' +
        'Đề nghị khẩn trương thực hiện.\n' +
        'Phòng Nội vụ đề nghị UBND xã Một báo cáo kết quả thực hiện hoặc giải trình, gửi về Phòng Nội vụ chậm nhất ngày 01/7/2024 để tổng hợp, báo cáo UBND huyện Ân Thi./.',
    );
  });

  it('without a plan begins with a capital; a committee requires where an office asks, and names no body above it', () => {
    const letter = urgingLetter(
      pieces({ plans: [], sender: { name: 'UBND huyện Ân Thi', superior: null }, symbol: 'UBND-NV' }),
    );
    expect(letter.authority).toEqual({ superior: null, name: 'Ủy ban nhân dân\nhuyện Ân Thi' });
    expect(letter.place).toBe('Ân Thi');
    expect(letter.recipients).toEqual(['Như trên', 'Lưu: VT']);
    const words = wordsOf(pieces({ plans: [], sender: { name: 'UBND huyện Ân Thi', superior: null } }));
    expect(words).toMatch(/^Qua theo dõi/);
    expect(words).toContain('UBND huyện Ân Thi yêu cầu UBND xã Một báo cáo');
  });

  it('speaks of what is only overdue, only awaits an answer, or both', () => {
    const found = (...items: LetterItem[]) => wordsOf(pieces({ units: [{ name: 'Phòng Y tế', items }] }));
    const answer = item({ asks: 'answer', isOverdue: false });
    expect(found(item())).toContain('Phòng Y tế còn 1 phần việc đã quá hạn chưa hoàn thành (có');
    expect(found(answer)).toContain('Phòng Y tế có 1 kết quả đã được báo nhưng chưa xác nhận đúng thời hạn');
    expect(found(item(), answer)).toContain('chưa hoàn thành; có 1 kết quả đã được báo');
  });

  it('a request asks and never urges, whatever the subject of the round', () => {
    const given = pieces({ isRequest: true, words: 'Trân trọng mong quý cơ quan lưu tâm.' });
    const letter = urgingLetter(given);
    const all = JSON.stringify(letter);
    expect(all).toContain('trân trọng đề nghị');
    expect(all).not.toMatch(/đôn đốc|quá hạn|khẩn trương/i);
  });

  it('a number and a day that are not known stay gaps; the Word file reads back with every unit and item', async () => {
    const units = ['UBND xã Một', 'UBND xã Hai'].map((name) => ({ name, items: [item()] }));
    const bytes = await renderDocx(urgingLetter(pieces({ units })));
    const read = await readDocument('cong-van.docx', bytes);
    const rows = read.grids.flatMap((grid) => grid.rows);
    const texts = rows.flatMap((row) => row.map((cell) => cell?.text ?? ''));
    expect(texts.some((text) => /Số:\s+\/PNV/u.test(text))).toBe(true);
    expect(texts).toContain('1. UBND xã Một');
    expect(texts).toContain('2. UBND xã Hai');
    expect(texts.filter((text) => text === 'Niêm yết danh sách hộ nghèo')).toHaveLength(2);
  });
});

describe('small parts of a letter', () => {
  it.each([
    ['2024-06-24', '24/6/2024'],
    ['2024-07-01', '01/7/2024'],
    ['2024-02-09', '09/02/2024'],
    ['2024-12-31', '31/12/2024'],
  ])('%s is written %s', (day, written) => {
    expect(letterDay(calendarDate(day))).toBe(written);
  });

  it.each([
    ['Phòng Nội vụ', 'PNV'],
    ['UBND xã Bãi Sậy', 'UBND'],
    ['Văn phòng HĐND và UBND huyện', 'VPHĐNDUBND'],
  ])('the symbol of %s is %s', (name, symbol) => {
    expect(symbolOf(name)).toBe(symbol);
  });
});
