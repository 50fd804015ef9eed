import type { Route } from '../../kernel/http/route.ts';
import { proposalRoutes } from './routes-proposal.ts';
import { yearRoutes } from './routes-year.ts';

/** Pages and API of the room. */
export const routes: readonly Route[] = [...yearRoutes, ...proposalRoutes];
