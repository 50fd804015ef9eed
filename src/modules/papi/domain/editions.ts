import data2011 from '../../../../reference/papi/edition-2011.json' with { type: 'json' };
import data2018 from '../../../../reference/papi/edition-2018.json' with { type: 'json' };
import data2019 from '../../../../reference/papi/edition-2019.json' with { type: 'json' };
import data2021 from '../../../../reference/papi/edition-2021.json' with { type: 'json' };
import indicatorData from '../../../../reference/papi/indicators.json' with { type: 'json' };
import type { Message } from '../../../kernel/i18n.ts';
import type { Dimension } from './edition.ts';

/**
 * What the published indicators of a part give:
 * `exact` the published score to 2e-7; `near_exact` to 0.005; `approximate` an estimate that is off by up to
 * `largestError`, never shown as the score; `not_reproducible` nothing.
 */
export type RuleStatus = 'exact' | 'near_exact' | 'approximate' | 'not_reproducible';

/**
 * How an indicator's value is read: a `share` 0–1 (people also write 0–100), `points` on a printed scale, a
 * `percent_sum` (four percentages added, 0–400), or `observed` between that year's smallest and largest place.
 */
export type IndicatorScale = 'share' | 'points' | 'percent_sum' | 'observed';

export interface Indicator extends Message {
  /** "1.1.1" */
  readonly code: string;
  /** The part under which the table prints it; 4.4.1 is printed under 4.4 and counts in 4.2. */
  readonly part: string;
  readonly scale: IndicatorScale;
  /** `null` only for `observed`. */
  readonly min: number | null;
  readonly max: number | null;
  /** The sign with which it counts, whatever its label says; `null` when it is not known to count. */
  readonly better: 'higher' | 'lower' | null;
  /** It counts in the score of some part of the edition. */
  readonly isScored: boolean;
  /** The published label says the opposite of the sign that counts. */
  readonly labelContradicts: boolean;
  /** It counts, but the published tables do not print it. */
  readonly isUnprinted: boolean;
}

export interface EditionPart extends Message {
  /** "1.1" */
  readonly code: string;
  readonly dimension: Dimension;
  readonly min: number;
  readonly max: number;
  readonly status: RuleStatus;
  /** Largest error of the rule on the table of 2018, in points; `null` where it could not be tested. */
  readonly largestError: number | null;
  /** Codes of indicators printed under it. */
  readonly indicators: readonly string[];
  /** Codes of indicators that count in it. */
  readonly scored: readonly string[];
  /** score = constant + weight × sum of rescaled indicators. */
  readonly constant: number;
  readonly weight: number;
  readonly note: Message | null;
}

export interface EditionDimension extends Message {
  /** "D1" */
  readonly code: string;
  readonly number: Dimension;
  readonly min: number;
  readonly max: number;
  /** Codes of its parts, in order. */
  readonly parts: readonly string[];
}

