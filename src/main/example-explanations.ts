import { exampleExplanations } from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import type { Actor } from '../kernel/authz.ts';
import type { CalendarDate } from '../kernel/dates.ts';
import type { Tx } from '../kernel/db/database.ts';
import { acceptAsk, answerAsk, askUnit } from '../modules/steering/index.ts';

/** Who asks, and who answers for a unit. */
interface Cast {
  readonly planId: string;
  readonly chairman: Actor;
  unitId(key: string): string;
  headOf(key: string): Actor;
  at(day: CalendarDate, actor: Actor): CommandContext;
}

/** Lets the chairman ask communes to explain, and lets them answer. */
export async function explainToChairman(tx: Tx, cast: Cast): Promise<void> {
  const { planId, chairman, at } = cast;
  for (const { unitKey, dimension, asked, answered, accepted } of exampleExplanations) {
    const ask = { planId, unitId: cast.unitId(unitKey), dimension, words: asked.words };
    const { id: askId } = await askUnit(at(asked.on, chairman), tx, ask);
    await answerAsk(at(answered.on, cast.headOf(unitKey)), tx, { askId, words: answered.words });
    if (accepted) await acceptAsk(at(accepted.on, chairman), tx, { askId, words: accepted.words });
  }
}
