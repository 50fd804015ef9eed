import type { Route } from '../../kernel/http/route.ts';
import { searchApi } from './pages/api.ts';
import { search } from './pages/search.ts';

/** The door of the search room. */
export const routes: readonly Route[] = [search, searchApi];
export { searchErrors } from './errors.ts';
