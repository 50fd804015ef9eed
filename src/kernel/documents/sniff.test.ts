import { describe, expect, test } from 'vitest';
import { fixture } from '../../../test/support/document-fixtures.ts';
import { sniffKind } from './index.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('telling what a file is', () => {
  test.each([
    ['two-level-header.xlsx', 'xlsx'],
    ['auto-numbering.docx', 'docx'],
    ['utf16le-tab.csv', 'csv'],
    ['windows-1258.txt', 'txt'],
    ['refused/macro-inside.xlsx', 'macro_office'],
    ['refused/encrypted.xlsx', 'encrypted_office'],
    ['refused/old.doc', 'old_office'],
    ['refused/web-page.xls', 'html'],
    ['refused/scan.pdf', 'pdf'],
    ['refused/empty.xlsx', 'empty'],
  ])('%s is %s', (name, kind) => {
    expect(sniffKind(fixture(name), name).kind).toBe(kind);
  });

  test.each([
    ['a.png', '\x89PNG\r\n\x1a\n', 'png'],
    ['a.jpg', '\xff\xd8\xff\xe0', 'jpeg'],
    ['a.webp', 'RIFF\x10\x00\x00\x00WEBPVP8 ', 'webp'],
    ['a.heic', '\x00\x00\x00\x18ftypheic', 'heic'],
    ['a.mp4', '\x00\x00\x00\x18ftypisom', 'mp4'],
    ['a.svg', '<?xml version="1.0"?><svg xmlns="x"/>', 'svg'],
    ['a.bin', '\x00\x01\x02\x03\x00\x04\x05', 'unknown'],
  ])('%s by its first bytes', (name, start, kind) => {
    expect(sniffKind(bytes(start), name).kind).toBe(kind);
  });

  test('a name that disagrees is told', () => {
    expect(sniffKind(bytes('%PDF-1.4'), 'ảnh.PNG')).toEqual({
      kind: 'pdf',
      mediaType: 'application/pdf',
      extension: '.png',
      agrees: false,
    });
  });

  test('script inside a picture name is still a web page', () => {
    expect(sniffKind(bytes('  <!DOCTYPE html><script>'), 'a.png').kind).toBe('html');
  });
});
