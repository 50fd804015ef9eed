import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalPassword } from './domain/password-rules.ts';

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const NONCE_BYTES = 16;

const derive = promisify(argon2);

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

function phc(cost: Cost, nonce: Uint8Array, tag: Uint8Array): string {
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

function tagOf(password: string, cost: Cost, nonce: Uint8Array, tagLength: number): Promise<Uint8Array> {
  const message = Buffer.from(normalPassword(password), 'utf8');
  return derive('argon2id', { ...cost, message, nonce, tagLength });
}

/** The PHC string of a password, with a fresh nonce. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(NONCE_BYTES);
  return phc(COST, nonce, await tagOf(password, COST, nonce, TAG_BYTES));
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function read(hash: string): { cost: Cost; nonce: Buffer; tag: Buffer } {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = PHC.exec(hash) ?? [];
  if (memory === undefined) throw new Error('a stored password hash is not an argon2id PHC string');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const { cost, nonce, tag } = read(hash);
  return timingSafeEqual(await tagOf(password, cost, nonce, tag.byteLength), tag);
}

/** True when the hash was made with another cost than today's, so that it is made anew at the next sign-in. */
export function needsRehash(hash: string): boolean {
  const { cost, tag } = read(hash);
  return (
    cost.memory !== COST.memory ||
    cost.passes !== COST.passes ||
    cost.parallelism !== COST.parallelism ||
    tag.byteLength !== TAG_BYTES
  );
}

/** Matches no password; verified when a user name is unknown, so that the answer takes as long as for a known one. */
export const hashOfNobody: string = phc(COST, randomBytes(NONCE_BYTES), randomBytes(TAG_BYTES));
