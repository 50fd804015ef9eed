import { createHash } from 'node:crypto';
import { z } from 'zod';
import { audit, type CommandContext } from '../../../kernel/audit.ts';
import type { Db, Tx } from '../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { type Boundary, pointsOf } from '../domain/boundary.ts';
import { planBoundaries } from '../domain/boundary-plan.ts';
import { featureCount, type ReadFeatures, readFeatures } from '../domain/geojson.ts';
import type { ImportProblem } from '../domain/import-record.ts';
import { simplify } from '../domain/simplify.ts';
import { unitErrors } from '../errors.ts';
import { unitEvents } from '../events.ts';
import { unitLimits } from '../limits.ts';
import { inputMessages as m } from '../messages.ts';
import { mayChangeUnits } from '../policy.ts';
import { boundariesAsStored } from '../queries/boundaries.ts';
import { addBoundaries, loadRegister, lockTree } from '../store.ts';
import { requiredDate, requiredText } from './fields.ts';

export const boundariesInput = z.object({
  from: requiredDate,
  source: requiredText(300, m.sourceMissing, m.sourceTooLong).refine((text) => text.length >= 3, {
    params: { message: m.sourceMissing },
  }),
});

export interface ImportBoundariesInput extends z.infer<typeof boundariesInput> {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface BoundaryLine {
  readonly unitId: string;
  readonly name: string;
  readonly boundary: Boundary;
  readonly what: 'new' | 'changed' | 'unchanged';
}

export interface BoundariesOutcome {
  readonly fileHash: string;
  readonly lines: readonly BoundaryLine[];
  readonly problems: readonly ImportProblem[];
  /** Points in the file, and those that are kept. */
  readonly points: { readonly read: number; readonly kept: number };
}

/** About ten metres: what a map of a commune on a screen can show. */
const FINEST_DEGREES = 1e-4;

/** Throws `units.boundary_bad_json`, `units.boundary_too_many` and `units.boundary_too_fine`. */
export function readBoundariesFile(fileName: string, bytes: Uint8Array): ReadFeatures {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError(unitErrors.boundary_bad_json, { file: fileName });
  }
  const count = featureCount(value);
  ensure(count <= unitLimits.boundary_features, unitErrors.boundary_too_many, {
    count,
    limit: unitLimits.boundary_features,
  });
  const read = readFeatures(value);
  ensure(read, unitErrors.boundary_bad_json, { file: fileName });
  const points = read.features.reduce((sum, one) => sum + pointsOf(one.boundary), 0);
  ensure(points <= unitLimits.boundary_points_read, unitErrors.boundary_too_fine, {
    count: points,
    limit: unitLimits.boundary_points_read,
  });
  return read;
}

/** What importing the file would do. Changes nothing and takes no lock. */
export async function previewBoundaries(db: Db, input: ImportBoundariesInput): Promise<BoundariesOutcome> {
  const read = readBoundariesFile(input.fileName, input.bytes);
  const plan = planBoundaries(await loadRegister(db), read, input.from);
  const full = new Map(plan.boundaries.map(({ unitId, boundary }) => [unitId, boundary]));
  const fewer = withFewerPoints(full);
  const stood = await boundariesAsStored(db, input.from);
  const lines = plan.boundaries.map(({ unitId, name }): BoundaryLine => {
    const boundary = fewer.get(unitId) ?? [];
    const before = stood.get(unitId);
    const same = before !== undefined && JSON.stringify(before) === JSON.stringify(boundary);
    return { unitId, name, boundary, what: before === undefined ? 'new' : same ? 'unchanged' : 'changed' };
  });
  return {
    fileHash: createHash('sha256').update(input.bytes).digest('hex'),
    lines,
    problems: [...plan.problems].sort(
      (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
    ),
    points: { read: total(full), kept: total(fewer) },
  };
}

const total = (boundaries: ReadonlyMap<string, Boundary>): number =>
  [...boundaries.values()].reduce((sum, boundary) => sum + pointsOf(boundary), 0);

/** As fine as the limit of points allows. */
function withFewerPoints(full: ReadonlyMap<string, Boundary>): Map<string, Boundary> {
  let tolerance = FINEST_DEGREES;
  let fewer = simplify(full, tolerance);
  // A ring keeps at least four points, so a file of very many rings may stay above the limit: twenty times is 100 degrees.
  for (let times = 0; times < 20 && total(fewer) > unitLimits.boundary_points; times++) {
    tolerance *= 2;
    fewer = simplify(full, tolerance);
  }
  return fewer;
}

/**
 * Keeps the boundaries of a GeoJSON file from a day on. Throws `units.boundary_has_errors`, with every problem at its feature, and
 * keeps nothing when there is an error. Units that the file does not name stay as they are.
 */
export async function importBoundaries(
  context: CommandContext,
  tx: Tx,
  input: ImportBoundariesInput,
): Promise<BoundariesOutcome> {
  ensure(mayChangeUnits(context.actor, null), kernelErrors.forbidden);
  await lockTree(tx);
  const outcome = await previewBoundaries(tx, input);
  const errors = outcome.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0)
    throw new AppError(
      unitErrors.boundary_has_errors,
      { count: errors.length },
      errors.slice(0, unitLimits.import_problems_shown).map(({ place, message, params }) => ({
        field: place,
        message,
        ...(params === undefined ? {} : { params }),
      })),
    );
  const put = outcome.lines.filter((line) => line.what !== 'unchanged');
  await addBoundaries(
    tx,
    put.map(({ unitId, boundary }) => ({ id: newId(), unitId, boundary })),
    { from: input.from, source: input.source, fileHash: outcome.fileHash, now: context.now },
  );
  await audit(tx, context, unitEvents.boundaries_imported, {
    subject: { type: 'units_boundary', id: outcome.fileHash },
    after: {
      fileName: input.fileName,
      fileHash: outcome.fileHash,
      from: input.from,
      source: input.source,
      unitIds: put.map((line) => line.unitId),
      points: outcome.points,
    },
  });
  return outcome;
}
