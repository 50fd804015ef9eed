import nodemailer from 'nodemailer';
import { type Mailer, MailFailure, mailLimits, type Sender } from './mail.ts';

export interface MailOptions {
  /** `smtp://name:password@host:port`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  readonly from: Sender;
  readonly connectMs?: number;
  readonly silenceMs?: number;
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * Opens the way to a mail server; connects at the first message and keeps the connection for the next ones. A name and
 * password travel only through TLS, except to this machine itself.
 */
export function openMailer(options: MailOptions): Mailer {
  const url = new URL(options.url);
  const secure = url.protocol === 'smtps:';
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  const user = decodeURIComponent(url.username);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const connectMs = options.connectMs ?? mailLimits.connect_seconds * 1000;
  const transport = nodemailer.createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && user !== '' && !LOOPBACK.test(url.hostname),
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    pool: true,
    maxConnections: 1,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: options.silenceMs ?? mailLimits.silence_seconds * 1000,
    dnsTimeout: connectMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = options.from.address.slice(options.from.address.indexOf('@') + 1);
  return {
    server: `${url.hostname}:${port}`,
    async send(message) {
      try {
        await transport.sendMail({
          from: options.from,
          to: message.to,
          subject: message.subject,
          text: message.text,
          html: message.html,
          messageId: `<${message.id}@${domain}>`,
          // RFC 3834: no out-of-office answers to a program.
          headers: {
            'Auto-Submitted': 'auto-generated',
            'List-Unsubscribe': `<${message.preferences}>`,
            ...(message.oneClick ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
          },
        });
      } catch (error) {
        throw failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Only an answer about the recipient or the content is about the message; a refused sender or sign-in concerns all. */
function failureOf(error: unknown): MailFailure {
  const { code = 'EUNKNOWN', command = '', responseCode, response } = error as SmtpError;
  const text = withoutAddresses(response ?? code);
  const answered = responseCode !== undefined && responseCode >= 400 && responseCode !== 421;
  const aboutMessage =
    answered && (code === 'EMESSAGE' || (code === 'EENVELOPE' && command.startsWith('RCPT')));
  return new MailFailure(
    text,
    aboutMessage ? 'message' : 'server',
    aboutMessage && responseCode !== undefined && responseCode >= 500,
  );
}

function withoutAddresses(text: string): string {
  return text
    .replace(/[^\s<>"'()]+@[^\s<>"'()]+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, mailLimits.answer_characters);
}
