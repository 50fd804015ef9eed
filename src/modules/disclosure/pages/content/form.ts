import { z } from 'zod';
import { ensure, type FieldProblem } from '../../../../kernel/errors.ts';
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
  buttonRow,
  card,
  checkboxGroup,
  confirmAction,
  csrfInput,
  details,
  errorSummary,
  fileField,
  linkButton,
  notice,
  problemOf,
  shell,
  textareaField,
} from '../../../../ui/index.ts';
import { uploadOf } from '../../../evidence/index.ts';
import {
  dropDraft,
  type LookedThrough,
  mustDecide,
  saveDraft,
  type Typed,
  type Writing,
  writingOf,
} from '../../commands/drafts.ts';
import type { RawContent } from '../../domain/content.ts';
import { contentOfForm, rawOf } from '../../domain/content-form.ts';
import { personalRulesOf } from '../../domain/personal-rules.ts';
import { readContent } from '../../domain/read-content.ts';
import { disclosureErrors } from '../../errors.ts';
import { fieldProblem } from '../../messages-content.ts';
import { m } from '../../messages-edit.ts';
import { m as words } from '../../messages-staff.ts';
import { readFilled } from '../../template/read-filled.ts';
import { itemHref, lookingAt, type SeenItem, seenItem } from '../looking.ts';
import { DOCUMENTS, problemsOf, proofTyped } from '../proof.ts';
import { draftFileList } from './draft-files.ts';
import { contentFields, isTooLong } from './form-fields.ts';
import { lookThrough } from './look-through.ts';

const PATH = '/cong-khai/muc/:id/noi-dung';
const FEW = 3;
const MORE = 5;

/** An item that the person may write now. Throws `disclosure.may_not_write`, `said_nil` and `is_exempt`. */
export async function writtenItem(context: RequestContext, id: string): Promise<SeenItem> {
  const seen = await seenItem(context, await lookingAt(context), id);
  ensure(seen.mayWrite, disclosureErrors.may_not_write);
  ensure(seen.detail.exception?.kind !== 'nil', disclosureErrors.said_nil);
  ensure(seen.detail.exception?.kind !== 'exempt', disclosureErrors.is_exempt);
  return seen;
}

function keptFiles(
  context: RequestContext,
  seen: SeenItem,
  writing: Pick<Writing, 'keepFiles' | 'seenVersion'>,
): Html {
  const { t } = context;
  const before = seen.detail.versions
    .flatMap(({ files }) => files)
    .filter(({ id }) => writing.keepFiles.includes(id));
  const last = seen.detail.versions.find(({ content }) => content !== null)?.files ?? [];
  const known = [...new Map([...last, ...before].map((file) => [file.id, file])).values()];
  if (known.length === 0) return html``;
  return checkboxGroup(
    {
      label: t(m.files_kept),
      name: 'giu_tep',
      options: known.map(({ id, name }) => ({ value: id, text: name })),
      values: [...writing.keepFiles],
    },
    t,
  );
}

interface FormProps {
  readonly typed: RawContent;
  readonly summary: string;
  readonly reason: string;
  readonly keepFiles: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly spare: number;
}

