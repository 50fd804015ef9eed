import { formatDate, vietnamDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { card, dataTable, emptyState, notice, stateBadge, tag } from '../../../ui/index.ts';
import { onSameDay, type Reading, type TaskWork } from '../../assignments/index.ts';
import { type OpenFinding, openFindings } from '../../inspections/index.ts';
import { draftHref } from '../../plans/index.ts';
import { scoringLimits } from '../limits.ts';
import { q } from '../messages-part.ts';
import { type Analysis, countOf, instantOf, type PartLine } from '../queries/analysis.ts';
import type { DraftedTask } from '../queries/drafted.ts';
import { type UnderPart, underPart } from '../queries/under-part.ts';
import { fixed } from './numbers.ts';
import { flag } from './parts.ts';

const MOST = scoringLimits.shown_rows;

/** What is being done under the same code: each line opens to its facts. */
export async function workCard(
  context: RequestContext,
  reading: Reading,
  found: Analysis,
  line: PartLine,
  drafted: readonly DraftedTask[],
): Promise<Html> {
  const { t } = context;
  const { code } = line.part;
  const under = await underPart(context, reading, code);
  const findings = await findingsSeen(context, reading, code);
  return card({
    title: t(q.work),
    id: 'viec',
    body: html`${unmoved(context, found, line)}${tasksPart(context, reading, found, line)}${draftsPart(context, drafted)}${linesPart(context, reading, under, findings)}`,
  });
}

/** Work that was finished while the score stood still, with the data that says so. */
function unmoved({ t }: RequestContext, found: Analysis, line: PartLine): Html {
  if (line.movement !== 'not_moved' || !line.loss) return html``;
  const { work, accepted } = line.countOfYear;
  const before = line.loss.value - (line.loss.change ?? 0);
  const params = {
    year: String(found.year),
    work,
    accepted,
    before: fixed(before, t),
    score: fixed(line.loss.value, t),
  };
  return notice({ kind: 'warning', text: t(q.unmoved, params) }, t);
}

function tasksPart(context: RequestContext, reading: Reading, found: Analysis, line: PartLine): Html {
  const { t } = context;
  if (!found.plan) return html``;
  const plan = found.plan.number ?? found.plan.title;
  const { dimension, code } = line.part;
  const general = found.planTasks.filter(
    (task) => task.dimension === dimension && task.subDimension === null,
  );
  const table = dataTable(
    {
      caption: t(q.tasks, { code, plan }),
      captionVisible: true,
      columns: [
        { key: 'task', label: t(q.col_task), primary: true },
        { key: 'lead', label: t(q.col_lead) },
        { key: 'due', label: t(q.col_due) },
        { key: 'state', label: t(q.col_state) },
      ],
      rows: line.tasks.map((task) => ({
        href: onSameDay(reading, `/nhiem-vu/${task.taskId}`),
        cells: [`${task.code}. ${task.words}`, task.leadName, task.dueWords, statesOf(context, task)],
      })),
      empty: line.isUncovered
        ? notice({ kind: 'warning', text: t(q.tasks_none, { plan }) }, t)
        : emptyState({ title: t(q.none_under) }),
    },
    t,
  );
  const more = general.length > 0 && t(q.tasks_general, { n: String(dimension), count: general.length });
  return html`${table}${more && html`<p class="hint">${more}</p>`}`;
}

function statesOf({ t }: RequestContext, task: TaskWork): Html {
  const { work, accepted, overdue } = countOf([task]);
  if (work === 0) return html`${t(q.no_work)}`;
  return html`<div>${t(q.accepted_of, { accepted, work })}</div>${overdue > 0 && html`<div>${stateBadge('overdue', t)} ${overdue}</div>`}`;
}

const draftWords = { open: q.draft_open, issued: q.draft_issued, gone: q.draft_gone };

function draftsPart({ t }: RequestContext, drafted: readonly DraftedTask[]): Html {
  if (drafted.length === 0) return html``;
  const lines = drafted.map((one) => {
    const href =
      one.state === 'issued'
        ? `/nhiem-vu/${one.taskId}`
        : one.state === 'open'
          ? draftHref(one.planId)
          : null;
    const name = one.code === '' ? one.practiceTitle : `${one.code}. ${one.words}`;
    const by = t(q.draft_line, {
      name: one.personName,
      date: formatDate(vietnamDate(one.recordedAt)),
      practice: one.practiceTitle,
    });
    return html`<li>${href === null ? name : html`<a href="${href}">${name}</a>`} ${tag(t(draftWords[one.state]))}<p class="hint">${by}</p></li>`;
  });
  return html`<h3>${t(q.drafts)}</h3><ul class="plain">${lines}</ul>`;
}

function linesPart(
  context: RequestContext,
  reading: Reading,
  { figures, compliance, checks }: UnderPart,
  findings: readonly OpenFinding[],
): Html {
  const { t } = context;
  const { names } = reading.units;
  const at = (href: string): string => onSameDay(reading, href);
  const part = (title: string, lines: readonly Html[]): Html =>
    html`<h3>${title}</h3>${lines.length === 0 ? html`<p>${t(q.none_under)}</p>` : html`<ul class="plain">${lines.slice(0, MOST)}</ul>`}${lines.length > MOST && html`<p>${t(q.more, { n: lines.length - MOST })}</p>`}`;
  const figureLines = figures.map(
    ({ code, name }) => html`<li><a href="${at(`/chi-tieu/${code}`)}">${code} ${name}</a></li>`,
  );
  const posted = compliance && {
    proven: compliance.tally.proven,
    asked: compliance.tally.asked,
    late: compliance.tally.late,
  };
  const board = compliance && at(`/cong-khai/bang?xem=muc&thanh-phan=${compliance.subDimension ?? ''}`);
  const postedLines =
    posted && board ? [html`<li><a href="${board}">${t(q.postings_line, posted)}</a></li>`] : [];
  const checkLines = checks.map(({ itemId, title, unitId, dueOn }) => {
    const text = t(q.check_line, { title, unit: names.get(unitId) ?? '', date: formatDate(dueOn) });
    return html`<li><a href="${at(`/cong-khai/muc/${itemId}`)}">${text}</a></li>`;
  });
  const findingLines = findings.map(({ id, words, unitId, dueOn, state }) => {
    const text = t(q.finding_line, { words, unit: names.get(unitId) ?? '', date: formatDate(dueOn) });
    const mark =
      state === 'late' ? flag(t(q.finding_late)) : state === 'claimed' && tag(t(q.finding_claimed));
    return html`<li><a href="${at(`/kiem-tra/ton-tai/${id}`)}">${text}</a> ${mark}</li>`;
  });
  return html`${part(t(q.figures), figureLines)}${part(t(q.postings), postedLines)}${part(t(q.checks), checkLines)}${part(t(q.findings), findingLines)}`;
}

/** Findings under the code of the part, of the units whose findings the reader may see. */
async function findingsSeen(
  context: RequestContext,
  { day, scope }: Reading,
  part: string,
): Promise<OpenFinding[]> {
  const unitIds = scope.everything ? null : [...scope.unitIds];
  const all = await openFindings(context.db, {
    actor: context.actor,
    unitIds,
    day: day.today,
    asOf: instantOf(day.asOf),
  });
  return all.filter(({ subDimension }) => subDimension === part);
}
