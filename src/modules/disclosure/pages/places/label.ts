import { ensure } from '../../../../kernel/errors.ts';
import { html } from '../../../../kernel/html.ts';
import { answerPage, get, signedIn } from '../../../../kernel/http/route.ts';
import { notice, qrFigure, shell } from '../../../../ui/index.ts';
import { disclosureErrors } from '../../errors.ts';
import { m } from '../../messages-places.ts';
import { m as words } from '../../messages-staff.ts';
import { maySee } from '../../policy.ts';
import { placeById } from '../../store/places.ts';
import { lineageOf } from '../../units.ts';
import { phoneBase } from '../link-base.ts';
import { lookingAt } from '../looking.ts';

/** The label that is put on the wall: what hangs here opens by its code. Printed from the browser. */
export const label = get({
  path: '/cong-khai/diem/:id/ma',
  access: signedIn,
  rate: 'page',
  async handle(context, { params }) {
    const { t, db, actor, today, url } = context;
    const place = await placeById(db, params.id);
    const lineage = await lineageOf(db, place.unitId, today);
    ensure(maySee(actor, { lineage }), disclosureErrors.may_not_see);
    const { units } = await lookingAt(context);
    const unitName = units.names.get(place.unitId) ?? '';
    const base = phoneBase(context);
    const address = `${base ?? url.origin}/q/${place.qr}`;
    const code = qrFigure({ content: address, label: t(m.label_alt, { name: place.name }) });
    return answerPage(
      shell(context, {
        title: t(m.label_title),
        kicker: place.name,
        active: 'disclosure',
        breadcrumb: [
          { href: `/cong-khai?don-vi=${place.unitId}`, text: t(words.title) },
          { href: `/cong-khai/diem?don-vi=${place.unitId}`, text: t(m.title) },
          { text: place.name },
        ],
        main: html`<p class="hint no-print">${t(m.label_print)}</p>${base === null && notice({ kind: 'warning', text: t(m.label_no_base) }, t)}<figure class="wall-label"><p class="wall-unit">${unitName}</p><p class="wall-place">${place.name}</p>${code}<figcaption>${t(m.label_words)}<span class="line-sub">${address}</span></figcaption></figure>`,
      }),
    );
  },
});
