import { z } from 'zod';
import { addDays } from '../../../kernel/dates.ts';
import { ensure } from '../../../kernel/errors.ts';
import { html } from '../../../kernel/html.ts';
import { answerPage, anyone, get, post, redirectTo, signedIn } from '../../../kernel/http/route.ts';
import { kernelErrors } from '../../../kernel/kernel-errors.ts';
import { codeText, linkButton, notice, shell } from '../../../ui/index.ts';
import { icalFeed } from '../../calendar/index.ts';
import { unitById } from '../../units/index.ts';
import { feedHash, makeFeed, withdrawFeeds } from '../commands/feeds.ts';
import { m } from '../messages.ts';
import { feedItems, unitOfFeed } from '../queries/feed.ts';

/** Work overdue by up to a quarter stays in the feed, so that it does not vanish the day after. */
const DAYS_BACK = 92;

export const feedForm = post({
  path: '/don-vi/:id{[0-9a-f-]{36}}/lich',
  access: signedIn,
  rate: 'write',
  body: z.object({ viec: z.enum(['tao', 'thu-hoi']) }),
  async handle(context, tx, { params, body }) {
    const { t, url } = context;
    if (body.viec === 'thu-hoi') {
      const n = await withdrawFeeds(context, tx, { unitId: params.id });
      return redirectTo(`/don-vi/${params.id}`, { kind: 'success', text: t(m.feed_withdrawn, { n }) });
    }
    const token = await makeFeed(context, tx, { unitId: params.id });
    const main = html`${notice({ kind: 'warning', text: t(m.feed_what) }, t)}<p>${codeText(`${url.origin}/lich/${token}.ics`)}</p><p>${linkButton({ href: `/don-vi/${params.id}`, text: t(m.unit_page) })}</p>`;
    return answerPage(shell(context, { title: t(m.feed_made), active: 'units', main }));
  },
});

export const feed = get({
  path: '/lich/:file{[A-Za-z0-9_-]{43}\\.ics}',
  access: anyone('calendar programs cannot sign in; the address itself is the secret and can be withdrawn'),
  rate: 'feed',
  async handle(context, { params }) {
    const { db, today, t, url } = context;
    const unitId = await unitOfFeed(db, feedHash(params.file.slice(0, -'.ics'.length)));
    ensure(unitId, kernelErrors.not_found);
    const unit = await unitById(db, unitId, today);
    ensure(unit, kernelErrors.not_found);
    const items = await feedItems(db, unitId, addDays(today, -DAYS_BACK));
    const body = icalFeed({
      name: t(m.feed_name, { unit: unit.name }),
      events: items.map((item) => ({
        uid: item.id,
        on: item.dueOn,
        title: item.words,
        description: [item.clausePath, item.code, item.planTitle, item.explained].filter(Boolean).join('\n'),
        url: `${url.origin}/phan-viec/${item.id}`,
        updatedAt: item.changedAt,
      })),
    });
    return {
      kind: 'file',
      body,
      mediaType: 'text/calendar; charset=utf-8',
      headers: { 'cache-control': 'private, max-age=900' },
    };
  },
});
