import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import { type Html, html } from '../../../kernel/html.ts';
import {
  answerPage,
  anyone,
  get,
  post,
  type RequestContext,
  type Route,
  redirectTo,
} from '../../../kernel/http/route.ts';
import type { Message } from '../../../kernel/i18n.ts';
import { confirmSubscription, stopSubscription } from '../commands/answer-subscription.ts';
import { placeName } from '../domain/address.ts';
import { subscriptionErrors } from '../errors-subscription.ts';
import { frame, to } from '../frame.ts';
import { sectionName } from '../mail/compose.ts';
import { unitNames } from '../queries/unit-names.ts';
import { type KeyPurpose, subscriberOfKey, topicsOf } from '../store/subscribers.ts';
import { f } from './follow-words.ts';
import { KEPT } from './parts.ts';

const KEY = ':key{[A-Za-z0-9_-]{43}}' as const;
const access = anyone('whoever has the link from the mailbox');

/** The page of a link is nobody else's. */
const PRIVATE = { 'x-robots-tag': 'noindex' } as const;

async function ofKey(context: RequestContext, key: string, purpose: KeyPurpose) {
  const found = await subscriberOfKey(context.db, key, purpose);
  if (!found) throw new AppError(subscriptionErrors.link_gone);
  return found;
}

async function topicLines(context: RequestContext, subscriberId: string): Promise<Html> {
  const { t, db, tenant } = context;
  const topics = await topicsOf(db, subscriberId);
  const names = await unitNames(
    tenant.publicDb,
    topics.map(({ unitId }) => unitId),
  );
  return html`<ul>${topics.map(({ unitId, section }) => html`<li>${t(f.topic, { unit: placeName(names.get(unitId) ?? ''), section: sectionName(section, t) })}</li>`)}</ul>`;
}

function question(context: RequestContext, title: Message, main: Html) {
  return {
    ...answerPage(frame(context, { title: context.t(title), main, isIndexed: false })),
    headers: { ...PRIVATE },
  };
}

/** A click in a mailbox opens a page with a button: programs that look at links in emails confirm nothing. */
const askConfirm = get({
  path: `/theo-doi/xac-nhan/${KEY}`,
  access,
  anonymous: true,
  rate: 'say',
  async handle(context, { params }) {
    const { t } = context;
    const { id, email } = await ofKey(context, params.key, 'confirm');
    const main = html`<p>${t(f.confirm_lead, { email })}</p>${await topicLines(context, id)}<form method="post" class="block"><button type="submit" class="main-btn">${t(f.confirm)}</button></form><p class="meta block">${t(f.confirm_not)}</p>`;
    return question(context, f.confirm_title, main);
  },
});

const confirm = post({
  path: `/theo-doi/xac-nhan/${KEY}`,
  access,
  anonymous: true,
  rate: 'say',
  unaudited:
    'who follows what is nobody’s business: the address stands in its own row alone and goes with it',
  body: z.object({}),
  async handle(context, tx, { params }) {
    const machineNow = context.tenant.machineClock.now();
    await confirmSubscription(context, tx, { key: params.key, machineNow });
    return redirectTo(to(context, '/theo-doi/da-xac-nhan'));
  },
});

const askStop = get({
  path: `/theo-doi/dung/${KEY}`,
  access,
  anonymous: true,
  rate: 'say',
  async handle(context, { params }) {
    const { t } = context;
    const { email } = await ofKey(context, params.key, 'stop');
    const main = html`<p>${t(f.stop_lead, { email })}</p><form method="post" class="block"><button type="submit" class="main-btn">${t(f.stop)}</button></form>`;
    return question(context, f.stop_title, main);
  },
});

/** From the button, or from the reader's mail program alone (RFC 8058): the body says no more than the address. */
const stop = post({
  path: `/theo-doi/dung/${KEY}`,
  access,
  anonymous: true,
  rate: 'say',
  unaudited: 'the address is deleted; a record of it would keep it',
  body: z.object({ 'List-Unsubscribe': z.string().max(40).optional() }),
  async handle(context, tx, { params }) {
    await stopSubscription(tx, { key: params.key });
    return redirectTo(to(context, '/theo-doi/da-dung'));
  },
});

function saying(path: string, title: Message, words: Message): Route {
  return get({
    path,
    access: anyone('says what was done'),
    rate: 'public',
    cache: KEPT,
    async handle(context) {
      const main = html`<p>${context.t(words)}</p><p class="block"><a class="btn" href="${to(context, '/theo-doi')}">${context.t(f.title)}</a></p>`;
      return answerPage(frame(context, { title: context.t(title), main, isIndexed: false }));
    },
  });
}

export const followAnswerRoutes: readonly Route[] = [
  askConfirm,
  confirm,
  askStop,
  stop,
  saying('/theo-doi/da-xac-nhan', f.confirmed_title, f.confirmed),
  saying('/theo-doi/da-dung', f.stopped_title, f.stopped),
];
