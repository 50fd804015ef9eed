import { z } from 'zod';
import { formatDate } from '../../../../kernel/dates.ts';
import { html } from '../../../../kernel/html.ts';
import { answerPage, get, signedIn } from '../../../../kernel/http/route.ts';
import {
  button,
  chips,
  csrfInput,
  dataTable,
  details,
  emptyState,
  linkButton,
  shell,
  tag,
  titleLines,
} from '../../../../ui/index.ts';
import { CONTENTS } from '../../../papi/index.ts';
import { unitGroups, unitsOfDay } from '../../../units/index.ts';
import { d } from '../../messages-design.ts';
import { mayDesign, mayDesignSome, mayLoadCatalog } from '../../policy.ts';
import { allForms } from '../../queries/forms.ts';
import { fillerWords, formHref, periodWords } from './words.ts';

/** Every form of the tenant; drafts are seen by those who may design them. */
export const list = get({
  path: '/bieu-mau',
  access: signedIn,
  rate: 'page',
  query: z.object({ 'noi-dung': z.coerce.number().int().min(0).max(8).optional().catch(undefined) }),
  async handle(context, { query }) {
    const { t, db, today, actor, csrf, lang } = context;
    const units = await unitsOfDay(db, today);
    const groups = await unitGroups(db);
    const seen = (await allForms(db)).filter(
      ({ form, version }) =>
        version.state === 'published' ||
        mayDesign(actor, {
          ownerUnitId: form.ownerUnitId,
          ownerLineage: units.byId.get(form.ownerUnitId)?.lineage ?? [],
        }),
    );
    const chosen = query['noi-dung'];
    const shown = seen.filter(({ form }) => chosen === undefined || form.dimension === chosen);
    const contents = CONTENTS.filter(({ number }) => seen.some(({ form }) => form.dimension === number));
    const filter = chips(
      {
        label: t(d.content),
        items: [
          { href: '/bieu-mau', text: t(d.all_contents), count: seen.length, current: chosen === undefined },
          ...contents.map(({ number, short }) => ({
            href: `/bieu-mau?noi-dung=${number}`,
            text: `${number}. ${short[lang]}`,
            count: seen.filter(({ form }) => form.dimension === number).length,
            current: chosen === number,
          })),
        ],
      },
      t,
    );
    const load =
      mayLoadCatalog(actor, null) &&
      details(
        t(d.load),
        html`<p>${t(d.load_what)}</p><form method="post" action="/bieu-mau/nap-san">${csrfInput(csrf)}${button({ text: t(d.load) })}</form>`,
        seen.length === 0,
      );
    const actions =
      mayDesignSome(actor, null) &&
      html`${linkButton({ href: '/bieu-mau/tao', text: t(d.make), kind: 'primary' })}${linkButton({ href: '/bieu-mau/tao-tu-excel', text: t(d.make_from_file) })}`;
    const table = dataTable(
      {
        caption: t(d.forms),
        columns: [
          { key: 'title', label: t(d.title), primary: true },
          { key: 'owner', label: t(d.owner) },
          { key: 'who', label: t(d.asked_of) },
          { key: 'when', label: t(d.asked_for) },
          { key: 'state', label: t(d.version), width: 'fit' },
        ],
        rows: shown.map(({ form, version }) => ({
          href: formHref(form.id),
          cells: [
            titleLines(form.title, form.code),
            units.names.get(form.ownerUnitId) ?? '',
            fillerWords(version.spec, groups, units, t),
            periodWords(version.spec, t),
            html`${version.number} ${version.state === 'draft' && tag(t(d.draft))}${form.askedUntil && tag(t(d.ended, { day: formatDate(form.askedUntil) }))}`,
          ],
        })),
        empty: emptyState({ title: t(d.empty), text: t(d.empty_what) }),
      },
      t,
    );
    return answerPage(
      shell(context, {
        title: t(d.forms),
        lead: t(d.lead),
        active: 'forms',
        wide: true,
        ...(actions ? { actions } : {}),
        main: html`${seen.length > 0 && filter}${table}${load}`,
      }),
    );
  },
});
