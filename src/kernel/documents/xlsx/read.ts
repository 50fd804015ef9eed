import { AppError } from '../../errors.ts';
import { columnLetters } from '../address.ts';
import { CellBudget } from '../budget.ts';
import { documentErrors } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { noticeMessages } from '../notices.ts';
import { mainPart, relationshipsOf } from '../parts.ts';
import type { Grid, ReadNotice } from '../types.ts';
import { attribute, walkXml } from '../xml.ts';
import { openZip, type ZipArchive } from '../zip.ts';
import { type SheetFindings, SheetHandler } from './sheet.ts';
import { readSharedStrings } from './strings.ts';
import { readStyles } from './styles.ts';

interface SheetEntry {
  name: string;
  link: string;
  hidden: boolean;
}

/** Reads every worksheet of a workbook in the order of its tabs, hidden ones too. */
export async function readXlsx(
  file: string,
  bytes: Uint8Array,
): Promise<{ grids: Grid[]; notices: ReadNotice[] }> {
  const archive = openZip(file, bytes);
  const workbook = await mainPart(file, archive, 'xl/workbook.xml');
  const { sheets, from1904 } = await readSheetList(file, archive, workbook);
  const links = await relationshipsOf(file, archive, workbook);
  const partOf = (type: string): string | undefined => links.find((link) => link.type === type)?.target;
  if (links.some((link) => /macrosheet$/i.test(link.type)))
    throw new AppError(documentErrors.macro, { file });

  const styles = await readStyles(file, archive, partOf('styles'));
  const strings = await readSharedStrings(file, archive, partOf('sharedStrings'));
  const budget = new CellBudget(file);
  const grids: Grid[] = [];
  const notices: ReadNotice[] = [];
  const seen = new Set<string>();
  for (const sheet of sheets) {
    const link = links.find((candidate) => candidate.id === sheet.link);
    // A part named by many sheets would be read as often; no honest workbook does that.
    if (link?.type !== 'worksheet' || seen.has(link.target)) continue;
    seen.add(link.target);
    const handler = new SheetHandler({
      file,
      name: sheet.name,
      hidden: sheet.hidden,
      styles,
      strings,
      from1904,
      budget,
    });
    await walkXml(file, archive.read(link.target), handler);
    const grid = handler.grid();
    grids.push(grid);
    notices.push(...noticesOf(grid, handler.findings));
  }
  if (grids.length === 0) throw new AppError(documentErrors.corrupt, { file });
  return { grids, notices };
}

async function readSheetList(
  file: string,
  archive: ZipArchive,
  workbook: string,
): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await walkXml(file, archive.read(workbook), {
    open(element) {
      if (element.local === 'sheet' && sheets.length < LIMITS.entries) {
        const state = attribute(element, 'state') ?? 'visible';
        sheets.push({
          name: (attribute(element, 'name') ?? '').normalize('NFC'),
          link: attribute(element, 'id') ?? '',
          hidden: state !== 'visible',
        });
      } else if (element.local === 'workbookPr') {
        from1904 = ['1', 'true'].includes(attribute(element, 'date1904') ?? '0');
      }
    },
    close() {},
  });
  return { sheets, from1904 };
}

function noticesOf(grid: Grid, findings: SheetFindings): ReadNotice[] {
  const notices: ReadNotice[] = [];
  const add = (code: keyof typeof noticeMessages, params: Record<string, string | number> = {}): void => {
    notices.push({
      code,
      message: noticeMessages[code],
      params: { grid: grid.name, ...params },
      grid: grid.name,
    });
  };
  if (grid.hidden) add('hidden_sheet');
  const [firstHidden] = grid.hiddenRows ?? [];
  if (firstHidden !== undefined) {
    add('hidden_rows', { count: grid.hiddenRows?.length ?? 0, first: String(firstHidden + 1) });
  }
  const columns = hiddenColumnsInUse(grid, findings);
  if (columns !== '') add('hidden_columns', { columns });
  const { errors, formulasWithoutValue } = findings;
  if (errors.count > 0) add('cell_error', { count: errors.count, cell: errors.first });
  if (formulasWithoutValue.count > 0) {
    add('formula_without_value', { count: formulasWithoutValue.count, cell: formulasWithoutValue.first });
  }
  return notices;
}

/** People hide everything right of the table; only hidden columns that hold something are worth a word. */
function hiddenColumnsInUse(grid: Grid, findings: SheetFindings): string {
  const used = [...findings.hiddenColumns].filter((column) => grid.rows.some((row) => row[column]));
  return used
    .sort((a, b) => a - b)
    .map(columnLetters)
    .join(', ');
}
