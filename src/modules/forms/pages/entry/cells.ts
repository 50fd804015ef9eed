import { z } from 'zod';
import { formatInstant } from '../../../../kernel/dates.ts';
import type { Db } from '../../../../kernel/db/database.ts';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import { answerJson, post, type RequestContext, signedIn } from '../../../../kernel/http/route.ts';
import { mayEnterForUnit } from '../../../figures/index.ts';
import { unitsOnDays } from '../../../units/index.ts';
import { saveCells } from '../../commands/save-cells.ts';
import type { EntryOutcome, EntrySave, EntrySaved } from '../../domain/entry-data.ts';
import type { CellOutcome, SaveCellsOutcome, Sheet } from '../../domain/sheet.ts';
import { formErrors } from '../../errors.ts';
import { formLimits } from '../../limits.ts';
import { maySeeSheet } from '../../policy.ts';
import { type FormScene, formScene } from './scene.ts';

const cellValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('date'), on: z.string().max(10) }),
  z.strictObject({ kind: z.literal('words'), words: z.string().max(2000) }),
  z.strictObject({ kind: z.literal('no_data'), reason: z.string().max(300) }),
]);

const saveSchema = z.strictObject({
  cells: z
    .array(
      z.strictObject({
        unitId: z.uuid(),
        key: z.string().min(3).max(41),
        value: cellValue.nullable(),
        revision: z.int().min(0),
      }),
    )
    .min(1)
    .max(formLimits.cells_a_request),
}) satisfies z.ZodType<EntrySave>;

/** What the grid in the browser sends while one types: 409 when somebody else changed a cell, 422 when one cannot be saved. The others are saved. */
export const cells = post({
  path: '/so-lieu/:formId/:period/o',
  method: 'PUT',
  access: signedIn,
  rate: 'write',
  body: saveSchema,
  unaudited: 'rooms record what was changed; a cell sent twice changes nothing the second time',
  async handle(context, tx, { params, body }) {
    const scene = await formScene(tx, params.formId, params.period);
    await checkPlaces(context, tx, scene, body);
    const saved = await saveCells(context, tx, {
      formId: params.formId,
      periodCode: params.period,
      cells: body.cells,
      via: 'page',
    });
    return answerJson(told(context, scene, saved), statusOf(saved));
  },
});

/** Units that the person does not see are not there; who sees them but enters for none is refused. */
async function checkPlaces(
  context: RequestContext,
  db: Db,
  scene: FormScene,
  body: EntrySave,
): Promise<void> {
  const { actor } = context;
  const { ready, period } = scene;
  const ids = [...new Set(body.cells.map((cell) => cell.unitId))];
  const units = await unitsOnDays(db, ids, [period.toOn]);
  const { ownerUnitId } = ready.form;
  const seen = units.filter(({ lineage }) => maySeeSheet(actor, { lineage, ownerUnitId }));
  ensure(seen.length === ids.length, formErrors.not_found);
  const owners = [ownerUnitId, ...[...ready.definitions.values()].map((one) => one.ownerUnitId)];
  const enters = seen.some(({ lineage }) =>
    owners.some((owner) => mayEnterForUnit(actor, { lineage, ownerUnitId: owner })),
  );
  if (!enters) throw new AppError(formErrors.not_allowed);
}

function statusOf({ counts }: SaveCellsOutcome): number {
  if (counts.conflict > 0) return 409;
  return counts.problem > 0 ? 422 : 200;
}

function told(context: RequestContext, { ready }: FormScene, saved: SaveCellsOutcome): EntrySaved {
  const entered = ready.compiled.cells.filter((cell) => cell.input !== null);
  const cellsOf = (sheet: Sheet): EntrySaved['sheets'][number]['cells'] =>
    Object.fromEntries(
      entered.map(({ key }) => {
        const cell = sheet.cells[key];
        return [key, { value: cell?.value ?? null, revision: cell?.revision ?? 0 }];
      }),
    );
  return {
    cells: saved.cells.map((outcome) => toldOne(context, outcome)),
    sheets: saved.sheets.map((sheet) => ({
      unitId: sheet.unitId,
      cells: cellsOf(sheet),
      asked: sheet.asked,
      filled: sheet.filled,
    })),
    at: formatInstant(context.now).slice(-5),
  };
}

function toldOne({ t }: RequestContext, outcome: CellOutcome): EntryOutcome {
  const { unitId, key } = outcome;
  switch (outcome.outcome) {
    case 'conflict': {
      const { value, byName, changedAt, revision } = outcome;
      return { unitId, key, outcome: 'conflict', revision, value, who: byName, at: formatInstant(changedAt) };
    }
    case 'problem':
      return { unitId, key, outcome: 'problem', message: t(outcome.error, outcome.params) };
    default:
      return { unitId, key, outcome: outcome.outcome, revision: outcome.revision };
  }
}
