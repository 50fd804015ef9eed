import type { CompiledCheck } from '../domain/compiled.ts';
import { excelFormula } from '../domain/excel-formula.ts';
import { relationOf } from '../domain/expr.ts';
import type { ReadyForm, Sheet } from '../domain/sheet.ts';

const WORDS = { error: 'Lỗi', warning: 'Cảnh báo' } as const;
/** Excel takes 255 characters between quotes, and 8,192 in a formula. */
const LONGEST_TEXT = 240;
const LONGEST_FORMULA = 8_000;

const said = ({ severity, message }: CompiledCheck): string => `${WORDS[severity]}: ${message.vi}`;

/** What a cell says of some checks: those that are broken, in words; empty while all hold or are not known. */
export function checkFormula(
  checks: readonly CompiledCheck[],
  at: (name: string) => string | undefined,
  ready: ReadyForm,
): string {
  const words = new Set(
    ready.compiled.cells.filter((cell) => cell.input?.type === 'words').map((cell) => cell.key),
  );
  const places = { at, isWords: (name: string) => words.has(relationOf(name).key) };
  let formula = '""';
  for (const check of checks) {
    const holds = excelFormula(check.expr, places);
    if (holds === undefined) continue;
    const text = `${said(check).slice(0, LONGEST_TEXT).replaceAll('"', '""')} `;
    const next = `${formula === '""' ? '' : `${formula}&`}IF(IFERROR(${holds},TRUE),"","${text}")`;
    // What does not fit is checked when the file comes back.
    if (next.length > LONGEST_FORMULA) break;
    formula = next;
  }
  return formula;
}

/** The same as it stands now. */
export function checkWords(checks: readonly CompiledCheck[], sheet: Sheet): string {
  const broken = new Set(sheet.broken.map((check) => check.key));
  return checks
    .filter((check) => broken.has(check.key))
    .map((check) => `${said(check).slice(0, LONGEST_TEXT)} `)
    .join('');
}
