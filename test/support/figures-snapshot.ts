import { figuresSnapshot } from '../../src/modules/figures/index.ts';
import { periodByCode, type SnapshotPart } from '../../src/modules/periods/index.ts';
import type { FiguresWorld } from './figures-world.ts';

/** What the cut-off of a period keeps of figures, read as of an instant. */
export function takeSnapshots(world: FiguresWorld, code: string, at: Date): Promise<SnapshotPart> {
  return world.run(undefined, async (_context, tx) => {
    const period = await periodByCode(tx, code);
    if (!period) throw new Error(`no period ${code}`);
    return figuresSnapshot.take(tx, at, period);
  });
}
