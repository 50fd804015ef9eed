import { type CatalogFigure, readFigureCatalog } from '../../../../reference/figures/index.ts';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import { vietnamDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { unitGroups, unitsOfDay } from '../../units/index.ts';
import { type DefinitionFacts, definitionFacts, definitionProblems } from '../domain/definition.ts';
import { figureErrors } from '../errors.ts';
import { figureEvents } from '../events.ts';
import { mayLoadCatalog } from '../policy.ts';
import { definitionsOf } from '../queries/definitions.ts';
import { insertDefinitions } from '../store-definitions.ts';

export interface LoadedCatalog {
  readonly added: readonly string[];
  /** Codes that stood already: what the tenant made of them stays. */
  readonly kept: readonly string[];
}

/**
 * Loads a catalogue of figures, the shipped one unless another is given: codes that the tenant has not yet. Throws
 * `figures.catalog_unfit` where it names a unit or group that the tenant does not have.
 */
export async function loadCatalog(
  context: CommandContext,
  tx: Tx,
  given: readonly CatalogFigure[] = readFigureCatalog(),
): Promise<LoadedCatalog> {
  ensure(mayLoadCatalog(context.actor, null), kernelErrors.forbidden);
  const known = new Set((await definitionsOf(tx)).map(({ code }) => code));
  const wanted = given.filter(({ code }) => !known.has(code));
  const [units, groups] = [await unitsOfDay(tx, vietnamDate(context.now)), await unitGroups(tx)];
  const idOf = new Map(units.tree.map(({ key, id }) => [key, id]));
  const unfit = (problem: string): AppError => new AppError(figureErrors.catalog_unfit, { problem });
  const unitNamed = (key: string): string => {
    const id = idOf.get(key);
    if (id === undefined) throw unfit(key);
    return id;
  };
  const rows = wanted.map((figure) => {
    const named = figure.enteredBy.map((one) => one.split(':') as [string, string]);
    const codes = named.filter(([type]) => type === 'group').map(([, code]) => code);
    const missing = codes.find((code) => !groups.some((group) => group.code === code));
    if (missing !== undefined) throw unfit(missing);
    const { code, owner, row: _, grade: __, enteredBy: ___, ...rest } = figure;
    const facts: DefinitionFacts = definitionFacts.parse({
      ...rest,
      ownerUnitId: unitNamed(owner),
      enteredBy: {
        groups: codes,
        kinds: [],
        unitIds: named.filter(([type]) => type === 'unit').map(([, key]) => unitNamed(key)),
      },
      askedUntil: null,
    });
    const [problem] = definitionProblems(facts);
    if (problem) throw unfit(`${code}: ${problem.message.vi}`);
    return { ...facts, id: newId(), code };
  });
  if (rows.length > 0) {
    await insertDefinitions(context, tx, rows);
    await audit(tx, context, figureEvents.catalog_loaded, {
      subject: { type: 'figures', id: newId() },
      after: { count: rows.length, codes: rows.map(({ code }) => code) },
    });
  }
  return {
    added: rows.map(({ code }) => code),
    kept: given.filter(({ code }) => known.has(code)).map(({ code }) => code),
  };
}
