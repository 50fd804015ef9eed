import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { samplePaper, tableOf } from '../../../test/support/papers.ts';
import { jpegPicture } from '../../../test/support/pictures.ts';
import { readDocument, writeCells, writeWorkbook } from '../../kernel/documents/index.ts';
import { renderDocx, renderPdf } from '../../kernel/paper/index.ts';
import { STRICT_RULES } from './domain/personal-kinds.ts';
import { guardFile, summaryOf } from './guard-file.ts';
import { prepareDisclosureFile } from './prepare-file.ts';

const plain = { isAboutPeople: false, allowsPhones: false, allowsEmails: false, neverHeadings: [] };
const column = (header: string) => ({ header, width: 20, kind: 'text' as const });
const ID = '033085001234';
const poor = writeWorkbook({
  sheets: [
    {
      name: 'Hộ nghèo',
      title: 'DANH SÁCH HỘ NGHÈO NĂM 2024',
      columns: [
        'TT',
        'Họ tên chủ hộ',
        'Số CCCD',
        'Ngày sinh',
        'Thôn',
        'Loại hộ',
        'Điện thoại',
        'Ghi chú',
      ].map(column),
      rows: [
        ['1', 'Nguyễn Văn Mẫu', ID, '12/03/1955', 'Thôn 3', 'Nghèo', '0912.345.678', ''],
        [
          '2',
          'Trần Thị Mẫu',
          '033160009876',
          '01/01/1960',
          'Thôn An Đỗ',
          'Cận nghèo',
          '',
          'Gọi con: 0987 654 321',
        ],
        ['3', 'Lê Văn Mẫu', '145678912', '05/12/1970', 'Thôn 3', 'Nghèo', '0362345678', 'Hộ mới'],
      ],
    },
  ],
});
const budget = writeWorkbook({
  sheets: [
    {
      name: 'Biểu 113',
      columns: [column('Nội dung'), { ...column('Dự toán (đồng)'), kind: 'number' }],
      rows: [
        ['Thu nội địa', 5_234_567_890],
        ['Chi thường xuyên', 33_085_001_234],
      ],
    },
  ],
});
const body = (words: string) => ({
  ...samplePaper,
  annexes: [],
  body: [{ kind: 'paragraph' as const, words }],
});

