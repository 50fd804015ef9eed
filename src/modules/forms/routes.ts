import type { Route } from '../../kernel/http/route.ts';
import { discard, end, loadShipped, newVersion, publish } from './pages/design/acts.ts';
import { edit, saveEdit } from './pages/design/edit.ts';
import { confirmForm, discardForm, previewForm, upload, uploadForm } from './pages/design/from-file.ts';
import { list } from './pages/design/list.ts';
import { makeForm, saveForm } from './pages/design/new.ts';
import { view } from './pages/design/view.ts';
import { entryRoutes } from './pages/entry/routes.ts';
import { downloadAll, downloadSheet } from './pages/file/download.ts';
import { confirmSheetFile, discardSheetFile, previewSheetFile } from './pages/file/preview.ts';
import { uploadSheet, uploadSheetForm } from './pages/file/upload.ts';

export const routes: readonly Route[] = [
  list,
  makeForm,
  saveForm,
  loadShipped,
  uploadForm,
  upload,
  previewForm,
  confirmForm,
  discardForm,
  view,
  newVersion,
  publish,
  discard,
  end,
  edit,
  saveEdit,
  ...entryRoutes,
  downloadSheet,
  downloadAll,
  uploadSheetForm,
  uploadSheet,
  previewSheetFile,
  confirmSheetFile,
  discardSheetFile,
];
