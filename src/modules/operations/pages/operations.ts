import { formatInstant } from '../../../kernel/dates.ts';
import type { HealthLevel, HealthReport, HealthSource, Said } from '../../../kernel/health.ts';
import { type Html, type HtmlValue, html } from '../../../kernel/html.ts';
import { answerPage, get, only, type RequestContext } from '../../../kernel/http/route.ts';
import type { Message, Translate } from '../../../kernel/i18n.ts';
import type { JobRun } from '../../../kernel/job-runs.ts';
import { describeError } from '../../../kernel/telemetry.ts';
import {
  card,
  codeText,
  dataTable,
  definitionList,
  emptyState,
  type IconName,
  icon,
  linkButton,
  notice,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { type JobState, needsSomebody } from '../domain/job-state.ts';
import { m } from '../messages.ts';
import { mayOperate } from '../policy.ts';
import { type JobStatus, jobStatuses } from '../queries/jobs.ts';
import { healthSources } from '../watched.ts';

interface Look {
  readonly word: Message;
  readonly icon: IconName;
  readonly style: string;
}

const STATE_LOOKS: Record<JobState, Look> = {
  ran: { word: m.state_ran, icon: 'success', style: 'tag' },
  waiting: { word: m.state_waiting, icon: 'info', style: 'tag' },
  late: { word: m.state_late, icon: 'warning', style: 'v-warning' },
  failed: { word: m.state_failed, icon: 'error', style: 'v-error' },
  never: { word: m.state_never, icon: 'error', style: 'v-error' },
};

const LEVEL_LOOKS: Record<HealthLevel, Look> = {
  well: { word: m.level_well, icon: 'success', style: 'tag' },
  off: { word: m.level_off, icon: 'info', style: 'tag' },
  look: { word: m.level_look, icon: 'warning', style: 'v-warning' },
  bad: { word: m.level_bad, icon: 'error', style: 'v-error' },
};

function badge(look: Look, t: Translate): Html {
  return html`<span class="badge ${look.style}">${icon(look.icon)}${t(look.word)}</span>`;
}

const said = (t: Translate, value: Said | string): string =>
  typeof value === 'string' ? value : t(value.message, value.params);

/** What a run did or what went wrong, in the program's own words: they are the same in every language. */
function result(run: JobRun | null, t: Translate): Html {
  if (run === null) return html``;
  if (run.error !== null) return html`${run.error}`;
  if (run.finishedAt === null) return html`${t(m.not_ended)}`;
  const counts = Object.entries(run.counts ?? {}).map(([name, n]) => `${name} ${n}`);
  return counts.length === 0 ? html`` : codeText(counts.join(', '));
}

/** When it last ran and, where that is another time, when it last went well. */
function lastRun(last: JobRun | null, succeededAt: Date | null, t: Translate): HtmlValue {
  if (last === null) return t(m.none);
  const at = formatInstant(last.startedAt);
  if (succeededAt?.getTime() === last.startedAt.getTime()) return at;
  const well = succeededAt === null ? t(m.none) : formatInstant(succeededAt);
  return titleLines(at, t(m.last_success, { at: well }));
}

function jobTable({ t }: RequestContext, statuses: readonly JobStatus[]): Html {
  return dataTable(
    {
      caption: t(m.jobs),
      captionVisible: true,
      columns: [
        { key: 'job', label: t(m.col_job), primary: true },
        { key: 'state', label: t(m.col_state), width: 'fit' },
        { key: 'last', label: t(m.col_last), width: 'fit' },
        { key: 'next', label: t(m.col_next), width: 'fit' },
        { key: 'detail', label: t(m.col_detail) },
      ],
      rows: statuses.map(({ job, state, last, succeededAt, nextAt }) => ({
        cells: [
          titleLines(job.title === undefined ? job.name : t(job.title), codeText(job.name)),
          badge(STATE_LOOKS[state], t),
          lastRun(last, succeededAt, t),
          formatInstant(nextAt),
          result(last, t),
        ],
      })),
      empty: emptyState({ title: t(m.no_jobs) }),
    },
    t,
  );
}

interface Checked {
  readonly source: HealthSource;
  readonly report: HealthReport;
}

/** A part that cannot even check itself is bad, and does not take the page down with it. */
async function check(context: RequestContext, source: HealthSource): Promise<Checked> {
  const { db, outward, tenant } = context;
  try {
    return { source, report: await source.check(db, tenant.machineClock.now(), outward) };
  } catch (error) {
    const params = { error: describeError(error).message };
    return { source, report: { level: 'bad', sentence: { message: m.unreadable, params }, facts: [] } };
  }
}

function healthCard({ t }: RequestContext, { source, report }: Checked): Html {
  const facts =
    report.facts.length > 0 &&
    definitionList(report.facts.map(({ term, value }) => ({ term: t(term), value: said(t, value) })));
  const link =
    report.link && html`<p>${linkButton({ href: report.link.href, text: t(report.link.text) })}</p>`;
  return card({
    title: t(source.title),
    note: badge(LEVEL_LOOKS[report.level], t),
    body: html`<p>${said(t, report.sentence)}</p>${facts}${link}`,
  });
}

export const operations = get({
  path: '/van-hanh',
  access: only('người quản trị của đơn vị cấp cao nhất', mayOperate),
  rate: 'page',
  async handle(context) {
    const { db, t, tenant } = context;
    const statuses = await jobStatuses(db, tenant.machineClock.now());
    const checked = await Promise.all(healthSources().map((source) => check(context, source)));
    const toLook =
      statuses.filter(({ state }) => needsSomebody(state)).length +
      checked.filter(({ report }) => report.level === 'look' || report.level === 'bad').length;
    const summary =
      toLook === 0
        ? notice({ kind: 'success', text: t(m.all_well) }, t)
        : notice({ kind: 'warning', text: t(m.look, { n: toLook }) }, t);
    const main = html`${summary}${jobTable(context, statuses)}${checked.map((one) => healthCard(context, one))}`;
    return answerPage(shell(context, { title: t(m.title), lead: t(m.lead), active: 'operations', main }));
  },
});
