import type { Route } from '../../kernel/http/route.ts';
import { serviceWorker, switchOff, switchOn } from './pages/browsers.ts';
import { list } from './pages/list.ts';
import { markAll, markOne } from './pages/mark.ts';
import { preferences, savePreferences } from './pages/preferences.ts';
import { drop, retry, unsent } from './pages/unsent.ts';

export const routes: readonly Route[] = [
  list,
  markAll,
  markOne,
  preferences,
  savePreferences,
  switchOn,
  switchOff,
  serviceWorker,
  unsent,
  retry,
  drop,
];
