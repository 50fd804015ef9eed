import type { CommandContext } from '../../src/kernel/audit.ts';
import { type Actor, systemActor } from '../../src/kernel/authz.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import type { Tx } from '../../src/kernel/db/database.ts';
import { newId } from '../../src/kernel/ids.ts';
import { makePeriod, type Period, periodByCode } from '../../src/modules/periods/index.ts';
import '../../src/main/rooms.ts';
import type { TestTenant } from './database.ts';
import { actorWith, type SmallTree, smallTree } from './people.ts';

/** The small tree with the first half of 2024 as the plan of Ân Thi has it: cut-off 30/6, due 04/7, locked after 11/7. */
export interface PeriodWorld {
  readonly tree: SmallTree;
  readonly standing: Actor;
  readonly leader: Actor;
  readonly clerk: Actor;
  /** Acts at an instant given in Vietnam's time, `2024-07-03T09:00`. */
  at<T>(instant: string, actor: Actor, act: (context: CommandContext, tx: Tx) => Promise<T>): Promise<T>;
  half(): Promise<Period>;
}

export const HALF = '2024-H1';

export function vietnamTime(text: string): Date {
  return new Date(`${text}+07:00`);
}

export async function periodWorld(place: TestTenant): Promise<PeriodWorld> {
  const tree = await smallTree(place);
  const at: PeriodWorld['at'] = (instant, actor, act) =>
    place.db.transaction((tx) => act({ actor, now: vietnamTime(instant), requestId: newId() }, tx));
  await at('2024-01-22T09:00', systemActor, (context, tx) =>
    makePeriod(context, tx, {
      kind: 'half',
      name: '',
      fromOn: calendarDate('2024-01-01'),
      toOn: calendarDate('2024-06-30'),
      cutOffOn: null,
      due: { v: 1, type: 'before', date: calendarDate('2024-07-05') },
      lockOn: null,
    }),
  );
  return {
    tree,
    standing: actorWith('standing', [tree.district, tree.office]),
    leader: actorWith('leader', [tree.district]),
    clerk: actorWith('member', [tree.district, tree.commune]),
    at,
    async half() {
      const period = await periodByCode(place.db, HALF);
      if (!period) throw new Error('the world has no period');
      return period;
    },
  };
}
