import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  card,
  confirmAction,
  csrfInput,
  dataTable,
  diffList,
  emptyState,
  linkButton,
  problemOf,
  shell,
  textareaField,
} from '../../../ui/index.ts';
import type { Move } from '../deadline-sources.ts';
import { type DayFact, differences } from '../domain/compare.ts';
import { calendarOf, type HolidaysFile, type WorkCalendar } from '../domain/work-calendar.ts';
import { calendarLimits } from '../limits.ts';
import { m, proposalTexts as p } from '../messages.ts';
import type { Proposal } from '../store.ts';
import { dayName, dayShape, dayWord, unconfirmedBadge } from './month.ts';
import { whatIsWrong } from './parts.ts';
import { changeForms } from './proposal-forms.ts';
import { CALENDAR_PATH } from './year.ts';

export const PROPOSAL_PATH = `${CALENDAR_PATH}/de-xuat`;

export interface ProposalView {
  readonly current: HolidaysFile;
  readonly proposal: Proposal | undefined;
  /** What the proposal would move; earliest first. */
  readonly moves: readonly Move[];
  readonly rejected: Rejected | null;
}

/** Gathers changes, shows what they would move, applies them. */
export function proposalPage(context: RequestContext, view: ProposalView): Html {
  const { t } = context;
  const { proposal, current, rejected } = view;
  const before = calendarOf(current);
  const gathered = proposal
    ? html`${changes(context, before, proposal)}${moves(context, view.moves)}${decide(context, view, before, proposal)}`
    : card({ body: emptyState({ title: t(p.none), text: t(p.noneText) }) });
  return shell(context, {
    title: t(p.title),
    lead: t(p.lead, { version: current.version }),
    active: 'calendar',
    breadcrumb: [{ href: CALENDAR_PATH, text: t(m.calendar) }, { text: t(p.title) }],
    main: html`${whatIsWrong(context, rejected?.error)}${gathered}${changeForms(context, proposal?.file ?? current, rejected)}`,
  });
}

function factText(context: RequestContext, fact: DayFact): Html {
  const { t } = context;
  return html`${dayShape(fact.kind)} ${t(dayWord(fact.kind))}: ${dayName(fact, t)} ${fact.status === 'UNCONFIRMED' && unconfirmedBadge(t)}`;
}

function changes(context: RequestContext, before: WorkCalendar, proposal: Proposal): Html {
  const { t } = context;
  const days = differences(before, calendarOf(proposal.file));
  const items = days.map((day) => ({
    kind: day.before ? (day.after ? ('changed' as const) : ('removed' as const)) : ('added' as const),
    label: formatDate(day.date),
    ...(day.before ? { before: factText(context, day.before) } : {}),
    ...(day.after ? { after: factText(context, day.after) } : {}),
  }));
  const note = t(p.madeBy, { name: proposal.madeByName, at: formatInstant(proposal.madeAt) });
  return card({
    title: t(p.changes),
    note,
    body: items.length > 0 ? diffList(items, t) : html`<p>${t(p.onlyFacts)}</p>`,
  });
}

function moves(context: RequestContext, all: readonly Move[]): Html {
  const { t } = context;
  const shown = all.slice(0, calendarLimits.moves_shown);
  const count =
    shown.length < all.length
      ? t(p.movesShown, { n: all.length, shown: shown.length })
      : t(p.movesCount, { n: all.length });
  const file = (format: string, text: string): Html =>
    linkButton({ href: `${PROPOSAL_PATH}?dinh-dang=${format}`, text, small: true, download: true });
  const table = dataTable(
    {
      caption: t(p.moves),
      captionVisible: true,
      note: count,
      columns: [
        { key: 'from', label: t(p.from), width: 'fit' },
        { key: 'to', label: t(p.to), width: 'fit' },
        { key: 'unit', label: t(p.unit) },
        { key: 'work', label: t(p.work), primary: true },
        { key: 'explanation', label: t(p.explanation) },
      ],
      rows: shown.map((move) => ({
        cells: [
          formatDate(move.from),
          formatDate(move.to),
          move.unitName,
          move.label,
          t(move.deadline.explanation),
        ],
      })),
      empty: emptyState({ title: t(p.noMoves), text: t(p.noMovesText) }),
    },
    t,
  );
  const files =
    all.length > 0 &&
    html`<div class="buttons">${file('xlsx', t(m.exportXlsx))}${file('csv', t(m.exportCsv))}</div>`;
  return html`${table}${files}`;
}

function decide(context: RequestContext, view: ProposalView, before: WorkCalendar, proposal: Proposal): Html {
  const { t } = context;
  const seen = html`<input type="hidden" name="revision" value="${proposal.revision}">`;
  const typed = view.rejected?.values.note;
  const known = new Set(view.current.sources.map((source) => source.text));
  const cited = proposal.file.sources
    .filter((source) => !known.has(source.text))
    .map((source) => source.text);
  const note = textareaField(
    {
      label: t(p.note),
      name: 'note',
      hint: t(p.noteHint),
      rows: 2,
      maxlength: 2000,
      value: typeof typed === 'string' ? typed : cited.join('; '),
      error: problemOf(view.rejected?.problems, 'note', t),
    },
    t,
  );
  const apply = html`<form method="post" action="${PROPOSAL_PATH}/ap-dung" novalidate>${csrfInput(context.csrf)}${seen}<p>${t(p.applyExplain, { n: view.moves.length })}</p>${note}${button({ text: t(p.apply), kind: 'primary' })}</form>`;
  const withdraw = confirmAction({
    summary: t(p.withdraw),
    explain: t(p.withdrawExplain, { n: differences(before, calendarOf(proposal.file)).length }),
    action: `${PROPOSAL_PATH}/huy`,
    csrf: context.csrf,
    button: t(p.withdraw),
    fields: seen,
  });
  return card({ title: t(p.applyTitle), body: html`${apply}${withdraw}` });
}
