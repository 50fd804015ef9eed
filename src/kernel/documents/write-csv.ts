import { formatDate, isCalendarDate } from '../dates.ts';
import type { ExportColumn, ExportValue } from './write-workbook.ts';

/** What a spreadsheet takes for the start of a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r]/;
const NUMERIC = /^[+-]?\d+(?:[.,]\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * Writes a list as CSV for Excel: UTF-8 with byte order mark, commas, CRLF, dates dd/mm/yyyy, numbers with a point.
 * Text that a spreadsheet would run as a formula gets a leading apostrophe; plain numbers are left alone.
 */
export function writeCsv(
  columns: readonly Pick<ExportColumn, 'header' | 'kind'>[],
  rows: Iterable<readonly ExportValue[]>,
): Uint8Array {
  return Buffer.from(`\ufeff${csvLines(columns, rows)}`, 'utf8');
}

/** The same for programs (RFC 4180): UTF-8 without byte order mark, days as they are stored (2024-06-24). */
export function writeOpenCsv(header: readonly string[], rows: Iterable<readonly ExportValue[]>): Uint8Array {
  const columns = header.map((name) => ({ header: name, kind: 'text' as const }));
  return Buffer.from(csvLines(columns, rows), 'utf8');
}

function csvLines(
  columns: readonly Pick<ExportColumn, 'header' | 'kind'>[],
  rows: Iterable<readonly ExportValue[]>,
): string {
  const lines = [columns.map((column) => field(column.header)).join(',')];
  for (const values of rows) {
    lines.push(columns.map((column, i) => field(shown(column.kind, values[i]))).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

function shown(kind: ExportColumn['kind'], value: ExportValue): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return kind === 'date' && isCalendarDate(text) ? formatDate(text) : text;
}

function field(text: string): string {
  const safe = FORMULA_START.test(text) && !NUMERIC.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
