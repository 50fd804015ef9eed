import { limits } from './limits.ts';
import type { Mailer, Sender } from './mail.ts';

export const pushLimits = limits('push', {
  answer_seconds: { value: 10, unit: 'seconds', reason: 'push services answer within one' },
});

/** Where pushes may be sent. The address comes from a browser, so it names only services on this list. */
export interface PushGate {
  /** Host names; `*.` in front admits one more name before it. */
  readonly hosts: readonly string[];
  /** Further certificate authorities, beside those of the system. */
  readonly ca?: string;
  readonly answerMs: number;
}

/** The push services of Chrome and its relatives, Firefox, Safari, and Edge on Windows. */
export const PUSH_HOSTS: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.services.mozilla.com',
  'web.push.apple.com',
  '*.notify.windows.com',
];

/** How the program reaches people who are not looking at it. Made once at start. */
export interface Outward {
  /** The address people open, without a slash at the end; links in messages begin with it. */
  readonly publicUrl: string | undefined;
  /** `null` while no mail server is set. */
  readonly mailer: Mailer | null;
  readonly push: PushGate;
}

export interface OutwardSettings {
  readonly publicUrl: string | undefined;
  readonly mail: { readonly url: string; readonly from: Sender } | undefined;
}

const gate: PushGate = { hosts: PUSH_HOSTS, answerMs: pushLimits.answer_seconds * 1000 };

/** A program that sends nothing: the command line, tests, an installation without a mail server. */
export const nothingOutward: Outward = { publicUrl: undefined, mailer: null, push: gate };

/** Opens the ways out that the settings name. The mail library is loaded only where a server is set. */
export async function openOutward({ publicUrl, mail }: OutwardSettings): Promise<Outward> {
  const mailer = mail === undefined ? null : (await import('./mail-server.ts')).openMailer(mail);
  return { publicUrl: publicUrl?.replace(/\/+$/, ''), mailer, push: gate };
}

/** Web push is offered where the site is served over HTTPS: browsers give subscriptions to no other. */
export function pushIsPossible(outward: Outward): boolean {
  return outward.publicUrl?.startsWith('https://') ?? false;
}

/** Whether `address` is an https address of one of the hosts, on the usual port. */
export function isPushAddress(gate: PushGate, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  return gate.hosts.some((known) =>
    known.startsWith('*.')
      ? host.endsWith(known.slice(1)) && /^[\w-]+$/.test(host.slice(0, 1 - known.length))
      : host === known,
  );
}
