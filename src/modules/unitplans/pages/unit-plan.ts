import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type Rejected,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  card,
  confirmAction,
  type DefinitionItem,
  dataTable,
  definitionList,
  details,
  emptyState,
  errorSummary,
  linkButton,
  notice,
  problemOf,
  shell,
  textareaField,
  titleLines,
} from '../../../ui/index.ts';
import {
  asOfForm,
  asOfNotice,
  asOfSchema,
  onSameDay,
  type Reading,
  readingOf,
} from '../../assignments/index.ts';
import { lawInForce, lawNotice, type Plan, planById } from '../../plans/index.ts';
import { returnUnitPlan, returnUnitPlanInput } from '../commands/return-unit-plan.ts';
import { type ContentLine, citingPassages, type UnitPlanContent } from '../domain/content.ts';
import { m } from '../messages.ts';
import { rm } from '../messages-register.ts';
import { mayFollow, mayReturn } from '../policy.ts';
import { historyOf, type UnitPlan } from '../queries/unit-plans.ts';
import { contentShown, type ShownContent } from './content-of.ts';
import { textOf } from './draft-form.ts';
import { history } from './history.ts';
import { dueWithReason, nextSteps, parentCited } from './mine.ts';
import {
  breadcrumb,
  clockOf,
  lateWords,
  registerHref,
  shortContent,
  tookWords,
  UNIT_PLAN_PATH,
  unitPlanBadge,
  unitPlanHref,
  visibleUnitPlan,
} from './parts.ts';

const planQuery = z.object({
  ban: z
    .union([z.literal('du-thao'), z.coerce.number().int().min(1).max(1000)])
    .optional()
    .catch(undefined),
  as_of: asOfSchema,
});

async function unitPlanPage(
  context: RequestContext,
  id: string,
  query: z.infer<typeof planQuery>,
  rejected?: Rejected,
): Promise<Answer> {
  const { t, db } = context;
  const reading = await readingOf(context, query.as_of);
  const unitPlan = await visibleUnitPlan(context, reading, id);
  const plan = await planById(db, unitPlan.planId, reading.day.today);
  const shown = await contentShown(context, reading, unitPlan, query.ban);
  const unitName = reading.units.names.get(unitPlan.unitId) ?? '';
  const events = await historyOf(db, unitPlan.id, reading.day);
  const main = html`${errorSummary(rejected?.problems, t)}${asOfNotice(context, reading)}${standingNotices(context, unitPlan)}${card({ body: html`${facts(context, reading, unitPlan)}${nextSteps(context, reading, unitPlan, true)}` })}${shown ? content(context, reading, shown) : nothing(context, reading)}${returnForm(context, reading, unitPlan, rejected)}${card({ title: t(m.history), body: history(context, events, reading.day) })}${asOfForm(context, reading)}`;
  return answerPage(
    shell(context, {
      title: t(m.unit_plan, { unit: unitName }),
      kicker: parentCited(plan, unitPlan),
      active: 'unit-plans',
      breadcrumb: breadcrumb(context, reading, unitPlan, plan ?? { number: null, title: '' }),
      actions: actions(context, reading, unitPlan, shown, plan),
      main,
      wide: true,
    }),
  );
}

function actions(
  context: RequestContext,
  reading: Reading,
  unitPlan: UnitPlan,
  shown: ShownContent | undefined,
  plan: Plan | undefined,
): Html {
  const { t } = context;
  const paper = `${unitPlanHref(unitPlan.id)}/van-ban?ban=${shown?.version ?? 'du-thao'}`;
  const files =
    shown &&
    html`${linkButton({ href: `${paper}&dinh-dang=docx`, text: t(m.paper_docx), download: true })}${linkButton({ href: `${paper}&dinh-dang=pdf`, text: t(m.paper_pdf), download: true })}`;
  const register =
    plan &&
    mayFollow(context.actor, unitPlan) &&
    linkButton({ href: onSameDay(reading, registerHref(plan.id)), text: t(m.register) });
  return html`${files}${register}`;
}

/** What has to be known before anything else: returned, amended above, or ended. */
function standingNotices(context: RequestContext, unitPlan: UnitPlan): Html {
  const { t } = context;
  const { returned, amendedTo, void: ended, versions } = unitPlan.course;
  if (ended) {
    const message = ended.why === 'withdrawn' ? m.void_withdrawn : m.void_not_asked;
    const text = t(message, { date: formatDate(ended.on), reason: ended.reason });
    return notice({ kind: 'info', text }, t);
  }
  const back =
    returned &&
    notice(
      {
        kind: 'warning',
        text: t(m.returned_notice, {
          name: returned.by,
          date: formatDate(returned.on),
          reason: returned.reason,
        }),
      },
      t,
    );
  const amended =
    amendedTo !== null &&
    versions.length > 0 &&
    notice({ kind: 'warning', text: t(m.amended_notice, { n: amendedTo }) }, t);
  return html`${back}${amended}`;
}

