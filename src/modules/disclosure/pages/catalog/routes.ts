import type { Route } from '../../../../kernel/http/route.ts';
import { decide, end, start } from './acts.ts';
import { declare, edit, newObligation, saveEdit } from './declare.ts';
import { schema, template } from './files.ts';
import { list, startMany } from './list.ts';
import { view } from './view.ts';

/** The register of obligations. */
export const catalogRoutes: readonly Route[] = [
  list,
  startMany,
  newObligation,
  declare,
  view,
  template,
  schema,
  start,
  end,
  decide,
  edit,
  saveEdit,
];
