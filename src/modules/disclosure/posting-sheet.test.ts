import { describe, expect, it } from 'vitest';
import { pdfPages } from '../../../test/support/papers.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { readDocument } from '../../kernel/documents/index.ts';
import { renderDocx, renderPdf } from '../../kernel/paper/index.ts';
import { type MinutesPieces, minutesOfPosting, minutesOfRemoval } from './posting-minutes.ts';
import { postingSheet, type SheetPieces } from './posting-sheet.ts';

const both = (vi: string) => ({ vi, en: vi });
const url = 'https://danbiet.hungyen.gov.vn/muc/0192f3a1-7c00-7a5b-8c31-5b0a9f6f2d10';
const column = (key: string, vi: string, kind: 'text' | 'amount' | 'percent' | 'date') => ({
  key,
  label: both(vi),
  kind,
});
const table = (columns: ReturnType<typeof column>[], rows: Record<string, string | number | null>[]) => ({
  key: 'bang',
  label: both('Cân đối ngân sách'),
  kind: 'table' as const,
  columns,
  rows,
});
const budget: SheetPieces = {
  unitName: 'UBND xã Quảng Lãng',
  superior: 'UBND huyện Ân Thi',
  title: 'Dự toán ngân sách xã năm 2024',
  summary: 'Xã dự kiến thu 9,8 tỷ đồng.\nChi cho giao thông tăng 1,2 tỷ đồng.',
  basis: [{ document: 'Thông tư 343/2016/TT-BTC', article: '17', clause: '1' }],
  officialForm: 'Biểu 113/CK TC-NSNN',
  fields: [
    { key: 'so', label: both('Số quyết định'), kind: 'text', value: '12/QĐ-UBND' },
    { key: 'ngay', label: both('Ngày quyết định'), kind: 'date', value: '2024-01-05' },
    { key: 'ghi_chu', label: both('Ghi chú'), kind: 'text', value: null },
    { key: 'tep', label: both('Văn bản gốc'), kind: 'file', value: 'x.pdf' },
    table(
      [
        column('nd', 'Nội dung', 'text'),
        column('dt', 'Dự toán (đồng)', 'amount'),
        column('tl', 'Tỷ lệ', 'percent'),
      ],
      Array.from({ length: 60 }, (_, at) => ({
        nd: `Khoản chi số ${at + 1}`,
        dt: 1_234_567_890 + at,
        tl: at === 3 ? null : 98.5,
      })),
    ),
  ],
  hanging: { from: calendarDate('2024-01-10'), until: calendarDate('2024-02-09') },
  today: calendarDate('2024-01-10'),
  contact: { phone: '0221.3830.123', email: 'ubndxaquanglang@hungyen.gov.vn' },
  headTitle: 'Chủ tịch UBND xã Quảng Lãng',
  url,
  hasNames: false,
};

