import { formatDate } from '../../../kernel/dates.ts';
import { type Message, translator } from '../../../kernel/i18n.ts';
import type { Digest, DigestWork } from '../domain/digest.ts';
import { shortened } from '../domain/kind.ts';
import { declarationOf, type NoticeContent, sentenceOf } from '../domain/kinds.ts';
import { mm } from '../messages-mail.ts';
import { type MailContent, type MailPart, renderMail } from './render.ts';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SUBJECT_WORDS = 120;
const LINE_WORDS = 160;

function composed(content: MailContent, base: string): ComposedMail {
  return { subject: content.subject, ...renderMail(content, base) };
}

/** The email about one notice. `base` is the address links begin with. */
export function composeNotice(
  reader: Pick<MailContent, 'lang' | 'name'>,
  notice: { readonly content: NoticeContent; readonly link: string },
  base: string,
): ComposedMail {
  const t = translator(reader.lang);
  const { message, params } = sentenceOf(notice.content);
  const words = t(message, params);
  const subject = t(mm.notice_subject, {
    kind: t(declarationOf(notice.content.kind).name),
    words: shortened(words, SUBJECT_WORDS),
  });
  const more = declarationOf(notice.content.kind).lines?.(notice.content.facts, reader.lang) ?? [];
  const lines = [{ text: words, path: notice.link }, ...more];
  return composed({ ...reader, subject, parts: [{ title: null, lines, more: null }] }, base);
}

/** The digest of a morning: what is new, then what is due today, then what is late. */
export function composeDigest(
  reader: Pick<MailContent, 'lang' | 'name'>,
  digest: Digest,
  base: string,
): ComposedMail {
  const t = translator(reader.lang);
  const work = (title: Message, { count, lines }: DigestWork, path: string): MailPart => ({
    title: t(title, { n: count }),
    lines: lines.map((line) => ({
      text: t(line.lateDays === null ? mm.line_due : mm.line_late, {
        code: line.code,
        words: shortened(line.words, LINE_WORDS),
        unit: line.unitName,
        date: formatDate(line.dueOn),
        n: line.lateDays ?? 0,
      }),
      path: `/phan-viec/${line.id}`,
    })),
    more: count > lines.length ? { count: count - lines.length, path } : null,
  });
  const { notices, dueToday, late } = digest;
  const parts: MailPart[] = [];
  const said: string[] = [];
  if (notices.count > 0) {
    said.push(t(mm.part_new, { n: notices.count }));
    parts.push({
      title: t(mm.title_new, { n: notices.count }),
      lines: notices.items.map(({ content, link }) => {
        const { message, params } = sentenceOf(content);
        return { text: t(message, params), path: link };
      }),
      more:
        notices.count > notices.items.length
          ? { count: notices.count - notices.items.length, path: '/thong-bao' }
          : null,
    });
  }
  if (dueToday.count > 0) {
    said.push(t(mm.part_due, { n: dueToday.count }));
    parts.push(work(mm.title_due, dueToday, '/viec-cua-toi'));
  }
  if (late.count > 0) {
    said.push(t(mm.part_late, { n: late.count }));
    parts.push(work(mm.title_late, late, '/viec-cua-toi'));
  }
  const subject = t(mm.digest_subject, { date: formatDate(digest.day), parts: said.join(', ') });
  return composed({ ...reader, subject, parts }, base);
}
