import { z } from 'zod';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import {
  button,
  card,
  confirmAction,
  csrfInput,
  dataTable,
  errorSummary,
  linkButton,
  notice,
  shell,
  tag,
} from '../../../../ui/index.ts';
import { unitsOfDay } from '../../../units/index.ts';
import { wrongWords } from '../../cell-messages.ts';
import { confirmSheet, previewSheet, type SheetPreview } from '../../commands/import-sheet.ts';
import { discardImport } from '../../commands/stage-file.ts';
import type { CellOutcome } from '../../domain/sheet.ts';
import { writtenCell } from '../../domain/written-cell.ts';
import { formErrors } from '../../errors.ts';
import { fm } from '../../messages-file.ts';
import { cellLabel } from '../entry/labels.ts';
import { allUnitsPath, sheetPath } from '../entry/paths.ts';
import { filePath } from './paths.ts';

const PATH = '/so-lieu/tep/:importId{[0-9a-f-]{36}}';

async function previewPage(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t, db, csrf, files } = context;
  // A dry run holds nothing; the transaction only gives it one view of the numbers.
  const preview = await db.transaction((tx) => previewSheet(context, tx, files, id));
  const { ready, period, filled, problems, sheets } = preview;
  const names = (await unitsOfDay(db, period.toOn)).names;
  const n = filled.changed.length;
  const summary =
    n + filled.wrong.length === 0
      ? notice({ kind: 'info', text: t(fm.sheet_nothing) }, t)
      : notice(
          { kind: problems > 0 ? 'warning' : 'info', text: t(fm.sheet_counts, { n, wrong: problems }) },
          t,
        );
  const refused = rejected && [{ field: '', message: rejected.error.type, params: rejected.error.params }];
  const write =
    n > 0 &&
    problems === 0 &&
    html`<form method="post" action="${filePath(id)}">${csrfInput(csrf)}<input type="hidden" name="seen" value="${preview.seen}">${button({ text: t(fm.write, { n }), kind: 'primary' })}</form>`;
  const drop = confirmAction({
    summary: t(fm.discard),
    explain: t(fm.discard_what),
    action: `${filePath(id)}/bo`,
    csrf,
    button: t(fm.discard),
  });
  return answerPage(
    shell(context, {
      title: t(fm.sheet_title, { file: preview.fileName }),
      kicker: [ready.form.code, t(period.name)].join(' · '),
      active: 'entry',
      wide: true,
      breadcrumb: [{ href: placeOf(preview), text: ready.form.code }, { text: preview.fileName }],
      actions: linkButton({ href: placeOf(preview), text: t(fm.to_sheet) }),
      main: html`${errorSummary(refused, t)}${summary}${preview.isOlder && notice({ kind: 'info', text: t(fm.sheet_older) }, t)}${brokenCard(context, preview, names)}${n + filled.wrong.length > 0 && changes(context, preview, names)}${write}${drop}`,
    }),
    rejected?.error.type.status,
  );

  function placeOf({ sheets: all }: SheetPreview): string {
    const [only] = all;
    return only && sheets.length === 1
      ? sheetPath(only.unitId, period.code, ready.form.id)
      : allUnitsPath(ready.form.id, period.code);
  }
}

function changes(
  context: RequestContext,
  { ready, filled, outcomes }: SheetPreview,
  names: ReadonlyMap<string, string>,
): Html {
  const { t, lang } = context;
  const cells = new Map(ready.compiled.cells.map((cell) => [cell.key, cell]));
  const toldOf = new Map(outcomes.map((one) => [`${one.unitId} ${one.key}`, one]));
  const line = (
    place: string,
    unitId: string,
    key: string,
    before: string,
    after: string,
    told: Html | string,
  ) => {
    const cell = cells.get(key);
    return {
      cells: [
        html`<code>${place}</code>`,
        cell ? cellLabel(ready, cell) : key,
        names.get(unitId) ?? '',
        before || t(fm.emptied),
        after || t(fm.emptied),
        told,
      ],
    };
  };
  const rows = [
    ...filled.wrong.map(({ place, unitId, key, before, written, why }) =>
      line(place, unitId, key, writtenCell(before, lang), written, tagged(t(wrongWords[why]))),
    ),
    ...filled.changed.map(({ place, unitId, key, before, save }) =>
      line(
        place,
        unitId,
        key,
        writtenCell(before, lang),
        writtenCell(save.value, lang),
        toldBy(context, toldOf.get(`${unitId} ${key}`)),
      ),
    ),
  ];
  return dataTable(
    {
      caption: t(fm.sheet_counts, { n: filled.changed.length, wrong: filled.wrong.length }),
      columns: [
        { key: 'place', label: t(fm.cell), width: 'fit' },
        { key: 'what', label: t(fm.what), primary: true },
        { key: 'unit', label: t(fm.unit) },
        { key: 'before', label: t(fm.before), align: 'end' },
        { key: 'after', label: t(fm.after), align: 'end' },
        { key: 'outcome', label: t(fm.outcome) },
      ],
      rows,
      empty: html``,
    },
    t,
  );
}

const tagged = (text: string): Html => html`<strong class="field-error">${text}</strong>`;

function toldBy({ t, lang }: RequestContext, told: CellOutcome | undefined): Html | string {
  switch (told?.outcome) {
    case 'saved':
      return told.isLate ? tag(t(fm.will_save_late)) : t(fm.will_save);
    case 'unchanged':
      return t(fm.same);
    case 'waiting':
      return tagged(t(fm.waiting));
    case 'conflict':
      return tagged(
        t(fm.conflict, { who: told.byName, value: writtenCell(told.value, lang) || t(fm.emptied) }),
      );
    case 'problem':
      return tagged(t(told.error, told.params));
    default:
      return '';
  }
}

function brokenCard(
  { t }: RequestContext,
  { sheets }: SheetPreview,
  names: ReadonlyMap<string, string>,
): Html {
  const lines = sheets.flatMap(({ broken, unitId }) =>
    broken.map(
      (check) => html`<li>${sheets.length > 1 && html`${names.get(unitId) ?? ''}: `}${t(check.message)}</li>`,
    ),
  );
  if (lines.length === 0) return html``;
  return card({ title: t(fm.broken), body: html`<p>${t(fm.broken_what)}</p><ul>${lines}</ul>` });
}

export const previewSheetFile = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => previewPage(context, params.importId),
});

export const confirmSheetFile = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: z.object({ seen: z.string().max(64) }),
  async handle(context, tx, { params, body }) {
    const done = await confirmSheet(context, tx, context.files, { id: params.importId, seen: body.seen });
    const [only] = done.sheets;
    const to =
      only && done.sheets.length === 1 ? sheetPath(only.unitId, done.periodCode, only.formId) : '/so-lieu';
    return redirectTo(to, { kind: 'success', text: context.t(fm.written, { n: done.counts.saved }) });
  },
  async redisplay(context, params, rejected) {
    // A file that was written or discarded already has no preview to show again.
    if (
      rejected.error.type === formErrors.import_decided ||
      rejected.error.type === formErrors.import_not_found
    )
      throw rejected.error;
    return previewPage(context, params.importId, rejected);
  },
});

export const discardSheetFile = post({
  path: `${PATH}/bo`,
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    await discardImport(context, tx, { id: params.importId, kind: 'sheet' });
    return redirectTo('/so-lieu', { kind: 'success', text: context.t(fm.was_discarded) });
  },
});
