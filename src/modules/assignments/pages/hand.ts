import { z } from 'zod';
import { AppError, ensure, type FieldProblem } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/ids.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import {
  button,
  buttonRow,
  card,
  chips,
  csrfInput,
  emptyState,
  errorSummary,
  notice,
  shell,
} from '../../../ui/index.ts';
import { peopleOfUnits } from '../../identity/index.ts';
import { type Unit, unitById, unitErrors } from '../../units/index.ts';
import { handOn } from '../commands/hand-on.ts';
import { isOrphaned } from '../domain/responsible.ts';
import { OPEN_STATES } from '../domain/state.ts';
import { assignmentErrors } from '../errors.ts';
import { assignmentLimits } from '../limits.ts';
import { m } from '../messages-people.ts';
import { mayHand, mayReport } from '../policy.ts';
import { type GivenWork, givenInUnit } from '../queries/given-in-unit.ts';
import { countedAssignments } from '../queries/list.ts';
import type { GivenTo } from '../queries/responsible-sql.ts';
import { revisionsOf } from '../queries/revisions.ts';
import { type Typed, typedText } from './item/action-form.ts';
import { handFields, whoLine, whomChosen, whomFields } from './item/whom.ts';
import { cursorSchema, listPager } from './paging.ts';
import { readingOf } from './reading.ts';
import { workTable } from './work-table.ts';

const PATH = '/giao-viec';

const isNamed = ({ personId, title }: GivenTo): boolean => personId !== null || title !== null;

/** Ways to look at the open work of a unit that the reader may hand on. */
const VIEWS = {
  'giao-lai': { title: m.view_again, holds: (one: GivenWork) => isOrphaned(one.holder, one) },
  'chua-giao': { title: m.view_nobody, holds: (one: GivenWork) => !isNamed(one) },
  'tat-ca': { title: m.view_all, holds: () => true },
} as const;
type View = keyof typeof VIEWS;
const VIEW_KEYS = Object.keys(VIEWS) as [View, ...View[]];
const viewSchema = z.enum(VIEW_KEYS).catch('tat-ca').default('tat-ca');

interface Asked {
  readonly unitId: string;
  readonly view: View;
  /** Where the page before ended, as it stands in the address. */
  readonly after: string | undefined;
}

/** The unit, when its people may be given work by the reader; like a unit that does not exist otherwise. */
async function unitToHandIn(context: RequestContext, id: string): Promise<Unit> {
  const found = isId(id) ? await unitById(context.db, id, context.today) : undefined;
  ensure(found && mayReport(context.actor, found), unitErrors.not_found);
  return found;
}

async function handPage(context: RequestContext, asked: Asked, typed?: Typed): Promise<Html> {
  const { t, db, actor, today } = context;
  const unit = await unitToHandIn(context, asked.unitId);
  const reading = await readingOf(context);
  const [given, staff] = await Promise.all([
    givenInUnit(db, unit.id, reading.day),
    peopleOfUnits(db, [unit.id], today),
  ]);
  const own = given.filter((one) =>
    mayHand(actor, { lineage: unit.lineage, answeredBy: one.holder.personId }),
  );
  const groups = own.filter(VIEWS[asked.view].holds);
  const page = await countedAssignments(
    db,
    { unitId: unit.id, givenTo: groups, states: OPEN_STATES },
    reading,
    { sort: 'due', after: cursorSchema.parse(asked.after) ?? null, size: assignmentLimits.page_rows },
  );
  const revisions = await revisionsOf(
    db,
    page.rows.map((row) => row.id),
  );
  const holderOf = (id: string): string => {
    const row = revisions.get(id);
    const group = groups.find((one) => one.personId === row?.personId && one.title === row?.title);
    return group ? whoLine(context, group.holder, group.title) : '';
  };
  const ticked = tickedIds(typed);
  const table = workTable(context, reading, {
    caption: t(VIEWS[asked.view].title),
    rows: page.rows,
    hideUnit: true,
    pick: 'chon',
    pickValue: (row) => `${row.id}:${revisions.get(row.id)?.revision ?? ''}`,
    // What has to be handed on again goes in one press; elsewhere people choose.
    isPicked: (row) => (typed ? ticked.has(row.id) : asked.view === 'giao-lai'),
    more: { label: t(m.responsible), cell: (row) => holderOf(row.id) },
    empty: emptyState({ title: t(m.hand_nothing) }),
  });
  const idOf = (name: string): string => (name === 'chon' ? 'viec-can-giao' : `${name}-many`);
  const fields = card({
    title: t(m.hand_chosen),
    body: html`${whomFields(context, staff, typed, idOf)}${buttonRow(button({ text: t(m.do_hand), kind: 'primary' }))}`,
  });
  const hidden = html`<input type="hidden" name="don_vi" value="${unit.id}"><input type="hidden" name="xem" value="${asked.view}">${asked.after && html`<input type="hidden" name="sau" value="${asked.after}">`}`;
  const form = html`<form method="post" action="${PATH}" novalidate>${csrfInput(context.csrf)}${hidden}<p class="vh" id="viec-can-giao" tabindex="-1">${t(VIEWS[asked.view].title)}</p>${table}${page.rows.length > 0 && fields}</form>`;
  const views = chips(
    {
      label: t(m.hand_views),
      items: VIEW_KEYS.map((view) => ({
        href: `${PATH}?don-vi=${unit.id}&xem=${view}`,
        text: t(VIEWS[view].title),
        count: own.filter(VIEWS[view].holds).reduce((sum, one) => sum + one.count, 0),
        current: view === asked.view,
      })),
    },
    t,
  );
  const about = asked.view === 'giao-lai' && notice({ kind: 'info', text: t(m.view_again_what) }, t);
  return shell(context, {
    title: t(m.hand_on),
    lead: t(m.hand_page_lead),
    active: 'mine',
    breadcrumb: [{ href: `/don-vi/${unit.id}`, text: unit.name }, { text: t(m.hand_on) }],
    main: html`${errorSummary(typed?.problems, t, idOf)}${views}${about}${form}${listPager(context, page, page.total)}`,
  });
}

