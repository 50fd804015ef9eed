import { z } from 'zod';
import { type CalendarDate, yearOf } from '../../../../kernel/dates.ts';
import { ensure } from '../../../../kernel/errors.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../../kernel/http/route.ts';
import { chips, dataTable, emptyState, shell, tag, titleLines } from '../../../../ui/index.ts';
import {
  inTimeUntil,
  type Period,
  periodsOf,
  type Window,
  windowStateNames,
  windowsAt,
} from '../../../periods/index.ts';
import { unitsOfDay } from '../../../units/index.ts';
import type { ReadyForm, SheetState } from '../../domain/sheet.ts';
import { formErrors } from '../../errors.ts';
import { m } from '../../messages-entry.ts';
import { mayComplete, maySeeSheet } from '../../policy.ts';
import { completenessOf, type SheetProgress } from '../../queries/completeness.ts';
import { readyForms } from '../../queries/ready.ts';
import { allUnitsPath, sheetPath } from './paths.ts';
import { clockWords } from './window-line.ts';

interface OpenPeriod {
  readonly period: Period;
  readonly window: Window;
  readonly inTimeOn: CalendarDate;
}

/** The units that this person enters for by their own posts, in the order of the posts. */
function ownUnits({ actor }: RequestContext): string[] {
  const own = actor.posts.filter(({ lineage }) => lineage.length > 0 && mayComplete(actor, { lineage }));
  return [...new Set(own.map(({ unitId }) => unitId))];
}

/** The periods into which a unit may enter now, extensions and reopenings included; those that close first stand first. */
async function openFor({ db, now, today }: RequestContext, unitId: string | null): Promise<OpenPeriod[]> {
  const year = yearOf(today);
  const near = [
    ...(await periodsOf(db, year - 1)),
    ...(await periodsOf(db, year)),
    ...(await periodsOf(db, year + 1)),
  ];
  const windows = await windowsAt(
    db,
    near.map(({ code }) => code),
    now,
  );
  return near
    .flatMap((period) => {
      const window = windows.of(period.code, unitId ?? '');
      if (!window?.mayEnter) return [];
      const inTimeOn = inTimeUntil(period, windows.extensionOf(period.code, unitId ?? ''));
      return [{ period, window, inTimeOn }];
    })
    .sort((a, b) => (a.window.until?.getTime() ?? 0) - (b.window.until?.getTime() ?? 0));
}

export const mine = get({
  path: '/so-lieu',
  access: signedIn,
  rate: 'page',
  query: z.object({ 'don-vi': z.uuid().optional() }),
  async handle(context, { query }) {
    const { t, db, actor, today } = context;
    const units = await unitsOfDay(db, today);
    const own = ownUnits(context);
    const unitId = query['don-vi'] ?? own.find((id) => id === actor.current?.unitId) ?? own[0];
    const asked = unitId === undefined ? undefined : units.byId.get(unitId);
    if (query['don-vi'] !== undefined)
      ensure(asked && maySeeSheet(actor, { lineage: asked.lineage, ownerUnitId: '' }), formErrors.not_found);
    const open = await openFor(context, unitId ?? null);
    const sections: Html[] = [];
    for (const one of open) if (asked) sections.push(await periodSection(context, asked.id, one));
    const shown = sections.filter((section) => String(section) !== '');
    const none = asked
      ? emptyState({ title: t(m.nothing), text: t(m.nothing_what) })
      : emptyState({ title: t(m.no_unit), text: t(m.no_unit_what) });
    const choice =
      own.length > 1 &&
      chips(
        {
          label: t(m.my_units),
          items: own.map((id) => ({
            href: `/so-lieu?don-vi=${id}`,
            text: units.names.get(id) ?? '',
            current: id === unitId,
          })),
        },
        t,
      );
    return answerPage(
      shell(context, {
        title: t(m.title),
        active: 'entry',
        ...(asked ? { kicker: asked.name } : {}),
        lead: t(m.lead),
        main: html`${choice}${shown.length > 0 ? shown : none}${await ownForms(context, open)}`,
      }),
    );
  },
});

