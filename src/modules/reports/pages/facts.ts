import { formatDate, formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { card, definitionList } from '../../../ui/index.ts';
import { isCommitteeReport, isWritable, receiptNumber } from '../domain/report.ts';
import { freeze } from '../frozen.ts';
import { m } from '../messages.ts';
import { contentOfScene, type ReportScene } from '../scene.ts';
import { reportBadge, sameDay, windowReason } from './parts.ts';
import type { ReportReading } from './reading.ts';

/** Whether the head of the unit confirmed what the report says now. */
export function approvalStands(scene: ReportScene): boolean {
  const { approval, submissions } = scene.report.course;
  if (!approval) return false;
  const { hash, number, signedOn, signerName, signerTitle } = approval;
  if (!isWritable(scene.report.state)) return submissions.at(-1)?.hash === hash;
  const signed = { number, signedOn, signerName, signerTitle };
  return freeze(contentOfScene(scene, signed)).hash === hash;
}

function approvedFact({ t }: RequestContext, scene: ReportScene): string {
  const { approval } = scene.report.course;
  if (!approval) return t(m.fact_approved_not);
  const told = { name: approval.by, title: approval.title, at: formatInstant(approval.at) };
  return t(approvalStands(scene) ? m.fact_approved : m.fact_approved_changed, told);
}

/** Complete, confirmed, submitted and accepted: four facts, each by itself, with the window and its reason. */
export function factsCard(context: RequestContext, reading: ReportReading, scene: ReportScene): Html {
  const { t } = context;
  const { report, window, lacks, plan, period, material } = scene;
  const { accepted, submissions } = report.course;
  const last = submissions.at(-1);
  const { readOn } = material.material;
  const date = formatDate(readOn);
  const read =
    readOn === period.cutOffOn && reading.day.today > period.cutOffOn
      ? t(m.read_on_cut_off, { date })
      : t(m.read_on_today, { date, cut_off: formatDate(period.cutOffOn) });
  const submitted = last
    ? `${t(m.fact_submitted, { n: last.version, at: formatInstant(last.at), receipt: receiptNumber(last) })}${report.isRequest ? '' : `, ${t(last.isLate ? m.late : m.in_time)}`}`
    : t(m.fact_submitted_not);
  const items = [
    { term: t(m.state), value: reportBadge(context, report, window) },
    {
      term: t(m.complete),
      value: lacks.length === 0 ? t(m.fact_complete) : t(m.fact_complete_not, { n: lacks.length }),
    },
    { term: t(m.approved), value: approvedFact(context, scene) },
    { term: t(m.submitted), value: submitted },
    ...(isCommitteeReport(report.kind)
      ? []
      : [
          {
            term: t(m.accepted),
            value: accepted
              ? html`${t(m.fact_accepted, { name: accepted.by, at: formatInstant(accepted.at) })}${accepted.note !== '' && html`<p class="line-sub">${accepted.note}</p>`}`
              : t(m.fact_accepted_not),
          },
        ]),
    { term: t(m.window), value: report.isRequest ? t(m.asked_only) : windowReason(context, window) },
    { term: t(m.read_on), value: read },
    {
      term: t(m.plan),
      value: html`<a href="${sameDay(reading, `/ke-hoach/${plan.id}`)}">${plan.title}</a>`,
    },
  ];
  return card({ body: definitionList(items) });
}
