import type { CalendarDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../kernel/db/database.ts';
import { query } from '../../../kernel/db/sql.ts';
import { waysOf } from '../domain/choices.ts';
import { contentOf } from '../domain/kinds.ts';
import { deliveryLimits } from '../limits.ts';
import { composeNotice } from '../mail/compose.ts';
import { audienceOf } from '../queries/audience.ts';
import { keepMails, type NewMail } from '../store/mail.ts';
import { browsersByPerson, keepPushes } from '../store/push.ts';

const waitingRow = {
  id: 'uuid',
  unitId: 'uuid',
  personId: 'uuid?',
  kind: 'text',
  params: 'json',
  link: 'text',
  isSettled: 'bool',
} as const;

/** Which ways lead out of this installation at the moment. */
export interface OpenWays {
  /** The address that links in emails begin with; `null` when no email is sent. */
  readonly mailBase: string | null;
  readonly push: boolean;
}

export interface HandedOut {
  readonly notices: number;
  readonly mails: number;
  readonly pushes: number;
}

/**
 * Turns the notices that wait, the oldest first, into the emails and pushes that their readers chose, in one transaction:
 * either a notice waits, or what it asked for has been kept. Without a way out it just stops waiting, so that nothing
 * piles up. A notice that was answered meanwhile is news for nobody. `now` is the machine's time.
 */
export async function handOut(tx: Tx, now: Date, day: CalendarDate, ways: OpenWays): Promise<HandedOut> {
  const rows = await tx.rows(query(waitingRow)`
    with taken as (
      delete from notices_waiting where notice_id in (
        select notice_id from notices_waiting order by notice_id limit ${deliveryLimits.handed_out_at_once}
        for update skip locked)
      returning notice_id
    )
    select n.id, n.unit_id as "unitId", n.person_id as "personId", n.kind, n.params, n.link,
      exists (select 1 from notices_settled s where s.notice_id = n.id) as "isSettled"
    from notices_notice n join taken on taken.notice_id = n.id
    order by n.id`);
  const news = rows.filter((row) => !row.isSettled);
  if (news.length === 0 || (ways.mailBase === null && !ways.push))
    return { notices: rows.length, mails: 0, pushes: 0 };
  const audience = await audienceOf(tx, day);
  const browsers = ways.push ? await browsersByPerson(tx) : new Map<string, readonly string[]>();
  const mails: NewMail[] = [];
  const pushes: { browserId: string; noticeId: string }[] = [];
  for (const row of news) {
    const content = contentOf(row.kind, row.params);
    for (const { personId, email, actor, preference } of audience.readersOf(row)) {
      const { mail, push } = waysOf(content.kind, preference);
      if (mail === 'now' && email !== null && ways.mailBase !== null) {
        const reader = { lang: preference.lang, name: actor.name };
        const composed = composeNotice(reader, { content, link: row.link }, ways.mailBase);
        mails.push({ ...composed, personId, about: { noticeId: row.id } });
      }
      if (push)
        for (const browserId of browsers.get(personId) ?? []) pushes.push({ browserId, noticeId: row.id });
    }
  }
  return {
    notices: rows.length,
    mails: await keepMails(tx, mails, now),
    pushes: await keepPushes(tx, pushes, now),
  };
}
