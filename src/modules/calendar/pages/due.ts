import { formatDate } from '../../../kernel/dates.ts';
import type { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { button, card, codeText, dataTable, field, notice, shell } from '../../../ui/index.ts';
import { weekdayName } from '../domain/breaks.ts';
import type { Deadline } from '../domain/deadline.ts';
import { formatExpression } from '../domain/expression-text.ts';
import { dueTexts as d, m } from '../messages.ts';
import { CALENDAR_PATH } from './year.ts';

const DUE_PATH = `${CALENDAR_PATH}/tinh-han`;

const FORMS = [
  { text: { vi: '15 ngày làm việc sau 22/01/2024', en: '15wd after 2024-01-22' }, meaning: d.after },
  { text: { vi: '30 ngày sau 30/05/2024', en: '30d after 2024-05-30' }, meaning: d.maximum },
  { text: { vi: 'ít nhất 20 ngày sau 30/05/2024', en: 'min 20d after 2024-05-30' }, meaning: d.minimum },
  { text: { vi: '5 ngày làm việc trước 05/07/2024', en: '5wd before 2024-07-05' }, meaning: d.ahead },
  { text: { vi: 'trước 05/07/2024', en: 'before 2024-07-05' }, meaning: d.before },
  { text: { vi: 'chậm nhất 30/06/2024', en: 'by 2024-06-30' }, meaning: d.by },
  { text: { vi: 'hết quý II/2024', en: 'end of Q2 2024' }, meaning: d.period },
];

export interface DueView {
  /** As typed; empty at the first visit. */
  readonly text: string;
  readonly deadline?: Deadline;
  readonly error?: AppError;
  readonly version: string;
}

/** Computes one deadline and says how. */
export function duePage(context: RequestContext, view: DueView): Html {
  const { t } = context;
  const form = html`<form method="get" action="${DUE_PATH}" novalidate>${field(
    {
      label: t(d.expression),
      name: 'bieu-thuc',
      value: view.text,
      hint: t(d.hint),
      maxlength: 200,
      autocomplete: 'off',
      spellcheck: false,
      error: view.error?.describe(context.lang).message,
    },
    t,
  )}${button({ text: t(d.compute), kind: 'primary' })}</form>`;
  return shell(context, {
    title: t(d.title),
    lead: t(d.lead, { version: view.version }),
    active: 'calendar',
    breadcrumb: [{ href: CALENDAR_PATH, text: t(m.calendar) }, { text: t(d.title) }],
    main: html`${card({ body: form })}${view.deadline && answer(context, view.deadline)}${forms(context)}`,
  });
}

function answer(context: RequestContext, deadline: Deadline): Html {
  const { t } = context;
  const title = t(d.result, { weekday: weekdayName(deadline.on), date: formatDate(deadline.on) });
  const warnings = deadline.warnings.map((warning) =>
    notice({ kind: 'warning', text: t(warning.message) }, t),
  );
  return card({
    title,
    body: html`<p>${t(deadline.explanation)}</p>${warnings}<p>${t(d.canonical)}: ${codeText(formatExpression(deadline.expression))}</p>`,
  });
}

function forms(context: RequestContext): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(d.examples),
      captionVisible: true,
      columns: [
        { key: 'form', label: t(d.example), primary: true },
        { key: 'meaning', label: t(d.meaning) },
      ],
      rows: FORMS.map(({ text, meaning }) => ({
        href: `${DUE_PATH}?bieu-thuc=${encodeURIComponent(t(text))}`,
        cells: [t(text), t(meaning)],
      })),
      empty: html``,
    },
    t,
  );
}
