import type { Route } from '../../kernel/http/route.ts';
import { unitPlansApi } from './pages/api.ts';
import { draft, saveDraft } from './pages/draft.ts';
import { issue, issueForm } from './pages/issue.ts';
import { mine } from './pages/mine.ts';
import { ownLineAdd, ownLineForm, ownLineRemove } from './pages/own-line.ts';
import { paperFile } from './pages/paper.ts';
import { changeRule, register } from './pages/register.ts';
import { begin, carry, receive } from './pages/steps.ts';
import { saveText, text } from './pages/text.ts';
import { giveBack, unitPlan } from './pages/unit-plan.ts';

export const routes: readonly Route[] = [
  mine,
  unitPlan,
  receive,
  begin,
  carry,
  draft,
  saveDraft,
  ownLineForm,
  ownLineAdd,
  ownLineRemove,
  text,
  saveText,
  issueForm,
  issue,
  giveBack,
  paperFile,
  register,
  changeRule,
  unitPlansApi,
];