describe('a file that is to be published', () => {
  it('of figures is taken as it is, with nothing found', async () => {
    const answer = await prepareDisclosureFile({ name: 'bieu.xlsx', bytes: budget }, { rules: plain });
    expect(answer).toMatchObject({
      kind: 'prepared',
      parts: [{ role: 'official', found: null, allowedBecause: null }],
    });
  });

  it('with personal cells is not taken: kinds, places and masked samples are told', async () => {
    const answer = await prepareDisclosureFile({ name: 'ho.xlsx', bytes: poor }, { rules: STRICT_RULES });
    if (answer.kind !== 'warned') throw new Error('taken');
    expect(summaryOf(answer.report)).toEqual({
      v: 1,
      counts: { citizen_id: 2, old_id: 1, birth_date: 3, phone: 3 },
      unread: [],
    });
    expect(answer.report.canReduce).toBe(true);
    expect(answer.report.findings[0]).toEqual({
      kind: 'citizen_id',
      sample: '0330••••••34',
      place: { in: 'cell', grid: 'Hộ nghèo', address: 'C3' },
    });
    expect(JSON.stringify(answer)).not.toMatch(/033085001234|0912\.345\.678|12\/03\/1955/);
  });

  it('is reduced: personal columns go, birth dates become years, the rest stays; the original is sealed beside it', async () => {
    const answer = await prepareDisclosureFile(
      { name: 'ho.xlsx', bytes: poor },
      { rules: STRICT_RULES, reduce: true },
    );
    if (answer.kind !== 'prepared') throw new Error('warned');
    expect(answer.parts.map(({ role, name, found }) => [role, name, found?.counts.citizen_id])).toEqual([
      ['reduced', 'ho (bản rút gọn).xlsx', undefined],
      ['sealed', 'ho.xlsx', 2],
    ]);
    const [copy, sealed] = answer.parts;
    expect(Buffer.from(sealed?.bytes ?? []).equals(Buffer.from(poor))).toBe(true);
    const { grids } = await readDocument('a.xlsx', copy?.bytes ?? new Uint8Array());
    expect(grids[0]?.rows.map((cells) => cells.map((cell) => cell?.text ?? ''))).toEqual([
      ['DANH SÁCH HỘ NGHÈO NĂM 2024'],
      ['TT', 'Họ tên chủ hộ', 'Ngày sinh', 'Thôn', 'Loại hộ', 'Ghi chú'],
      ['1', 'Nguyễn Văn Mẫu', '1955', 'Thôn 3', 'Nghèo'],
      ['2', 'Trần Thị Mẫu', '1960', 'Thôn An Đỗ', 'Cận nghèo', 'Gọi con: [đã che]'],
      ['3', 'Lê Văn Mẫu', '1970', 'Thôn 3', 'Nghèo', 'Hộ mới'],
      [],
      expect.arrayContaining([
        'Bản rút gọn để công khai: đã bỏ cột “Số CCCD”, “Điện thoại”; đã che dữ liệu cá nhân trong một số ô.',
      ]),
    ]);
    expect(
      (await guardFile({ name: 'a.xlsx', bytes: copy?.bytes ?? new Uint8Array() }, STRICT_RULES)).findings,
    ).toEqual([]);
  });

  it('a .csv is reduced as well', async () => {
    const bytes = Buffer.from(`Họ tên;Số CCCD;Thôn\nNguyễn Văn Mẫu;${ID};Thôn 3\n`);
    const answer = await prepareDisclosureFile(
      { name: 'ho.csv', bytes },
      { rules: STRICT_RULES, reduce: true },
    );
    if (answer.kind !== 'prepared') throw new Error('warned');
    const text = strFromU8(answer.parts[0]?.bytes ?? new Uint8Array());
    expect(text).toContain('Họ tên,Thôn\r\nNguyễn Văn Mẫu,Thôn 3\r\n');
  });

  it('is taken whole when a person says why, and the reason stays with it', async () => {
    const choice = { rules: STRICT_RULES, allowBecause: ' Số của trưởng thôn, đã đồng ý ' };
    const answer = await prepareDisclosureFile({ name: 'ho.xlsx', bytes: poor }, choice);
    expect(answer).toMatchObject({
      kind: 'prepared',
      parts: [
        {
          role: 'official',
          allowedBecause: 'Số của trưởng thôn, đã đồng ý',
          found: { counts: { phone: 3 } },
        },
      ],
    });
  });

  it('hidden sheets, rows and columns are looked into and do not come into the copy', async () => {
    const cell = (col: number, value: string) => ({ column: col, style: {}, value });
    const bytes = writeCells([
      {
        name: 'Danh sách',
        widths: [20, 20],
        rows: [
          { cells: [cell(0, 'Họ tên'), cell(1, 'Thôn')] },
          { cells: [cell(0, 'Lê Mẫu'), cell(1, 'Thôn 3')] },
        ],
      },
      {
        name: 'Gốc',
        isHidden: true,
        widths: [20],
        rows: [{ cells: [cell(0, 'Số CCCD')] }, { cells: [cell(0, ID)] }],
      },
    ]);
    const { findings } = await guardFile({ name: 'a.xlsx', bytes }, STRICT_RULES);
    expect(findings.map(({ place }) => place)).toEqual([{ in: 'cell', grid: 'Gốc', address: 'A2' }]);
    const answer = await prepareDisclosureFile(
      { name: 'a.xlsx', bytes },
      { rules: STRICT_RULES, reduce: true },
    );
    if (answer.kind !== 'prepared') throw new Error('warned');
    const { grids } = await readDocument('a.xlsx', answer.parts[0]?.bytes ?? new Uint8Array());
    expect(grids.map(({ name }) => name)).toEqual(['Danh sách']);
  });

  it('of Word is read: text, tables, and what stands beside the text', async () => {
    const docx = await renderDocx(body(`Ông Nguyễn Văn Mẫu, CCCD ${ID}.`));
    expect(
      (await guardFile({ name: 'a.docx', bytes: docx }, plain)).findings.map(({ place }) => place.in),
    ).toEqual(['paragraph']);
    const parts = unzipSync(docx);
    const clean = await renderDocx(body('Không có gì.'));
    const files = unzipSync(clean);
    files['word/comments.xml'] = strToU8(
      `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p><w:r><w:t>Gọi 0912 345 </w:t></w:r><w:r><w:t>678</w:t></w:r></w:p></w:comment></w:comments>`,
    );
    const commented = zipSync(files);
    expect((await guardFile({ name: 'a.docx', bytes: commented }, plain)).findings).toEqual([
      { kind: 'phone', sample: '0912••••78', place: { in: 'aside' } },
    ]);
    expect(Object.keys(parts)).toContain('word/document.xml');
    const choice = { rules: plain, reduce: true };
    expect(await prepareDisclosureFile({ name: 'a.docx', bytes: docx }, choice)).toMatchObject({
      kind: 'warned',
      report: { canReduce: false },
    });
  });

  it('of PDF is read by its words; a page that is a picture is said not to have been read', async () => {
    const pdf = await renderPdf({
      ...body(`Ông Nguyễn Văn Mẫu, CCCD ${ID}.`),
      annexes: [{ orientation: 'landscape', title: 'A', blocks: [tableOf(3)] }],
    });
    const { findings, unread } = await guardFile({ name: 'a.pdf', bytes: pdf }, plain);
    expect(findings).toEqual([
      { kind: 'citizen_id', sample: '0330••••••34', place: { in: 'page', number: 1 } },
    ]);
    expect(unread).toEqual([]);
    const empty = Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    );
    expect((await guardFile({ name: 'scan.pdf', bytes: empty }, plain)).unread).toEqual(['scan']);
    const broken = Buffer.from('%PDF-1.4\nnothing\n%%EOF\n');
    expect((await guardFile({ name: 'x.pdf', bytes: broken }, plain)).unread).toEqual(['unreadable']);
  });

  it('with hundreds of places is counted whole and listed in part; one too long to read is said to be unread', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => `Nguyễn Văn Mẫu;0330850${String(10_000 + at)}`);
    const list = Buffer.from(`Họ tên;Số CCCD\n${rows.join('\n')}\n`);
    const report = await guardFile({ name: 'a.csv', bytes: list }, STRICT_RULES);
    expect([report.counts.citizen_id, report.findings.length]).toEqual([300, 200]);
    const long = Buffer.from('a;b\n'.repeat(50_001));
    expect(await guardFile({ name: 'a.csv', bytes: long }, STRICT_RULES)).toMatchObject({
      unread: ['unreadable'],
    });
  });

  it('that nobody can read inside is taken with that said, and in lists of people only with a reason', async () => {
    const upload = { name: 'anh.jpg', bytes: await jpegPicture() };
    expect(await prepareDisclosureFile(upload, { rules: plain })).toMatchObject({
      kind: 'prepared',
      parts: [{ role: 'official', mediaType: 'image/jpeg', found: { counts: {}, unread: ['picture'] } }],
    });
    expect(await prepareDisclosureFile(upload, { rules: STRICT_RULES })).toMatchObject({
      kind: 'warned',
      report: { unread: ['picture'], canReduce: false },
    });
  });
});
