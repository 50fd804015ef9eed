import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { ensure } from '../../../../kernel/errors.ts';
import { html } from '../../../../kernel/html.ts';
import { answerPage, get, signedIn } from '../../../../kernel/http/route.ts';
import {
  buttonRow,
  card,
  dataTable,
  emptyState,
  linkButton,
  notice,
  shell,
  titleLines,
} from '../../../../ui/index.ts';
import { PAPER_PLACES, VILLAGE_PLACES } from '../../domain/declaration.ts';
import { disclosureErrors } from '../../errors.ts';
import { m } from '../../messages-places.ts';
import { m as words } from '../../messages-staff.ts';
import { placeKindNames } from '../../messages-words.ts';
import { maySee, mayWrite } from '../../policy.ts';
import { placesOf } from '../../queries/places.ts';
import { isOwnPortal } from '../../store/places.ts';
import { lineageOf } from '../../units.ts';
import { lookingAt } from '../looking.ts';

/** The places of a unit and its villages, and which villages have none. */
export const places = get({
  path: '/cong-khai/diem',
  access: signedIn,
  rate: 'page',
  query: z.object({ 'don-vi': z.uuid().optional().catch(undefined) }),
  async handle(context, { query }) {
    const { t, db, actor, today } = context;
    const unitId = query['don-vi'] ?? actor.current?.unitId ?? '';
    const { units } = await lookingAt(context);
    const lineage = await lineageOf(db, unitId, today);
    ensure(maySee(actor, { lineage }), disclosureErrors.may_not_see);
    const may = mayWrite(actor, { lineage }) && units.byId.has(unitId);
    const unitName = units.names.get(unitId) ?? '';
    const villages = units.tree.filter(({ kind, parentId }) => kind === 'thon' && parentId === unitId);
    const standing = unitId === '' ? [] : await placesOf(db, unitId, today);
    const served = new Set(
      standing.filter(({ kind }) => VILLAGE_PLACES.includes(kind)).map(({ villageId }) => villageId),
    );
    const lacking = villages.filter(({ id }) => !served.has(id));
    const add = (more: string): string => `/cong-khai/diem/them?don-vi=${unitId}${more}`;
    const table = dataTable(
      {
        caption: t(m.list, { unit: unitName }),
        columns: [
          { key: 'name', label: t(m.col_name), primary: true },
          { key: 'village', label: t(m.col_village) },
          { key: 'address', label: t(m.col_address) },
          { key: 'days', label: t(m.col_days) },
          { key: 'acts', label: t(m.col_acts), hideLabel: true },
        ],
        rows: standing.map((place) => {
          const own = isOwnPortal(place);
          const days = place.untilOn
            ? t(m.until, { from: formatDate(place.fromOn), to: formatDate(place.untilOn) })
            : t(m.since, { from: formatDate(place.fromOn) });
          const acts = buttonRow(
            PAPER_PLACES.includes(place.kind) &&
              linkButton({
                href: `/cong-khai/diem/${place.id}/ma`,
                text: t(m.label),
                about: place.name,
                small: true,
              }),
            may &&
              linkButton({
                href: `/cong-khai/diem/${place.id}`,
                text: t(m.change),
                about: place.name,
                small: true,
              }),
          );
          return {
            cells: [
              titleLines(own ? t(m.own_portal) : place.name, t(placeKindNames[place.kind])),
              place.villageId === null ? t(m.no_village) : (units.names.get(place.villageId) ?? ''),
              place.address || place.url || '–',
              days,
              own ? '' : acts,
            ],
          };
        }),
        empty: emptyState({ title: t(m.none), text: t(m.none_what) }),
      },
      t,
    );
    const without =
      villages.length === 0
        ? html``
        : lacking.length === 0
          ? notice({ kind: 'success', text: t(m.lacking_none) }, t)
          : card({
              title: t(m.lacking, { n: lacking.length }),
              body: html`<ul class="lacking">${lacking.map(({ id, name }) => html`<li>${name} ${may && linkButton({ href: add(`&thon=${id}`), text: t(m.add_for), about: name, small: true })}</li>`)}</ul>`,
            });
    return answerPage(
      shell(context, {
        title: t(m.title),
        kicker: unitName,
        lead: t(m.lead),
        active: 'disclosure',
        breadcrumb: [{ href: `/cong-khai?don-vi=${unitId}`, text: t(words.title) }, { text: t(m.title) }],
        ...(may ? { actions: linkButton({ href: add(''), text: t(m.add), kind: 'primary' }) } : {}),
        main: html`${without}${table}`,
        wide: true,
      }),
    );
  },
});
