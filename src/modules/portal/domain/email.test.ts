import { describe, expect, it } from 'vitest';
import { readEmail } from './email.ts';

describe('an email address', () => {
  it.each([
    [' Lan.Nguyen@Gmail.com ', 'lan.nguyen@gmail.com'],
    ['a@b.vn', 'a@b.vn'],
    ['ubnd.baisay+tin@anthi.hungyen.gov.vn', 'ubnd.baisay+tin@anthi.hungyen.gov.vn'],
  ])('“%s” is kept as %s', (typed, kept) => {
    expect(readEmail(typed)).toBe(kept);
  });

  it.each([
    '',
    'lan',
    'lan@',
    'lan@gmail',
    'lan..a@gmail.com',
    'lan@gmail.com\nBcc: x@y.vn',
    'lan@gmail.com, b@c.vn',
    'lân@gmail.com',
    '<lan@gmail.com>',
    `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.vn`,
  ])('“%s” is none', (typed) => {
    expect(readEmail(typed)).toBeUndefined();
  });
});
