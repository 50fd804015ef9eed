import type { CellInput, CellValue } from './compiled.ts';
import { type CellWrong, numberWrong, readDay } from './read-cell.ts';

/** What is wrong with a value that came as data; `undefined` when it may stand in the cell. */
export function valueWrong(input: CellInput, value: CellValue): CellWrong | undefined {
  if (value.kind === 'no_data') {
    if (value.reason.trim() === '') return 'reason_missing';
    return value.reason.length > 300 ? 'reason_too_long' : undefined;
  }
  if (input.type === 'number') {
    if (value.kind !== 'number' || !Number.isFinite(value.number)) return 'not_a_number';
    return numberWrong(input, value.number);
  }
  if (input.type === 'date')
    return value.kind === 'date' && readDay(value.on) === value.on ? undefined : 'not_a_date';
  if (value.kind !== 'words' || value.words.trim() === '') return 'not_words';
  return value.words.length > 2000 ? 'too_long' : undefined;
}
