import type { Route } from '../../kernel/http/route.ts';
import { list } from './pages/list.ts';
import { markAll, markOne } from './pages/mark.ts';

export const routes: readonly Route[] = [list, markAll, markOne];
