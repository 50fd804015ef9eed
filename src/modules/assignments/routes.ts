import type { Route } from '../../kernel/http/route.ts';
import { amendment, confirmAmendment } from './pages/amendment.ts';
import { assignmentsApi } from './pages/api.ts';
import { feed, feedForm } from './pages/feed.ts';
import { handedMany, handMany } from './pages/hand.ts';
import { addEvidencePieces, evidencePiece, withdrawPiece } from './pages/item/evidence-routes.ts';
import { followed, hand, say, unsay, wholeHistory } from './pages/item/people-routes.ts';
import { item, openCase, override, record } from './pages/item/routes.ts';
import { list } from './pages/list.ts';
import { mine } from './pages/mine.ts';
import { confirm, discard, preview, upload, uploadForm } from './pages/month/import.ts';
import { month, saveMonth } from './pages/month/page.ts';
import { rule } from './pages/rule.ts';
import { task } from './pages/task.ts';
import { unit } from './pages/unit.ts';

export const routes: readonly Route[] = [
  mine,
  list,
  item,
  record,
  override,
  openCase,
  addEvidencePieces,
  withdrawPiece,
  evidencePiece,
  hand,
  say,
  unsay,
  followed,
  wholeHistory,
  handMany,
  handedMany,
  month,
  saveMonth,
  uploadForm,
  upload,
  preview,
  confirm,
  discard,
  task,
  amendment,
  confirmAmendment,
  unit,
  rule,
  feedForm,
  feed,
  assignmentsApi,
];
