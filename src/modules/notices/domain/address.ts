/**
 * Domains that RFC 2606 keeps for examples: nothing can arrive there. The program's example uses one of them, so that an
 * installation with a mail server never writes to people who do not exist.
 */
const NOBODY_THERE = /(?:^|[.@])(?:example|invalid|test|localhost|example\.(?:com|net|org))$/i;

/** Whether email to this address can arrive at all. */
export function isDeliverable(address: string | null): address is string {
  return address !== null && !NOBODY_THERE.test(address);
}
