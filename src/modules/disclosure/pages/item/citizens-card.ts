import { formatDate, formatInstant } from '../../../../kernel/dates.ts';
import { type Html, html } from '../../../../kernel/html.ts';
import type { Rejected, RequestContext } from '../../../../kernel/http/route.ts';
import {
  button,
  card,
  csrfInput,
  details,
  fileField,
  problemOf,
  radioGroup,
  textareaField,
  timeline,
} from '../../../../ui/index.ts';
import { OUTCOMES } from '../../commands/answer-check.ts';
import { m } from '../../messages-item.ts';
import type { CheckLine } from '../../queries/checks.ts';
import { itemHref, type SeenItem } from '../looking.ts';
import { PICTURES, typedText } from '../proof.ts';

/** What citizens said, what waits for an answer, and what was answered. */
export function citizensCard(
  context: RequestContext,
  seen: SeenItem,
  refused?: { readonly checkId: string; readonly rejected: Rejected },
): Html {
  const { t } = context;
  const { says, checks, postings } = seen.detail;
  const names = new Map(postings.map(({ placeId, place }) => [placeId, place.name]));
  const open = checks.filter(({ answer }) => answer === null);
  const closed = checks.filter(({ answer }) => answer !== null);
  const list = timeline(
    says.map((one) => ({
      at: formatInstant(one.recordedAt),
      who: one.placeId === null ? t(m.check_portal) : (names.get(one.placeId) ?? ''),
      text: t(m[`say_${one.verdict}`]),
      detail:
        one.photoHash !== null && seen.mayWrite
          ? html`${one.words && html`${one.words} · `}<a href="${itemHref(seen.detail.item.id)}/anh-nguoi-dan/${one.id}">${t(m.say_photo)}</a>`
          : one.words || undefined,
    })),
  );
  return card({
    title: t(m.citizens),
    id: 'nguoi-dan',
    body: html`${checks.length === 0 && says.length === 0 && html`<p class="hint">${t(m.citizens_none)}</p>`}${open.map(
      (check) =>
        openCheck(context, seen, check, refused?.checkId === check.id ? refused.rejected : undefined),
    )}${closed.map((check) => answered(context, check))}${says.length > 0 && details(t(m.says_list, { n: says.length }), list)}`,
  });
}

function aboutWhat({ t }: RequestContext, { placeName }: CheckLine): string {
  return placeName === null ? t(m.check_portal) : t(m.check_at, { place: placeName });
}

function openCheck(context: RequestContext, seen: SeenItem, check: CheckLine, rejected?: Rejected): Html {
  const { t, csrf } = context;
  const id = (name: string): string => `tl-${check.id}-${name}`;
  const head = html`<h3>${aboutWhat(context, check)}</h3><p>${t(m.check_counts, { notSeen: check.notSeen, wrong: check.wrong })}. ${t(m.check_due, { date: formatDate(check.dueOn) })}.</p>`;
  if (!seen.mayWrite) return html`<div class="check">${head}</div>`;
  const error = (name: string) => problemOf(rejected?.problems, name, t);
  return html`<div class="check">${head}<form method="post" action="${itemHref(seen.detail.item.id)}/kiem-tra/${check.id}" enctype="multipart/form-data" novalidate>${csrfInput(csrf)}${radioGroup(
    {
      label: t(m.answer_outcome),
      name: 'ket_qua',
      id: id('ket_qua'),
      value: typedText(rejected, 'ket_qua'),
      options: OUTCOMES.map((value) => ({ value, text: t(m[`outcome_${value}`]) })),
      error: error('ket_qua'),
    },
    t,
  )}${textareaField(
    {
      label: t(m.answer_words),
      hint: t(m.answer_words_hint),
      name: 'tra_loi',
      id: id('tra_loi'),
      value: typedText(rejected, 'tra_loi'),
      rows: 3,
      maxlength: 2000,
      required: true,
      error: error('tra_loi'),
    },
    t,
  )}${fileField({ label: t(m.answer_photo), name: 'anh', id: id('anh'), accept: PICTURES, multiple: true, optional: true, error: error('anh') }, t)}${button({ text: t(m.answer_send), kind: 'primary' })}</form></div>`;
}

function answered(context: RequestContext, check: CheckLine): Html {
  const { t } = context;
  const { answer } = check;
  if (!answer) return html``;
  const who = t(m.check_answered, { who: answer.personName, at: formatInstant(answer.recordedAt) });
  return html`<div class="check"><h3>${aboutWhat(context, check)}</h3><p>${t(m.check_counts, { notSeen: check.notSeen, wrong: check.wrong })}</p><p><strong>${t(m[`outcome_${answer.outcome}`])}</strong>: ${answer.words}</p><p class="line-sub">${who}</p></div>`;
}
