import { z } from 'zod';
import { html } from '../../../../kernel/html.ts';
import { answerPage, get, post, redirectTo, signedIn } from '../../../../kernel/http/route.ts';
import { button, buttonRow, card, csrfInput, notice, problemTable, shell } from '../../../../ui/index.ts';
import { saveDraft, writingOf } from '../../commands/drafts.ts';
import { readContent } from '../../domain/read-content.ts';
import { paperContent } from '../../domain/reduce.ts';
import { disclosureLimits } from '../../limits.ts';
import { problemSaid } from '../../messages-content.ts';
import { m } from '../../messages-edit.ts';
import { m as words } from '../../messages-staff.ts';
import { writeTemplate } from '../../template/write-template.ts';
import { contentView } from '../content-view.ts';
import { itemHref } from '../looking.ts';
import { writtenItem } from './form.ts';

/** The workbook to fill in, with what stands or is being written in it. */
export const template = get({
  path: '/cong-khai/muc/:id/bieu-mau',
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    const seen = await writtenItem(context, params.id);
    const { item } = seen.detail;
    const { typed } = await writingOf(context, context.db, seen.detail);
    const { content } = readContent(item.terms, typed, seen);
    return {
      kind: 'file',
      body: writeTemplate(item.terms, { villages: seen.villages, content }),
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      fileName: `${item.code}-${item.occurrence.replace(/[^\w-]+/g, '-')}.xlsx`,
    };
  },
});

const PATH = '/cong-khai/muc/:id/noi-dung/bieu';

/** What was read from a filled workbook, with every problem at its cell; nothing changes until it is used. */
export const preview = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    const { t, db, csrf } = context;
    const seen = await writtenItem(context, params.id);
    const { item } = seen.detail;
    const href = itemHref(params.id);
    const { sheet } = await writingOf(context, db, seen.detail);
    if (!sheet) return redirectTo(`${href}/noi-dung`);
    const { content } = readContent(item.terms, sheet.typed, seen);
    const all = [
      ...sheet.problems.map((problem) => ({ problem, severity: 'error' as const })),
      ...sheet.missing.map((problem) => ({ problem, severity: 'warning' as const })),
    ];
    const most = disclosureLimits.told_problems;
    const problems = problemTable(
      {
        caption: t(m.sheet_problems),
        problems: all.slice(0, most).map(({ problem, severity }) => {
          const { message, params: values } = problemSaid(item.terms, { ...problem, at: null });
          return { severity, place: problem.at ?? t(m.sheet_nowhere), message: t(message, values) };
        }),
      },
      t,
    );
    const count =
      all.length === 0
        ? notice({ kind: 'success', text: t(m.sheet_whole) }, t)
        : notice(
            {
              kind: 'warning',
              text: html`${sheet.problems.length > 0 && html`${t(m.sheet_wrong, { n: sheet.problems.length })} `}${sheet.missing.length > 0 && t(m.sheet_missing_n, { n: sheet.missing.length })}`,
            },
            t,
          );
    const more = all.length > most && html`<p class="hint">${t(m.sheet_more, { n: all.length - most })}</p>`;
    const use = html`<form method="post" action="${href}/noi-dung/bieu">${csrfInput(csrf)}${buttonRow(
      button({
        text: t(sheet.problems.length > 0 ? m.sheet_use_part : m.sheet_use),
        name: 'viec',
        value: 'dung',
        kind: 'primary',
      }),
      button({ text: t(m.sheet_drop), name: 'viec', value: 'bo' }),
    )}</form>`;
    return answerPage(
      shell(context, {
        title: t(m.sheet_title),
        kicker: item.title,
        lead: t(m.sheet_lead, { name: sheet.name }),
        active: 'disclosure',
        breadcrumb: [
          { href: `/cong-khai?don-vi=${item.unitId}`, text: t(words.title) },
          { href, text: item.title },
          { href: `${href}/noi-dung`, text: t(m.title_fill) },
          { text: t(m.sheet_title) },
        ],
        main: html`${count}${all.length > 0 && problems}${more}${use}${card({ title: t(m.sheet_read), body: contentView(context, paperContent(item.terms, content)) })}`,
        wide: true,
      }),
    );
  },
});

export const useSheet = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  unaudited: 'a draft is nobody’s statement; publishing is recorded',
  body: z.object({ viec: z.enum(['dung', 'bo']) }),
  async handle(context, tx, { params, body }) {
    const { detail } = await writtenItem(context, params.id);
    const writing = await writingOf(context, tx, detail);
    const { sheet, summary, reason, keepFiles } = writing;
    const isUsed = body.viec === 'dung' && sheet !== null;
    const typed = isUsed ? { ...writing.typed, ...sheet.typed } : writing.typed;
    await saveDraft(context, tx, detail, { typed, summary, reason, keepFiles, sheet: null });
    const text = context.t(isUsed ? m.sheet_used : m.sheet_dropped);
    return redirectTo(`${itemHref(params.id)}/noi-dung`, { kind: isUsed ? 'success' : 'info', text });
  },
});
