import type { Route } from '../../kernel/http/route.ts';
import { about } from './pages/about.ts';
import { duties } from './pages/duties.ts';
import { followRoutes } from './pages/follow.ts';
import { followAnswerRoutes } from './pages/follow-answer.ts';
import { home } from './pages/home.ts';
import { item, itemFile } from './pages/item.ts';
import { leaderRoutes } from './pages/leaders.ts';
import { board, posted, section, village } from './pages/lists.ts';
import { moneyRoutes } from './pages/money.ts';
import { openDataRoutes } from './pages/open-data.ts';
import { openItemRoutes } from './pages/open-item.ts';
import { openListRoutes } from './pages/open-lists.ts';
import { planRoutes } from './pages/plan.ts';
import { receptionRoutes } from './pages/reception.ts';
import { say, sayAtBoard, thanks } from './pages/say.ts';
import { search } from './pages/search.ts';
import { statisticsRoutes } from './pages/statistics.ts';
import { unit } from './pages/unit.ts';

export const routes: readonly Route[] = [
  // Files first: `/muc/:id.csv` is more than `/muc/:id`.
  ...openItemRoutes,
  ...openListRoutes,
  ...openDataRoutes,
  about,
  board,
  ...followRoutes,
  ...followAnswerRoutes,
  ...statisticsRoutes,
  ...moneyRoutes,
  ...receptionRoutes,
  ...leaderRoutes,
  ...planRoutes,
  duties,
  home,
  item,
  itemFile,
  posted,
  say,
  sayAtBoard,
  search,
  section,
  thanks,
  unit,
  village,
];
