import { deflateSync } from 'node:zlib';
import { Transformer } from '@napi-rs/image';
import exifReader from 'exif-reader';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exifBlock,
  jpegPicture,
  phonePhoto,
  pngChunk,
  pngDeclaring,
  pngPicture,
  webpPicture,
} from '../../test/support/pictures.ts';
import { AppError } from './errors.ts';
import { readExif } from './pictures/exif.ts';
import { pictureLimits } from './pictures/limits.ts';
import { type Picture, readPicture } from './pictures.ts';

async function refusalOf(file: string, bytes: Uint8Array): Promise<string> {
  const error = await readPicture(file, bytes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  const { type, params } = error as AppError;
  expect(params.file).toBe(file);
  return type.code;
}

/** Red of the pixel in a corner: the mark is red, the ground pale. */
async function isMarked(picture: Picture, x: 'left' | 'right', y: 'top' | 'bottom'): Promise<boolean> {
  const pixels = await new Transformer(picture.bytes).rawPixels();
  const at = { left: 3, right: picture.width - 4, top: 3, bottom: picture.height - 4 };
  const [, green = 0] = pixels.subarray((at[y] * picture.width + at[x]) * 3);
  return green < 100;
}

const holds = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes).includes(words, 0, 'latin1');

describe('a picture is made anew', () => {
  it('from JPEG, PNG and WebP alike, always as JPEG', async () => {
    for (const bytes of [await jpegPicture(), await pngPicture(), await webpPicture()]) {
      const picture = await readPicture('a.jpg', bytes);
      expect([picture.width, picture.height]).toEqual([120, 80]);
      expect(Buffer.from(picture.bytes.subarray(0, 3)).toString('hex')).toBe('ffd8ff');
    }
  });

  it('without any metadata of the camera, its place above all, which is handed over as data', async () => {
    const photo = await phonePhoto({
      takenAt: '2024:06:20 08:30:00',
      latitude: 20.8125,
      longitude: 106.0875,
    });
    expect(holds(photo, 'Exif')).toBe(true);
    const picture = await readPicture('a.jpg', photo);
    for (const bytes of [picture.bytes, picture.thumbnail]) expect(holds(bytes, 'Exif')).toBe(false);
    expect((await new Transformer(Buffer.from(picture.bytes)).metadata(true)).exif).toBeUndefined();
    expect(picture.capturedAt?.toISOString()).toBe('2024-06-20T01:30:00.000Z');
    expect(picture.location?.latitude).toBeCloseTo(20.8125, 5);
    expect(picture.location?.longitude).toBeCloseTo(106.0875, 5);
  });

  it('upright, whichever way the camera was held', async () => {
    const corners = {
      1: ['left', 'top'],
      2: ['right', 'top'],
      3: ['right', 'bottom'],
      4: ['left', 'bottom'],
      5: ['left', 'top'],
      6: ['right', 'top'],
      7: ['right', 'bottom'],
      8: ['left', 'bottom'],
    } as const;
    for (const [orientation, [x, y]] of Object.entries(corners)) {
      const turned = Number(orientation);
      const picture = await readPicture('a.jpg', await phonePhoto({ orientation: turned }));
      expect([picture.width, picture.height], orientation).toEqual(turned > 4 ? [80, 120] : [120, 80]);
      expect(await isMarked(picture, x, y), orientation).toBe(true);
    }
  });

  it('within its sides and its weight, the small one too, even where nothing compresses', async () => {
    const picture = await readPicture('a.jpg', await jpegPicture({ width: 3600, height: 2400, noise: true }));
    expect(Math.max(picture.width, picture.height)).toBeLessThanOrEqual(pictureLimits.kept_side);
    expect(picture.width / picture.height).toBeCloseTo(1.5, 2);
    expect(picture.bytes.byteLength).toBeLessThanOrEqual(pictureLimits.kept_bytes);
    expect(picture.thumbnail.byteLength).toBeLessThanOrEqual(pictureLimits.thumbnail_bytes);
  });

  it('a small one is not blown up', async () => {
    const picture = await readPicture('a.png', await pngPicture({ width: 40, height: 30 }));
    expect([picture.width, picture.height]).toEqual([40, 30]);
  });

  it('the clear ground of a screenshot becomes white, not black', async () => {
    const picture = await readPicture('a.png', await pngPicture({ alpha: 0 }));
    const pixels = await new Transformer(picture.bytes).rawPixels();
    expect([...pixels.subarray(0, 3)].every((part) => part > 250)).toBe(true);
  });

  it('what hangs behind the picture is gone: a second file in one, a film of a phone', async () => {
    const jpeg = await jpegPicture();
    for (const tail of ['PK\u0003\u0004 an archive', '<script>alert(1)</script>', '%PDF-1.7']) {
      const picture = await readPicture('a.jpg', Buffer.concat([jpeg, Buffer.from(tail, 'latin1')]));
      expect(holds(picture.bytes, tail)).toBe(false);
    }
  });

  it('many at once are taken in turn; those beyond the queue are told to come back, and the queue empties', async () => {
    const jpeg = await jpegPicture();
    const most = pictureLimits.at_once + pictureLimits.waiting;
    const answers = await Promise.allSettled(
      Array.from({ length: most + 5 }, (_, index) => readPicture(`${index}.jpg`, jpeg)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(most);
    expect(await refusalOf('again.jpg', jpeg.subarray(0, 100))).toBe('pictures.damaged');
    const late = answers.at(-1);
    expect(late?.status === 'rejected' && (late.reason as AppError).type.code).toBe('pictures.busy');
    expect((await readPicture('later.jpg', jpeg)).width).toBe(120);
  });
});

describe('a picture is refused, by name and with what to do', () => {
  it('when it is HEIC, or no picture that browsers show', async () => {
    const box = (brand: string): Buffer => Buffer.from(`\0\0\0\u0018ftyp${brand}\0\0\0\0`, 'latin1');
    for (const brand of ['heic', 'heix', 'mif1', 'msf1'])
      expect(await refusalOf('IMG_0001.HEIC', box(brand)), brand).toBe('pictures.heic');
    for (const words of ['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', ''])
      expect(await refusalOf('x.jpg', Buffer.from(words)), words).toBe('pictures.unsupported');
  });

  it('when it is cut short, wherever', async () => {
    for (const whole of [
      await phonePhoto({ takenAt: '2024:06:20 08:30:00' }),
      await pngPicture(),
      await webpPicture(),
    ])
      for (const part of [0.2, 0.5, 0.9, 0.999])
        expect(await refusalOf('x.jpg', whole.subarray(0, Math.floor(whole.length * part)))).toBe(
          'pictures.damaged',
        );
  });

  it('when its pixels are damaged', async () => {
    const png = await pngPicture({ noise: true });
    png.fill(0x55, Math.floor(png.length / 2), Math.floor(png.length / 2) + 200);
    expect(await refusalOf('x.png', png)).toBe('pictures.damaged');
  });

  it('when it has more pixels than memory is meant for, before anything is decoded', async () => {
    expect(await refusalOf('x.png', pngDeclaring(8700, 5800))).toBe('pictures.too_many_pixels');
    expect(await refusalOf('x.png', pngDeclaring(60_000, 60_000))).toBe('pictures.too_many_pixels');
    expect(await refusalOf('x.png', pngDeclaring(30_000, 1))).toBe('pictures.too_many_pixels');
    const jpeg = await jpegPicture();
    const frame = jpeg.indexOf(Buffer.from('ffc0', 'hex'));
    jpeg.writeUInt16BE(40_000, frame + 5);
    jpeg.writeUInt16BE(40_000, frame + 7);
    expect(await refusalOf('x.jpg', jpeg)).toBe('pictures.too_many_pixels');
    const webp = await webpPicture();
    const chunk = Buffer.alloc(18);
    chunk.write('VP8X', 0, 'latin1');
    chunk.writeUInt32LE(10, 4);
    chunk.writeUIntLE(16_000, 12, 3);
    chunk.writeUIntLE(16_000, 15, 3);
    const extended = Buffer.concat([webp.subarray(0, 12), chunk, webp.subarray(12)]);
    extended.writeUInt32LE(extended.length - 8, 4);
    expect(await refusalOf('x.webp', extended)).toBe('pictures.too_many_pixels');
  });

  it('when it is heavier than a photo is', async () => {
    const heavy = Buffer.concat([await jpegPicture(), Buffer.alloc(pictureLimits.bytes)]);
    expect(await refusalOf('x.jpg', heavy)).toBe('pictures.too_heavy');
  });

  it('when it is laid in more scans than any camera writes', async () => {
    const jpeg = await jpegPicture();
    const start = jpeg.indexOf(Buffer.from('ffda', 'hex'));
    const scan = jpeg.subarray(start, jpeg.length - 2);
    const bomb = Buffer.concat([
      jpeg.subarray(0, start),
      ...Array(pictureLimits.scans + 1).fill(scan),
      jpeg.subarray(-2),
    ]);
    expect(await refusalOf('x.jpg', bomb)).toBe('pictures.overlaid');
  });

  it('a profile that unpacks to hundreds of megabytes is not unpacked', async () => {
    const profile = Buffer.concat([Buffer.from('x\0\0', 'latin1'), deflateSync(Buffer.alloc(200_000_000))]);
    const picture = await readPicture('x.png', pngDeclaring(50, 40, [pngChunk('iCCP', profile)]));
    expect([picture.width, picture.height]).toEqual([50, 40]);
  });

  it('any bytes behind the mark of a picture answer a declared error or a picture, never anything else', async () => {
    const starts = ['ffd8ffe0', '89504e470d0a1a0a', '52494646ffffff0057454250'];
    const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(bytes, async ([start, rest]) => {
        const whole = Buffer.concat([Buffer.from(start, 'hex'), rest]);
        const answer = await readPicture('x', whole).catch((thrown: unknown) => thrown);
        if (answer instanceof Error) expect(answer).toBeInstanceOf(AppError);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what the camera wrote', () => {
  it('reads the time in the zone that is named, and Vietnam’s without one', () => {
    const taken = '2024:06:20 08:30:00';
    expect(readExif(exifBlock({ takenAt: taken })).capturedAt?.toISOString()).toBe(
      '2024-06-20T01:30:00.000Z',
    );
    expect(readExif(exifBlock({ takenAt: taken, zone: '+09:00' })).capturedAt?.toISOString()).toBe(
      '2024-06-19T23:30:00.000Z',
    );
  });

  it('takes no time that does not exist, and no place in the ocean', () => {
    for (const takenAt of ['0000:00:00 00:00:00', '2024:02:30 10:00:00', '2024-06-20', '    :  :  '])
      expect(readExif(exifBlock({ takenAt })).capturedAt, takenAt).toBeNull();
    expect(readExif(exifBlock({ latitude: 0, longitude: 0 })).location).toBeNull();
  });

  it('agrees with an independent reader, in both byte orders', () => {
    const degrees = fc.double({ min: -89, max: 89, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        degrees,
        degrees,
        fc.boolean(),
        (orientation, date, latitude, longitude, bigEndian) => {
          const takenAt = date.toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ');
          const notes = { orientation, takenAt, zone: '+00:00', latitude, longitude, bigEndian };
          const block = exifBlock(notes);
          const ours = readExif(block);
          const theirs = exifReader(block);
          expect(ours.orientation).toBe(theirs.Image?.Orientation);
          expect(ours.capturedAt?.getTime()).toBe(theirs.Photo?.DateTimeOriginal?.getTime());
          const [d = 0, m = 0, s = 0] = theirs.GPSInfo?.GPSLatitude ?? [];
          expect(Math.abs(ours.location?.latitude ?? 0)).toBeCloseTo(d + m / 60 + s / 3600, 6);
          expect(ours.location?.latitude ?? 0).toBeCloseTo(latitude, 4);
        },
      ),
    );
  });

  it('any bytes are read to something, at once', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.boolean(), (bytes, marked) => {
        const head = marked ? [0x49, 0x49, 42, 0, 8, 0, 0, 0] : [];
        const { orientation } = readExif(Buffer.from([...head, ...bytes]));
        expect(orientation).toBeGreaterThanOrEqual(1);
      }),
    );
    // Each of 5,400 entries claims a million values: a reader that collects them would fill memory.
    const greedy = Buffer.alloc(64 * 1024);
    greedy.write('II*\0', 0, 'latin1');
    greedy.writeUInt32LE(8, 4);
    greedy.writeUInt16LE(5400, 8);
    for (let i = 0; i < 5400; i++) {
      greedy.writeUInt16LE(0x1000 + i, 10 + 12 * i);
      greedy.writeUInt16LE(3, 12 + 12 * i);
      greedy.writeUInt32LE(1_000_000, 14 + 12 * i);
    }
    expect(readExif(greedy).capturedAt).toBeNull();
  });
});
