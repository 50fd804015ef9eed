import { z } from 'zod';
import { formatInstant } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import { asOfSchema } from '../../../kernel/http/as-of.ts';
import { answerPage, get, signedIn } from '../../../kernel/http/route.ts';
import { asOfNotice, card, codeText, definitionList, linkButton, shell } from '../../../ui/index.ts';
import { receiptNumber } from '../domain/report.ts';
import { reportErrors } from '../errors.ts';
import { frozenVersion } from '../frozen.ts';
import { m, wm } from '../messages.ts';
import { crumbs, KIND_NAMES, REPORT_PATH, reportHref, sameDay } from './parts.ts';
import { reportReading, visibleReport } from './reading.ts';

/** What a unit holds in hand once it has submitted: number, instant, how it counts, and the hash of what was sent. */
export const receipt = get({
  path: `${REPORT_PATH}/bien-nhan`,
  access: signedIn,
  rate: 'page',
  query: z.object({
    as_of: asOfSchema,
    ban: z.coerce.number().int().min(1).max(1000).optional().catch(undefined),
  }),
  async handle(context, { params, query }) {
    const { t, url, db } = context;
    const reading = await reportReading(context, query.as_of);
    const report = await visibleReport(context, reading, params.id);
    const { submissions } = report.course;
    const submission = query.ban ? submissions.find((one) => one.version === query.ban) : submissions.at(-1);
    ensure(submission, reportErrors.not_found);
    const frozen = await frozenVersion(db, report.id, submission.version);
    ensure(frozen, reportErrors.not_found);
    const { content } = frozen;
    const number = receiptNumber(submission);
    const kind = t(KIND_NAMES[report.kind]);
    const at = formatInstant(submission.at);
    const items = [
      { term: t(m.receipt), value: number },
      { term: t(m.submitted_on), value: at },
      { term: t(wm.receipt_by), value: submission.by },
      {
        term: t(wm.receipt_approved),
        value: content.signed ? `${content.signed.signerName}, ${content.signed.signerTitle}` : '',
      },
      {
        term: t(wm.receipt_counts),
        value: report.isRequest ? t(m.asked_only) : t(submission.isLate ? m.late : m.in_time),
      },
      { term: t(wm.receipt_version), value: String(submission.version) },
      {
        term: t(wm.receipt_hash),
        value: html`${codeText(submission.hash)}<p class="line-sub">${t(wm.receipt_hash_what)}</p>`,
      },
    ];
    const words = t(wm.receipt_words, {
      unit: content.unit.name,
      kind: kind.charAt(0).toLowerCase() + kind.slice(1),
      period: content.period.name,
      at,
    });
    return answerPage(
      shell(context, {
        title: t(wm.receipt_title, { receipt: number }),
        kicker: content.unit.name,
        lead: words,
        active: 'reports',
        breadcrumb: crumbs(
          context,
          reading,
          { href: sameDay(reading, reportHref(report.id)), text: `${kind}: ${t(content.period.name)}` },
          { text: t(m.receipt) },
        ),
        actions: linkButton({
          href: sameDay(reading, `${reportHref(report.id)}?ban=${submission.version}`),
          text: t(m.open),
        }),
        main: html`${asOfNotice({ asOf: reading.day.asOf, url }, t)}${card({ body: definitionList(items) })}`,
      }),
    );
  },
});
