import { formatInstant } from '../../../../kernel/dates.ts';
import type { Db } from '../../../../kernel/db/database.ts';
import type { FieldProblem } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { csrfInput, details, errorSummary, linkButton, notice, shell } from '../../../../ui/index.ts';
import { browser, m } from '../../messages-entry.ts';
import { maySeeSheet } from '../../policy.ts';
import type { CellAgain, CellContext } from './cell-field.ts';
import { checkSummary } from './checks.ts';
import { cellPanel, entryData } from './client-data.ts';
import { cellLabel } from './labels.ts';
import { allUnitsPath, fieldName, sheetPath } from './paths.ts';
import { rowsFor } from './rows-shown.ts';
import { type SheetParams, type SheetScene, sheetScene } from './scene.ts';
import { sheetTable } from './sheet-table.ts';
import { seen } from './typed-cells.ts';
import { clockWords } from './window-line.ts';

/** What a refused save shows again. */
export interface Refused {
  readonly problems: readonly FieldProblem[];
  readonly again: ReadonlyMap<string, CellAgain>;
  readonly said: string;
}

export interface SheetShown {
  readonly refused?: Refused;
  readonly compare?: boolean;
  /** Rows too that are asked of other units alone. */
  readonly isWhole?: boolean;
  /** Reads inside the transaction of a save. */
  readonly db?: Db;
}

/** One unit's sheet: a table to enter where this person may, else to read. */
export async function sheetPage(
  context: RequestContext,
  params: SheetParams,
  { refused, compare = false, isWhole = false, db = context.db }: SheetShown = {},
): Promise<Html> {
  const { t } = context;
  const scene = await sheetScene(context, params, db);
  const { ready, period, unit, sheet, window } = scene;
  const { spec } = ready.version;
  const address = sheetPath(unit.id, period.code, ready.form.id);
  const again = refused?.again ?? new Map<string, CellAgain>();
  const at: CellContext = {
    form: scene,
    unit: scene,
    sheet: address,
    again,
    compare,
    nameOf: fieldName,
    labelOf: (cell) => cellLabel(ready, cell),
    checkId: ({ key }) => `k-${key.replace('@', '-')}`,
  };
  // Whoever sees the unit above sees the units beside.
  const above = { lineage: unit.lineage.slice(0, -1), ownerUnitId: ready.form.ownerUnitId };
  const seesMore = maySeeSheet(context.actor, above);
  const isEntered = scene.entered.size > 0 || again.size > 0;
  const checks = checkSummary(
    context,
    ready.compiled,
    sheet.broken.map((check) => ({
      check,
      id: at.checkId(check),
      first: check.cells[0],
      nameOf: fieldName,
      unitName: '',
    })),
  );
  const rows = isWhole ? ready.compiled.rows : rowsFor(scene, scene);
  const table = sheetTable(context, at, rows, spec.title);
  const body = isEntered ? grid(context, scene, { address, checks, table }) : html`${checks}${table}`;
  return shell(context, {
    title: spec.title,
    active: 'entry',
    wide: true,
    kicker: [ready.form.code, t(m.sheet_of, { unit: unit.name, period: t(period.name) })].join(' · '),
    lead: html`${t(window.reason.message, window.reason.params)} <strong>${clockWords(context, window, scene.inTimeOn)}</strong>`,
    breadcrumb: [{ href: `/so-lieu?don-vi=${unit.id}`, text: t(m.title) }, { text: ready.form.code }],
    actions: html`${linkButton({ href: `${address}/tep`, text: t(m.download), download: true })}${isEntered && linkButton({ href: `${address}/nhap-tep`, text: t(m.upload) })}${seesMore && linkButton({ href: allUnitsPath(ready.form.id, period.code), text: t(m.all_units) })}`,
    scripts: isEntered ? ['entry-grid'] : [],
    main: html`${refused && notice({ kind: 'error', text: refused.said }, t)}${errorSummary(refused?.problems, t)}${standing(context, scene)}${aids(context, scene, address, compare)}<div class="entry-top"><p>${spec.header}</p><p>${spec.unitLine}</p></div>${body}${leftOut(context, scene, rows.length, address)}${notes(context, spec.notes)}`,
  });
}

