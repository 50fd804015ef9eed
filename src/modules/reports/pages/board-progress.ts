import { z } from 'zod';
import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { type ListFormat, listFile } from '../../../kernel/http/list-file.ts';
import { type Answer, answerPage, get, type RequestContext, signedIn } from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { asOfForm, dataTable, details, emptyState, shell } from '../../../ui/index.ts';
import type { SheetState } from '../../forms/index.ts';
import type { Step } from '../../periods/index.ts';
import { type Measures, share } from '../domain/rollup-measures.ts';
import { pm, tm } from '../messages-totals.ts';
import {
  type ProgressBoard,
  progressBoard,
  type SheetLine,
  type StepLine,
  type UnitLine,
} from '../queries/board-progress.ts';
import {
  type BoardReading,
  boardFilters,
  boardQuery,
  boardReading,
  boardTabs,
  exportButtons,
  noPeriodPage,
  PROGRESS,
  readingLine,
} from './board-parts.ts';
import { crumbs, reportHref, STATE_NAMES, sameDay } from './parts.ts';

const SHEET_WORDS: Readonly<Record<SheetState, Message>> = {
  empty: pm.s_empty,
  partial: pm.s_partial,
  filled: pm.s_filled,
  complete: pm.s_complete,
  changed: pm.s_changed,
};

const STEP_WORDS: Readonly<Record<Step, { readonly name: Message; readonly holds: Message }>> = {
  unit: { name: pm.step_unit, holds: pm.holds_unit },
  sector: { name: pm.step_sector, holds: pm.holds_sector },
  standing: { name: pm.step_standing, holds: pm.holds_standing },
};

export const progress = get({
  path: PROGRESS,
  access: signedIn,
  rate: 'page',
  query: z.object(boardQuery),
  async handle(context, { query }) {
    const { db, actor, t, url } = context;
    const reading = await boardReading(context, query);
    if (!reading) return noPeriodPage(context, t(pm.title));
    const { period, nodeId, tree, day } = reading;
    const board = await progressBoard(db, actor, reading);
    if (query['dinh-dang']) return progressFile(context, reading, board, query['dinh-dang']);
    const main = html`${boardTabs(context, reading, PROGRESS)}${boardFilters(context, reading, { action: PROGRESS })}${readingLine(context, reading)}${measureTable(context, board)}${stepTable(context, reading, board.steps)}${unitTable(context, reading, board)}${asOfForm({ asOf: day.asOf, url }, t)}`;
    return answerPage(
      shell(context, {
        title: t(pm.title),
        active: 'reports',
        kicker: `${t(period.name)} · ${tree.names.get(nodeId) ?? ''}`,
        lead: t(pm.lead),
        breadcrumb: crumbs(context, reading, { text: t(pm.title) }),
        wide: true,
        actions: exportButtons(context),
        scripts: ['filter-auto'],
        main,
      }),
    );
  },
});

/** A count with its share of what is expected. */
function counted({ t }: RequestContext, n: number, of: Measures): Html {
  const percent = share(n, of);
  return html`${t(tm.plain, { n })}${percent !== null && html`<span class="line-sub">${t(pm.of, { percent })}</span>`}`;
}

function measureTable(context: RequestContext, { reports, sheets }: ProgressBoard): Html {
  const { t } = context;
  const end = 'end' as const;
  return dataTable(
    {
      caption: t(pm.measures),
      captionVisible: true,
      note: t(pm.measures_note),
      columns: [
        { key: 'what', label: t(pm.what), primary: true },
        { key: 'expected', label: t(pm.expected), align: end },
        { key: 'received', label: t(pm.received), align: end },
        { key: 'on_time', label: t(pm.on_time), align: end },
        { key: 'late', label: t(pm.late), align: end },
        { key: 'missing', label: t(pm.missing), align: end },
      ],
      rows: [
        { name: t(pm.reports), of: reports },
        { name: t(pm.sheets), of: sheets },
      ].map(({ name, of }) => ({
        cells: [
          name,
          t(tm.plain, { n: of.expected }),
          counted(context, of.received, of),
          counted(context, of.onTime, of),
          counted(context, of.late, of),
          counted(context, of.missing, of),
        ],
      })),
      empty: html``,
    },
    t,
  );
}

