import type { Route } from '../../kernel/http/route.ts';
import { analysis } from './pages/analysis.ts';
import { partsApi, practicesApi } from './pages/api.ts';
import { owners, setOwner } from './pages/owners.ts';
import { part } from './pages/part.ts';
import { saveCause } from './pages/part-cause.ts';
import { saveEffort } from './pages/part-effort.ts';
import { draft } from './pages/part-practices.ts';
import { one } from './pages/practice.ts';
import { adopt, outcome, withdraw } from './pages/practice-acts.ts';
import { add, addForm, edit, editForm } from './pages/practice-form.ts';
import { list } from './pages/practices.ts';

export const routes: readonly Route[] = [
  analysis,
  owners,
  setOwner,
  part,
  saveCause,
  saveEffort,
  draft,
  list,
  addForm,
  add,
  one,
  editForm,
  edit,
  adopt,
  outcome,
  withdraw,
  partsApi,
  practicesApi,
];