describe('the sheet for the wall', () => {
  it('says who publishes what on which ground, from when to when, whom to ask, and where its page is', async () => {
    const pages = await pdfPages(await renderPdf(postingSheet(budget, 'a4')));
    const all = pages.join(' ');
    for (const words of [
      'ỦY BAN NHÂN DÂN XÃ QUẢNG LÃNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Quảng Lãng, ngày 10 tháng 01 năm 2024',
      'THÔNG BÁO Niêm yết công khai Dự toán ngân sách xã năm 2024',
      'Căn cứ khoản 1 Điều 17 Thông tư 343/2016/TT-BTC.',
      'Xã dự kiến thu 9,8 tỷ đồng. Chi cho giao thông',
      'Mẫu biểu: Biểu 113/CK TC-NSNN',
      'Ngày quyết định: 05/01/2024',
      '1.234.567.890',
      '98,5%',
      'Thời gian niêm yết: từ ngày 10/01/2024 đến hết ngày 09/02/2024.',
      'điện thoại 0221.3830.123',
      'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH',
    ])
      expect(all).toContain(words);
    expect(all.replace(/\s/g, '')).toContain(url);
    expect(all).not.toContain('Ghi chú');
    expect(all).not.toContain('x.pdf');
    const withRows = pages.filter((page) => page.includes('Khoản chi số'));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toContain('Dự toán (đồng)');
  });

  it('stands where its tables fit and lies where they do not, on both sizes of paper', () => {
    expect(postingSheet(budget, 'a3').page).toEqual({ size: 'a3', orientation: 'portrait' });
    const columns = [
      'Tên dự án',
      'Chủ đầu tư',
      'Khởi công',
      'Hoàn thành',
      'Tổng mức đầu tư',
      'Đã giải ngân',
      'Thôn',
    ];
    const wide = table(
      columns.map((words, at) => column(`c${at}`, words, 'text')),
      [Object.fromEntries(columns.map((_, at) => [`c${at}`, 'Cải tạo, nâng cấp đường trục thôn']))],
    );
    expect(postingSheet({ ...budget, fields: [wide] }, 'a4').page).toEqual({
      size: 'a4',
      orientation: 'landscape',
    });
  });

  it('as Word file is read back cell for cell', async () => {
    const { grids } = await readDocument('a.docx', await renderDocx(postingSheet(budget, 'a4')));
    const rows = grids
      .find((grid) => grid.rows[0]?.[0]?.text === 'TT')
      ?.rows.map((cells) => cells.map((cell) => cell?.text));
    expect(rows?.[0]).toEqual(['TT', 'Nội dung', 'Dự toán (đồng)', 'Tỷ lệ']);
    expect(rows?.[1]).toEqual(['1', 'Khoản chi số 1', '1.234.567.890', '98,5%']);
    expect(rows).toHaveLength(61);
  });

  it('leaves a gap for days not known, says that it stays, and warns where names stand', () => {
    const words = JSON.stringify(
      postingSheet({ ...budget, hanging: { from: null, until: 'open' }, hasNames: true, url: null }, 'a4'),
    );
    expect(words).toContain('từ ngày ……/……/……… cho đến khi có nội dung thay thế');
    expect(words).toContain('gỡ đúng ngày hết thời gian niêm yết');
    expect(words).not.toContain('"code"');
  });
});

describe('minutes', () => {
  const pieces: MinutesPieces = {
    unitName: 'UBND xã Quảng Lãng',
    superior: null,
    title: 'danh sách hộ nghèo năm 2024',
    placeName: 'Nhà văn hóa thôn An Đỗ',
    placeAddress: '',
    on: calendarDate('2024-01-10'),
    hanging: budget.hanging,
    today: budget.today,
    maker: { name: 'Nguyễn Văn Mẫu', post: 'Trưởng thôn An Đỗ' },
    witnesses: [],
  };

  it('of posting name place, days, who hung it up, and leave lines for two witnesses', async () => {
    const [page = '', ...more] = await pdfPages(await renderPdf(minutesOfPosting(pieces)));
    expect(more).toEqual([]);
    for (const words of [
      'BIÊN BẢN Niêm yết công khai danh sách hộ nghèo năm 2024',
      'ngày 10/01/2024, tại Nhà văn hóa thôn An Đỗ, chúng tôi gồm có:',
      'từ ngày 10/01/2024 đến hết ngày 09/02/2024',
      'Nguyễn Văn Mẫu Trưởng thôn An Đỗ Người niêm yết',
      'NGƯỜI LẬP BIÊN BẢN',
    ])
      expect(page).toContain(words);
    expect(page.match(/Người chứng kiến/g)).toHaveLength(2);
  });

  it('of removal say the day, the reason and the state, and all witnesses that are known', async () => {
    const witnesses = ['Trần Thị Mẫu', 'Lê Văn Mẫu', 'Phạm Văn Mẫu'].map((name) => ({
      name,
      post: 'Dân thôn An Đỗ',
    }));
    const paper = minutesOfRemoval({
      ...pieces,
      on: calendarDate('2024-02-10'),
      witnesses,
      reason: 'hết thời gian',
    });
    const [page = ''] = await pdfPages(await renderPdf(paper));
    expect(page).toContain('Ngày gỡ: 10/02/2024; lý do: hết thời gian.');
    expect(page).toContain('còn nguyên □');
    expect(page.match(/Người chứng kiến/g)).toHaveLength(3);
  });
});
