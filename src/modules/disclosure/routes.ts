import type { Route } from '../../kernel/http/route.ts';
import { disclosuresGet } from './pages/api-list.ts';
import { disclosureGet } from './pages/api-one.ts';
import { disclosuresPost } from './pages/api-post.ts';
import { boardRoutes } from './pages/board/routes.ts';
import { catalogRoutes } from './pages/catalog/routes.ts';
import { rule } from './pages/rule.ts';
import { staffRoutes } from './pages/staff-routes.ts';

export const routes: readonly Route[] = [
  rule,
  ...boardRoutes,
  ...catalogRoutes,
  ...staffRoutes,
  disclosuresGet,
  disclosureGet,
  disclosuresPost,
];