async function periodSection(
  context: RequestContext,
  unitId: string,
  { period, window, inTimeOn }: OpenPeriod,
): Promise<Html> {
  const { t, db } = context;
  const { forms, sheets } = await completenessOf(db, [unitId], period);
  if (sheets.length === 0) return html``;
  const rows = sheets.flatMap((sheet) => {
    const ready = forms.find((one) => one.form.id === sheet.formId);
    return ready ? [sheetRow(context, ready, sheet, sheetPath(unitId, period.code, sheet.formId))] : [];
  });
  const name = t(period.name);
  return html`<section class="entry-period"><h2>${name} ${tag(t(windowStateNames[window.state]))}</h2><p>${t(window.reason.message, window.reason.params)} <strong>${clockWords(context, window, inTimeOn)}</strong></p>${dataTable(
    {
      caption: t(m.forms_of, { period: name }),
      columns: [
        { key: 'form', label: t(m.col_form), primary: true },
        { key: 'filled', label: t(m.col_filled), align: 'end', width: 'fit' },
        { key: 'state', label: t(m.col_state), width: 'fit' },
        { key: 'checks', label: t(m.col_checks), width: 'fit' },
      ],
      rows,
      empty: emptyState({ title: t(m.nothing) }),
    },
    t,
  )}</section>`;
}

/** A shape beside each word, so that a column of states is read at a glance. */
const SHAPES: Readonly<Record<SheetState, string>> = {
  empty: '○',
  partial: '◐',
  filled: '●',
  complete: '✓',
  changed: '⟲',
};

export function stateWords({ t }: Pick<RequestContext, 't'>, state: SheetState): Html {
  return html`<span class="sheet-state sheet-${state}"><span aria-hidden="true">${SHAPES[state]}</span> ${t(m[`state_${state}`])}</span>`;
}

function sheetRow(context: RequestContext, { form }: ReadyForm, sheet: SheetProgress, href: string) {
  const { t } = context;
  const { filled, asked, state, errors, warnings } = sheet;
  const wrong = html`${errors > 0 && html`<strong class="sheet-wrong">${t(m.errors_n, { n: errors })}</strong> `}${warnings > 0 && t(m.warnings_n, { n: warnings })}`;
  const fine = state === 'empty' ? '' : t(m.no_checks);
  const said = errors + warnings > 0 ? wrong : fine;
  return {
    href,
    cells: [
      titleLines(form.title, form.code),
      t(m.filled_of, { filled, asked }),
      stateWords(context, state),
      said,
    ],
  };
}

/** Forms that the agencies of this person ask of others: one table for all units. */
async function ownForms(context: RequestContext, open: readonly OpenPeriod[]): Promise<Html> {
  const { t, db, actor } = context;
  const agencies = actor.posts.map((post) => post.unitId);
  const rows: { href: string; cells: string[] | Html[] }[] = [];
  for (const { period } of open) {
    const forms = (await readyForms(db, period)).filter(({ form }) => agencies.includes(form.ownerUnitId));
    for (const { form } of forms)
      rows.push({
        href: allUnitsPath(form.id, period.code),
        cells: [titleLines(form.title, form.code), html`${t(period.name)}`],
      });
  }
  if (rows.length === 0) return html``;
  return html`<section class="entry-period"><h2>${t(m.own_forms)}</h2><p>${t(m.own_forms_what)}</p>${dataTable(
    {
      caption: t(m.own_forms),
      columns: [
        { key: 'form', label: t(m.col_form), primary: true },
        { key: 'period', label: t(m.col_period), width: 'fit' },
      ],
      rows,
      empty: emptyState({ title: t(m.nothing) }),
    },
    t,
  )}</section>`;
}
