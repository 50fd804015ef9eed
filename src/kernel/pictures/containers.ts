interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the outside of a picture says, read without decoding it. */
export interface Container extends Size {
  /** The camera's block, where there is one. */
  readonly exif: Uint8Array | null;
  /** Passes that decoding takes: 1, or the scans of a JPEG. */
  readonly scans: number;
  /** What to decode: the picture without what it does not need. */
  readonly bytes: Uint8Array;
}

/** A JPEG from its start to its end mark; `null` when it is cut short or no JPEG. What hangs behind the end is left out. */
export function readJpeg(bytes: Buffer): Container | null {
  let at = 2;
  let size: Size | undefined;
  let exif: Uint8Array | null = null;
  let scans = 0;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1];
    if (marker === undefined) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9)
      return size && scans > 0 ? { ...size, exif, scans, bytes: bytes.subarray(0, at + 2) } : null;
    if (at + 4 > bytes.length) return null;
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (isFrame(marker)) {
      // A second frame: no camera writes one, and decoders disagree on which of the two counts.
      if (size !== undefined || length < 8) return null;
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    if (marker === 0xe1 && exif === null && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      exif = bytes.subarray(at + 4, end);
    at = end;
    if (marker === 0xda) {
      scans += 1;
      at = endOfScan(bytes, at);
    }
  }
}

/** The marker that opens a frame, of whichever coding; C4, C8 and CC mean tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Inside a scan FF is followed by 00, or by a restart mark; anything else ends it. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

const PNG_NEEDED = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

/** A PNG from its mark to IEND; `null` when it is cut short. Profiles and texts, which may unpack to anything, are left out. */
export function readPng(bytes: Buffer): Container | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let size: Size | undefined;
  let exif: Uint8Array | null = null;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (size === undefined && (type !== 'IHDR' || end - at < 25)) return null;
    size ??= { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (type === 'eXIf') exif = bytes.subarray(at + 8, end - 4);
    if (PNG_NEEDED.includes(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return { ...size, exif, scans: 1, bytes: Buffer.concat(kept) };
    at = end;
  }
  return null;
}

/** A WebP, plain, lossless or extended; `null` when it is cut short. */
export function readWebp(bytes: Buffer): Container | null {
  if (bytes.length < 30) return null;
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return null;
  let exif: Uint8Array | null = null;
  let size: Size | undefined;
  let at = 12;
  while (at + 8 <= whole) {
    const type = bytes.toString('latin1', at, at + 4);
    const start = at + 8;
    const end = start + bytes.readUInt32LE(at + 4);
    if (end > whole) return null;
    size = larger(size, webpSize(bytes.subarray(start, end), type));
    if (type === 'EXIF') exif = bytes.subarray(start, end);
    at = end + (end % 2);
  }
  return size ? { ...size, exif, scans: 1, bytes: bytes.subarray(0, whole) } : null;
}

/** The extended header and the picture inside name sizes of their own: what decoding may take is the larger. */
function larger(a: Size | undefined, b: Size | undefined): Size | undefined {
  if (!a || !b) return a ?? b;
  return { width: Math.max(a.width, b.width), height: Math.max(a.height, b.height) };
}

function webpSize(chunk: Buffer, type: string): Size | undefined {
  if (chunk.length < 10) return undefined;
  switch (type) {
    case 'VP8X':
      return { width: 1 + chunk.readUIntLE(4, 3), height: 1 + chunk.readUIntLE(7, 3) };
    case 'VP8L': {
      const bits = chunk.readUInt32LE(1);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 'VP8 ':
      return { width: chunk.readUInt16LE(6) & 0x3fff, height: chunk.readUInt16LE(8) & 0x3fff };
    default:
      return undefined;
  }
}
