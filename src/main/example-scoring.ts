import {
  exampleAdoptions,
  exampleCauses,
  exampleEfforts,
  exampleOwners,
  examplePractices,
  exampleTarget,
} from '../../reference/example/index.ts';
import type { CommandContext } from '../kernel/audit.ts';
import type { Actor } from '../kernel/authz.ts';
import type { CalendarDate } from '../kernel/dates.ts';
import type { Tx } from '../kernel/db/database.ts';
import { setTarget, TOTAL } from '../modules/papi/index.ts';
import {
  adoptPractice,
  giveEffort,
  nameOwner,
  recordOutcome,
  recordPractice,
  writeCause,
} from '../modules/scoring/index.ts';

/** The year whose results were known on the day of the example. */
const YEAR = 2023;

export interface ScoringScene {
  readonly standing: Actor;
  unitId(key: string): string;
  /** Somebody who writes for a unit. */
  writerOf(key: string): Actor;
  at(day: CalendarDate, actor: Actor): CommandContext;
}

/** Sets the target of the year, names owners, writes causes, records practices with who took them over, through the commands that people use. */
export async function thinkAboutScores(
  tx: Tx,
  { standing, unitId, writerOf, at }: ScoringScene,
): Promise<void> {
  const { setOn, ...target } = exampleTarget;
  await setTarget(at(setOn, standing), tx, { ...target, code: TOTAL, kind: 'rank_up', points: '' });
  const { namedOn, words, owners } = exampleOwners;
  for (const { part, unitKey } of owners)
    await nameOwner(at(namedOn, standing), tx, { part, unitId: unitId(unitKey), fromOn: namedOn, words });
  for (const { part, unitKey, writtenOn, unitKeys, ...cause } of exampleCauses)
    await writeCause(at(writtenOn, writerOf(unitKey)), tx, {
      year: YEAR,
      part,
      ...cause,
      unitIds: unitKeys.map(unitId),
      seen: 0,
    });
  const practices: string[] = [];
  for (const { recordedOn, parts, ...practice } of examplePractices)
    practices.push(
      await recordPractice(at(recordedOn, standing), tx, {
        ...practice,
        parts: [...parts],
        isIllustration: true,
      }),
    );
  for (const { practice, unitKey, fromOn, note, measure, before, outcome } of exampleAdoptions) {
    const practiceId = practices[practice] ?? '';
    const adoptionId = await adoptPractice(at(fromOn, writerOf(unitKey)), tx, {
      practiceId,
      unitId: unitId(unitKey),
      fromOn,
      note,
      measure,
      beforeValue: before,
    });
    if (outcome)
      await recordOutcome(at(outcome.on, writerOf(unitKey)), tx, {
        practiceId,
        adoptionId,
        seenOn: outcome.on,
        afterValue: outcome.value,
        words: outcome.words,
      });
  }
  for (const { code, unitKey, toldOn, ...effort } of exampleEfforts)
    await giveEffort(at(toldOn, writerOf(unitKey)), tx, {
      year: YEAR,
      code,
      unitId: unitId(unitKey),
      ...effort,
    });
}
