import { createHash } from 'node:crypto';

/** A short mark of what a person saw; it differs as soon as anything in `value` does. */
export function stampOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
