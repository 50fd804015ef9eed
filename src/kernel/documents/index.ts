export { addressOf, columnLetters, parseSheetAddress, sheetAddress } from './address.ts';
export { type Asides, readAsides } from './asides.ts';
export { documentErrors } from './errors.ts';
export { LIMITS as DOCUMENT_LIMITS } from './limits.ts';
export { type PdfText, readPdfText } from './pdf-text.ts';
export { readDocument } from './read.ts';
export { type FileKind, kindLabel, type SniffedFile, sniffKind } from './sniff.ts';
export { cleanText } from './text.ts';
export type { DocumentContent, DocumentKind, Grid, GridCell, Paragraph, ReadNotice } from './types.ts';
export {
  type Area,
  areaAddress,
  type CellRow,
  type CellSheet,
  type CellStyle,
  type Highlight,
  type Validation,
  type WrittenCell,
  writeCells,
} from './write-cells.ts';
export { writeCsv, writeOpenCsv } from './write-csv.ts';
export { type ExportColumn, type ExportSheet, type ExportValue, writeWorkbook } from './write-workbook.ts';
