import { type Html, html } from '../../../../kernel/html.ts';
import type { RequestContext } from '../../../../kernel/http/route.ts';
import { m } from '../../messages-phone.ts';

/**
 * Around a form with a photo: the browser program makes the photo small, keeps it on the phone and sends it until it is received. Without
 * the program the form is a plain upload.
 */
export function keeper({ t, actor, csrf }: RequestContext, form: Html): Html {
  return html`<proof-photo data-person="${actor.personId}" data-csrf="${csrf}" data-making="${t(m.js_making)}" data-sending="${t(m.js_sending)}" data-waiting="${t(m.js_waiting)}" data-sign-in="${t(m.js_sign_in)}" data-refused="${t(m.js_refused, { why: '…' })}" data-photo-needed="${t(m.photo_needed)}" data-more="${t(m.js_waiting_more, { n: '#' })}">${form}<p class="proof-state" role="status" hidden></p></proof-photo>`;
}
