import type { NavItem, RequestContext, Route } from '../kernel/http/route.ts';
import type { Job } from '../kernel/jobs.ts';
import { jobs as identityJobs, routes as identityRoutes } from '../modules/identity/index.ts';
import { routes as unitRoutes } from '../modules/units/index.ts';

/** The table of contents: every room's doors. */
export const routes: readonly Route[] = [...identityRoutes, ...unitRoutes];

export const jobs: readonly Job<never>[] = [...identityJobs];

export function navigation(_context: RequestContext): readonly NavItem[] {
  return [];
}
