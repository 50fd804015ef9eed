import type { Db } from '../../src/kernel/db/database.ts';
import { lineStamp } from '../../src/modules/unitplans/line-stamp.ts';
import { loadLines } from '../../src/modules/unitplans/store-draft.ts';

/** The fields of a draft's form for all its lines, with what `change` says of each. */
export async function draftForm(
  db: Db,
  unitPlanId: string,
  change: (words: string, index: number) => Record<string, string> = () => ({}),
): Promise<Record<string, string>> {
  const lines = await loadLines(db, unitPlanId);
  const fields: Record<string, string> = { viec: 'luu', xem: 'tat-ca', trang: '1' };
  for (const [index, line] of lines.entries()) {
    const typed = {
      stamp: lineStamp(line),
      how: line.how,
      product: line.product,
      responsible: line.responsible,
      dueWords: line.dueWords,
      ...(line.taskId === null ? { words: line.words ?? '', dimension: String(line.dimension) } : {}),
      ...change(line.dueWords, index),
    };
    for (const [name, value] of Object.entries(typed)) fields[`${line.id}.${name}`] = value;
  }
  return fields;
}
