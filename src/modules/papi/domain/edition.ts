import edition from '../../../../reference/papi/edition-2021.json' with { type: 'json' };

/** 0 is the general part of a plan; 1–8 are the contents of the index. */
export type Dimension = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface SubDimension {
  /** "1.1" … "8.3"; the first digit is the content. */
  readonly code: string;
  readonly dimension: Dimension;
  readonly vi: string;
  readonly en: string;
  /** Published scale of the part, in points. */
  readonly min: number;
  readonly max: number;
}

/** The edition the names and scales belong to. */
export const EDITION: string = edition.edition;

/** Whom to name beside any figure of the index. */
export const CITATION: string = edition.cite;

/** The 28 parts of the edition 2021–2024, in order of their codes. */
export const SUB_DIMENSIONS: readonly SubDimension[] = edition.dimensions.flatMap((dimension) =>
  dimension.subDimensions.map(({ code, vi, en, min, max }) => ({
    code,
    vi,
    en,
    min,
    max,
    dimension: dimension.number as Dimension,
  })),
);

const BY_CODE = new Map(SUB_DIMENSIONS.map((part) => [part.code, part]));

/** The part with this code ("2.3"), or `undefined`: the edition 2021–2024 has no 5.2. */
export function subDimension(code: string): SubDimension | undefined {
  return BY_CODE.get(code);
}

/** The published names of the eight contents. */
export const PUBLISHED_NAMES: readonly { number: Dimension; vi: string; en: string }[] =
  edition.dimensions.map(({ number, vi, en }) => ({ number: number as Dimension, vi, en }));
