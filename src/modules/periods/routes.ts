import type { Route } from '../../kernel/http/route.ts';
import { periodsApi } from './pages/api.ts';
import { correct, correctForm } from './pages/correct.ts';
import { answer, answerForm, ask, askForm } from './pages/extension.ts';
import { list } from './pages/list.ts';
import { fromPlan, makeForm, ofYear, one } from './pages/make.ts';
import { period } from './pages/period.ts';
import { end, reopen, reopenForm } from './pages/reopen.ts';
import { rule } from './pages/rule.ts';

export const routes: readonly Route[] = [
  list,
  makeForm,
  one,
  fromPlan,
  ofYear,
  period,
  correctForm,
  correct,
  askForm,
  ask,
  answerForm,
  answer,
  reopenForm,
  reopen,
  end,
  rule,
  periodsApi,
];
