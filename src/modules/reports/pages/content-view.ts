import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { formatNumber } from '../../../kernel/i18n.ts';
import {
  changedText,
  dataTable,
  details,
  linkButton,
  stateBadge,
  tag,
  titleLines,
} from '../../../ui/index.ts';
import { textDifference } from '../domain/difference.ts';
import type { ContentFigure, ContentPart, ReportContent } from '../domain/document.ts';
import { changeWords, figureName, measured, valueWords } from '../domain/figure-words.ts';
import { isPart, partTitle } from '../domain/parts.ts';
import { tallyOf } from '../domain/tally.ts';
import { tallyPieces } from '../domain/work-words.ts';
import { m } from '../messages.ts';

/** Words of a part as they were written: a line a paragraph, dashes as a list. */
function writtenWords(words: string): Html {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const groups: { isList: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const item = /^\s*[-–•]\s+(.*)$/u.exec(line)?.[1];
    const last = groups.at(-1);
    if (last && last.isList === (item !== undefined)) last.lines.push(item ?? line);
    else groups.push({ isList: item !== undefined, lines: [item ?? line] });
  }
  return html`${groups.map(({ isList, lines: own }) =>
    isList
      ? html`<ul>${own.map((line) => html`<li>${line}</li>`)}</ul>`
      : html`${own.map((line) => html`<p>${line}</p>`)}`,
  )}`;
}

/** One part: what it says, whether people edited it, and how that differs from what had been proposed. */
function partView(
  context: RequestContext,
  content: ReportContent,
  part: ContentPart,
  writeHref: string | null,
): Html {
  const { t } = context;
  if (!isPart(part.key)) return html``;
  const title = t(partTitle(part.key, content.kind));
  const body =
    part.words.trim() === '' ? html`<p class="line-sub">${t(m.empty_part)}</p>` : writtenWords(part.words);
  const compared =
    part.isEdited &&
    part.proposed !== '' &&
    part.proposed !== part.words &&
    details(t(m.compare), changedText(textDifference(part.proposed, part.words), t));
  const edit =
    writeHref !== null && linkButton({ href: writeHref, text: t(m.write_part), small: true, about: title });
  return html`<section class="card" id="${part.key}"><div class="card-head"><h2>${title}</h2>${(part.isEdited || edit) && html`<div class="card-note">${part.isEdited && tag(t(part.proposed === '' ? m.own_words : m.edited))} ${edit}</div>`}</div><div class="card-body">${body}${compared}</div></section>`;
}

/** The parts of a report in their order; `hrefOf` leads to where a part is written, for whoever may. */
export function partsView(
  context: RequestContext,
  content: ReportContent,
  hrefOf: ((part: string) => string) | null,
): Html {
  return html`${content.parts.map((part) => partView(context, content, part, hrefOf?.(part.key) ?? null))}`;
}

function workTable(context: RequestContext, { work, kind }: ReportContent): Html {
  const { t, lang } = context;
  const isOwn = kind === 'unit';
  return dataTable(
    {
      caption: t(m.annex_work),
      stickyHeader: false,
      columns: [
        { key: 'code', label: t(m.code), width: 'fit', phone: 'bare' },
        { key: 'task', label: t(m.task), primary: true },
        ...(isOwn ? [] : [{ key: 'unit', label: t(m.unit), width: 'fit' as const }]),
        { key: 'deadline', label: t(m.deadline), width: 'fit' },
        { key: 'state', label: t(m.state), width: isOwn ? 'fit' : undefined },
        { key: 'evidence', label: t(m.evidence), width: 'fit', align: 'end' },
      ],
      rows: isOwn
        ? work.map((item) => ({
            href: `/phan-viec/${item.id}`,
            cells: [
              item.code,
              titleLines(item.words, item.occurrence === '' ? undefined : item.occurrence),
              item.dueOn === null ? '' : formatDate(item.dueOn),
              stateBadge(item.state, t),
              item.evidence === 0 ? '' : formatNumber(lang, item.evidence),
            ],
          }))
        : [...Map.groupBy(work, (item) => item.taskId).values()].flatMap((items) => {
            const [first] = items;
            if (!first) return [];
            const evidence = items.reduce((sum, item) => sum + item.evidence, 0);
            return [
              {
                href: `/nhiem-vu/${first.taskId}`,
                cells: [
                  first.code,
                  titleLines(first.words, first.leadName),
                  t(m.all_units, { n: new Set(items.map((item) => item.unitId)).size }),
                  first.dueOn === null ? '' : formatDate(first.dueOn),
                  tallyPieces(tallyOf(items))[lang],
                  evidence === 0 ? '' : formatNumber(lang, evidence),
                ],
              },
            ];
          }),
      empty: html``,
    },
    t,
  );
}

function valueCell({ t, lang }: RequestContext, figure: ContentFigure): string {
  const { value, unitOfMeasure } = figure;
  if (value === null) return t(m.not_said);
  return value.kind === 'no_data' ? '–' : valueWords(value, unitOfMeasure)[lang];
}

const saidWords = ({ t, lang }: RequestContext, value: ContentFigure['value'], unit: string): string =>
  value === null ? t(m.not_said) : valueWords(value, unit)[lang];

