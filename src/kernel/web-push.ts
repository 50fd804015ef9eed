import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { request } from 'node:https';
import { isPushAddress, type PushGate } from './outward.ts';

/** A browser's subscription, as its PushManager gives it: keys in base64url. */
export interface PushSubscription {
  readonly endpoint: string;
  /** The browser's public key, an uncompressed point of P-256 (65 bytes). */
  readonly p256dh: string;
  /** The secret shared with the browser (16 bytes). */
  readonly auth: string;
}

/** The pair that signs pushes (RFC 8292): an uncompressed point and its scalar, in base64url. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const CURVE = 'prime256v1';
const POINT_BYTES = 65;
const AUTH_BYTES = 16;
const SCALAR_BYTES = 32;
const SALT_BYTES = 16;
/** RFC 8291 §4: one record, and push services need not take more than 4096 bytes in all. */
const RECORD_BYTES = 4096;
const LAST_RECORD = 2;
const TOKEN_HOURS = 12;

const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64url');

export function makePushKeys(): PushKeys {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  // A scalar may begin with zero bytes, which the library leaves out.
  const scalar = Buffer.concat([Buffer.alloc(SCALAR_BYTES), pair.getPrivateKey()]).subarray(-SCALAR_BYTES);
  return { publicKey: pair.getPublicKey('base64url'), privateKey: scalar.toString('base64url') };
}

/** Whether the keys of a subscription are a point of the curve and a secret of the right length. */
export function areSubscriptionKeys(p256dh: string, auth: string): boolean {
  if (fromBase64(p256dh).length !== POINT_BYTES || fromBase64(auth).length !== AUTH_BYTES) return false;
  try {
    const probe = createECDH(CURVE);
    probe.generateKeys();
    probe.computeSecret(fromBase64(p256dh));
    return true;
  } catch {
    return false;
  }
}

/** What a push draws from chance: a key pair of its own and a salt. Given only where a published example is repeated. */
export interface PushChance {
  readonly pair: ECDH;
  readonly salt: Uint8Array;
}

function chance(): PushChance {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  return { pair, salt: randomBytes(SALT_BYTES) };
}

/** Encrypts for the browser alone (RFC 8291 over RFC 8188 `aes128gcm`): the push service carries what it cannot read. */
export function encryptPush(
  plaintext: Uint8Array,
  subscription: Pick<PushSubscription, 'p256dh' | 'auth'>,
  { pair, salt }: PushChance = chance(),
): Uint8Array {
  const theirs = fromBase64(subscription.p256dh);
  const ours = pair.getPublicKey();
  const header = Buffer.concat([salt, Buffer.from([0, 0, RECORD_BYTES >> 8, 0, ours.length]), ours]);
  const tagBytes = 16;
  if (header.length + plaintext.length + 1 + tagBytes > RECORD_BYTES)
    throw new RangeError(`a push holds one record of ${RECORD_BYTES} bytes`);
  const derive = (key: Uint8Array, salted: Uint8Array, info: Uint8Array, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', key, salted, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const secret = derive(pair.computeSecret(theirs), fromBase64(subscription.auth), info, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const body = Buffer.concat([
    cipher.update(plaintext),
    cipher.update(Buffer.from([LAST_RECORD])),
    cipher.final(),
  ]);
  return Buffer.concat([header, body, cipher.getAuthTag()]);
}

/** The signed token that tells the push service who sends (RFC 8292). `subject`: an https or mailto address of the sender. */
export function pushToken(endpoint: string, keys: PushKeys, subject: string, now: Date): string {
  const point = fromBase64(keys.publicKey);
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 1 + SCALAR_BYTES).toString('base64url'),
      y: point.subarray(1 + SCALAR_BYTES).toString('base64url'),
      d: keys.privateKey,
    },
  });
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const expires = Math.floor(now.getTime() / 1000) + TOKEN_HOURS * 3600;
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: new URL(endpoint).origin, exp: expires, sub: subject })}`;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

export interface Push {
  readonly body: Uint8Array;
  readonly urgent: boolean;
  /** How long the push service keeps it for a browser that is off. */
  readonly seconds: number;
}

/**
 * What became of a push: `taken`; `gone`, the subscription ended; `later`, worth another try; `refused`, not worth one.
 */
export type PushOutcome =
  | { readonly kind: 'taken' | 'gone' }
  | { readonly kind: 'later' | 'refused'; readonly text: string };

/** Sends one push. Never follows a redirect, never leaves the gate's hosts, never throws for what the service does. */
export function sendPush(
  gate: PushGate,
  subscription: PushSubscription,
  keys: PushKeys,
  push: Push,
  sender: { readonly subject: string; readonly now: Date },
): Promise<PushOutcome> {
  const { endpoint } = subscription;
  if (!isPushAddress(gate, endpoint))
    return Promise.resolve({ kind: 'refused', text: 'address not admitted' });
  const body = encryptPush(push.body, subscription);
  const token = pushToken(endpoint, keys, sender.subject, sender.now);
  return new Promise((resolve) => {
    const outgoing = request(endpoint, {
      method: 'POST',
      signal: AbortSignal.timeout(gate.answerMs),
      ...(gate.ca === undefined ? {} : { ca: gate.ca }),
      headers: {
        ttl: String(push.seconds),
        urgency: push.urgent ? 'high' : 'normal',
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        'content-length': String(body.length),
        authorization: `vapid t=${token}, k=${keys.publicKey}`,
      },
    });
    outgoing.on('response', (answer) => {
      answer.resume();
      answer.on('error', () => undefined);
      resolve(outcomeOf(answer.statusCode ?? 0));
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve({
        kind: 'later',
        text: error.name === 'AbortError' ? 'no answer' : (error.code ?? 'no connection'),
      }),
    );
    outgoing.end(body);
  });
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  const text = `answered ${status}`;
  return status === 429 || status >= 500 ? { kind: 'later', text } : { kind: 'refused', text };
}
