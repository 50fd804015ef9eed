import { type Html, html } from '../../../kernel/html.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { details, tag } from '../../../ui/index.ts';
import type { Deadline } from '../../calendar/index.ts';
import type { Regime } from '../domain/declaration.ts';
import { basisSaid } from '../messages-catalog.ts';
import { m } from '../messages-staff.ts';

export const basisText = ({ basis }: Regime, { t }: Pick<RequestContext, 't'>): string =>
  basis.map((one) => basisSaid(one, t)).join('; ');

/** The ground of law, with its badge where nobody has checked it against the text. */
export function basisLine({ t }: RequestContext, regime: Regime): Html {
  const isOpen = regime.status === 'UNCONFIRMED';
  return html`${basisText(regime, { t })}${isOpen && html` ${tag(t(m.unconfirmed))}<span class="line-sub">${t(m.unconfirmed_what)}</span>`}${regime.note && html`<span class="line-sub">${t(regime.note)}</span>`}`;
}

/** Why a due is on its day, to be opened. */
export function whyDue({ t }: RequestContext, due: Deadline): Html {
  return details(
    t(m.how_due),
    html`<p>${t(due.explanation)}</p>${due.warnings.map(({ message }) => html`<p>${t(message)}</p>`)}<p>${t(m.calendar_version, { version: due.calendarVersion })}</p>`,
  );
}
