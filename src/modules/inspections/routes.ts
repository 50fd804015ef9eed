import type { Route } from '../../kernel/http/route.ts';
import { findingsApi, inspectionsApi } from './pages/api.ts';
import { finding, findingProof } from './pages/finding.ts';
import { claim, extend, judge, reopen, withdrawProof } from './pages/finding-routes.ts';
import { findingsList } from './pages/findings-list.ts';
import { inspection, inspectionPaper } from './pages/inspection.ts';
import { announce, cancel, conclude, find, inspectAgain, move } from './pages/inspection-routes.ts';
import { list } from './pages/list.ts';
import { make, makeFormPage } from './pages/make.ts';
import { uninspected } from './pages/uninspected.ts';

export const routes: readonly Route[] = [
  list,
  makeFormPage,
  make,
  findingsList,
  uninspected,
  finding,
  findingProof,
  claim,
  withdrawProof,
  judge,
  extend,
  reopen,
  inspection,
  inspectionPaper,
  find,
  conclude,
  move,
  announce,
  cancel,
  inspectAgain,
  inspectionsApi,
  findingsApi,
];