function formOf(context: RequestContext, seen: SeenItem, writing: Writing, props: FormProps): Html {
  const { t, csrf } = context;
  const { item, versions } = seen.detail;
  const newest = versions[0]?.number ?? 0;
  const href = itemHref(item.id);
  const error = (name: string) => problemOf(props.problems, name, t);
  const sheet = details(
    t(m.by_sheet),
    html`<p>${linkButton({ href: `${href}/bieu-mau`, text: t(m.template), download: true })}</p>${fileField({ label: t(m.sheet_file), name: 'bieu', hint: t(m.sheet_hint), accept: '.xlsx,.csv', error: error('bieu') }, t)}${button({ text: t(m.read_sheet), name: 'viec', value: 'doc-bieu', icon: 'upload' })}`,
    error('bieu') !== undefined,
  );
  const files = html`<h3>${t(m.files)}</h3>${keptFiles(context, seen, { ...props, seenVersion: writing.seenVersion })}${draftFileList(context, item, writing.files)}${fileField({ label: t(m.add_files), name: 'tep', hint: t(m.add_files_hint), accept: DOCUMENTS, multiple: true, optional: true, error: error('tep') }, t)}${button({ text: t(m.add_files_do), name: 'viec', value: 'them-tep', small: true })}`;
  const reason =
    newest > 0 &&
    textareaField(
      {
        label: t(m.reason),
        name: 'ly_do',
        hint: t(m.reason_hint),
        value: props.reason,
        rows: 2,
        maxlength: 1000,
        required: true,
        error: error('ly_do'),
      },
      t,
    );
  return html`<form method="post" action="${href}/noi-dung" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}<input type="hidden" name="ban" value="${newest}">${sheet}${details(t(m.how), html`<p>${t(m.how_what)}</p>`)}${card({ body: html`${contentFields(context, { terms: item.terms, typed: props.typed, villages: seen.villages, problems: props.problems, spare: props.spare })}${textareaField({ label: t(m.summary), name: 'tom_tat', hint: t(m.summary_hint), value: props.summary, rows: 3, maxlength: 1000, required: true, error: error('tom_tat') }, t)}${reason}${files}` })}${buttonRow(
    button({ text: t(m.review), name: 'viec', value: 'xem-lai', kind: 'primary' }),
    button({ text: t(m.save), name: 'viec', value: 'luu' }),
  )}</form>`;
}

async function formPage(
  context: RequestContext,
  id: string,
  spare: number,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db } = context;
  const seen = await writtenItem(context, id);
  const { item, versions } = seen.detail;
  const writing = await writingOf(context, db, seen.detail);
  const again = rejected && typedOf(seen, rejected.values, writing);
  const typed = again?.typed ?? writing.typed;
  const wrong = readContent(item.terms, typed, seen).problems.map((one) => fieldProblem(item.terms, one));
  const problems = [...(problemsOf(rejected) ?? []), ...wrong];
  const form = formOf(context, seen, writing, {
    typed,
    summary: again?.summary ?? writing.summary,
    reason: again?.reason ?? writing.reason,
    keepFiles: again?.keepFiles ?? writing.keepFiles,
    problems,
    spare,
  });
  const newest = versions[0]?.number ?? 0;
  const outdated =
    writing.changedAt !== null &&
    newest > writing.seenVersion &&
    notice({ kind: 'warning', text: t(m.outdated, { n: newest }) }, t);
  const drop =
    writing.changedAt !== null &&
    confirmAction({
      summary: t(m.drop),
      explain: t(m.drop_what),
      action: `${itemHref(id)}/noi-dung/bo`,
      csrf: context.csrf,
      button: t(m.drop_do),
    });
  return answerPage(
    shell(context, {
      title: t(writing.seenVersion > 0 ? m.title_correct : m.title_fill),
      kicker: `${seen.unitName} · ${item.title}`,
      lead: t(m.lead),
      active: 'disclosure',
      breadcrumb: [
        { href: `/cong-khai?don-vi=${item.unitId}`, text: t(words.title) },
        { href: itemHref(id), text: item.title },
        { text: t(writing.seenVersion > 0 ? m.title_correct : m.title_fill) },
      ],
      main: html`${errorSummary(problems, t)}${outdated}${form}${drop}`,
      wide: true,
      scripts: ['file-drop'],
    }),
  );
}

export const form = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({ dong: z.coerce.number().int().min(0).max(200).optional().catch(undefined) }),
  handle: (context, { params, query }) => formPage(context, params.id, query.dong ?? FEW),
});

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;
const textOf = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '');

