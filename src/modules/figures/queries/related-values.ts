import type { Db } from '../../../kernel/db/database.ts';
import { formatCode, type PeriodCode, parseCode, previousCode, sameLastYear } from '../../periods/index.ts';
import type { FigureValue } from '../domain/figure.ts';
import { type ValuesWanted, valuesOf } from './values.ts';

export interface RelatedWanted extends Omit<ValuesWanted, 'periodCodes'> {
  readonly periodCode: string;
}

async function valuesAt(
  db: Db,
  wanted: RelatedWanted,
  move: (code: PeriodCode) => PeriodCode,
): Promise<FigureValue[]> {
  const { periodCode, ...rest } = wanted;
  const code = parseCode(periodCode);
  return code ? valuesOf(db, { ...rest, periodCodes: [formatCode(move(code))] }) : [];
}

/** What was said for the period of the same kind just before; for a window, for the same days a year earlier. */
export function previousValues(db: Db, wanted: RelatedWanted): Promise<FigureValue[]> {
  return valuesAt(db, wanted, previousCode);
}

/** What was said for the same period a year earlier. */
export function samePeriodLastYear(db: Db, wanted: RelatedWanted): Promise<FigureValue[]> {
  return valuesAt(db, wanted, sameLastYear);
}