function stepTable({ t }: RequestContext, { tree, units }: BoardReading, steps: readonly StepLine[]): Html {
  return dataTable(
    {
      caption: t(pm.holders),
      captionVisible: true,
      columns: [
        { key: 'step', label: t(pm.step), primary: true },
        { key: 'due', label: t(pm.step_due), width: 'fit' },
        { key: 'holds', label: t(pm.step_holds) },
        { key: 'who', label: t(pm.step_who) },
      ],
      rows: steps.map(({ step, on, unitIds }) => {
        const { name, holds } = STEP_WORDS[step];
        const names = unitIds.map((id) => tree.names.get(id) ?? units.names.get(id) ?? '');
        return {
          cells: [
            t(name),
            on === null ? '' : formatDate(on),
            unitIds.length === 0 ? t(pm.holds_nothing) : t(holds, { n: unitIds.length }),
            names.length > 0 &&
              details(
                t(pm.see_who),
                html`<ul class="plain">${names.map((one) => html`<li>${one}</li>`)}</ul>`,
              ),
          ],
        };
      }),
      empty: html``,
    },
    t,
  );
}

function sheetWords({ t }: RequestContext, sheet: SheetLine | undefined): Html {
  if (!sheet) return html``;
  const notes = [
    t(SHEET_WORDS[sheet.state]),
    ...(sheet.arrival?.isLate ? [t(pm.s_late)] : []),
    ...(sheet.errors > 0 ? [t(pm.errors, { n: sheet.errors })] : []),
  ];
  return html`${t(tm.of_asked, { n: sheet.filled, all: sheet.asked })}<span class="line-sub">${notes.join(', ')}</span>`;
}

function reportWords({ t }: RequestContext, { report }: UnitLine): string {
  if (!report) return t(pm.no_report);
  const late = report.arrival?.isLate ? `, ${t(pm.s_late)}` : '';
  return `${t(STATE_NAMES[report.state])}${late}`;
}

/** More columns than a phone has: the table scrolls in its own frame. */
function unitTable(context: RequestContext, reading: BoardReading, { forms, units }: ProgressBoard): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(pm.by_unit),
      captionVisible: true,
      note: t(pm.by_unit_note),
      scroll: forms.length > 4,
      columns: [
        { key: 'unit', label: t(tm.col_unit), primary: true },
        { key: 'report', label: t(pm.report) },
        ...forms.map(({ form }) => ({ key: form.id, label: form.code, align: 'end' as const })),
      ],
      rows: units.map((unit) => ({
        cells: [
          reading.tree.names.get(unit.unitId) ?? '',
          unit.report?.id
            ? html`<a href="${sameDay(reading, reportHref(unit.report.id))}">${reportWords(context, unit)}</a>`
            : reportWords(context, unit),
          ...forms.map(({ form }) => sheetWords(context, unit.sheets.get(form.id))),
        ],
      })),
      empty: emptyState({ title: t(pm.no_units), text: t(pm.no_units_what) }),
    },
    t,
  );
}

/** One unit and form a row, as other programs want it. */
function progressFile(
  context: RequestContext,
  reading: BoardReading,
  { forms, units }: ProgressBoard,
  format: ListFormat,
): Answer {
  const { t } = context;
  const text = (header: string, width: number) => ({ header, width, kind: 'text' as const });
  const number = (header: string) => ({ header, width: 12, kind: 'number' as const });
  const rows = units.flatMap((unit) => {
    const name = reading.tree.names.get(unit.unitId) ?? '';
    const arrival = (one: { readonly isLate: boolean } | null): string =>
      t(one === null ? pm.missing : one.isLate ? pm.late : pm.on_time);
    const report = unit.report
      ? [
          [
            name,
            t(pm.report),
            '',
            t(STATE_NAMES[unit.report.state]),
            null,
            null,
            arrival(unit.report.arrival),
          ],
        ]
      : [];
    const sheets = forms.flatMap(({ form }) => {
      const sheet = unit.sheets.get(form.id);
      if (!sheet) return [];
      const { asked, filled, state } = sheet;
      return [[name, form.code, form.title, t(SHEET_WORDS[state]), asked, filled, arrival(sheet.arrival)]];
    });
    return [...report, ...sheets];
  });
  return listFile(format, `tien-do-${reading.period.code}`, {
    name: t(pm.title),
    title: `${t(pm.title)}: ${t(reading.period.name)}`,
    columns: [
      text(t(tm.col_unit), 28),
      text(t(pm.what), 18),
      text(t(pm.sheets), 48),
      text(t(pm.state), 24),
      number(t(tm.col_cells)),
      number(t(pm.filled)),
      text(t(pm.arrival), 14),
    ],
    rows,
  });
}
