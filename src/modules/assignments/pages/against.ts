import type { Html } from '../../../kernel/html.ts';
import { html } from '../../../kernel/html.ts';
import { withQuery } from '../../../kernel/http/address.ts';
import type { RequestContext } from '../../../kernel/http/route.ts';
import { linkButton, notice } from '../../../ui/index.ts';
import { ma } from '../messages-amended.ts';
import type { Reading } from './reading.ts';

/** Against which plan work is read: as it is in force, or as it was first issued. As addresses say it. */
export const AGAINST = { 'hien-hanh': 'current', goc: 'first' } as const;
export const AGAINST_KEYS = ['hien-hanh', 'goc'] as const;
export type Against = (typeof AGAINST)[keyof typeof AGAINST];

/** The same reading against the first version, or against the plan in force. */
export function readAgainst(reading: Reading, against: Against | undefined): Reading {
  if (against !== 'first') return reading;
  return { ...reading, day: { ...reading.day, against } };
}

/** Says that a list is read against the original, and the way to the plan in force. */
export function againstNotice({ t, url }: RequestContext, against: Against | undefined): Html {
  if (against !== 'first') return html``;
  const href = withQuery(url, { 'so-voi': 'hien-hanh', sau: null });
  const action = linkButton({ href, text: t(ma.against_current), small: true });
  return notice({ kind: 'info', text: t(ma.kicker_first), action }, t);
}
