import type { Route } from '../../kernel/http/route.ts';
import { unitsApi } from './pages/api.ts';
import { boundariesPage, boundariesUpload } from './pages/boundaries.ts';
import { boundariesConfirm, boundariesPreview } from './pages/boundaries-preview.ts';
import { changeAction, changeForm } from './pages/change.ts';
import { closeAction, closeForm } from './pages/close.ts';
import { contactAction, contactForm } from './pages/contact.ts';
import { createAction, createForm } from './pages/create.ts';
import { factsPage } from './pages/facts.ts';
import { importForm, importTemplate, importUpload } from './pages/import.ts';
import { importConfirm, importPreview } from './pages/import-preview.ts';
import { mergeAction, mergeForm } from './pages/merge.ts';
import { splitAction, splitForm } from './pages/split.ts';
import { treePage } from './pages/tree.ts';

/** Pages and API of the room. `/don-vi/:id` itself is the unit's work, in the assignments room. */
export const routes: readonly Route[] = [
  treePage,
  createForm,
  createAction,
  importForm,
  importTemplate,
  importUpload,
  importPreview,
  importConfirm,
  boundariesPage,
  boundariesUpload,
  boundariesPreview,
  boundariesConfirm,
  factsPage,
  changeForm,
  changeAction,
  closeForm,
  closeAction,
  contactForm,
  contactAction,
  mergeForm,
  mergeAction,
  splitForm,
  splitAction,
  unitsApi,
];
