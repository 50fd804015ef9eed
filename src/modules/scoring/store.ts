import type { CommandContext } from '../../kernel/audit.ts';
import type { CalendarDate } from '../../kernel/dates.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/sql.ts';
import type { Measure } from './domain/effort.ts';
import type { Practice } from './domain/practice.ts';

const titleOf = ({ actor }: CommandContext): string => actor.current?.title ?? '';

export interface NewOwner {
  readonly id: string;
  readonly part: string;
  readonly unitId: string | null;
  readonly fromOn: CalendarDate;
  readonly words: string;
}

export async function insertOwner(context: CommandContext, tx: Tx, owner: NewOwner): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into scoring_owner (id, part, unit_id, from_on, words, person_id, person_name, person_title, recorded_at)
    values (${owner.id}, ${owner.part}, ${owner.unitId}, ${owner.fromOn}, ${owner.words}, ${actor.personId}, ${actor.name},
      ${titleOf(context)}, ${now})`);
}

export interface NewCause {
  readonly id: string;
  readonly year: number;
  readonly part: string;
  readonly version: number;
  readonly shortcoming: string;
  readonly cause: string;
  readonly responsibility: string;
  readonly unitIds: readonly string[];
}

export async function insertCause(context: CommandContext, tx: Tx, cause: NewCause): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into scoring_cause (id, year, part, version, shortcoming, cause, responsibility, unit_ids, by_unit_id,
      person_id, person_name, person_title, recorded_at)
    values (${cause.id}, ${cause.year}, ${cause.part}, ${cause.version}, ${cause.shortcoming}, ${cause.cause},
      ${cause.responsibility}, ${cause.unitIds}::uuid[], ${actor.current?.unitId ?? null}, ${actor.personId}, ${actor.name},
      ${titleOf(context)}, ${now})`);
}

export interface NewEffort {
  readonly id: string;
  readonly year: number;
  readonly code: string;
  readonly unitId: string;
  readonly step: number;
  readonly cost: number;
  readonly measure: Measure;
  readonly words: string;
}

export async function insertEffort(context: CommandContext, tx: Tx, effort: NewEffort): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into scoring_effort (id, year, code, unit_id, step, cost, measure, words, person_id, person_name,
      person_title, recorded_at)
    values (${effort.id}, ${effort.year}, ${effort.code}, ${effort.unitId}, ${effort.step}, ${effort.cost}, ${effort.measure},
      ${effort.words}, ${actor.personId}, ${actor.name}, ${titleOf(context)}, ${now})`);
}

/** A version of a practice; who wrote it and when comes with the command. */
export interface PracticeToStore
  extends Omit<Practice, 'task' | 'personName' | 'personTitle' | 'recordedAt'> {
  readonly taskWords: string | null;
  readonly taskProduct: string | null;
  readonly taskDue: string | null;
  readonly taskGroup: string | null;
}

export async function insertPractice(context: CommandContext, tx: Tx, one: PracticeToStore): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into scoring_practice (id, version, title, place, place_code, place_year, parts, what, how, source,
      source_url, is_illustration, task_words, task_product, task_due, task_group, withdrawn_reason, by_unit_id, person_id,
      person_name, person_title, recorded_at)
    values (${one.id}, ${one.version}, ${one.title}, ${one.place}, ${one.placeCode}, ${one.placeYear}, ${one.parts}::text[],
      ${one.what}, ${one.how}, ${one.source}, ${one.sourceUrl}, ${one.isIllustration}, ${one.taskWords}, ${one.taskProduct},
      ${one.taskDue}, ${one.taskGroup}, ${one.withdrawnReason}, ${one.byUnitId}, ${actor.personId}, ${actor.name},
      ${titleOf(context)}, ${now})`);
}

export interface NewAdoption {
  readonly id: string;
  readonly practiceId: string;
  readonly practiceVersion: number;
  readonly unitId: string;
  readonly fromOn: CalendarDate;
  readonly note: string;
  readonly measure: string;
  readonly beforeValue: number | null;
}

export async function insertAdoption(context: CommandContext, tx: Tx, one: NewAdoption): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into scoring_adoption (id, practice_id, practice_version, unit_id, from_on, note, measure, before_value,
      person_id, person_name, person_title, recorded_at)
    values (${one.id}, ${one.practiceId}, ${one.practiceVersion}, ${one.unitId}, ${one.fromOn}, ${one.note}, ${one.measure},
      ${one.beforeValue}, ${actor.personId}, ${actor.name}, ${titleOf(context)}, ${now})`);
}

export interface NewOutcome {
  readonly id: string;
  readonly adoptionId: string;
  readonly seenOn: CalendarDate;
  readonly afterValue: number | null;
  readonly words: string;
}

export async function insertOutcome(context: CommandContext, tx: Tx, one: NewOutcome): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into scoring_outcome (id, adoption_id, seen_on, after_value, words, person_id, person_name,
      person_title, recorded_at)
    values (${one.id}, ${one.adoptionId}, ${one.seenOn}, ${one.afterValue}, ${one.words}, ${actor.personId}, ${actor.name},
      ${titleOf(context)}, ${now})`);
}

export interface NewDraft {
  readonly taskId: string;
  readonly planId: string;
  readonly year: number;
  readonly part: string;
  readonly practiceId: string;
  readonly practiceVersion: number;
}

export async function insertDraft(context: CommandContext, tx: Tx, one: NewDraft): Promise<void> {
  const { actor, now } = context;
  await tx.run(sql`insert into scoring_draft (task_id, plan_id, year, part, practice_id, practice_version, person_id, person_name,
      recorded_at)
    values (${one.taskId}, ${one.planId}, ${one.year}, ${one.part}, ${one.practiceId}, ${one.practiceVersion},
      ${actor.personId}, ${actor.name}, ${now})`);
}