/** What is to be known before one enters: for whom, whether it was confirmed, whether one may. */
function standing(context: RequestContext, scene: SheetScene): Html {
  const { t } = context;
  const { sheet, unit, window, isOwn, entered } = scene;
  const { completed } = sheet;
  const said = completed && t(m.completed, { who: completed.byName, at: formatInstant(completed.at) });
  const isOthers = !isOwn && entered.size > 0;
  return html`${said && notice(sheet.state === 'changed' ? { kind: 'warning', text: `${said} ${t(m.changed_since)}` } : { kind: 'success', text: window.mayEnter && isOwn ? `${said} ${t(m.completed_what)}` : said }, t)}${isOthers && notice({ kind: 'info', text: t(m.entering_for, { unit: unit.name }) }, t)}${window.mayEnter && entered.size === 0 && notice({ kind: 'info', text: t(m.read_only) }, t)}`;
}

function aids(context: RequestContext, scene: SheetScene, address: string, compare: boolean): Html {
  const { t } = context;
  const other = compare
    ? html`<a href="${address}">${t(m.compare_not)}</a>`
    : html`<a href="${address}?so-sanh=co">${t(m.compare)}</a>`;
  const help =
    scene.entered.size > 0 &&
    details(
      t(m.how_to),
      html`<p>${t(m.how_numbers)}</p><p class="needs-script">${t(m.how_keys)}</p><p class="needs-script">${t(m.how_save)}</p>`,
    );
  return html`<div class="entry-aids">${help}<p>${other}</p></div>`;
}

interface GridParts {
  readonly address: string;
  readonly checks: Html;
  readonly table: Html;
}

function grid(context: RequestContext, scene: SheetScene, { address, checks, table }: GridParts): Html {
  const { t } = context;
  const { ready, sheet, isOwn } = scene;
  const shown = ready.compiled.cells;
  const data = entryData(context, { form: scene, units: [scene], shown, onlyRow: null });
  const progress = t(browser.progress, { filled: sheet.filled, asked: sheet.asked });
  const complete = isOwn && sheet.state !== 'complete';
  const reopen = isOwn && sheet.completed && scene.window.mayEnter;
  return html`<entry-grid data-entry="${JSON.stringify(data)}"><form id="bieu" method="post" action="${address}" novalidate autocomplete="off">${csrfInput(context.csrf)}<input type="hidden" name="da_thay" value="${JSON.stringify(seen(context, scene, fieldName))}"><div class="entry-bar"><p role="status" data-part="status"></p><span class="badge tag" data-part="progress">${progress}</span></div>${checks}${table}${cellPanel(context, { form: scene })}<div class="buttons entry-buttons">${complete && html`<button type="submit" class="btn btn-primary" name="viec" value="xong">${t(m.save_complete)}</button>`}<button type="submit" class="btn ${complete ? 'btn-secondary' : 'btn-primary'}" name="viec" value="luu" data-act="save">${t(m.save)}</button>${reopen && html`<button type="submit" class="btn btn-secondary" name="viec" value="sua-lai">${t(m.reopen)}</button>`}</div></form></entry-grid>`;
}

function leftOut({ t }: RequestContext, { ready }: SheetScene, shown: number, address: string): Html {
  const n = ready.compiled.rows.length - shown;
  if (n === 0) return html``;
  return html`<p>${t(m.left_out, { n })} <a href="${address}?dong=tat-ca">${t(m.show_all)}</a></p>`;
}

function notes({ t }: RequestContext, lines: readonly string[]): Html {
  if (lines.length === 0) return html``;
  return html`<section class="entry-notes"><h2>${t(m.notes)}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}