function figureNote(context: RequestContext, figure: ContentFigure): string {
  const { t } = context;
  const { value, isLate, counted, adjusted, territory, unitOfMeasure } = figure;
  return [
    ...(value?.kind === 'no_data' ? [t(m.no_data, { reason: value.reason })] : []),
    ...(isLate ? [t(m.entered_late)] : []),
    ...(counted ? [t(m.from_units, { n: counted.filled, all: counted.asked })] : []),
    ...(counted?.ended ? [t(m.ended_units, { n: counted.ended })] : []),
    ...(adjusted
      ? [
          t(m.adjusted_units, {
            n: adjusted.units.length,
            reported: saidWords(context, adjusted.reported, unitOfMeasure),
          }),
        ]
      : []),
    ...(counted?.lastHeld ? [t(m.last_adjusted, { n: counted.lastHeld })] : []),
    ...(territory === undefined
      ? []
      : [t(m.territory_total, { n: saidWords(context, territory, unitOfMeasure) })]),
  ].join('; ');
}

function targetCell({ lang }: RequestContext, { target, numberKind, unitOfMeasure }: ContentFigure): string {
  return target === null ? '' : measured(target, numberKind === 'rate' ? '%' : unitOfMeasure)[lang];
}

function figureTable(context: RequestContext, { figures }: ReportContent): Html {
  const { t, lang } = context;
  return dataTable(
    {
      caption: t(m.annex_figures),
      stickyHeader: false,
      columns: [
        { key: 'code', label: t(m.figure_code), width: 'fit', phone: 'bare' },
        { key: 'figure', label: t(m.figure), primary: true },
        { key: 'value', label: t(m.value), align: 'end' },
        { key: 'last', label: t(m.last_year), align: 'end' },
        { key: 'change', label: t(m.change), align: 'end', width: 'fit' },
        { key: 'target', label: t(m.target), align: 'end', width: 'fit' },
        { key: 'note', label: t(m.note) },
      ],
      rows: figures.map((figure) => ({
        href: `/chi-tieu/${figure.code}`,
        cells: [
          figure.code,
          figureName(figure)[lang],
          valueCell(context, figure),
          figure.lastYear === null || figure.lastYear.kind === 'no_data'
            ? '–'
            : valueWords(figure.lastYear, figure.unitOfMeasure)[lang],
          changeWords(figure)[lang],
          targetCell(context, figure),
          figureNote(context, figure),
        ],
      })),
      empty: html``,
    },
    t,
  );
}

/** Each unit whose number the lead agency holds another of: both, why, and by whom. */
function adjustedTable(context: RequestContext, figures: readonly ContentFigure[]): Html {
  const { t, lang } = context;
  return dataTable(
    {
      caption: t(m.adjusted_units_listed),
      captionVisible: true,
      note: t(m.adjusted_note),
      stickyHeader: false,
      columns: [
        { key: 'unit', label: t(m.unit), primary: true },
        { key: 'figure', label: t(m.figure) },
        { key: 'said', label: t(m.unit_said), align: 'end' },
        { key: 'held', label: t(m.unit_held), align: 'end' },
        { key: 'why', label: t(m.held_why) },
        { key: 'who', label: t(m.held_by) },
      ],
      rows: figures.flatMap((figure) =>
        (figure.adjusted?.units ?? []).map((unit) => ({
          cells: [
            html`<span class="line-title">${unit.unitName}</span>`,
            html`${figureName(figure)[lang]}<span class="line-sub">${figure.code}</span>`,
            html`${saidWords(context, unit.said, figure.unitOfMeasure)}${unit.isLate && html`<span class="line-sub">${t(m.entered_late)}</span>`}`,
            valueWords(unit.held, figure.unitOfMeasure)[lang],
            unit.reason,
            html`${unit.byName}<span class="line-sub">${[unit.byUnitName, formatDate(unit.madeOn)].filter(Boolean).join(', ')}</span>`,
          ],
        })),
      ),
      empty: html``,
    },
    t,
  );
}

const OUTCOMES = { in_time: m.outcome_in_time, late: m.outcome_late, none: m.outcome_none } as const;

function unitTable(context: RequestContext, { units }: ReportContent): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(m.annex_units),
      stickyHeader: false,
      columns: [
        { key: 'unit', label: t(m.unit), primary: true },
        { key: 'outcome', label: t(m.submitted), width: 'fit' },
        { key: 'at', label: t(m.submitted_on), width: 'fit' },
        { key: 'accepted', label: t(m.accepted), width: 'fit' },
      ],
      rows: units.map((unit) => ({
        cells: [
          unit.name,
          unit.isRequest && unit.outcome === 'none' ? t(m.asked_only) : t(OUTCOMES[unit.outcome]),
          unit.submittedAt ?? '',
          unit.isAccepted ? t(m.state_accepted) : '',
        ],
      })),
      empty: html``,
    },
    t,
  );
}

/** The annexes, closed until somebody opens them: they are long. */
export function annexesView(context: RequestContext, content: ReportContent): Html {
  const { t } = context;
  const { work, figures, units } = content;
  const adjusted = figures.filter((figure) => figure.adjusted !== undefined);
  const cells = adjusted.reduce((all, figure) => all + (figure.adjusted?.units.length ?? 0), 0);
  return html`${work.length > 0 && details(`${t(m.annex_work)} (${work.length})`, workTable(context, content))}${figures.length > 0 && details(`${t(m.annex_figures)} (${figures.length})`, figureTable(context, content))}${cells > 0 && details(`${t(m.annex_adjusted)} (${cells})`, adjustedTable(context, adjusted))}${units.length > 0 && details(`${t(m.annex_units)} (${units.length})`, unitTable(context, content))}`;
}
