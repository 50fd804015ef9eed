import type { CommandContext } from '../../kernel/audit.ts';
import type { Actor } from '../../kernel/authz.ts';
import { type CalendarDate, startOfVietnamDay, vietnamDate } from '../../kernel/dates.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { StateDay } from '../assignments/index.ts';
import { addWorkingDays, currentCalendar, type WorkCalendar } from '../calendar/index.ts';
import { type UnitsOfDay, unitsOfDay } from '../units/index.ts';
import {
  type ChosenItem,
  choose,
  type LeftOut,
  type Sender,
  URGED_AGAIN_WORKING_DAYS,
} from './domain/choose.ts';
import { mayAskForAnswer, mayUrge, ownPlaces } from './policy.ts';
import { candidatesOf, urgedSince } from './queries/chosen.ts';

/** What a choice comes to at this moment, and the day it is read by. */
export interface ChosenNow {
  readonly items: readonly ChosenItem[];
  readonly leftOut: readonly LeftOut[];
  /** Subjects that were urged within `URGED_AGAIN_WORKING_DAYS`. */
  readonly recent: ReadonlySet<string>;
  readonly today: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly units: UnitsOfDay;
}

/** "Soon" of a list plays no part in what may be urged. */
const readOn = (today: CalendarDate): Pick<StateDay, 'today' | 'soonUntil'> => ({ today, soonUntil: today });

/** The rights of an actor over the units of a day. */
export function senderOf(actor: Actor, units: UnitsOfDay): Sender {
  const own = new Set(ownPlaces(actor));
  const lineageOf = (unitId: string): readonly string[] => units.byId.get(unitId)?.lineage ?? [];
  return {
    isOwn: (unitId) => own.has(unitId),
    mayUrge: (work) =>
      mayUrge(actor, {
        lineage: lineageOf(work.unitId),
        acceptingLineage: lineageOf(work.acceptingUnitId),
      }),
    mayAskForAnswer: (unitId) => mayAskForAnswer(actor, { lineage: lineageOf(unitId) }),
  };
}

/** Reads what was chosen as it stands and parts it into what this person may urge and what not, with the reasons. */
export async function chosenNow(
  db: Db,
  context: CommandContext,
  assignmentIds: readonly string[],
  again: boolean,
): Promise<ChosenNow> {
  const today = vietnamDate(context.now);
  const [calendar, units] = [await currentCalendar(db), await unitsOfDay(db, today)];
  const lately = startOfVietnamDay(addWorkingDays(calendar, today, -URGED_AGAIN_WORKING_DAYS));
  const candidates = await candidatesOf(db, assignmentIds, readOn(today));
  const recent = await urgedSince(db, assignmentIds, lately);
  const parted = choose(candidates, senderOf(context.actor, units), { today, recent, again });
  return { ...parted, recent, today, calendar, units };
}
