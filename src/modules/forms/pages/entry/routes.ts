import type { Route } from '../../../../kernel/http/route.ts';
import { allUnits, saveAllUnits } from './all-units.ts';
import { cell, noData, remark } from './cell.ts';
import { cells } from './cells.ts';
import { mine } from './mine.ts';
import { save, sheet } from './sheet.ts';

export const entryRoutes: readonly Route[] = [
  mine,
  sheet,
  save,
  cells,
  cell,
  remark,
  noData,
  allUnits,
  saveAllUnits,
];
