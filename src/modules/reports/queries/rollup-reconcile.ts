import type { Actor } from '../../../kernel/authz.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { type Cell, type Reconciled, reconcile } from '../domain/reconcile.ts';
import { type BoardWanted, totalCells } from './rollup-board.ts';

export interface ReconcileWanted extends Omit<BoardWanted, 'nodeIds'> {
  readonly nodeId: string;
  /** The instant before which the territory is added up, perhaps the cut-off; `null` for what stands now. */
  readonly territoryAsOf: Date | null;
}

/** Both totals of each figure under a node, held against each other cell by cell; some ten statements. */
export async function reconciled(
  db: Db,
  actor: Actor,
  wanted: ReconcileWanted,
  names: ReadonlyMap<string, string>,
): Promise<Reconciled[]> {
  const { figures, asOf, territoryAsOf } = wanted;
  const now = await totalCells(db, actor, wanted, names);
  const then =
    territoryAsOf?.getTime() === asOf?.getTime()
      ? now
      : await totalCells(db, actor, { ...wanted, asOf: territoryAsOf }, names);
  const key = (cell: (typeof now)[number]): string => `${cell.definition.id} ${cell.unit.id}`;
  const earlier = new Map(then.map((cell) => [key(cell), cell]));
  const later = new Map(now.map((cell) => [key(cell), cell]));
  const cells = [...new Map([...earlier, ...later])].map(([at, cell]): Cell => {
    const [said, saidThen] = [later.get(at)?.said, earlier.get(at)?.said];
    return {
      figureId: cell.definition.id,
      unitId: cell.unit.id,
      part: cell.part,
      said: said?.value ?? null,
      isLate: said?.isLate ?? false,
      saidThen: saidThen?.value ?? null,
      wasLateThen: saidThen?.isLate ?? false,
      adjusted: later.get(at)?.adjustment?.value ?? null,
    };
  });
  return reconcile(figures, cells);
}
