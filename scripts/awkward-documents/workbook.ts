import { contentTypes, escapeXml, OFFICE, pack, relationships, XML } from './package.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const STYLE = { plain: 0, bold: 1, percent: 2, date: 3, month: 4, dayMonth: 5 } as const;

export interface StyledCell {
  text?: string;
  runs?: readonly (readonly [text: string, bold: boolean])[];
  number?: number;
  formula?: string;
  style?: keyof typeof STYLE;
}
export type CellInput = string | StyledCell | null;

export interface SheetInput {
  name: string;
  hidden?: boolean;
  rows: readonly (readonly CellInput[])[];
  /** 0-based place of the first cell. */
  at?: { row: number; column: number };
  merges?: readonly string[];
  /** 1-based. */
  hiddenRows?: readonly number[];
}

export function bold(text: string): StyledCell {
  return { text, style: 'bold' };
}

/** A workbook as Excel writes it: shared strings, numbered styles. */
export function workbook(sheets: readonly SheetInput[], extra: Record<string, string> = {}): Uint8Array {
  const strings: string[] = [];
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, strings);
  });
  const names = sheets.map(
    (sheet, i) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${i + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const overrides = Object.fromEntries(Object.keys(parts).map((part) => [part, `${TYPE}.worksheet+xml`]));
  return pack({
    '[Content_Types].xml': contentTypes({ 'xl/workbook.xml': `${TYPE}.sheet.main+xml`, ...overrides }),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="12"/></font><font><b/><sz val="12"/></font></fonts><cellXfs count="6"><xf fontId="0" numFmtId="0"/><xf fontId="1" numFmtId="0"/><xf fontId="0" numFmtId="164"/><xf fontId="0" numFmtId="14"/><xf fontId="0" numFmtId="17"/><xf fontId="0" numFmtId="16"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${strings.join('')}</sst>`,
    ...parts,
    ...extra,
  });
}

function sheetXml(sheet: SheetInput, strings: string[]): string {
  const origin = sheet.at ?? { row: 0, column: 0 };
  const rows = sheet.rows.map((cells, r) => {
    const number = origin.row + r + 1;
    const hidden = sheet.hiddenRows?.includes(number) ? ' hidden="1"' : '';
    const items = cells.map((cell, c) => cellXml(cell, `${letters(origin.column + c)}${number}`, strings));
    return `<row r="${number}"${hidden}>${items.join('')}</row>`;
  });
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`;
}

function cellXml(input: CellInput, reference: string, strings: string[]): string {
  if (input === null || input === '') return '';
  const cell: StyledCell = typeof input === 'string' ? { text: input } : input;
  const style = STYLE[cell.style ?? 'plain'];
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`;
  if (cell.number !== undefined)
    return `<c r="${reference}" s="${style}">${formula}<v>${cell.number}</v></c>`;
  strings.push(`<si>${cell.runs ? cell.runs.map(runXml).join('') : textXml(cell.text ?? '')}</si>`);
  return `<c r="${reference}" s="${style}" t="s"><v>${strings.length - 1}</v></c>`;
}

function runXml([text, isBold]: readonly [string, boolean]): string {
  return `<r>${isBold ? '<rPr><b/></rPr>' : '<rPr><sz val="12"/></rPr>'}${textXml(text)}</r>`;
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text)}</t>`;
}

function letters(column: number): string {
  return String.fromCharCode(65 + column);
}

/** A workbook as exporting programs write it: a namespace prefix, inline strings, no cell references, no styles. */
export function bareWorkbook(name: string, rows: readonly (readonly string[])[]): Uint8Array {
  const xml = rows.map(
    (cells) =>
      `<x:row>${cells.map((text) => `<x:c t="inlineStr"><x:is><x:t>${escapeXml(text)}</x:t></x:is></x:c>`).join('')}</x:row>`,
  );
  return pack({
    '[Content_Types].xml': contentTypes({ 'xl/workbook.xml': `${TYPE}.sheet.main+xml` }),
    '_rels/.rels': relationships([['officeDocument', '/xl/workbook.xml']]),
    'xl/workbook.xml': `${XML}<x:workbook xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:sheets><x:sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([['worksheet', '/xl/worksheets/sheet.xml']]),
    'xl/worksheets/sheet.xml': `${XML}<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${xml.join('')}</x:sheetData></x:worksheet>`,
  });
}
