import type { Route } from '../../../../kernel/http/route.ts';
import { complianceApi } from './api.ts';
import { board } from './page.ts';

export const boardRoutes: readonly Route[] = [board, complianceApi];
