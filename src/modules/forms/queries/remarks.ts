import type { Db } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { remarksOf } from '../../figures/index.ts';
import type { ReadyForm } from '../domain/sheet.ts';

/** What somebody said beside a cell of a sheet. */
export interface SheetRemark {
  readonly unitId: string;
  /** The cell in this form; a figure's remarks show in every form that shows the figure. */
  readonly key: string;
  readonly words: string;
  readonly personName: string;
  readonly recordedAt: Date;
}

/** Remarks beside the cells of any number of units' sheets, in the order in which they were made; two statements. */
export async function sheetRemarks(
  db: Db,
  { form, compiled }: ReadyForm,
  unitIds: readonly string[],
  periodCode: string,
): Promise<SheetRemark[]> {
  const free = await db.rows(
    query({ unitId: 'uuid', key: 'text', words: 'text', personName: 'text', recordedAt: 'instant' } as const)`
      select r.unit_id as "unitId", r.cell_key as key, r.words, r.person_name as "personName", r.recorded_at as "recordedAt"
      from forms_remark r
      where r.form_id = ${form.id} and r.unit_id = any(${unitIds}::uuid[]) and r.period_code = ${periodCode}
      order by r.seq`,
  );
  // A rate stands in two cells; its remarks stand at the first.
  const cells = new Map<string, string>();
  for (const { key, figure } of compiled.cells)
    if (figure?.relation === 'this' && !cells.has(figure.id)) cells.set(figure.id, key);
  const beside = await remarksOf(db, {
    figureIds: [...cells.keys()],
    unitIds,
    periodCodes: [periodCode],
    asOf: null,
  });
  const ofFigures = beside.map(({ figureId, unitId, words, personName, recordedAt }) => ({
    unitId,
    key: cells.get(figureId) ?? '',
    words,
    personName,
    recordedAt,
  }));
  return [...free, ...ofFigures];
}
