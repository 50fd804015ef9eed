import type { CalendarDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { onDay } from '../../../kernel/http/as-of.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { chips, dataTable, emptyState, sparkline } from '../../../ui/index.ts';
import type { Figure, FigureDefinition, FigureValue } from '../domain/figure.ts';
import { asNumber, sumsOf, totalOf } from '../domain/roll-up.ts';
import { showValue } from '../domain/value-text.ts';
import { m, periodNames } from '../messages.ts';
import type { Course } from '../queries/course.ts';
import { cellHref, figureHref } from './words.ts';

/** Units by periods, with a line of how each went; a cell opens to its facts. */
export function courseTable(
  context: RequestContext,
  figure: FigureDefinition,
  course: Course,
  asOf: CalendarDate | null,
): Html {
  const { t, lang } = context;
  const { periods, units, kinds } = course;
  const kind = periods[0]?.kind;
  const choice =
    kinds.length > 1 &&
    chips(
      {
        label: t(m.periods_of),
        items: kinds.map((one) => ({
          href: onDay(asOf, `${figureHref(figure.code)}?ky=${one}`),
          text: t(one === 'window' ? m.period_window : periodNames[one]),
          current: one === kind,
        })),
      },
      t,
    );
  const valuesAt = (code: string): Figure[] => units.flatMap(({ id }) => course.value(id, code)?.value ?? []);
  const totals = periods.map(({ code }) => totalOf(figure, sumsOf(valuesAt(code))));
  const line = (label: string, values: readonly (Figure | null | undefined)[]): Html => {
    const points = values.map(asNumber).filter((point) => point !== null);
    return sparkline({ label: t(m.course_of, { unit: label }), points }, t);
  };
  const hasTotal = totals.some((total) => total !== null) && units.length > 1;
  const table = dataTable(
    {
      caption: t(m.values),
      captionVisible: true,
      note: t(m.values_lead),
      scroll: true,
      columns: [
        { key: 'unit', label: t(m.col_unit), primary: true },
        ...periods.map(({ code, name }) => ({ key: code, label: name[lang], align: 'end' as const })),
        { key: 'course', label: t(m.col_course), width: 'fit' as const },
      ],
      rows: units.map(({ id, name }) => ({
        cells: [
          name,
          ...periods.map(({ code }) =>
            cell(context, course.value(id, code), onDay(asOf, cellHref(figure.code, id, code))),
          ),
          line(
            name,
            periods.map(({ code }) => course.value(id, code)?.value),
          ),
        ],
      })),
      totals: hasTotal
        ? [
            t(m.total),
            ...totals.map((total, index) => {
              const n = valuesAt(periods[index]?.code ?? '').length;
              return total ? t(m.total_of, { value: showValue(lang, total), n }) : t(m.empty_cell);
            }),
            line(t(m.total), totals),
          ]
        : undefined,
      empty:
        periods.length === 0
          ? emptyState({ title: t(m.values_none), text: t(m.values_none_text) })
          : emptyState({ title: t(m.units_none), text: t(m.units_none_text) }),
    },
    t,
  );
  return html`${choice}${table}`;
}

function cell({ t, lang }: RequestContext, value: FigureValue | undefined, href: string): Html {
  if (!value) return html`<a href="${href}">${t(m.empty_cell)}</a>`;
  const shown = value.value.kind === 'no_data' ? t(m.no_data) : showValue(lang, value.value);
  const marks = [
    value.isLate && t(m.late),
    value.byUnitId !== null && value.byUnitId !== value.unitId && t(m.entered_for),
  ].filter(Boolean);
  return html`<a href="${href}">${shown}</a>${marks.length > 0 && html`<span class="line-sub">${marks.join(', ')}</span>`}`;
}
