import { html } from '../../../kernel/html.ts';
import { type Lang, translator } from '../../../kernel/i18n.ts';
import { mm } from '../messages-mail.ts';

/** A line of an email with the path of this product at which it is read. */
export interface MailLine {
  readonly text: string;
  readonly path: string;
}

export interface MailPart {
  /** Absent in an email about one thing. */
  readonly title: string | null;
  readonly lines: readonly MailLine[];
  /** How many lines of this part are left out, and where all of them stand. */
  readonly more: { readonly count: number; readonly path: string } | null;
}

export interface MailContent {
  readonly lang: Lang;
  readonly name: string;
  readonly subject: string;
  readonly parts: readonly MailPart[];
}

/** Where the person chooses how notices arrive. */
export const PREFERENCES_PATH = '/tai-khoan/thong-bao';

/** Both bodies of an email: plain text, and HTML without any style, picture or script. Links begin with `base`. */
export function renderMail(content: MailContent, base: string): { text: string; html: string } {
  const t = translator(content.lang);
  const greeting = t(mm.greeting, { name: content.name });
  const text = [
    greeting,
    ...content.parts.flatMap((part) => [
      '',
      ...(part.title === null ? [] : [part.title.toUpperCase(), '']),
      ...part.lines.map((line) => `- ${line.text}\n  ${base}${line.path}`),
      ...(part.more ? [`- ${t(mm.more, { n: part.more.count })}\n  ${base}${part.more.path}`] : []),
    ]),
    '',
    '-- ',
    t(mm.why),
    `${t(mm.change)} ${base}${PREFERENCES_PATH}`,
    '',
  ].join('\n');
  const parts = content.parts.map((part) => {
    const lines = part.lines.map((line) => html`<li><a href="${base}${line.path}">${line.text}</a></li>`);
    const more =
      part.more &&
      html`<li>${t(mm.more, { n: part.more.count })} <a href="${base}${part.more.path}">${base}${part.more.path}</a></li>`;
    return html`${part.title !== null && html`<h2>${part.title}</h2>`}<ul>${lines}${more}</ul>`;
  });
  const preferences = `${base}${PREFERENCES_PATH}`;
  const page = html`<!doctype html><html lang="${content.lang}"><head><meta charset="utf-8"><title>${content.subject}</title></head><body><p>${greeting}</p>${parts}<hr><p>${t(mm.why)}<br>${t(mm.change)} <a href="${preferences}">${preferences}</a></p></body></html>`;
  return { text, html: page.__html };
}
