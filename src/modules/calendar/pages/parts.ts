import {
  type ExportColumn,
  type ExportValue,
  writeCsv,
  writeWorkbook,
} from '../../../kernel/documents/index.ts';
import type { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import { errorSummary, notice } from '../../../ui/index.ts';

/** Above a form: each wrong field, or the one sentence when no field alone is wrong. */
export function whatIsWrong(context: RequestContext, error: AppError | undefined): Html {
  if (!error) return html``;
  if (error.fields.length > 0) return errorSummary(error.fields, context.t);
  const { message, remedy } = error.describe(context.lang);
  return notice({ kind: 'error', title: message, text: remedy }, context.t);
}

/** A list as a file, in the form asked for. */
export function listFile(
  format: 'xlsx' | 'csv',
  list: {
    readonly name: string;
    readonly title: string;
    readonly columns: readonly ExportColumn[];
    readonly rows: readonly (readonly ExportValue[])[];
  },
): Answer {
  const fileName = `${list.name}.${format}`;
  if (format === 'csv')
    return {
      kind: 'file',
      body: writeCsv(list.columns, list.rows),
      mediaType: 'text/csv; charset=utf-8',
      fileName,
    };
  return {
    kind: 'file',
    body: writeWorkbook({
      sheets: [{ name: list.title, title: list.title, columns: list.columns, rows: list.rows }],
    }),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName,
  };
}
