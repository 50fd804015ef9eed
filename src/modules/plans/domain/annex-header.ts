import type { Grid, GridCell } from '../../../kernel/documents/types.ts';
import { fold, squeeze } from './wording.ts';

export const ANNEX_COLUMNS = [
  'stt',
  'dimension',
  'section',
  'text',
  'product',
  'lead',
  'coordinating',
  'due',
  'note',
] as const;
export type AnnexColumn = (typeof ANNEX_COLUMNS)[number];

/** Where the table of tasks stands and what its columns mean. All numbers are 0-based. */
export interface AnnexMapping {
  readonly grid: number;
  /** First row of the header; `headerHeight` rows belong to it. */
  readonly headerRow: number;
  readonly headerHeight: number;
  readonly columns: Readonly<Partial<Record<AnnexColumn, number>>>;
}

const LONGEST_LABEL = 90;
const HIGHEST_HEADER = 3;
const ROWS_SEARCHED = 80;

/** The vocabulary of headers over folded words; the first that fits wins, so the narrower stand first. */
const VOCABULARY: readonly [AnnexColumn | 'content', RegExp][] = [
  ['stt', /^(?:stt|tt|so tt|so thu tu|thu tu|ma|ma so|ma nhiem vu|code|item|#|no\.?)$/],
  ['lead', /chu tri|^lead(?:ing)?\b|dau moi/],
  ['coordinating', /phoi hop|coordinat|cooperat|^support/],
  [
    'due',
    /thoi gian|thoi han|tien do|thoi diem|han hoan thanh|^due\b|^han\b|hoan thanh|deadline|time ?(?:line|frame)|completion/,
  ],
  ['product', /san pham|ket qua|^(?:expected )?(?:product|output|result)|deliverable|dau ra/],
  ['note', /ghi chu|can cu|^source|^notes?\b|^remarks?\b|^nguon/],
  [
    'lead',
    /^(?:co quan|don vi|bo phan|nguoi|phong)\b.*(?:thuc hien|phu trach)|phan cong|trach nhiem|^responsible/,
  ],
  [
    'text',
    /nhiem vu|giai phap|cong viec|viec can lam|noi dung thuc hien|^(?:specific )?(?:tasks?|activit(?:y|ies))\b|hoat dong/,
  ],
  ['section', /noi dung thanh phan|chi so thanh phan|sub[ _-]?(?:content|dimension)|linh vuc|^nhom\b/],
  ['dimension', /papi|chi so noi dung|^truc\b|noi dung so/],
  ['content', /^(?:cac |ten )?noi dung$/],
];

function kindOf(label: string): AnnexColumn | 'content' | undefined {
  if (label === '' || label.length > LONGEST_LABEL) return undefined;
  const folded = fold(label)
    .replace(/[*():]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return VOCABULARY.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** The header's label above a column: the different texts of its rows, one after another. */
function labelAt(grid: Grid, row: number, height: number, column: number): string {
  const parts: string[] = [];
  for (let r = row; r < row + height; r++) {
    const text = squeeze(grid.rows[r]?.[column]?.text ?? '');
    if (text !== '' && !parts.includes(text)) parts.push(text);
  }
  return parts.join(' ');
}

function isWholeRowMerged(row: readonly (GridCell | undefined)[]): boolean {
  const texts = new Set(row.flatMap((cell) => (cell?.text ? [cell.text] : [])));
  return texts.size <= 1;
}

interface Candidate {
  readonly headerRow: number;
  readonly headerHeight: number;
  readonly columns: Partial<Record<AnnexColumn, number>>;
  /** How many kinds of column the header names. */
  readonly score: number;
}

function readAt(grid: Grid, row: number, height: number): Candidate {
  const found: Partial<Record<AnnexColumn | 'content', number>> = {};
  const width = Math.max(...grid.rows.slice(row, row + height).map((cells) => cells.length), 0);
  for (let column = 0; column < width; column++) {
    const label = labelAt(grid, row, height, column);
    const kind = kindOf(label);
    if (kind === undefined) continue;
    // "Thời gian: bắt đầu | kết thúc": the end is the due.
    const isEnd = kind === 'due' && /ket thuc|hoan thanh/.test(fold(label));
    if (found[kind] === undefined || isEnd) found[kind] = column;
  }
  const { content, ...columns } = found;
  // "Nội dung" heads the tasks, unless a column of tasks stands beside it.
  if (columns.text !== undefined) {
    if (content !== undefined) columns.section ??= content;
  } else if (content !== undefined) columns.text = content;
  else if (columns.dimension !== undefined) {
    columns.text = columns.dimension;
    delete columns.dimension;
  }
  return { headerRow: row, headerHeight: height, columns, score: Object.keys(columns).length };
}

/** The header of a grid: the rows that name the most kinds of column, tasks and two others at least. */
export function findHeader(grid: Grid): Candidate | undefined {
  let best: Candidate | undefined;
  const last = Math.min(grid.rows.length, ROWS_SEARCHED);
  for (let row = 0; row < last; row++) {
    if (isWholeRowMerged(grid.rows[row] ?? [])) continue;
    for (let height = 1; height <= HIGHEST_HEADER && row + height <= grid.rows.length; height++) {
      const candidate = readAt(grid, row, height);
      const better = !best || candidate.score > best.score;
      if (candidate.columns.text !== undefined && candidate.score >= 3 && better) best = candidate;
    }
  }
  return best;
}

/** True when a row below the header says the header again, as at the top of each page. */
export function repeatsHeader(
  grid: Grid,
  mapping: AnnexMapping,
  cells: readonly (GridCell | undefined)[],
): boolean {
  const { headerRow, headerHeight, columns } = mapping;
  const rows = grid.rows.slice(headerRow, headerRow + headerHeight);
  const isLabel = (column: number): boolean => {
    const text = cells[column]?.text ?? '';
    if (text.length > LONGEST_LABEL) return false;
    return rows.some((row) => fold(row[column]?.text ?? '') === fold(text)) || kindOf(text) !== undefined;
  };
  // Most rows are tasks, and their text alone tells.
  if (columns.text !== undefined && cells[columns.text]?.text && !isLabel(columns.text)) return false;
  // A section's title merged over the row is one text, however many columns it covers.
  const isOwn = (column: number): boolean => (cells[column]?.mergedFrom?.column ?? column) === column;
  const filled = Object.values(columns).filter((column) => cells[column]?.text.trim() && isOwn(column));
  return filled.length >= 2 && filled.filter(isLabel).length >= Math.ceil(filled.length * 0.75);
}

/** True for the row of column numbers under a header: 1, 2, 3 … or (1), (2), (3) …, letters for the first columns. */
export function isNumberRow(cells: readonly (GridCell | undefined)[]): boolean {
  const texts = cells.flatMap((cell) => (cell?.text.trim() ? [cell.text.trim()] : []));
  if (texts.length < 3 || !texts.every((text) => /^\(?(?:\d{1,2}|[A-H])\)?(?:\s*=.*)?$/.test(text)))
    return false;
  const numbers = texts.map((text) => Number(/\d+/.exec(text)?.[0])).filter(Number.isInteger);
  return numbers.length >= 2 && numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? 0));
}
