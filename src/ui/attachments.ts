import { type Html, type HtmlValue, html } from '../kernel/html.ts';
import { icon } from './icons.ts';

export interface AttachmentItem {
  /** What it is called; the link when there is an address. */
  title: string;
  href?: string | undefined;
  /** Leaves the product: opens without saying where from. */
  external?: boolean | undefined;
  /** A small picture of it. */
  thumbnail?: { src: string; alt: string } | undefined;
  /** Remarks under the title, one a line. */
  lines: readonly HtmlValue[];
  /** What may be done with it. */
  act?: HtmlValue;
}

function linked(item: AttachmentItem): Html {
  if (!item.href) return html`<strong>${item.title}</strong>`;
  return item.external
    ? html`<a href="${item.href}" rel="noopener noreferrer nofollow">${item.title}</a>`
    : html`<a href="${item.href}">${item.title}</a>`;
}

/** Files, pictures and links with their small picture and what is known of them. */
export function attachmentList(items: readonly AttachmentItem[]): Html {
  return html`<ul class="attachments">${items.map((item) => {
    const picture = item.thumbnail
      ? html`<img src="${item.thumbnail.src}" alt="${item.thumbnail.alt}" width="96" height="72" loading="lazy">`
      : html`<span class="attachment-icon">${icon(item.external ? 'forward' : 'document')}</span>`;
    return html`<li>${picture}<div><p>${linked(item)}</p>${item.lines.map((line) => html`<p class="line-sub">${line}</p>`)}${item.act}</div></li>`;
  })}</ul>`;
}
