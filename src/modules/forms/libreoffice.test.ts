import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryFormula,
  arbitraryNumbers,
  FORMULA_CELLS,
} from '../../../test/support/arbitrary-formula.ts';
import { columnLetters, writeCells } from '../../kernel/documents/index.ts';
import { fromNumber, toNumber } from './domain/decimal.ts';
import { evaluate } from './domain/evaluate.ts';
import { excelCell } from './domain/excel-formula.ts';

/** LibreOffice with its spreadsheet program, which distributions pack apart. */
const OFFICE = ['/usr/lib/libreoffice/program', '/usr/lib64/libreoffice/program', '/opt/libreoffice/program']
  .filter((folder) => existsSync(path.join(folder, 'libsclo.so')))
  .map((folder) => path.join(folder, 'soffice'))[0];

/** Opens a workbook in LibreOffice and answers the cells of its first sheet, computed there. */
async function computed(bytes: Uint8Array): Promise<string[][]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'danbiet-office-'));
  try {
    await writeFile(path.join(folder, 'book.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    // 59: semicolons; 76: UTF-8; the last one: as computed, not as shown.
    const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false';
    await promisify(execFile)(
      OFFICE ?? '',
      [profile, '--headless', '--convert-to', filter, '--outdir', folder, path.join(folder, 'book.xlsx')],
      {
        timeout: 100_000,
      },
    );
    const text = await readFile(path.join(folder, 'book.csv'), 'utf8');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The other proofs of formulas run everywhere; a real spreadsheet program only where there is one.
describe.runIf(OFFICE !== undefined)('formulas in LibreOffice', () => {
  it('say the same as the page over random expressions and cells', { timeout: 120_000 }, async () => {
    const cases = fc
      .sample(fc.tuple(arbitraryFormula, arbitraryNumbers), { numRuns: 1500, seed: 7 })
      .filter(([, numbers]) => Object.values(numbers).every((number) => number < 1e6))
      .flatMap(([expr, numbers], row) => {
        const at = (name: string): string =>
          `${columnLetters((FORMULA_CELLS as readonly string[]).indexOf(name))}${row + 1}`;
        const formula = excelCell(expr, { at, isWords: () => false });
        return [{ expr, numbers, formula }];
      });
    const rows = cases.map(({ numbers, formula }) => ({
      cells: [
        ...FORMULA_CELLS.flatMap((name, column) =>
          numbers[name] === undefined ? [] : [{ column, style: {}, value: numbers[name] }],
        ),
        {
          column: FORMULA_CELLS.length,
          style: {},
          ...(formula === undefined ? { value: 'left out' } : { formula }),
        },
      ],
    }));
    const answers = await computed(writeCells([{ name: 'Biểu', widths: [], rows }]));
    let compared = 0;
    const differing = cases.flatMap(({ expr, numbers, formula }, row) => {
      if (formula === undefined) return [];
      compared += 1;
      const answer = answers[row]?.[FORMULA_CELLS.length] ?? '';
      const found = evaluate(expr, (name) =>
        numbers[name] === undefined ? null : fromNumber(numbers[name]),
      );
      const ours = found === null ? null : toNumber(found);
      const theirs = answer === '' ? null : answer === 'TRUE' ? 1 : answer === 'FALSE' ? 0 : Number(answer);
      const near =
        ours !== null && theirs !== null && Math.abs(ours - theirs) <= 1e-5 * Math.max(1, Math.abs(ours));
      return near || ours === theirs ? [] : [{ expr: JSON.stringify(expr), numbers, ours, theirs }];
    });
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });
});
