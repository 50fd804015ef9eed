import { strToU8, zipSync } from 'fflate';
import { type CalendarDate, calendarDate, daysBetween } from '../dates.ts';
import { columnLetters, sheetAddress } from './address.ts';
import { stylesPart, styleTable } from './cell-styles.ts';
import { escapeXml, WORKBOOK_PARTS } from './workbook-parts.ts';

/** How a cell looks and whether it may be filled in a protected sheet. */
export interface CellStyle {
  readonly font?: 'plain' | 'bold' | 'italic' | 'title';
  readonly fill?: 'none' | 'heading' | 'grey' | 'input';
  readonly hasBorder?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: number;
  /** `text` keeps what is typed as text; a number is the digits after the decimal sign. */
  readonly format?: 'general' | 'text' | 'date' | 0 | 1 | 2 | 3;
  readonly isUnlocked?: boolean;
}

/** One cell: a value, or a formula with the value it has now. */
export interface WrittenCell {
  /** 0-based. */
  readonly column: number;
  readonly style: CellStyle;
  readonly value?: string | number | null;
  /** A day is stored as Excel counts days. */
  readonly day?: CalendarDate;
  /** Without its `=`. */
  readonly formula?: string;
}

export interface CellRow {
  readonly cells: readonly WrittenCell[];
  /** In points; left out, Excel chooses. */
  readonly height?: number;
}

/** 0-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What may be typed into an area: a formula that must be true, relative to its first cell, and what is said otherwise. */
export interface Validation {
  readonly area: Area;
  /** At most 255 characters, as Excel takes. */
  readonly formula: string;
  readonly error: string;
  readonly prompt: string;
  /** The formula is the range of values that are offered as a list. */
  readonly isList?: boolean;
}

export interface Highlight {
  readonly area: Area;
  readonly formula: string;
  readonly kind: 'error' | 'warning';
}

export interface CellSheet {
  readonly name: string;
  /** Not even listed among the hidden sheets. */
  readonly isHidden?: boolean;
  /** Only unlocked cells may be changed; without a password, against slips and not against people. */
  readonly isProtected?: boolean;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly CellRow[];
  readonly merges?: readonly Area[];
  readonly validations?: readonly Validation[];
  readonly highlights?: readonly Highlight[];
  /** Rows and columns that stay in sight; the rows are printed on each page. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Makes the same workbook give the same bytes; ZIP cannot hold a date before 1980. */
const FIXED_TIME = new Date(2000, 0, 1);
const DAY_ZERO = calendarDate('1899-12-30');

/** Writes a workbook cell by cell, for sheets that people fill in. Text is never taken for a formula. */
export function writeCells(sheets: readonly CellSheet[]): Uint8Array {
  const styles = styleTable();
  const parts = sheets.map((sheet) => sheetPart(sheet, (style) => styles.numberOf(style)));
  const link = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MEDIA}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${MEDIA}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/${WORKBOOK_PARTS.sheet(at)}" ContentType="${MEDIA}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': workbookPart(sheets),
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => link(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${link(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': stylesPart(styles),
  };
  parts.forEach((part, at) => {
    files[WORKBOOK_PARTS.sheet(at)] = part;
  });
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: FIXED_TIME });
}

function workbookPart(sheets: readonly CellSheet[]): string {
  const list = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${isHidden ? ' state="veryHidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, freeze }, at) =>
    freeze && freeze.rows > 0
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escapeXml(name.replaceAll("'", "''"))}'!$1:$${freeze.rows}</definedName>`
      : [],
  );
  const names = titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '';
  return `${XML}<workbook xmlns="${WORKBOOK_PARTS.namespace}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>${names}<calcPr fullCalcOnLoad="1"/></workbook>`;
}

function sheetPart(sheet: CellSheet, styleOf: (style: CellStyle) => number): string {
  const { widths, rows, merges = [], validations = [], highlights = [], freeze } = sheet;
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const merged = merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`);
  const valid = validations.map(
    ({ area, formula, error, prompt, isList }) =>
      `<dataValidation type="${isList ? 'list' : 'custom'}" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Dân Biết" error="${escapeXml(error.slice(0, 225))}" prompt="${escapeXml(prompt.slice(0, 255))}" sqref="${areaAddress(area)}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`,
  );
  const shown = highlights.map(
    ({ area, formula, kind }, at) =>
      `<conditionalFormatting sqref="${areaAddress(area)}"><cfRule type="expression" dxfId="${kind === 'error' ? 0 : 1}" priority="${at + 1}"><formula>${escapeXml(formula)}</formula></cfRule></conditionalFormatting>`,
  );
  return [
    `${XML}<worksheet xmlns="${WORKBOOK_PARTS.namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${freeze ? pane(freeze) : ''}</sheetView></sheetViews>`,
    cols.length > 0 ? `<cols>${cols.join('')}</cols>` : '',
    '<sheetData>',
    ...rows.map((row, at) => rowPart(row, at, styleOf)),
    '</sheetData>',
    sheet.isProtected ? '<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>' : '',
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
    ...shown,
    valid.length > 0 ? `<dataValidations count="${valid.length}">${valid.join('')}</dataValidations>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

function pane({ rows, columns }: { readonly rows: number; readonly columns: number }): string {
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const active = columns > 0 && rows > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return `<pane${split} topLeftCell="${sheetAddress(rows, columns)}" activePane="${active}" state="frozen"/>`;
}

export function areaAddress({ top, left, bottom, right }: Area): string {
  const first = sheetAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${sheetAddress(bottom, right)}`;
}

function rowPart({ cells, height }: CellRow, at: number, styleOf: (style: CellStyle) => number): string {
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${at + 1}"${tall}>${cells.map((cell) => cellPart(cell, at, styleOf(cell.style))).join('')}</row>`;
}

function cellPart({ column, value, day, formula }: WrittenCell, row: number, style: number): string {
  const place = `r="${columnLetters(column)}${row + 1}" s="${style}"`;
  if (formula !== undefined) {
    const isText = typeof value === 'string';
    const known = value === undefined || value === null ? '' : `<v>${isText ? escapeXml(value) : value}</v>`;
    return `<c ${place}${isText ? ' t="str"' : ''}><f>${escapeXml(formula)}</f>${known}</c>`;
  }
  if (day !== undefined) return `<c ${place}><v>${daysBetween(DAY_ZERO, day)}</v></c>`;
  if (value === undefined || value === null || value === '') return `<c ${place}/>`;
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}
