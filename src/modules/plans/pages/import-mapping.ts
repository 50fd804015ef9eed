import { columnLetters } from '../../../kernel/documents/address.ts';
import type { Grid } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { button, buttonRow, csrfInput, details, field, selectField } from '../../../ui/index.ts';
import { ANNEX_COLUMNS, type AnnexMapping } from '../domain/annex-header.ts';
import { columnWords, im } from '../import-messages.ts';
import type { PreviewProps } from './import-page.ts';

function widthOf(grid: Grid): number {
  return Math.max(0, ...grid.rows.slice(0, 200).map((row) => row.length));
}

/** "C · Sản phẩm": the column's letter with what its header says. */
function columnName(grid: Grid, mapping: AnnexMapping | null, column: number): string {
  const texts = new Set<string>();
  if (mapping) {
    const { headerRow, headerHeight } = mapping;
    for (const row of grid.rows.slice(headerRow, headerRow + headerHeight))
      texts.add(row[column]?.text ?? '');
  }
  return [columnLetters(column), [...texts].filter(Boolean).join(' ').slice(0, 60)]
    .filter(Boolean)
    .join(' · ');
}

/** What each column is taken for, with a choice for each; opens by itself when no header was found. */
export function mappingForm(props: PreviewProps): Html {
  const { context, one, preview, base } = props;
  const { t, csrf } = context;
  const { reading, sources } = preview;
  const content = sources.annex;
  if (!content || content.grids.length === 0) return html``;
  const { mapping } = reading;
  const grid = content.grids[mapping?.grid ?? 0];
  if (!grid) return html``;
  const columns = [
    { value: '', text: t(im.noColumn) },
    ...Array.from({ length: widthOf(grid) }, (_, index) => ({
      value: String(index),
      text: columnName(grid, mapping, index),
    })),
  ];
  const selects = ANNEX_COLUMNS.map((column) =>
    selectField(
      {
        label: t(columnWords[column]),
        name: `cot-${column}`,
        value: String(mapping?.columns[column] ?? ''),
        options: columns,
      },
      t,
    ),
  );
  const tables = content.grids.map((one, index) => ({ value: String(index), text: one.name }));
  const form = html`<p>${t(im.mappingHint)}</p><form method="post" action="${base}/cot" class="filters">${csrfInput(csrf)}${selectField({ label: t(im.table), name: 'grid', value: String(mapping?.grid ?? 0), options: tables }, t)}${field({ label: t(im.headerRow), name: 'headerRow', value: String((mapping?.headerRow ?? 0) + 1), inputmode: 'numeric', width: 'short' }, t)}${field({ label: t(im.headerHeight), name: 'headerHeight', value: String(mapping?.headerHeight ?? 1), inputmode: 'numeric', width: 'short' }, t)}${selects}${buttonRow(button({ text: t(im.readAgain) }), one.choices.mapping !== null && button({ text: t(im.backToFound), name: 'auto', value: '1' }))}</form>`;
  return details(t(im.mapping), form, mapping === null);
}
