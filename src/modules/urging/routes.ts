import type { Route } from '../../kernel/http/route.ts';
import { urgingsApi } from './pages/api.ts';
import { choose, chooseForm } from './pages/choose.ts';
import { compose, send } from './pages/compose.ts';
import { letter } from './pages/letter.ts';
import { list } from './pages/list.ts';
import { answer, round } from './pages/round.ts';

export const routes: readonly Route[] = [
  list,
  chooseForm,
  choose,
  compose,
  send,
  round,
  answer,
  letter,
  urgingsApi,
];
