import { type ExportSheet, writeCsv, writeWorkbook } from '../documents/index.ts';
import type { Answer } from './route.ts';

export type ListFormat = 'xlsx' | 'csv';

/** A list as a download. `fileName` comes without its ending; titles and notes stand in the workbook alone. */
export function listFile(format: ListFormat, fileName: string, sheet: ExportSheet): Answer {
  const named = `${fileName}.${format}`;
  if (format === 'csv') {
    const body = writeCsv(sheet.columns, sheet.rows);
    return { kind: 'file', body, mediaType: 'text/csv; charset=utf-8', fileName: named };
  }
  return {
    kind: 'file',
    body: writeWorkbook({ sheets: [sheet] }),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: named,
  };
}
