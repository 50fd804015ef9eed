import { z } from 'zod';
import { formatInstant, startOfVietnamDay, vietnamDate } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import { answerPage, get, only, post, type RequestContext, redirectTo } from '../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  confirmAction,
  csrfInput,
  dataTable,
  definitionList,
  emptyState,
  notice,
  shell,
} from '../../../ui/index.ts';
import { NO_ADDRESS } from '../commands/send-next-mail.ts';
import { dropMails, retryMails } from '../commands/unsent-mails.ts';
import { noticeLimits } from '../limits.ts';
import { mo } from '../messages-mail-page.ts';
import { mayRunMail } from '../policy.ts';
import { audienceOf } from '../queries/audience.ts';
import { mailCounts, mailServerState, type UnsentMail, unsentMails } from '../store/mail.ts';

const PATH = '/van-hanh/thu';
const access = only('người quản trị của đơn vị cấp cao nhất', mayRunMail);

function errorWords({ t }: RequestContext, mail: UnsentMail): string {
  if (mail.lastError === null) return '';
  return mail.lastError === NO_ADDRESS ? t(mo.no_address) : mail.lastError;
}

async function table(context: RequestContext, mails: readonly UnsentMail[]): Promise<Html> {
  const { t, db, today } = context;
  const audience = await audienceOf(db, today);
  return dataTable(
    {
      caption: t(mo.unsent),
      captionVisible: true,
      columns: [
        { key: 'to', label: t(mo.col_to), primary: true },
        { key: 'kind', label: t(mo.col_kind) },
        { key: 'since', label: t(mo.col_made), width: 'fit' },
        { key: 'state', label: t(mo.col_state) },
        { key: 'attempts', label: t(mo.col_attempts), align: 'end' },
        { key: 'error', label: t(mo.col_error) },
      ],
      rows: mails.map((mail) => ({
        cells: [
          audience.person(mail.personId)?.actor.name ?? t(mo.nobody),
          t(mail.kind === 'digest' ? mo.kind_digest : mo.kind_notice),
          formatInstant(mail.madeAt),
          mail.state === 'failed'
            ? t(mo.state_failed)
            : t(mo.state_waiting, { when: formatInstant(mail.nextAttemptAt) }),
          String(mail.attempts),
          errorWords(context, mail),
        ],
      })),
      empty: emptyState({ title: t(mo.none_unsent) }),
    },
    t,
  );
}

async function body(context: RequestContext): Promise<Html> {
  const { db, t, csrf, outward, tenant } = context;
  const today = startOfVietnamDay(vietnamDate(tenant.machineClock.now()));
  const counts = await mailCounts(db, today);
  const server = await mailServerState(db);
  const mails = await unsentMails(db, noticeLimits.page_rows);
  const state =
    outward.mailer === null
      ? notice({ kind: 'warning', text: t(mo.off) }, t)
      : server.failingSince !== null &&
        notice(
          {
            kind: 'error',
            text: t(mo.server_failing, {
              since: formatInstant(server.failingSince),
              answer: server.lastError ?? '',
            }),
          },
          t,
        );
  const facts = definitionList([
    { term: t(mo.server), value: outward.mailer?.server ?? t(mo.not_set) },
    { term: t(mo.sent_today), value: String(counts.sentToday) },
    { term: t(mo.waiting), value: String(counts.waiting) },
    { term: t(mo.failed), value: String(counts.failed) },
    {
      term: t(mo.last_ok),
      value: server.lastOkAt === null ? t(mo.never) : formatInstant(server.lastOkAt),
    },
  ]);
  const acts =
    counts.failed > 0 &&
    html`${buttonRow(html`<form method="post" action="${PATH}/gui-lai">${csrfInput(csrf)}${button({ text: t(mo.retry), kind: 'primary' })}</form>`)}${confirmAction(
      {
        summary: t(mo.drop),
        explain: t(mo.drop_explain, { n: counts.failed }),
        action: `${PATH}/bo`,
        csrf,
        button: t(mo.drop_button),
      },
    )}`;
  return html`${state}${card({ body: facts })}${await table(context, mails)}${acts}`;
}

export const unsent = get({
  path: PATH,
  access,
  rate: 'page',
  async handle(context) {
    const { t } = context;
    return answerPage(
      shell(context, {
        title: t(mo.title),
        lead: t(mo.lead),
        active: 'operations',
        breadcrumb: [{ href: '/van-hanh', text: t(mo.operations) }],
        main: await body(context),
      }),
    );
  },
});

export const retry = post({
  path: '/van-hanh/thu/gui-lai',
  access,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx) {
    const n = await retryMails(context, tx, context.tenant.machineClock.now());
    return redirectTo(PATH, { kind: 'success', text: context.t(mo.retried, { n }) });
  },
});

export const drop = post({
  path: '/van-hanh/thu/bo',
  access,
  rate: 'write',
  body: z.object({}),
  async handle(context, tx) {
    const n = await dropMails(context, tx);
    return redirectTo(PATH, { kind: 'success', text: context.t(mo.dropped, { n }) });
  },
});
