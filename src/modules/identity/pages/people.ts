import type { ExportColumn } from '../../../kernel/documents/index.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { listFile } from '../../../kernel/http/list-file.ts';
import type { Answer, RequestContext } from '../../../kernel/http/route.ts';
import type { Translate } from '../../../kernel/i18n.ts';
import {
  dataTable,
  emptyState,
  field,
  filterBar,
  linkButton,
  listDownloads,
  pager,
  selectField,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { ROLES, type Role, roleLabels } from '../domain/roles.ts';
import { identityLimits } from '../limits.ts';
import { m } from '../messages-people.ts';
import { type ListedPerson, PERSON_STATES, type PeopleSort, type PersonState } from '../queries/people.ts';

export interface PeopleView {
  readonly search: string;
  readonly role: Role | undefined;
  readonly state: PersonState | undefined;
  readonly sort: PeopleSort;
  /** From 1. */
  readonly page: number;
  readonly total: number;
  readonly people: readonly ListedPerson[];
}

const STATE_WORDS = {
  active: m.stateActive,
  first_password: m.stateFirstPassword,
  locked: m.stateLocked,
  no_post: m.stateNoPost,
  disabled: m.stateDisabled,
} as const;

export const PEOPLE_PATH = '/nguoi-dung';

/** The address of the list with these changes to its filters; an empty one leaves. */
function address(context: RequestContext, changes: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(context.url.searchParams);
  search.delete('lang');
  for (const [name, value] of Object.entries(changes))
    if (value === '') search.delete(name);
    else search.set(name, value);
  const text = search.toString();
  return text === '' ? PEOPLE_PATH : `${PEOPLE_PATH}?${text}`;
}

export function peoplePage(context: RequestContext, view: PeopleView): Html {
  const { t } = context;
  const exports = listDownloads((format) => address(context, { 'dinh-dang': format, trang: '' }), t);
  return shell(context, {
    title: t(m.people),
    lead: t(m.peopleLead),
    active: 'people',
    actions: html`${linkButton({ href: '/nguoi-dung/them', text: t(m.addPerson), kind: 'primary' })}${exports}`,
    scripts: ['filter-auto'],
    main: html`${filters(context, view)}${table(context, view)}${pages(context, view)}`,
  });
}

function filters(context: RequestContext, view: PeopleView): Html {
  const { t } = context;
  const filtered = view.search !== '' || view.role !== undefined || view.state !== undefined;
  return filterBar(
    {
      action: PEOPLE_PATH,
      ...(filtered ? { reset: PEOPLE_PATH } : {}),
      fields: [
        field({ label: t(m.search), name: 'tim', type: 'search', value: view.search, maxlength: 100 }, t),
        selectField(
          {
            label: t(m.role),
            name: 'vai-tro',
            value: view.role ?? '',
            options: [
              { value: '', text: t(m.anyRole) },
              ...ROLES.map((role) => ({ value: role, text: t(roleLabels[role]) })),
            ],
          },
          t,
        ),
        selectField(
          {
            label: t(m.state),
            name: 'tinh-trang',
            value: view.state ?? '',
            options: [
              { value: '', text: t(m.anyState) },
              ...PERSON_STATES.map((state) => ({ value: state, text: t(STATE_WORDS[state]) })),
            ],
          },
          t,
        ),
      ],
    },
    t,
  );
}

function table(context: RequestContext, view: PeopleView): Html {
  const { t } = context;
  const sorted = (sort: PeopleSort) =>
    view.sort === sort
      ? ({ sorted: 'asc' } as const)
      : { sortHref: address(context, { 'sap-xep': sort === 'name' ? '' : sort, trang: '' }) };
  return dataTable(
    {
      caption: t(m.people),
      columns: [
        { key: 'name', label: t(m.name), primary: true, ...sorted('name') },
        { key: 'username', label: t(m.username), ...sorted('username') },
        { key: 'posts', label: t(m.posts) },
        { key: 'state', label: t(m.state) },
      ],
      rows: view.people.map((person) => ({
        href: `${PEOPLE_PATH}/${person.id}`,
        cells: [
          titleLines(person.fullName),
          person.username,
          person.posts === '' ? '—' : person.posts,
          t(STATE_WORDS[person.state]),
        ],
      })),
      empty: emptyState({ title: t(m.nobodyFound), text: t(m.nobodyFoundHint) }),
    },
    t,
  );
}

function pages(context: RequestContext, view: PeopleView): Html {
  const { t } = context;
  if (view.total === 0) return html``;
  const first = (view.page - 1) * identityLimits.people_page;
  const last = first + view.people.length;
  const go = (page: number): string => address(context, { trang: page === 1 ? '' : String(page) });
  return pager(
    {
      summary: t(m.rows, { from: Math.min(first + 1, last), to: last, total: view.total }),
      ...(view.page > 1 ? { prevHref: go(view.page - 1) } : {}),
      ...(last < view.total && view.people.length > 0 ? { nextHref: go(view.page + 1) } : {}),
    },
    t,
  );
}

function exportColumns(t: Translate): ExportColumn[] {
  return [
    { header: t(m.name), width: 28, kind: 'text' },
    { header: t(m.username), width: 24, kind: 'text' },
    { header: t(m.email), width: 30, kind: 'text' },
    { header: t(m.posts), width: 60, kind: 'text' },
    { header: t(m.state), width: 20, kind: 'text' },
  ];
}

/** The list as a file, with the columns that the page shows and the address of each person. */
export function peopleFile(
  context: RequestContext,
  people: readonly ListedPerson[],
  format: 'xlsx' | 'csv',
): Answer {
  const { t } = context;
  const columns = exportColumns(t);
  const rows = people.map((person) => [
    person.fullName,
    person.username,
    person.email,
    person.posts,
    t(STATE_WORDS[person.state]),
  ]);
  return listFile(format, t(m.exportName), { name: t(m.people), title: t(m.people), columns, rows });
}
