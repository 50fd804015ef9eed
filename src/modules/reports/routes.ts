import type { Route } from '../../kernel/http/route.ts';
import { boardRoutes } from './board-routes.ts';
import { accept, giveBack } from './pages/answer.ts';
import { reportsApi, submitApi } from './pages/api.ts';
import { approve, approveForm, submit } from './pages/approve.ts';
import { begin } from './pages/begin.ts';
import { files } from './pages/files.ts';
import { mine } from './pages/mine.ts';
import { receipt } from './pages/receipt.ts';
import { report } from './pages/report.ts';
import { saveWritten, write } from './pages/write.ts';

export const routes: readonly Route[] = [
  mine,
  begin,
  report,
  write,
  saveWritten,
  approveForm,
  approve,
  submit,
  accept,
  giveBack,
  receipt,
  files,
  reportsApi,
  submitApi,
  ...boardRoutes,
];
