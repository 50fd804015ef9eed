import type { DocumentContent } from '../../../kernel/documents/index.ts';
import { personalInGrid } from './personal-grid.ts';
import type { Finding, PersonalRules } from './personal-kinds.ts';
import { personalInText } from './personal-text.ts';

export { type CellFinding, personalInGrid } from './personal-grid.ts';
export { type Match, personalInText } from './personal-text.ts';

/** What looks personal in a document that was read: kind, place and a masked sample, in reading order; never the value. */
export function personalIn(
  { grids, paragraphs }: Pick<DocumentContent, 'grids' | 'paragraphs'>,
  rules: PersonalRules,
): Finding[] {
  const inGrids = grids.flatMap((grid) =>
    personalInGrid(grid, rules).map(
      ({ kind, sample, row, column }): Finding => ({
        kind,
        sample,
        place: { in: 'cell', grid: grid.name, address: grid.rows[row]?.[column]?.address ?? '' },
      }),
    ),
  );
  const inText = paragraphs.flatMap(({ text }, index) =>
    personalInText(text, rules).map(
      ({ kind, sample }): Finding => ({ kind, sample, place: { in: 'paragraph', number: index + 1 } }),
    ),
  );
  return [...inGrids, ...inText];
}
