import type { Route } from '../../kernel/http/route.ts';
import { adjust, adjustView, withdraw } from './pages/adjust.ts';
import { totals } from './pages/board.ts';
import { totalsApi } from './pages/board-api.ts';
import { totalCell } from './pages/board-cell.ts';
import { progress } from './pages/board-progress.ts';
import { reconcilePage } from './pages/reconcile.ts';

/** Totals, their cells, both ways held against each other, and who is behind. */
export const boardRoutes: readonly Route[] = [
  totals,
  totalCell,
  adjustView,
  adjust,
  withdraw,
  reconcilePage,
  progress,
  totalsApi,
];
