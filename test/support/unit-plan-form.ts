import type { CommandContext } from '../../src/kernel/audit.ts';
import { calendarDate } from '../../src/kernel/dates.ts';
import type { Db, Tx } from '../../src/kernel/db/database.ts';
import { saveLines } from '../../src/modules/unitplans/index.ts';
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

/** Fills every line of a draft so that nothing is missing. */
export async function fillDraft(context: CommandContext, tx: Tx, unitPlanId: string): Promise<void> {
  const lines = (await loadLines(tx, unitPlanId)).map((line) => [
    line.id,
    {
      stamp: lineStamp(line),
      how: 'Làm tại từng thôn',
      product: line.product,
      responsible: 'Công chức Tư pháp - Hộ tịch',
      dueWords: line.dueWords === 'Thường xuyên' ? 'Hằng quý' : line.dueWords,
      words: line.words,
      dimension: line.dimension,
    },
  ]);
  await saveLines(context, tx, { unitPlanId, lines: Object.fromEntries(lines) });
}

/** The signature of a unit plan issued on the day. */
export function signedAs(unitPlanId: string, on: string, number = '12/KH-UBND') {
  return {
    unitPlanId,
    number,
    issuedOn: calendarDate(on),
    signerName: 'Nguyễn Văn Mẫu',
    signerTitle: 'Chủ tịch',
  };
}
