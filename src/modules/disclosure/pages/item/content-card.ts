import { formatDate, formatInstant, vietnamDate } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  attachmentList,
  card,
  dataTable,
  details,
  emptyState,
  linkButton,
  notice,
} from '../../../../ui/index.ts';
import { paperContent, shownContent } from '../../domain/reduce.ts';
import { m } from '../../messages-item.ts';
import type { BoundDeclaration } from '../../queries/declarations.ts';
import type { FileDetail } from '../../queries/item-detail.ts';
import { contentView } from '../content-view.ts';
import { itemHref, type Looking, type SeenItem, sameDay } from '../looking.ts';

const ROLE_WORDS = { official: m.file_official, reduced: m.file_reduced, sealed: m.file_sealed } as const;

/** Files of a version; the sealed original only for those who write for the unit. */
export function filesList(
  { t }: RequestContext,
  itemId: string,
  files: readonly FileDetail[],
  mayWrite: boolean,
): Html {
  const shown = files.filter(({ role }) => role !== 'sealed' || mayWrite);
  if (shown.length === 0) return html``;
  return html`<h3>${t(m.files)}</h3>${attachmentList(
    shown.map(({ id, name, role, allowedBecause }) => ({
      title: name,
      href: `${itemHref(itemId)}/tep-da-cong-bo/${id}`,
      lines: [
        t(ROLE_WORDS[role]),
        ...(allowedBecause === null ? [] : [t(m.file_allowed, { reason: allowedBecause })]),
      ],
    })),
  )}`;
}

/** What the portal shows in place of names; empty where the obligation has none. */
function onPortal(context: RequestContext, seen: SeenItem, bound: BoundDeclaration | undefined): Html {
  const { t } = context;
  const { item, versions } = seen.detail;
  const content = versions[0]?.content;
  const web = item.terms.personalOnWeb;
  if (!content || !web) return html``;
  const shown = shownContent(item.terms, content, bound?.web?.show ?? web.show, { villages: seen.villages });
  const show = shown.personal?.shown ?? 'nothing';
  const words = { figures: m.names_on_paper, nothing: m.names_nothing, names: m.names_shown }[show];
  const figures =
    show === 'figures' &&
    dataTable(
      {
        caption: t(m.on_portal),
        columns: [
          { key: 'village', label: t(m.village), primary: true },
          { key: 'count', label: t(m.count), align: 'end' },
        ],
        rows: (shown.personal?.figures ?? []).map(({ village, count }) => ({
          cells: [village, String(count)],
        })),
        empty: emptyState({ title: '–' }),
      },
      t,
    );
  return details(t(m.on_portal), html`<p>${t(words)}</p>${contentView(context, shown.fields)}${figures}`);
}

/** What the item says now, and what stands public. */
export function contentCard(
  context: RequestContext,
  looking: Looking,
  seen: SeenItem,
  props: { readonly bound: BoundDeclaration | undefined; readonly hasDraft: boolean },
): Html {
  const { t } = context;
  const { item, versions, exception } = seen.detail;
  const [last] = versions;
  const href = itemHref(item.id);
  const writes = seen.mayWrite && exception === null;
  const edit = !last ? m.edit : last.kind === 'withdraw' ? m.publish_anew : m.correct;
  const buttons = html`<div class="buttons">${writes && linkButton({ href: `${href}/noi-dung`, text: t(props.hasDraft ? m.go_on : edit), kind: last ? 'secondary' : 'primary' })}${versions.length > 1 && linkButton({ href: sameDay(looking, `${href}/cac-ban`), text: t(m.compare) })}${last && last.kind !== 'withdraw' && linkButton({ href: `/muc/${item.id}`, text: t(m.open_portal) })}</div>`;
  const body = (): Html => {
    if (!last) return html`<p class="hint">${t(m.no_content)}</p>`;
    if (last.kind === 'withdraw' || !last.content)
      return notice(
        {
          kind: 'warning',
          text: t(m.withdrawn_content, {
            date: formatDate(vietnamDate(last.recordedAt)),
            reason: last.reason ?? '',
          }),
        },
        t,
      );
    const by = t(m.content_of, {
      number: last.number,
      who: last.personName,
      at: formatInstant(last.recordedAt),
    });
    return html`<p class="line-sub">${by}</p><p><strong>${t(m.summary)}:</strong> ${last.summary}</p>${contentView(context, paperContent(item.terms, last.content))}${filesList(context, item.id, last.files, seen.mayWrite)}${onPortal(context, seen, props.bound)}`;
  };
  return card({ title: t(m.content), id: 'noi-dung', body: html`${body()}${buttons}` });
}