/** The structure of the index over years that share one. */
export interface Edition {
  /** "2019" */
  readonly id: string;
  /** "2019-2020" */
  readonly label: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly cite: string;
  readonly dimensions: readonly EditionDimension[];
  readonly parts: ReadonlyMap<string, EditionPart>;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** The code of the sum of all contents. */
export const TOTAL = 'TOTAL';

interface IndicatorData extends Message {
  readonly scale: string;
  readonly min?: number;
  readonly max?: number;
  readonly better: string | null;
  readonly labelContradicts?: boolean;
  readonly unprinted?: boolean;
}

interface PartData extends Message {
  readonly code: string;
  readonly min: number;
  readonly max: number;
  readonly status: string;
  readonly largestError?: number;
  readonly indicators: readonly string[];
  readonly scored: readonly string[];
  readonly rule?: { readonly constant: number; readonly weight: number };
  readonly note?: Message;
}

interface EditionData {
  readonly id: string;
  readonly edition: string;
  readonly years: readonly number[];
  readonly cite: string;
  readonly dimensions: readonly (Message & {
    readonly number: number;
    readonly min: number;
    readonly max: number;
    readonly subDimensions: readonly PartData[];
  })[];
}

const INDICATORS: Readonly<Record<string, IndicatorData>> = indicatorData;

function readPart(part: PartData, dimension: Dimension): EditionPart {
  const { code, vi, en, min, max, indicators, scored } = part;
  return {
    code,
    vi,
    en,
    dimension,
    min,
    max,
    status: part.status as RuleStatus,
    largestError: part.largestError ?? null,
    indicators,
    scored,
    constant: part.rule?.constant ?? min,
    weight: part.rule?.weight ?? (scored.length > 0 ? (max - min) / scored.length : 0),
    note: part.note ?? null,
  };
}

function readIndicators(parts: Iterable<EditionPart>): Map<string, Indicator> {
  const list = [...parts];
  const scored = new Set(list.flatMap((part) => part.scored));
  return new Map(
    list.flatMap((part) =>
      part.indicators.map((code): [string, Indicator] => {
        const data = INDICATORS[code];
        if (!data) throw new Error(`reference/papi/indicators.json lacks ${code}`);
        return [
          code,
          {
            code,
            part: part.code,
            vi: data.vi,
            en: data.en,
            scale: data.scale as IndicatorScale,
            min: data.min ?? null,
            max: data.max ?? null,
            better: data.better as Indicator['better'],
            isScored: scored.has(code),
            labelContradicts: data.labelContradicts ?? false,
            isUnprinted: data.unprinted ?? false,
          },
        ];
      }),
    ),
  );
}

function readEdition(data: EditionData): Edition {
  const parts = new Map(
    data.dimensions.flatMap((dimension) =>
      dimension.subDimensions.map((part): [string, EditionPart] => [
        part.code,
        readPart(part, dimension.number as Dimension),
      ]),
    ),
  );
  const [firstYear = 0, lastYear = 0] = data.years;
  return {
    id: data.id,
    label: data.edition,
    firstYear,
    lastYear,
    cite: data.cite,
    dimensions: data.dimensions.map(({ number, vi, en, min, max, subDimensions }) => ({
      code: `D${number}`,
      number: number as Dimension,
      vi,
      en,
      min,
      max,
      parts: subDimensions.map((part) => part.code),
    })),
    parts,
    indicators: readIndicators(parts.values()),
  };
}

/** The four editions whose tables are known, earliest first. */
export const EDITIONS: readonly Edition[] = [data2011, data2018, data2019, data2021].map(readEdition);

/** The edition of a year, or `null` when no published table of that year is known (before 2011, after 2024). */
export function knownEdition(year: number): Edition | null {
  return EDITIONS.find((edition) => edition.firstYear <= year && year <= edition.lastYear) ?? null;
}

/** The edition of a year; throws `RangeError` for a year whose structure is not known. */
export function editionOf(year: number): Edition {
  const edition = knownEdition(year);
  if (!edition) throw new RangeError(`no PAPI edition is known for ${year}`);
  return edition;
}

/** The published name of a part, dimension, indicator or the total in an edition; `null` for an unknown code. */
export function nameOf(edition: Edition, code: string): Message | null {
  if (code === TOTAL) return { vi: 'Chỉ số tổng hợp', en: 'Total score' };
  const found =
    edition.parts.get(code) ??
    edition.indicators.get(code) ??
    edition.dimensions.find((dimension) => dimension.code === code);
  return found ? { vi: found.vi, en: found.en } : null;
}

/** The published range of a part, dimension or the total; of an indicator when it has a fixed one. */
export function rangeOf(edition: Edition, code: string): { min: number; max: number } | null {
  if (code === TOTAL) {
    const sum = (side: 'min' | 'max') => edition.dimensions.reduce((total, one) => total + one[side], 0);
    return { min: sum('min'), max: sum('max') };
  }
  const found =
    edition.parts.get(code) ??
    edition.dimensions.find((dimension) => dimension.code === code) ??
    edition.indicators.get(code);
  return found && found.min !== null && found.max !== null ? { min: found.min, max: found.max } : null;
}
