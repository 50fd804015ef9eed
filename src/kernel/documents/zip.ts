import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '../errors.ts';
import { documentErrors } from './errors.ts';
import { LIMITS } from './limits.ts';

interface ZipEntry {
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

/** A ZIP file whose directory was read and found harmless; nothing is inflated until a part is asked for. */
export interface ZipArchive {
  /** Names as written, without a leading slash, backslashes turned. */
  readonly names: ReadonlySet<string>;
  /** The bytes of one part, in pieces. Throws `corrupt` or `zip_bomb` where the content belies the directory. */
  read(name: string): AsyncGenerator<Uint8Array>;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_EXTRA = 0x0001;
const UNKNOWN_32 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const PIECE = 64 * 1024;

/**
 * Reads the directory of a ZIP file and refuses it before inflating anything when it declares too much; what it
 * declares is enforced again while inflating, because it may lie.
 */
export function openZip(file: string, bytes: Uint8Array): ZipArchive {
  const corrupt = (): AppError => new AppError(documentErrors.corrupt, { file });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  const end = findEndOfDirectory(view);
  if (end < 0) throw corrupt();
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries) {
    throw new AppError(documentErrors.too_many_entries, { file, count, limit: LIMITS.entries });
  }

  let at = view.getUint32(end + 16, true);
  let declared = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw corrupt();
    if (view.getUint16(at + 8, true) & 1) throw new AppError(documentErrors.encrypted, { file });
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw corrupt();
    const entry = withZip64Sizes(view, at + 46 + nameLength, extraLength, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    });
    const name = partName(bytes.subarray(at + 46, at + 46 + nameLength));
    declared += entry.size;
    if (declared > LIMITS.unzippedBytes) {
      throw new AppError(documentErrors.unzipped_too_large, { file, limit: megabytes(LIMITS.unzippedBytes) });
    }
    if (entry.size > LIMITS.ratioFromBytes && entry.size > entry.compressedSize * LIMITS.compressionRatio) {
      throw new AppError(documentErrors.zip_bomb, { file });
    }
    if (!name.endsWith('/')) entries.set(name, entry);
    at = next;
  }

  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name);
      if (!entry) throw corrupt();
      return inflate(file, entry, compressedBytes(file, bytes, view, entry));
    },
  };
}

/** Whole megabytes for a message, rounded up. */
export function megabytes(byteCount: number): number {
  return Math.ceil(byteCount / (1024 * 1024));
}

function findEndOfDirectory(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

/** Programs that stream write the sizes of even a small part in the ZIP64 field, in this order, only where unknown. */
function withZip64Sizes(view: DataView, from: number, length: number, entry: ZipEntry): ZipEntry {
  let at = from;
  while (at + 4 <= from + length) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA && end <= from + length) {
      let field = at + 4;
      const wide = (narrow: number): number => {
        if (narrow !== UNKNOWN_32 || field + 8 > end) return narrow;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      };
      const size = wide(entry.size);
      const compressedSize = wide(entry.compressedSize);
      return { ...entry, size, compressedSize, headerOffset: wide(entry.headerOffset) };
    }
    at = end;
  }
  return entry;
}

function partName(raw: Uint8Array): string {
  return new TextDecoder().decode(raw).replace(/\\/g, '/').replace(/^\/+/, '');
}

function compressedBytes(file: string, bytes: Uint8Array, view: DataView, entry: ZipEntry): Uint8Array {
  const at = entry.headerOffset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) {
    throw new AppError(documentErrors.corrupt, { file });
  }
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.compressedSize > bytes.length) throw new AppError(documentErrors.corrupt, { file });
  return bytes.subarray(start, start + entry.compressedSize);
}

async function* inflate(file: string, entry: ZipEntry, data: Uint8Array): AsyncGenerator<Uint8Array> {
  let size = 0;
  let crc = 0;
  for await (const piece of pieces(file, entry.method, data)) {
    size += piece.length;
    if (size > entry.size) throw new AppError(documentErrors.zip_bomb, { file });
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw new AppError(documentErrors.corrupt, { file });
}

async function* pieces(file: string, method: number, data: Uint8Array): AsyncGenerator<Uint8Array> {
  if (method === STORED) {
    for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE);
    return;
  }
  if (method !== DEFLATED) throw new AppError(documentErrors.corrupt, { file });
  const stream = createInflateRaw({ chunkSize: PIECE });
  stream.end(data);
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) yield piece;
  } catch (error) {
    if (isZlibError(error)) throw new AppError(documentErrors.corrupt, { file });
    throw error;
  } finally {
    stream.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^Z_|^ERR_(BUFFER|ZLIB|STREAM)/.test(code);
}
