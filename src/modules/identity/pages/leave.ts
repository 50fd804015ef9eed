import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  card,
  confirmAction,
  dataTable,
  dateField,
  emptyState,
  type Option,
  problemOf,
  selectField,
  shell,
} from '../../../ui/index.ts';
import { LEAVE_KINDS, leaveLabels } from '../domain/leave.ts';
import { m } from '../messages-leave.ts';
import type { UnitPerson } from '../queries/colleagues.ts';
import type { StoredLeave } from '../store/leaves.ts';
import { LEAVE_PATH, unitPeople } from './leave-people.ts';
import { type Refused, typed, whatIsWrong } from './parts.ts';
import { formTo } from './person-forms.ts';

export interface LeaveView {
  readonly person: { readonly id: string; readonly fullName: string };
  /** Where the form goes: one's own page, or that of the person. */
  readonly path: string;
  readonly leaves: readonly StoredLeave[];
  /** Leaves of others for which this person deputises. */
  readonly deputising: readonly StoredLeave[];
  readonly colleagues: readonly UnitPerson[];
  /** People of the units the reader leads, with their leaves; only on one's own page. */
  readonly led: { readonly people: readonly UnitPerson[]; readonly leaves: readonly StoredLeave[] } | null;
  readonly refused: Refused | null;
}

/** When a person is away and who deputises; on one's own page also the people of the units one leads. */
export function leavePage(context: RequestContext, view: LeaveView): Html {
  const { t } = context;
  const name = view.person.fullName;
  const isOwn = view.path === LEAVE_PATH;
  return shell(context, {
    title: isOwn ? t(m.leaves) : t(m.leavesOf, { name }),
    lead: isOwn ? t(m.ownLead) : t(m.personLead, { name }),
    main: html`${whatIsWrong(context, view.refused?.rejected.error)}${leaveTable(context, view)}${newLeave(context, view)}${
      view.deputising.length > 0 && deputisingTable(context, view.deputising)
    }${view.led && unitPeople(context, view.led)}`,
  });
}

export function daysOf(context: RequestContext, { from, to }: StoredLeave): string {
  return from === to ? formatDate(from) : context.t(m.range, { from: formatDate(from), to: formatDate(to) });
}

function leaveTable(context: RequestContext, view: LeaveView): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(m.recordedLeaves),
      captionVisible: true,
      columns: [
        { key: 'days', label: t(m.days), primary: true },
        { key: 'kind', label: t(m.kind) },
        { key: 'deputy', label: t(m.deputy) },
        { key: 'by', label: t(m.recordedBy) },
        { key: 'change', label: t(m.change), hideLabel: true, phone: 'bare' },
      ],
      rows: view.leaves.map((leave) => ({
        cells: [
          daysOf(context, leave),
          t(leaveLabels[leave.kind]),
          leave.deputyName ?? t(m.nobody),
          leave.recordedBy ?? t(m.bySystem),
          changeForm(context, view, leave),
        ],
      })),
      empty: emptyState({ title: t(m.noLeaves), text: t(m.noLeavesHint) }),
    },
    t,
  );
}

function changeForm(context: RequestContext, view: LeaveView, leave: StoredLeave): Html {
  const { t } = context;
  const form = `change ${leave.id}`;
  const refused = view.refused?.form === form ? view.refused : null;
  return confirmAction({
    summary: t(m.change),
    explain: t(m.changeExplain, { name: view.person.fullName }),
    action: `/nghi-uy-quyen/${leave.id}/rut-lai`,
    csrf: context.csrf,
    button: t(m.change),
    fields: dateField(
      {
        label: t(m.lastDay),
        name: 'lastDay',
        // The error summary leads to the one that was refused.
        ...(refused ? {} : { id: `f-lastDay-${leave.id}` }),
        hint: t(m.lastDayHint),
        optional: true,
        value: typed(refused, form, 'lastDay'),
        error: problemOf(refused?.rejected.problems, 'lastDay', t),
      },
      t,
    ),
  });
}

function newLeave(context: RequestContext, view: LeaveView): Html {
  const { t } = context;
  const { refused } = view;
  const problems = refused?.form === 'new' ? refused.rejected.problems : [];
  const day = (name: 'from' | 'to'): Html =>
    dateField(
      {
        label: t(m[name]),
        name,
        value: typed(refused, 'new', name),
        required: true,
        error: problemOf(problems, name, t),
      },
      t,
    );
  const kind = selectField(
    {
      label: t(m.kind),
      name: 'kind',
      hint: t(m.kindHint),
      value: typed(refused, 'new', 'kind'),
      options: [
        { value: '', text: t(m.chooseKind) },
        ...LEAVE_KINDS.map((one) => ({ value: one, text: t(leaveLabels[one]) })),
      ],
      required: true,
      error: problemOf(problems, 'kind', t),
    },
    t,
  );
  const deputy = selectField(
    {
      label: t(m.deputy),
      name: 'deputyId',
      hint: t(m.deputyHint),
      optional: true,
      value: typed(refused, 'new', 'deputyId'),
      options: [{ value: '', text: t(m.noDeputy) }, ...deputyOptions(context, view)],
      error: problemOf(problems, 'deputyId', t),
    },
    t,
  );
  return card({
    title: t(m.record),
    body: formTo(context, view.path, html`${day('from')}${day('to')}${kind}${deputy}`, t(m.record)),
  });
}

/** Each colleague once, under the first of their posts. */
function deputyOptions(context: RequestContext, view: LeaveView): Option[] {
  const { t } = context;
  const others = view.colleagues.filter((one) => one.personId !== view.person.id);
  return [...Map.groupBy(others, (one) => one.personId).values()].flatMap(([one]) => {
    if (!one) return [];
    const names = { name: one.fullName, title: one.title };
    const text = one.away
      ? t(m.deputyOptionAway, { ...names, until: formatDate(one.away.until) })
      : t(m.deputyOption, names);
    return [{ value: one.personId, text }];
  });
}

function deputisingTable(context: RequestContext, leaves: readonly StoredLeave[]): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(m.deputising),
      captionVisible: true,
      columns: [
        { key: 'who', label: t(m.who), primary: true },
        { key: 'days', label: t(m.days) },
      ],
      rows: leaves.map((leave) => ({ cells: [leave.personName, daysOf(context, leave)] })),
      empty: html``,
    },
    t,
  );
}
