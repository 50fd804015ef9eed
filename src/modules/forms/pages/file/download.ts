import { formatDate } from '../../../../kernel/dates.ts';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import { type Answer, get, signedIn } from '../../../../kernel/http/route.ts';
import { unitsOfDay } from '../../../units/index.ts';
import { formErrors } from '../../errors.ts';
import type { UnitSheet } from '../../template/layout.ts';
import { writeTemplate } from '../../template/write-template.ts';
import { type FormScene, formScene, sheetScene, unitScenes } from '../entry/scene.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function workbook({ ready, period }: FormScene, units: readonly UnitSheet[]): Answer {
  const days = `từ ${formatDate(period.fromOn)} đến ${formatDate(period.toOn)}`;
  const body = writeTemplate(ready, units, { code: period.code, name: period.name.vi, days });
  const code = ready.form.code.replace(/[^A-Za-z0-9.-]+/g, '-');
  return { kind: 'file', body, mediaType: XLSX, fileName: `${code}_${period.code.replace('..', '_')}.xlsx` };
}

/** One unit's sheet as a workbook to be filled in, also where nothing may be entered any more: then it is read. */
export const downloadSheet = get({
  path: '/so-lieu/:unitId/:period/:formId{[0-9a-f-]{36}}/tep',
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    const scene = await sheetScene(context, params);
    return workbook(scene, [{ sheet: scene.sheet, unitName: scene.unit.name }]);
  },
});

/** All units that this person sees, one a line; a form of fixed rows has one workbook a unit. */
export const downloadAll = get({
  path: '/so-lieu/:formId/:period/tat-ca/tep',
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    const { db } = context;
    const form = await formScene(db, params.formId, params.period);
    if (!form.ready.compiled.rowsAreUnits) throw new AppError(formErrors.one_workbook_a_unit);
    const units = await unitsOfDay(db, form.period.toOn);
    const scenes = await unitScenes(
      context,
      db,
      form,
      units.tree.map(({ id }) => id),
    );
    ensure(scenes.length > 0, formErrors.not_found);
    return workbook(
      form,
      scenes.map(({ sheet, unit }) => ({ sheet, unitName: unit.name })),
    );
  },
});
