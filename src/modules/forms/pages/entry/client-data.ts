import { formatInstant } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { wrongWords } from '../../cell-messages.ts';
import type { CellValue, CompiledCell, CompiledForm } from '../../domain/compiled.ts';
import type { EntryCell, EntryData, EntrySheet, EntryWords } from '../../domain/entry-data.ts';
import { cellsOfCheck, cellsRead, relationOf } from '../../domain/expr.ts';
import { browser, m } from '../../messages-entry.ts';
import { checkText, filledBy } from './labels.ts';
import { cellsPath } from './paths.ts';
import type { FormScene, UnitScene } from './scene.ts';

export interface EntryParts {
  readonly form: FormScene;
  readonly units: readonly UnitScene[];
  /** Of the cells that the page shows; those that their formulas and checks read go along. */
  readonly shown: readonly CompiledCell[];
  /** Of a page of many units, whose checks name the unit: the row that it shows; `null` for a page of one unit. */
  readonly onlyRow: string | null;
}

/** What the program in the browser is given. */
export function entryData(context: RequestContext, { form, units, shown, onlyRow }: EntryParts): EntryData {
  const { compiled } = form.ready;
  const cells = withThoseRead(compiled, shown);
  const keys = new Set(cells.map(({ key }) => key));
  const checks = compiled.checks.filter((check) => cellsOfCheck(check).every((key) => keys.has(key)));
  return {
    lang: context.lang,
    person: context.actor.personId ?? '',
    place: `${form.ready.form.id} ${form.period.code}`,
    saveTo: cellsPath(form.ready.form.id, form.period.code),
    csrf: context.csrf,
    form: { cells, checks },
    checkTexts: Object.fromEntries(
      checks.map((check) => [check.key, checkText(context, compiled, check, onlyRow ?? undefined)]),
    ),
    sheets: units.map((unit) => entrySheet(context, unit, cells, onlyRow !== null)),
    words: words(context),
  };
}

/** The cells shown, those of their checks, and whatever formulas of all these are computed from. */
function withThoseRead(form: CompiledForm, shown: readonly CompiledCell[]): CompiledCell[] {
  const keys = new Set(shown.map(({ key }) => key));
  const wanted = form.checks.filter((check) => cellsOfCheck(check).some((key) => keys.has(key)));
  const byKey = new Map(form.cells.map((cell) => [cell.key, cell]));
  const found = new Map<string, CompiledCell>();
  const visit = (key: string): void => {
    const cell = byKey.get(key);
    if (!cell || found.has(key)) return;
    found.set(key, cell);
    if (cell.expr) for (const name of cellsRead(cell.expr)) visit(relationOf(name).key);
  };
  for (const key of [...keys, ...wanted.flatMap(cellsOfCheck)]) visit(key);
  return form.cells.filter(({ key, kind }) => found.has(key) && kind !== 'none');
}

function entrySheet(
  context: RequestContext,
  { unit, sheet, entered, remarks }: UnitScene,
  cells: readonly CompiledCell[],
  isMany: boolean,
): EntrySheet {
  const formulas = new Set(cells.filter((cell) => cell.expr).map(({ key }) => key));
  const keys = new Set(cells.map(({ key }) => key));
  const values = Object.entries(sheet.values).filter((entry): entry is [string, CellValue] => {
    const { key } = relationOf(entry[0]);
    return keys.has(key) && !formulas.has(key) && entry[1] !== undefined;
  });
  const facts = cells
    .filter(({ key }) => entered.has(key))
    .map(({ key }): [string, EntryCell] => [
      key,
      {
        revision: sheet.cells[key]?.revision ?? 0,
        by: filledBy(context, sheet.cells[key]),
        remarks: remarks
          .filter((remark) => remark.key === key)
          .map(
            ({ words: said, personName, recordedAt }) =>
              `${personName}, ${formatInstant(recordedAt)}: ${said}`,
          ),
      },
    ]);
  return {
    unitId: unit.id,
    name: isMany ? unit.name : '',
    values: Object.fromEntries(values),
    cells: Object.fromEntries(facts),
  };
}

function words({ t }: RequestContext): EntryWords {
  const said = Object.entries(browser).map(([key, message]) => [key, t(message)]);
  const unread = Object.entries(wrongWords).map(([key, message]) => [key, t(message)]);
  return { ...Object.fromEntries(said), unread: Object.fromEntries(unread) } as EntryWords;
}

/** The facts of the cell in hand: only a program shows it, so it begins hidden. */
export function cellPanel({ t }: RequestContext, { form }: Pick<EntryParts, 'form'>): Html {
  const rest = `/${form.period.code}/${form.ready.form.id}/o/`;
  return html`<section class="card cell-panel" data-part="panel" aria-label="${t(m.panel)}" hidden><p class="cell-panel-head"><strong data-part="title"></strong> <span data-part="state"></span></p><div class="cell-panel-conflict" data-part="conflict" hidden><p data-part="conflict-said"></p><div class="buttons"><button type="button" class="btn btn-secondary btn-small" data-act="mine">${t(m.keep_mine)}</button><button type="button" class="btn btn-secondary btn-small" data-act="theirs">${t(m.take_theirs)}</button></div></div><dl class="cell-panel-facts"><div><dt>${t(m.previous)}</dt><dd data-part="previous"></dd></div><div><dt>${t(m.same)}</dt><dd data-part="same"></dd></div><div><dt>${t(m.by)}</dt><dd data-part="by"></dd></div></dl><ul class="plain" data-part="remarks"></ul><div class="cell-panel-acts"><label for="cell-reason">${t(m.reason)}</label><input type="text" id="cell-reason" data-part="reason" maxlength="300" autocomplete="off"><button type="button" class="btn btn-secondary btn-small" data-act="none">${t(m.set_no_data)}</button><a data-part="more" data-base="/so-lieu/" data-rest="${rest}" href="#main">${t(m.more)}</a></div></section>`;
}
