import fc from 'fast-check';
import { expect, it } from 'vitest';
import { qrToken } from './qr-token.ts';

it('a code of a place is eight signs that the database takes and nobody mistakes for each other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), (bytes) => {
      fc.pre(bytes.filter((byte) => byte < 248).length >= 8);
      expect(qrToken(bytes)).toMatch(/^[a-hj-km-np-z2-9]{8}$/);
    }),
  );
  expect(() => qrToken(new Uint8Array(8).fill(255))).toThrow('too few');
});
