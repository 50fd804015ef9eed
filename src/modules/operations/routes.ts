import type { Route } from '../../kernel/http/route.ts';
import { operations } from './pages/operations.ts';

export const routes: readonly Route[] = [operations];
