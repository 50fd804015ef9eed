import { type Html, html } from '../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  confirmAction,
  csrfInput,
  problemOf,
  textareaField,
} from '../../../ui/index.ts';
import { isCommitteeReport } from '../domain/report.ts';
import type { FrozenReport } from '../frozen.ts';
import { m } from '../messages.ts';
import { mayAccept, mayReturn } from '../policy.ts';
import type { ReportScene } from '../scene.ts';
import { reportHref } from './parts.ts';

/** Accepting and giving back, for whoever may, on the version that awaits its reader. */
export function answerForms(
  context: RequestContext,
  { report }: ReportScene,
  frozen: FrozenReport | null,
  rejected: Rejected | undefined,
): Html {
  const { t, actor, csrf } = context;
  const last = report.course.submissions.at(-1)?.version;
  if (report.state !== 'submitted' || frozen === null || frozen.version !== last) return html``;
  const href = reportHref(report.id);
  const typed = (name: string): string => {
    const value = rejected?.values[name];
    return typeof value === 'string' ? value : '';
  };
  const accept =
    mayAccept(actor, report) &&
    html`<form method="post" action="${href}/chap-nhan" novalidate>${csrfInput(csrf)}${textareaField({ label: t(m.accept_note), name: 'note', rows: 2, maxlength: 4000, value: typed('note') }, t)}${buttonRow(button({ text: t(m.accept), kind: 'primary' }))}</form>`;
  const giveBack =
    mayReturn(actor, report) &&
    confirmAction({
      summary: t(isCommitteeReport(report.kind) ? m.take_back : m.return),
      explain: t(m.return_what),
      action: `${href}/tra-lai`,
      csrf,
      button: t(isCommitteeReport(report.kind) ? m.take_back : m.return),
      open: rejected !== undefined,
      fields: textareaField(
        {
          label: t(m.return_reason),
          name: 'reason',
          rows: 4,
          maxlength: 4000,
          required: true,
          value: typed('reason'),
          error: problemOf(rejected?.problems, 'reason', t),
        },
        t,
      ),
    });
  if (!accept && !giveBack) return html``;
  return card({ title: t(m.look), body: html`${accept}${giveBack}` });
}
