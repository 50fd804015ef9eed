/** The door of the forms room: everything other rooms may use. */
export { wrongWords } from './cell-messages.ts';
export {
  createForm,
  createFormInput,
  discardDraft,
  draftInput,
  saveDraft,
  saveDraftInput,
  startDraft,
} from './commands/design-form.ts';
export { valueGuard } from './commands/guard-values.ts';
export { type LoadedForms, loadFormCatalog } from './commands/load-catalog.ts';
export { endForm, endFormInput, publishDraft, publishInput } from './commands/publish-form.ts';
export { reopenSheet, reopenSheetInput } from './commands/reopen-sheet.ts';
export { saveCells } from './commands/save-cells.ts';
export { type Checked, checkCells } from './domain/check-cells.ts';
export { type Compilation, compile } from './domain/compile.ts';
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
export { type CellWrong, type ReadCell, readCell } from './domain/read-cell.ts';
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
export { sameValue, writtenCell, writtenNumber } from './domain/written-cell.ts';
export { formErrors } from './errors.ts';
export { formLimits } from './limits.ts';
export { mayComplete, maySeeSheet } from './policy.ts';
export { type Completeness, completenessOf, type SheetProgress } from './queries/completeness.ts';
export { allForms, formByCode, formById } from './queries/forms.ts';
export { formsAsked, formsFor } from './queries/forms-for.ts';
export { readyForm, readyForms } from './queries/ready.ts';
export { type SheetPeriod, type SheetsWanted, sheetsOf, sheetsOfForms } from './queries/sheets.ts';
export { routes } from './routes.ts';
