import { z } from 'zod';
import { AppError, ensure } from '../../../../kernel/errors.ts';
import { html } from '../../../../kernel/html.ts';
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
  card,
  csrfInput,
  dataTable,
  emptyState,
  errorSummary,
  problemOf,
  radioGroup,
  shell,
  textareaField,
} from '../../../../ui/index.ts';
import { decideFile, writingOf } from '../../commands/drafts.ts';
import type { Finding } from '../../domain/personal-kinds.ts';
import { disclosureErrors } from '../../errors.ts';
import { m, personalKindNames, unreadWords } from '../../messages-edit.ts';
import { m as words } from '../../messages-staff.ts';
import { itemHref } from '../looking.ts';
import { problemsOf, typedText } from '../proof.ts';
import { writtenItem } from './form.ts';

const PATH = '/cong-khai/muc/:id/noi-dung/tep/:fileId';
/** Places of one kind that are listed before they are only counted. */
const SHOWN = 8;

function placeText({ t }: RequestContext, { place }: Finding): string {
  switch (place.in) {
    case 'cell':
      return t(m.in_cell, { grid: place.grid, address: place.address });
    case 'paragraph':
      return t(m.in_paragraph, { number: place.number });
    case 'page':
      return t(m.in_page, { number: place.number });
    case 'aside':
      return t(m.in_aside);
  }
}

function found(context: RequestContext, findings: readonly Finding[]) {
  const { t } = context;
  const byKind = [...Map.groupBy(findings, ({ kind }) => kind)];
  return dataTable(
    {
      caption: t(m.guard_found),
      columns: [
        { key: 'kind', label: t(m.guard_kind), primary: true },
        { key: 'where', label: t(m.guard_where) },
        { key: 'sample', label: t(m.guard_sample) },
      ],
      rows: byKind.map(([kind, ones]) => {
        const more = ones.length - SHOWN;
        const where = ones.slice(0, SHOWN).map((one) => html`<li>${placeText(context, one)}</li>`);
        const samples = [...new Set(ones.slice(0, SHOWN).map(({ sample }) => sample))];
        return {
          cells: [
            t(personalKindNames[kind]),
            html`<ul>${where}${more > 0 && html`<li>${t(m.guard_more, { n: more })}</li>`}</ul>`,
            html`<ul>${samples.map((sample) => html`<li>${sample}</li>`)}</ul>`,
          ],
        };
      }),
      empty: emptyState({ title: t(m.guard_nothing) }),
    },
    t,
  );
}

async function guardPage(
  context: RequestContext,
  id: string,
  fileId: string,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db, csrf } = context;
  const seen = await writtenItem(context, id);
  const { item } = seen.detail;
  const file = (await writingOf(context, db, seen.detail)).files.find((one) => one.id === fileId);
  ensure(file, disclosureErrors.not_found);
  const { findings, unread, canReduce } = file.report;
  const href = itemHref(id);
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  const options = [
    ...(canReduce && findings.length > 0
      ? [{ value: 'reduce', text: t(m.choice_reduce), hint: t(m.choice_reduce_what) }]
      : []),
    { value: 'as_is', text: t(m.choice_as_is), hint: t(m.choice_as_is_what) },
    { value: 'drop', text: t(m.choice_drop), hint: t(m.choice_drop_what) },
  ];
  const chosen = typedText(
    rejected,
    'chon',
    file.choice ?? (canReduce && findings.length > 0 ? 'reduce' : ''),
  );
  const form = html`<form method="post" action="${href}/noi-dung/tep/${fileId}" novalidate>${csrfInput(csrf)}${radioGroup({ label: t(m.guard_choice), name: 'chon', value: chosen, options, error: error('chon') }, t)}${textareaField({ label: t(m.choice_because), name: 'vi_sao', value: typedText(rejected, 'vi_sao', file.because ?? ''), rows: 2, maxlength: 1000, error: error('vi_sao') }, t)}${button({ text: t(m.choice_save), kind: 'primary' })}</form>`;
  const unreadable =
    unread.length > 0 &&
    card({
      title: t(m.guard_unread),
      body: html`<ul>${unread.map((one) => html`<li>${t(unreadWords[one])}</li>`)}</ul>`,
    });
  return answerPage(
    shell(context, {
      title: t(m.guard_title),
      kicker: item.title,
      lead: t(m.guard_lead, { name: file.name }),
      active: 'disclosure',
      breadcrumb: [
        { href: `/cong-khai?don-vi=${item.unitId}`, text: t(words.title) },
        { href, text: item.title },
        { href: `${href}/noi-dung`, text: t(m.title_fill) },
        { text: t(m.guard_title) },
      ],
      main: html`${errorSummary(problemsOf(rejected), t)}${found(context, findings)}${unreadable}${card({ body: form })}`,
    }),
  );
}

export const guard = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  handle: (context, { params }) => guardPage(context, params.id, params.fileId),
});

export const decide = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  unaudited: 'a draft is nobody’s statement; publishing records what was found and why it stands',
  body: z.object({
    chon: z.enum(['reduce', 'as_is', 'drop']),
    vi_sao: z.string().trim().default(''),
  }),
  async handle(context, tx, { params, body }) {
    const { detail } = await writtenItem(context, params.id);
    const { chon, vi_sao: because } = body;
    if (chon === 'as_is' && (because.length < 5 || because.length > 1000))
      throw new AppError(kernelErrors.invalid_input, {}, [{ field: 'vi_sao', message: m.because_needed }]);
    const decision = chon === 'drop' ? null : { choice: chon, because: chon === 'as_is' ? because : null };
    await decideFile(context, tx, detail.item, params.fileId, decision);
    const text = context.t(decision === null ? m.file_taken_back : m.choice_saved);
    return redirectTo(`${itemHref(params.id)}/noi-dung`, { kind: 'success', text });
  },
  redisplay: (context, params, rejected) => guardPage(context, params.id, params.fileId, rejected),
});
