import type { NavItem, RequestContext, Route } from '../kernel/http/route.ts';
import type { Job } from '../kernel/jobs.ts';
import { issueImpact, onPlanIssued, routes as assignmentRoutes } from '../modules/assignments/index.ts';
import { jobs as identityJobs, routes as identityRoutes } from '../modules/identity/index.ts';
import { countIssueImpactWith, planIssued } from '../modules/plans/index.ts';
import { routes as unitRoutes } from '../modules/units/index.ts';
import { m } from './messages.ts';
import { openApiRoute } from './openapi.ts';

/** The table of contents: every room's doors, and who listens to whom. */
const rooms: readonly Route[] = [...assignmentRoutes, ...identityRoutes, ...unitRoutes];

export const routes: readonly Route[] = [...rooms, openApiRoute(rooms)];

export const jobs: readonly Job<never>[] = [...identityJobs];

planIssued.on(onPlanIssued);
countIssueImpactWith(issueImpact);

/** The menu of a signed-in person, in order of visits. */
export function navigation(context: RequestContext): readonly NavItem[] {
  if (!context.signedIn) return [];
  const { t } = context;
  return [
    { key: 'mine', href: '/viec-cua-toi', text: t(m.mine) },
    { key: 'board', href: '/dieu-hanh', text: t(m.board) },
    { key: 'plans', href: '/ke-hoach', text: t(m.plans) },
    { key: 'units', href: '/don-vi', text: t(m.units) },
  ];
}
