import { hash } from 'node:crypto';

/** A weak ETag of the content: the same bytes before compression, whoever compresses them. */
export function validatorOf(body: string | Uint8Array): string {
  return `W/"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
}

const TAG = /(?:W\/)?("[^"]*")/g;

/** Whether an `If-None-Match` names the validator, compared weakly (RFC 9110, 13.1.2). */
export function matches(asked: string | undefined, validator: string): boolean {
  if (asked === undefined) return false;
  if (asked.trim() === '*') return true;
  const opaque = validator.replace(/^W\//, '');
  return [...asked.matchAll(TAG)].some((found) => found[1] === opaque);
}
