import type { Route } from '../../kernel/http/route.ts';
import { entryRoutes } from './pages/entry/routes.ts';

export const routes: readonly Route[] = [...entryRoutes];
