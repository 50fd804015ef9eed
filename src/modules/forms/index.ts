/** The door of the forms room: everything other rooms may use. */
export type {
  CellFigure,
  CellInput,
  CellValue,
  CellValues,
  CompiledCell,
  CompiledCheck,
  CompiledColumn,
  CompiledForm,
  CompiledRow,
  HeaderCell,
} from './domain/compiled.ts';
export { cellName, type Expr } from './domain/expr.ts';
export {
  type CellOutcome,
  type FormSummary,
  type FormVersion,
  type ReadyForm,
  type SaveCell,
  type SaveCellsInput,
  type SaveCellsOutcome,
  SHEET_STATES,
  type Sheet,
  type SheetCell,
  type SheetState,
} from './domain/sheet.ts';
export { type FormSpec, type FormSpecInput, formSpecSchema, UNIT_ROW } from './domain/spec.ts';
