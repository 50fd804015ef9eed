import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, get, post, type RequestContext, redirectTo } from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  dataTable,
  emptyState,
  fixedNumber,
  linkButton,
  notice,
  problemTable,
  shell,
} from '../../../ui/index.ts';
import { importResults } from '../commands/import-results.ts';
import { readResults } from '../commands/read-results.ts';
import type { Understood, UnderstoodYear } from '../domain/import/understand.ts';
import { papiErrors } from '../errors.ts';
import { papiLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { layoutWords, problemWords } from '../messages-import.ts';
import { imp } from '../messages-pages.ts';
import { homeProvince } from '../queries/home-province.ts';
import { type FileChoices, fileChoices, inputOf, keepersOnly } from './import.ts';
import { IMPORT_PATH, INDEX_PATH, RANKING_PATH } from './reading.ts';

const reference = z.object({
  tep: z.string().regex(/^[0-9a-f]{64}$/),
  ten: z.string().min(1).max(200),
  ...fileChoices,
});

async function storedFile(context: RequestContext, hash: string): Promise<Uint8Array> {
  try {
    return await context.files.read(hash);
  } catch {
    throw new AppError(papiErrors.import_file_missing);
  }
}

export const importPreview = get({
  path: '/chi-so/nhap/xem-truoc',
  access: keepersOnly,
  rate: 'upload',
  query: reference,
  async handle(context, { query }) {
    const { t } = context;
    const { tep, ten, ...choices } = query;
    const bytes = await storedFile(context, tep);
    const understood = await readResults({ fileName: ten, bytes, ...inputOf(choices) });
    const home = await homeProvince(context.db, context.today);
    return answerPage(
      shell(context, {
        title: t(imp.preview_title, { file: ten }),
        active: 'index',
        lead: t(imp.preview_lead),
        breadcrumb: [
          { href: INDEX_PATH, text: t(m.title) },
          { href: IMPORT_PATH, text: t(imp.title) },
          { text: t(imp.preview) },
        ],
        wide: true,
        main: html`${confirmForm(context, understood, { tep, ten, ...choices })}${problems(context, understood)}${yearsTable(context, understood)}${sample(context, understood, home?.code)}${sheetsTable(context, understood)}`,
      }),
    );
  },
});

function confirmForm(
  { t, csrf }: RequestContext,
  { problems: found }: Understood,
  hidden: FileChoices & { tep: string; ten: string },
): Html {
  const errors = found.filter((problem) => problem.severity === 'error').length;
  const again = linkButton({ href: IMPORT_PATH, text: t(imp.again) });
  if (errors > 0)
    return html`${notice({ kind: 'error', text: t(imp.has_errors, { n: errors }) }, t)}${buttonRow(again)}`;
  const inputs = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${String(value)}">`,
  );
  return card({
    body: html`<form method="post" action="${IMPORT_PATH}/xac-nhan">${csrfInput(csrf)}${inputs}${buttonRow(button({ text: t(imp.confirm), kind: 'primary' }), again)}</form>`,
  });
}

function problems({ t }: RequestContext, { problems: found }: Understood): Html {
  if (found.length === 0) return html``;
  const order = { error: 0, warning: 1, hint: 2 };
  const sorted = [...found].sort((a, b) => order[a.severity] - order[b.severity]);
  const shown = sorted.slice(0, papiLimits.shown_problems);
  const more = sorted.length - shown.length;
  return html`${problemTable(
    {
      caption: t(imp.problems),
      problems: shown.map(({ severity, place, kind, params }) => ({
        severity,
        place,
        message: t(problemWords[kind], params),
      })),
    },
    t,
  )}${more > 0 && html`<p>${t(imp.more, { n: more })}</p>`}`;
}

function yearsTable({ t }: RequestContext, { years }: Understood): Html {
  const counts = ['places', 'parts', 'sums', 'indicators'] as const;
  return dataTable(
    {
      caption: t(imp.understood),
      captionVisible: true,
      columns: [
        { key: 'year', label: t(m.year), primary: true },
        { key: 'edition', label: t(imp.edition), width: 'fit' },
        ...counts.map((key) => ({ key, label: t(imp[key]), align: 'end' as const })),
        { key: 'values', label: t(imp.count), align: 'end' },
        { key: 'errors', label: t(imp.errors), align: 'end' },
        { key: 'zeros', label: t(imp.zeros), align: 'end' },
      ],
      rows: years.map((year) => ({
        cells: [
          String(year.year),
          year.edition,
          ...counts.map((key) => String(year[key])),
          t({ vi: '{n}', en: '{n}' }, { n: year.values.length }),
          t({ vi: '{n}', en: '{n}' }, { n: year.standardErrors }),
          t({ vi: '{n}', en: '{n}' }, { n: year.zeros }),
        ],
      })),
      empty: emptyState({ title: t(problemWords.nothing) }),
    },
    t,
  );
}

/** The values of one place, so that a person sees whether the columns were taken for what they are. */
function sample({ t }: RequestContext, { years }: Understood, home: string | undefined): Html {
  const year: UnderstoodYear | undefined = years.at(-1);
  const first = year?.values.find((one) => one.place === home) ?? year?.values[0];
  if (!year || !first) return html``;
  const own = year.values.filter((one) => one.place === first.place && one.code.split('.').length < 3);
  return dataTable(
    {
      caption: t(imp.sample, { place: first.name, year: String(year.year) }),
      captionVisible: true,
      columns: [
        { key: 'code', label: t(m.content), primary: true },
        { key: 'value', label: t(m.score), align: 'end', width: 'fit' },
        { key: 'error', label: t(imp.errors), align: 'end', width: 'fit' },
      ],
      rows: own.map((one) => ({
        cells: [
          one.code,
          fixedNumber(one.value, 4, t),
          one.standardError === null ? '–' : fixedNumber(one.standardError, 4, t),
        ],
      })),
      empty: emptyState({ title: t(problemWords.nothing) }),
    },
    t,
  );
}

function sheetsTable({ t }: RequestContext, { sheets }: Understood): Html {
  return dataTable(
    {
      caption: t(imp.sheets),
      captionVisible: true,
      columns: [
        { key: 'name', label: t(imp.sheet), primary: true },
        { key: 'layout', label: t(imp.layout) },
        { key: 'years', label: t(imp.years_found) },
        { key: 'cells', label: t(imp.cells), align: 'end', width: 'fit' },
      ],
      rows: sheets.map(({ name, layout, years, cells }) => ({
        cells: [
          name,
          t(layoutWords[layout ?? 'none']),
          years.join(', '),
          t({ vi: '{n}', en: '{n}' }, { n: cells }),
        ],
      })),
      empty: emptyState({ title: t(problemWords.nothing) }),
    },
    t,
  );
}

export const importConfirm = post({
  path: '/chi-so/nhap/xac-nhan',
  access: keepersOnly,
  rate: 'upload',
  body: reference,
  async handle(context, tx, { body: { tep, ten, ...choices } }) {
    const bytes = await storedFile(context, tep);
    const { releases } = await importResults(context, tx, { fileName: ten, bytes, ...inputOf(choices) });
    const n = releases.reduce((sum, one) => sum + one.values, 0);
    const query = new URLSearchParams({
      nam: String(releases.at(-1)?.year ?? ''),
      cap: choices.cap,
      nguon: choices.loai,
    });
    return redirectTo(`${RANKING_PATH}?${query}`, {
      kind: 'success',
      text: context.t(imp.done, { n, years: releases.length }),
    });
  },
});
