import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** An email as it arrived: envelope, headers in lower case, and its two bodies as people read them. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  /** The name and password that the sender signed in with, when it did. */
  readonly signedInAs: string | undefined;
}

export type Refusal = { readonly at: 'sign-in' | 'sender' | 'recipient' | 'content'; readonly code: number };

/** A real mail server on this machine that does as it is told. */
export interface MailServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Refuses from now on, or only mail to addresses that `to` names; `null` takes everything. */
  refuse(refusal: (Refusal & { readonly to?: RegExp }) | null): void;
  close(): Promise<void>;
}

function refused(code: number): Error {
  return Object.assign(new Error(`nobody <ai.do@huyen.gov.vn> here`), { responseCode: code });
}

export async function mailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let refusal: (Refusal & { readonly to?: RegExp }) | null = null;
  const refuses = (at: Refusal['at'], address = ''): Error | null =>
    refusal?.at === at && (refusal.to?.test(address) ?? true) ? refused(refusal.code) : null;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) => done(refuses('sign-in'), { user: `${auth.username}:${auth.password}` }),
    onMailFrom: (address, _session, done) => done(refuses('sender', address.address)),
    onRcptTo: (address, _session, done) => done(refuses('recipient', address.address)),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        const wrong = refuses('content', to.join(' '));
        const { mailFrom } = session.envelope;
        if (!wrong)
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to,
            ...readMessage(Buffer.concat(parts).toString('utf8')),
            signedInAs: session.user,
          });
        done(wrong);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const listening = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${listening}`,
    received,
    refuse(next) {
      refusal = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A machine that takes the connection and never says a word. */
export async function silentServer(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An address at which nothing listens. */
export async function deadServer(): Promise<string> {
  const server = await mailServer();
  await server.close();
  return server.url;
}

function readMessage(raw: string): Pick<ReceivedMail, 'headers' | 'text' | 'html'> {
  const { headers, body } = readPart(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  const parts =
    boundary === undefined ? [] : body.split(`--${boundary}`).map((part) => readPart(part.trimStart()));
  const ofType = (type: string): string =>
    parts.find((part) => part.headers.get('content-type')?.startsWith(type))?.body ?? '';
  return { headers, text: ofType('text/plain'), html: ofType('text/html') };
}

function readPart(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map(
    raw
      .slice(0, end)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at).toLowerCase(), readWords(line.slice(at + 1).trim())] as const;
      }),
  );
  const body = raw.slice(end + 4);
  switch (headers.get('content-transfer-encoding')) {
    case 'base64':
      return { headers, body: Buffer.from(body, 'base64').toString('utf8') };
    case 'quoted-printable':
      return { headers, body: readQuoted(body.replace(/=\r\n/g, '')) };
    default:
      return { headers, body };
  }
}

function readQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Words of a header written in ASCII (RFC 2047). */
function readWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : readQuoted(text.replaceAll('_', ' ')),
    );
}
