import type { Route } from '../../kernel/http/route.ts';
import { home } from './pages/home.ts';
import { unit } from './pages/unit.ts';

export const routes: readonly Route[] = [home, unit];
