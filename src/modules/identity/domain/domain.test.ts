import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentLabel } from './agent-label.ts';
import { isLocked, lockLimits, lockMinutes } from './lockout.ts';
import { returnPath } from './return-path.ts';
import { ROLES, reachOf } from './roles.ts';

describe('the address opened after sign-in', () => {
  it('stays on this site whatever is asked for', () => {
    const nasty = fc.array(
      fc.constantFrom(
        '/',
        '\\',
        '.',
        ':',
        '@',
        '?',
        '#',
        '\t',
        '\n',
        ' ',
        'http',
        'evil.example',
        'javascript',
        '%2f',
        'a',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          nasty.map((parts) => parts.join('')),
          fc.webUrl(),
        ),
        (wanted) => {
          const answer = returnPath(wanted);
          const url = new URL(answer, 'http://danbiet.test');
          expect(url.origin).toBe('http://danbiet.test');
          // What browsers do with the answer: drop tabs and line ends, and read a backslash as a slash.
          expect(answer).not.toMatch(/[\t\r\n\\]/);
          expect(answer).toMatch(/^\/(?!\/)/);
        },
      ),
    );
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/%09/evil.example/..//',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'evil.example',
    '',
    '/dang-nhap?ve=/dang-nhap',
    `/${'a'.repeat(3000)}`,
  ])('refuses %j', (wanted) => {
    const answer = returnPath(wanted);
    expect(new URL(answer, 'http://danbiet.test').host).toBe('danbiet.test');
    expect(answer.startsWith('//')).toBe(false);
    if (!wanted.startsWith('/%09')) expect(answer).toBe('/viec-cua-toi');
  });

  it('keeps a page of this site with its filters', () => {
    expect(returnPath('/dieu-hanh?nam=2024&noi-dung=3#xa')).toBe('/dieu-hanh?nam=2024&noi-dung=3#xa');
  });
});

describe('the lock after wrong passwords', () => {
  it('begins at the fifth and doubles up to its longest', () => {
    const locked = [4, 5, 6, 10, 15, 20, 25, 100].map(lockMinutes);
    expect(locked).toEqual([0, 15, 0, 30, 60, 120, 240, 240]);
  });

  it('never lets more than five guesses through between two locks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (failures) => {
        const next = [1, 2, 3, 4, 5].map((more) => lockMinutes(failures + more));
        expect(Math.max(...next)).toBeGreaterThan(0);
        expect(Math.max(...next)).toBeLessThanOrEqual(lockLimits.longest_minutes);
      }),
    );
  });

  it('does not hold when the clock went back below the day it was set', () => {
    const now = new Date('2024-06-24T00:05:00Z');
    expect(isLocked(new Date('2024-06-24T00:10:00Z'), now)).toBe(true);
    expect(isLocked(new Date('2024-06-25T00:10:00Z'), now)).toBe(false);
    expect(isLocked(new Date('2024-06-24T00:05:00Z'), now)).toBe(false);
    expect(isLocked(null, now)).toBe(false);
  });
});

describe('the reach of a role', () => {
  it('is a part of the way from the root to the unit, at most one step above it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES.filter((role) => role !== 'superior')),
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 6 }),
        (role, lineage) => {
          const reach = reachOf(role, lineage);
          expect(reach.length).toBeGreaterThanOrEqual(1);
          expect(reach).toEqual(lineage.slice(0, reach.length));
          expect(lineage.length - reach.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('the label of a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
      'Chrome · Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
      'Chrome · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile Safari/604.1',
      'Safari · iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/126 Chrome/120 Safari/537.36',
      'Cốc Cốc · Windows',
    ],
    ['', '—'],
  ])('of %s is %s', (agent, label) => {
    expect(agentLabel(agent)).toBe(label);
  });

  it('fits its column and repeats nothing the caller wrote', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const label = agentLabel(`${text} Firefox/127 Linux`);
        expect(label.length).toBeLessThanOrEqual(60);
        expect(label).toMatch(/^[\p{L}· ]+$/u);
      }),
    );
  });
});
