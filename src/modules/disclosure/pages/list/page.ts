import { z } from 'zod';
import { formatDate, yearOf } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import { withQuery } from '../../../../kernel/http/address.ts';
import { asOfSchema } from '../../../../kernel/http/as-of.ts';
import { answerPage, get, type RequestContext, redirectTo, signedIn } from '../../../../kernel/http/route.ts';
import {
  asOfForm,
  asOfNotice,
  chips,
  dataTable,
  emptyState,
  filterBar,
  linkButton,
  listDownloads,
  selectField,
  shell,
  tag,
  titleLines,
} from '../../../../ui/index.ts';
import { SECTIONS } from '../../domain/declaration.ts';
import { STATES } from '../../domain/state.ts';
import type { Todo } from '../../domain/urgency.ts';
import { disclosureLimits } from '../../limits.ts';
import { m } from '../../messages-staff.ts';
import { occurrenceWords, sectionNames, stateNames } from '../../messages-words.ts';
import { mayWrite } from '../../policy.ts';
import { itemUnits } from '../../queries/item-units.ts';
import { type WorkLine, workList } from '../../queries/work-list.ts';
import { lineageOf } from '../../units.ts';
import { actHref, todoText } from '../act-link.ts';
import { itemHref, type Looking, lookingAt, sameDay } from '../looking.ts';
import { itemBadge, lookOf } from '../state-badge.ts';
import { workListFile } from './file.ts';

const LATER: readonly Todo[] = ['not_due'];
const DONE: readonly Todo[] = ['done'];
const VIEWS = {
  'can-lam': { title: m.view_todo, has: (todo: Todo) => !LATER.includes(todo) && !DONE.includes(todo) },
  'chua-den-han': { title: m.view_later, has: (todo: Todo) => LATER.includes(todo) },
  'da-xong': { title: m.view_done, has: (todo: Todo) => DONE.includes(todo) },
  'tat-ca': { title: m.view_all, has: () => true },
} as const;
type View = keyof typeof VIEWS;
const VIEW_KEYS = Object.keys(VIEWS) as [View, ...View[]];

const listQuery = z.object({
  'don-vi': z.uuid().optional().catch(undefined),
  'linh-vuc': z.enum(SECTIONS).optional().catch(undefined),
  'trang-thai': z.enum(STATES).optional().catch(undefined),
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  xem: z.enum(VIEW_KEYS).optional().catch(undefined),
  'dinh-dang': z.enum(['xlsx', 'csv']).optional().catch(undefined),
  as_of: asOfSchema,
});
type ListQuery = z.output<typeof listQuery>;

interface UnitChoice {
  readonly id: string;
  readonly name: string;
}

/** Units with items that the person may see, their own first. */
async function choicesOf(context: RequestContext, looking: Looking): Promise<UnitChoice[]> {
  const ids = await itemUnits(context.db, context.actor, looking.units.tree);
  const { names } = looking.units;
  return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
}

function filters(context: RequestContext, query: ListQuery, unitId: string, units: UnitChoice[]): Html {
  const { t, today } = context;
  const any = { value: '', text: t(m.any) };
  const years = Array.from({ length: 4 }, (_, at) => String(yearOf(today) + 1 - at));
  const choose = (
    label: string,
    name: string,
    value: string | undefined,
    options: { value: string; text: string }[],
  ) => selectField({ label, name, value: value ?? '', options }, t);
  const kept = html`${query.as_of && html`<input type="hidden" name="as_of" value="${query.as_of}">`}${query.xem && html`<input type="hidden" name="xem" value="${query.xem}">`}`;
  const ofUnit =
    units.length > 1
      ? choose(
          t(m.unit),
          'don-vi',
          unitId,
          units.map(({ id, name }) => ({ value: id, text: name })),
        )
      : query['don-vi'] && html`<input type="hidden" name="don-vi" value="${query['don-vi']}">`;
  const isFiltered = Boolean(query['linh-vuc'] ?? query['trang-thai'] ?? query.nam);
  return filterBar(
    {
      action: '/cong-khai',
      fields: html`${kept}${ofUnit}${choose(t(m.section), 'linh-vuc', query['linh-vuc'], [any, ...SECTIONS.map((one) => ({ value: one, text: t(sectionNames[one]) }))])}${choose(t(m.state), 'trang-thai', query['trang-thai'], [any, ...STATES.map((one) => ({ value: one, text: t(stateNames[one]) }))])}${choose(t(m.year), 'nam', query.nam?.toString(), [any, ...years.map((one) => ({ value: one, text: one }))])}`,
      reset: isFiltered ? `/cong-khai?don-vi=${unitId}` : undefined,
      folds: true,
    },
    t,
  );
}

