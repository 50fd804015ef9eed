import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, newId, newSecret } from './ids.ts';

describe('ids', () => {
  it('are UUIDs of version 7 that sort by the time of their making', () => {
    const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [first, second] = [newId(a), newId(b)];
        expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(isId(first)).toBe(true);
        expect(Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)).toBe(a);
        if (a !== b) expect(first < second).toBe(a < b);
      }),
    );
  });

  it('never repeat within one millisecond', () => {
    const made = Array.from({ length: 20_000 }, () => newId(1_719_194_400_000));
    expect(new Set(made).size).toBe(made.length);
  });

  it('are told from what only looks like them', () => {
    for (const text of [
      '',
      '-'.repeat(36),
      newId().toUpperCase(),
      `${newId()} `,
      newId().replaceAll('-', ''),
    ])
      expect(isId(text), text).toBe(false);
  });

  it('secrets carry 256 random bits in letters that addresses and cookies allow', () => {
    const made = Array.from({ length: 1000 }, newSecret);
    expect(new Set(made).size).toBe(made.length);
    for (const secret of made) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
