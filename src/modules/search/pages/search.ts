import { z } from 'zod';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { type SearchWords, searchLimits, searchWords } from '../../../kernel/search-words.ts';
import {
  card,
  chips,
  emptyState,
  field,
  filterBar,
  linkButton,
  notice,
  pager,
  shell,
} from '../../../ui/index.ts';
import { searchRoomLimits } from '../limits.ts';
import { m } from '../messages.ts';
import { GROUPS, type Group, type Results, searchAll, searchGroup } from '../queries/search-all.ts';
import { groupTable } from './groups.ts';

const VIEWS = {
  'nhiem-vu': 'tasks',
  'don-vi': 'units',
  muc: 'clauses',
  'ke-hoach': 'plans',
} as const satisfies Record<string, Group>;
const VIEW_OF: Readonly<Record<Group, string>> = {
  tasks: 'nhiem-vu',
  units: 'don-vi',
  clauses: 'muc',
  plans: 'ke-hoach',
};
const ABOUT: Readonly<Record<Group, Message>> = {
  tasks: m.about_tasks,
  units: m.about_units,
  clauses: m.about_clauses,
  plans: m.about_plans,
};

const searchQuery = z.object({
  q: z.string().optional().catch(undefined),
  loai: z.enum(['nhiem-vu', 'don-vi', 'muc', 'ke-hoach']).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(searchRoomLimits.pages).catch(1).default(1),
});

const address = (q: string, more: Readonly<Record<string, string>> = {}): string =>
  `/tim?${new URLSearchParams({ q, ...more })}`;

/** The same words in the list of the room, where they can be filtered further and taken as a file. */
const LIST_OF: Readonly<Partial<Record<Group, string>>> = {
  tasks: '/phan-viec',
  units: '/don-vi',
  plans: '/ke-hoach',
};

function listLink({ t }: RequestContext, group: Group, q: string): Html {
  const list = LIST_OF[group];
  if (list === undefined) return html``;
  return html`<a href="${list}?${new URLSearchParams({ q }).toString()}">${t(group === 'tasks' ? m.see_work : m.open_list)}<span class="vh"> ${t(ABOUT[group])}</span></a>`;
}

function seeAll({ t }: RequestContext, group: Group, q: string, total: number, more: boolean): Html {
  return html`<a href="${address(q, { loai: VIEW_OF[group] })}">${t(more ? m.see_first : m.see_all, { n: total })}<span class="vh"> ${t(ABOUT[group])}</span></a>`;
}

function overview(context: RequestContext, q: string, words: SearchWords, results: Results): Html {
  const { t } = context;
  const tables = GROUPS.map((group) => {
    const { total, rows, more } = results[group];
    const note =
      !results.near && total > rows.length
        ? seeAll(context, group, q, total, more)
        : html`${t(m.count, { n: total })}`;
    return groupTable(context, group, results, { words: words.words, note });
  });
  return html`${results.near && notice({ kind: 'info', text: t(m.near, { q }) }, t)}${tables}`;
}

function onePage(
  context: RequestContext,
  q: string,
  words: SearchWords,
  group: Group,
  results: Partial<Results>,
  page: number,
): Html {
  const { t } = context;
  const { rows = [], total = 0, more = false } = results[group] ?? {};
  if (rows.length === 0) return nothing(context, q);
  const from = (page - 1) * searchRoomLimits.page_rows + 1;
  const to = from + rows.length - 1;
  const at = (number: number): string => address(q, { loai: VIEW_OF[group], trang: String(number) });
  return html`${groupTable(context, group, results, { words: words.words, note: listLink(context, group, q) })}${pager(
    {
      summary: t(more ? m.shown_of_more : m.shown, { from, to, total }),
      prevHref: page > 1 ? at(page - 1) : undefined,
      nextHref: to < total && page < searchRoomLimits.pages ? at(page + 1) : undefined,
    },
    t,
  )}`;
}

function nothing({ t }: RequestContext, q: string): Html {
  return card({
    body: emptyState({
      title: t(m.nothing, { q }),
      text: t(m.nothing_what),
      action: linkButton({ href: '/ke-hoach', text: t(m.open_plans) }),
    }),
  });
}

async function body(
  context: RequestContext,
  q: string,
  view: Group | undefined,
  page: number,
): Promise<Html> {
  const { t, db, actor, today } = context;
  if (q.trim() === '') return card({ body: emptyState({ title: t(m.start), text: t(m.start_what) }) });
  const words = searchWords(q);
  if (!words || (!words.selective && words.typed.length < 2 && !/\d/.test(words.typed)))
    return card({ body: emptyState({ title: t(m.too_short), text: t(m.too_short_what) }) });
  if (view !== undefined)
    return onePage(context, q, words, view, await searchGroup(db, actor, today, words, view, page), page);
  const results = await searchAll(db, actor, today, words);
  const noText = !words.selective && results.tasks.total + results.clauses.total === 0;
  const hint = noText && notice({ kind: 'info', text: t(m.only_codes) }, t);
  const found = GROUPS.filter((group) => results[group].total > 0);
  if (found.length === 0) return html`${hint}${nothing(context, q)}`;
  return html`${hint}${overview(context, q, words, results)}`;
}

export const search = get({
  path: '/tim',
  access: signedIn,
  rate: 'page',
  query: searchQuery,
  async handle(context, { query }) {
    const { t } = context;
    const q = (query.q ?? '').slice(0, searchLimits.text);
    const view = query.loai && VIEWS[query.loai];
    const fields = field(
      {
        label: t(m.what),
        name: 'q',
        type: 'search',
        value: q,
        hint: q === '' ? t(m.hint) : undefined,
        maxlength: searchLimits.text,
        autofocus: q === '',
      },
      t,
    );
    const back =
      view !== undefined &&
      chips(
        {
          label: t(m.groups),
          items: [
            { href: address(q), text: t(m.everything) },
            ...GROUPS.map((group) => ({
              href: address(q, { loai: VIEW_OF[group] }),
              text: t(m[group]),
              current: group === view,
            })),
          ],
        },
        t,
      );
    const main = html`${filterBar({ action: '/tim', fields, submit: t(m.search) }, t)}${back}${await body(context, q, view, query.trang)}`;
    return answerPage(
      shell(context, { title: q.trim() === '' ? t(m.title) : t(m.title_of, { q: q.trim() }), main }),
    );
  },
});
