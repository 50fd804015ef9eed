import { z } from 'zod';
import { formatInstant } from '../../../../kernel/dates.ts';
import { html } from '../../../../kernel/html.ts';
import { asOfSchema } from '../../../../kernel/http/as-of.ts';
import { answerPage, get, type RequestContext, signedIn } from '../../../../kernel/http/route.ts';
import { messages } from '../../../../kernel/i18n.ts';
import { button, card, emptyState, selectField, shell } from '../../../../ui/index.ts';
import { paperContent } from '../../domain/reduce.ts';
import { hm, m } from '../../messages-item.ts';
import { m as words } from '../../messages-staff.ts';
import type { VersionDetail } from '../../queries/item-detail.ts';
import { contentView } from '../content-view.ts';
import { itemHref, lookingAt, type SeenItem, sameDay, seenItem } from '../looking.ts';
import { filesList } from './content-card.ts';

const v = messages({
  title: { vi: 'So các bản', en: 'Versions compared' },
  older: { vi: 'Bản trước', en: 'Earlier version' },
  newer: { vi: 'Bản sau', en: 'Later version' },
  show: { vi: 'So sánh', en: 'Compare' },
  none: { vi: 'Chưa có bản nào', en: 'There is no version yet' },
  reason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  nothing: { vi: 'Bản này không có nội dung.', en: 'This version has no content.' },
});

function one(context: RequestContext, seen: SeenItem, version: VersionDetail) {
  const { t } = context;
  const { item } = seen.detail;
  const by = t(m.by_at, { who: version.personName, at: formatInstant(version.recordedAt) });
  return card({
    title: t(hm[version.kind], { n: version.number }),
    body: html`<p class="line-sub">${by}</p>${version.reason && html`<p>${t(v.reason, { reason: version.reason })}</p>`}${
      version.content
        ? html`<p><strong>${t(m.summary)}:</strong> ${version.summary}</p>${contentView(context, paperContent(item.terms, version.content))}`
        : html`<p class="hint">${t(v.nothing)}</p>`
    }${filesList(context, item.id, version.files, seen.mayWrite)}`,
  });
}

/** Two versions of an item side by side; one above the other on a phone. */
export const versions = get({
  path: '/cong-khai/muc/:id/cac-ban',
  access: signedIn,
  rate: 'page',
  query: z.object({
    a: z.coerce.number().int().min(1).optional().catch(undefined),
    b: z.coerce.number().int().min(1).optional().catch(undefined),
    as_of: asOfSchema,
  }),
  async handle(context, { params, query }) {
    const { t } = context;
    const looking = await lookingAt(context, query.as_of);
    const seen = await seenItem(context, looking, params.id);
    const { item, versions: all } = seen.detail;
    const newer = all.find(({ number }) => number === query.b) ?? all[0];
    const older = all.find(({ number }) => number === query.a) ?? all[1] ?? newer;
    const options = all.map(({ number, kind }) => ({
      value: String(number),
      text: t(hm[kind], { n: number }),
    }));
    const href = itemHref(item.id);
    const main =
      newer && older
        ? html`<form class="filters" method="get" action="${href}/cac-ban">${query.as_of && html`<input type="hidden" name="as_of" value="${query.as_of}">`}${selectField({ label: t(v.older), name: 'a', value: String(older.number), options }, t)}${selectField({ label: t(v.newer), name: 'b', value: String(newer.number), options }, t)}<div class="filter-actions">${button({ text: t(v.show) })}</div></form><div class="versions">${one(context, seen, older)}${one(context, seen, newer)}</div>`
        : emptyState({ title: t(v.none) });
    return answerPage(
      shell(context, {
        title: t(v.title),
        kicker: item.title,
        active: 'disclosure',
        breadcrumb: [
          { href: `/cong-khai?don-vi=${item.unitId}`, text: t(words.title) },
          { href: sameDay(looking, href), text: item.title },
          { text: t(v.title) },
        ],
        main,
        wide: true,
      }),
    );
  },
});
