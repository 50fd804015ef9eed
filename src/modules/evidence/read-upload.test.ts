import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../test/support/document-fixtures.ts';
import { jpegPicture, phonePhoto, pngPicture, webpPicture } from '../../../test/support/pictures.ts';
import { AppError } from '../../kernel/errors.ts';
import { readUpload } from './read-upload.ts';

const bytesOf = (words: string): Uint8Array => Buffer.from(words, 'latin1');
const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n';

async function refusalOf(name: string, bytes: Uint8Array, as: 'file' | 'photo' = 'file'): Promise<string> {
  const error = await readUpload({ name, bytes }, as).catch((thrown: unknown) => thrown);
  expect(error, name).toBeInstanceOf(AppError);
  const { type, params } = error as AppError;
  expect(params.file).toBe(name);
  return type.code;
}

describe('a file sent as evidence', () => {
  it('of an accepted kind is kept as it came', async () => {
    const docx = fixture('auto-numbering.docx');
    const xlsx = fixture('bare-export.xlsx');
    for (const [name, bytes] of [
      ['Báo cáo.pdf', bytesOf(PDF)],
      ['Kế hoạch.docx', docx],
      ['Biểu.xlsx', xlsx],
      ['số.csv', bytesOf('a;b\n1;2\n')],
      ['ghi chu.txt', bytesOf('noi dung\n')],
    ] as const) {
      const read = await readUpload({ name, bytes }, 'file');
      expect(read.name).toBe(name);
      expect(Buffer.from(read.bytes).equals(Buffer.from(bytes)), name).toBe(true);
      expect(read.picture).toBeNull();
    }
  });

  it('without an ending gets that of its content', async () => {
    expect((await readUpload({ name: 'scan0001', bytes: bytesOf(PDF) }, 'file')).name).toBe('scan0001.pdf');
  });

  it('that is a picture is made anew under a name that says so, whatever kind of picture its name promised', async () => {
    for (const [name, bytes] of [
      ['zalo.jpg', await webpPicture()],
      ['man-hinh.png', await pngPicture()],
      ['IMG_1.HEIC', await jpegPicture()],
      ['scan', await phonePhoto()],
    ] as const) {
      const read = await readUpload({ name, bytes }, 'file');
      expect(read.name).toMatch(/^(zalo|man-hinh|IMG_1|scan)\.jpg$/);
      expect(read.mediaType).toBe('image/jpeg');
      expect(read.picture?.thumbnail.byteLength).toBeGreaterThan(0);
      expect(read.originalHash).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});

describe('a file is refused, by name', () => {
  it('when its content is not what its name says', async () => {
    expect(await refusalOf('anh.jpg', bytesOf(PDF))).toBe('evidence.wrong_name');
    expect(await refusalOf('bao-cao.pdf', await jpegPicture())).toBe('evidence.wrong_name');
    expect(await refusalOf('bao-cao.docx', fixture('bare-export.xlsx'))).toBe('evidence.wrong_name');
    expect(await refusalOf('trang.txt', bytesOf('<!doctype html><script>x</script>'))).toBe(
      'evidence.not_accepted',
    );
    expect(await refusalOf('cau-hinh.json', bytesOf('{"a":1}'))).toBe('evidence.wrong_name');
  });

  it('when browsers would run it, or no office opens it', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>';
    for (const name of ['a.svg', 'a.png', 'a.txt'])
      expect(await refusalOf(name, bytesOf(svg))).toBe('evidence.not_accepted');
    expect(await refusalOf('a.html', bytesOf('<html><body>x'))).toBe('evidence.not_accepted');
    expect(await refusalOf('a.zip', zipSync({ 'a.txt': strToU8('x') }))).toBe('evidence.not_accepted');
    expect(await refusalOf('phim.mp4', bytesOf('\0\0\0\u0018ftypisom'))).toBe('evidence.not_accepted');
    expect(await refusalOf('x.exe', bytesOf('MZ\u0090\0\u0003\0\0\0'))).toBe('evidence.not_accepted');
  });

  it('when it holds macros, has a password, is of an old kind or empty', async () => {
    expect(await refusalOf('macro.xlsm', fixture('refused/macro.xlsm'))).toBe('documents.macro');
    expect(await refusalOf('macro.xlsx', fixture('refused/macro-inside.xlsx'))).toBe('documents.macro');
    expect(await refusalOf('khoa.xlsx', fixture('refused/encrypted.xlsx'))).toBe('documents.encrypted');
    expect(await refusalOf('cu.doc', fixture('refused/old.doc'))).toBe('documents.old_format');
    expect(await refusalOf('trong.pdf', new Uint8Array())).toBe('documents.empty');
  });

  it('when it unpacks to more than a server bears', async () => {
    expect(await refusalOf('bom.xlsx', fixture('refused/bomb-declared.xlsx'))).toMatch(
      /^documents\.(zip_bomb|unzipped)/,
    );
  });

  it('when it is cut short', async () => {
    const docx = fixture('auto-numbering.docx');
    expect(await refusalOf('a.docx', docx.subarray(0, docx.length - 40))).toBe('documents.corrupt');
    expect(await refusalOf('a.pdf', bytesOf(PDF.slice(0, -9)))).toBe('evidence.cut_short');
    expect(await refusalOf('a.pdf', bytesOf(`${PDF}${'x'.repeat(3000)}`))).toBe('evidence.cut_short');
  });

  it('when another file hangs behind it', async () => {
    const zip = Buffer.from(zipSync({ 'a.class': strToU8('x') }));
    expect(await refusalOf('a.pdf', Buffer.concat([bytesOf(PDF), zip]))).toBe('evidence.two_in_one');
    const office = Buffer.concat([fixture('bare-export.xlsx'), bytesOf('<script>x</script>')]);
    expect(await refusalOf('a.xlsx', office)).toBe('evidence.two_in_one');
  });

  it('when a photo is asked for and it is something else', async () => {
    expect(await refusalOf('a.pdf', bytesOf(PDF), 'photo')).toBe('pictures.unsupported');
    expect(await refusalOf('IMG_2.HEIC', bytesOf('\0\0\0\u0018ftypheic'), 'photo')).toBe('pictures.heic');
    expect(await refusalOf('IMG_2.HEIC', bytesOf('\0\0\0\u0018ftypheic'), 'file')).toBe('pictures.heic');
  });
});