/** What the form sent. A table that is too long for the page keeps what the draft says. */
function typedOf({ detail }: SeenItem, values: Values, writing: Writing): Typed {
  const { terms } = detail.item;
  const sent = contentOfForm(terms, values);
  const typed = Object.fromEntries(
    Object.entries(sent).map(([key, value]) => [
      key,
      isTooLong(writing.typed, key) ? (writing.typed[key] ?? []) : value,
    ]),
  );
  const kept = values.giu_tep;
  const ids = typeof kept === 'string' ? [kept] : (kept ?? []);
  const last = detail.versions.find(({ content }) => content !== null)?.files ?? [];
  // A reduced copy takes its sealed original along.
  const keeps = last.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  return {
    typed,
    summary: textOf(values.tom_tat),
    reason: textOf(values.ly_do),
    keepFiles: keeps,
    seenVersion: /^\d{1,6}$/.test(textOf(values.ban)) ? Number(textOf(values.ban)) : undefined,
  };
}

const body = z
  .object({
    viec: z.string().max(60).default('luu'),
    tep: proofTyped.tep,
    bieu: z.instanceof(File).optional(),
  })
  .catchall(z.union([z.string(), z.array(z.string())]));

export const save = post({
  path: PATH,
  access: signedIn,
  rate: 'upload',
  upload: true,
  unaudited: 'a draft is nobody’s statement; publishing is recorded',
  body,
  async prepare(context, { params, body: { viec, tep, bieu } }) {
    const seen = await writtenItem(context, params.id);
    const { terms } = seen.detail.item;
    const files: LookedThrough[] = await lookThrough(tep, personalRulesOf(terms));
    if (viec !== 'doc-bieu') return { seen, files, sheet: null };
    ensure(bieu, disclosureErrors.sheet_missing);
    const { name, bytes } = await uploadOf(bieu);
    return { seen, files, sheet: { name, ...(await readFilled(bytes, name, terms, seen)) } };
  },
  async handle(context, tx, { params, body: given, prepared: { seen, files, sheet } }) {
    const { viec, tep: _tep, bieu: _bieu, ...values } = given;
    const href = itemHref(params.id);
    const writing = await writingOf(context, tx, seen.detail);
    const typed = typedOf(seen, values as Values, writing);
    const { terms } = seen.detail.item;
    const read = sheet && {
      name: sheet.name,
      typed: rawOf(terms, sheet.content),
      problems: sheet.problems,
      missing: sheet.missing,
    };
    const ids = await saveDraft(context, tx, seen.detail, { ...typed, sheet: read }, files);
    if (read) return redirectTo(`${href}/noi-dung/bieu`);
    const rules = personalRulesOf(terms);
    const asks = files.findIndex(({ report }) => mustDecide(report, rules));
    if (asks >= 0) return redirectTo(`${href}/noi-dung/tep/${ids[asks]}`);
    if (viec === 'xem-lai') return redirectTo(`${href}/cong-bo`);
    const [act, table] = viec.split('.');
    if (act === 'them-dong') return redirectTo(`${href}/noi-dung?dong=${FEW + MORE}#f-f-${table ?? ''}`);
    return redirectTo(`${href}/noi-dung`, { kind: 'success', text: context.t(m.saved) });
  },
  redisplay: (context, params, rejected) => formPage(context, params.id, FEW, atSheet(rejected)),
});

/** What is wrong with the workbook is said at its field. */
function atSheet(rejected: Rejected): Rejected {
  const isSheet = rejected.values.viec === 'doc-bieu' && rejected.problems.length === 0;
  const { type, params } = rejected.error;
  return isSheet ? { ...rejected, problems: [{ field: 'bieu', message: type, params }] } : rejected;
}

export const drop = post({
  path: `${PATH}/bo`,
  access: signedIn,
  rate: 'write',
  unaudited: 'a draft is nobody’s statement',
  body: z.object({}),
  async handle(context, tx, { params }) {
    const { detail } = await writtenItem(context, params.id);
    await dropDraft(context, tx, detail.item);
    return redirectTo(itemHref(params.id), { kind: 'info', text: context.t(m.dropped) });
  },
});