function facts(context: RequestContext, reading: Reading, unitPlan: UnitPlan): Html {
  const { t } = context;
  const { received, versions } = unitPlan.course;
  const clock = clockOf(unitPlan, reading);
  const [first] = versions;
  const taken: DefinitionItem[] =
    clock && first && !unitPlan.isRequest
      ? [
          {
            term: t(m.taken),
            value: `${tookWords(context, first.workingDays)}${clock.isLate ? `, ${lateWords(context, clock)}` : ''}`,
          },
        ]
      : [];
  const list = html`<ul>${versions.map((one) => html`<li><a href="${onSameDay(reading, `${unitPlanHref(unitPlan.id)}?ban=${one.version}`)}">${t(m.version, { n: one.version })}</a>: ${t(m.number_date, { number: one.number, date: formatDate(one.issuedOn) })}; ${t(m.signed_by, { name: one.signerName, title: one.signerTitle })}</li>`)}</ul>`;
  return definitionList([
    { term: t(m.state), value: unitPlanBadge(context, unitPlan, clock) },
    {
      term: t(m.unit),
      value: html`<a href="/don-vi/${unitPlan.unitId}">${reading.units.names.get(unitPlan.unitId)}</a>`,
    },
    { term: t(m.due), value: dueWithReason(context, reading, unitPlan) },
    {
      term: t(m.receipt),
      value: received ? t(m.received_by, { name: received.by, date: formatDate(received.on) }) : t(m.not_yet),
    },
    ...(versions.length > 0 ? [{ term: t(m.versions), value: list }] : []),
    ...taken,
  ]);
}

function nothing(context: RequestContext, reading: Reading): Html {
  const text = reading.day.asOf === null ? m.not_issued_yet : m.not_issued_then;
  return html`<div class="card">${emptyState({ title: context.t(text) })}</div>`;
}

function paragraphs(text: string): Html {
  return html`${text
    .split('\n')
    .filter(Boolean)
    .map((line) => html`<p>${line}</p>`)}`;
}

function content(context: RequestContext, reading: Reading, shown: ShownContent): Html {
  const { t } = context;
  const { content: whole, version } = shown;
  const around = html`${paragraphs(whole.bases)}${paragraphs(whole.opening)}${paragraphs(whole.closing)}`;
  const law = lawNotice(
    context,
    lawInForce(citingPassages(whole), whole.signed?.issuedOn ?? context.today),
    (path) => path || t(rm.around),
  );
  const caption = version === null ? t(m.draft_now) : `${t(m.tasks)}, ${t(m.version, { n: version })}`;
  return html`${law}${card({ title: whole.title, body: details(t(rm.around), around) })}${lineTable(context, reading, whole, caption)}`;
}

function lineTable(
  context: RequestContext,
  reading: Reading,
  { lines, unit }: UnitPlanContent,
  caption: string,
): Html {
  const { t } = context;
  return dataTable(
    {
      caption,
      captionVisible: true,
      columns: [
        { key: 'code', label: t(m.code), width: 'fit', phone: 'bare' },
        { key: 'words', label: t(m.task), primary: true },
        { key: 'how', label: t(m.how) },
        { key: 'product', label: t(m.product) },
        { key: 'responsible', label: t(m.responsible) },
        { key: 'time', label: t(m.time) },
      ],
      rows: lines.map((line) => ({
        ...(line.taskId === null
          ? {}
          : { href: onSameDay(reading, `/phan-viec?nhiem-vu=${line.taskId}&don-vi=${unit.id}`) }),
        cells: [
          line.code,
          titleLines(line.words, placeOf(context, line)),
          line.isDeclined ? html`<em>${t(m.declined, { reason: line.declineReason })}</em>` : line.how,
          line.isDeclined ? '' : line.product,
          line.isDeclined ? '' : line.responsible,
          line.isDeclined
            ? ''
            : html`${line.dueWords}${line.lateReason !== '' && html`<span class="line-sub">${t(m.later_because, { reason: line.lateReason })}</span>`}`,
        ],
      })),
      empty: emptyState({ title: t(m.not_issued_yet) }),
    },
    t,
  );
}

function placeOf(context: RequestContext, line: ContentLine): string {
  const { t } = context;
  const place = [line.clausePath, shortContent(context, line.dimension)].filter(Boolean).join(' · ');
  return line.asked === null
    ? `${t(m.own_line)} · ${place}`
    : `${place} · ${t(m.asks, { product: line.asked.product, due: line.asked.due })}`;
}

function returnForm(
  context: RequestContext,
  reading: Reading,
  unitPlan: UnitPlan,
  rejected: Rejected | undefined,
): Html {
  const { t } = context;
  const isOpen = reading.day.asOf === null && unitPlan.isIssued && unitPlan.course.returned === null;
  if (!isOpen || unitPlan.state === 'void' || !mayReturn(context.actor, unitPlan)) return html``;
  return confirmAction({
    summary: t(rm.give_back),
    explain: t(rm.give_back_what),
    action: `${unitPlanHref(unitPlan.id)}/tra-lai`,
    csrf: context.csrf,
    button: t(rm.give_back),
    fields: textareaField(
      {
        label: t(rm.give_back_reason),
        name: 'reason',
        value: rejected && textOf(rejected.values, 'reason'),
        rows: 4,
        maxlength: 4000,
        required: true,
        error: problemOf(rejected?.problems, 'reason', t),
      },
      t,
    ),
  });
}

export const unitPlan = get({
  path: UNIT_PLAN_PATH,
  access: signedIn,
  rate: 'page',
  query: planQuery,
  handle: (context, { params, query }) => unitPlanPage(context, params.id, query),
});

export const giveBack = post({
  path: `${UNIT_PLAN_PATH}/tra-lai`,
  access: signedIn,
  rate: 'write',
  body: returnUnitPlanInput.omit({ unitPlanId: true }),
  async handle(context, tx, { params, body }) {
    await returnUnitPlan(context, tx, { ...body, unitPlanId: params.id });
    return redirectTo(unitPlanHref(params.id), { kind: 'success', text: context.t(rm.given_back) });
  },
  redisplay: (context, params, rejected) =>
    unitPlanPage(context, params.id ?? '', { as_of: undefined }, rejected),
});
