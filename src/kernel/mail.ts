import { limits } from './limits.ts';

export const mailLimits = limits('mail', {
  connect_seconds: {
    value: 10,
    unit: 'seconds',
    reason: 'a mail server in the same country answers within one',
  },
  silence_seconds: { value: 30, unit: 'seconds', reason: 'filters look at a message while the sender waits' },
  answer_characters: {
    value: 200,
    unit: 'characters',
    reason: 'what a mail server answers, kept on one line',
  },
});

/** One email to one address: plain text, and the same as simple HTML. */
export interface MailMessage {
  /** Becomes the Message-ID: the same id again is the same message, also for the reader's mail program. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where the reader stops such mail: `List-Unsubscribe`. */
  readonly preferences: string;
  /** A POST to `preferences` stops it without another question (RFC 8058). */
  readonly oneClick?: boolean;
}

export interface Mailer {
  /** `host:port`, without name and password. */
  readonly server: string;
  /** Resolves when the server took the message; throws `MailFailure` otherwise. */
  send(message: MailMessage): Promise<void>;
  close(): void;
}

/** Why a message was not taken. `message` says what the server answered, without addresses and secrets. */
export class MailFailure extends Error {
  /** `message`: this one was refused, others may pass; `server`: no message can pass at the moment. */
  readonly about: 'message' | 'server';
  /** Trying again is of no use (an answer 5xx about this message). */
  readonly permanent: boolean;

  constructor(text: string, about: 'message' | 'server', permanent: boolean) {
    super(text);
    this.name = 'MailFailure';
    this.about = about;
    this.permanent = permanent;
  }
}

/** An address as `Tên cơ quan <dia-chi@mien>` or alone. */
const ADDRESS = /^(?:([^<>\r\n]{0,100}?)\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/;

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Reads MAIL_FROM; `undefined` when it is no address. */
export function parseSender(text: string): Sender | undefined {
  const match = ADDRESS.exec(text.trim());
  const address = match?.[2] ?? match?.[3];
  return address === undefined ? undefined : { name: match?.[1] ?? '', address };
}