/** A line: what it is, how it stands, what to do, one button. */
export function workTable(
  context: RequestContext,
  looking: Looking,
  props: { caption: string; lines: readonly WorkLine[]; mayWrite: boolean; empty: Html },
): Html {
  const { t, lang } = context;
  return dataTable(
    {
      caption: props.caption,
      columns: [
        { key: 'item', label: t(m.col_item), primary: true },
        { key: 'state', label: t(m.state), phone: 'bare' },
        { key: 'todo', label: t(m.col_todo), phone: 'bare' },
        { key: 'act', label: t(m.col_act), hideLabel: true },
      ],
      rows: props.lines.map((line) => {
        const { item, urgency } = line;
        const when = occurrenceWords(item.occurrence);
        const sub = [t(sectionNames[item.section]), when?.[lang]].filter(Boolean).join(' · ');
        const unchecked = item.terms.regime.status === 'UNCONFIRMED' && html` ${tag(t(m.unconfirmed))}`;
        const acts = props.mayWrite && urgency.act !== 'read';
        return {
          href: sameDay(looking, itemHref(item.id)),
          state: lookOf(line.state),
          cells: [
            titleLines(item.title, sub),
            itemBadge(line.state, t),
            html`${todoText(context, line)}${unchecked}`,
            linkButton({
              href: acts ? actHref(line) : sameDay(looking, itemHref(item.id)),
              text: t(acts ? m[`act_${urgency.act}`] : m.act_read),
              kind: acts && urgency.todo === 'removed_early' ? 'primary' : 'secondary',
              about: item.title,
              small: true,
            }),
          ],
        };
      }),
      empty: props.empty,
    },
    t,
  );
}

function nothing({ t }: RequestContext, all: number, isFiltered: boolean, view: View): Html {
  if (all === 0 && !isFiltered) return emptyState({ title: t(m.nothing_yet), text: t(m.nothing_yet_what) });
  if (view === 'can-lam' && !isFiltered)
    return emptyState({ title: t(m.nothing_todo), text: t(m.nothing_todo_what) });
  return emptyState({
    title: t(m.nothing_found),
    text: t(m.nothing_found_what),
    action: linkButton({ href: '/cong-khai', text: t(m.title) }),
  });
}

export const list = get({
  path: '/cong-khai',
  access: signedIn,
  rate: 'page',
  query: listQuery,
  async handle(context, { query }) {
    const { t, db, url, actor } = context;
    const looking = await lookingAt(context, query.as_of);
    const own = actor.current?.unitId ?? '';
    // A village's people come to hang something, not to read what the commune owes.
    if (!query['don-vi'] && looking.units.byId.get(own)?.kind === 'thon') return redirectTo('/niem-yet');
    const units = await choicesOf(context, looking);
    const chosen =
      units.find(({ id }) => id === query['don-vi']) ?? units.find(({ id }) => id === own) ?? units[0];
    const unitId = chosen?.id ?? query['don-vi'] ?? own;
    const unitName = looking.units.names.get(unitId) ?? '';
    const all = chosen
      ? await workList(db, {
          unitId,
          section: query['linh-vuc'],
          year: query.nam,
          day: looking.day,
          asOf: looking.before,
        })
      : [];
    const state = query['trang-thai'];
    const fit = all.filter((line) => state === undefined || line.state === state);
    // A state that is asked for is looked for everywhere.
    const view = query.xem ?? (state === undefined ? 'can-lam' : 'tat-ca');
    const wanted = fit.filter(({ urgency }) => VIEWS[view].has(urgency.todo));
    if (query['dinh-dang']) return workListFile(context, looking, unitName, wanted, query['dinh-dang']);
    const lines = wanted.slice(0, disclosureLimits.page_rows);
    const lineage = await lineageOf(db, unitId, context.today);
    const may = looking.asOf === null && mayWrite(actor, { lineage });
    const isFiltered = Boolean(query['linh-vuc'] ?? state ?? query.nam);
    const views = chips(
      {
        label: t(m.views),
        items: VIEW_KEYS.map((key) => ({
          href: withQuery(url, { xem: key }),
          text: t(VIEWS[key].title),
          count: fit.filter(({ urgency }) => VIEWS[key].has(urgency.todo)).length,
          current: key === view,
        })),
      },
      t,
    );
    const more =
      wanted.length > lines.length &&
      html`<p class="hint">${t(m.shown_of, { n: lines.length, all: wanted.length })}</p>`;
    const table = workTable(context, looking, {
      caption: t(m.list, { unit: unitName }),
      lines,
      mayWrite: may,
      empty: nothing(context, all.length, isFiltered, view),
    });
    const of = (path: string): string => (unitId === '' ? path : `${path}?don-vi=${unitId}`);
    const elsewhere = html`<p><a href="/cong-khai/danh-muc">${t(m.catalogue)}</a> · <a href="/niem-yet">${t(m.phone)}</a></p>`;
    return answerPage(
      shell(context, {
        title: t(m.title),
        kicker: [unitName, formatDate(looking.day)].filter(Boolean).join(' · '),
        lead: t(m.lead),
        active: 'disclosure',
        actions: html`${may && linkButton({ href: of('/cong-khai/mo'), text: t(m.open_event), kind: 'primary' })}${linkButton({ href: of('/cong-khai/diem'), text: t(m.places) })}${linkButton({ href: sameDay(looking, '/cong-khai/bang'), text: t(m.board) })}${listDownloads((format) => withQuery(url, { 'dinh-dang': format }), t)}`,
        main: html`${asOfNotice({ asOf: looking.asOf, url }, t)}${views}${filters(context, query, unitId, units)}${table}${more}${elsewhere}${asOfForm({ asOf: looking.asOf, url }, t)}`,
        wide: true,
        scripts: ['filter-auto'],
      }),
    );
  },
});
