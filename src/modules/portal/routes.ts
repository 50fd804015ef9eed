import type { Route } from '../../kernel/http/route.ts';
import { about } from './pages/about.ts';
import { home } from './pages/home.ts';
import { item, itemFile } from './pages/item.ts';
import { board, posted, section, village } from './pages/lists.ts';
import { openDataRoutes } from './pages/open-data.ts';
import { openItemRoutes } from './pages/open-item.ts';
import { openListRoutes } from './pages/open-lists.ts';
import { say, thanks } from './pages/say.ts';
import { search } from './pages/search.ts';
import { unit } from './pages/unit.ts';

export const routes: readonly Route[] = [
  // Files first: `/muc/:id.csv` is more than `/muc/:id`.
  ...openItemRoutes,
  ...openListRoutes,
  ...openDataRoutes,
  about,
  board,
  home,
  item,
  itemFile,
  posted,
  say,
  search,
  section,
  thanks,
  unit,
  village,
];
