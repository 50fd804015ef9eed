import { formatDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import { button, confirmAction, csrfInput, problemOf, radioGroup, textareaField } from '../../../ui/index.ts';
import { mayFollow } from '../domain/finding.ts';
import { m } from '../messages-finding.ts';
import { mayClaim, mayVerify } from '../policy.ts';
import type { Finding } from '../queries/findings.ts';
import type { Inspection } from '../queries/inspections.ts';
import { dueFields, formCard, typedText } from './parts.ts';
import { proofFields } from './proof.ts';
import { findingHref, type Reading } from './reading.ts';

export type FindingAct = 'rut' | 'bao-khac-phuc' | 'xac-nhan' | 'gia-han' | 'mo-lai';

/** Which form of the page was refused. */
export interface RefusedFinding {
  readonly act: FindingAct;
  readonly rejected: Rejected;
}

interface Props {
  readonly finding: Finding;
  readonly reading: Reading;
  readonly refused: RefusedFinding | undefined;
  /** The re-inspection from which the page was opened. */
  readonly during: Inspection | undefined;
}

const refusedAt = ({ refused }: Props, act: FindingAct): Rejected | undefined =>
  refused?.act === act ? refused.rejected : undefined;

const verifies = ({ actor }: RequestContext, { finding, reading }: Props): boolean => {
  const claimedBy = finding.standing === 'claimed' ? finding.stoodBy : null;
  return reading.asOf === null && mayVerify(actor, { ...finding, claimedBy });
};

/** The unit's report that it was put right. */
export function claimCard(context: RequestContext, props: Props): Html {
  const { t, csrf, actor } = context;
  const { finding, reading } = props;
  const may = mayClaim(actor, finding) && mayFollow(finding.standing).includes('claimed');
  if (reading.asOf !== null || !may) return html``;
  const rejected = refusedAt(props, 'bao-khac-phuc');
  return formCard({
    title: t(m.claim_title),
    id: 'bao-khac-phuc',
    body: html`<p>${t(m.claim_what)}</p><form method="post" action="${findingHref(finding.id)}/bao-khac-phuc" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}${textareaField({ label: t(m.claim_words), name: 'da_lam', rows: 3, maxlength: 4000, required: true, value: typedText(rejected, 'da_lam'), error: problemOf(rejected?.problems, 'da_lam', t) }, t)}${proofFields(context, rejected)}${button({ text: t(m.claim_save), kind: 'primary' })}</form>`,
  });
}

/** The word of the inspecting side. */
export function judgeCard(context: RequestContext, props: Props): Html {
  const { t, csrf } = context;
  const { finding, during } = props;
  const allowed = mayFollow(finding.standing);
  if (!verifies(context, props) || !allowed.includes('closed')) return html``;
  const rejected = refusedAt(props, 'xac-nhan');
  const options = (['closed', 'returned'] as const)
    .filter((verdict) => allowed.includes(verdict))
    .map((verdict) => ({
      value: verdict,
      text: t(m[`judge_${verdict}`]),
      hint: t(m[`judge_${verdict}_what`]),
    }));
  return formCard({
    title: t(m.judge_title),
    id: 'xac-nhan',
    body: html`${during && html`<p>${t(m.judge_during, { title: during.title })}</p>`}<form method="post" action="${findingHref(finding.id)}/xac-nhan" novalidate>${csrfInput(csrf)}${during && html`<input type="hidden" name="lan" value="${during.id}">`}${radioGroup({ label: t(m.judge_verdict), name: 'ket_qua', value: typedText(rejected, 'ket_qua') || null, options, error: problemOf(rejected?.problems, 'ket_qua', t) }, t)}${textareaField({ label: t(m.judge_words), name: 'can_cu', hint: t(m.judge_words_hint), rows: 3, maxlength: 4000, value: typedText(rejected, 'can_cu'), error: problemOf(rejected?.problems, 'can_cu', t) }, t)}${button({ text: t(m.judge_save), kind: 'primary' })}</form>`,
  });
}

/** More time for what is open, or a new due for what is closed. */
export function dueCard(context: RequestContext, props: Props): Html {
  const { t, csrf } = context;
  const { finding } = props;
  if (!verifies(context, props)) return html``;
  const isClosed = finding.standing === 'closed';
  const act = isClosed ? 'mo-lai' : 'gia-han';
  const rejected = refusedAt(props, act);
  const date = formatDate(finding.dueOn);
  return confirmAction({
    summary: t(isClosed ? m.reopen : m.extend),
    explain: isClosed ? t(m.reopen_what) : t(m.extend_what, { date }),
    action: `${findingHref(finding.id)}/${act}`,
    csrf,
    button: t(isClosed ? m.reopen : m.extend),
    open: rejected !== undefined,
    fields: html`${dueFields(context, act, rejected)}${textareaField({ label: t(m.reason), name: 'ly_do', id: `${act}-ly_do`, rows: 2, maxlength: 4000, required: true, value: typedText(rejected, 'ly_do'), error: problemOf(rejected?.problems, 'ly_do', t) }, t)}`,
  });
}
