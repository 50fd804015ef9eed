import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { card, linkButton, qrFigure } from '../../../../ui/index.ts';
import { m } from '../../messages-item.ts';
import { phoneBase } from '../link-base.ts';
import { itemHref, type Looking, type SeenItem } from '../looking.ts';

/** What is printed: the sheet for the wall, the minutes, and the code that a village head scans. */
export function sheetsCard(context: RequestContext, looking: Looking, { detail }: SeenItem): Html {
  const { t } = context;
  const { item, facts } = detail;
  if (looking.asOf !== null || !facts.version || facts.version.isWithdrawn) return html``;
  const href = `${itemHref(item.id)}/phieu`;
  const file = (query: string, text: string): Html =>
    linkButton({ href: `${href}?${query}`, text, download: true });
  const base = phoneBase(context);
  const phone = `/niem-yet/${item.id}`;
  const code =
    base === null
      ? html`<p><a href="${phone}">${t(m.phone_link)}</a></p>`
      : html`<figure class="phone-code">${qrFigure({ content: `${base}${phone}`, label: t(m.phone_qr_label) })}<figcaption>${t(m.phone_qr)} <a href="${phone}">${base}${phone}</a></figcaption></figure>`;
  return card({
    title: t(m.sheets),
    id: 'phieu',
    body: html`<div class="buttons">${file('kho=a4&dinh-dang=pdf', t(m.sheet_a4))}${file('kho=a3&dinh-dang=pdf', t(m.sheet_a3))}${file('kho=a4&dinh-dang=docx', t(m.sheet_docx))}${file('loai=bien-ban-niem-yet&dinh-dang=docx', t(m.minutes_posting))}${file('loai=bien-ban-go&dinh-dang=docx', t(m.minutes_removal))}</div>${code}`,
  });
}
