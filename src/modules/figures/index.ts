/** The door of the figures room: everything other rooms may use. */
export { addRemark, addRemarkInput } from './commands/add-remark.ts';
export {
  changeFigure,
  changeFigureInput,
  defineFigure,
  defineFigureInput,
} from './commands/define-figure.ts';
export {
  type ImportedRecords,
  importRecords,
  type RecordOutcome,
  readFiguresFile,
  type ToldChecks,
} from './commands/import-figures.ts';
export { type LoadedCatalog, loadCatalog } from './commands/load-catalog.ts';
export { saveValues } from './commands/save-values.ts';
export { isAskedFor, type PeriodFacts } from './domain/asked-period.ts';
export { type Problem, valueProblem } from './domain/check.ts';
export { type AskedUnit, isEnteredBy } from './domain/entered-by.ts';
export { periodCodeOf } from './domain/exchange/resolve.ts';
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
export { asNumber, type Sums, sumsOf, totalOf } from './domain/roll-up.ts';
export type { RowOutcome, SaveInput, SaveOutcome, SaveRow } from './domain/save.ts';
export { type Similar, similarTo } from './domain/similar.ts';
export { readValue, showValue, typedValue } from './domain/value-text.ts';
export { figureErrors } from './errors.ts';
export { EXCHANGE_FORMATS, type ExchangeFormat, exchangeFile } from './exchange-file.ts';
export { figureLimits } from './limits.ts';
export { toldChecks } from './pages/told-checks.ts';
export { cellHref, figureHref } from './pages/words.ts';
export { mayEnterForUnit, mayRemark, maySeeValue } from './policy.ts';
export { cellHistory, type Remark, type RemarksWanted, remarksOf } from './queries/cell-history.ts';
export { definitionsNamed, definitionsOf } from './queries/definitions.ts';
export { type OutgoingWanted, outgoingValues } from './queries/outgoing.ts';
export { previousValues, type RelatedWanted, samePeriodLastYear } from './queries/related-values.ts';
export { type FigureTotal, type TotalsWanted, totalsOf } from './queries/totals.ts';
export { type ValuesWanted, valuesOf } from './queries/values.ts';
export { routes } from './routes.ts';
export { figuresSnapshot } from './snapshot.ts';
export { type BrokenCheck, type CellToWrite, registerValueGuard, type ValueGuard } from './value-guard.ts';
