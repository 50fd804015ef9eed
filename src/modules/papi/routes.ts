import type { Route } from '../../kernel/http/route.ts';
import { resultsApi, seriesApi } from './pages/api.ts';
import { importForm, importUpload } from './pages/import.ts';
import { importConfirm, importPreview } from './pages/import-preview.ts';
import { homePage, provincePage } from './pages/province.ts';
import { rankingPage } from './pages/ranking.ts';
import { cancel, simulation, simulations, start } from './pages/simulation.ts';
import { saveTarget } from './pages/target.ts';

/** Pages and API of the room. */
export const routes: readonly Route[] = [
  homePage,
  provincePage,
  rankingPage,
  saveTarget,
  importForm,
  importUpload,
  importPreview,
  importConfirm,
  simulations,
  start,
  simulation,
  cancel,
  resultsApi,
  seriesApi,
];
