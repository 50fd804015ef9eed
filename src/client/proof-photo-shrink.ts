/** Bytes that a photo may have on a slow line: some fifteen seconds at 20 KB/s. */
const ENOUGH = 300 * 1024;
/** Tried in this order until the photo is light enough; the last one is sent whatever it weighs. */
const STEPS = [
  { side: 1600, quality: 0.8 },
  { side: 1600, quality: 0.6 },
  { side: 1280, quality: 0.6 },
  { side: 1024, quality: 0.5 },
  { side: 800, quality: 0.5 },
] as const;

/** A photo made small, with what the camera said of its time. What this browser cannot decode is sent as it is. */
export async function shrink(file: File): Promise<Blob> {
  if (file.type === 'image/jpeg' && file.size <= ENOUGH) return file;
  try {
    // Pixels stay as the camera wrote them, and its words say how they lie: the server turns them.
    const bitmap = await createImageBitmap(file, { imageOrientation: 'none' });
    const exif = await exifOf(file);
    let made: Blob = file;
    for (const step of STEPS) {
      const drawn = await draw(bitmap, step);
      if (drawn === null) return file;
      made = withExif(new Uint8Array(await drawn.arrayBuffer()), exif);
      if (made.size <= ENOUGH) break;
    }
    bitmap.close();
    return made.size < file.size ? made : file;
  } catch {
    return file;
  }
}

function draw(bitmap: ImageBitmap, { side, quality }: (typeof STEPS)[number]): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const drawing = canvas.getContext('2d');
  if (!drawing) return Promise.resolve(null);
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

const SOI = 2;
const SEGMENTS_LOOKED_AT = 256 * 1024;

/** The segment of a JPEG in which the camera wrote time and position of the picture, with its head; `null` without one. */
async function exifOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(await file.slice(0, SEGMENTS_LOOKED_AT).arrayBuffer());
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let at = SOI; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const mark = bytes[at + 1] ?? 0;
    const length = 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    const isExif = mark === 0xe1 && bytes[at + 4] === 0x45 && bytes[at + 5] === 0x78;
    if (isExif && at + length <= bytes.length) return bytes.slice(at, at + length);
    if (mark === 0xda) return null;
    at += length;
  }
  return null;
}

function withExif(jpeg: Uint8Array<ArrayBuffer>, exif: Uint8Array<ArrayBuffer> | null): Blob {
  const parts = exif === null ? [jpeg] : [jpeg.slice(0, SOI), exif, jpeg.slice(SOI)];
  return new Blob(parts, { type: 'image/jpeg' });
}