function tickedIds(typed: Typed | undefined): ReadonlySet<string> {
  const chosen = typed?.values.chon ?? [];
  return new Set((typeof chosen === 'string' ? [chosen] : chosen).map((value) => value.split(':')[0] ?? ''));
}

/** Open work of a unit, many rows handed on at once. */
export const handMany = get({
  path: PATH,
  access: signedIn,
  rate: 'page',
  query: z.object({
    'don-vi': z.string().max(36).optional(),
    xem: viewSchema,
    sau: z.string().max(60).optional(),
  }),
  async handle(context, { query }) {
    const unitId = query['don-vi'] ?? context.actor.current?.unitId ?? '';
    return answerPage(await handPage(context, { unitId, view: query.xem, after: query.sau }));
  },
});

/** `0190…:3`: an assignment with the revision that was shown. */
const chosenRow = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/)
  .transform((text) => {
    const [assignmentId = '', revision] = text.split(':');
    return { assignmentId, revision: Number(revision) };
  });

const typedMany = z.object({
  don_vi: z.string().max(36),
  xem: viewSchema,
  sau: z.string().max(60).optional(),
  chon: z.union([chosenRow.transform((one) => [one]), z.array(chosenRow)]).default([]),
  ...handFields,
});

export const handedMany = post({
  path: PATH,
  access: signedIn,
  rate: 'write',
  body: typedMany,
  async handle(context, tx, { body }) {
    const { chon: work, loi_dan: note } = body;
    const to = whomChosen(body.cho);
    const problems: FieldProblem[] = [
      ...(work.length === 0 ? [{ field: 'chon', message: assignmentErrors.nothing_chosen }] : []),
      ...(to === undefined ? [{ field: 'cho', message: m.whom_missing }] : []),
    ];
    if (to === undefined || problems.length > 0) throw new AppError(kernelErrors.invalid_input, {}, problems);
    const { handed: n } = await handOn(context, tx, { work, to, note });
    const back = `${PATH}?don-vi=${body.don_vi}&xem=${body.xem}`;
    return redirectTo(back, { kind: 'success', text: context.t(m.handed, { n }) });
  },
  async redisplay(context, _params, rejected) {
    const { error, values } = rejected;
    const problems =
      rejected.problems.length > 0
        ? rejected.problems
        : [{ field: fieldOf(error), message: error.type, params: error.params }];
    const unitId = typedText(values.don_vi) ?? '';
    const asked = { unitId, view: viewSchema.parse(values.xem), after: typedText(values.sau) };
    return answerPage(await handPage(context, asked, { values, problems }));
  },
});

function fieldOf({ type }: AppError): string {
  return type === assignmentErrors.not_in_unit || type === assignmentErrors.handed_already ? 'cho' : 'chon';
}
