import { html } from '../../../kernel/html.ts';
import { type Lang, type Translate, translator } from '../../../kernel/i18n.ts';
import type { Section } from '../../disclosure/index.ts';
import { subscriptionLimits } from '../limits-data.ts';
import { mm } from '../messages-mail.ts';
import type { News } from '../queries/news.ts';
import { sectionWords } from '../section-words.ts';
import { EVERYTHING, type Topic } from '../store/subscribers.ts';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Part {
  readonly words: string;
  readonly lines?: readonly { readonly text: string; readonly path: string | null }[];
  readonly link?: string;
}

const SUBJECT_WORDS = 100;
const shortened = (words: string): string =>
  words.length <= SUBJECT_WORDS ? words : `${words.slice(0, SUBJECT_WORDS - 1).trimEnd()}…`;

/** Both bodies: plain text, and HTML without style, picture or script. Links begin with `base`. */
function composed(lang: Lang, subject: string, parts: readonly Part[], base: string): ComposedMail {
  const hello = translator(lang)(mm.hello);
  const text = [
    hello,
    ...parts.flatMap(({ words, lines = [], link }) => [
      '',
      words,
      ...lines.map((line) => `- ${line.text}${line.path === null ? '' : `\n  ${base}${line.path}`}`),
      ...(link === undefined ? [] : [`${base}${link}`]),
    ]),
    '',
  ].join('\n');
  const body = parts.map(({ words, lines = [], link }) => {
    const items = lines.map(
      (line) =>
        html`<li>${line.path === null ? line.text : html`<a href="${base}${line.path}">${line.text}</a>`}</li>`,
    );
    const address = link !== undefined && html`<br><a href="${base}${link}">${base}${link}</a>`;
    return html`<p>${words}${address}</p>${items.length > 0 && html`<ul>${items}</ul>`}`;
  });
  const page = html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${subject}</title></head><body><p>${hello}</p>${body}</body></html>`;
  return { subject, text, html: page.__html };
}

/** Name of a section for people; what this version does not know keeps its code. */
export function sectionName(section: string, t: Translate): string {
  if (section === EVERYTHING) return t(mm.everything);
  const words = sectionWords[section as Section];
  return words === undefined ? section : t(words);
}

/** The email in which the owner of an address says yes, or nothing. */
export function composeConfirm(
  lang: Lang,
  asked: {
    readonly topics: readonly Topic[];
    readonly names: ReadonlyMap<string, string>;
    readonly path: string;
  },
  base: string,
): ComposedMail {
  const t = translator(lang);
  const n = subscriptionLimits.confirm_days;
  const lines = asked.topics.map(({ unitId, section }) => ({
    text: t(mm.topic, { unit: asked.names.get(unitId) ?? '', section: sectionName(section, t) }),
    path: null,
  }));
  const parts = [
    { words: t(mm.confirm_what), lines },
    { words: t(mm.confirm_do, { n }), link: asked.path },
    { words: t(mm.confirm_not, { n }) },
  ];
  return composed(lang, t(mm.confirm_subject), parts, base);
}

/** The email of a day: what is new in what somebody follows. */
export function composeNews(
  lang: Lang,
  told: { readonly news: readonly News[]; readonly hasMore: boolean; readonly path: string },
  base: string,
): ComposedMail {
  const t = translator(lang);
  const title = shortened(told.news[0]?.title ?? '');
  const others = told.news.length - 1;
  const subject = others > 0 ? t(mm.news_subject_many, { title, n: others }) : t(mm.news_subject, { title });
  const lines = told.news.map((one) => {
    const message = one.isWithdrawn ? mm.line_withdrawn : one.isNew ? mm.line_new : mm.line_changed;
    const params = { title: one.title, unit: one.unitName, section: sectionName(one.section, t) };
    return { text: t(message, params), path: `/muc/${one.itemId}` };
  });
  const parts: Part[] = [
    { words: t(mm.news_what), lines },
    ...(told.hasMore ? [{ words: t(mm.more), link: '/' }] : []),
    { words: t(mm.why) },
    { words: t(mm.stop), link: told.path },
  ];
  return composed(lang, subject, parts, base);
}
