import { type ExportSheet, writeCsv, writeWorkbook } from '../../kernel/documents/index.ts';
import { messages, type Translate } from '../../kernel/i18n.ts';
import { toDataValue } from './domain/exchange/json.ts';
import { exchangeColumns, exchangeRow, type OutgoingValue } from './domain/exchange/sheet.ts';

const m = messages({
  sheet: { vi: 'Số liệu', en: 'Figures' },
  title: { vi: 'Số liệu các chỉ tiêu', en: 'Values of figures' },
});

export const EXCHANGE_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

const MEDIA: Readonly<Record<ExchangeFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Values as a file that this program and others read back; the formats are described in docs/exchange.md. */
export function exchangeFile(
  values: readonly OutgoingValue[],
  format: ExchangeFormat,
  t: Translate,
): { readonly body: Uint8Array | string; readonly mediaType: string } {
  const mediaType = MEDIA[format];
  if (format === 'json') {
    const dataValues = values.map(({ value, definition, unitKey }) =>
      toDataValue(value, definition, unitKey),
    );
    return { body: `${JSON.stringify({ dataValues }, null, 1)}\n`, mediaType };
  }
  const columns = exchangeColumns(t);
  const rows = values.map((value) => exchangeRow(value, t));
  if (format === 'csv') return { body: writeCsv(columns, rows), mediaType };
  const sheet: ExportSheet = { name: t(m.sheet), title: t(m.title), columns, rows };
  return { body: writeWorkbook({ sheets: [sheet] }), mediaType };
}
