import { formatInstant } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import {
  button,
  buttonRow,
  card,
  confirmAction,
  csrfInput,
  errorSummary,
  type OptionGroup,
  problemOf,
  selectField,
  textareaField,
  timeline,
} from '../../../../ui/index.ts';
import { assignmentLimits } from '../../limits.ts';
import { m } from '../../messages-people.ts';
import { mayComment } from '../../policy.ts';
import type { Comment } from '../../queries/comments.ts';
import type { Item } from '../../queries/item.ts';
import { onSameDay } from '../as-of.ts';
import type { Reading } from '../reading.ts';
import { type Typed, typedText } from './action-form.ts';
import { commentText } from './comment-text.ts';
import type { ItemPeople } from './people-data.ts';

/** What was said about the work, a form to say something, and whether one follows it. */
export function commentsPanel(
  context: RequestContext,
  reading: Reading,
  item: Item,
  people: Pick<ItemPeople, 'comments' | 'followers' | 'mentionable'>,
  typed?: Typed,
): Html {
  const { t } = context;
  const isPast = reading.day.asOf !== null;
  const shown = people.comments.slice(-assignmentLimits.recent_shown);
  const hidden = people.comments.length - shown.length;
  const earlier =
    hidden > 0 &&
    html`<p><a href="${onSameDay(reading, `/phan-viec/${item.id}/lich-su`)}">${t(m.earlier_comments, { n: hidden })}</a></p>`;
  const said =
    shown.length === 0
      ? html`<p class="hint">${t(m.no_comments)}</p>`
      : timeline(shown.map((comment) => commentLine(context, item, comment, isPast)));
  const acts =
    !isPast &&
    html`${mayComment(context.actor, item) && commentForm(context, reading, item, people.mentionable, typed)}${followForm(context, item, people.followers)}`;
  return card({ title: t(m.comments), id: 'trao-doi', body: html`${earlier}${said}${acts}` });
}

function commentLine(context: RequestContext, item: Item, comment: Comment, isPast: boolean) {
  const { t, actor } = context;
  const at = formatInstant(comment.recordedAt);
  const who = [comment.personName, comment.unitName].filter(Boolean).join(', ');
  if (comment.words === null) return { at, who, text: html`<em>${t(m.was_withdrawn)}</em>` };
  const isOwn = !isPast && comment.personId === actor.personId;
  return {
    at,
    who,
    text: commentText({ ...comment, words: comment.words }),
    detail:
      isOwn &&
      confirmAction({
        summary: t(m.withdraw_this),
        explain: t(m.withdraw_what),
        action: `/phan-viec/${item.id}/trao-doi/${comment.id}/rut-lai`,
        csrf: context.csrf,
        button: t(m.withdraw),
      }),
  };
}

function commentForm(
  context: RequestContext,
  reading: Reading,
  item: Item,
  mentionable: ItemPeople['mentionable'],
  typed: Typed | undefined,
): Html {
  const { t } = context;
  const posted = typed?.values.viec === 'trao-doi' ? typed : undefined;
  const values = posted?.values ?? {};
  const idOf = (name: string): string => `${name}-comment`;
  const groups = [...Map.groupBy(mentionable, (one) => one.unitId)].map(
    ([unitId, people]): OptionGroup => ({
      label: reading.units.names.get(unitId) ?? '—',
      options: people.map((one) => ({
        value: one.username,
        text: t(m.person_option, { name: one.fullName, title: one.title }),
      })),
    }),
  );
  return html`${errorSummary(posted?.problems, t, idOf)}<form method="post" action="/phan-viec/${item.id}/trao-doi#trao-doi" novalidate>${csrfInput(context.csrf)}${textareaField(
    {
      label: t(m.say),
      name: 'noi_dung',
      id: idOf('noi_dung'),
      hint: t(m.say_hint),
      rows: 3,
      maxlength: assignmentLimits.comment_length,
      value: typedText(values.noi_dung),
      error: problemOf(posted?.problems, 'noi_dung', t),
    },
    t,
  )}${selectField(
    {
      label: t(m.mention),
      name: 'nhac',
      id: idOf('nhac'),
      optional: true,
      value: typedText(values.nhac) ?? '',
      options: [{ value: '', text: t(m.mention_nobody) }, ...groups],
    },
    t,
  )}${buttonRow(button({ text: t(m.send), name: 'viec', value: 'trao-doi' }))}</form>`;
}

function followForm(context: RequestContext, item: Item, followers: ReadonlySet<string>): Html {
  const { t, actor } = context;
  const isFollowing = followers.has(actor.personId ?? '');
  const text = t(isFollowing ? m.following : m.not_following);
  return html`<form method="post" action="/phan-viec/${item.id}/theo-doi">${csrfInput(context.csrf)}<p>${text}${followers.size > 0 && html` ${t(m.followers, { n: followers.size })}`}</p>${button({ text: t(isFollowing ? m.unfollow : m.follow), name: 'theo_doi', value: isFollowing ? '0' : '1', small: true })}</form>`;
}
