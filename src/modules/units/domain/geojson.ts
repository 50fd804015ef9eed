import type { Message, MessageParams } from '../../../kernel/i18n.ts';
import { withoutDiacritics } from '../../../kernel/i18n.ts';
import { type Boundary, type Point, type Ring, ringArea } from './boundary.ts';
import { bm } from './boundary-messages.ts';
import type { ImportProblem } from './import-record.ts';

/** What a file says of one unit. */
export interface Feature {
  /** `#3`: which feature of the file, counted from 1. */
  readonly place: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly boundary: Boundary;
}

export interface ReadFeatures {
  readonly features: readonly Feature[];
  readonly problems: readonly ImportProblem[];
}

/** Names under which files of boundaries keep a unit's code and name; compared without case, diacritics, blanks and `_`. */
export const CODE_KEYS = ['code', 'ma', 'madvhc', 'maxa', 'maphuongxa', 'gso', 'gsocode', 'xaid'] as const;
export const NAME_KEYS = ['name', 'ten', 'tendvhc', 'tenxa', 'tenphuongxa', 'nametv', 'name3', 'xa'] as const;

/** Degrees around Vietnam with its islands: a point outside is a wrong order of coordinates or another system. */
const VIETNAM = { west: 101, east: 118, south: 6, north: 24 } as const;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class Refused extends Error {
  readonly words: Message;
  readonly params: MessageParams;
  constructor(words: Message, params: MessageParams = {}) {
    super(words.en);
    this.words = words;
    this.params = params;
  }
}

function featuresIn(value: unknown): readonly unknown[] | undefined {
  if (!isObject(value)) return undefined;
  const list =
    value.type === 'FeatureCollection' ? value.features : value.type === 'Feature' ? [value] : undefined;
  return Array.isArray(list) ? list : undefined;
}

/** How many features there are to read: a limit stands before the work. */
export const featureCount = (value: unknown): number => featuresIn(value)?.length ?? 0;

/** Reads a FeatureCollection, or one Feature. `undefined` when the value is neither. Problems name the feature. */
export function readFeatures(value: unknown): ReadFeatures | undefined {
  const list = featuresIn(value);
  if (!list) return undefined;
  const features: Feature[] = [];
  const problems: ImportProblem[] = [];
  list.forEach((one, index) => {
    const place = `#${index + 1}`;
    try {
      features.push(readFeature(one, place));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problems.push({ severity: 'error', place, message: error.words, params: error.params });
    }
  });
  return { features, problems };
}

function readFeature(value: unknown, place: string): Feature {
  if (!isObject(value) || value.type !== 'Feature') throw new Refused(bm.notAFeature);
  const properties = isObject(value.properties) ? value.properties : {};
  const code = said(properties, CODE_KEYS);
  const name = said(properties, NAME_KEYS);
  if (code === null && name === null)
    throw new Refused(bm.noName, { keys: Object.keys(properties).join(', ') || '–' });
  return { place, code, name, boundary: readGeometry(value.geometry) };
}

function said(properties: Json, keys: readonly string[]): string | null {
  const plain = new Map(
    Object.entries(properties).map(([key, value]) => [withoutDiacritics(key).replace(/[\s_]/g, ''), value]),
  );
  for (const key of keys) {
    const value = plain.get(key);
    const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
    if (text.trim() !== '') return text.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, 300);
  }
  return null;
}

function readGeometry(value: unknown): Boundary {
  const geometry = isObject(value) ? value : {};
  const parts =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : undefined;
  if (!Array.isArray(parts) || parts.length === 0)
    throw new Refused(bm.notAnArea, { type: typeof geometry.type === 'string' ? geometry.type : '–' });
  return parts.map((rings: unknown) => {
    if (!Array.isArray(rings) || rings.length === 0) throw new Refused(bm.ringTooShort);
    return rings.map(readRing);
  });
}

/** Five decimals of a degree are about a metre, and neighbours that differ by less share their points. */
const metre = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

function readRing(value: unknown): Ring {
  if (!Array.isArray(value)) throw new Refused(bm.ringTooShort);
  const ring: Point[] = [];
  for (const point of value as unknown[]) {
    const [lon, lat] = Array.isArray(point) ? (point as unknown[]) : [];
    if (typeof lon !== 'number' || typeof lat !== 'number') throw new Refused(bm.notAPoint);
    const isInside =
      lon >= VIETNAM.west && lon <= VIETNAM.east && lat >= VIETNAM.south && lat <= VIETNAM.north;
    if (!isInside)
      throw new Refused(
        lat >= VIETNAM.west && lat <= VIETNAM.east && lon >= VIETNAM.south && lon <= VIETNAM.north
          ? bm.turnedAround
          : bm.outside,
        { lon: String(lon), lat: String(lat) },
      );
    const next: Point = [metre(lon), metre(lat)];
    const last = ring[ring.length - 1];
    if (!last || last[0] !== next[0] || last[1] !== next[1]) ring.push(next);
  }
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push(first);
  if (ring.length < 4 || ringArea(ring) === 0) throw new Refused(bm.ringTooShort);
  return ring;
}
