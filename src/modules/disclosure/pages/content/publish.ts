import { z } from 'zod';
import { AppError, ensure, type FieldProblem } from '../../../../kernel/errors.ts';
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
import { kernelErrors } from '../../../../kernel/kernel-errors.ts';
import {
  button,
  buttonRow,
  card,
  csrfInput,
  emptyState,
  errorSummary,
  fieldId,
  linkButton,
  notice,
  problemOf,
  shell,
  textareaField,
} from '../../../../ui/index.ts';
import { bytesOf, dropDraft, type Writing, writingOf } from '../../commands/drafts.ts';
import { correctItem, publishItem } from '../../commands/publish-item.ts';
import type { ContentProblem } from '../../domain/content.ts';
import { personalRulesOf } from '../../domain/personal-rules.ts';
import { personalTyped, type TypedWords } from '../../domain/personal-typed.ts';
import { missingOf, readContent } from '../../domain/read-content.ts';
import { paperContent, shownContent } from '../../domain/reduce.ts';
import type { Terms } from '../../domain/terms.ts';
import { disclosureErrors } from '../../errors.ts';
import { disclosureLimits } from '../../limits.ts';
import { fieldProblem, typedProblem } from '../../messages-content.ts';
import { m } from '../../messages-edit.ts';
import { m as words } from '../../messages-staff.ts';
import { type PreparedDisclosureFile, prepareDisclosureFile } from '../../prepare-file.ts';
import { declarationOf } from '../../queries/declarations.ts';
import { contentView } from '../content-view.ts';
import { itemHref, type SeenItem } from '../looking.ts';
import { problemsOf, typedText } from '../proof.ts';
import { draftFileList, isUndecided } from './draft-files.ts';
import { writtenItem } from './form.ts';

const PATH = '/cong-khai/muc/:id/cong-bo';

/** Everything that hinders publishing, each with the field of the form that mends it. */
function gapsOf({ detail, villages }: SeenItem, writing: Writing): FieldProblem[] {
  const { item } = detail;
  const { content, problems } = readContent(item.terms, writing.typed, { villages });
  const wrong = new Set(problems.map(({ place }) => place));
  // A value that could not be read is wrong, not absent.
  const missing = missingOf(item.terms, content).filter(({ place }) => !wrong.has(place));
  return [
    ...problems.map((one) => fieldProblem(item.terms, one)),
    ...missingSaid(item.terms, missing),
    ...(writing.summary.trim() === '' ? [{ field: 'tom_tat', message: m.gap_summary }] : []),
    ...(writing.seenVersion > 0 && writing.reason.trim().length < 3
      ? [{ field: 'ly_do', message: m.gap_reason }]
      : []),
    ...writing.files
      .filter((file) => isUndecided(file, item))
      .map(({ name }) => ({ field: 'tep', message: m.gap_file, params: { name } })),
  ];
}

/** Cells of one table that are named one by one; more of them are one line that leads to the table. */
const CELLS_NAMED = 4;

function missingSaid(terms: Terms, missing: readonly ContentProblem[]): FieldProblem[] {
  return [...Map.groupBy(missing, ({ fieldKey }) => fieldKey)].flatMap(([key, ones]) => {
    const field = terms.fields.find((one) => one.key === key);
    if (!field || ones.length <= CELLS_NAMED) return ones.map((one) => fieldProblem(terms, one));
    return [{ field: `f.${key}`, message: m.gap_cells, params: { table: field.label, n: ones.length } }];
  });
}

function gapsNotice({ t }: RequestContext, href: string, gaps: readonly FieldProblem[]): Html {
  const shown = gaps.slice(0, disclosureLimits.told_problems);
  return notice(
    {
      kind: 'error',
      title: t(m.gaps, { n: gaps.length }),
      text: html`<ul class="gaps">${shown.map(({ field, message, params }) => html`<li><a href="${href}#${fieldId(field)}">${t(message, params)}</a></li>`)}</ul>`,
    },
    t,
  );
}

/** Everything that was typed and that people will read. */
function wordsOf(seen: SeenItem, { typed, summary, reason }: Writing): TypedWords {
  const { title, terms } = seen.detail.item;
  return { title, summary, reason, content: readContent(terms, typed, seen).content };
}

/** What looks personal in what was typed, with room to say why it may stand; empty where nothing does. */
function typedPersonal(
  { t }: RequestContext,
  seen: SeenItem,
  writing: Writing,
  href: string,
  rejected?: Rejected,
): Html {
  const { terms } = seen.detail.item;
  const found = personalTyped(terms, wordsOf(seen, writing));
  if (found.length === 0) return html``;
  const lines = found
    .slice(0, disclosureLimits.told_problems)
    .map((one) => typedProblem(terms, one))
    .map(({ field, message, params }) =>
      field === ''
        ? html`<li>${t(message, params)}</li>`
        : html`<li><a href="${href}#${fieldId(field)}">${t(message, params)}</a></li>`,
    );
  const why = textareaField(
    {
      label: t(m.typed_because),
      name: 'vi_sao',
      value: typedText(rejected, 'vi_sao'),
      rows: 2,
      maxlength: 1000,
      required: true,
      error: problemOf(rejected?.problems, 'vi_sao', t),
    },
    t,
  );
  return html`${notice({ kind: 'warning', title: t(m.typed_personal), text: html`<ul>${lines}</ul>` }, t)}${why}`;
}

