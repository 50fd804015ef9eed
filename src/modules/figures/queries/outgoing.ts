import type { Actor } from '../../../kernel/authz.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { byText } from '../../../kernel/order.ts';
import { periodsByCodes } from '../../periods/index.ts';
import type { OutgoingValue } from '../domain/exchange/sheet.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { figureLimits } from '../limits.ts';
import { definitionsOf } from './definitions.ts';
import { seenCells } from './seen-cells.ts';
import { valuesPage } from './values-page.ts';

export interface OutgoingWanted {
  readonly periodCodes: readonly string[];
  readonly asOf: Date | null;
  /** Which figures; all of them when absent. */
  readonly isWanted?: (figure: FigureDefinition) => boolean;
}

/** The values of some periods that a person sees, as they leave the product: by figure, then by unit in the order of the tree. */
export async function outgoingValues(db: Db, actor: Actor, wanted: OutgoingWanted): Promise<OutgoingValue[]> {
  const periods = await periodsByCodes(db, wanted.periodCodes);
  const seen = await seenCells(db, actor, periods);
  const definitions = (await definitionsOf(db, wanted.asOf)).filter(wanted.isWanted ?? (() => true));
  const byId = new Map(definitions.map((definition, place) => [definition.id, { definition, place }]));
  const { rows } = await valuesPage(db, {
    isSeen: seen.isSeen,
    periodCodes: periods.map(({ code }) => code),
    figureIds: definitions.map(({ id }) => id),
    unitIds: undefined,
    asOf: wanted.asOf,
    after: null,
    size: figureLimits.batch_rows,
  });
  const places = new Map(
    periods.map(({ code }) => [
      code,
      new Map((seen.unitsOf(code)?.tree ?? []).map(({ id }, index) => [id, index])),
    ]),
  );
  return rows
    .flatMap((value) => {
      const found = byId.get(value.figureId);
      const units = seen.unitsOf(value.periodCode);
      if (!found) return [];
      const unit = units?.byId.get(value.unitId);
      const order = [found.place, places.get(value.periodCode)?.get(value.unitId) ?? 0] as const;
      const unitName = unit?.name ?? units?.names.get(value.unitId) ?? '';
      return [{ value, definition: found.definition, unitKey: unit?.key ?? value.unitId, unitName, order }];
    })
    .sort(
      (a, b) =>
        byText(a.value.periodCode, b.value.periodCode) || a.order[0] - b.order[0] || a.order[1] - b.order[1],
    )
    .map(({ order: _, ...outgoing }) => outgoing);
}
