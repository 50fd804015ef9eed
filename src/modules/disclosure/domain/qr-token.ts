/** Letters and digits that nobody mistakes for each other on a wall; no 0, 1. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Eight signs made of random bytes (eight or more); bytes beyond a whole number of alphabets are passed over. */
export function qrToken(bytes: Uint8Array): string {
  const fair = 256 - (256 % SIGNS.length);
  const signs = [...bytes].filter((byte) => byte < fair).map((byte) => SIGNS[byte % SIGNS.length]);
  if (signs.length < 8) throw new RangeError('too few random bytes for a token');
  return signs.slice(0, 8).join('');
}