async function shownWhere(context: RequestContext, seen: SeenItem, writing: Writing): Promise<Html> {
  const { t, db } = context;
  const { item } = seen.detail;
  const { content } = readContent(item.terms, writing.typed, seen);
  const paper = contentView(context, paperContent(item.terms, content));
  const summary = html`<p><strong>${t(m.summary)}:</strong> ${writing.summary || '–'}</p>`;
  const web = item.terms.personalOnWeb;
  if (!web) return card({ title: t(m.on_both), body: html`${summary}${paper}` });
  const bound = await declarationOf(db, item.code);
  const shown = shownContent(item.terms, content, bound?.web?.show ?? web.show, { villages: seen.villages });
  const figures = (shown.personal?.figures ?? []).map(
    ({ village, count }) => html`<li>${village}: ${count}</li>`,
  );
  return html`${card({
    title: t(m.on_web),
    body: html`${summary}${shown.personal?.shown !== 'names' && html`<p>${t(m.web_figures)}</p>`}${contentView(context, shown.fields)}${figures.length > 0 && html`<ul>${figures}</ul>`}`,
  })}${card({ title: t(m.on_paper), body: paper })}`;
}

async function reviewPage(context: RequestContext, id: string, rejected?: Rejected): Promise<Answer> {
  const { t, db, csrf } = context;
  const seen = await writtenItem(context, id);
  const { item } = seen.detail;
  const href = itemHref(id);
  const writing = await writingOf(context, db, seen.detail);
  const isDraft = writing.changedAt !== null;
  const gaps = isDraft ? gapsOf(seen, writing) : [];
  const back = linkButton({ href: `${href}/noi-dung`, text: t(m.back) });
  const next = writing.seenVersion + 1;
  const publish = html`<p>${t(m.publish_what, { n: next })}</p><form method="post" action="${href}/cong-bo">${csrfInput(csrf)}${isDraft && typedPersonal(context, seen, writing, `${href}/noi-dung`, rejected)}${buttonRow(
    button({ text: t(writing.seenVersion > 0 ? m.publish_correction : m.publish), kind: 'primary' }),
    back,
  )}</form>`;
  const main = isDraft
    ? html`${gaps.length === 0 && errorSummary(problemsOf(rejected), t)}${gaps.length > 0 && gapsNotice(context, `${href}/noi-dung`, gaps)}${await shownWhere(context, seen, writing)}${writing.files.length > 0 && card({ title: t(m.files), body: draftFileList(context, item, writing.files) })}${gaps.length > 0 ? html`<div class="buttons">${back}</div>` : card({ body: publish })}`
    : emptyState({ title: t(m.nothing_to_review), action: back });
  return answerPage(
    shell(context, {
      title: t(m.publish_title),
      kicker: `${seen.unitName} · ${item.title}`,
      active: 'disclosure',
      breadcrumb: [
        { href: `/cong-khai?don-vi=${item.unitId}`, text: t(words.title) },
        { href, text: item.title },
        { href: `${href}/noi-dung`, text: t(m.title_fill) },
        { text: t(m.publish_title) },
      ],
      main,
    }),
  );
}

export const review = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => reviewPage(context, params.id),
});

/** Files as they were decided, ready to be kept. Throws `disclosure.personal_unanswered`. */
async function preparedFiles(
  context: RequestContext,
  seen: SeenItem,
  writing: Writing,
): Promise<PreparedDisclosureFile[]> {
  if (writing.files.length === 0) return [];
  const { item } = seen.detail;
  const bytes = await bytesOf(context, context.db, item);
  const rules = personalRulesOf(item.terms);
  const prepared: PreparedDisclosureFile[] = [];
  for (const { id, name, choice, because } of writing.files) {
    const upload = { name, bytes: bytes.get(id) ?? new Uint8Array() };
    const file = await prepareDisclosureFile(upload, {
      rules,
      reduce: choice === 'reduce',
      ...(because === null ? {} : { allowBecause: because }),
    });
    if (file.kind === 'warned') throw new AppError(disclosureErrors.personal_unanswered, { file: name });
    prepared.push(file);
  }
  return prepared;
}

export const publish = post({
  path: PATH,
  access: signedIn,
  rate: 'upload',
  body: z.object({ vi_sao: z.string().max(1000).default('') }),
  async prepare(context, { params, body }) {
    const seen = await writtenItem(context, params.id);
    const writing = await writingOf(context, context.db, seen.detail);
    ensure(writing.changedAt, disclosureErrors.draft_missing);
    const gaps = gapsOf(seen, writing);
    if (gaps.length > 0)
      throw new AppError(
        disclosureErrors.not_whole,
        { n: gaps.length },
        gaps.slice(0, disclosureLimits.told_problems),
      );
    const words = wordsOf(seen, writing);
    if (personalTyped(seen.detail.item.terms, words).length > 0 && body.vi_sao.trim().length < 5)
      throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'vi_sao', message: m.because_needed }]);
    return { seen, writing, files: await preparedFiles(context, seen, writing) };
  },
  async handle(context, tx, { params, body, prepared: { seen, writing, files } }) {
    const { item } = seen.detail;
    const { content } = readContent(item.terms, writing.typed, seen);
    const { summary, reason, seenVersion, keepFiles } = writing;
    const input = { itemId: item.id, content, summary, files, personalBecause: body.vi_sao };
    const { number } =
      seenVersion === 0
        ? await publishItem(context, tx, input, context.files)
        : await correctItem(context, tx, { ...input, reason, seenVersion, keepFiles }, context.files);
    await dropDraft(context, tx, item);
    const text = context.t(m.published, { n: number });
    return redirectTo(`${itemHref(params.id)}#noi-niem-yet`, { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => reviewPage(context, params.id, rejected),
});
