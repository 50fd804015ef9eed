import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { AppError, type FieldProblem } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../../kernel/http/route.ts';
import { formatNumber } from '../../../../kernel/i18n.ts';
import {
  button,
  buttonRow,
  card,
  confirmAction,
  csrfInput,
  type DiffItem,
  diffList,
  errorSummary,
  fileField,
  linkButton,
  notice,
  problemOf,
  problemTable,
  shell,
  stateWord,
  titleLines,
} from '../../../../ui/index.ts';
import { confirmMonth } from '../../commands/confirm-month.ts';
import { discardMonth } from '../../commands/discard-month.ts';
import { stageMonth } from '../../commands/stage-month.ts';
import { monthName } from '../../domain/month.ts';
import { WHAT_WORDS } from '../../domain/month-sheet.ts';
import { assignmentErrors } from '../../errors.ts';
import { m } from '../../messages-month.ts';
import { checkReporter, openMonthImport } from '../../month-access.ts';
import {
  type MonthPreview,
  type PlacedProblem,
  type PreviewedRow,
  previewMonth,
} from '../../month-preview.ts';
import type { MonthItem } from '../../queries/month.ts';
import type { MonthImport } from '../../store-months.ts';
import { entryWords } from '../item/history-words.ts';
import { readingOf } from '../reading.ts';
import { monthHref, monthTyped, unitTyped } from './page.ts';

const UPLOAD = '/viec-thang/nhap';
const ONE = '/viec-thang/nhap/:id{[0-9a-f-]{36}}';

async function uploadPage(
  context: RequestContext,
  wanted: { readonly unitId?: string | undefined; readonly month?: string | undefined },
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { t, csrf } = context;
  const reading = await readingOf(context);
  const unit = unitTyped(context, wanted.unitId, reading);
  await checkReporter(context, context.db, unit.id);
  const month = monthTyped(wanted.month, reading);
  const back = monthHref(unit.id, month.text);
  const form = html`<form method="post" action="${UPLOAD}" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}<input type="hidden" name="don_vi" value="${unit.id}"><input type="hidden" name="thang" value="${month.text}">${fileField(
    {
      label: t(m.file),
      name: 'bieu',
      hint: t(m.file_hint),
      accept: '.xlsx',
      required: true,
      error: problemOf(problems, 'bieu', t),
    },
    t,
  )}${buttonRow(
    button({ text: t(m.upload), kind: 'primary', icon: 'upload' }),
    linkButton({ href: `${back}&dinh-dang=xlsx`, text: t(m.as_sheet), download: true }),
    linkButton({ href: back, text: t(m.back) }),
  )}</form>`;
  return answerPage(
    shell(context, {
      title: t(m.import_title),
      kicker: `${unit.name} · ${t(m.title, { month: monthName(month) })}`,
      lead: t(m.import_lead),
      active: 'mine',
      scripts: ['file-drop'],
      main: html`${errorSummary(problems, t)}${card({ body: form })}`,
    }),
  );
}

export const uploadForm = get({
  path: UPLOAD,
  access: signedIn,
  rate: 'page',
  query: z.object({
    'don-vi': z.uuid().optional().catch(undefined),
    thang: z.string().max(7).optional(),
  }),
  handle: (context, { query }) => uploadPage(context, { unitId: query['don-vi'], month: query.thang }),
});

export const upload = post({
  path: UPLOAD,
  access: signedIn,
  rate: 'upload',
  upload: true,
  body: z.object({ don_vi: z.uuid(), thang: z.string().max(7), bieu: z.instanceof(File).optional() }),
  async handle(context, tx, { body: { don_vi: unitId, thang: month, bieu } }) {
    if (!bieu) throw new AppError(assignmentErrors.sheet_missing);
    const bytes = new Uint8Array(await bieu.arrayBuffer());
    const id = await stageMonth(context, tx, { unitId, month, fileName: bieu.name, bytes }, context.files);
    return redirectTo(`${UPLOAD}/${id}`);
  },
  redisplay(context, _params, { values, error }) {
    const text = (name: string): string | undefined => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    };
    const problem = { field: 'bieu', message: error.type, params: error.params };
    return uploadPage(context, { unitId: text('don_vi'), month: text('thang') }, [problem]);
  },
});

