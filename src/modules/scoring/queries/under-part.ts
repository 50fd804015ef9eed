import { dateOf, yearOf } from '../../../kernel/dates.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import type { Reading } from '../../assignments/index.ts';
import {
  boardItems,
  type CheckLine,
  checksOf,
  complianceByPart,
  type PartCompliance,
  seenUnits as unitsSeenInDisclosure,
} from '../../disclosure/index.ts';
import { definitionsOf, type FigureDefinition } from '../../figures/index.ts';
import { instantOf } from './analysis.ts';

/** What other rooms hold under the code of a part, as far as the reader may see it. */
export interface UnderPart {
  readonly figures: readonly FigureDefinition[];
  /** Of this year's items up to the day that is read; `undefined`: no obligation belongs to the part. */
  readonly compliance: PartCompliance | undefined;
  /** Citizens' words that a unit has still to look into. */
  readonly checks: readonly CheckLine[];
}

export async function underPart(
  { db, actor }: Pick<RequestContext, 'db' | 'actor'>,
  { day, units }: Reading,
  part: string,
): Promise<UnderPart> {
  const asOf = instantOf(day.asOf);
  const figures = (await definitionsOf(db, asOf)).filter(
    ({ subDimension, askedUntil }) =>
      subDimension === part && (askedUntil === null || askedUntil >= day.today),
  );
  const unitIds = unitsSeenInDisclosure(actor, units.tree);
  const from = dateOf(yearOf(day.today), 1, 1);
  const wanted = { unitIds, day: day.today, asOf, dueTo: day.today, ...(from ? { dueFrom: from } : {}) };
  const items = (await boardItems(db, wanted)).filter(({ item }) => item.subDimension === part);
  const itemIds = items.map(({ item }) => item.id);
  const checks = itemIds.length === 0 ? [] : await checksOf(db, { itemIds, onlyOpen: true, asOf });
  return { figures, compliance: complianceByPart(items)[0], checks };
}
