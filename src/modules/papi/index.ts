export {
  type ImportedResults,
  type ImportInput,
  importChoicesSchema,
  importResults,
} from './commands/import-results.ts';
export { setTarget } from './commands/set-target.ts';
export { BAND_NAMES, type Band, type BandLimits, bandLimits, bandOf, percentile } from './domain/bands.ts';
export {
  type DrawnRank,
  type DrawnTerm,
  type DrawnUnit,
  type DrawOptions,
  drawRanks,
} from './domain/bootstrap.ts';
export { BREAKS, breaksOf, isComparable, type SeriesBreak } from './domain/comparable.ts';
export {
  CONTENTS,
  type Content,
  content,
  dimensionFromName,
  type NamedPart,
  partFromName,
} from './domain/contents.ts';
export {
  CITATION,
  type Dimension,
  EDITION,
  SUB_DIMENSIONS,
  type SubDimension,
  subDimension,
} from './domain/edition.ts';
export {
  EDITIONS,
  type Edition,
  type EditionDimension,
  type EditionPart,
  editionOf,
  type Indicator,
  knownEdition,
  nameOf,
  type RuleStatus,
  rangeOf,
  TOTAL,
} from './domain/editions.ts';
export { type Loss, lossesOf } from './domain/losses.ts';
export {
  differs,
  PUBLISHED_FACTOR,
  type Rank,
  type RankedValue,
  type RankInterval,
  rankInterval,
  ranksOf,
} from './domain/ranks.ts';
export {
  type PlaceLevel,
  type PlaceResult,
  type PlaceValue,
  valuesOf,
  type YearResults,
} from './domain/results.ts';
export {
  type PlaceValues,
  type Scored,
  type ScoredPart,
  type ScoredPlace,
  type ScoreStatus,
  scorePlaces,
  sumOf,
  sumsOf,
} from './domain/score.ts';
export {
  type BeforeAfter,
  type Change,
  pointsPerUnit,
  type WhatIf,
  type WhatIfProblem,
  whatIf,
} from './domain/what-if.ts';
export { type IndexDoor, offerIndexDoor } from './doors.ts';
export { papiErrors } from './errors.ts';
export { jobs } from './jobs.ts';
export { layoutWords, levelWords, problemWords as importProblemWords } from './messages-import.ts';
export { mayKeepIndex } from './policy.ts';
export { homeProvince, provinceOf } from './queries/home-province.ts';
export { type PlaceView, placeView, type Standing } from './queries/province-view.ts';
export {
  allResults,
  knownFrom,
  latestYear,
  PUBLISHED,
  resultsOf,
  type SeriesYear,
  seriesOf,
  yearsOn,
} from './queries/results.ts';
export { routes } from './routes.ts';
export type { Province } from './shipped.ts';
export type { Kind } from './store.ts';
