import type { Route } from '../../kernel/http/route.ts';
import { home } from './pages/home.ts';
import { openDataRoutes } from './pages/open-data.ts';
import { openItemRoutes } from './pages/open-item.ts';
import { openListRoutes } from './pages/open-lists.ts';
import { unit } from './pages/unit.ts';

export const routes: readonly Route[] = [
  // Files first: `/muc/:id.csv` is more than `/muc/:id`.
  ...openItemRoutes,
  ...openListRoutes,
  ...openDataRoutes,
  home,
  unit,
];
