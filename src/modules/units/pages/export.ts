import { type CalendarDate, formatDate } from '../../../kernel/dates.ts';
import type { ExportColumn, ExportValue } from '../../../kernel/documents/index.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import { COLUMN_TITLES } from '../domain/import-grid.ts';
import { IMPORT_FIELDS, type ImportField } from '../domain/import-record.ts';
import { kindLabels } from '../domain/kinds.ts';
import { versionOn } from '../domain/timeline.ts';
import type { Unit } from '../domain/unit.ts';
import { loadRegister } from '../store.ts';
import { pm } from './messages.ts';

export type SheetFormat = 'xlsx' | 'csv';

const WIDTHS: Readonly<Partial<Record<ImportField, number>>> = {
  name: 40,
  parent: 32,
  shortNames: 40,
  act: 32,
  note: 32,
};

function columnOf(field: ImportField): ExportColumn {
  const kind = field === 'from' || field === 'to' ? 'date' : 'text';
  return { header: COLUMN_TITLES[field], width: WIDTHS[field] ?? 16, kind };
}

/** One table as a download; titles and notes would not survive a second import, so there are none. */
export function sheetAnswer(
  name: string,
  fields: readonly ImportField[],
  rows: readonly (readonly ExportValue[])[],
  format: SheetFormat,
): Answer {
  return listFile(format, name, { name: 'Đơn vị', columns: fields.map(columnOf), rows });
}

export const TEMPLATE_FIELDS: readonly ImportField[] = IMPORT_FIELDS;

const EXPORT_FIELDS: readonly ImportField[] = [
  'key',
  'code',
  'name',
  'kind',
  'tier',
  'parent',
  'from',
  'to',
  'shortNames',
  'act',
];

/**
 * The units in the columns of the import template, each with the period it is in on `asOf`: the file can be corrected and
 * imported again.
 */
export async function exportUnits(
  context: RequestContext,
  units: readonly Unit[],
  asOf: CalendarDate,
  format: SheetFormat,
): Promise<Answer> {
  const { t } = context;
  const register = await loadRegister(context.db);
  const rows = units.map((unit) => {
    const history = register.get(unit.id);
    const period = history && versionOn(history, asOf);
    return [
      unit.key,
      unit.code,
      unit.name,
      t(kindLabels[unit.kind]),
      unit.tier,
      unit.parentId === null ? null : register.get(unit.parentId)?.key,
      period?.from,
      period?.to,
      unit.shortNames.join('; '),
      period?.act,
    ];
  });
  return sheetAnswer(
    t(pm.exportName, { date: formatDate(asOf).replaceAll('/', '-') }),
    EXPORT_FIELDS,
    rows,
    format,
  );
}
