/** What a camera wrote beside the picture, as far as it is of use. */
export interface CameraFacts {
  /** 1 upright; 2–8 turned or mirrored, as EXIF counts. */
  readonly orientation: number;
  /** When it was taken; a time without its zone is read as Vietnam's. */
  readonly capturedAt: Date | null;
  /** Degrees, WGS 84. */
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
}

export const NO_FACTS: CameraFacts = { orientation: 1, capturedAt: null, location: null };

const ORIENTATION = 0x0112;
const EXIF_FOLDER = 0x8769;
const GPS_FOLDER = 0x8825;
/** The moment of exposure first, then that of scanning; the "file changed" time says nothing about a place or an event. */
const TIMES = [
  { time: 0x9003, zone: 0x9011 },
  { time: 0x9004, zone: 0x9012 },
] as const;
const GPS = { latitudeSide: 1, latitude: 2, longitudeSide: 3, longitude: 4 } as const;

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where the value stands. */
  readonly at: number;
}

interface Tiff {
  readonly view: DataView;
  readonly little: boolean;
}

/**
 * Reads a block of EXIF (TIFF inside, with or without its "Exif" mark). Looks at each entry of three folders once and at no
 * value it does not need, so that no block, however made, takes long. Never throws: a block that makes no sense says nothing.
 */
export function readExif(block: Uint8Array): CameraFacts {
  const marked = Buffer.from(block.subarray(0, 6)).toString('latin1') === 'Exif\0\0';
  const bytes = marked ? block.subarray(6) : block;
  if (bytes.length < 8) return NO_FACTS;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return NO_FACTS;
  const tiff = { view, little: order === 0x4949 };
  if (view.getUint16(2, tiff.little) !== 42) return NO_FACTS;
  const main = folder(tiff, view.getUint32(4, tiff.little));
  const exif = folder(tiff, numberOf(tiff, main.get(EXIF_FOLDER)));
  const gps = folder(tiff, numberOf(tiff, main.get(GPS_FOLDER)));
  const turned = numberOf(tiff, main.get(ORIENTATION));
  return {
    orientation: turned !== undefined && turned >= 1 && turned <= 8 ? turned : 1,
    capturedAt: timeOf(tiff, exif),
    location: locationOf(tiff, gps),
  };
}

function folder({ view, little }: Tiff, at: number | undefined): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  if (at === undefined || at + 2 > view.byteLength) return entries;
  const count = view.getUint16(at, little);
  for (let i = 0; i < count; i++) {
    const start = at + 2 + 12 * i;
    if (start + 12 > view.byteLength) break;
    const type = view.getUint16(start + 2, little);
    const values = view.getUint32(start + 4, little);
    const size = ({ [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [RATIONAL]: 8 }[type] ?? 0) * values;
    if (size === 0) continue;
    const place = size <= 4 ? start + 8 : view.getUint32(start + 8, little);
    if (place + size <= view.byteLength)
      entries.set(view.getUint16(start, little), { type, count: values, at: place });
  }
  return entries;
}

function numberOf({ view, little }: Tiff, entry: Entry | undefined): number | undefined {
  if (entry?.type === SHORT) return view.getUint16(entry.at, little);
  return entry?.type === LONG ? view.getUint32(entry.at, little) : undefined;
}

const LONGEST_TEXT = 40;

function textOf({ view }: Tiff, entry: Entry | undefined): string {
  if (entry?.type !== ASCII) return '';
  const length = Math.min(entry.count, LONGEST_TEXT);
  const text = Buffer.from(view.buffer, view.byteOffset + entry.at, length).toString('latin1');
  return text.split('\0')[0]?.trim() ?? '';
}

function timeOf(tiff: Tiff, exif: ReadonlyMap<number, Entry>): Date | null {
  for (const { time, zone } of TIMES) {
    const written = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(textOf(tiff, exif.get(time)));
    if (!written) continue;
    const [, year, month, day, hour, minute, second] = written;
    const offset = /^[+-]\d\d:\d\d$/.exec(textOf(tiff, exif.get(zone)))?.[0] ?? '+07:00';
    const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
    const at = new Date(`${local}${offset}`);
    // A day that does not exist (30/02) rolls over silently; a clock never set reads 0000.
    const exists = new Date(`${local}Z`).getUTCDate() === Number(day);
    if (exists && !Number.isNaN(at.getTime()) && Number(year) >= 1970) return at;
  }
  return null;
}

/** Degrees, minutes and seconds as three fractions. */
function degreesOf({ view, little }: Tiff, entry: Entry | undefined): number {
  if (entry?.type !== RATIONAL || entry.count < 3) return Number.NaN;
  const part = (index: number): number =>
    view.getUint32(entry.at + 8 * index, little) / view.getUint32(entry.at + 8 * index + 4, little);
  return part(0) + part(1) / 60 + part(2) / 3600;
}

function locationOf(tiff: Tiff, gps: ReadonlyMap<number, Entry>): CameraFacts['location'] {
  const latitude =
    degreesOf(tiff, gps.get(GPS.latitude)) * sideOf(textOf(tiff, gps.get(GPS.latitudeSide)), 'N', 'S');
  const longitude =
    degreesOf(tiff, gps.get(GPS.longitude)) * sideOf(textOf(tiff, gps.get(GPS.longitudeSide)), 'E', 'W');
  const real = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // Phones without a fix write 0, 0: a point in the ocean.
  return real && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : null;
}

function sideOf(side: string, positive: string, negative: string): number {
  if (side === positive) return 1;
  return side === negative ? -1 : Number.NaN;
}
