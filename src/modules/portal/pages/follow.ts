import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import { attr, type Html, html } from '../../../kernel/html.ts';
import {
  answerPage,
  anyone,
  get,
  post,
  type Rejected,
  type RequestContext,
  type Route,
  redirectTo,
} from '../../../kernel/http/route.ts';
import { SECTIONS } from '../../disclosure/index.ts';
import { askSubscription } from '../commands/ask-subscription.ts';
import { placeName } from '../domain/address.ts';
import { SLUG_OF } from '../domain/section-slug.ts';
import { subscriptionErrors } from '../errors-subscription.ts';
import { frame, to } from '../frame.ts';
import { subscriptionLimits } from '../limits-data.ts';
import { unitByKey } from '../queries/units.ts';
import { unitsToChoose } from '../queries/units-to-choose.ts';
import { sectionWords } from '../section-words.ts';
import { EVERYTHING } from '../store/subscribers.ts';
import { f } from './follow-words.ts';
import { KEPT } from './parts.ts';
import { TRAP } from './say-form.ts';

const KEY = /^[a-z0-9][a-z0-9-]{0,119}$/;
const list = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(30)).max(SECTIONS.length + 1),
);

interface Typed {
  readonly email: string;
  readonly unitKey: string;
  readonly topics: readonly string[];
}

async function formPage(context: RequestContext, typed: Typed, rejected: Rejected | null): Promise<Html> {
  const { t, lang, outward, tenant, today } = context;
  const units = await unitsToChoose(tenant.publicDb, today);
  const chosen = units.find(({ key }) => key === typed.unitKey);
  const main =
    outward.mailer === null
      ? html`<p class="note care">${t(f.no_mail)}</p><ul class="block">${chosen && html`<li><a href="/xa/${chosen.key}/tin-moi.atom">${placeName(chosen.name)}, Atom</a>, <a href="/xa/${chosen.key}/tin-moi.rss">RSS</a></li>`}<li><a href="/tin-moi.atom">${t(f.all_feeds)}, Atom</a>, <a href="/tin-moi.rss">RSS</a></li></ul>`
      : html`${
          rejected &&
          html`<div class="note bad" role="alert" id="loi"><strong>${t(f.wrong)}</strong><p>${rejected.error.describe(lang).message} ${rejected.error.describe(lang).remedy}</p></div>`
        }<form method="post" action="${to(context, '/theo-doi')}" class="block"><label for="email">${t(f.email)}</label><p class="meta" id="email-goi-y">${t(f.email_hint)}</p><input id="email" type="email" name="email" required maxlength="200" autocomplete="email" aria-describedby="email-goi-y" ${attr('value', typed.email || undefined)} ${attr('aria-invalid', rejected?.error.type === subscriptionErrors.not_an_email ? 'true' : undefined)}><label for="xa">${t(f.commune)}</label><select id="xa" name="xa" required><option value="">${t(f.choose)}</option>${units.map((unit) => html`<option value="${unit.key}" ${attr('selected', unit.key === typed.unitKey)}>${placeName(unit.name)}</option>`)}</select><fieldset class="block choices"><legend>${t(f.topics)}</legend>${[
          { value: EVERYTHING, words: f.everything },
          ...SECTIONS.map((one) => ({ value: SLUG_OF[one], words: sectionWords[one] })),
        ].map(
          ({ value, words }) =>
            html`<label><input type="checkbox" name="nhom" value="${value}" ${attr('checked', typed.topics.includes(value))}> ${t(words)}</label>`,
        )}</fieldset><div class="hp" aria-hidden="true"><label>${t(f.leave_empty)}<input type="text" name="${TRAP}" tabindex="-1" autocomplete="off"></label></div><p class="block"><button type="submit" class="main-btn">${t(f.send)}</button></p><p class="meta">${t(f.next, { n: subscriptionLimits.confirm_days })}</p></form>`;
  return frame(context, {
    title: t(f.title),
    lead: t(f.lead),
    description: t(f.lead),
    unit: chosen ?? null,
    main,
    breadcrumb: [
      { href: chosen ? `/xa/${chosen.key}` : '/', text: chosen ? placeName(chosen.name) : 'Dân Biết' },
      { text: t(f.title) },
    ],
  });
}

const show = get({
  path: '/theo-doi',
  access: anyone('a citizen asks for emails without an account'),
  rate: 'public',
  cache: KEPT,
  query: z.object({
    xa: z.string().regex(KEY).optional().catch(undefined),
    nhom: list.catch([]),
  }),
  async handle(context, { query }) {
    const topics = query.nhom.length === 0 ? [EVERYTHING] : query.nhom;
    return answerPage(await formPage(context, { email: '', unitKey: query.xa ?? '', topics }, null));
  },
});

const typedText = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : '';

const ask = post({
  path: '/theo-doi',
  access: anyone('a citizen asks for emails without an account'),
  anonymous: true,
  rate: 'say',
  unaudited:
    'who follows what is nobody’s business: the address stands in its own row alone and goes with it',
  body: z.object({
    email: z.string().max(300).default(''),
    xa: z.string().max(120).default(''),
    nhom: list,
    [TRAP]: z.string().max(200).default(''),
  }),
  prepare: ({ tenant, today }, { body }) => unitByKey(tenant.publicDb, String(body.xa), today),
  async handle(context, tx, { body, prepared: unit }) {
    const done = redirectTo(to(context, '/theo-doi/da-gui'));
    // Programs fill every field; what they send is thrown away without telling them.
    if (body[TRAP] !== '') return done;
    if (context.outward.mailer === null) throw new AppError(subscriptionErrors.no_mail);
    if (!unit || unit.endedOn !== null) throw new AppError(subscriptionErrors.no_topic);
    const wanted = body.nhom as string[];
    const known = wanted.includes(EVERYTHING)
      ? [EVERYTHING]
      : SECTIONS.filter((section) => wanted.includes(SLUG_OF[section]));
    await askSubscription(context, tx, {
      email: String(body.email),
      topics: known.map((section) => ({ unitId: unit.unitId, section })),
      lang: context.lang,
      machineNow: context.tenant.machineClock.now(),
    });
    return done;
  },
  async redisplay(context, _params, rejected) {
    const { values } = rejected;
    const topics = [values.nhom ?? []].flat();
    const typed = { email: typedText(values.email), unitKey: typedText(values.xa), topics };
    return answerPage(await formPage(context, typed, rejected));
  },
});

const sent = get({
  path: '/theo-doi/da-gui',
  access: anyone('says what happens next'),
  rate: 'public',
  cache: KEPT,
  async handle(context) {
    const { t } = context;
    const main = html`<p>${t(f.sent)}</p><p class="meta block">${t(f.sent_again, { n: subscriptionLimits.asked_a_week })}</p>`;
    return answerPage(frame(context, { title: t(f.sent_title), main, isIndexed: false }));
  },
});

export const followRoutes: readonly Route[] = [show, ask, sent];
