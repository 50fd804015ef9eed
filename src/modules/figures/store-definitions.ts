import type { CommandContext } from '../../kernel/audit.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/sql.ts';
import type { DefinitionFacts } from './domain/definition.ts';
import { storedEnteredBy } from './domain/definition-parts.ts';
import type { FigureDefinition } from './domain/figure.ts';
import { selectDefinitions } from './queries/definition-rows.ts';

export interface NewDefinition extends DefinitionFacts {
  readonly id: string;
  readonly code: string;
}

/** Definitions as they go into their columns, in one statement for any number. */
export async function insertDefinitions(
  context: CommandContext,
  tx: Tx,
  figures: readonly NewDefinition[],
): Promise<void> {
  const of = <T>(pick: (figure: NewDefinition) => T): T[] => figures.map(pick);
  await tx.run(sql`insert into figures_definition (id, code, name, unit_of_measure, number_kind, decimals, at_most, numerator_label,
      denominator_label, is_part, dimension, sub_dimension, direction, entered_by, owner_unit_id, periods, is_cumulative,
      evidence_wanted, roll_up, target, source, note, asked_until, changed_at, changed_by)
    select n.*, ${context.now}::timestamptz, ${context.actor.name}
    from unnest(${of((one) => one.id)}::uuid[], ${of((one) => one.code)}::text[], ${of((one) => one.name)}::text[],
      ${of((one) => one.unitOfMeasure)}::text[], ${of((one) => one.numberKind)}::text[], ${of((one) => one.decimals)}::smallint[],
      ${of((one) => one.atMost)}::numeric[], ${of((one) => one.numeratorLabel)}::text[],
      ${of((one) => one.denominatorLabel)}::text[], ${of((one) => one.isPart)}::boolean[], ${of((one) => one.dimension)}::smallint[],
      ${of((one) => one.subDimension)}::text[], ${of((one) => one.direction)}::text[],
      ${of((one) => JSON.stringify(storedEnteredBy(one.enteredBy)))}::jsonb[], ${of((one) => one.ownerUnitId)}::uuid[],
      ${of((one) => JSON.stringify(one.periods))}::jsonb[], ${of((one) => one.isCumulative)}::boolean[],
      ${of((one) => one.evidenceWanted)}::boolean[], ${of((one) => one.rollUp)}::text[], ${of((one) => one.target)}::numeric[],
      ${of((one) => one.source)}::text[], ${of((one) => one.note)}::text[], ${of((one) => one.askedUntil)}::date[]) n`);
}

export async function updateDefinition(
  context: CommandContext,
  tx: Tx,
  id: string,
  facts: DefinitionFacts,
): Promise<void> {
  await tx.run(sql`update figures_definition set name = ${facts.name}, unit_of_measure = ${facts.unitOfMeasure},
      number_kind = ${facts.numberKind}, decimals = ${facts.decimals}, at_most = ${facts.atMost}, numerator_label = ${facts.numeratorLabel},
      denominator_label = ${facts.denominatorLabel}, is_part = ${facts.isPart}, dimension = ${facts.dimension},
      sub_dimension = ${facts.subDimension}, direction = ${facts.direction},
      entered_by = ${JSON.stringify(storedEnteredBy(facts.enteredBy))}, owner_unit_id = ${facts.ownerUnitId},
      periods = ${JSON.stringify(facts.periods)}, is_cumulative = ${facts.isCumulative}, evidence_wanted = ${facts.evidenceWanted},
      roll_up = ${facts.rollUp}, target = ${facts.target}, source = ${facts.source}, note = ${facts.note},
      asked_until = ${facts.askedUntil}, changed_at = ${context.now}, changed_by = ${context.actor.name}
    where id = ${id}`);
}

/** The definition, held until the transaction ends. */
export async function lockDefinition(tx: Tx, id: string): Promise<FigureDefinition | undefined> {
  return (await selectDefinitions(tx, sql`figures_definition d where d.id = ${id}::uuid for update of d`))[0];
}

/** Makes definitions wait for each other, so that two alike made side by side still meet. */
export async function lockCatalog(tx: Tx): Promise<void> {
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || '.figures_definition', 0))`,
  );
}
