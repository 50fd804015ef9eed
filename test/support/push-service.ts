import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { PushGate } from '../../src/kernel/outward.ts';
import { makePushKeys } from '../../src/kernel/web-push.ts';
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './localhost-certificate.ts';

/** What a browser does with a push: RFC 8291 read from the receiving side. */
export function decryptPush(
  message: Uint8Array,
  receiver: { readonly privateKey: string; readonly auth: string },
): string {
  const body = Buffer.from(message);
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const record = body.subarray(21 + idLength);
  const own = createECDH('prime256v1');
  own.setPrivateKey(Buffer.from(receiver.privateKey, 'base64url'));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender]);
  const auth = Buffer.from(receiver.auth, 'base64url');
  const secret = Buffer.from(hkdfSync('sha256', own.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0) throw new Error('no delimiter of the last record');
  return padded.subarray(0, end).toString('utf8');
}

export interface TakenPush {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A push service on this machine, over real HTTPS. */
export interface PushService {
  /** The gate that lets through to it. */
  readonly gate: PushGate;
  readonly taken: TakenPush[];
  /** Answers this status from now on; `hang` never answers. */
  answer(status: number | 'hang'): void;
  /** A browser that has subscribed here. */
  browser(): TestBrowser;
  close(): Promise<void>;
}

export interface TestBrowser {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  /** What the push says to this browser. */
  read(push: TakenPush): unknown;
}

export async function pushService(): Promise<PushService> {
  const taken: TakenPush[] = [];
  let status: number | 'hang' = 201;
  const server = createServer({ key: LOCALHOST_KEY, cert: LOCALHOST_CERTIFICATE }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      taken.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      if (status === 'hang') return;
      response.writeHead(status, status === 302 ? { location: 'https://127.0.0.1/elsewhere' } : {});
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    gate: { hosts: [host], ca: LOCALHOST_CERTIFICATE, answerMs: 2000 },
    taken,
    answer(next) {
      status = next;
    },
    browser() {
      const { publicKey, privateKey } = makePushKeys();
      const auth = randomBytes(16).toString('base64url');
      return {
        endpoint: `https://${host}/send/${randomBytes(8).toString('hex')}`,
        p256dh: publicKey,
        auth,
        read: (push) => JSON.parse(decryptPush(push.body, { privateKey, auth })),
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
