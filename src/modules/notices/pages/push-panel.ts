import { formatInstant } from '../../../kernel/dates.ts';
import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { pushIsPossible } from '../../../kernel/outward.ts';
import { button, card, csrfInput, dataTable } from '../../../ui/index.ts';
import { mp } from '../messages-preferences.ts';
import { type Browser, browsersOf, publicPushKey, pushKeys } from '../store/push.ts';

/** Pushes in the browser the person sits at, and the list of all browsers of this person. */
export async function pushPanel(context: RequestContext, personId: string): Promise<Html> {
  const { db, t, now, outward } = context;
  const browsers = await browsersOf(db, personId);
  if (!pushIsPossible(outward) && browsers.length === 0)
    return card({ title: t(mp.push_title), body: html`<p>${t(mp.push_impossible)}</p>` });
  // The first visitor of an installation finds no key yet.
  const key = (await publicPushKey(db)) ?? (await db.transaction((tx) => pushKeys(tx, now))).publicKey;
  return html`${card({ title: t(mp.push_title), body: html`<p>${t(mp.push_about)}</p><div>${pushSwitch(context, key, browsers)}</div>` })}${browserTable(context, browsers)}`;
}

/** Without the script, or where the browser offers no pushes, the first line stands there and says so. */
function pushSwitch({ t, csrf }: RequestContext, key: string, browsers: readonly Browser[]): Html {
  const known = JSON.stringify(browsers.map((browser) => browser.endpoint));
  return html`<push-switch data-key="${key}" data-known="${known}" data-denied="${t(mp.push_denied)}" data-failed="${t(mp.push_failed)}" data-here="${t(mp.push_here)}"><p class="hint" role="status">${t(mp.push_needs_script)}</p><form method="post" action="/tai-khoan/thong-bao/trinh-duyet" hidden>${csrfInput(csrf)}<input type="hidden" name="endpoint"><input type="hidden" name="p256dh"><input type="hidden" name="auth">${button({ text: t(mp.push_on), kind: 'secondary' })}</form></push-switch>`;
}

function browserTable({ t, csrf }: RequestContext, browsers: readonly Browser[]): Html {
  if (browsers.length === 0) return html``;
  return dataTable(
    {
      caption: t(mp.browsers),
      captionVisible: true,
      columns: [
        { key: 'browser', label: t(mp.col_browser), primary: true },
        { key: 'since', label: t(mp.col_since) },
        { key: 'last', label: t(mp.col_last) },
        { key: 'remove', label: t(mp.remove), hideLabel: true, width: 'fit' },
      ],
      rows: browsers.map((browser) => ({
        cells: [
          browser.agent,
          formatInstant(browser.madeAt),
          browser.lastError !== null
            ? t(mp.last_failed)
            : browser.lastOkAt === null
              ? t(mp.never)
              : formatInstant(browser.lastOkAt),
          html`<form method="post" action="/tai-khoan/thong-bao/trinh-duyet/${browser.id}/tat">${csrfInput(csrf)}${button({ text: t(mp.remove), about: browser.agent, small: true })}</form>`,
        ],
      })),
      empty: html``,
    },
    t,
  );
}
