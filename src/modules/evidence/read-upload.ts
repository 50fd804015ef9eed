import {
  documentErrors,
  type FileKind,
  kindLabel,
  type SniffedFile,
  sniffKind,
} from '../../kernel/documents/index.ts';
import { openZip } from '../../kernel/documents/zip.ts';
import { AppError, ensure } from '../../kernel/errors.ts';
import { hashOf } from '../../kernel/files.ts';
import { isPicture, PICTURE_MEDIA_TYPE, type Picture, readPicture } from '../../kernel/pictures.ts';
import type { Upload } from './domain/input.ts';
import { evidenceErrors } from './errors.ts';
import { evidenceLimits } from './limits.ts';

/** A file that may be kept, with what is kept of it. */
export interface ReadUpload {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of what was sent. */
  readonly originalHash: string;
  readonly picture: Omit<Picture, 'bytes'> | null;
}

const EXTENSIONS: Partial<Record<FileKind, string>> = {
  pdf: '.pdf',
  docx: '.docx',
  xlsx: '.xlsx',
  csv: '.csv',
  txt: '.txt',
};

/**
 * Reads a file that was sent as evidence: what it is, its content says. Pictures are made anew; of other files the bytes are
 * kept as they came. Throws an error that names the file when it may not be kept.
 */
export async function readUpload(upload: Upload, as: 'photo' | 'file'): Promise<ReadUpload> {
  const { name: file, bytes } = upload;
  const sniffed = sniffKind(bytes, file);
  ensure(sniffed.kind !== 'empty', documentErrors.empty, { file });
  if (as === 'photo' || isPicture(sniffed.kind) || sniffed.kind === 'heic') {
    ensure(
      !isPicture(sniffed.kind) || mayBeNamed(sniffed),
      evidenceErrors.wrong_name,
      misnamed(file, sniffed),
    );
    const { bytes: kept, ...picture } = await readPicture(file, bytes);
    return {
      name: renamed(file, '.jpg'),
      mediaType: PICTURE_MEDIA_TYPE,
      bytes: kept,
      originalHash: hashOf(bytes),
      picture,
    };
  }
  const extension = admit(upload, sniffed);
  return {
    name: sniffed.extension === '' ? renamed(file, extension) : file,
    mediaType: sniffed.mediaType,
    bytes,
    originalHash: hashOf(bytes),
    picture: null,
  };
}

/** Checks a file that is no picture; answers the extension of its kind. */
function admit({ name: file, bytes }: Upload, sniffed: SniffedFile): string {
  const limit = evidenceLimits.file_bytes;
  ensure(bytes.byteLength <= limit, documentErrors.too_large, {
    file,
    size: megabytes(bytes.byteLength),
    limit: megabytes(limit),
  });
  if (sniffed.kind === 'macro_office' || sniffed.kind === 'binary_office')
    throw new AppError(documentErrors.macro, { file });
  ensure(sniffed.kind !== 'encrypted_office', documentErrors.encrypted, { file });
  ensure(sniffed.kind !== 'old_office', documentErrors.old_format, { file });
  const extension = EXTENSIONS[sniffed.kind];
  if (extension === undefined)
    throw new AppError(evidenceErrors.not_accepted, { file, actual: kindLabel(sniffed.kind) });
  const own = sniffed.extension === '' || sniffed.extension === extension;
  ensure(own, evidenceErrors.wrong_name, misnamed(file, sniffed));
  if (sniffed.kind === 'pdf') wholePdf(file, bytes);
  if (sniffed.kind === 'docx' || sniffed.kind === 'xlsx') wholeOffice(file, bytes);
  return extension;
}

const megabytes = (count: number): number => Math.ceil(count / (1024 * 1024));

const misnamed = (file: string, { extension, kind }: SniffedFile) => ({
  file,
  extension,
  actual: kindLabel(kind),
});

/** Phones and chat programs save one kind of picture under the name of another: it is made anew as JPEG all the same. */
const PICTURE_NAMES = ['', '.jpg', '.jpeg', '.jfif', '.png', '.webp', '.heic', '.heif'];

function mayBeNamed({ extension }: SniffedFile): boolean {
  return PICTURE_NAMES.includes(extension);
}

const LONGEST_NAME = 200;

function renamed(file: string, extension: string): string {
  const base = file.replace(/\.[A-Za-z0-9]{1,8}$/, '').slice(0, LONGEST_NAME - extension.length);
  return `${base.toWellFormed() || 'tep'}${extension}`;
}

/** Readers look for the end mark of a PDF in its last kilobyte. */
const PDF_TAIL = 1024;
const ZIP_MARKS = ['PK\u0003\u0004', 'PK\u0005\u0006'];

function wholePdf(file: string, bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf('%%EOF', buffer.length, 'latin1');
  const tail = end < 0 ? '' : buffer.toString('latin1', end);
  ensure(!ZIP_MARKS.some((mark) => tail.includes(mark)), evidenceErrors.two_in_one, { file });
  ensure(end >= 0 && tail.length <= PDF_TAIL, evidenceErrors.cut_short, { file });
}

const END_OF_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');

/** Opens the directory of an office file (its size when unpacked is checked there) and looks for what hangs behind it. */
function wholeOffice(file: string, bytes: Uint8Array): void {
  const { names } = openZip(file, bytes);
  ensure(names.has('[Content_Types].xml'), documentErrors.corrupt, { file });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf(END_OF_ZIP);
  const whole = end + 22 + buffer.readUInt16LE(end + 20);
  ensure(whole >= buffer.length, evidenceErrors.two_in_one, { file });
}
