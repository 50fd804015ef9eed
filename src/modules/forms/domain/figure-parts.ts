import type { Figure } from '../../figures/index.ts';
import type { CellValue } from './compiled.ts';
import type { FigurePart } from './spec.ts';

const thousandths = (number: number): number => Math.round(number * 1000) / 1000;

/** What one cell shows of a figure's value; “no data” is said in every part of it. */
export function partOfFigure(figure: Figure | null | undefined, part: FigurePart): CellValue | null {
  if (!figure) return null;
  switch (figure.kind) {
    case 'number':
      return part === 'value' ? { kind: 'number', number: figure.number } : null;
    case 'date':
      return part === 'value' ? { kind: 'date', on: figure.on } : null;
    case 'words':
      return part === 'value' ? { kind: 'words', words: figure.words } : null;
    case 'no_data':
      return { kind: 'no_data', reason: figure.reason };
    case 'rate': {
      if (part === 'numerator') return { kind: 'number', number: figure.numerator };
      if (part === 'denominator') return { kind: 'number', number: figure.denominator };
      if (part !== 'percent' || figure.denominator === 0) return null;
      return { kind: 'number', number: thousandths((figure.numerator / figure.denominator) * 100) };
    }
  }
}

/** What is added up from the beginning of the year: a figure's values of its periods, the earliest first. */
export function sinceNewYear(
  figures: readonly (Figure | undefined)[],
  rollUp: 'sum' | 'rate' | 'last' | 'none',
): Figure | null {
  const last = figures.at(-1) ?? null;
  if (rollUp === 'none' || rollUp === 'last') return last;
  let number = 0;
  let [numerator, denominator] = [0, 0];
  for (const figure of figures) {
    // One period unknown makes the year unknown.
    if (!figure || figure.kind === 'no_data') return null;
    if (figure.kind === 'number') number += figure.number;
    if (figure.kind === 'rate') {
      numerator += figure.numerator;
      denominator += figure.denominator;
    }
  }
  if (last?.kind === 'rate')
    return { kind: 'rate', numerator: thousandths(numerator), denominator: thousandths(denominator) };
  return last?.kind === 'number' ? { kind: 'number', number: thousandths(number) } : last;
}
