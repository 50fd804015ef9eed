/** The door of the figures room: everything other rooms may use. */
export {
  type AskedPeriod,
  type Direction,
  type EnteredBy,
  type Figure,
  type FigureDefinition,
  type FigureKind,
  type FigureValue,
  type NumberKind,
  percentOf,
  type RollUp,
  SHAPE_OF,
  sameFigure,
  type Via,
} from './domain/figure.ts';
export type { RowOutcome, SaveInput, SaveOutcome, SaveRow } from './domain/save.ts';
export { definitionsNamed, definitionsOf } from './queries/definitions.ts';
export { type ValuesWanted, valuesOf } from './queries/values.ts';
