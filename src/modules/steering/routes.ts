import type { Route } from '../../kernel/http/route.ts';
import { boardApi } from './pages/api.ts';
import { askList } from './pages/ask/list.ts';
import { askPage, sayAboutAsk } from './pages/ask/one.ts';
import { board } from './pages/board/page.ts';
import { brief, chooseBrief } from './pages/brief.ts';
import { askFromCell, cell } from './pages/cell/page.ts';
import { rule } from './pages/rule.ts';

export const routes: readonly Route[] = [
  board,
  cell,
  askFromCell,
  askList,
  askPage,
  sayAboutAsk,
  brief,
  chooseBrief,
  rule,
  boardApi,
];
