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
