/** Longest address that a mail server takes (RFC 5321: 254), less what names no mailbox of a person. */
const LONGEST = 200;
const ADDRESS =
  /^[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

/** An email address as it is kept: lower case, without spaces around; `undefined` when it is none. */
export function readEmail(text: string): string | undefined {
  const address = text.normalize('NFC').trim().toLowerCase();
  if (address.length > LONGEST || address.includes('..')) return undefined;
  return ADDRESS.test(address) ? address : undefined;
}
