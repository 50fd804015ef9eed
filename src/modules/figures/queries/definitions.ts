import type { Db } from '../../../kernel/db/database.ts';
import { keptUntilChanged } from '../../../kernel/db/kept.ts';
import { sql } from '../../../kernel/db/sql.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { type Pair, similarPairs } from '../domain/similar.ts';
import { selectDefinitions } from './definition-rows.ts';
import { definitionRows } from './source-sql.ts';

/** All figures that are defined; shared between requests, so never changed. */
export interface Catalog {
  readonly definitions: readonly FigureDefinition[];
  /** Those that resemble each other: compared with each other once, by whoever asks first. */
  similar(): readonly Pair<FigureDefinition>[];
}

async function load(db: Db): Promise<Catalog> {
  const definitions = await selectDefinitions(db, sql`${definitionRows(null)} order by d.code collate "C"`);
  let pairs: readonly Pair<FigureDefinition>[] | undefined;
  return {
    definitions,
    similar() {
      pairs ??= similarPairs(definitions);
      return pairs;
    },
  };
}

const kept = keptUntilChanged('figures_definition', 1, (db) => load(db));

/** The figures as they stand, kept in memory until one changes. */
export function catalogOf(db: Db): Promise<Catalog> {
  return kept(db, '');
}

/** Every definition by code, as it stands or as it stood just before `asOf`. */
export async function definitionsOf(db: Db, asOf: Date | null = null): Promise<readonly FigureDefinition[]> {
  if (asOf === null) return (await catalogOf(db)).definitions;
  return selectDefinitions(db, sql`${definitionRows(asOf)} order by d.code collate "C"`);
}

/** Those with these ids or codes, in one statement. */
export async function definitionsNamed(
  db: Db,
  named: { readonly ids: readonly string[]; readonly codes: readonly string[] },
): Promise<FigureDefinition[]> {
  return selectDefinitions(
    db,
    sql`figures_definition d where d.id = any(${named.ids}::uuid[]) or d.code = any(${named.codes}::text[])`,
  );
}

/** All that a definition was, the first first: each with the revision it had. */
export async function definitionHistory(db: Db, figureId: string): Promise<FigureDefinition[]> {
  const columns = sql`id, code, name, unit_of_measure, number_kind, decimals, at_most, numerator_label, denominator_label, is_part,
    dimension, sub_dimension, direction, entered_by, owner_unit_id, periods, is_cumulative, evidence_wanted, roll_up, target, source,
    note, asked_until, revision, changed_at, changed_by`;
  return selectDefinitions(
    db,
    sql`(select ${columns} from figures_definition where id = ${figureId}::uuid
      union all select ${columns} from figures_definition_past where id = ${figureId}::uuid) d order by d.revision`,
  );
}
