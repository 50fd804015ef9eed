import { randomBytes, randomFillSync } from 'node:crypto';

const ID_BYTES = 16;
/** Random bytes for many ids are asked for at once: each asking costs as much as all the rest of an id. */
const random = Buffer.alloc(256 * ID_BYTES);
let used = random.length;

/** A UUID version 7 (RFC 9562): sorts by time of making, so indexes grow at their end. Made here, not in SQL (PostgreSQL 15). */
export function newId(nowMs: number = Date.now()): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const scratch = random.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  scratch.writeUIntBE(nowMs, 0, 6);
  scratch[6] = ((scratch[6] ?? 0) & 0x0f) | 0x70;
  scratch[8] = ((scratch[8] ?? 0) & 0x3f) | 0x80;
  const hex = scratch.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** A secret for a cookie, a feed address or an API token: 256 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
