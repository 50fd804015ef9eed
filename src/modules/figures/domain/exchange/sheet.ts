import { formatInstant } from '../../../../kernel/dates.ts';
import type { ExportColumn, ExportValue } from '../../../../kernel/documents/index.ts';
import { messages, type Translate } from '../../../../kernel/i18n.ts';
import type { FigureDefinition, FigureValue } from '../figure.ts';

const m = messages({
  figure: { vi: 'Mã chỉ tiêu', en: 'Figure' },
  name: { vi: 'Tên chỉ tiêu', en: 'Name of the figure' },
  period: { vi: 'Kỳ', en: 'Period' },
  unit: { vi: 'Khóa đơn vị', en: 'Unit' },
  unitName: { vi: 'Tên đơn vị', en: 'Name of the unit' },
  value: { vi: 'Số liệu', en: 'Value' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  noData: { vi: 'Lý do không có số liệu', en: 'No data' },
  measure: { vi: 'Đơn vị tính', en: 'Unit of measure' },
  revision: { vi: 'Lần sửa', en: 'Revision' },
  late: { vi: 'Nhập muộn', en: 'Late' },
  by: { vi: 'Người nhập', en: 'Entered by' },
  at: { vi: 'Cập nhật lúc', en: 'Last changed' },
  yes: { vi: 'có', en: 'yes' },
});

/** A value with what it is of, as it leaves the product. */
export interface OutgoingValue {
  readonly value: FigureValue;
  readonly definition: Pick<FigureDefinition, 'code' | 'name' | 'unitOfMeasure'>;
  readonly unitKey: string;
  readonly unitName: string;
}

/** The columns of an exchange sheet; `grid.ts` reads them back, in either language. */
export function exchangeColumns(t: Translate): ExportColumn[] {
  return [
    { header: t(m.figure), width: 12, kind: 'text' },
    { header: t(m.name), width: 50, kind: 'text' },
    { header: t(m.period), width: 14, kind: 'text' },
    { header: t(m.unit), width: 24, kind: 'text' },
    { header: t(m.unitName), width: 32, kind: 'text' },
    { header: t(m.value), width: 16, kind: 'number' },
    { header: t(m.numerator), width: 12, kind: 'number' },
    { header: t(m.denominator), width: 12, kind: 'number' },
    { header: t(m.noData), width: 32, kind: 'text' },
    { header: t(m.measure), width: 12, kind: 'text' },
    { header: t(m.revision), width: 8, kind: 'number' },
    { header: t(m.late), width: 10, kind: 'text' },
    { header: t(m.by), width: 24, kind: 'text' },
    { header: t(m.at), width: 18, kind: 'text' },
  ];
}

/** One value a row. A rate stands in two columns: `12/20` in one would become a date in Excel. */
export function exchangeRow(outgoing: OutgoingValue, t: Translate): ExportValue[] {
  const { value: found, definition, unitKey, unitName } = outgoing;
  const { value } = found;
  return [
    definition.code,
    definition.name,
    found.periodCode,
    unitKey,
    unitName,
    plainValue(value),
    value.kind === 'rate' ? value.numerator : null,
    value.kind === 'rate' ? value.denominator : null,
    value.kind === 'no_data' ? value.reason : null,
    definition.unitOfMeasure,
    found.revision,
    found.isLate ? t(m.yes) : null,
    found.byName,
    formatInstant(found.changedAt),
  ];
}

function plainValue(value: FigureValue['value']): ExportValue {
  if (value.kind === 'number') return value.number;
  if (value.kind === 'date') return value.on;
  return value.kind === 'words' ? value.words : null;
}