async function previewPage(
  context: RequestContext,
  id: string,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { t, db, files } = context;
  const staged = await openMonthImport(context, db, id);
  if (staged.state !== 'preview')
    return redirectTo(monthHref(staged.unitId, staged.month), {
      kind: 'info',
      text: t(staged.state === 'confirmed' ? m.decided_confirmed : m.decided_discarded),
    });
  const reading = await readingOf(context);
  const preview = await previewMonth(db, files, staged, reading);
  const { changes, conflicts, unchanged } = preview;
  const counts = html`<p><strong>${[
    t(m.will_record, { n: changes.length }),
    t(m.unchanged, { n: unchanged }),
    ...(conflicts.length > 0 ? [t(m.conflicts, { n: conflicts.length })] : []),
    ...(preview.problems.length > 0 ? [t(m.errors, { n: preview.problems.length })] : []),
  ].join(' · ')}</strong></p>`;
  const main = html`${errorSummary(problems, t)}${counts}${decision(context, staged, preview)}${
    preview.problems.length > 0 &&
    problemTable(
      {
        caption: t(m.errors_title),
        problems: preview.problems.map((problem) => problemLine(context, preview.sheet, problem)),
      },
      t,
    )
  }${
    conflicts.length > 0 &&
    card({
      title: t(m.conflicts_title),
      body: html`<p>${t(m.conflicts_what)}</p>${diffList(
        conflicts.map((one) => diffOf(context, one, lastOf(context, one.item))),
        t,
      )}`,
    })
  }${
    changes.length > 0 &&
    card({
      title: t(m.changes_title),
      body: diffList(
        changes.map((one) => diffOf(context, one)),
        t,
      ),
    })
  }`;
  return answerPage(
    shell(context, {
      title: t(m.preview_title, { file: staged.fileName }),
      kicker: reading.units.names.get(staged.unitId) ?? '',
      lead: t(m.import_lead),
      active: 'mine',
      main,
    }),
  );
}

/** Confirm stands above what it does, and not at all while anything is wrong. */
function decision(context: RequestContext, staged: MonthImport, preview: MonthPreview): Html {
  const { t, csrf } = context;
  const { changes, conflicts, problems, seen } = preview;
  const blocked =
    problems.length > 0 && notice({ kind: 'error', text: t(m.blocked, { n: problems.length }) }, t);
  const nothing = !blocked && changes.length === 0 && notice({ kind: 'info', text: t(m.nothing) }, t);
  const text =
    conflicts.length === 0
      ? t(m.confirm, { n: changes.length })
      : t(m.confirm_some, { n: changes.length, k: conflicts.length });
  const confirm =
    !blocked &&
    changes.length > 0 &&
    html`<form method="post" action="${UPLOAD}/${staged.id}">${csrfInput(csrf)}<input type="hidden" name="seen" value="${seen}">${button({ text, kind: 'primary' })}</form>`;
  const discard = confirmAction({
    summary: t(m.discard),
    explain: t(m.discard_explain),
    action: `${UPLOAD}/${staged.id}/bo`,
    csrf,
    button: t(m.discard),
  });
  return html`${blocked}${nothing}${buttonRow(confirm, discard)}`;
}

function problemLine(context: RequestContext, sheet: string, { cell, message, params, item }: PlacedProblem) {
  const { t } = context;
  return {
    severity: 'error' as const,
    place: t(m.place, { sheet, cell }),
    message: titleLines(t(message, params), item?.words),
    fix:
      item &&
      message === assignmentErrors.evidence_missing &&
      linkButton({
        href: `/phan-viec/${item.id}#minh-chung`,
        text: t(m.add_evidence),
        about: item.words,
        small: true,
      }),
  };
}

/** What somebody else did: its words, day and author. */
function lastOf({ t }: RequestContext, { last }: MonthItem): string {
  return last ? [entryWords(t, last).replace(/\.$/, ''), formatDate(last.on), last.by].join(', ') : '';
}

/** How the work stands, with what happened `since`, and what the sheet says about it. */
function diffOf({ t, lang }: RequestContext, { item, row }: PreviewedRow, since = ''): DiffItem {
  const counted = item.quantity === null ? '' : formatNumber(lang, item.quantity);
  const now = [stateWord(item.state, t), counted, since].filter(Boolean).join(' · ');
  const sheet = [
    t(WHAT_WORDS[row.kind]),
    formatDate(row.happenedOn),
    ...(row.quantity === null ? [] : [formatNumber(lang, row.quantity)]),
    ...(row.note === '' ? [] : [row.note]),
  ].join(' · ');
  return {
    kind: 'changed',
    label: html`<a href="/phan-viec/${item.id}"><strong>${item.code}</strong> ${item.words}</a>`,
    before: now,
    after: sheet,
  };
}

export const preview = get({
  path: ONE,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => previewPage(context, params.id),
});

export const confirm = post({
  path: ONE,
  access: signedIn,
  rate: 'write',
  body: z.object({ seen: z.string().max(100) }),
  async handle(context, tx, { params, body }) {
    const done = await confirmMonth(context, tx, { importId: params.id, seen: body.seen }, context.files);
    const { unitId, month, started, claimed } = done;
    const text = context.t(m.saved, { n: started + claimed, claimed, started });
    return redirectTo(monthHref(unitId, month), { kind: 'success', text });
  },
  redisplay: (context, params, { error }) =>
    previewPage(context, params.id, [{ field: '', message: error.type, params: error.params }]),
});

export const discard = post({
  path: '/viec-thang/nhap/:id{[0-9a-f-]{36}}/bo',
  access: signedIn,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx, { params }) {
    const { unitId, month } = await discardMonth(context, tx, { importId: params.id });
    return redirectTo(monthHref(unitId, month), { kind: 'success', text: context.t(m.discarded) });
  },
  redisplay: (context, params) => previewPage(context, params.id),
});
