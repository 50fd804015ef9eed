import { z } from 'zod';
import { type Html, html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import {
  chips,
  emptyState,
  helpLine,
  type LossBar,
  linkButton,
  listDownloads,
  lossBars,
  notice,
  shell,
  tag,
} from '../../../ui/index.ts';
import {
  asOfForm,
  asOfNotice,
  asOfSchema,
  onSameDay,
  type Reading,
  readingOf,
} from '../../assignments/index.ts';
import { CITATION } from '../../papi/index.ts';
import { DONE_SHARE } from '../domain/moved.ts';
import { m } from '../messages.ts';
import { type Analysis, analysisOf, type PartLine } from '../queries/analysis.ts';
import { analysisFile } from './analysis-file.ts';
import { DECIMALS, fixed } from './numbers.ts';
import { flag, flagsOf, nameOfPart, partHref } from './parts.ts';

const VIEWS = ['cao-nhat', 'nhom-dau', 'truoc-day'] as const;
type View = (typeof VIEWS)[number];

const viewWords = { 'cao-nhat': m.view_best, 'nhom-dau': m.view_quarter, 'truoc-day': m.view_past };
const lostWords = {
  'cao-nhat': m.col_lost_best,
  'nhom-dau': m.col_lost_quarter,
  'truoc-day': m.col_lost_past,
};

const lost: Readonly<Record<View, (line: PartLine) => number | null>> = {
  'cao-nhat': ({ loss }) => loss?.againstBest ?? null,
  'nhom-dau': ({ loss }) => loss?.againstTopQuarter ?? null,
  'truoc-day': ({ loss }) => loss?.againstOwnPast ?? null,
};

export const yearSchema = z.coerce.number().int().min(2011).max(2199).optional().catch(undefined);

const pageQuery = z.object({
  nam: yearSchema,
  'so-voi': z.enum(VIEWS).catch('cao-nhat').default('cao-nhat'),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
});

export const analysis = get({
  path: '/chi-so/phan-tich',
  access: signedIn,
  rate: 'page',
  query: pageQuery,
  async handle(context, { query }) {
    const { t, db, url } = context;
    const reading = await readingOf(context, query.as_of);
    const found = await analysisOf(db, reading, query.nam);
    if (!found) return withoutProvince(context, reading);
    const format = query['dinh-dang'];
    const view = query['so-voi'];
    const lines = sortedBy(found.lines, view);
    if (format) return analysisFile(context, reading, found, lines, format);
    const file = (kind: string) => withQuery(url, { 'dinh-dang': kind });
    const actions = html`${linkButton({ href: onSameDay(reading, '/chi-so/phu-trach'), text: t(m.owners) })}${linkButton({ href: '/mo-hinh-hay', text: t(m.practices) })}${listDownloads(file, t)}`;
    return answerPage(
      shell(context, {
        title: t(m.title),
        kicker: t(m.kicker, { place: found.placeName, year: String(found.year) }),
        active: 'index',
        breadcrumb: [{ href: onSameDay(reading, '/chi-so'), text: t(m.index) }, { text: t(m.title) }],
        lead: t(m.lead),
        wide: true,
        actions,
        main: html`${asOfNotice(context, reading)}${helpLine({ code: 'II.3.c', text: t(m.help) }, t)}${yearChips(context, found)}${viewChips(context, view)}${told(context, found)}${bars(context, reading, found, lines, view)}${foot(context, found)}${asOfForm(context, reading)}`,
      }),
    );
  },
});

function withoutProvince(context: RequestContext, reading: Reading): Answer {
  const { t } = context;
  return answerPage(
    shell(context, {
      title: t(m.title),
      active: 'index',
      breadcrumb: [{ href: onSameDay(reading, '/chi-so'), text: t(m.index) }, { text: t(m.title) }],
      main: emptyState({
        title: t(m.no_province),
        text: t(m.no_province_text),
        action: linkButton({ href: '/don-vi', text: t(m.units) }),
      }),
    }),
  );
}

/** The largest loss first; what cannot be compared last, in the order of its code. */
function sortedBy(lines: readonly PartLine[], view: View): PartLine[] {
  const of = lost[view];
  return [...lines].sort((a, b) => (of(b) ?? -1) - (of(a) ?? -1));
}

function yearChips(context: RequestContext, { year, years }: Analysis): Html {
  const { t, url } = context;
  return chips(
    {
      label: t(m.years),
      items: years.map((one, index) => ({
        href: withQuery(url, { nam: index === 0 ? null : String(one) }),
        text: String(one),
        current: one === year,
      })),
    },
    t,
  );
}

function viewChips({ t, url }: RequestContext, view: View): Html {
  return chips(
    {
      label: t(m.views),
      items: VIEWS.map((one) => ({
        href: withQuery(url, { 'so-voi': one === 'cao-nhat' ? null : one }),
        text: t(viewWords[one]),
        current: one === view,
      })),
    },
    t,
  );
}

const planName = ({ plan }: Analysis): string => plan?.number ?? plan?.title ?? '';

/** What has to be seen first: losses without a task, and work that did not move its score. */
function told(context: RequestContext, found: Analysis): Html {
  const { t } = context;
  const year = String(found.year);
  const uncovered = found.lines.filter(({ isUncovered }) => isUncovered).length;
  const unmoved = found.lines.filter(({ movement }) => movement === 'not_moved').length;
  const coverage = !found.plan
    ? t(m.no_plan)
    : uncovered > 0
      ? t(m.uncovered_count, { n: uncovered, plan: planName(found) })
      : t(m.uncovered_none, { plan: planName(found) });
  const moved = found.hasWorkOfYear
    ? t(unmoved > 0 ? m.moved_count : m.moved_none, { n: unmoved, year })
    : t(m.moved_no_plan, { year, planYear: String(found.plan?.year ?? found.year + 1) });
  const kind = (isBad: boolean) => (isBad ? ('warning' as const) : ('info' as const));
  return html`${!found.place && notice({ kind: 'warning', text: t(m.withheld, { year, place: found.placeName }) }, t)}${notice({ kind: kind(uncovered > 0 || !found.plan), text: coverage }, t)}${notice({ kind: kind(unmoved > 0), text: moved }, t)}`;
}

function bars(
  context: RequestContext,
  reading: Reading,
  found: Analysis,
  lines: readonly PartLine[],
  view: View,
): Html {
  const { t } = context;
  const others = VIEWS.filter((one) => one !== view);
  return lossBars(
    {
      title: t(m.losses_title),
      rowLabel: t(m.col_part),
      valueLabel: t(lostWords[view]),
      marks: others.map((one) => t(lostWords[one])),
      moreLabel: t(m.col_work),
      decimals: DECIMALS,
      rows: lines.map((line): LossBar => {
        const { units } = reading;
        const owner = line.owner && (units.names.get(line.owner.unitId) ?? '');
        const sub = !line.isInForce
          ? t(m.part_of_old)
          : owner === null
            ? t(m.no_owner)
            : t(line.owner?.isProposed ? m.owner_proposed : m.owner_line, { unit: owner });
        return {
          code: line.part.code,
          name: nameOfPart(line.part, context),
          href: partHref(reading, found, line.part.code),
          sub: t(m.score_line, { score: fixed(line.loss?.value, t), owner: sub }),
          value: lost[view](line),
          marks: others.map((one) => lost[one](line)),
          more: workCell(context, line),
        };
      }),
      empty: emptyState({ title: t(m.no_rows) }),
    },
    t,
  );
}

function workCell(context: RequestContext, line: PartLine): Html {
  const { t } = context;
  const { tasks, work, accepted, overdue } = line.count;
  const lineText = tasks > 0 && html`<div>${t(m.tasks_line, { tasks, work, accepted })}</div>`;
  const late = overdue > 0 && html`<div>${t(m.overdue_line, { n: overdue })}</div>`;
  const cause = line.cause && html`<div>${tag(t(m.cause_written))}</div>`;
  return html`${lineText}${late}${flagsOf(line, context).map((text) => html`<div>${flag(text)}</div>`)}${cause}`;
}

function foot(context: RequestContext, found: Analysis): Html {
  const { t, actor } = context;
  const codes = [...Map.groupBy(found.strayTasks, ({ subDimension }) => subDimension ?? '')].map(
    ([code, tasks]) =>
      t(m.ended_code, { code, n: tasks.length, tasks: tasks.map((task) => task.code).join(', ') }),
  );
  const ended =
    codes.length > 0 && notice({ kind: 'info', text: t(m.ended_codes, { codes: codes.join('; ') }) }, t);
  const isPartial = !actor.posts.some(({ role }) =>
    ['standing', 'leader', 'superior', 'admin'].includes(role),
  );
  return html`${ended}<p class="hint">${t(m.moved_rule, { share: DONE_SHARE * 100 })}${isPartial && html` ${t(m.scope_own)}`}</p><p class="hint">${t(m.source, { cite: CITATION })}</p>`;
}
