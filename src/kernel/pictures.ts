import { FastResizeFilter, JsColorType, type Orientation, ResizeFit, Transformer } from '@napi-rs/image';
import { type FileKind, kindLabel, sniffKind } from './documents/index.ts';
import { AppError, ensure } from './errors.ts';
import { type Container, readJpeg, readPng, readWebp } from './pictures/containers.ts';
import { pictureErrors } from './pictures/errors.ts';
import { type CameraFacts, NO_FACTS, readExif } from './pictures/exif.ts';
import { pictureLimits } from './pictures/limits.ts';

/** A picture made anew from what came: upright, bounded, JPEG without any metadata. */
export interface Picture extends Omit<CameraFacts, 'orientation'> {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** A small JPEG of the same. */
  readonly thumbnail: Uint8Array;
}

export const PICTURE_KINDS = ['jpeg', 'png', 'webp'] as const satisfies readonly FileKind[];
export type PictureKind = (typeof PICTURE_KINDS)[number];
export const PICTURE_MEDIA_TYPE = 'image/jpeg';

export function isPicture(kind: FileKind): kind is PictureKind {
  return (PICTURE_KINDS as readonly FileKind[]).includes(kind);
}

const CONTAINERS: Record<PictureKind, (bytes: Buffer) => Container | null> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
};

/**
 * Reads a JPEG, PNG or WebP and makes it anew. Size and passes are read from the outside first, so that nothing is decoded
 * that would fill memory; decoding runs in other threads, a few pictures at a time. Throws `pictures.*`, which name `file`.
 */
export async function readPicture(file: string, bytes: Uint8Array): Promise<Picture> {
  const container = admit(file, bytes);
  const facts = container.exif === null ? NO_FACTS : readExif(container.exif);
  const made = await inTurn(file, () => remake(file, container, facts.orientation));
  return { ...made, capturedAt: facts.capturedAt, location: facts.location };
}

function admit(file: string, bytes: Uint8Array): Container {
  const { kind } = sniffKind(bytes, file);
  ensure(kind !== 'heic', pictureErrors.heic, { file });
  if (!isPicture(kind)) throw new AppError(pictureErrors.unsupported, { file, actual: kindLabel(kind) });
  ensure(bytes.byteLength <= pictureLimits.bytes, pictureErrors.too_heavy, {
    file,
    size: megabytes(bytes.byteLength),
    limit: megabytes(pictureLimits.bytes),
  });
  const container = CONTAINERS[kind](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  ensure(container && container.width > 0 && container.height > 0, pictureErrors.damaged, { file });
  const { width, height, scans } = container;
  const fits = Math.max(width, height) <= pictureLimits.side && width * height <= pictureLimits.pixels;
  ensure(fits, pictureErrors.too_many_pixels, { file, width, height, limit: pictureLimits.pixels / 1e6 });
  ensure(scans <= pictureLimits.scans, pictureErrors.overlaid, { file });
  return container;
}

const megabytes = (count: number): number => Math.ceil(count / (1024 * 1024));

interface Sized {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Step {
  /** The longer side, at most. */
  readonly side: number;
  readonly quality: number;
}

const FIRST: Step = { side: pictureLimits.kept_side, quality: 82 };
/** Tried in this order until the result is light enough; the last is light by its few pixels. */
const LIGHTER: readonly Step[] = [
  { side: pictureLimits.kept_side, quality: 65 },
  { side: pictureLimits.kept_side * 0.75, quality: 60 },
  { side: pictureLimits.kept_side / 2, quality: 50 },
];
const THUMBNAIL: readonly Step[] = [
  { side: pictureLimits.thumbnail_side, quality: 72 },
  { side: pictureLimits.thumbnail_side, quality: 50 },
  { side: pictureLimits.thumbnail_side / 2, quality: 50 },
  { side: pictureLimits.thumbnail_side / 4, quality: 40 },
];

const TRANSPARENT: readonly JsColorType[] = [
  JsColorType.La8,
  JsColorType.Rgba8,
  JsColorType.La16,
  JsColorType.Rgba16,
  JsColorType.Rgba32F,
];

async function remake(
  file: string,
  container: Container,
  orientation: number,
): Promise<Sized & { thumbnail: Uint8Array }> {
  try {
    const source = new Transformer(container.bytes);
    const { colorType } = await source.metadata();
    const upright = orientation === 1 ? source : source.rotate(orientation as Orientation);
    const bounded = shrunk(upright, container, FIRST.side);
    const first = TRANSPARENT.includes(colorType)
      ? await onPaper(bounded)
      : await bounded.jpeg(FIRST.quality);
    const kept = await lighten(sized(first), LIGHTER, pictureLimits.kept_bytes);
    const [small, ...smaller] = THUMBNAIL;
    const thumbnail = await lighten(await again(kept, small as Step), smaller, pictureLimits.thumbnail_bytes);
    return { ...kept, thumbnail: thumbnail.bytes };
  } catch {
    // The decoder's words are about bytes; whoever sent the picture can only send another.
    throw new AppError(pictureErrors.damaged, { file });
  }
}

function shrunk(picture: Transformer, from: { width: number; height: number }, side: number): Transformer {
  if (Math.max(from.width, from.height) <= side) return picture;
  return picture.fastResize({
    width: side,
    height: side,
    fit: ResizeFit.Inside,
    filter: FastResizeFilter.Bilinear,
  });
}

function sized(jpeg: Buffer): Sized {
  const made = readJpeg(jpeg);
  if (!made) throw new Error('the encoder made no JPEG');
  return { bytes: jpeg, width: made.width, height: made.height };
}

async function again(from: Sized, step: Step): Promise<Sized> {
  return sized(await shrunk(new Transformer(from.bytes), from, step.side).jpeg(step.quality));
}

async function lighten(first: Sized, steps: readonly Step[], limit: number): Promise<Sized> {
  let best = first;
  for (const step of steps) {
    if (best.bytes.byteLength <= limit) break;
    best = await again(best, step);
  }
  return best;
}

/** JPEG knows no transparency and would show it black: the clear ground of a screenshot becomes paper. */
async function onPaper(picture: Transformer): Promise<Buffer> {
  const clear = await picture.png();
  const { width, height } = await new Transformer(clear).metadata();
  const paper = Buffer.alloc(width * height * 4, 255);
  return Transformer.fromRgbaPixels(paper, width, height).composite(clear).jpeg(FIRST.quality);
}

let working = 0;
const waiting: (() => void)[] = [];

/** Decoding fills memory and threads: a few at a time in the whole process, and a queue that ends. */
async function inTurn<T>(file: string, work: () => Promise<T>): Promise<T> {
  if (working >= pictureLimits.at_once) {
    ensure(waiting.length < pictureLimits.waiting, pictureErrors.busy, { file });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else working += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}
