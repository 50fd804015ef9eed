export { type ImportedResults, importChoicesSchema, importResults } from './commands/import-results.ts';
export { setTarget } from './commands/set-target.ts';
export { breaksOf } from './domain/comparable.ts';
export { CONTENTS, content, dimensionFromName, partFromName } from './domain/contents.ts';
export { CITATION, type Dimension, EDITION, SUB_DIMENSIONS, subDimension } from './domain/edition.ts';
export {
  type Edition,
  type EditionPart,
  editionOf,
  type Indicator,
  knownEdition,
  TOTAL,
} from './domain/editions.ts';
export { type Loss, lossesOf } from './domain/losses.ts';
export { type PlaceResult, valuesOf, type YearResults } from './domain/results.ts';
export { type WhatIf, type WhatIfProblem, whatIf } from './domain/what-if.ts';
export { type IndexDoor, offerIndexDoor } from './doors.ts';
export { papiErrors } from './errors.ts';
export { jobs } from './jobs.ts';
export { layoutWords, problemWords as importProblemWords } from './messages-import.ts';
export { mayKeepIndex } from './policy.ts';
export { homeProvince } from './queries/home-province.ts';
export { placeView } from './queries/province-view.ts';
export { allResults, latestYear, resultsOf } from './queries/results.ts';
export { routes } from './routes.ts';
