/** The door of the citizens' portal. */

export { jobs } from './jobs.ts';
export { portalErrorPage } from './pages/error.ts';
export { routes } from './routes.ts';
export { portalStyle } from './style.ts';
export { startVisitCounting } from './visits.ts';
