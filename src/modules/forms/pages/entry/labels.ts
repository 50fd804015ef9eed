import { formatInstant } from '../../../../kernel/dates.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import type { CellValue, CompiledCell, CompiledCheck, CompiledForm } from '../../domain/compiled.ts';
import type { ReadyForm, SheetCell } from '../../domain/sheet.ts';
import { UNIT_ROW } from '../../domain/spec.ts';
import { writtenCell, writtenNumber } from '../../domain/written-cell.ts';
import { m } from '../../messages-entry.ts';

/** A column as it is said: `Đã giải quyết, Quá hạn`. */
export function columnLabel(form: CompiledForm, key: string): string {
  return form.columns.find((column) => column.key === key)?.path.join(', ') ?? key;
}

/** A row as it is said: `1.2 Đất đai`; empty where rows are units. */
export function rowLabel(form: CompiledForm, key: string): string {
  if (key === UNIT_ROW) return '';
  const row = form.rows.find((one) => one.key === key);
  return row ? [row.order, row.label].filter(Boolean).join(' ') : '';
}

/** What a cell of a rate counts, `Số hộ dự họp`, else its column. */
export function countedLabel({ compiled, definitions }: ReadyForm, { column, figure }: CompiledCell): string {
  const definition = figure ? definitions.get(figure.code) : undefined;
  const counted =
    figure?.part === 'numerator'
      ? definition?.numeratorLabel
      : figure?.part === 'denominator'
        ? definition?.denominatorLabel
        : null;
  return counted ?? columnLabel(compiled, column);
}

/** A cell as a screen reader says it, and as messages name it. */
export function cellLabel(ready: ReadyForm, cell: CompiledCell): string {
  return [rowLabel(ready.compiled, cell.row), countedLabel(ready, cell)].filter(Boolean).join(': ');
}

/** What is said of a broken check, with the row or column that it was read for; not with the one row of a page of many units. */
export function checkText(
  { t }: RequestContext,
  form: CompiledForm,
  check: CompiledCheck,
  onlyRow?: string,
): string {
  const at = check.key.split('@')[1];
  const words = t(check.message);
  if (at === undefined || at === UNIT_ROW || at === onlyRow) return words;
  const isRow = form.rows.some((row) => row.key === at);
  return t(m.check_at, { place: isRow ? rowLabel(form, at) : columnLabel(form, at), words });
}

/** A value as people read it; computed ones are rounded as the form says. */
export function shownValue(
  { lang }: Pick<RequestContext, 'lang'>,
  cell: Pick<CompiledCell, 'decimals' | 'input'>,
  value: CellValue | null | undefined,
): string {
  if (value?.kind === 'number' && cell.input === null)
    return writtenNumber(value.number, lang, cell.decimals);
  return writtenCell(value, lang);
}

/** Who filled a cell and when; empty when nobody did. */
export function filledBy({ t }: RequestContext, shown: SheetCell | undefined): string {
  if (!shown?.changedAt || shown.byName === null) return '';
  const said = t(m.by_whom, { who: shown.byName, at: formatInstant(shown.changedAt) });
  return shown.isLate ? `${said}, ${t(m.late)}` : said;
}
