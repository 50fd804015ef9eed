import type { DocumentContent, Grid } from '../../../kernel/documents/types.ts';
import { dimensionFromName } from '../../papi/index.ts';
import { type AnnexMapping, findHeader } from './annex-header.ts';
import { headingLabel, type SectionLabel } from './annex-rows.ts';

export interface FoundTable extends AnnexMapping {
  /** How many kinds of column its header names. */
  readonly score: number;
}

/** Every grid that has a header of tasks. */
export function foundTables(content: DocumentContent): FoundTable[] {
  return content.grids.flatMap((grid, index) => {
    const header = findHeader(grid);
    return header ? [{ grid: index, ...header }] : [];
  });
}

/** The grid whose header says most; a hidden sheet only when there is no other, a longer table before a shorter. */
export function bestTable(content: DocumentContent, found: readonly FoundTable[]): FoundTable | undefined {
  const weigh = (candidate: FoundTable) => {
    const grid = content.grids[candidate.grid];
    return (grid?.hidden ? 0 : 1e6) + candidate.score * 1e5 + Math.min(grid?.rows.length ?? 0, 99_999);
  };
  return found.reduce<FoundTable | undefined>(
    (best, candidate) => (best === undefined || weigh(candidate) > weigh(best) ? candidate : best),
    undefined,
  );
}

const HEADING_ROWS = 3;
const HEADING_PARAGRAPHS = 2;
const LONGEST_HEADING = 200;

/** The words above a table, nearest first: paragraphs of a Word file, rows of one text and the name of a sheet. */
function wordsAbove(content: DocumentContent, { grid: index, headerRow }: AnnexMapping): string[] {
  const grid = content.grids[index];
  if (!grid) return [];
  const rows = grid.rows.slice(Math.max(0, headerRow - HEADING_ROWS), headerRow).flatMap((row) => {
    const texts = new Set(row.flatMap((cell) => (cell?.text ? [cell.text] : [])));
    return texts.size === 1 ? [...texts] : [];
  });
  if (content.kind !== 'docx') return [...rows.reverse(), grid.name];
  const until = grid.afterParagraph ?? 0;
  const above = content.paragraphs.slice(Math.max(0, until - HEADING_PARAGRAPHS), until);
  const labelled = above.map(({ numbering, text }) => [numbering, text].filter(Boolean).join(' '));
  return [...rows.reverse(), ...labelled.reverse()];
}

/** The content of PAPI that the heading above a table names, for plans that give each content a table of its own. */
export function headingOf(content: DocumentContent, mapping: AnnexMapping): SectionLabel | undefined {
  return wordsAbove(content, mapping)
    .filter((text) => text.length <= LONGEST_HEADING)
    .map(headingLabel)
    .find((label) => dimensionFromName(label.name) !== null);
}

function widthOf(grid: Grid | undefined): number {
  return Math.max(0, ...(grid?.rows.slice(0, 20).map((row) => row.length) ?? []));
}

function sameColumns(one: AnnexMapping, other: AnnexMapping): boolean {
  const [kinds, others] = [Object.entries(one.columns), Object.entries(other.columns)];
  return (
    kinds.length === others.length &&
    kinds.every(([kind, at]) => others.some(([k, a]) => k === kind && a === at))
  );
}

/** Sheets of a workbook are joined only where each stands under a content of its own; else they may be versions. */
function sheetsOfContents(content: DocumentContent, mapping: AnnexMapping, found: readonly FoundTable[]) {
  const alike = found.filter(
    (own) => !content.grids[own.grid]?.hidden && (own.grid === mapping.grid || sameColumns(own, mapping)),
  );
  const named = alike.map((own) => dimensionFromName(headingOf(content, own)?.name ?? ''));
  const areDifferent = new Set(named).size === alike.length && !named.includes(null);
  return areDifferent && alike.some((own) => own.grid === mapping.grid)
    ? alike.map((own) => (own.grid === mapping.grid ? mapping : own))
    : [mapping];
}

/** In a table that goes on, tasks that use the words of a header name fewer columns than a header does. */
function isChance(own: FoundTable, mapping: AnnexMapping): boolean {
  return own.score < Object.keys(mapping.columns).length - 1 && !sameColumns(own, mapping);
}

/**
 * The tables to read one after another. A Word file parts one long table over pages: every later table of the same
 * width goes on with it, its own header skipped when it repeats one.
 */
export function tablesToRead(
  content: DocumentContent,
  mapping: AnnexMapping,
  found: readonly FoundTable[],
): AnnexMapping[] {
  if (content.kind !== 'docx') return sheetsOfContents(content, mapping, found);
  const width = widthOf(content.grids[mapping.grid]);
  const joined: AnnexMapping[] = [];
  const start = Math.min(mapping.grid, ...found.filter((own) => own.score >= 3).map((own) => own.grid));
  for (let grid = start; grid < content.grids.length; grid++) {
    const own = found.find((candidate) => candidate.grid === grid);
    const goesOn = joined.length > 0 && widthOf(content.grids[grid]) === width;
    if (grid === mapping.grid) joined.push(mapping);
    else if (own && !(goesOn && isChance(own, mapping))) joined.push(own);
    else if (goesOn) joined.push({ ...(joined.at(-1) ?? mapping), grid, headerRow: 0, headerHeight: 0 });
  }
  return joined;
}
