import { createECDH, createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptPush } from '../../test/support/push-service.ts';
import { isPushAddress, nothingOutward } from './outward.ts';
import { areSubscriptionKeys, encryptPush, makePushKeys, pushToken } from './web-push.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

/** RFC 8291, section 5 and appendix A. */
const example = {
  plaintext: 'When I grow up, I want to be a watermelon',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  receiverPrivate: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  receiverPublic: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  senderPrivate: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  message:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

describe('a push', () => {
  it('is encrypted as the example of RFC 8291 is', () => {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(bytes(example.senderPrivate));
    const subscription = { p256dh: example.receiverPublic, auth: example.auth };
    const message = encryptPush(Buffer.from(example.plaintext), subscription, {
      pair,
      salt: bytes(example.salt),
    });
    expect(Buffer.from(message).toString('base64url')).toBe(example.message);
    const receiver = { privateKey: example.receiverPrivate, auth: example.auth };
    expect(decryptPush(bytes(example.message), receiver)).toBe(example.plaintext);
  });

  it('is read by its browser whatever it says, never twice the same, and refused when longer than a record', () => {
    const browser = makePushKeys();
    const subscription = { p256dh: browser.publicKey, auth: example.auth };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const [one, two] = [1, 2].map(() => Buffer.from(encryptPush(Buffer.from(text), subscription)));
        expect(
          decryptPush(one ?? Buffer.alloc(0), { privateKey: browser.privateKey, auth: example.auth }),
        ).toBe(text);
        expect(one?.equals(two ?? Buffer.alloc(0))).toBe(false);
      }),
      { numRuns: 40 },
    );
    expect(encryptPush(Buffer.alloc(3993), subscription)).toHaveLength(4096);
    expect(() => encryptPush(Buffer.alloc(3994), subscription)).toThrow(RangeError);
  });

  it('is signed for the service it goes to, until twelve hours later', () => {
    const keys = makePushKeys();
    const now = new Date('2026-11-27T00:00:00Z');
    const token = pushToken('https://fcm.googleapis.com/fcm/send/x', keys, 'https://danbiet.example', now);
    const [head = '', claims = '', signature = ''] = token.split('.');
    expect(JSON.parse(bytes(claims).toString())).toEqual({
      aud: 'https://fcm.googleapis.com',
      exp: now.getTime() / 1000 + 12 * 3600,
      sub: 'https://danbiet.example',
    });
    const point = bytes(keys.publicKey);
    const key = createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
    });
    const signed = Buffer.from(`${head}.${claims}`);
    expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes(signature))).toBe(true);
  });
});

describe('keys', () => {
  it('are points and scalars of full length, and those of a browser are checked before they are kept', () => {
    for (let n = 0; n < 20; n++) {
      const keys = makePushKeys();
      expect([bytes(keys.publicKey).length, bytes(keys.privateKey).length]).toEqual([65, 32]);
      expect(areSubscriptionKeys(keys.publicKey, example.auth)).toBe(true);
    }
    const noPoint = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url');
    expect(areSubscriptionKeys(noPoint, example.auth)).toBe(false);
    expect(areSubscriptionKeys(example.receiverPublic, 'ngan')).toBe(false);
    expect(areSubscriptionKeys('', '')).toBe(false);
  });
});

describe('the gate', () => {
  it('lets through the known push services over https on their usual port, and nothing that looks like them', () => {
    const { push } = nothingOutward;
    for (const address of [
      'https://fcm.googleapis.com/fcm/send/abc',
      'https://updates.push.services.mozilla.com/wpush/v2/abc',
      'https://web.push.apple.com/QAbc',
      'https://wns2-sg2p.notify.windows.com/w/?token=abc',
    ])
      expect(isPushAddress(push, address), address).toBe(true);
    for (const address of [
      'http://fcm.googleapis.com/fcm/send/abc',
      'https://fcm.googleapis.com:8443/x',
      'https://user@fcm.googleapis.com/x',
      'https://fcm.googleapis.com.evil.example/x',
      'https://evil.example/fcm.googleapis.com',
      'https://notify.windows.com/x',
      'https://a.b.notify.windows.com/x',
      'https://evilnotify.windows.com/x',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://localhost/x',
      'https://169.254.169.254/latest',
      'ftp://web.push.apple.com/x',
      'không phải địa chỉ',
      '',
    ])
      expect(isPushAddress(push, address), address).toBe(false);
  });
});
