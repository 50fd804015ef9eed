import type { Route } from '../../kernel/http/route.ts';
import { planApi, plansApi } from './pages/api.ts';
import { createNewPlan, editHead, newPlan, saveHead } from './pages/head-form.ts';
import { previewPage } from './pages/import-page.ts';
import { chooseMapping, confirm, decideSpelling, discard, fixRow } from './pages/import-review.ts';
import { download, upload, uploadForm } from './pages/import-upload.ts';
import { issue, issueForm } from './pages/issue.ts';
import { list } from './pages/list.ts';
import { planPaperFile } from './pages/paper.ts';
import { planPage } from './pages/plan.ts';
import { close, giveBack, submit } from './pages/plan-actions.ts';
import { createTask, dropTask, editTask, newTask, saveTask } from './pages/task-edit.ts';
import { taskTable } from './pages/tasks.ts';

export const routes: readonly Route[] = [
  list,
  newPlan,
  createNewPlan,
  planPage,
  planPaperFile,
  editHead,
  saveHead,
  submit,
  giveBack,
  close,
  taskTable,
  newTask,
  createTask,
  editTask,
  saveTask,
  dropTask,
  uploadForm,
  upload,
  download,
  previewPage,
  chooseMapping,
  fixRow,
  decideSpelling,
  confirm,
  discard,
  issueForm,
  issue,
  plansApi,
  planApi,
];
