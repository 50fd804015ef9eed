import { createHash, createHmac, randomInt } from 'node:crypto';

/** What the database keeps of a secret of 256 random bits: its hash is as hard to turn back as the secret to guess. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The token that the forms of a session carry; made from the session's secret, so it needs no storage. */
export function csrfToken(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update('csrf').digest('base64url');
}

// Without letters and digits that are mistaken for each other when read from paper or over the telephone.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password or set-up code to be read and typed once: four groups of four, 79 random bits. */
export function readableSecret(): string {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
