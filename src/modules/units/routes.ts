import type { Route } from '../../kernel/http/route.ts';

/** Pages and API of the room. */
export const routes: readonly Route[] = [];
