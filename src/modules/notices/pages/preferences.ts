import { attr, type Html, html } from '../../../kernel/html.ts';
import {
  type Answer,
  answerPage,
  get,
  post,
  type RequestContext,
  redirectTo,
  signedIn,
} from '../../../kernel/http/route.ts';
import {
  button,
  card,
  csrfInput,
  dataTable,
  errorSummary,
  fieldId,
  notice,
  radioGroup,
  shell,
  titleLines,
} from '../../../ui/index.ts';
import { emailOfPerson } from '../../identity/index.ts';
import { choose, chooseInput } from '../commands/choose.ts';
import { isDeliverable } from '../domain/address.ts';
import {
  EMAIL_CHOICES,
  type EmailChoice,
  type Preference,
  topicsFor,
  urgentKinds,
} from '../domain/choices.ts';
import { declarationOf, type NoticeKind, type TopicKey, topics } from '../domain/kinds.ts';
import { mp } from '../messages-preferences.ts';
import { preferenceOfPerson } from '../store/preferences.ts';
import { pushPanel } from './push-panel.ts';

const EMAIL_WORDS = { none: mp.email_none, digest: mp.email_digest, now: mp.email_now } as const;

function kindNames({ t }: RequestContext, kinds: readonly NoticeKind[]): string {
  return kinds.map((kind) => t(declarationOf(kind).name)).join(' · ');
}

/** A choice inside a cell; the column's name is its visible label, so its own is only said. */
function emailCell(context: RequestContext, topic: TopicKey, chosen: EmailChoice): Html {
  const { t } = context;
  const name = `email_${topic}`;
  const urgent = urgentKinds(topic);
  const offered = EMAIL_CHOICES.filter((choice) => choice !== 'now' || urgent.length > 0);
  const options = offered.map(
    (choice) =>
      html`<option value="${choice}" ${attr('selected', choice === chosen)}>${t(EMAIL_WORDS[choice])}</option>`,
  );
  const about =
    urgent.length > 0 &&
    html`<p class="hint" id="${fieldId(name)}-hint">${t(mp.urgent_are, { kinds: kindNames(context, urgent) })}</p>`;
  return html`<label class="vh" for="${fieldId(name)}">${t(mp.email_of, { topic: topics[topic].name })}</label>${about}<select class="w-full" id="${fieldId(name)}" name="${name}" ${attr('aria-describedby', about ? `${fieldId(name)}-hint` : undefined)}>${options}</select>`;
}

function pushCell({ t }: RequestContext, topic: TopicKey, chosen: boolean): Html {
  const name = `push_${topic}`;
  return html`<span class="choice"><input type="checkbox" id="${fieldId(name)}" name="${name}" value="1" ${attr('checked', chosen)}><label for="${fieldId(name)}">${t(mp.push_yes)}<span class="vh"> ${t(mp.push_of, { topic: topics[topic].name })}</span></label></span>`;
}

function topicTable(context: RequestContext, preference: Preference): Html {
  const { t } = context;
  return dataTable(
    {
      caption: t(mp.by_topic),
      captionVisible: true,
      note: t(mp.digest_when),
      stickyHeader: false,
      columns: [
        { key: 'topic', label: t(mp.col_topic), primary: true },
        { key: 'email', label: t(mp.col_email) },
        { key: 'push', label: t(mp.col_push), width: 'fit' },
      ],
      rows: topicsFor(context.actor).map((topic) => {
        const { email, push } = preference.topics[topic];
        const names = kindNames(context, Object.keys(topics[topic].kinds) as NoticeKind[]);
        return {
          cells: [
            titleLines(t(topics[topic].name), names),
            emailCell(context, topic, email),
            pushCell(context, topic, push),
          ],
        };
      }),
      empty: html``,
    },
    t,
  );
}

function mailNotice({ t, outward }: RequestContext, email: string | null): Html {
  if (outward.mailer === null) return notice({ kind: 'warning', text: t(mp.mail_off) }, t);
  return isDeliverable(email)
    ? notice({ kind: 'info', text: t(mp.mail_to, { address: email }) }, t)
    : notice({ kind: 'warning', text: t(mp.mail_no_address) }, t);
}

async function show(context: RequestContext, problems: Html = html``): Promise<Answer> {
  const { db, actor, t, csrf } = context;
  const personId = actor.personId ?? '';
  const preference = await preferenceOfPerson(db, personId);
  const email = await emailOfPerson(db, personId);
  const language = radioGroup(
    {
      label: t(mp.lang),
      name: 'lang',
      value: preference.lang,
      options: [
        { value: 'vi', text: t(mp.lang_vi) },
        { value: 'en', text: t(mp.lang_en) },
      ],
    },
    t,
  );
  const form = html`<form method="post" action="/tai-khoan/thong-bao">${csrfInput(csrf)}${card({ body: language })}${topicTable(context, preference)}${button({ text: t(mp.save), kind: 'primary' })}</form>`;
  return answerPage(
    shell(context, {
      title: t(mp.title),
      lead: t(mp.lead),
      active: 'notices',
      breadcrumb: [{ href: '/tai-khoan', text: t(mp.account) }],
      main: html`${problems}${mailNotice(context, email)}${form}${await pushPanel(context, personId)}`,
      scripts: ['push-switch'],
    }),
  );
}

export const preferences = get({
  path: '/tai-khoan/thong-bao',
  access: signedIn,
  rate: 'page',
  handle: (context) => show(context),
});

export const savePreferences = post({
  path: '/tai-khoan/thong-bao',
  access: signedIn,
  rate: 'write',
  body: chooseInput,
  async handle(context, tx, { body }) {
    await choose(context, tx, body);
    return redirectTo('/tai-khoan/thong-bao', { kind: 'success', text: context.t(mp.saved) });
  },
  redisplay: (context, _params, { problems }) => show(context, errorSummary(problems, context.t)),
});

/** Shows the page with what was wrong with a browser's subscription. */
export function showWithError(context: RequestContext, text: string): Promise<Answer> {
  return show(context, notice({ kind: 'error', text }, context.t));
}
