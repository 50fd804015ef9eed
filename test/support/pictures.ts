import { crc32, deflateSync } from 'node:zlib';
import { Transformer } from '@napi-rs/image';

/** Pictures for tests, made here: a plain ground with a mark in one corner, so that a turn is seen. */
export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  /** Random pixels instead of a plain ground: nothing compresses. */
  readonly noise?: boolean;
  /** 0 clear … 255 solid. */
  readonly alpha?: number;
}

function pixelsOf({ width = 120, height = 80, noise = false, alpha = 255 }: PictureOptions): Transformer {
  const pixels = Buffer.alloc(width * height * 4);
  let random = 1;
  for (let at = 0; at < pixels.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    const marked = x < width / 4 && y < height / 4;
    random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
    pixels.writeUInt32BE(noise ? random : marked ? 0xc0_10_10_00 : 0xe0_e8_f0_00, at);
    pixels[at + 3] = alpha;
  }
  return Transformer.fromRgbaPixels(pixels, width, height);
}

export const jpegPicture = (options: PictureOptions = {}): Promise<Buffer> => pixelsOf(options).jpeg(90);
export const pngPicture = (options: PictureOptions = {}): Promise<Buffer> => pixelsOf(options).png();
export const webpPicture = (options: PictureOptions = {}): Promise<Buffer> => pixelsOf(options).webp(90);

/** What a camera writes: the texts of times and zone, the turn, the place in degrees. */
export interface CameraNotes {
  readonly orientation?: number;
  readonly takenAt?: string;
  readonly zone?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly bigEndian?: boolean;
}

type Value = { tag: number; type: number; count: number; data: Buffer };

/** A block of EXIF as cameras write it. */
export function exifBlock(notes: CameraNotes): Buffer {
  const big = notes.bigEndian ?? false;
  const u16 = (value: number): Buffer => {
    const out = Buffer.alloc(2);
    if (big) out.writeUInt16BE(value);
    else out.writeUInt16LE(value);
    return out;
  };
  const u32 = (value: number): Buffer => {
    const out = Buffer.alloc(4);
    if (big) out.writeUInt32BE(value);
    else out.writeUInt32LE(value);
    return out;
  };
  const text = (tag: number, words: string): Value => {
    const data = Buffer.from(`${words}\0`, 'latin1');
    return { tag, type: 2, count: data.length, data };
  };
  const long = (tag: number, value: number): Value => ({ tag, type: 4, count: 1, data: u32(value) });
  const degrees = (tag: number, value: number): Value => {
    const parts = [Math.floor(value), Math.floor((value * 60) % 60), ((value * 3600) % 60) * 10_000];
    const divisors = [1, 1, 10_000];
    const data = Buffer.concat(parts.flatMap((part, i) => [u32(Math.round(part)), u32(divisors[i] ?? 1)]));
    return { tag, type: 5, count: 3, data };
  };
  const folder = (values: readonly Value[], at: number): Buffer => {
    let outside = at + 2 + 12 * values.length + 4;
    const rows: Buffer[] = [u16(values.length)];
    const tail: Buffer[] = [];
    for (const { tag, type, count, data } of values) {
      const inside = data.length <= 4;
      const place = inside ? Buffer.concat([data, Buffer.alloc(4 - data.length)]) : u32(outside);
      rows.push(u16(tag), u16(type), u32(count), place);
      if (inside) continue;
      tail.push(data);
      outside += data.length;
    }
    return Buffer.concat([...rows, u32(0), ...tail]);
  };
  const exif = [
    ...(notes.takenAt === undefined ? [] : [text(0x9003, notes.takenAt)]),
    ...(notes.zone === undefined ? [] : [text(0x9011, notes.zone)]),
  ];
  const { latitude, longitude } = notes;
  const gps =
    latitude === undefined || longitude === undefined
      ? []
      : [
          text(1, latitude < 0 ? 'S' : 'N'),
          degrees(2, Math.abs(latitude)),
          text(3, longitude < 0 ? 'W' : 'E'),
          degrees(4, Math.abs(longitude)),
        ];
  const main = (exifAt: number, gpsAt: number): Value[] => [
    ...(notes.orientation === undefined
      ? []
      : [{ tag: 0x0112, type: 3, count: 1, data: u16(notes.orientation) }]),
    long(0x8769, exifAt),
    long(0x8825, gpsAt),
  ];
  const exifAt = 8 + folder(main(0, 0), 8).length;
  const exifFolder = folder(exif, exifAt);
  const gpsAt = exifAt + exifFolder.length;
  return Buffer.concat([
    Buffer.from(big ? 'MM' : 'II'),
    u16(42),
    u32(8),
    folder(main(exifAt, gpsAt), 8),
    exifFolder,
    folder(gps, gpsAt),
  ]);
}

/** Puts a camera's block into a JPEG, where cameras put it. */
export function withExif(jpeg: Buffer, block: Buffer): Buffer {
  const payload = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)]);
}

/** A photo as a phone sends it. */
export async function phonePhoto(notes: CameraNotes = {}, options: PictureOptions = {}): Promise<Buffer> {
  return withExif(await jpegPicture(options), exifBlock(notes));
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(8 + body.length);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 4 + body.length);
  return out;
}

/** A PNG that declares any size, with whatever chunks stand before its pixels. */
export function pngDeclaring(width: number, height: number, before: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...before,
    pngChunk('IDAT', deflateSync(Buffer.alloc(Math.min(height * (width + 1), 2_000_000)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
