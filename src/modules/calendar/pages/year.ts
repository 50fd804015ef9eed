import { calendarDate, formatDate, formatInstant, yearOf } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import {
  card,
  chips,
  dataTable,
  emptyState,
  linkButton,
  listDownloads,
  notice,
  shell,
} from '../../../ui/index.ts';
import type { HolidaysFile, WorkCalendar } from '../domain/work-calendar.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import { m } from '../messages.ts';
import { mayChangeCalendar } from '../policy.ts';
import { shippedFile } from '../shipped.ts';
import type { AppliedVersion } from '../store.ts';
import { dayShape, dayWord, monthCard, unconfirmedBadge } from './month.ts';

export interface YearView {
  readonly year: number;
  readonly calendar: WorkCalendar;
  readonly file: HolidaysFile;
  /** True when an older version is being read. */
  readonly old: boolean;
  /** Newest first. */
  readonly versions: readonly AppliedVersion[];
}

export const CALENDAR_PATH = '/lich-lam-viec';

/** The address of a year, of an old version when one is read, as a page or as a file. */
export function yearHref(view: YearView, change: { year?: number; format?: 'xlsx' | 'csv' } = {}): string {
  const query = new URLSearchParams({ nam: String(change.year ?? view.year) });
  if (view.old) query.set('ban', view.calendar.version);
  if (change.format) query.set('dinh-dang', change.format);
  return `${CALENDAR_PATH}?${query}`;
}

/** The working calendar of one year, for everybody who counts days. */
export function yearPage(context: RequestContext, view: YearView): Html {
  const { t } = context;
  const { calendar, year } = view;
  const version = calendar.version;
  const actions = html`${mayChangeCalendar(context.actor, null) && linkButton({ href: `${CALENDAR_PATH}/de-xuat`, text: t(m.proposeChange), kind: 'primary' })}${linkButton({ href: `${CALENDAR_PATH}/tinh-han`, text: t(m.computeDue) })}`;
  return shell(context, {
    title: t(m.calendarOfYear, { year: String(year) }),
    lead: t(view.old ? m.leadOld : m.lead, { version }),
    active: 'calendar',
    wide: true,
    actions,
    main: html`${yearChips(context, view)}${coverage(context, view)}${legend(context, view)}<div class="cal-year">${Array.from(
      { length: 12 },
      (_, index) => monthCard(calendar, year, index + 1, context),
    )}</div>${sources(context, view)}${versions(context, view)}`,
  });
}

function yearChips(context: RequestContext, view: YearView): Html {
  const { t } = context;
  const first = yearOf(view.calendar.coversFrom);
  const last = yearOf(view.calendar.coversTo);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const items = years.map((year) => ({
    href: yearHref(view, { year }),
    text: String(year),
    current: year === view.year,
  }));
  return chips({ label: t(m.years), items }, t);
}

function coverage(context: RequestContext, { calendar, year }: YearView): Html {
  const { t } = context;
  if (year >= yearOf(calendar.coversFrom) && year <= yearOf(calendar.coversTo)) return html``;
  const text = t(m.outsideYears, {
    from: formatDate(calendar.coversFrom),
    to: formatDate(calendar.coversTo),
    year: String(year),
  });
  return notice({ kind: 'warning', text }, t);
}

function legend(context: RequestContext, { calendar, year }: YearView): Html {
  const { t } = context;
  const [before, last] = [calendarDate(`${year - 1}-12-31`), calendarDate(`${year}-12-31`)];
  const n = workingDaysBetween(calendar, before, last);
  const kinds = (['off', 'makeup', 'pending'] as const).map(
    (kind) => html`<li>${dayShape(kind)}${t(dayWord(kind))}</li>`,
  );
  return html`<ul class="cal-legend" aria-label="${t(m.legend)}">${kinds}<li>${unconfirmedBadge(t)}</li></ul><p>${t(m.workingDaysOfYear, { n })} ${t(m.unconfirmedExplain)}</p>`;
}

function sources(context: RequestContext, view: YearView): Html {
  const { t } = context;
  const own = view.file.sources.filter((source) => source.year === view.year);
  const announced =
    own.length > 0
      ? html`<ul>${own.map((source) => html`<li>${source.text}</li>`)}</ul>`
      : html`<p>${t(m.noAnnouncement)}</p>`;
  const files = html`<div class="buttons">${listDownloads((format) => yearHref(view, { format }), t)}${linkButton({ href: `${CALENDAR_PATH}/lich.json?ban=${encodeURIComponent(view.calendar.version)}`, text: t(m.downloadJson), download: true })}</div>`;
  return card({
    title: t(m.legalSource),
    body: html`<h3>${t(m.announcements, { year: String(view.year) })}</h3>${announced}<h3>${t(m.legalBasis)}</h3><ul>${view.file.legalBasis.map((text) => html`<li>${text}</li>`)}</ul>${files}`,
  });
}

function versions(context: RequestContext, view: YearView): Html {
  const { t } = context;
  const href = (version: string): string =>
    `${CALENDAR_PATH}?nam=${view.year}&ban=${encodeURIComponent(version)}`;
  const applied = view.versions.map((row) => ({
    href: href(row.version),
    cells: [row.version, formatInstant(row.appliedAt), row.appliedByName, row.note],
  }));
  const shipped = shippedFile().version;
  return dataTable(
    {
      caption: t(m.versions),
      captionVisible: true,
      columns: [
        { key: 'version', label: t(m.version), primary: true, width: 'fit' },
        { key: 'at', label: t(m.appliedAt), width: 'fit' },
        { key: 'by', label: t(m.appliedBy) },
        { key: 'note', label: t(m.note) },
      ],
      rows: [...applied, { href: href(shipped), cells: [shipped, '–', '–', t(m.shippedVersion)] }],
      empty: emptyState({ title: t(m.versions) }),
    },
    t,
  );
}
