import { describe, expect, test } from 'vitest';
import { fixture, readFixture, rowOf, texts } from '../../../test/support/document-fixtures.ts';
import { AppError } from '../errors.ts';
import { detectDelimiter } from './csv.ts';
import { readDocument } from './index.ts';
import { isLegacyFontText } from './legacy-font.ts';
import { cleanText } from './text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reading CSV', () => {
  const makes = ['utf8-bom-comma.csv', 'windows-1258-semicolon.csv', 'utf16le-tab.csv', 'nfd.csv'];

  test('four encodings and three delimiters give the same table, in NFC', async () => {
    const [first, ...others] = await Promise.all(
      makes.map(async (name) => texts((await readFixture(name)).grids[0])),
    );
    for (const other of others) expect(other).toEqual(first);
    expect(first?.flat().every((text) => text === null || text === text.normalize('NFC'))).toBe(true);
    expect(first?.[5]?.[5]).toBe('Phòng Nội vụ; UBND các xã, thị trấn');
  });

  test('a table saved as text between tabs is a table, and indented words are not', async () => {
    const table =
      'BIỂU NHIỆM VỤ\r\nSTT\tNhiệm vụ\tChủ trì\tThời gian\r\n1\tViệc\tPhòng Nội vụ\tQuý I\r\n2\tViệc\t\tQuý II';
    const asText = await readDocument('bieu.txt', utf8(table));
    expect(asText.kind).toBe('csv');
    expect(texts(asText.grids[0])[3]).toEqual(['2', 'Việc', null, 'Quý II']);
    const words = await readDocument('loi.txt', utf8('\t1.\tMột\n\t2.\tHai\n\t3.\tBa\n'));
    expect(words.kind).toBe('txt');
  });

  test('windows-1258 is told to the person', async () => {
    const { notices } = await readFixture('windows-1258-semicolon.csv');
    expect(notices.map((notice) => notice.code)).toEqual(['windows_1258']);
  });

  test('UTF-8 with one damaged character stays UTF-8', async () => {
    const good = fixture('nfd.csv');
    const bytes = Buffer.concat([good, Buffer.from([0xc3])]);
    const { grids, notices } = await readDocument('a.csv', bytes);
    expect(rowOf(grids[0], '1.1.a')[4]).toBe('Phòng Tư pháp');
    expect(notices.map((notice) => notice.code)).toEqual(['lost_characters']);
  });

  test('commas in sentences do not hide the semicolons between cells', () => {
    expect(detectDelimiter('1;Xã A, xã B, xã C;x\n2;Một, hai;y\n3;Không;z\n')).toBe(';');
  });

  test('line breaks and delimiters in quotation marks belong to the cell; sep= names the delimiter', async () => {
    const { grids } = await readDocument('a.csv', utf8('sep=;\r\n1;"một; hai\r\nba ""bốn""";x\r\n'));
    expect(texts(grids[0])).toEqual([['1', 'một; hai\nba "bốn"', 'x']]);
  });

  test('an open quotation mark is named with its line', async () => {
    const error = await readDocument('a.csv', utf8('a,b\n1,"hai\n3,4\n')).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).type.code).toBe('documents.csv_quotes');
  });
});

describe('reading plain text', () => {
  test('windows-1258 and decomposed UTF-8 give the same paragraphs', async () => {
    const [local, decomposed] = await Promise.all([readFixture('windows-1258.txt'), readFixture('nfd.txt')]);
    expect(local.paragraphs).toEqual(decomposed.paragraphs);
    expect(local.paragraphs).toHaveLength(15);
    expect(local.paragraphs[12]?.text).toBe('đ) Tổng hợp, báo cáo kết quả trước ngày 05/7.');
  });

  test('a form feed marks the paragraph after it', async () => {
    const { paragraphs } = await readDocument('a.txt', utf8('một\n\fhai\nba'));
    expect(paragraphs.map((paragraph) => paragraph.pageBreakBefore ?? false)).toEqual([false, true, false]);
  });
});

describe('clean text', () => {
  test('is NFC, with plain spaces and line breaks, and nothing invisible', () => {
    expect(cleanText(' Hội\u00a0nghị\u200b \r\n  \u00adcủa xã\u000bB\ufeff ')).toBe('Hội nghị\ncủa xã\nB');
    expect(cleanText('Ðại hội'.normalize('NFD'))).toBe('Đại hội');
  });
});

describe('legacy fonts', () => {
  test('TCVN3 and VNI text is recognised', () => {
    expect(isLegacyFontText('KÕ ho¹ch n©ng cao chØ sè')).toBe(true);
    expect(isLegacyFontText('Keá hoaïch naâng cao hieäu quaû')).toBe(true);
  });

  test('Vietnamese Unicode text and French names are not', () => {
    expect(isLegacyFontText('Kế hoạch nâng cao hiệu quả quản trị “một cửa” · 5 m² ½ ngày')).toBe(false);
    expect(isLegacyFontText('Dự án do Agence française de développement tài trợ, naïve Noël')).toBe(false);
    expect(isLegacyFontText('Toà án hoà giải, khoá hoá, xoá')).toBe(false);
  });

  test('places typed in a legacy font inside a Unicode file are pointed out', async () => {
    const unicode =
      'Ủy ban nhân dân huyện triển khai thực hiện kế hoạch nâng cao chất lượng phục vụ\n'.repeat(5);
    const { notices } = await readDocument('a.txt', utf8(`${unicode}KÕ ho¹ch n©ng cao chØ sè\n`));
    expect(notices).toMatchObject([{ code: 'legacy_font_cells', params: { count: 1 } }]);
  });
});
