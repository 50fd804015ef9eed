/** The door of the citizens' portal. */
export { portalErrorPage } from './pages/error.ts';
export { routes } from './routes.ts';
export { portalStyle } from './style.ts';
