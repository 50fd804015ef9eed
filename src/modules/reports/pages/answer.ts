import { post, redirectTo, signedIn } from '../../../kernel/http/route.ts';
import {
  acceptReport,
  acceptReportInput,
  returnReport,
  returnReportInput,
} from '../commands/answer-report.ts';
import { m } from '../messages.ts';
import { REPORT_PATH, reportHref } from './parts.ts';
import { reportPage } from './report.ts';

export const accept = post({
  path: `${REPORT_PATH}/chap-nhan`,
  access: signedIn,
  rate: 'write',
  body: acceptReportInput.omit({ reportId: true }),
  async handle(context, tx, { params, body }) {
    await acceptReport(context, tx, { ...body, reportId: params.id });
    return redirectTo(reportHref(params.id), { kind: 'success', text: context.t(m.accepted_now) });
  },
  redisplay: (context, params, rejected) => reportPage(context, params.id ?? '', {}, rejected),
});

export const giveBack = post({
  path: `${REPORT_PATH}/tra-lai`,
  access: signedIn,
  rate: 'write',
  body: returnReportInput.omit({ reportId: true }),
  async handle(context, tx, { params, body }) {
    await returnReport(context, tx, { ...body, reportId: params.id });
    return redirectTo(reportHref(params.id), { kind: 'success', text: context.t(m.returned_now) });
  },
  redisplay: (context, params, rejected) => reportPage(context, params.id ?? '', {}, rejected),
});
