import { parseSheetAddress } from './address.ts';
import type { CellBudget } from './budget.ts';
import type { GridCell } from './types.ts';

/** A merged range, 0-based, both ends inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Reads `A1:C2`; `undefined` for anything else and for a single cell. */
export function parseMerge(reference: string): Merge | undefined {
  const [from, to] = reference.split(':').map(parseSheetAddress);
  if (!from || !to || to.row < from.row || to.column < from.column) return undefined;
  if (from.row === to.row && from.column === to.column) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/**
 * Repeats the anchor's text and value in the cells its merge covers, each marked with `mergedFrom`. A merge reaches
 * only as far as the sheet has content, so that a title merged over a whole row does not make 16,384 cells.
 */
export function applyMerges(
  rows: (GridCell | undefined)[][],
  merges: readonly Merge[],
  budget: CellBudget,
  addressAt: (row: number, column: number) => string,
): void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  for (const merge of merges) {
    const anchor = rows[merge.top]?.[merge.left];
    if (!anchor || anchor.mergedFrom) continue;
    const bottom = Math.min(merge.bottom, rows.length - 1);
    const right = Math.min(merge.right, width - 1);
    budget.spend((bottom - merge.top + 1) * (right - merge.left + 1) - 1);
    for (let r = merge.top; r <= bottom; r++) {
      const row = rows[r] ?? [];
      while (row.length < merge.left) row.push(undefined);
      for (let c = merge.left; c <= right; c++) {
        if (r === merge.top && c === merge.left) continue;
        row[c] = { ...anchor, address: addressAt(r, c), mergedFrom: { row: merge.top, column: merge.left } };
      }
    }
  }
}
