import { formatDate } from '../../kernel/dates.ts';
import { formatNumber, type Lang, type Message, translator } from '../../kernel/i18n.ts';
import type { BriefFacts } from './events.ts';
import { mb } from './messages-brief.ts';

/** A line of the brief with the page at which it is read. */
export interface BriefLine {
  readonly text: string;
  readonly path: string;
}

/** What the brief says, line by line: the same on its page, in the paper and in the email. */
export function briefLines(facts: BriefFacts, lang: Lang): BriefLine[] {
  const t = translator(lang);
  const { overdue, overdueBefore, total, accepted, acceptedBefore, gravest } = facts;
  const board = '/dieu-hanh';
  const units = gravest.map(({ name, overdue: n }) => `${name} (${formatNumber(lang, n)})`).join(', ');
  return [
    {
      text: t(mb.line_overdue, {
        n: overdue,
        total,
        before: overdueBefore === null ? '' : t(mb.before, { n: overdueBefore }),
      }),
      path: board,
    },
    ...(accepted === null
      ? []
      : [
          {
            text: t(mb.line_accepted, {
              n: accepted,
              before: acceptedBefore === null ? '' : t(mb.before_percent, { n: acceptedBefore }),
            }),
            path: board,
          },
        ]),
    ...(units === '' ? [] : [{ text: t(mb.line_gravest, { units }), path: board }]),
    ...facts.reports.map(({ code, name, dueOn, missing }) => ({
      text: t(mb.line_report, { period: name, date: formatDate(dueOn), n: missing }),
      path: `/bao-cao/tien-do?ky=${code}`,
    })),
    {
      text: t(mb.line_postings, { soon: facts.postingsSoon, late: facts.postingsLate }),
      path: '/cong-khai/bang',
    },
    { text: t(mb.line_checks, { n: facts.checks }), path: '/cong-khai/bang?xem=muc&khac=1' },
    {
      text: t(mb.line_findings, { n: facts.findings }),
      path: '/kiem-tra/ton-tai?trang-thai=chua-xong',
    },
    { text: t(mb.line_asks, { n: facts.asks }), path: '/dieu-hanh/giai-trinh' },
  ];
}

/** The same in both languages, to be read later in either. */
export function briefMessages(facts: BriefFacts): (Message & { readonly path: string })[] {
  const english = briefLines(facts, 'en');
  return briefLines(facts, 'vi').map(({ text, path }, at) => ({
    vi: text,
    en: english[at]?.text ?? text,
    path,
  }));
}
