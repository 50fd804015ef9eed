import type { Route } from '../../kernel/http/route.ts';
import { signInRoutes } from './routes-sign-in.ts';

export const routes: readonly Route[] = [...signInRoutes];
