import { z } from 'zod';
import { formatInstant } from '../../../kernel/dates.ts';
import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/ids.ts';
import {
  button,
  csrfInput,
  dataTable,
  emptyState,
  linkButton,
  listDownloads,
  pager,
  shell,
  tabs,
  titleLines,
} from '../../../ui/index.ts';
import { declarationOf, sentenceOf } from '../domain/kinds.ts';
import { noticeLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { mp } from '../messages-preferences.ts';
import { mailboxesOf } from '../policy.ts';
import { listNotices, type Notice, type NoticeCursor, type NoticePage } from '../queries/list.ts';
import { unreadCount } from '../queries/unread.ts';

const VIEWS = { 'chua-doc': 'unread', 'tat-ca': 'all' } as const;

/** `1719190800000_0190…`: the notice the page before ended with. Anything else means the first page. */
const cursorSchema = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
  .transform((text): NoticeCursor => {
    const at = text.indexOf('_');
    return { madeAt: new Date(Number(text.slice(0, at))), id: text.slice(at + 1) };
  })
  .refine((cursor) => isId(cursor.id))
  .optional()
  .catch(undefined);

const listQuery = z.object({
  xem: z.enum(['chua-doc', 'tat-ca']).optional().catch(undefined),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  sau: cursorSchema,
});

function wordsOf({ t }: RequestContext, notice: Notice): string {
  const { message, params } = sentenceOf(notice.content);
  return t(message, params);
}

function address(view: keyof typeof VIEWS, more: Readonly<Record<string, string>> = {}): string {
  return `/thong-bao?${new URLSearchParams({ xem: view, ...more })}`;
}

function table(context: RequestContext, view: keyof typeof VIEWS, rows: readonly Notice[]): Html {
  const { t, csrf } = context;
  const unreadView = view === 'chua-doc';
  const action = unreadView && linkButton({ href: address('tat-ca'), text: t(m.see_all) });
  const noPost = mailboxesOf(context.actor).length === 0;
  return dataTable(
    {
      caption: t(unreadView ? m.unread : m.all),
      columns: [
        { key: 'when', label: t(m.col_when), width: 'fit', phone: 'bare' },
        { key: 'words', label: t(m.col_words), primary: true },
        { key: 'unit', label: t(m.col_unit) },
        { key: 'mark', label: t(m.col_mark), hideLabel: true, width: 'fit' },
      ],
      rows: rows.map((notice) => {
        const words = wordsOf(context, notice);
        const mark =
          notice.isUnread &&
          html`<form method="post" action="/thong-bao/${notice.id}/da-doc">${csrfInput(csrf)}${button({ text: t(m.mark), about: words, small: true })}</form>`;
        return {
          href: notice.link,
          cells: [
            formatInstant(notice.madeAt),
            titleLines(
              words,
              [t(declarationOf(notice.content.kind).name), ...(notice.isUnread ? [t(m.is_unread)] : [])].join(
                ' · ',
              ),
            ),
            notice.isPersonal ? titleLines(t(m.to_you), notice.unitName) : notice.unitName,
            mark,
          ],
        };
      }),
      empty: emptyState({
        title: t(unreadView ? m.none_unread : m.none),
        text: noPost ? t(m.no_post) : t(m.none_what),
        action,
      }),
    },
    t,
  );
}

function exportAnswer(context: RequestContext, { rows }: NoticePage, format: 'xlsx' | 'csv'): Answer {
  const { t } = context;
  const columns: ExportColumn[] = [
    { header: t(m.col_when), width: 18, kind: 'text' },
    { header: t(m.col_kind), width: 18, kind: 'text' },
    { header: t(m.col_words), width: 90, kind: 'text' },
    { header: t(m.col_unit), width: 32, kind: 'text' },
    { header: t(m.col_state), width: 12, kind: 'text' },
  ];
  const cells = rows.map((notice) => [
    formatInstant(notice.madeAt),
    t(declarationOf(notice.content.kind).name),
    wordsOf(context, notice),
    notice.isPersonal ? `${t(m.to_you)} (${notice.unitName})` : notice.unitName,
    notice.isUnread ? t(m.is_unread) : '',
  ]);
  const sheet = { name: t(m.title), title: t(m.title), columns, rows: cells };
  return listFile(format, `thong-bao-${context.today}`, sheet);
}

export const list = get({
  path: '/thong-bao',
  access: signedIn,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { db, actor, now, t, csrf } = context;
    const unread = await unreadCount(db, actor, now);
    // What is unread comes first; when nothing is, everything.
    const view = query.xem ?? (unread > 0 ? 'chua-doc' : 'tat-ca');
    const format = query['dinh-dang'];
    const page = await listNotices(db, actor, now, {
      unreadOnly: view === 'chua-doc',
      after: format ? null : (query.sau ?? null),
      size: format ? noticeLimits.export_rows : noticeLimits.page_rows,
    });
    if (format) return exportAnswer(context, page, format);
    const newest = page.rows[0];
    const markAll =
      unread > 0 &&
      newest &&
      query.sau === undefined &&
      html`<form method="post" action="/thong-bao/da-doc-het">${csrfInput(csrf)}<input type="hidden" name="until" value="${newest.madeAt.toISOString()}">${button({ text: t(m.mark_all), kind: 'primary' })}</form>`;
    const many = unread > noticeLimits.unread_counted;
    const main = html`${tabs(
      {
        label: t(m.tabs),
        items: [
          {
            href: address('chua-doc'),
            text: many
              ? `${t(m.unread)} · ${t(m.count_more, { n: noticeLimits.unread_counted })}`
              : t(m.unread),
            count: many ? undefined : unread,
            current: view === 'chua-doc',
          },
          { href: address('tat-ca'), text: t(m.all), current: view === 'tat-ca' },
        ],
      },
      t,
    )}${table(context, view, page.rows)}${
      page.rows.length > 0 &&
      pager(
        {
          summary: t(m.shown, { n: page.rows.length }),
          prevHref: query.sau ? address(view) : undefined,
          nextHref: page.next
            ? address(view, { sau: `${page.next.madeAt.getTime()}_${page.next.id}` })
            : undefined,
        },
        t,
      )
    }`;
    const actions = html`${markAll}${linkButton({ href: '/tai-khoan/thong-bao', text: t(mp.change) })}${listDownloads((format) => address(view, { 'dinh-dang': format }), t)}`;
    return answerPage(
      shell(context, { title: t(m.title), active: 'notices', lead: t(m.lead), actions, main }),
    );
  },
});
