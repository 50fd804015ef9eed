import type { DocumentContent } from '../../../kernel/documents/index.ts';
import { personalRows } from './personal-grid.ts';
import type { Finding, PersonalRules } from './personal-kinds.ts';
import { personalInText } from './personal-text.ts';

export { type CellFinding, personalInGrid } from './personal-grid.ts';
export { type Match, personalInText } from './personal-text.ts';

/** What looks personal in a document that was read: kind, place and a masked sample, in reading order; never the value. In pieces. */
export function* personalIn(
  { grids, paragraphs }: Pick<DocumentContent, 'grids' | 'paragraphs'>,
  rules: PersonalRules,
): Generator<Finding[]> {
  for (const grid of grids)
    for (const found of personalRows(grid, rules))
      yield found.map(({ kind, sample, row, column }) => ({
        kind,
        sample,
        place: { in: 'cell', grid: grid.name, address: grid.rows[row]?.[column]?.address ?? '' },
      }));
  for (const [index, { text }] of paragraphs.entries())
    yield personalInText(text, rules).map(({ kind, sample }) => ({
      kind,
      sample,
      place: { in: 'paragraph', number: index + 1 },
    }));
}
