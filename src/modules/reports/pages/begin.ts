import { post, redirectTo, signedIn } from '../../../kernel/http/route.ts';
import { beginReport, beginReportInput } from '../commands/begin-report.ts';
import { m } from '../messages.ts';
import { reportHref } from './parts.ts';

export const begin = post({
  path: '/bao-cao',
  access: signedIn,
  rate: 'write',
  body: beginReportInput,
  unaudited: 'a report that is there already is only opened; one that is begun is recorded',
  async handle(context, tx, { body }) {
    const id = await beginReport(context, tx, body);
    return redirectTo(reportHref(id), { kind: 'success', text: context.t(m.begun) });
  },
});
