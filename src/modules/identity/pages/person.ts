import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  card,
  confirmAction,
  dataTable,
  dateField,
  definitionList,
  details,
  emptyState,
  linkButton,
  notice,
  type Option,
  problemOf,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { roleLabels } from '../domain/roles.ts';
import { m as leaveWords } from '../messages-leave.ts';
import { m } from '../messages-people.ts';
import { mayGrant } from '../policy.ts';
import type { StoredPerson } from '../store/people.ts';
import type { StoredPost } from '../store/posts.ts';
import { type Refused, typed, whatIsWrong } from './parts.ts';
import { PEOPLE_PATH } from './people.ts';
import { formTo, nameFields, postFieldsOf } from './person-forms.ts';

export interface PersonView {
  readonly person: StoredPerson;
  readonly posts: readonly StoredPost[];
  readonly mayManage: boolean;
  readonly units: readonly Option[];
  readonly refused: Refused | null;
}

const crumbs = (context: RequestContext, last: string) => [
  { href: PEOPLE_PATH, text: context.t(m.people) },
  { text: last },
];

/** One person: account, posts past and present, and what an administrator can do. */
export function personPage(context: RequestContext, view: PersonView): Html {
  const { t } = context;
  const { person, mayManage, refused } = view;
  const path = `${PEOPLE_PATH}/${person.id}`;
  const facts = mayManage
    ? formTo(context, path, nameFields(context, 'names', person, refused), t(m.save))
    : definitionList([
        { term: t(m.username), value: person.username },
        { term: t(m.email), value: person.email ?? '—' },
      ]);
  const grant =
    mayManage &&
    card({
      body: details(
        t(m.grantPost),
        formTo(
          context,
          `${path}/chuc-vu`,
          postFieldsOf(context, 'grant', view.units, refused),
          t(m.grantPost),
          'secondary',
        ),
        refused?.form === 'grant' || view.posts.length === 0,
      ),
    });
  return shell(context, {
    title: person.fullName,
    active: 'people',
    breadcrumb: crumbs(context, person.fullName),
    actions: linkButton({ href: `${path}/nghi-uy-quyen`, text: t(leaveWords.leaves) }),
    main: html`${whatIsWrong(context, refused?.rejected.error)}${
      person.disabledAt && notice({ kind: 'warning', text: t(m.disabledNotice) }, t)
    }${!mayManage && notice({ kind: 'info', text: t(m.notYours) }, t)}${postTable(context, view)}${grant}${card(
      {
        title: t(m.details),
        body: facts,
      },
    )}${mayManage && person.id !== context.actor.personId && security(context, person)}`,
  });
}

function postTable(context: RequestContext, view: PersonView): Html {
  const { t, today } = context;
  const stateOf = (post: StoredPost): string => {
    if (post.from > today) return t(m.upcoming);
    return post.to !== null && post.to < today ? t(m.ended) : t(m.current);
  };
  return dataTable(
    {
      caption: t(m.allPosts),
      captionVisible: true,
      columns: [
        { key: 'post', label: t(m.post), primary: true },
        { key: 'unit', label: t(m.unit) },
        { key: 'from', label: t(m.from), align: 'end' },
        { key: 'to', label: t(m.to), align: 'end' },
        { key: 'state', label: t(m.state) },
        { key: 'end', label: t(m.endPost), hideLabel: true, width: 'fit' },
      ],
      rows: view.posts.map((post) => ({
        cells: [
          titleLines(post.acting ? `${post.title} ${t(m.actingMark)}` : post.title, t(roleLabels[post.role])),
          post.unitName,
          formatDate(post.from),
          post.to === null ? '—' : formatDate(post.to),
          stateOf(post),
          view.mayManage && (post.to === null || post.to >= today) && mayGrant(context.actor, post)
            ? endForm(context, view, post)
            : '',
        ],
      })),
      empty: emptyState({ title: t(m.noPosts), text: t(m.noPostsHint) }),
    },
    t,
  );
}

function endForm(context: RequestContext, view: PersonView, post: StoredPost): Html {
  const { t } = context;
  const form = `end ${post.id}`;
  const refused = view.refused?.form === form;
  return confirmAction({
    summary: t(m.endPost),
    explain: t(m.endPostExplain),
    action: `${PEOPLE_PATH}/${view.person.id}/chuc-vu/${post.id}/ket-thuc`,
    csrf: context.csrf,
    button: t(m.endPost),
    fields: dateField(
      {
        label: t(m.lastDay),
        name: 'lastDay',
        // The error summary leads to the one that was refused.
        ...(refused ? {} : { id: `f-lastDay-${post.id}` }),
        value: typed(view.refused, form, 'lastDay', formatDate(context.today)),
        required: true,
        error: refused ? problemOf(view.refused?.rejected.problems, 'lastDay', t) : undefined,
      },
      t,
    ),
  });
}

function security(context: RequestContext, person: StoredPerson): Html {
  const { t } = context;
  const path = `${PEOPLE_PATH}/${person.id}`;
  const name = person.fullName;
  const reset = confirmAction({
    summary: t(m.resetPassword),
    explain: t(m.resetExplain, { name }),
    action: `${path}/mat-khau`,
    csrf: context.csrf,
    button: t(m.resetPassword),
  });
  const openOrClose =
    person.disabledAt === null
      ? confirmAction({
          summary: t(m.disable),
          explain: t(m.disableExplain, { name }),
          action: `${path}/vo-hieu`,
          csrf: context.csrf,
          button: t(m.disable),
        })
      : formTo(context, `${path}/hoat-dong`, html``, t(m.enable));
  return card({ title: t(m.security), body: html`${reset}${openOrClose}` });
}

/** The form of a new person with the first post. */
export function newPersonPage(
  context: RequestContext,
  view: { readonly units: readonly Option[]; readonly refused: Refused | null },
): Html {
  const { t } = context;
  const fields = html`${nameFields(context, 'new', null, view.refused)}<h2>${t(m.firstPost)}</h2>${postFieldsOf(context, 'new', view.units, view.refused)}`;
  return shell(context, {
    title: t(m.addPerson),
    active: 'people',
    breadcrumb: crumbs(context, t(m.addPerson)),
    main: html`${whatIsWrong(context, view.refused?.rejected.error)}${card({
      body: formTo(context, '/nguoi-dung/them', fields, t(m.addPerson)),
    })}`,
  });
}

/** The only page that ever shows a first password. */
export function firstPasswordPage(
  context: RequestContext,
  shown: { personId: string; fullName: string; username: string; firstPassword: string },
): Html {
  const { t } = context;
  const name = shown.fullName;
  const facts = definitionList([
    { term: t(m.username), value: html`<code>${shown.username}</code>` },
    { term: t(m.firstPassword), value: html`<code>${shown.firstPassword}</code>` },
  ]);
  return shell(context, {
    title: t(m.firstPasswordTitle, { name }),
    active: 'people',
    breadcrumb: crumbs(context, name),
    main: card({
      body: html`${facts}<p>${t(m.firstPasswordExplain)}</p>${linkButton({
        href: `${PEOPLE_PATH}/${shown.personId}`,
        text: t(m.toPerson, { name }),
      })}`,
    }),
  });
}
