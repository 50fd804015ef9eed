import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { disclosureLimits } from '../../disclosure/index.ts';
import { to } from '../frame.ts';
import { s } from './say-words.ts';

/** Programs fill every field of a form; people do not see this one. */
export const TRAP = 'trang_web';

const trap = (context: RequestContext): Html =>
  html`<div class="hp" aria-hidden="true"><label>${context.t(s.leave_empty)}<input type="text" name="${TRAP}" tabindex="-1" autocomplete="off"></label></div>`;

function verdicts(context: RequestContext, isAtPlace: boolean): Html {
  const { t } = context;
  const choices = isAtPlace ? (['seen', 'not_seen', 'wrong'] as const) : (['right', 'wrong'] as const);
  return html`<div class="verdicts">${choices.map((choice) => html`<button type="submit" name="thay" value="${choice === 'right' ? 'seen' : choice}">${t(s[choice])}</button>`)}</div>`;
}

function form(context: RequestContext, itemId: string, placeId: string | null, inside: Html): Html {
  return html`<form method="post" enctype="multipart/form-data" action="${to(context, `/muc/${itemId}/co-dung-khong`)}">${placeId !== null && html`<input type="hidden" name="diem" value="${placeId}">`}${trap(context)}${inside}</form>`;
}

/** The question about one paper at one place, answered with one tap. */
export function quickSay(
  context: RequestContext,
  about: { itemId: string; title: string; placeId: string; where: string | Html },
): Html {
  const { t } = context;
  return html`<section class="card say"><h2>${t(s.title)}</h2><p><a href="${to(context, `/muc/${about.itemId}`, { diem: about.placeId })}"><strong>${about.title}</strong></a><br><span class="meta">${about.where}</span></p>${form(context, about.itemId, about.placeId, verdicts(context, true))}</section>`;
}

/** One form around everything that must hang at a place: each of its buttons answers for one paper (`tapButtons`). */
export function tapForm(context: RequestContext, qr: string, inside: Html): Html {
  return html`<form method="post" action="${to(context, `/q/${qr}/co-dung-khong`)}">${trap(context)}${inside}</form>`;
}

/** The buttons under a line that already says what and where: `<verdict>.<entry>`. */
export function tapButtons({ t }: RequestContext): (itemId: string) => Html {
  const [seen, notSeen, wrong] = [t(s.seen), t(s.not_seen), t(s.wrong)];
  return (itemId) =>
    html`<div class="verdicts"><button type="submit" name="thay" value="seen.${itemId}">${seen}</button><button type="submit" name="thay" value="not_seen.${itemId}">${notSeen}</button><button type="submit" name="thay" value="wrong.${itemId}">${wrong}</button></div>`;
}

/** The whole question, with room for words and a photo. */
export function fullSay(
  context: RequestContext,
  about: { itemId: string; place: { id: string; where: string } | null },
): Html {
  const { t } = context;
  const { itemId, place } = about;
  const ask = place ? t(s.ask_place, { where: place.where }) : t(s.ask_item);
  return html`<section class="card say" id="co-dung-khong"><h2>${t(s.title)}</h2><p>${ask}</p>${form(
    context,
    itemId,
    place?.id ?? null,
    html`<details><summary>${t(s.add)}</summary><label for="loi">${t(s.words)}</label><p class="meta" id="loi-goi-y">${t(s.words_hint)}</p><textarea id="loi" name="loi" rows="3" maxlength="${disclosureLimits.say_words}" aria-describedby="loi-goi-y"></textarea><label for="anh">${t(s.photo)}</label><p class="meta" id="anh-goi-y">${t(s.photo_hint, { n: disclosureLimits.say_photo_bytes / 1024 / 1024 })}</p><input id="anh" type="file" name="anh" accept="image/jpeg,image/png,image/webp" aria-describedby="anh-goi-y"><p class="meta">${t(s.then_press)}</p></details>${verdicts(context, place !== null)}<p class="meta">${t(s.no_account)}</p>`,
  )}</section>`;
}
