import type { Route } from '../../kernel/http/route.ts';
import { chooseTask } from './pages/amendment/choose.ts';
import { compareVersions } from './pages/amendment/compare.ts';
import { discard as discardDraft, draftPage, undo } from './pages/amendment/draft.ts';
import { issueDraft, issueDraftForm } from './pages/amendment/issue.ts';
import { amendmentList, beginAmendment } from './pages/amendment/list.ts';
import { drop, dropForm, move, moveForm } from './pages/amendment/move-drop.ts';
import { amendmentPaperFile } from './pages/amendment/paper.ts';
import { add, addForm, edit, editForm } from './pages/amendment/task.ts';
import { planApi, plansApi } from './pages/api.ts';
import { createNewPlan, editHead, newPlan, saveHead } from './pages/head-form.ts';
import { previewPage } from './pages/import-page.ts';
import { chooseMapping, confirm, decideSpelling, discard, fixRow } from './pages/import-review.ts';
import { download, upload, uploadForm } from './pages/import-upload.ts';
import { issue, issueForm } from './pages/issue.ts';
import { correct, correctForm, withdraw, withdrawForm } from './pages/late-acts.ts';
import { list } from './pages/list.ts';
import { nextYear, nextYearForm } from './pages/next-year.ts';
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
  amendmentList,
  beginAmendment,
  draftPage,
  chooseTask,
  addForm,
  add,
  editForm,
  edit,
  moveForm,
  move,
  dropForm,
  drop,
  undo,
  discardDraft,
  issueDraftForm,
  issueDraft,
  amendmentPaperFile,
  compareVersions,
  correctForm,
  correct,
  withdrawForm,
  withdraw,
  nextYearForm,
  nextYear,
  plansApi,
  planApi,
];
