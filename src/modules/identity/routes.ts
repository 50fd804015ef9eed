import type { Route } from '../../kernel/http/route.ts';
import { accountRoutes } from './routes-account.ts';
import { leaveRoutes } from './routes-leave.ts';
import { peopleRoutes } from './routes-people.ts';
import { setUpRoutes } from './routes-set-up.ts';
import { signInRoutes } from './routes-sign-in.ts';

export const routes: readonly Route[] = [
  ...signInRoutes,
  ...accountRoutes,
  ...leaveRoutes,
  ...peopleRoutes,
  ...setUpRoutes,
];
