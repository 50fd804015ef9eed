import { dateOf, formatDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import { withQuery } from '../../../../kernel/http/address.ts';
import {
  type Answer,
  answerPage,
  get,
  type RequestContext,
  signedIn,
} from '../../../../kernel/http/route.ts';
import { buttonRow, emptyState, linkButton, listDownloads, shell, timeSlider } from '../../../../ui/index.ts';
import { actButtons, asOfForm, asOfNotice, boardAgainst, onSameDay } from '../../../assignments/index.ts';
import { workingDaysBetween } from '../../../calendar/index.ts';
import { m } from '../../messages.ts';
import { mb } from '../../messages-brief.ts';
import { mayReadBrief } from '../../policy.ts';
import { type Matters, mattersOf } from '../../queries/matters.ts';
import { BRIEF } from '../brief.ts';
import { boardFile } from './file.ts';
import { besideMedian, groupChips, heatTable } from './heat.ts';
import { MAP, mapOf } from './map.ts';
import { threeNumbers, trendTable } from './numbers.ts';
import { BOARD, type BoardView, boardQuery, boardView } from './reading.ts';
import { sideSections } from './side.ts';

/** What the slider through past weeks exchanges, beside the map. */
const FACTS = 'bang-dieu-hanh';

export const board = get({
  path: BOARD,
  access: signedIn,
  rate: 'page',
  query: boardQuery,
  async handle(context, { query }) {
    const { t, db, actor } = context;
    const view = await boardView(context, query);
    if (!view) return noPlan(context);
    if (query['dinh-dang']) return boardFile(context, view, query['dinh-dang']);
    const { reading, board: heat, against } = view;
    const [{ label, choice }, matters] = await Promise.all([
      boardAgainst(context, reading, heat.plan.id, against),
      mattersOf(db, actor, { reading, planId: heat.plan.id }),
    ]);
    const isMeeting = query['man-hinh'] !== undefined;
    const facts = html`<div class="steering" id="${FACTS}">${asOfNotice(context, reading)}<p class="lead">${leadOf(context, view, matters)}</p>${threeNumbers(context, view, matters)}<div class="steer"><div class="steer-main">${heatTable(context, view)}${besideMedian(context, view)}${!isMeeting && html`${groupChips(context, view)}${choice}`}</div>${sideSections(context, view, matters)}</div></div>`;
    const map = await mapOf(context, view);
    const below = html`${timeSlider(
      {
        url: context.url,
        from: dateOf(heat.plan.year, 1, 1) ?? context.today,
        to: context.today,
        day: reading.day.today,
        changes: [FACTS, MAP],
      },
      t,
    )}${map}${trendTable(context, view, matters)}${asOfForm(context, reading)}${files(context)}`;
    const title = heat.plan.isWithdrawn ? t(m.withdrawn, { title: heat.plan.title }) : heat.plan.title;
    return answerPage(
      shell(context, {
        title: t(m.title),
        active: 'board',
        kicker: `${title} · ${label}`,
        wide: true,
        meeting: isMeeting,
        actions: isMeeting ? meetingEnd(context) : actions(context, view),
        scripts: isMeeting ? ['meeting-screen'] : ['time-slider'],
        main: html`${facts}${!isMeeting && below}`,
      }),
    );
  },
});

function noPlan(context: RequestContext): Answer {
  const { t } = context;
  const action = linkButton({ href: '/ke-hoach', text: t(m.open_plans), kind: 'primary' });
  const main = emptyState({ title: t(m.none), text: t(m.none_what), action });
  return answerPage(shell(context, { title: t(m.title), active: 'board', main }));
}

/** The day that is read, and the report whose day comes next. */
function leadOf(context: RequestContext, view: BoardView, matters: Matters): string {
  const day = context.t(m.as_of, { date: formatDate(view.reading.day.today) });
  return [
    `${day.charAt(0).toLocaleUpperCase('vi')}${day.slice(1)}.`,
    nearestReport(context, view, matters),
  ].join(' ');
}

/** Said in one sentence; empty when none is near. */
function nearestReport({ t, lang }: RequestContext, { reading }: BoardView, { reports }: Matters): string {
  const next = reports.find(({ period }) => period.dueOn >= reading.day.today) ?? reports[0];
  if (!next) return '';
  const { period, missing, owed } = next;
  const said = {
    period: period.name[lang],
    date: formatDate(period.dueOn),
    missing: missing.length,
    owed,
  };
  if (period.dueOn < reading.day.today) return t(m.lead_report_late, said);
  const days = workingDaysBetween(reading.calendar, reading.day.today, period.dueOn);
  return t(m.lead_report, { ...said, days });
}

function actions(context: RequestContext, { board: heat, reading }: BoardView): Html {
  const { t, url, actor } = context;
  const acts =
    reading.day.asOf === null &&
    actButtons(context, [
      ['ke-hoach', heat.plan.id],
      ['trang-thai', 'overdue'],
    ]);
  const brief =
    mayReadBrief(actor, null) && linkButton({ href: onSameDay(reading, BRIEF), text: t(mb.open) });
  return html`${acts}${brief}${linkButton({ href: withQuery(url, { 'man-hinh': 'day-du' }), text: t(m.meeting) })}`;
}

/** What the board can be taken away as. */
function files({ t, url }: RequestContext): Html {
  return buttonRow(listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t));
}

function meetingEnd({ t, url }: RequestContext): Html {
  return html`<meeting-screen></meeting-screen>${linkButton({ href: withQuery(url, { 'man-hinh': null }), text: t(m.meeting_end), small: true })}`;
}
