import { afterEach, describe, expect, it } from 'vitest';
import { deadServer, type MailServer, mailServer, silentServer } from '../../test/support/mail-server.ts';
import { type Mailer, MailFailure, type MailMessage, parseSender } from './mail.ts';
import { openMailer } from './mail-server.ts';

const message: MailMessage = {
  id: '01890000-0000-7000-8000-000000000001',
  to: 'can.bo@anthi.gov.vn',
  subject: 'Việc quá hạn: “Niêm yết công khai” của UBND xã Bãi Sậy, hạn 21/06/2024',
  text: 'Kính gửi ông Vũ Quang Hải,\nmột việc quá hạn.',
  html: '<p>Kính gửi ông Vũ Quang Hải,<br>một việc <b>quá hạn</b>.</p>',
  preferences: 'https://danbiet.example/tai-khoan/thong-bao',
};

const from = { name: 'Dân Biết', address: 'danbiet@anthi.gov.vn' };
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Patient enough for a busy machine; only what is about silence waits for a short while. */
function mailerTo(url: string, patienceMs = 10_000): Mailer {
  const mailer = openMailer({ url, from, connectMs: patienceMs, silenceMs: patienceMs });
  closing.push(() => mailer.close());
  return mailer;
}

async function server(): Promise<MailServer> {
  const opened = await mailServer();
  closing.push(() => opened.close());
  return opened;
}

async function failure(mailer: Mailer): Promise<MailFailure> {
  const error = await mailer.send(message).catch((thrown: unknown) => thrown);
  if (!(error instanceof MailFailure)) throw new Error(`expected a failure, got ${error}`);
  return error;
}

describe('an email', () => {
  it('arrives in both forms, with its own Message-ID and a way to stop such mail', async () => {
    const { url, received } = await server();
    await mailerTo(url).send(message);
    const [mail] = received;
    expect(mail).toMatchObject({
      from: from.address,
      to: [message.to],
      html: expect.stringContaining('<b>quá hạn</b>'),
    });
    expect(mail?.text.replaceAll('\r\n', '\n').trim()).toBe(message.text);
    expect(mail?.headers.get('subject')).toBe(message.subject);
    expect(mail?.headers.get('from')).toBe('Dân Biết <danbiet@anthi.gov.vn>');
    expect(mail?.headers.get('message-id')).toBe(`<${message.id}@anthi.gov.vn>`);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.get('list-unsubscribe')).toBe(`<${message.preferences}>`);
  });

  it('carries the name and password of the address, decoded, to a server on this machine', async () => {
    const { url, received } = await server();
    await mailerTo(url.replace('smtp://', 'smtp://thu%40anthi:m%C3%A2t+kh%C3%A2u@')).send(message);
    expect(received[0]?.signedInAs).toBe('thu@anthi:mât+khâu');
  });
});

describe('a refusal', () => {
  it('of the recipient or the content is about this message: for the moment (4xx) or for good (5xx)', async () => {
    const one = await server();
    const mailer = mailerTo(one.url);
    for (const at of ['recipient', 'content'] as const)
      for (const code of [450, 550]) {
        one.refuse({ at, code });
        expect(await failure(mailer), `${at} ${code}`).toMatchObject({
          about: 'message',
          permanent: code === 550,
        });
      }
    one.refuse(null);
    await mailer.send(message);
    expect(one.received).toHaveLength(1);
  });

  it('of the sender or the sign-in, or of everything, is about the server and never for good', async () => {
    const one = await server();
    for (const { at, code } of [
      { at: 'sender', code: 550 },
      { at: 'sign-in', code: 535 },
      { at: 'recipient', code: 421 },
    ] as const) {
      one.refuse({ at, code });
      const mailer = mailerTo(one.url.replace('smtp://', 'smtp://a:b@'));
      expect(await failure(mailer), at).toMatchObject({ about: 'server', permanent: false });
    }
  });

  it('says what the server answered, without any address', async () => {
    const one = await server();
    one.refuse({ at: 'recipient', code: 550 });
    const { message: text } = await failure(mailerTo(one.url));
    expect(text).toContain('550');
    expect(text).not.toContain('@');
  });
});

describe('a server that does not answer', () => {
  it('is named as the cause, whether dead or silent, and so is one that offers no TLS for a password', async () => {
    const silent = await silentServer();
    closing.push(() => silent.close());
    for (const url of [await deadServer(), silent.url])
      expect(await failure(mailerTo(url, 300))).toMatchObject({ about: 'server', permanent: false });
    const { url, received } = await server();
    const elsewhere = url.replace('smtp://127.0.0.1', 'smtp://ten:mat-khau@0.0.0.0');
    expect(await failure(mailerTo(elsewhere))).toMatchObject({ about: 'server' });
    expect(received).toEqual([]);
  });

  it('is tried anew by the next message', async () => {
    const dead = await deadServer();
    const mailer = mailerTo(dead, 1000);
    await failure(mailer);
    const again = await mailServer(Number(new URL(dead).port));
    closing.push(() => again.close());
    await mailer.send(message);
    expect(again.received).toHaveLength(1);
  });
});

describe('the sender', () => {
  it('is an address, with a name or without, and nothing else', () => {
    expect(parseSender('Dân Biết <a@b.vn>')).toEqual({ name: 'Dân Biết', address: 'a@b.vn' });
    expect(parseSender(' a@b.vn ')).toEqual({ name: '', address: 'a@b.vn' });
    for (const text of ['', 'Dân Biết', 'a@b@c', 'x\r\nBcc: <a@b.vn>', '<a@b.vn', 'a@b.vn>', 'a b@c.vn'])
      expect(parseSender(text), text).toBeUndefined();
  });
});
