import type { Route } from '../../kernel/http/route.ts';
import { figuresGet } from './pages/api-get.ts';
import { figuresPost } from './pages/api-post.ts';
import { burden } from './pages/burden.ts';
import { cell } from './pages/cell.ts';
import { addPieces, enterValue, piece, withdrawPiece, writeRemark } from './pages/cell-actions.ts';
import { changeAction, changeForm, defineAction, defineForm } from './pages/form.ts';
import { list } from './pages/list.ts';
import { one } from './pages/one.ts';
import { values } from './pages/values.ts';

export const routes: readonly Route[] = [
  list,
  burden,
  values,
  defineForm,
  defineAction,
  one,
  changeForm,
  changeAction,
  cell,
  enterValue,
  writeRemark,
  addPieces,
  piece,
  withdrawPiece,
  figuresGet,
  figuresPost,
];
